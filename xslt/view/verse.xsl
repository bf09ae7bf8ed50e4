<?xml version="1.0" encoding="UTF-8"?>
<!-- Verse (TEI P5, 3.13.1 and chapter 6): stanzas and lines, with the numbers that the source gives. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="lg" mode="v:view" as="element(v:stanza)">
    <v:stanza kind="{if (lg) then 'group' else 'stanza'}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:stanza>
  </xsl:template>

  <xsl:template match="l" mode="v:view" as="element(v:line)">
    <v:line>
      <xsl:if test="@n">
        <xsl:attribute name="n" select="normalize-space(@n)"/>
      </xsl:if>
      <xsl:if test="@part = ('I', 'M', 'F')">
        <xsl:attribute name="part" select="@part"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:line>
  </xsl:template>

  <xsl:template match="caesura" mode="v:view" as="element(v:space)">
    <v:space kind="caesura"/>
  </xsl:template>

  <xsl:template match="rhyme" mode="v:view">
    <xsl:call-template name="v:plain"/>
  </xsl:template>
</xsl:stylesheet>
