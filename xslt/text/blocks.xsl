<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks of plain text: blank lines and indents instead of type. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xmlns:t="urn:tei-toolkit:text" exclude-result-prefixes="#all">

  <xsl:mode name="t:block" on-no-match="fail"/>

  <xsl:variable name="t:blank" as="text()">
    <xsl:text>&#10;</xsl:text>
  </xsl:variable>

  <!-- Blocks and stretches of running text, in their order; a stretch is a block of its own. -->
  <xsl:template name="t:flow" as="text()*">
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:param name="first" as="xs:integer" select="0"/>
    <xsl:param name="rest" as="xs:integer" select="$first"/>
    <xsl:param name="lead" as="xs:string" select="''"/>
    <xsl:choose>
      <xsl:when test="not($nodes[self::*[not(self::v:note)][v:is-block(.) or v:has-blocks(.)]])">
        <xsl:variable name="text" as="xs:string" select="t:text($nodes)"/>
        <xsl:if test="normalize-space($lead || $text)">
          <xsl:sequence select="t:line($lead || $text, $first, $rest)"/>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="$lead and $nodes[self::* or normalize-space()][1][self::*[not(self::v:note)][v:is-block(.) or v:has-blocks(.)]]">
          <xsl:sequence select="t:lead($lead, $first)"/>
        </xsl:if>
        <xsl:for-each-group select="$nodes" group-adjacent="boolean(self::*[not(self::v:note)][v:is-block(.) or v:has-blocks(.)])">
          <xsl:choose>
            <xsl:when test="current-grouping-key()">
              <xsl:apply-templates select="current-group()" mode="t:block">
                <xsl:with-param name="indent" select="$rest" tunnel="yes"/>
              </xsl:apply-templates>
            </xsl:when>
            <xsl:otherwise>
              <xsl:variable name="text" as="xs:string" select="t:text(current-group())"/>
              <xsl:if test="normalize-space($text)">
                <xsl:if test="position() gt 1">
                  <xsl:sequence select="$t:blank"/>
                </xsl:if>
                <xsl:sequence select="t:line((if (position() = 1) then $lead else '') || $text, $first, $rest)"/>
              </xsl:if>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An inline that holds blocks, and what only groups: as if it were not there. -->
  <xsl:template match="* | text()" mode="t:block" as="text()*">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:call-template name="t:flow">
      <xsl:with-param name="nodes" select="if (self::text()) then . else node()"/>
      <xsl:with-param name="first" select="$indent"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="v:note | v:caption[not(normalize-space())]" mode="t:block" as="text()*"/>

  <!-- A reading of whole blocks is called at the end of the last. -->
  <xsl:template match="v:noteref[@kind]" mode="t:block" as="text()*">
    <xsl:next-match/>
    <xsl:if test="$t:notes = ('foot', 'end')">
      <xsl:value-of select="'&#xFDDA;[' || t:letters(@label) || ']&#10;'"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="v:heading" mode="t:block" as="text()*">
    <xsl:sequence select="$t:blank, $t:blank"/>
    <xsl:next-match/>
    <xsl:sequence select="$t:blank"/>
  </xsl:template>

  <xsl:template match="v:paragraph | v:block | v:stanza | v:speech | v:rule | v:entry | v:figure | v:table | v:list | v:record | v:fields" mode="t:block" as="text()*">
    <xsl:sequence select="$t:blank"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- What is said begins on the line after the speaker's name; what is done outside of speeches stands apart. -->
  <xsl:template match="v:speech/v:paragraph[preceding-sibling::*[1][self::v:speaker or self::v:stage[preceding-sibling::*[1][self::v:speaker]]]]"
                priority="1" mode="t:block" as="text()*">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:call-template name="t:flow">
      <xsl:with-param name="first" select="$indent"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="v:stage[@place = 'block'][not(parent::v:speech)]" mode="t:block" as="text()*">
    <xsl:sequence select="$t:blank"/>
    <xsl:next-match/>
  </xsl:template>

  <!-- Who speaks an utterance, and the number of a sense, are said by attributes. -->
  <xsl:template match="v:speech[@label] | v:entry[@n] | v:record[@n]" priority="1" mode="t:block" as="text()*">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:sequence select="$t:blank"/>
    <xsl:call-template name="t:flow">
      <xsl:with-param name="lead" select="if (@label) then @label || ': ' else if (self::v:entry) then @n || '. ' else @n || ' '"/>
      <xsl:with-param name="first" select="$indent"/>
      <xsl:with-param name="rest" select="$indent + 4"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Lines of an address, and what is written below one another at a letter's end or beginning, stand on lines that follow. -->
  <xsl:template match="v:block[@kind = 'addrLine'] | v:block[@kind = ('signed', 'dateline')][preceding-sibling::*[1]/@kind = ('salute', 'signed', 'dateline')]"
                priority="1" mode="t:block" as="text()*">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:call-template name="t:flow">
      <xsl:with-param name="first" select="$indent"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="v:quotation[@place = 'block'] | v:block[@kind = 'floating-text']" priority="1" mode="t:block" as="text()*">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:sequence select="$t:blank"/>
    <xsl:call-template name="t:flow">
      <xsl:with-param name="first" select="$indent + 4"/>
    </xsl:call-template>
    <xsl:sequence select="$t:blank"/>
  </xsl:template>

  <xsl:template match="v:line" mode="t:block" as="text()*">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:variable name="first" as="xs:integer" select="$indent + 2 + (if (@part = 'M') then 8 else if (@part = 'F') then 16 else 0) + (if (tokenize(@rend) = 'indent') then 4 else 0)"/>
    <xsl:call-template name="t:flow">
      <xsl:with-param name="lead" select="if (v:shows-number(.)) then '&#xFDD9;' || @n || '&#xFDD9;' else ''"/>
      <xsl:with-param name="first" select="$first"/>
      <xsl:with-param name="rest" select="$first + 4"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="v:list/v:item" mode="t:block" as="text()*">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:variable name="lead" as="xs:string" select="
      if (../@kind = 'bulleted') then '- '
      else if (../@kind = 'numbered') then (@n/string(), string(count(preceding-sibling::v:item) + 1))[1] || '. '
      else ''"/>
    <xsl:call-template name="t:flow">
      <xsl:with-param name="lead" select="$lead"/>
      <xsl:with-param name="first" select="$indent + 2 + (if (../@kind = 'labelled') then 2 else 0)"/>
      <xsl:with-param name="rest" select="$indent + 4"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="v:list/v:label" mode="t:block" as="text()*">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:call-template name="t:flow">
      <xsl:with-param name="first" select="$indent + 2"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A row: its indent, whether it holds the columns' names, and for each cell its columns and rows and its text. -->
  <xsl:template match="v:table/v:row" mode="t:block" as="text()*">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="v:is-running(.)">
        <xsl:variable name="cells" as="xs:string*" select="
          node()[self::* or normalize-space()] ! ('&#xFDD8;' || (@cols, 1)[1] || ',' || (@rows, 1)[1] || ';' || normalize-space(t:text(.)))"/>
        <xsl:value-of select="'&#xFDD7;' || $indent || ',' || number(@role = 'label') || ';' || string-join($cells) || '&#10;'"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="#current"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="v:preformatted" mode="t:block" as="text()*">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:sequence select="$t:blank"/>
    <xsl:for-each select="tokenize(t:text(node()), '\n')">
      <xsl:sequence select="t:line(., $indent + 4, $indent + 8)"/>
    </xsl:for-each>
    <xsl:sequence select="$t:blank"/>
  </xsl:template>

  <xsl:template match="v:variant" mode="t:block" as="text()*">
    <xsl:param name="indent" as="xs:integer" select="0" tunnel="yes"/>
    <xsl:call-template name="t:flow">
      <xsl:with-param name="lead" select="t:variant-label(.)"/>
      <xsl:with-param name="first" select="$indent"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:mode name="t:note" on-no-match="fail"/>

  <xsl:template match="v:note" mode="t:note" as="text()*">
    <xsl:sequence select="$t:blank"/>
    <xsl:call-template name="t:flow">
      <xsl:with-param name="lead" select="if (@label) then '[' || t:note-label(.) || '] ' || @witnesses ! (. || ': ') else ''"/>
      <xsl:with-param name="first" select="0"/>
      <xsl:with-param name="rest" select="4"/>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
