<?xml version="1.0" encoding="UTF-8"?>
<!-- Plain text from the view: one block a line, with what a line breaker must know before it:
     U+FDD0, the indent of the first line, ",", the indent of the others, ";" (see toolkit/renderers/lines.py).
     After U+FDD3 instead of U+FDD0 stands a label for the next block; U+FDD4 is a line end that stays.
     A marker of a note stands between U+FDD1 and U+FDD2, so that it can be moved behind the word in which it stands. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xmlns:t="urn:tei-toolkit:text" exclude-result-prefixes="#all">

  <xsl:include href="../i18n/words.xsl"/>
  <xsl:include href="../common/blocks.xsl"/>
  <xsl:include href="../common/formulas.xsl"/>
  <xsl:include href="blocks.xsl"/>
  <xsl:include href="inlines.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- Where notes stand: "foot" or "end" (after the text), "inline" or "none". -->
  <xsl:param name="t:notes" as="xs:string" select="'end'"/>

  <xsl:variable name="v:notes-apart" as="xs:boolean" select="true()"/>

  <xsl:mode name="t:page" on-no-match="fail"/>

  <xsl:template match="/" mode="t:page" as="text()*">
    <xsl:apply-templates select="v:document/v:body/node()" mode="t:block"/>
    <xsl:if test="$t:notes = ('foot', 'end')">
      <xsl:variable name="notes" as="element(v:note)*" select="v:document/v:body//v:note"/>
      <xsl:sequence select="t:notes($notes[not(@kind = ('variant', 'index'))]), t:notes($notes[@kind = 'variant']), t:notes($notes[@kind = 'index'])"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="t:notes" as="text()*">
    <xsl:param name="notes" as="element(v:note)*"/>
    <xsl:if test="exists($notes)">
      <xsl:sequence select="$t:blank, $t:blank, t:line('* * *', 0, 0)"/>
      <xsl:apply-templates select="$notes" mode="t:note"/>
    </xsl:if>
  </xsl:function>

  <!-- What stands before the first line of the next block: a label. -->
  <xsl:function name="t:lead" as="text()">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="indent" as="xs:integer"/>
    <xsl:value-of select="'&#xFDD3;' || $indent || ',' || $indent || ';' || $text || '&#10;'"/>
  </xsl:function>

  <!-- A block: a mark, its text with single spaces, a line feed. -->
  <xsl:function name="t:line" as="text()">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="first" as="xs:integer"/>
    <xsl:param name="rest" as="xs:integer"/>
    <xsl:value-of select="'&#xFDD0;' || $first || ',' || $rest || ';' || normalize-space($text) || '&#10;'"/>
  </xsl:function>
</xsl:stylesheet>
