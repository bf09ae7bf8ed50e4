<?xml version="1.0" encoding="UTF-8"?>
<!-- Bibliography (TEI P5, 3.12): loose citations run on; structured ones get the punctuation that TEI leaves to the reader. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="listBibl" mode="v:view" as="element(v:block)">
    <v:block kind="listBibl">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:block>
  </xsl:template>

  <xsl:template match="bibl | biblStruct | biblFull" mode="v:view">
    <xsl:choose>
      <xsl:when test="v:among-blocks(.) or parent::listBibl or parent::list or parent::sourceDesc or parent::relatedItem[parent::listBibl]">
        <v:record kind="bibl">
          <xsl:apply-templates select="@*" mode="v:attributes"/>
          <xsl:call-template name="v:citation"/>
        </v:record>
      </xsl:when>
      <xsl:otherwise>
        <v:inline kind="bibl">
          <xsl:apply-templates select="@*" mode="v:attributes"/>
          <xsl:call-template name="v:citation"/>
        </v:inline>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- With text of its own a citation brings its punctuation; parts alone are joined by commas. -->
  <xsl:template name="v:citation">
    <xsl:choose>
      <xsl:when test="text()[normalize-space()]">
        <xsl:apply-templates mode="v:view"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="v:joined"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="analytic | monogr | series | imprint | relatedItem | editionStmt | publicationStmt | seriesStmt | titleStmt | fileDesc | notesStmt | availability
                       | meeting[*][not(text()[normalize-space()])] | respStmt | biblFull/*" mode="v:view">
    <xsl:call-template name="v:joined"/>
  </xsl:template>

  <xsl:template name="v:joined">
    <xsl:for-each select="text()[normalize-space()] | *[normalize-space() or .//@target or .//@when or self::pb or self::ptr]">
      <xsl:if test="position() gt 1">
        <xsl:text>{if (self::note or self::idno or self::ref or self::ptr) then ' ' else if (../self::respStmt) then ' ' else ', '}</xsl:text>
      </xsl:if>
      <xsl:apply-templates select="." mode="v:view"/>
      <xsl:if test="self::date[not(normalize-space())]">
        <xsl:value-of select="v:interval(.)"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="publisher | pubPlace | biblScope | citedRange | edition | extent | resp | funder | sponsor | principal | distributor | authority | meeting
                       | textLang | licence | altIdentifier" mode="v:view">
    <xsl:call-template name="v:plain"/>
  </xsl:template>

  <xsl:template match="idno" mode="v:view">
    <xsl:choose>
      <xsl:when test="not(*) and matches(normalize-space(), '^https?://\S+$')">
        <v:link href="{v:escaped(string())}">
          <xsl:apply-templates select="@*" mode="v:attributes"/>
          <xsl:apply-templates mode="#current"/>
        </v:link>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="v:plain"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
