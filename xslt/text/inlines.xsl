<?xml version="1.0" encoding="UTF-8"?>
<!-- Inlines of plain text: their words, and the few signs that stand for type. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:math="http://www.w3.org/1998/Math/MathML" xmlns:v="urn:tei-toolkit:view" xmlns:t="urn:tei-toolkit:text" exclude-result-prefixes="#all">

  <xsl:mode name="t:inline" on-no-match="text-only-copy"/>

  <xsl:function name="t:text" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:value-of>
      <xsl:apply-templates select="$nodes" mode="t:inline"/>
    </xsl:value-of>
  </xsl:function>

  <xsl:template match="math:math" mode="t:inline" as="text()">
    <xsl:value-of select="v:linear(.)"/>
  </xsl:template>

  <!-- The reading of a character stands after it, in brackets. -->
  <xsl:template match="v:inline[@kind = 'rt']" mode="t:inline" as="text()*">
    <xsl:text>(</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <xsl:template match="v:break[@kind = 'line']" mode="t:inline" as="text()">
    <xsl:text>&#xFDD4;</xsl:text>
  </xsl:template>

  <xsl:template match="v:break" mode="t:inline" as="text()?">
    <xsl:if test="not(@joined)">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="v:gap" mode="t:inline" as="text()*">
    <xsl:value-of select="if (normalize-space()) then '[' else '[…]'"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:value-of select="if (normalize-space()) then ']' else ''"/>
  </xsl:template>

  <xsl:template match="v:space" mode="t:inline" as="text()">
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- What stands apart from its neighbours on a page is parted from them in a line too. -->
  <xsl:template match="v:label | v:cell | v:furniture | v:block | v:caption | v:entry | v:field | v:fields | v:figure | v:heading | v:item | v:line | v:list | v:paragraph
                       | v:preformatted | v:record | v:row | v:rule | v:section | v:speaker | v:speech | v:stanza | v:table | v:quotation[@place = 'block'] | v:stage[@place = 'block']" mode="t:inline" as="text()*">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="v:change[@kind = 'deleted']" mode="t:inline" as="text()*">
    <xsl:text>&#xFDD5;</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text>&#xFDD6;</xsl:text>
  </xsl:template>

  <!-- A marker of the source's own stays; brackets part it from its word unless it is a sign or brings its own. -->
  <xsl:template match="v:noteref" mode="t:inline" as="text()*">
    <xsl:variable name="own" as="xs:string" select="normalize-space(string-join(text() | *//text()))"/>
    <xsl:choose>
      <xsl:when test="@kind">
        <xsl:apply-templates mode="#current"/>
        <xsl:if test="$t:notes = ('foot', 'end') and following-sibling::node()[1][self::v:note[@kind = 'variant']]">
          <xsl:value-of select="'&#xFDD1;[' || t:letters(@label) || ']&#xFDD2;'"/>
        </xsl:if>
      </xsl:when>
      <xsl:when test="$own">
        <xsl:value-of select="if (matches($own, '^[\p{L}\p{N}]')) then '&#xFDD1;[' || $own || ']&#xFDD2;' else '&#xFDD1;' || $own || '&#xFDD2;'"/>
      </xsl:when>
      <xsl:when test="$t:notes = ('foot', 'end')">
        <xsl:value-of select="'&#xFDD1;[' || @label || ']&#xFDD2;'"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="v:note" mode="t:inline" as="text()*">
    <xsl:if test="$t:notes = 'inline'">
      <xsl:value-of select="' [' || normalize-space(t:text(node())) || '] '"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="t:note-label" as="xs:string">
    <xsl:param name="note" as="element(v:note)"/>
    <xsl:sequence select="if ($note/@kind = 'variant') then t:letters($note/@label) else string($note/@label)"/>
  </xsl:function>

  <!-- Readings are lettered, so that nobody takes them for notes: a, b, ... z, aa, ab. -->
  <xsl:function name="t:letters" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:number value="$number" format="a"/>
  </xsl:function>

  <xsl:template match="v:variant" mode="t:inline" as="text()*">
    <xsl:value-of select="t:variant-label(.)"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:value-of select="if (@kind = 'lem') then string-join((@witnesses ! (' ' || .), '] ')) else ' '"/>
  </xsl:template>

  <xsl:function name="t:variant-label" as="xs:string">
    <xsl:param name="variant" as="element(v:variant)"/>
    <xsl:sequence select="
      if ($variant/@kind = 'lem') then ''
      else string-join((v:word('element.' || $variant/@kind), $variant/@witnesses), ' ') || ': ' || (if ($variant/node()) then '' else v:word('omitted'))"/>
  </xsl:function>
</xsl:stylesheet>
