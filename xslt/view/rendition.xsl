<?xml version="1.0" encoding="UTF-8"?>
<!-- How the source looks (TEI P5, 1.3.1.1.3): rend as words that outputs know, style and rendition as CSS that can do no harm. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:v="urn:tei-toolkit:view"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:key name="v:rendition" match="rendition[@xml:id]" use="@xml:id"/>

  <!-- The many words that encoders use, and the few that outputs know. -->
  <xsl:variable name="v:rend-words" as="map(xs:string, xs:string)" select="map{
    'italic': 'italic', 'italics': 'italic', 'i': 'italic', 'it': 'italic', 'ital': 'italic', 'slant': 'italic', 'slanted': 'italic',
    'bold': 'bold', 'b': 'bold', 'bf': 'bold', 'strong': 'bold', 'boldface': 'bold',
    'sc': 'small-caps', 'smallcaps': 'small-caps', 'small-caps': 'small-caps', 'smcap': 'small-caps', 'smallcap': 'small-caps', 'k': 'small-caps',
    'caps': 'capitals', 'allcaps': 'capitals', 'uppercase': 'capitals', 'capitals': 'capitals', 'majuscule': 'capitals',
    'sup': 'superscript', 'super': 'superscript', 'superscript': 'superscript', 'above': 'superscript', 'supralinear': 'superscript',
    'sub': 'subscript', 'subscript': 'subscript', 'below': 'subscript',
    'u': 'underline', 'ul': 'underline', 'underline': 'underline', 'underlined': 'underline', 'underscore': 'underline',
    'doubleunderline': 'double-underline', 'double-underline': 'double-underline', 'uu': 'double-underline',
    'overline': 'overline', 'ov': 'overline', 'bar': 'overline',
    'strike': 'strike', 's': 'strike', 'strikethrough': 'strike', 'line-through': 'strike', 'overstrike': 'strike', 'struck': 'strike',
    'spaced': 'spaced', 'gesperrt': 'spaced', 'letterspaced': 'spaced', 'wide': 'spaced', 'spaceletter': 'spaced', 'g': 'spaced',
    'center': 'center', 'centre': 'center', 'centered': 'center', 'centred': 'center', 'c': 'center', 'align(center)': 'center',
    'right': 'right', 'flushright': 'right', 'align(right)': 'right', 'rightjustified': 'right',
    'indent': 'indent', 'indented': 'indent', 'blockquote': 'block', 'block': 'block', 'display': 'block',
    'large': 'large', 'larger': 'large', 'big': 'large', 'small': 'small', 'smaller': 'small',
    'roman': 'roman', 'normal': 'roman', 'upright': 'roman', 'monospace': 'code', 'tt': 'code', 'typewriter': 'code', 'code': 'code',
    'dropcap': 'initial', 'decorinit': 'initial', 'initial': 'initial', 'blackletter': 'blackletter', 'gothic': 'blackletter', 'fraktur': 'blackletter'}"/>

  <xsl:template match="@rend" mode="v:attributes" as="attribute(rend)?">
    <xsl:variable name="words" as="xs:string*" select="distinct-values(v:rend(.))"/>
    <xsl:if test="exists($words)">
      <xsl:attribute name="rend" select="$words"/>
    </xsl:if>
  </xsl:template>

  <!-- Words parted by white space or punctuation; a hyphen joins ("small-caps") unless its parts are words themselves ("italic-bold"). -->
  <xsl:function name="v:rend" as="xs:string*">
    <xsl:param name="rend" as="xs:string?"/>
    <xsl:for-each select="tokenize(lower-case($rend), '[\s,;:/]+')">
      <xsl:sequence select="
        if (map:contains($v:rend-words, .)) then $v:rend-words(.)
        else if (matches(., '^indent\W?\(?\d\)?$')) then 'indent'
        else tokenize(., '[\-_.()]+') ! $v:rend-words(.)"/>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="@style" mode="v:attributes" as="attribute(style)?">
    <xsl:sequence select="v:style(.. ! (v:renditions(@rendition), string(@style)))"/>
  </xsl:template>

  <xsl:template match="@rendition[not(../@style)]" mode="v:attributes" as="attribute(style)?">
    <xsl:sequence select="v:style(v:renditions(.))"/>
  </xsl:template>

  <xsl:function name="v:renditions" as="xs:string*">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:for-each select="tokenize($pointers)[starts-with(., '#')]">
      <xsl:sequence select="key('v:rendition', substring(., 2), root($pointers))[1][not(@scope = ('before', 'after'))]/string()"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Only properties of type, and only words and lengths: no address, no colour (a reader's theme decides it), nothing that hides or moves text. -->
  <xsl:function name="v:style" as="attribute(style)?">
    <xsl:param name="declarations" as="xs:string*"/>
    <xsl:variable name="safe" as="xs:string*">
      <xsl:for-each select="$declarations ! tokenize(., ';')[contains(., ':')]">
        <xsl:variable name="property" as="xs:string" select="lower-case(normalize-space(substring-before(., ':')))"/>
        <xsl:variable name="value" as="xs:string" select="lower-case(normalize-space(substring-after(., ':')))"/>
        <xsl:if test="v:is-safe($property, $value)">
          <xsl:sequence select="$property || ':' || $value"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="exists($safe)">
      <xsl:attribute name="style" select="string-join(distinct-values($safe), ';')"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="v:is-safe" as="xs:boolean">
    <xsl:param name="property" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="length" as="xs:string" select="'^[0-9]{0,2}(\.[0-9]{1,3})?(em|rem|ex|%)$'"/>
    <xsl:sequence select="
      if ($property = 'font-style') then $value = ('italic', 'normal', 'oblique')
      else if ($property = 'font-weight') then $value = ('bold', 'normal', 'bolder', 'lighter', '600', '700')
      else if ($property = 'font-variant') then $value = ('small-caps', 'normal', 'all-small-caps')
      else if ($property = 'text-align') then $value = ('left', 'right', 'center', 'justify', 'start', 'end')
      else if ($property = 'text-transform') then $value = ('uppercase', 'lowercase', 'capitalize', 'none')
      else if ($property = 'text-decoration') then $value = ('underline', 'line-through', 'overline', 'none')
      else if ($property = 'vertical-align') then $value = ('super', 'sub', 'baseline')
      else if ($property = 'font-size') then $value = ('small', 'large', 'larger', 'smaller', 'medium', 'x-large')
      else if ($property = ('text-indent', 'margin-left', 'padding-left')) then matches($value, $length) and not($value = ('em', '%'))
      else if ($property = 'writing-mode') then $value = ('vertical-rl', 'vertical-lr', 'horizontal-tb')
      else if ($property = 'letter-spacing') then matches($value, '^0?\.[0-9]{1,2}em$')
      else false()"/>
  </xsl:function>
</xsl:stylesheet>
