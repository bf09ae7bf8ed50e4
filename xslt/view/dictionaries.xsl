<?xml version="1.0" encoding="UTF-8"?>
<!-- Dictionaries (TEI P5, chapter 10): entries and senses are blocks, all else runs on. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="entry | entryFree | superEntry | hom | sense | re | dictScrap[parent::entry]" mode="v:view" as="element(v:entry)">
    <v:entry kind="{local-name()}">
      <xsl:if test="@n and not(starts-with(normalize-space(), @n))">
        <xsl:attribute name="n" select="normalize-space(@n)"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:call-template name="v:parts"/>
    </v:entry>
  </xsl:template>

  <xsl:template match="form | gramGrp | etym | xr | nym/form" mode="v:view" as="element(v:inline)">
    <v:inline kind="{local-name()}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:call-template name="v:parts"/>
    </v:inline>
  </xsl:template>

  <xsl:template match="orth | pron | hyph | syll | stress | gram | gen | number | case | per | tns | mood | iType | pos | subc | colloc | def | lang | usg | lbl
                       | dictScrap" mode="v:view" as="element(v:inline)">
    <xsl:call-template name="v:phrase"/>
  </xsl:template>

  <!-- References to the headword: shown as the source has them, else by their usual sign. -->
  <xsl:template match="oRef | pRef" mode="v:view">
    <xsl:call-template name="v:plain"/>
    <xsl:if test="not(normalize-space())">
      <xsl:text>~</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="entry/cit | sense/cit | hom/cit | re/cit | cit/cit | entryFree/cit" priority="1" mode="v:view" as="element(v:inline)">
    <v:inline kind="cit">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:call-template name="v:spaced"/>
    </v:inline>
  </xsl:template>

  <xsl:template match="quote[ancestor::entry or ancestor::entryFree or ancestor::sense or ancestor::hom or ancestor::re][not(v:holds-blocks(.))]" priority="1" mode="v:view" as="element(v:inline)">
    <v:inline kind="example">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:inline>
  </xsl:template>

  <xsl:template match="entry/note | sense/note | hom/note | re/note | entryFree/note | form/note | gramGrp/note" priority="2" mode="v:view" as="element(v:inline)">
    <xsl:call-template name="v:phrase"/>
  </xsl:template>
</xsl:stylesheet>
