<?xml version="1.0" encoding="UTF-8"?>
<!-- The words around the text, in the reader's language. One file a language; what it lacks is said in English, and an
     element without a word is called by its own name ("sourceDesc" is "source desc"). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:v="urn:tei-toolkit:view" exclude-result-prefixes="#all">

  <!-- The language of the words around the text: the name of a file of this folder. -->
  <xsl:param name="v:lang" as="xs:string" select="'en'"/>

  <xsl:variable name="v:words" as="map(xs:string, xs:string)" select="
    map:merge((v:words-of($v:lang), v:words-of('en')), map{'duplicates': 'use-first'})"/>

  <xsl:function name="v:words-of" as="map(xs:string, xs:string)">
    <xsl:param name="language" as="xs:string"/>
    <xsl:map>
      <xsl:for-each select="doc($language || '.xml')/words/word">
        <xsl:map-entry key="string(@key)" select="string()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <xsl:function name="v:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="
      ($v:words($key), lower-case(replace(replace($key, '^\w+\.', ''), '(\p{Ll})(\p{Lu})', '$1 $2')))[1]"/>
  </xsl:function>
</xsl:stylesheet>
