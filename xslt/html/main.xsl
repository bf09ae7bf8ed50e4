<?xml version="1.0" encoding="UTF-8"?>
<!-- HTML from the view: one page that needs no script and nothing beside it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xmlns:h="urn:tei-toolkit:html" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:include href="../i18n/words.xsl"/>
  <xsl:include href="../common/blocks.xsl"/>
  <xsl:include href="page.xsl"/>
  <xsl:include href="head.xsl"/>
  <xsl:include href="contents.xsl"/>
  <xsl:include href="blocks.xsl"/>
  <xsl:include href="inlines.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="records.xsl"/>

  <xsl:output method="html" html-version="5.0" indent="no" encoding="UTF-8" include-content-type="no"/>

  <!-- Where notes stand: "foot" (at the foot of the page, and beside the text where there is room), "end", "inline" or "none". -->
  <xsl:param name="h:notes" as="xs:string" select="'foot'"/>

  <xsl:mode name="h:page" on-no-match="fail" use-accumulators="h:paragraph h:name h:graphic"/>
  <xsl:mode name="h:flow" on-no-match="fail"/>

  <xsl:template match="text()" mode="h:flow" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

  <xsl:template match="/" mode="h:page" as="document-node()">
    <xsl:document>
      <xsl:apply-templates select="v:document" mode="#current"/>
    </xsl:document>
  </xsl:template>

  <!-- id, lang, class and style, where the view states them. -->
  <xsl:function name="h:attributes" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="class" as="xs:string?"/>
    <xsl:sequence select="$element/@id, $element/@lang, $element/@style"/>
    <xsl:variable name="classes" as="xs:string*" select="
      $class[.], $element/@rend/tokenize(.), $element/@cert ! ('cert-' || .)"/>
    <xsl:if test="exists($classes)">
      <xsl:attribute name="class" select="$classes"/>
    </xsl:if>
    <xsl:if test="$classes = 'transposed'">
      <xsl:attribute name="title" select="v:word('transposed')"/>
    </xsl:if>
  </xsl:function>

  <!-- A line feed parts blocks in the page's own text, so that words of two blocks never run together where styles are off. -->
  <xsl:variable name="h:line" as="text()">
    <xsl:text>&#10;</xsl:text>
  </xsl:variable>

  <!-- Before a block that follows running text. -->
  <xsl:function name="h:gap" as="text()?">
    <xsl:param name="block" as="element()"/>
    <xsl:if test="$block/preceding-sibling::node()[1][not(self::*[v:is-block(.)])]">
      <xsl:sequence select="$h:line"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
