<?xml version="1.0" encoding="UTF-8"?>
<!-- Performance texts (TEI P5, 3.13.2 and chapter 7): speeches, speakers, stage directions, casts. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="sp" mode="v:view" as="element(v:speech)">
    <v:speech>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:speech>
  </xsl:template>

  <xsl:template match="spGrp" mode="v:view" as="element(v:block)">
    <v:block kind="speeches">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:block>
  </xsl:template>

  <xsl:template match="speaker" mode="v:view" as="element(v:speaker)">
    <v:speaker>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:speaker>
  </xsl:template>

  <xsl:template match="stage | camera | caption | move | sound | tech | view" mode="v:view" as="element(v:stage)">
    <v:stage place="{if (v:among-blocks(.) or v:holds-blocks(.)) then 'block' else 'inline'}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:stage>
  </xsl:template>

  <xsl:template match="castList" mode="v:view" as="element(v:list)">
    <v:list kind="plain">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:list>
  </xsl:template>

  <xsl:template match="castItem" mode="v:view" as="element(v:item)">
    <v:item>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:call-template name="v:parts"/>
    </v:item>
  </xsl:template>

  <xsl:template match="castGroup" mode="v:view" as="element(v:item)">
    <v:item>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates select="head, node()[not(self::head or self::castItem or self::castGroup or self::roleDesc or self::trailer)]" mode="#current"/>
      <v:list kind="plain">
        <xsl:apply-templates select="castItem | castGroup" mode="#current"/>
      </v:list>
      <xsl:apply-templates select="roleDesc | trailer" mode="#current"/>
    </v:item>
  </xsl:template>

  <xsl:template match="role | roleDesc | actor" mode="v:view" as="element(v:inline)">
    <xsl:call-template name="v:phrase"/>
  </xsl:template>
</xsl:stylesheet>
