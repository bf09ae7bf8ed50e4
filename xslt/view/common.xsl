<?xml version="1.0" encoding="UTF-8"?>
<!-- What every element of the view may carry: id, lang, cert, and how the source looks (rendition.xsl). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:mode name="v:attributes" on-no-match="deep-skip"/>

  <xsl:key name="v:ids" match="*[@xml:id]" use="v:identifier(@xml:id)"/>

  <!-- Real documents repeat ids and use characters that no id may have; the first of its name keeps it. -->
  <xsl:template match="@xml:id" mode="v:attributes" as="attribute(id)?">
    <xsl:variable name="id" as="xs:string" select="v:identifier(.)"/>
    <xsl:if test="$id and key('v:ids', $id)[1] is ..">
      <xsl:attribute name="id" select="$id"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@xml:lang" mode="v:attributes" as="attribute(lang)?">
    <xsl:variable name="tag" as="xs:string" select="v:language-tag(.)"/>
    <xsl:if test="$tag">
      <xsl:attribute name="lang" select="$tag"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@cert[. = ('low', 'medium')]" mode="v:attributes" as="attribute(cert)">
    <xsl:attribute name="cert" select="."/>
  </xsl:template>

  <!-- The id of an element in every output: its own xml:id, else the one given, whose ":" no xml:id can hold. -->
  <xsl:function name="v:id" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="otherwise" as="xs:string"/>
    <xsl:variable name="own" as="xs:string" select="v:identifier($element/@xml:id)"/>
    <xsl:sequence select="if ($own and key('v:ids', $own, root($element))[1] is $element) then $own else $otherwise"/>
  </xsl:function>

  <xsl:function name="v:identifier" as="xs:string" new-each-time="no">
    <xsl:param name="id" as="xs:string?"/>
    <xsl:sequence select="replace(normalize-space($id), '[^\p{L}\p{N}._\-]', '_')"/>
  </xsl:function>

  <!-- A stretch without meaning of its own needs no element of the view, unless something is to be said of it. -->
  <xsl:template name="v:plain">
    <xsl:param name="kind" as="xs:string" select="local-name()"/>
    <xsl:variable name="attributes" as="attribute()*">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="exists($attributes)">
        <v:inline kind="{$kind}">
          <xsl:sequence select="$attributes"/>
          <xsl:apply-templates mode="v:view"/>
        </v:inline>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="v:view"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
