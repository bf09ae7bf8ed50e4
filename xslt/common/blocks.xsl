<?xml version="1.0" encoding="UTF-8"?>
<!-- What outputs ask of the view: which of its elements are blocks, and which inlines hold some. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:v="urn:tei-toolkit:view" exclude-result-prefixes="#all">

  <!-- Notes do not count where they stand elsewhere ($v:notes-apart, which each output states). -->
  <xsl:function name="v:has-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/*) and (some $child in $element/*[not($v:notes-apart and self::v:note)] satisfies (v:is-block($child) or v:has-blocks($child)))"/>
  </xsl:function>

  <xsl:variable name="v:blocks" as="map(xs:string, xs:boolean)" select="
    map:merge(tokenize('block caption entry field fields figure heading item line list paragraph preformatted record row rule section speaker speech stanza table')
      ! map{.: true()})"/>

  <xsl:function name="v:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      map:contains($v:blocks, local-name($element))
      or $element/@place = 'block' and exists($element[self::v:quotation or self::v:stage])
      or exists($element[self::v:label]/parent::v:list)"/>
  </xsl:function>

  <!-- Whether what an element holds can be read in a line: text, and blocks that hold no more than text. -->
  <xsl:function name="v:is-running" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="not(v:has-blocks($element)) or empty($element//(v:list | v:table | v:preformatted | v:figure | v:section | v:heading | v:register))"/>
  </xsl:function>

  <!-- Of verse, every fifth number where lines are numbered in full; any other name of a line is shown. -->
  <xsl:function name="v:shows-number" as="xs:boolean">
    <xsl:param name="line" as="element(v:line)"/>
    <xsl:sequence select="exists($line/@n[. ne ''][not(. castable as xs:integer) or number(.) mod 5 = 0])"/>
  </xsl:function>
</xsl:stylesheet>
