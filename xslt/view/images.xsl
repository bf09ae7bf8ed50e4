<?xml version="1.0" encoding="UTF-8"?>
<!-- Images (TEI P5, 15.3 and 12.1): where they are, and an address at which a browser finds something to show. IIIF images are asked for in a
     size that suits (IIIF Image API 3.0, 4). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="graphic | media | binaryObject" mode="v:view" as="element(v:graphic)">
    <xsl:variable name="href" as="xs:string" select="v:href(@url)"/>
    <xsl:variable name="service" as="xs:string" select="v:iiif-service($href, .)"/>
    <xsl:variable name="shown" as="xs:string" select="v:shown($href, $service, .)"/>
    <v:graphic kind="{local-name()}">
      <xsl:if test="$href">
        <xsl:attribute name="href" select="if ($service and not(matches($href, $v:iiif-image))) then $service || '/full/max/0/default.jpg' else $href"/>
      </xsl:if>
      <xsl:if test="$shown">
        <xsl:attribute name="shown" select="$shown"/>
      </xsl:if>
      <xsl:if test="v:page-name(.)">
        <xsl:attribute name="label" select="v:page-name(.)"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates select="* | text()[not(parent::binaryObject)]" mode="#current"/>
    </v:graphic>
  </xsl:template>

  <!-- An image as the IIIF Image API names it: server and image, region, size, rotation, quality and format. -->
  <xsl:variable name="v:iiif-image" as="xs:string" static="yes" select="
    '^(https?://.+)/(full|square|(pct:)?[0-9.]+(,[0-9.]+){3})/(full|max|\^max|\^?!?[0-9]*,[0-9]*|\^?pct:[0-9.]+)/(!?[0-9.]+)/(default|color|gray|bitonal|native)\.[a-z0-9]+$'"/>

  <!-- The server and name of a IIIF image, or "". -->
  <xsl:function name="v:iiif-service" as="xs:string">
    <xsl:param name="href" as="xs:string"/>
    <xsl:param name="graphic" as="element()"/>
    <xsl:sequence select="
      if (matches($href, '^https?://.+/info\.json$')) then replace($href, '/info\.json$', '')
      else if (matches($href, $v:iiif-image)) then replace($href, $v:iiif-image, '$1')
      else if (lower-case($graphic/@type) = 'iiif' and matches($href, '^https?://') and not(matches($href, 'manifest(\.json)?$'))) then replace($href, '/+$', '')
      else ''"/>
  </xsl:function>

  <!-- What a browser shows: pages as small images, figures of the text in their size. -->
  <xsl:function name="v:shown" as="xs:string">
    <xsl:param name="href" as="xs:string"/>
    <xsl:param name="service" as="xs:string"/>
    <xsl:param name="graphic" as="element()"/>
    <xsl:variable name="type" as="xs:string" select="lower-case(normalize-space($graphic/@mimeType))"/>
    <xsl:variable name="suffix" as="xs:string" select="lower-case(tokenize(tokenize(replace($href, '[?#].*$', ''), '/')[last()], '\.')[last()])"/>
    <xsl:sequence select="
      if ($graphic/self::media and not(starts-with($type, 'image/'))) then ''
      else if ($graphic/self::binaryObject) then
        (if ($type = ('image/png', 'image/jpeg', 'image/gif', 'image/webp') and matches($graphic, '^[A-Za-z0-9+/=\s]+$')) then 'data:' || $type || ';base64,' || replace($graphic, '\s', '') else '')
      else if ($href = '' or starts-with($href, '#') or matches($href, '^(mailto|tel|ftp):')) then ''
      else if ($service) then v:iiif-sized($href, $service, if ($graphic/(ancestor::facsimile | ancestor::surface)) then '!200,200' else '!1000,1000')
      else if ($suffix = ('jpg', 'jpeg', 'png', 'gif', 'webp', 'avif', 'svg')) then $href
      else if ($type = ('image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/svg+xml')) then $href
      else ''"/>
  </xsl:function>

  <xsl:function name="v:iiif-sized" as="xs:string">
    <xsl:param name="href" as="xs:string"/>
    <xsl:param name="service" as="xs:string"/>
    <xsl:param name="size" as="xs:string"/>
    <xsl:sequence select="
      if (matches($href, $v:iiif-image)) then replace($href, $v:iiif-image, '$1/$2/' || $size || '/$6/$7.jpg')
      else $service || '/full/' || $size || '/0/default.jpg'"/>
  </xsl:function>
</xsl:stylesheet>
