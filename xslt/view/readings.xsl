<?xml version="1.0" encoding="UTF-8"?>
<!-- Choices (TEI P5, 3.5): one reading is shown, by policy; the others are called from it and stand apart, as notes of the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:accumulator name="v:variant" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="choice | app" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:template match="choice" mode="v:view">
    <xsl:sequence select="v:reading(., v:chosen(.))"/>
  </xsl:template>

  <xsl:function name="v:chosen" as="element()?">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="
      if ($v:reading = 'diplomatic') then ($choice/(sic | orig | abbr | am), $choice/*)[1]
      else ($choice/corr, $choice/reg, $choice/expan, $choice/ex, $choice/unclear[@cert = 'high'], $choice/*)[1]"/>
  </xsl:function>

  <!-- The chosen reading, and the others as a note of the apparatus. -->
  <xsl:function name="v:reading" as="node()*">
    <xsl:param name="place" as="element()"/>
    <xsl:param name="chosen" as="element()?"/>
    <xsl:variable name="number" as="xs:integer" select="$place/accumulator-before('v:variant')"/>
    <xsl:variable name="others" as="node()*" select="
      $place/(*[not(self::rdgGrp)], text()[normalize-space()], rdgGrp/(*[not(self::rdgGrp)], rdgGrp/*)) except $chosen"/>
    <xsl:variable name="variants" as="element(v:variant)*">
      <xsl:if test="$v:apparatus ne 'none'">
        <xsl:for-each select="$others">
          <v:variant kind="{(local-name()[.], 'rdg')[1]}">
            <xsl:sequence select="v:witnesses(.)"/>
            <xsl:apply-templates select="." mode="v:view"/>
          </v:variant>
        </xsl:for-each>
      </xsl:if>
    </xsl:variable>
    <xsl:variable name="back" as="xs:string" select="v:id($place, 'reading:' || $number)"/>
    <xsl:choose>
      <xsl:when test="exists($variants) and $v:apparatus = 'end'">
        <v:noteref kind="reading" note="app:{$number}" id="{$back}" label="{$number}">
          <xsl:apply-templates select="$chosen" mode="v:view"/>
        </v:noteref>
        <v:note kind="variant" id="app:{$number}" number="{$number}" label="{$number}" back="{$back}">
          <xsl:sequence select="$chosen ! v:witnesses(.)"/>
          <xsl:sequence select="$variants"/>
        </v:note>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="$place/@xml:id">
          <v:anchor id="{$back}"/>
        </xsl:if>
        <xsl:apply-templates select="$chosen" mode="v:view"/>
        <xsl:if test="exists($variants)">
          <v:inline kind="variants">
            <xsl:text> [</xsl:text>
            <xsl:sequence select="$variants"/>
            <xsl:text>]</xsl:text>
          </v:inline>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
