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
  <xsl:variable name="v:notes-apart" as="xs:boolean" select="$h:notes ne 'inline'"/>

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
    <xsl:sequence select="$element/@id, $element/@lang, $element/@lang ! h:direction(.), $element/@style"/>
    <xsl:variable name="classes" as="xs:string*" select="
      $class[.], $element/@rend/tokenize(.), $element/@cert ! ('cert-' || .)"/>
    <xsl:if test="exists($classes)">
      <xsl:attribute name="class" select="$classes"/>
    </xsl:if>
    <xsl:if test="$element/@rend[contains(., 'transposed')]">
      <xsl:attribute name="title" select="v:word('transposed')"/>
    </xsl:if>
  </xsl:function>

  <!-- Languages and scripts that are written from right to left. -->
  <xsl:variable name="h:languages-to-left" as="xs:string*" select="tokenize('ar arc ckb dv fa he jrb lad mnd nqo ota ps sam sd syc syr ug ur yi')"/>
  <xsl:variable name="h:scripts-to-left" as="xs:string*" select="tokenize('arab hebr mand nkoo samr syrc thaa')"/>

  <!-- The direction of writing, where it changes. -->
  <xsl:function name="h:direction" as="attribute(dir)?">
    <xsl:param name="language" as="attribute(lang)"/>
    <xsl:variable name="around" as="attribute(lang)?" select="$language/../ancestor::*[@lang][1]/@lang"/>
    <xsl:if test="h:is-right-to-left($language) ne h:is-right-to-left(string($around))">
      <xsl:attribute name="dir" select="if (h:is-right-to-left($language)) then 'rtl' else 'ltr'"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:is-right-to-left" as="xs:boolean">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(lower-case($tag), '-')"/>
    <xsl:sequence select="
      if ($parts[2] = $h:scripts-to-left) then true()
      else $parts[1] = $h:languages-to-left and not(matches($parts[2], '^[a-z]{4}$'))"/>
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
