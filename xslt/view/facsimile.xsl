<?xml version="1.0" encoding="UTF-8"?>
<!-- Digital facsimiles (TEI P5, 12.1): surfaces with their images, zones by name, and the way from a page of the text to its image and back. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- A facsimile without words is no part of the text: its images stand after it, as registers do. -->
  <xsl:function name="v:is-gallery" as="xs:boolean">
    <xsl:param name="facsimile" as="element(facsimile)"/>
    <xsl:sequence select="not(normalize-space($facsimile))"/>
  </xsl:function>

  <xsl:template match="facsimile" mode="v:view" as="element()?">
    <xsl:if test="normalize-space() or .//graphic or .//media or .//binaryObject">
      <xsl:element name="v:{if (v:is-gallery(.) and not(ancestor::TEI/parent::*)) then 'register' else 'section'}">
        <xsl:attribute name="kind" select="'facsimile'"/>
        <xsl:apply-templates select="@*" mode="v:attributes"/>
        <xsl:apply-templates mode="#current"/>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <xsl:template match="sourceDoc" mode="v:view" as="element(v:section)">
    <v:section kind="sourceDoc">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:section>
  </xsl:template>

  <xsl:template match="surface | surfaceGrp" mode="v:view" as="element(v:block)">
    <v:block kind="{local-name()}">
      <xsl:if test="v:page-name(.)">
        <xsl:attribute name="n" select="v:page-name(.)"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:variable name="page" as="element()?" select="v:page(.)"/>
      <xsl:if test="$page">
        <v:link href="#{v:id($page, 'page:' || v:identifier(@xml:id))}" label="{v:page-name(.)}"/>
      </xsl:if>
    </v:block>
  </xsl:template>

  <!-- A zone of an image, without words of its own, has a name if it is not to be only a place to which something points. -->
  <xsl:template match="facsimile//zone[not(node())]" priority="1" mode="v:view" as="element()?">
    <xsl:variable name="name" as="xs:string" select="normalize-space(string-join((@type, @n), ' '))"/>
    <xsl:choose>
      <xsl:when test="$name">
        <v:graphic kind="zone" label="{$name}">
          <xsl:if test="v:zone-address(.)">
            <xsl:attribute name="href" select="v:zone-address(.)"/>
          </xsl:if>
          <xsl:apply-templates select="@xml:id" mode="v:attributes"/>
        </v:graphic>
      </xsl:when>
      <xsl:when test="@xml:id">
        <v:anchor>
          <xsl:apply-templates select="@xml:id" mode="v:attributes"/>
        </v:anchor>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Where a IIIF server has the zone alone: its part of the surface, in per cent (IIIF Image API 3.0, 4.1). -->
  <xsl:function name="v:zone-address" as="xs:string?">
    <xsl:param name="zone" as="element(zone)"/>
    <xsl:variable name="surface" as="element(surface)?" select="$zone/ancestor::surface[1]"/>
    <xsl:variable name="service" as="xs:string?" select="$surface/graphic ! v:iiif-service(v:href(@url), .)[.][1]"/>
    <xsl:variable name="box" as="xs:double*" select="$zone/(@ulx, @uly, @lrx, @lry) ! number()"/>
    <xsl:variable name="whole" as="xs:double*" select="((($surface/@ulx, 0)[1], ($surface/@uly, 0)[1], $surface/@lrx, $surface/@lry) ! number())"/>
    <xsl:if test="$service and count($box) = 4 and count($whole) = 4 and $whole[3] gt $whole[1] and $whole[4] gt $whole[2] and $box[3] gt $box[1] and $box[4] gt $box[2]">
      <xsl:variable name="width" as="xs:double" select="($whole[3] - $whole[1]) div 100"/>
      <xsl:variable name="height" as="xs:double" select="($whole[4] - $whole[2]) div 100"/>
      <xsl:variable name="region" as="xs:double*" select="
        ($box[1] - $whole[1]) div $width, ($box[2] - $whole[2]) div $height, ($box[3] - $box[1]) div $width, ($box[4] - $box[2]) div $height"/>
      <xsl:sequence select="$service || '/pct:' || string-join($region ! round(., 2), ',') || '/max/0/default.jpg'"/>
    </xsl:if>
  </xsl:function>

  <!-- Pages of the text by the id of the surface or image that they point to. -->
  <xsl:key name="v:pages" match="pb[starts-with(@facs, '#')]" use="tokenize(@facs) ! v:identifier(substring(., 2))"/>

  <!-- The page of the text that an image shows, if one is named. -->
  <xsl:function name="v:page" as="element(pb)?">
    <xsl:param name="image" as="element()"/>
    <xsl:variable name="shown" as="element(pb)?" select="if ($image/@xml:id) then key('v:pages', v:identifier($image/@xml:id), root($image))[1] else ()"/>
    <xsl:sequence select="
      if ($shown) then $shown
      else if (starts-with($image/@start, '#')) then key('v:ids', v:identifier(substring($image/@start, 2)), root($image))[1][self::pb][@xml:id]
      else ()"/>
  </xsl:function>

  <!-- The name of the page that an image shows: its own, else that in the text. -->
  <xsl:function name="v:page-name" as="xs:string">
    <xsl:param name="image" as="element()"/>
    <xsl:variable name="surface" as="element()?" select="$image/parent::surface"/>
    <xsl:sequence select="
      if ($image/(self::surface | self::surfaceGrp) or $image/@xml:id and empty($surface)) then string(($image[not(self::graphic)]/@n, v:page($image)/@n)[normalize-space()][1]/normalize-space())
      else if ($surface) then v:page-name($surface)
      else ''"/>
  </xsl:function>

  <!-- The id of a page to which its image leads back. -->
  <xsl:function name="v:page-id" as="attribute(id)?">
    <xsl:param name="break" as="element()"/>
    <xsl:variable name="image" as="xs:string" select="if ($break/self::pb and starts-with($break/@facs, '#')) then v:identifier(substring(tokenize($break/@facs)[1], 2)) else ''"/>
    <xsl:if test="$image and key('v:ids', $image, root($break)) and key('v:pages', $image, root($break))[1] is $break">
      <xsl:attribute name="id" select="v:id($break, 'page:' || $image)"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
