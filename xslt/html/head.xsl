<?xml version="1.0" encoding="UTF-8"?>
<!-- The page's head: title, style, Dublin Core (DCMI, "Expressing Dublin Core in HTML meta") and JSON-LD (schema.org). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xmlns:h="urn:tei-toolkit:html" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:mode name="h:head" on-no-match="fail"/>

  <xsl:variable name="h:style" as="xs:string" select="string-join(('page.css', 'text.css', 'kinds.css') ! unparsed-text(.))" static="yes"/>

  <!-- Notes beside the text need properties younger than some validators: they stand in a sheet of their own, still inside the page. -->
  <xsl:variable name="h:beside-style" as="xs:string" select="'data:text/css,' || encode-for-uri(normalize-space(unparsed-text('beside.css')))" static="yes"/>

  <xsl:template match="v:document" mode="h:head" as="element()">
    <head>
      <xsl:sequence select="$h:line"/>
      <meta charset="utf-8"/>
      <xsl:sequence select="$h:line"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <xsl:sequence select="$h:line"/>
      <title>
        <xsl:value-of select="(@title[. ne ''], v:word('untitled'))[1]"/>
      </title>
      <xsl:sequence select="$h:line"/>
      <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/"/>
      <xsl:if test="@title ne ''">
        <xsl:sequence select="$h:line"/>
        <meta name="DC.title" content="{@title}"/>
      </xsl:if>
      <xsl:for-each select="v:meta">
        <xsl:sequence select="$h:line"/>
        <meta name="DC.{if (@name = 'licence') then 'rights' else @name}" content="{@value}"/>
      </xsl:for-each>
      <xsl:sequence select="$h:line"/>
      <script type="application/ld+json">
        <xsl:value-of select="h:json-ld(.)"/>
      </script>
      <xsl:sequence select="$h:line"/>
      <style>
        <xsl:value-of select="$h:style"/>
      </style>
      <xsl:sequence select="$h:line"/>
      <xsl:if test="$h:notes = 'foot' and v:body//v:note[not(@kind = ('variant', 'index'))]">
        <link rel="stylesheet" href="{$h:beside-style}"/>
        <xsl:sequence select="$h:line"/>
      </xsl:if>
    </head>
  </xsl:template>

  <!-- "<" is escaped: no value may end the script element. -->
  <xsl:function name="h:json-ld" as="xs:string">
    <xsl:param name="document" as="element(v:document)"/>
    <xsl:variable name="pairs" as="xs:string*" select="
      '&quot;@context&quot;:&quot;https://schema.org&quot;', '&quot;@type&quot;:&quot;CreativeWork&quot;',
      h:pair('name', $document/@title[. ne '']), h:pair('inLanguage', $document/@lang[. ne 'und']),
      h:pair('author', $document/v:meta[@name = 'creator']/@value), h:pair('contributor', $document/v:meta[@name = 'contributor']/@value),
      h:pair('publisher', $document/v:meta[@name = 'publisher']/@value), h:pair('datePublished', $document/v:meta[@name = 'date']/@value),
      h:pair('license', $document/v:meta[@name = 'licence']/@value), h:pair('identifier', $document/v:meta[@name = 'identifier']/@value)"/>
    <xsl:sequence select="'{' || string-join($pairs, ',') || '}'"/>
  </xsl:function>

  <xsl:function name="h:pair" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="attribute()*"/>
    <xsl:variable name="quoted" as="xs:string*" select="distinct-values($values) ! h:json-string(.)"/>
    <xsl:sequence select="
      if (empty($quoted)) then ()
      else h:json-string($key) || ':' || (if (count($quoted) = 1) then $quoted else '[' || string-join($quoted, ',') || ']')"/>
  </xsl:function>

  <xsl:function name="h:json-string" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="serialize($value, map{'method': 'json'}) => replace('&lt;', '\\u003c') => replace('\\/', '/')"/>
  </xsl:function>
</xsl:stylesheet>
