<?xml version="1.0" encoding="UTF-8"?>
<!-- Quotations (TEI P5, 3.3.3), four kinds told apart; the marks are the source's own and stay in the text. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="said | quote | q | soCalled" mode="v:view" as="element(v:quotation)">
    <v:quotation kind="{if (self::soCalled) then 'so-called' else local-name()}">
      <xsl:if test="v:is-block-quotation(.)">
        <xsl:attribute name="place" select="'block'"/>
      </xsl:if>
      <xsl:if test="@who">
        <xsl:attribute name="target" select="v:href(@who)"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:quotation>
  </xsl:template>

  <xsl:function name="v:is-block-quotation" as="xs:boolean">
    <xsl:param name="quotation" as="element()"/>
    <xsl:sequence select="v:rend($quotation/@rend) = 'block' or v:holds-blocks($quotation) or v:among-blocks($quotation)"/>
  </xsl:function>

  <xsl:template match="cit" mode="v:view">
    <xsl:choose>
      <xsl:when test="v:among-blocks(.) or quote[v:is-block-quotation(.)] or q[v:is-block-quotation(.)]">
        <v:block kind="cit">
          <xsl:apply-templates select="@*" mode="v:attributes"/>
          <xsl:apply-templates mode="#current"/>
        </v:block>
      </xsl:when>
      <xsl:otherwise>
        <v:inline kind="cit">
          <xsl:apply-templates select="@*" mode="v:attributes"/>
          <xsl:call-template name="v:spaced"/>
        </v:inline>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Children of an element that holds no text are parted by a space, which TEI leaves to the reader. -->
  <xsl:template name="v:spaced">
    <xsl:for-each select="node()">
      <xsl:if test="position() gt 1">
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="." mode="v:view"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
