<?xml version="1.0" encoding="UTF-8"?>
<!-- Figures, images and formulas. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:m="http://www.w3.org/1998/Math/MathML"
                xmlns:v="urn:tei-toolkit:view" xmlns:h="urn:tei-toolkit:html" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:template match="v:figure" mode="h:flow" as="node()*">
    <figure>
      <xsl:sequence select="h:attributes(., @kind)"/>
      <xsl:sequence select="$h:line"/>
      <xsl:apply-templates select="node() except v:caption" mode="#current"/>
      <xsl:if test="v:caption">
        <figcaption>
          <xsl:apply-templates select="v:caption" mode="#current"/>
        </figcaption>
        <xsl:sequence select="$h:line"/>
      </xsl:if>
    </figure>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:template match="v:caption" mode="h:flow" as="node()*">
    <div>
      <xsl:sequence select="h:attributes(., @kind)"/>
      <xsl:apply-templates mode="#current"/>
    </div>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <!-- A page that is one file fetches no image by itself: the image is a link. -->
  <xsl:template match="v:graphic" mode="h:flow" as="node()*">
    <xsl:choose>
      <xsl:when test="ancestor::*[self::v:link or self::v:name[@target ne ''] or self::v:noteref] or not(@href[. ne ''])">
        <span>
          <xsl:sequence select="h:attributes(., 'graphic')"/>
          <xsl:apply-templates mode="#current"/>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <a href="{@href}">
          <xsl:sequence select="h:attributes(., 'graphic')"/>
          <xsl:value-of select="v:word('image')"/>
        </a>
        <xsl:apply-templates mode="#current"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:template match="v:formula" mode="h:flow" as="node()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="m:*" mode="h:flow" as="element()">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1998/Math/MathML">
      <xsl:sequence select="@* except (@xml:*, @*[namespace-uri() ne ''], @*[starts-with(lower-case(local-name()), 'on')], @id, @href, @style, @class)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
