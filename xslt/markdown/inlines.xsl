<?xml version="1.0" encoding="UTF-8"?>
<!-- Inlines of Markdown, and the escapes that keep text from being read as markup. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:math="http://www.w3.org/1998/Math/MathML" xmlns:v="urn:tei-toolkit:view" xmlns:m="urn:tei-toolkit:markdown" exclude-result-prefixes="#all">

  <xsl:mode name="m:inline" on-no-match="text-only-copy"/>

  <xsl:function name="m:text" as="xs:string">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="text" as="xs:string">
      <xsl:value-of>
        <xsl:apply-templates select="$nodes" mode="m:inline"/>
      </xsl:value-of>
    </xsl:variable>
    <!-- Deletions that touch are one: "~~~~" would begin a block of code. -->
    <xsl:sequence select="replace($text, '~~~~', '')"/>
  </xsl:function>

  <xsl:template match="text()" mode="m:inline" as="text()">
    <xsl:value-of select="replace(., '([\\`*_\[\]&lt;|~])', '\\$1')"/>
  </xsl:template>

  <!-- What would be a heading, a list or a quotation at the start of a line. -->
  <xsl:function name="m:safe-start" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="$text => replace('^([#>+\-=])', '\\$1') => replace('^([0-9]+)([.)])(\s|$)', '$1\\$2$3')"/>
  </xsl:function>

  <!-- A footnote's name must hold no spaces or brackets. -->
  <xsl:function name="m:key" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="replace($id, '[^\p{L}\p{N}\-]', '-')"/>
  </xsl:function>

  <xsl:template match="v:inline[m:mark(.)] | v:change[@kind = 'deleted']" mode="m:inline" as="text()*">
    <xsl:variable name="text" as="xs:string"><xsl:value-of><xsl:apply-templates mode="#current"/></xsl:value-of></xsl:variable>
    <xsl:variable name="mark" as="xs:string" select="if (self::v:change) then '~~' else m:mark(.)"/>
    <xsl:value-of select="
      if (not(normalize-space($text))) then $text
      else (if (matches($text, '^\s')) then ' ' else '') || $mark || normalize-space($text) || $mark || (if (matches($text, '\s$')) then ' ' else '')"/>
  </xsl:template>

  <xsl:function name="m:mark" as="xs:string">
    <xsl:param name="inline" as="element()"/>
    <xsl:variable name="looks" as="xs:string*" select="tokenize($inline/@rend)"/>
    <xsl:sequence select="
      if ($inline/ancestor::v:inline[@kind = ('emph', 'title', 'foreign')] or v:has-blocks($inline)) then ''
      else if ($looks = 'bold') then '**'
      else if ($looks = 'italic' or ($inline/@kind = ('emph', 'title', 'foreign') and empty($looks)) or ($inline/@kind = 'hi' and empty($looks))) then '*'
      else ''"/>
  </xsl:function>

  <xsl:template match="v:link[starts-with(@href, 'http')]" mode="m:inline" as="text()*">
    <xsl:variable name="text" as="xs:string" select="m:text(node())"/>
    <xsl:value-of select="if (normalize-space($text)) then '[' || $text || '](&lt;' || @href || '>)' else '&lt;' || @href || '>'"/>
  </xsl:template>

  <xsl:template match="math:math" mode="m:inline" as="text()">
    <xsl:value-of select="v:linear(.)"/>
  </xsl:template>

  <!-- The reading of a character stands after it, in brackets. -->
  <xsl:template match="v:inline[@kind = 'rt']" mode="m:inline" as="text()*">
    <xsl:text>(</xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <xsl:template match="v:break" mode="m:inline" as="text()?">
    <xsl:if test="not(@joined)">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="v:space" mode="m:inline" as="text()*">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="v:gap" mode="m:inline" as="text()*">
    <xsl:value-of select="if (normalize-space()) then '\[' else '\[…\]'"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:value-of select="if (normalize-space()) then '\]' else ''"/>
  </xsl:template>

  <!-- What stands apart from its neighbours on a page is parted from them in a line too. -->
  <xsl:template match="v:label | v:cell | v:furniture | v:variant | v:block | v:caption | v:entry | v:field | v:fields | v:figure | v:heading | v:item | v:line | v:list | v:paragraph
                       | v:preformatted | v:record | v:row | v:rule | v:section | v:speaker | v:speech | v:stanza | v:table | v:quotation[@place = 'block'] | v:stage[@place = 'block']" mode="m:inline" as="text()*">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="#current"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="v:noteref" mode="m:inline" as="text()*">
    <xsl:if test="@kind or normalize-space() ne @label">
      <xsl:apply-templates mode="#current"/>
    </xsl:if>
    <xsl:if test="$m:notes = ('foot', 'end') and (not(@kind) or following-sibling::node()[1][self::v:note])">
      <xsl:value-of select="'[^' || m:key(@note) || ']'"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="v:note" mode="m:inline" as="text()*">
    <xsl:if test="$m:notes = 'inline'">
      <xsl:value-of select="' \[' || normalize-space(m:text(node())) || '\] '"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
