<?xml version="1.0" encoding="UTF-8"?>
<!-- Segments, anchors and what joins them (TEI P5, chapter 17). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="seg" mode="v:view">
    <xsl:call-template name="v:plain"/>
  </xsl:template>

  <xsl:template match="anchor" mode="v:view" as="element(v:anchor)">
    <v:anchor>
      <xsl:apply-templates select="@xml:id" mode="v:attributes"/>
    </v:anchor>
  </xsl:template>

  <!-- Relations between places: for processors. What they say in words is shown. -->
  <xsl:template match="link | alt | when" mode="v:view"/>

  <xsl:template match="linkGrp | altGrp | join | joinGrp | timeline | listAnnotation | annotation" mode="v:view" as="element(v:block)?">
    <xsl:if test="normalize-space()">
      <v:block kind="{local-name()}">
        <xsl:apply-templates select="@*" mode="v:attributes"/>
        <xsl:call-template name="v:parts"/>
      </v:block>
    </xsl:if>
  </xsl:template>

  <!-- Parts of a thing, with a space between two that touch: TEI's grammar tells them apart, a reader must see it. -->
  <xsl:template name="v:parts">
    <xsl:for-each select="node()">
      <xsl:if test="v:touches(.) or (self::text() and preceding-sibling::node()[1][self::label or self::head] and matches(., '^\w'))">
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="." mode="v:view"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="v:touches" as="xs:boolean">
    <xsl:param name="part" as="node()"/>
    <xsl:sequence select="v:is-part($part) and v:is-part($part/preceding-sibling::node()[1])"/>
  </xsl:function>

  <xsl:function name="v:is-part" as="xs:boolean">
    <xsl:param name="part" as="node()?"/>
    <xsl:sequence select="exists($part/self::*[not(self::hi or self::g or self::c or self::w or self::pc or self::m or self::lb or self::pb or self::cb or self::gb or self::milestone
      or self::ex or self::am or self::anchor or self::note or self::seg or self::choice or self::add or self::del or self::subst or self::unclear or self::supplied
      or self::gap or self::emph or self::abbr or self::expan or self::ref or self::ptr or self::index)][normalize-space()])"/>
  </xsl:function>
</xsl:stylesheet>
