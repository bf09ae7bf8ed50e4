<?xml version="1.0" encoding="UTF-8"?>
<!-- Characters and glyphs that the encoder declared (TEI P5, chapter 5). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- What the Text Creation Partnership's character names stand for, where their declarations lie in another file. -->
  <xsl:variable name="v:characters" as="map(xs:string, xs:string)" select="map{
    'EOLhyphen': '', 'EOLunhyphen': '', 'cmbAbbrStroke': '&#x304;', 'punc': '▪', 'abque': 'que', 'abus': 'us', 'thorn': 'þ', 'inverted': '', 'leaf': '❧'}"/>

  <xsl:template match="g" mode="v:view">
    <xsl:choose>
      <xsl:when test="node()">
        <xsl:call-template name="v:plain"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="v:glyph(.)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="v:glyph" as="xs:string">
    <xsl:param name="glyph" as="element(g)"/>
    <xsl:variable name="name" as="xs:string" select="replace(normalize-space($glyph/@ref), '^.*[#:]', '')"/>
    <xsl:variable name="declared" as="element()?" select="key('v:ids', v:identifier($name), root($glyph))[self::char or self::glyph][1]"/>
    <xsl:variable name="mappings" as="element(mapping)*" select="$declared/mapping[normalize-space()]"/>
    <xsl:variable name="plain" as="element(mapping)*" select="$mappings[@type = ('standard', 'normalized', 'normalised', 'simplified', 'modern', 'Unicode', 'unicode')]"/>
    <xsl:variable name="own" as="element(mapping)*" select="$mappings[@type = ('diplomatic', 'composed', 'precomposed', 'PUA', 'exact', 'unicode', 'Unicode')]"/>
    <xsl:sequence select="
      (if ($v:reading = 'diplomatic') then ($own, $mappings)[1]/normalize-space() else ($plain, $mappings)[1]/normalize-space(),
       $v:characters($name), $declared/(unicodeProp, localProp)[@name = ('Name', 'name')][1]/('[' || lower-case(@value) || ']'), '&#xFFFD;')[1]"/>
  </xsl:function>

  <xsl:template match="charDecl | char | glyph | mapping | localProp | unicodeProp | unihanProp" mode="v:view">
    <xsl:apply-templates select="." mode="v:data"/>
  </xsl:template>
</xsl:stylesheet>
