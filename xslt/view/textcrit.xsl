<?xml version="1.0" encoding="UTF-8"?>
<!-- Critical apparatus (TEI P5, chapter 12): the lemma or the first reading in the text, the others as notes, each with its witnesses. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="app" mode="v:view">
    <xsl:sequence select="v:reading(., if (@from | @to | @loc) then () else (lem, rdg, rdgGrp/(lem, rdg))[1])"/>
  </xsl:template>

  <!-- An apparatus that stands apart from its text is a list of entries. -->
  <xsl:template match="listApp" mode="v:view" as="element(v:block)">
    <v:block kind="apparatus">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:block>
  </xsl:template>

  <xsl:template match="listApp/app | standOff/app | back/app" priority="1" mode="v:view" as="element(v:record)">
    <v:record kind="app">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:if test="@loc | @n">
        <xsl:attribute name="n" select="normalize-space((@loc, @n)[1])"/>
      </xsl:if>
      <xsl:for-each select="* | text()[normalize-space()]">
        <v:variant kind="{(local-name()[.], 'rdg')[1]}">
          <xsl:sequence select="v:witnesses(.)"/>
          <xsl:apply-templates select="." mode="#current"/>
        </v:variant>
      </xsl:for-each>
    </v:record>
  </xsl:template>

  <xsl:template match="lem | rdg" mode="v:view">
    <xsl:call-template name="v:plain"/>
  </xsl:template>

  <xsl:template match="rdgGrp" mode="v:view">
    <xsl:for-each select="*">
      <v:variant kind="{local-name()}">
        <xsl:sequence select="v:witnesses(.)"/>
        <xsl:apply-templates select="." mode="#current"/>
      </v:variant>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="app/note | rdgGrp/note | app//witDetail | app/wit | rdgGrp/wit" priority="2" mode="v:view" as="element(v:inline)">
    <xsl:call-template name="v:phrase"/>
  </xsl:template>

  <xsl:template match="wit | witDetail" mode="v:view" as="node()+">
    <xsl:text> </xsl:text>
    <xsl:call-template name="v:phrase"/>
  </xsl:template>

  <!-- Sigla as the edition writes them: what follows "#", or the witness's own name. -->
  <xsl:function name="v:witnesses" as="attribute(witnesses)?">
    <xsl:param name="reading" as="node()"/>
    <xsl:variable name="sigla" as="xs:string*" select="
      for $pointer in tokenize($reading/self::*/@wit)
      return (key('v:ids', v:identifier(substring-after($pointer, '#')), root($reading))[1]/self::witness/@n/string(), replace($pointer, '^.*#', ''))[1]"/>
    <xsl:if test="exists($sigla)">
      <xsl:attribute name="witnesses" select="$sigla"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="listWit" mode="v:view" as="element(v:block)">
    <v:block kind="listWit">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:block>
  </xsl:template>

  <xsl:template match="witness" mode="v:view" as="element(v:record)">
    <v:record kind="witness" n="{(@n, @xml:id)[1]}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:record>
  </xsl:template>

  <xsl:template match="witStart | witEnd | lacunaStart | lacunaEnd | variantEncoding" mode="v:view"/>
</xsl:stylesheet>
