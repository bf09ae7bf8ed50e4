<?xml version="1.0" encoding="UTF-8"?>
<!-- Phrases available everywhere (TEI P5, chapter 3): highlighting, terms, names of things, addresses, ruby. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="hi | emph | foreign | distinct | mentioned | term | gloss | title | email | num | measure | measureGrp | unit | abbr | expan | ident | code | gi | att
                       | val | tag | altIdent | label | ex | am | formula[not(*)]" mode="v:view" as="element(v:inline)">
    <v:inline kind="{local-name()}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:inline>
  </xsl:template>

  <!-- Titles of parts are set upright in quotation marks by custom, titles of wholes in italics (TEI P5, 3.12.2.2). -->
  <xsl:template match="title[@level = ('a', 'u')]" mode="v:view" as="element(v:inline)">
    <v:inline kind="title-of-part">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:inline>
  </xsl:template>

  <xsl:template match="street | postCode | postBox | rb | rt | desc | rs[not(@ref)]" mode="v:view">
    <xsl:call-template name="v:plain"/>
  </xsl:template>

  <xsl:template match="ruby[rt] | ruby/rt" mode="v:view" as="element(v:inline)">
    <xsl:call-template name="v:phrase"/>
  </xsl:template>

  <xsl:template match="ruby" mode="v:view" priority="-0.25">
    <xsl:call-template name="v:plain"/>
  </xsl:template>

  <!-- Entries for an index stand apart from the text that they index, and lead back to it. -->
  <xsl:accumulator name="v:index" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="index" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:template match="index[normalize-space()][not(ancestor::index)][ancestor::text or ancestor::sourceDoc]" mode="v:view" as="element()+">
    <xsl:variable name="number" as="xs:integer" select="accumulator-before('v:index')"/>
    <v:anchor id="indexed:{$number}"/>
    <v:note kind="index" id="{v:id(., 'index:' || $number)}" number="{$number}" back="indexed:{$number}">
      <xsl:call-template name="v:spaced"/>
    </v:note>
  </xsl:template>

  <xsl:template match="index" mode="v:view">
    <xsl:call-template name="v:spaced"/>
  </xsl:template>

  <!-- A phrase that matters enough to be told apart in every output. -->
  <xsl:template name="v:phrase" as="element(v:inline)">
    <v:inline kind="{local-name()}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="v:view"/>
    </v:inline>
  </xsl:template>

  <xsl:template match="ref | ptr" mode="v:view">
    <xsl:variable name="href" as="xs:string" select="v:href(@target)"/>
    <xsl:choose>
      <xsl:when test="$href">
        <v:link href="{$href}">
          <xsl:apply-templates select="@*" mode="v:attributes"/>
          <xsl:apply-templates mode="#current"/>
        </v:link>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="v:plain"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
