<?xml version="1.0" encoding="UTF-8"?>
<!-- Pointers (TEI P5, 17.2 and 2.3.6): "#id", prefixes that the header defines, xml:base, and nothing that a browser would execute. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:key name="v:prefix" match="prefixDef" use="@ident"/>

  <xsl:variable name="v:schemes" as="xs:string*" select="'http', 'https', 'mailto', 'ftp', 'tel'"/>

  <!-- Where a pointer leads, or "" where nothing is there or no link may be made. -->
  <xsl:function name="v:href" as="xs:string">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:variable name="first" as="xs:string" select="string(tokenize($pointer)[1])"/>
    <xsl:sequence select="v:address($first, $pointer/..)"/>
  </xsl:function>

  <xsl:function name="v:address" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="from" as="element()?"/>
    <xsl:variable name="scheme" as="xs:string" select="lower-case(substring-before($pointer, ':'))"/>
    <xsl:choose>
      <xsl:when test="empty($from) or $pointer = ''">
        <xsl:sequence select="''"/>
      </xsl:when>
      <xsl:when test="starts-with($pointer, '#')">
        <xsl:variable name="id" as="xs:string" select="v:identifier(substring($pointer, 2))"/>
        <xsl:sequence select="if ($id and key('v:ids', $id, root($from))) then '#' || $id else ''"/>
      </xsl:when>
      <xsl:when test="$scheme and key('v:prefix', substring-before($pointer, ':'), root($from))">
        <xsl:sequence select="v:expanded($pointer, key('v:prefix', substring-before($pointer, ':'), root($from)))"/>
      </xsl:when>
      <xsl:when test="$scheme and matches($scheme, '^[a-z][a-z0-9+.\-]*$')">
        <xsl:sequence select="if ($scheme = $v:schemes) then v:escaped($pointer) else ''"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="v:based(v:escaped($pointer), string($from/ancestor-or-self::*[@xml:base][1]/@xml:base))"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A private prefix ("wd:Q42") as its definition's first fitting pattern expands it; a reference to this document stays inside. -->
  <xsl:function name="v:expanded" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="definitions" as="element(prefixDef)+"/>
    <xsl:variable name="local" as="xs:string" select="substring-after($pointer, ':')"/>
    <xsl:variable name="results" as="xs:string*">
      <xsl:for-each select="$definitions[@matchPattern and @replacementPattern]">
        <xsl:try select="
          let $pattern := '^(?:' || @matchPattern || ')$'
          return if (matches($local, $pattern)) then replace($local, $pattern, @replacementPattern) else ()">
          <xsl:catch/>
        </xsl:try>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="result" as="xs:string" select="normalize-space($results[1])"/>
    <xsl:variable name="scheme" as="xs:string" select="lower-case(substring-before($result, ':'))"/>
    <xsl:variable name="inside" as="xs:string" select="if (contains($result, '#')) then v:identifier(substring-after($result, '#')) else ''"/>
    <xsl:sequence select="
      if ($inside and key('v:ids', $inside, root($definitions[1]))) then '#' || $inside
      else if ($scheme = '' or $scheme = $v:schemes) then v:escaped($result)
      else ''"/>
  </xsl:function>

  <xsl:function name="v:based" as="xs:string">
    <xsl:param name="reference" as="xs:string"/>
    <xsl:param name="base" as="xs:string"/>
    <xsl:try select="if (matches($base, '^https?://')) then string(resolve-uri($reference, $base)) else $reference">
      <xsl:catch select="$reference"/>
    </xsl:try>
  </xsl:function>

  <!-- Characters that no URL may hold, escaped; what is escaped already stays. -->
  <xsl:function name="v:escaped" as="xs:string">
    <xsl:param name="url" as="xs:string"/>
    <xsl:variable name="percent" as="xs:string" select="
      normalize-space($url) => replace('%([0-9A-Fa-f]{2})', '&#xFDD0;$1') => replace('%', '%25') => replace('&#xFDD0;', '%')"/>
    <xsl:sequence select="
      escape-html-uri(
        $percent => replace(' ', '%20') => replace('\[', '%5B') => replace('\]', '%5D') => replace('\\', '%5C') => replace('\|', '%7C')
        => replace('\{', '%7B') => replace('\}', '%7D') => replace('\^', '%5E') => replace('`', '%60') => replace('&quot;', '%22')
        => replace('&lt;', '%3C') => replace('>', '%3E'))"/>
  </xsl:function>
</xsl:stylesheet>
