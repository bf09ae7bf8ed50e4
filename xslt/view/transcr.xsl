<?xml version="1.0" encoding="UTF-8"?>
<!-- Representation of primary sources (TEI P5, chapter 11): surfaces, zones, lines, hands, spans, metamarks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- A zone among the words of a line (an addition, a glyph) belongs to the line. -->
  <xsl:template match="zone" mode="v:view">
    <xsl:choose>
      <xsl:when test="parent::line | parent::seg | parent::add | parent::mod">
        <xsl:call-template name="v:phrase"/>
      </xsl:when>
      <xsl:otherwise>
        <v:block kind="{string-join(('zone', normalize-space(@type)[matches(., '^[\w\-]+$')]), ' ')}">
          <xsl:apply-templates select="@*" mode="v:attributes"/>
          <xsl:apply-templates mode="#current"/>
        </v:block>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="line" mode="v:view" as="element(v:line)">
    <v:line kind="source">
      <xsl:if test="@n">
        <xsl:attribute name="n" select="normalize-space(@n)"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:line>
  </xsl:template>

  <xsl:template match="metamark" mode="v:view" as="element(v:inline)?">
    <!-- A sign of the source file's own markup (an underscore about italics) says how to read and is not read. -->
    <xsl:if test="node() and not(@function = 'markup')">
      <xsl:call-template name="v:phrase"/>
    </xsl:if>
  </xsl:template>

  <!-- Signs of a transcription's own markup ("_" about italics) are said by type, not read. -->
  <xsl:template match="metamark[@function = 'markup']" priority="1" mode="v:view" as="element(v:inline)?">
    <xsl:if test="$v:reading = 'diplomatic'">
      <xsl:call-template name="v:phrase"/>
    </xsl:if>
  </xsl:template>

  <!-- Points at which something begins or ends, and pointers to other places: nothing to read. -->
  <xsl:template match="addSpan | delSpan | damageSpan | handShift | path | substJoin | listTranspose | transpose | undo | redo" mode="v:view" as="element(v:anchor)?">
    <xsl:if test="@xml:id">
      <v:anchor>
        <xsl:apply-templates select="@xml:id" mode="v:attributes"/>
      </v:anchor>
    </xsl:if>
  </xsl:template>

  <xsl:template match="handNotes" mode="v:view" as="element()*">
    <xsl:apply-templates select="." mode="v:data"/>
  </xsl:template>
</xsl:stylesheet>
