<?xml version="1.0" encoding="UTF-8"?>
<!-- Manuscript description (TEI P5, chapter 11): parts by name, phrases as they stand. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="msDesc | msPart | msFrag" mode="v:view" as="element()*">
    <xsl:apply-templates select="." mode="v:data"/>
  </xsl:template>

  <xsl:template match="msContents | physDesc | history | additional | objectDesc | supportDesc | layoutDesc | handDesc | typeDesc | scriptDesc | decoDesc | bindingDesc
                       | sealDesc | adminInfo | recordHist | custodialHist | msItem | msItemStruct | availability[not(ancestor::biblFull)]" mode="v:view" as="element()*">
    <xsl:apply-templates select="." mode="v:data"/>
  </xsl:template>

  <!-- A shelfmark is read in one line. -->
  <xsl:template match="msIdentifier | altIdentifier[*] | objectIdentifier" mode="v:data" priority="2" as="element(v:field)">
    <v:field label="{local-name()}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:call-template name="v:joined"/>
    </v:field>
  </xsl:template>

  <xsl:template match="msIdentifier | objectIdentifier | locusGrp" mode="v:view">
    <xsl:call-template name="v:joined"/>
  </xsl:template>

  <xsl:template match="dimensions" mode="v:data" priority="2" as="element(v:field)">
    <v:field label="{normalize-space(string-join((@type, 'dimensions')[1]))}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:call-template name="v:measures"/>
    </v:field>
  </xsl:template>

  <xsl:template match="dimensions" mode="v:view">
    <xsl:call-template name="v:measures"/>
  </xsl:template>

  <xsl:template name="v:measures">
    <xsl:for-each select="*">
      <xsl:if test="position() gt 1"> × </xsl:if>
      <xsl:apply-templates select="." mode="v:view"/>
      <xsl:if test="not(normalize-space())">
        <xsl:value-of select="@quantity, @extent"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:if test="@unit">
      <xsl:value-of select="' ' || @unit"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="locus | catchwords | signatures | secFol | stamp | watermark | heraldry | material | objectType | origPlace | dim | height | width | depth
                       | collection | repository | institution | msName | incipit | explicit | colophon | rubric | finalRubric | filiation | summary | support
                       | collation | foliation | condition | layout | typeNote | musicNotation | decoNote | additions | binding | seal | accMat | origin | provenance
                       | acquisition | source | custEvent | surrogates | handNote | scriptNote" mode="v:view">
    <xsl:call-template name="v:plain"/>
  </xsl:template>
</xsl:stylesheet>
