<?xml version="1.0" encoding="UTF-8"?>
<!-- Formulas in a line of text: what MathML sets above, below or under a root is said by signs. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:math="http://www.w3.org/1998/Math/MathML" xmlns:v="urn:tei-toolkit:view" exclude-result-prefixes="#all">

  <xsl:mode name="v:linear" on-no-match="text-only-copy"/>

  <xsl:function name="v:linear" as="xs:string">
    <xsl:param name="formula" as="element()"/>
    <xsl:value-of>
      <xsl:apply-templates select="$formula" mode="v:linear"/>
    </xsl:value-of>
  </xsl:function>

  <xsl:template match="text()" mode="v:linear" as="text()">
    <xsl:value-of select="normalize-space()"/>
  </xsl:template>

  <xsl:template match="math:mo[normalize-space() = ('=', '+', '−', '-', '&lt;', '>', '≤', '≥', '≠', '≈', '→')]" mode="v:linear" as="text()">
    <xsl:value-of select="' ' || normalize-space() || ' '"/>
  </xsl:template>

  <xsl:template match="math:mfrac" mode="v:linear" as="text()">
    <xsl:value-of select="v:factor(*[1]) || '/' || string-join((* except *[1]) ! v:factor(.))"/>
  </xsl:template>

  <xsl:template match="math:msup | math:mover" mode="v:linear" as="text()">
    <xsl:value-of select="v:factor(*[1]) || '^' || string-join((* except *[1]) ! v:factor(.))"/>
  </xsl:template>

  <xsl:template match="math:msub | math:munder" mode="v:linear" as="text()">
    <xsl:value-of select="v:factor(*[1]) || '_' || string-join((* except *[1]) ! v:factor(.))"/>
  </xsl:template>

  <xsl:template match="math:msubsup | math:munderover" mode="v:linear" as="text()">
    <xsl:value-of select="v:factor(*[1]) || '_' || string-join(*[2] ! v:factor(.)) || '^' || string-join(*[position() gt 2] ! v:factor(.))"/>
  </xsl:template>

  <xsl:template match="math:msqrt" mode="v:linear" as="text()">
    <xsl:value-of select="'√(' || string-join(* ! v:linear(.)) || ')'"/>
  </xsl:template>

  <xsl:template match="math:mtd | math:mtext" mode="v:linear" as="text()">
    <xsl:value-of select="' ' || string-join(node() ! (if (self::*) then v:linear(.) else normalize-space())) || ' '"/>
  </xsl:template>

  <!-- A part of a formula; in brackets, if it is more than one sign or number. -->
  <xsl:function name="v:factor" as="xs:string">
    <xsl:param name="part" as="element()?"/>
    <xsl:variable name="text" as="xs:string" select="if ($part) then v:linear($part) else ''"/>
    <xsl:sequence select="if (count($part/descendant-or-self::*[text()[normalize-space()]]) gt 1) then '(' || $text || ')' else $text"/>
  </xsl:function>
</xsl:stylesheet>
