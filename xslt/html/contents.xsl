<?xml version="1.0" encoding="UTF-8"?>
<!-- The table of contents. Its words are heads of the text: they are set by style from an attribute and read out from a label, so that
     each word stands in the page once (a search finds it once, a copy holds it once). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xmlns:h="urn:tei-toolkit:html" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:mode name="h:contents" on-no-match="fail"/>

  <xsl:function name="h:contents" as="node()*">
    <xsl:param name="document" as="element(v:document)"/>
    <xsl:variable name="sections" as="element(v:section)*" select="h:listed($document/v:body)"/>
    <xsl:variable name="after" as="element(v:register)*" select="$document/v:register"/>
    <xsl:if test="count($sections) + count($after) gt 1">
      <nav class="contents" aria-labelledby="top:contents">
        <xsl:sequence select="$h:line"/>
        <h2 id="top:contents" lang="{$v:lang}">
          <xsl:value-of select="v:word('contents')"/>
        </h2>
        <xsl:sequence select="$h:line"/>
        <ol>
          <xsl:sequence select="$h:line"/>
          <xsl:apply-templates select="$sections" mode="h:contents"/>
          <xsl:for-each select="$after">
            <li><a href="#{h:register-id(.)}" lang="{$v:lang}"><xsl:value-of select="v:word('register.' || @kind)"/></a></li>
            <xsl:sequence select="$h:line"/>
          </xsl:for-each>
        </ol>
      </nav>
      <xsl:sequence select="$h:line"/>
    </xsl:if>
  </xsl:function>

  <!-- The outermost sections with a heading, inside something. -->
  <xsl:function name="h:listed" as="element(v:section)*">
    <xsl:param name="inside" as="element()"/>
    <xsl:for-each select="$inside/(v:section | v:block[@kind = 'floating-text']/v:section)">
      <xsl:sequence select="if (v:heading) then . else h:listed(.)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="v:section" mode="h:contents" as="node()*">
    <xsl:variable name="title" as="xs:string" select="h:title-of(.)"/>
    <xsl:variable name="inner" as="element(v:section)*" select="if (count(ancestor-or-self::v:section[v:heading]) lt 3) then h:listed(.) else ()"/>
    <xsl:if test="$title">
      <li>
        <a href="#{h:section-id(.)}" data-title="{$title}" aria-label="{$title}">
          <xsl:sequence select="@lang"/>
        </a>
        <xsl:if test="exists($inner)">
          <ol>
            <xsl:sequence select="$h:line"/>
            <xsl:apply-templates select="$inner" mode="#current"/>
          </ol>
        </xsl:if>
      </li>
      <xsl:sequence select="$h:line"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="h:title-of" as="xs:string">
    <xsl:param name="section" as="element(v:section)"/>
    <xsl:variable name="text" as="xs:string*" select="
      for $heading in $section/v:heading
      return normalize-space(string-join($heading//text()[not(ancestor::v:note or ancestor::v:noteref[not(@kind)])] ! (if (parent::v:break) then ' ' else string())))"/>
    <xsl:sequence select="string-join($text[.], ' – ')"/>
  </xsl:function>

  <xsl:function name="h:section-id" as="xs:string">
    <xsl:param name="section" as="element(v:section)"/>
    <xsl:sequence select="($section/@id/string(), 'section:' || h:path($section))[1]"/>
  </xsl:function>

  <xsl:function name="h:path" as="xs:string">
    <xsl:param name="section" as="element(v:section)"/>
    <xsl:sequence select="string-join($section/ancestor-or-self::*[not(self::v:document)] ! string(count(preceding-sibling::*) + 1), '.')"/>
  </xsl:function>
</xsl:stylesheet>
