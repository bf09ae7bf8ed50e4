<?xml version="1.0" encoding="UTF-8"?>
<!-- Breaks (TEI P5, 3.11.3): pages, columns, lines, gatherings, milestones; and the page's own furniture (11.6). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="pb | cb | gb | milestone | lb" mode="v:view" as="element(v:break)">
    <v:break kind="{v:break-kind(.)}">
      <xsl:if test="@n">
        <xsl:attribute name="n" select="normalize-space(@n)"/>
      </xsl:if>
      <xsl:if test="@break = 'no'">
        <xsl:attribute name="joined" select="'true'"/>
      </xsl:if>
      <xsl:if test="v:href(@facs)">
        <xsl:attribute name="href" select="v:href(@facs)"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:sequence select="v:page-id(.)"/>
    </v:break>
  </xsl:template>

  <xsl:function name="v:break-kind" as="xs:string">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="
      if ($break/self::pb) then 'page' else if ($break/self::cb) then 'column' else if ($break/self::gb) then 'gathering'
      else if ($break/self::milestone) then 'milestone' else if (v:lines-count($break)) then 'line' else 'space'"/>
  </xsl:function>

  <!-- Whether line ends are shown: always in the diplomatic reading and where lines were set on purpose
       (verse, titles, inscriptions), not in running prose. -->
  <xsl:function name="v:lines-count" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="$v:reading = 'diplomatic' or not($break/ancestor::p or $break/ancestor::note or $break/ancestor::ab)
      or exists($break/ancestor::ab[ancestor::div[@type = ('edition', 'textpart', 'inscription', 'transcription')]])"/>
  </xsl:function>

  <!-- A word divided at a line's or page's end is whole again, unless the reading is diplomatic: the white space before the break
       and the hyphen that only divides are left out. -->
  <xsl:template match="text()[v:is-divided(.)]" priority="1" mode="v:view" as="text()?">
    <xsl:variable name="head" as="xs:string" select="replace(., '\s+$', '')"/>
    <xsl:variable name="tail" as="xs:string" select="if (preceding-sibling::node()[1][@break = 'no']) then replace($head, '^\s+', '') else $head"/>
    <xsl:value-of select="if ($v:reading = 'diplomatic') then $tail else replace($tail, '[\-&#xAD;&#x2010;&#xAC;&#x2E17;]$', '')"/>
  </xsl:template>

  <xsl:template match="text()[preceding-sibling::node()[1]/@break = 'no']" mode="v:view" as="text()?">
    <xsl:value-of select="replace(., '^\s+', '')"/>
  </xsl:template>

  <xsl:function name="v:is-divided" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="$text/following-sibling::node()[1]/@break = 'no'"/>
  </xsl:function>

  <xsl:template match="fw" mode="v:view" as="element(v:furniture)">
    <v:furniture kind="{(normalize-space(@type)[. != ''], 'fw')[1]}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:furniture>
  </xsl:template>
</xsl:stylesheet>
