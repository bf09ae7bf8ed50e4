<?xml version="1.0" encoding="UTF-8"?>
<!-- Markdown (CommonMark, with the tables and footnotes of GitHub's dialect) from the view. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xmlns:m="urn:tei-toolkit:markdown" exclude-result-prefixes="#all">

  <xsl:include href="../i18n/words.xsl"/>
  <xsl:include href="../common/blocks.xsl"/>
  <xsl:include href="../common/formulas.xsl"/>
  <xsl:include href="inlines.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- Where notes stand: "foot" or "end" (as footnotes), "inline" or "none". -->
  <xsl:param name="m:notes" as="xs:string" select="'foot'"/>

  <xsl:variable name="v:notes-apart" as="xs:boolean" select="true()"/>

  <xsl:mode name="m:page" on-no-match="fail"/>
  <xsl:mode name="m:block" on-no-match="fail"/>

  <xsl:template match="/" mode="m:page" as="text()*">
    <xsl:apply-templates select="v:document/v:body/node()" mode="m:block"/>
    <xsl:if test="$m:notes = ('foot', 'end')">
      <xsl:apply-templates select="v:document/v:body//v:note" mode="m:note"/>
    </xsl:if>
  </xsl:template>

  <xsl:mode name="m:note" on-no-match="fail"/>

  <!-- A footnote; its blocks after the first are indented, so that they belong to it. -->
  <xsl:template match="v:note" mode="m:note" as="text()*">
    <xsl:variable name="text" as="xs:string">
      <xsl:value-of>
        <xsl:call-template name="m:flow">
          <xsl:with-param name="prefix" select="'    '" tunnel="yes"/>
        </xsl:call-template>
      </xsl:value-of>
    </xsl:variable>
    <xsl:value-of select="'[^' || m:key(@id) || ']: ' || replace($text, '^\s+|\s+$', '') || '&#10;&#10;'"/>
  </xsl:template>

  <!-- One block: its prefix (quotation marks of block quotations, indents of lists), its text, a blank line. -->
  <xsl:template name="m:line" as="text()?">
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:param name="lead" as="xs:string" select="''"/>
    <xsl:param name="end" as="xs:string" select="'&#10;'"/>
    <xsl:param name="prefix" as="xs:string" select="''" tunnel="yes"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space(m:text($nodes))"/>
    <xsl:if test="$text">
      <xsl:value-of select="$prefix || $lead || m:safe-start($text) || '&#10;' || replace($prefix, '\s+$', '') || $end"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="m:flow" as="text()*">
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:param name="lead" as="xs:string" select="''"/>
    <xsl:param name="prefix" as="xs:string" select="''" tunnel="yes"/>
    <xsl:for-each-group select="$nodes" group-adjacent="boolean(self::*[not(self::v:note)][v:is-block(.) or v:has-blocks(.)])">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="m:block">
            <xsl:with-param name="prefix" select="$prefix || replace($lead, '\S', ' ')" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="m:line">
            <xsl:with-param name="nodes" select="current-group()"/>
            <xsl:with-param name="lead" select="if (position() = 1) then $lead else replace($lead, '\S', ' ')"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="* | text()" mode="m:block" as="text()*">
    <xsl:call-template name="m:flow">
      <xsl:with-param name="nodes" select="if (self::text()) then . else node()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="v:note" mode="m:block" as="text()*"/>

  <xsl:template match="v:heading" mode="m:block" as="text()*">
    <xsl:call-template name="m:line">
      <xsl:with-param name="nodes" select="node()"/>
      <xsl:with-param name="lead" select="substring('######', 1, min((6, max((1, count(ancestor::v:section[v:heading])))))) || ' '"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="v:quotation[@place = 'block']" mode="m:block" as="text()*">
    <xsl:param name="prefix" as="xs:string" select="''" tunnel="yes"/>
    <xsl:call-template name="m:flow">
      <xsl:with-param name="prefix" select="$prefix || '> '" tunnel="yes"/>
    </xsl:call-template>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Lines of verse end with a backslash: a line break that stays. -->
  <xsl:template match="v:line[not(v:has-blocks(.))]" mode="m:block" as="text()*">
    <xsl:param name="prefix" as="xs:string" select="''" tunnel="yes"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space(m:text(node()))"/>
    <xsl:if test="$text">
      <xsl:variable name="more" as="xs:boolean" select="exists(following-sibling::*[1][self::v:line])"/>
      <xsl:value-of select="$prefix || m:safe-start($text) || (if ($more) then '\' else '') || '&#10;' || (if ($more) then '' else replace($prefix, '\s+$', '') || '&#10;')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="v:list/v:item" mode="m:block" as="text()*">
    <xsl:call-template name="m:flow">
      <xsl:with-param name="lead" select="if (../@kind = 'numbered') then (count(preceding-sibling::v:item) + 1) || '. ' else '- '"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="v:speaker" mode="m:block" as="text()*">
    <xsl:call-template name="m:line">
      <xsl:with-param name="nodes" select="node()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="v:table[v:row][every $row in v:row satisfies v:is-running($row)]" mode="m:block" as="text()*">
    <xsl:param name="prefix" as="xs:string" select="''" tunnel="yes"/>
    <xsl:apply-templates select="node() except v:row" mode="#current"/>
    <xsl:variable name="columns" as="xs:integer" select="max(v:row/count(v:cell))"/>
    <xsl:for-each select="v:row">
      <xsl:value-of select="$prefix || '| ' || string-join((* ! normalize-space(m:text(node())), ((count(*) + 1) to $columns) ! ''), ' | ') || ' |&#10;'"/>
      <xsl:if test="position() = 1">
        <xsl:value-of select="$prefix || '|' || string-join((1 to $columns) ! ' --- |') || '&#10;'"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="v:preformatted" mode="m:block" as="text()*">
    <xsl:param name="prefix" as="xs:string" select="''" tunnel="yes"/>
    <xsl:value-of select="string-join(tokenize(string(), '\n') ! ($prefix || '    ' || . || '&#10;')) || '&#10;'"/>
  </xsl:template>
</xsl:stylesheet>
