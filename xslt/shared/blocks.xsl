<?xml version="1.0" encoding="UTF-8"?>
<!-- What outputs ask of the view: which of its elements are blocks, and which inlines hold some. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" exclude-result-prefixes="#all">

  <!-- Notes do not count, they stand elsewhere. -->
  <xsl:function name="v:has-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/*) and (some $child in $element/(* except v:note) satisfies (v:is-block($child) or v:has-blocks($child)))"/>
  </xsl:function>

  <xsl:function name="v:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::v:paragraph or self::v:block or self::v:line or self::v:stanza or self::v:list or self::v:table
      or self::v:figure or self::v:section or self::v:heading or self::v:speech or self::v:speaker or self::v:record or self::v:fields or self::v:field
      or self::v:entry or self::v:item or self::v:row or self::v:caption or self::v:label[parent::v:list] or self::v:rule or self::v:preformatted or self::v:quotation[@place = 'block'] or self::v:stage[@place = 'block']])"/>
  </xsl:function>
</xsl:stylesheet>
