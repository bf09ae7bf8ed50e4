<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists (TEI P5, 3.8): labelled, numbered, bulleted, plain; in running text they run on. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="list" mode="v:view" as="element(v:list)">
    <v:list kind="{v:list-kind(.)}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:list>
  </xsl:template>

  <xsl:function name="v:list-kind" as="xs:string">
    <xsl:param name="list" as="element(list)"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($list/@type), tokenize($list/@rend)"/>
    <xsl:sequence select="
      if ($list/label) then 'labelled'
      else if ($words = ('ordered', 'numbered')) then 'numbered'
      else if ($words = ('bulleted', 'bullets', 'unordered')) then 'bulleted'
      else if ($list/(item[1] | item[last()])[matches(., '^\s*(\(?([0-9]{1,5}|[ivxlc]{1,7}|[IVXLC]{1,7})[.)]|[a-z][.)]|[—–•*\-])\s')]) then 'plain'
      else if ($words = ('simple', 'inline', 'gloss', 'index', 'toc')) then 'plain'
      else 'bulleted'"/>
  </xsl:function>

  <xsl:template match="item" mode="v:view" as="element(v:item)">
    <v:item>
      <xsl:if test="@n and ../@type = ('ordered', 'numbered')">
        <xsl:attribute name="n" select="normalize-space(@n)"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:item>
  </xsl:template>

  <xsl:template match="list/label | headLabel" mode="v:view" as="element(v:label)">
    <v:label>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:label>
  </xsl:template>

  <xsl:template match="headItem" mode="v:view" as="element(v:item)">
    <v:item>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:item>
  </xsl:template>
</xsl:stylesheet>
