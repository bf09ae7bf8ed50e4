<?xml version="1.0" encoding="UTF-8"?>
<!-- Inlines: highlighting, names, dates, quotations in running text, links, breaks, editorial marks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xmlns:h="urn:tei-toolkit:html" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:accumulator name="h:name" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="v:name[starts-with(@target, '#')]" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:variable name="h:elements" as="map(xs:string, xs:string)" select="map{
    'hi': 'span', 'emph': 'em', 'foreign': 'i', 'distinct': 'i', 'mentioned': 'i', 'term': 'dfn', 'title': 'cite', 'abbr': 'abbr', 'code': 'code',
    'ident': 'code', 'gi': 'code', 'att': 'code', 'val': 'code', 'tag': 'code', 'deleted': 'del', 'added': 'ins', 'ex': 'i', 'label': 'b', 'ruby': 'ruby', 'rt': 'rt'}"/>

  <xsl:template match="v:inline | v:change" mode="h:flow" as="element()">
    <xsl:element name="{if (v:has-blocks(.)) then 'div' else ($h:elements(@kind), 'span')[1]}">
      <xsl:sequence select="h:attributes(., @kind)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="v:quotation" mode="h:flow" as="element()">
    <xsl:element name="{if (v:has-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="h:attributes(., @kind)"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="v:name" mode="h:flow" as="element()">
    <xsl:choose>
      <xsl:when test="@target[. ne ''] and normalize-space() and h:may-link(.)">
        <a href="{@target}">
          <xsl:sequence select="h:attributes(., 'name ' || @kind)"/>
          <xsl:if test="starts-with(@target, '#')">
            <xsl:attribute name="id" select="h:mention-id(.)"/>
          </xsl:if>
          <xsl:apply-templates mode="#current"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{if (v:has-blocks(.)) then 'div' else 'span'}">
          <xsl:sequence select="h:attributes(., 'name ' || @kind)"/>
          <xsl:if test="starts-with(@target, '#')">
            <xsl:attribute name="id" select="h:mention-id(.)"/>
          </xsl:if>
          <xsl:apply-templates mode="#current"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="h:mention-id" as="xs:string">
    <xsl:param name="name" as="element(v:name)"/>
    <xsl:sequence select="($name/@id/string(), 'name:' || $name/accumulator-before('h:name'))[1]"/>
  </xsl:function>

  <!-- A link may hold no link, and be held by none. -->
  <xsl:function name="h:may-link" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      empty($element/ancestor::*[self::v:link or self::v:name[@target ne ''] or self::v:noteref]) and not(v:has-blocks($element))
      and (empty($element/*) or empty($element//(v:break[@href])))"/>
  </xsl:function>

  <xsl:key name="h:ids" match="*[@id]" use="@id"/>

  <!-- Whether the page holds what a link leads to: data that no reader sees has no place in it. -->
  <xsl:function name="h:leads-somewhere" as="xs:boolean">
    <xsl:param name="link" as="element()"/>
    <xsl:sequence select="not(starts-with($link/@href, '#')) or exists(key('h:ids', substring($link/@href, 2), root($link)))"/>
  </xsl:function>

  <xsl:template match="v:link" mode="h:flow" as="element()">
    <xsl:choose>
      <xsl:when test="h:may-link(.) and h:leads-somewhere(.)">
        <a href="{@href}">
          <xsl:sequence select="h:attributes(., '')"/>
          <xsl:apply-templates mode="#current"/>
          <xsl:if test="not(normalize-space())">
            <xsl:value-of select="if (@label) then '→ ' || v:word('break.page') || ' ' || @label else if (starts-with(@href, '#')) then '→' else @href"/>
          </xsl:if>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{if (v:has-blocks(.)) then 'div' else 'span'}">
          <xsl:sequence select="h:attributes(., '')"/>
          <xsl:apply-templates mode="#current"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- HTML's time knows single dates only; an interval is told by a title. -->
  <xsl:template match="v:time" mode="h:flow" as="element()">
    <xsl:choose>
      <xsl:when test="v:has-blocks(.)">
        <div>
          <xsl:sequence select="h:attributes(., 'date')"/>
          <xsl:apply-templates mode="#current"/>
        </div>
      </xsl:when>
      <xsl:when test="h:is-datetime(@value)">
        <time datetime="{replace(@value, '^--', '')}">
          <xsl:sequence select="h:attributes(., '')"/>
          <xsl:apply-templates mode="#current"/>
        </time>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:sequence select="h:attributes(., 'date')"/>
          <xsl:if test="@value">
            <xsl:attribute name="title" select="replace(@value, '/', ' – ')"/>
          </xsl:if>
          <xsl:apply-templates mode="#current"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="h:is-datetime" as="xs:boolean">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="
      ($value castable as xs:date or $value castable as xs:gYearMonth or $value castable as xs:gYear or matches($value, '^--[0-9]{2}-[0-9]{2}$'))
      and matches($value, '^([0-9]{4}(-[0-9]{2}){0,2}|--[0-9]{2}-[0-9]{2})$') and not(starts-with($value, '0000'))"/>
  </xsl:function>

  <xsl:template match="v:anchor" mode="h:flow" as="element()?">
    <xsl:if test="@id">
      <span id="{@id}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="v:break[@kind = 'line']" mode="h:flow" as="element()">
    <br>
      <xsl:sequence select="@id"/>
    </br>
  </xsl:template>

  <xsl:template match="v:break[@kind = 'space']" mode="h:flow" as="node()*">
    <xsl:if test="@id">
      <span id="{@id}"/>
    </xsl:if>
    <xsl:if test="not(@joined)">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- A page's number is set by style: it belongs to the source's layout, not to its text. -->
  <xsl:template match="v:break" mode="h:flow" as="node()*">
    <xsl:if test="not(@joined)">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="@href and h:leads-somewhere(.) and empty(ancestor::*[self::v:link or self::v:name[@target ne ''] or self::v:noteref])">
        <a class="break {@kind}" href="{@href}" data-n="{@n}" aria-label="{v:word('break.' || @kind)} {@n}">
          <xsl:sequence select="@id"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span class="break {@kind}" data-n="{@n}">
          <xsl:sequence select="@id"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="not(@joined)">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="v:gap" mode="h:flow" as="element()">
    <xsl:element name="{if (v:has-blocks(.)) then 'div' else 'span'}">
      <xsl:attribute name="title" select="v:word('gap'), @reason, @extent"/>
      <xsl:sequence select="h:attributes(., 'gap')"/>
      <xsl:value-of select="if (normalize-space()) then '[' else '[…]'"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:value-of select="if (normalize-space()) then ']' else ''"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="v:space" mode="h:flow" as="element()">
    <xsl:element name="{if (v:has-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="h:attributes(., 'space')"/>
      <xsl:text>&#x2003;</xsl:text>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
