<?xml version="1.0" encoding="UTF-8"?>
<!-- Figures, images and formulas. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:m="http://www.w3.org/1998/Math/MathML"
                xmlns:v="urn:tei-toolkit:view" xmlns:h="urn:tei-toolkit:html" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:accumulator name="h:graphic" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="v:graphic" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:template match="v:figure" mode="h:flow" as="node()*">
    <xsl:sequence select="h:gap(.)"/>
    <figure>
      <xsl:sequence select="h:attributes(., @kind)"/>
      <xsl:sequence select="$h:line"/>
      <xsl:variable name="last" as="element(v:caption)*" select="v:caption[empty(following-sibling::node()[not(self::v:caption)])]"/>
      <xsl:variable name="first" as="element(v:caption)*" select="if ($last) then () else v:caption[empty(preceding-sibling::node()[not(self::v:caption)])]"/>
      <xsl:sequence select="h:figcaption($first)"/>
      <xsl:apply-templates select="node() except ($first, $last)" mode="#current"/>
      <xsl:sequence select="h:figcaption($last)"/>
    </figure>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <!-- HTML wants a figure's caption first or last; others are blocks. -->
  <xsl:function name="h:figcaption" as="node()*">
    <xsl:param name="captions" as="element(v:caption)*"/>
    <xsl:if test="exists($captions)">
      <figcaption>
        <xsl:apply-templates select="$captions" mode="h:flow"/>
      </figcaption>
      <xsl:sequence select="$h:line"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="v:caption" mode="h:flow" as="node()*">
    <div>
      <xsl:sequence select="h:attributes(., @kind)"/>
      <xsl:apply-templates mode="#current"/>
    </div>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <!-- An image is fetched when it comes into sight, and leads to the whole of it; where it is missing its name is read instead. -->
  <xsl:template match="v:graphic" mode="h:flow" as="node()*">
    <xsl:variable name="content" as="node()*">
      <xsl:choose>
        <xsl:when test="@shown">
          <img src="{@shown}" alt="{h:image-name(.)}" loading="lazy" decoding="async" referrerpolicy="no-referrer"/>
        </xsl:when>
        <xsl:when test="@label or @href">
          <xsl:value-of select="h:image-name(.)"/>
        </xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="may-link" as="xs:boolean" select="
      empty(ancestor::*[self::v:link or self::v:name[@target ne ''] or self::v:noteref]) and @href ne '' and h:leads-somewhere(.)"/>
    <xsl:element name="{if ($may-link) then 'a' else 'span'}">
      <xsl:sequence select="h:attributes(., string-join(('graphic', @kind[. = 'zone']), ' '))"/>
      <xsl:if test="$may-link">
        <xsl:attribute name="href" select="@href"/>
      </xsl:if>
      <xsl:sequence select="$content"/>
    </xsl:element>
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:function name="h:image-name" as="xs:string">
    <xsl:param name="graphic" as="element(v:graphic)"/>
    <xsl:sequence select="
      if ($graphic/@kind = 'zone') then $graphic/@label
      else if ($graphic/@label) then v:word('break.page') || ' ' || $graphic/@label
      else v:word('image') || ' ' || $graphic/accumulator-before('h:graphic')"/>
  </xsl:function>

  <xsl:template match="v:formula" mode="h:flow" as="node()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- A numbered equation, to which the text refers. -->
  <xsl:template match="v:formula[@id]" mode="h:flow" as="element()">
    <xsl:element name="{if (v:has-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="h:attributes(., 'formula')"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="m:*" mode="h:flow" as="element()">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1998/Math/MathML">
      <xsl:sequence select="@* except (@xml:*, @*[namespace-uri() ne ''], @*[starts-with(lower-case(local-name()), 'on')], @id, @href, @style, @class)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
