<?xml version="1.0" encoding="UTF-8"?>
<!-- Linguistic segments and interpretations (TEI P5, chapter 18). Words and punctuation marks are spaced as a reader expects. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="s | cl | phr | m | c" mode="v:view">
    <xsl:call-template name="v:plain"/>
  </xsl:template>

  <xsl:template match="w | pc" mode="v:view">
    <xsl:if test="v:needs-space(.)">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:call-template name="v:plain"/>
  </xsl:template>

  <!-- Where words touch in the file and nothing says that they belong together, a space parts them. -->
  <xsl:function name="v:needs-space" as="xs:boolean">
    <xsl:param name="token" as="element()"/>
    <xsl:variable name="before" as="node()?" select="$token/preceding-sibling::node()[1]"/>
    <xsl:sequence select="
      exists($before[self::w or self::pc]) and not($token/@join = ('left', 'both')) and not($before/@join = ('right', 'both')) and not($token/@part or $before/@part)
      and not($token/self::pc[v:closes(.)]) and not($before/self::pc[v:opens(.)]) and not(ends-with($before, ' ') or starts-with($token, ' '))
      and not($token/parent::w) and empty($token/../c) and empty($token/../text()[not(normalize-space())]) and v:is-letters($token, $before)"/>
  </xsl:function>

  <!-- Scripts without spaces between words (Chinese, Japanese, Thai ...) need none. -->
  <xsl:function name="v:is-letters" as="xs:boolean">
    <xsl:param name="token" as="element()"/>
    <xsl:param name="before" as="node()"/>
    <xsl:sequence select="not(matches(substring($token, 1, 1) || substring($before, string-length($before), 1), '[&#x0E00;-&#x0EFF;&#x1780;-&#x17FF;&#x3000;-&#x30FF;&#x3400;-&#x9FFF;&#xFF00;-&#xFFEF;]'))"/>
  </xsl:function>

  <xsl:function name="v:closes" as="xs:boolean">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="matches($mark, '^\s*[.,;:!?)\]\}…”’»]+\s*$') or $mark/@join = ('left', 'both')"/>
  </xsl:function>

  <xsl:function name="v:opens" as="xs:boolean">
    <xsl:param name="mark" as="element()"/>
    <xsl:sequence select="matches($mark, '^\s*[(\[\{“‘«„¿¡]+\s*$') or $mark/@join = ('right', 'both') or $mark/@pre = 'true'"/>
  </xsl:function>

  <!-- White space that only lays out the file stands before a closing mark and after an opening one. -->
  <xsl:template match="text()[not(normalize-space())][following-sibling::node()[1][self::pc[v:closes(.)]]/preceding-sibling::node()[2][self::w or self::pc]]
                       | text()[not(normalize-space())][preceding-sibling::node()[1][self::pc[v:opens(.)]]]" mode="v:view" priority="2"/>

  <!-- Interpretations stand apart from the words they interpret; what they say is shown where they stand. -->
  <xsl:template match="spanGrp | interpGrp" mode="v:view" as="element(v:block)?">
    <xsl:if test="normalize-space()">
      <v:block kind="annotations">
        <xsl:apply-templates select="@*" mode="v:attributes"/>
        <xsl:call-template name="v:spaced"/>
      </v:block>
    </xsl:if>
  </xsl:template>

  <xsl:template match="span | interp" mode="v:view" as="element(v:inline)?">
    <xsl:if test="normalize-space()">
      <xsl:call-template name="v:phrase"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
