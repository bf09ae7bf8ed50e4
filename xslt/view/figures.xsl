<?xml version="1.0" encoding="UTF-8"?>
<!-- Tables, formulas, figures and music (TEI P5, chapter 15). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xmlns:m="http://www.w3.org/1998/Math/MathML" xmlns:svg="http://www.w3.org/2000/svg" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="table" mode="v:view" as="element(v:table)">
    <v:table>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:table>
  </xsl:template>

  <xsl:template match="row" mode="v:view" as="element(v:row)">
    <v:row>
      <xsl:if test="@role = 'label'">
        <xsl:attribute name="role" select="'label'"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:row>
  </xsl:template>

  <xsl:template match="cell" mode="v:view" as="element(v:cell)">
    <v:cell>
      <xsl:if test="@role = 'label'">
        <xsl:attribute name="role" select="'label'"/>
      </xsl:if>
      <xsl:for-each select="@cols, @rows">
        <xsl:if test="matches(normalize-space(), '^[1-9][0-9]{0,2}$') and number() gt 1">
          <xsl:attribute name="{local-name()}" select="normalize-space()"/>
        </xsl:if>
      </xsl:for-each>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:cell>
  </xsl:template>

  <xsl:template match="figure | notatedMusic" mode="v:view" as="element(v:figure)">
    <v:figure kind="{local-name()}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:figure>
  </xsl:template>

  <xsl:template match="figure/head | figure/figDesc | notatedMusic/head | notatedMusic/desc | notatedMusic/label | table/desc" priority="1" mode="v:view" as="element(v:caption)">
    <v:caption kind="{local-name()}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:caption>
  </xsl:template>

  <xsl:template match="figDesc" mode="v:view" as="element(v:inline)">
    <xsl:call-template name="v:phrase"/>
  </xsl:template>

  <!-- Mathematics in MathML is passed on; any other notation is text. -->
  <xsl:template match="formula" mode="v:view" as="element(v:formula)">
    <v:formula>
      <xsl:if test="@notation">
        <xsl:attribute name="notation" select="normalize-space(@notation)"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:formula>
  </xsl:template>

  <xsl:template match="m:math" mode="v:view" as="element()">
    <xsl:copy copy-namespaces="no">
      <xsl:copy-of select="@*"/>
      <xsl:apply-templates select="* | text()" mode="v:math"/>
    </xsl:copy>
  </xsl:template>

  <xsl:mode name="v:math" on-no-match="shallow-copy"/>

  <xsl:template match="comment() | processing-instruction()" mode="v:math"/>

  <!-- Scores in other vocabularies (MEI, MusicXML, SVG) are not text. -->
  <xsl:template match="notatedMusic/*:score | notatedMusic/*:mei" mode="v:view"/>

  <!-- Of a drawing, its words. -->
  <xsl:template match="svg:svg" mode="v:view" as="element(v:inline)">
    <v:inline kind="drawing">
      <xsl:for-each select=".//text()[normalize-space()]">
        <xsl:value-of select="normalize-space() || ' '"/>
      </xsl:for-each>
    </v:inline>
  </xsl:template>
</xsl:stylesheet>
