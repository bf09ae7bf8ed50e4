<?xml version="1.0" encoding="UTF-8"?>
<!-- Editorial marks (TEI P5, 3.5 and 11.3): what was added, deleted, supplied, damaged, and what is not there. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Each kind of mark by the name that outputs know. -->
  <xsl:variable name="v:changes" as="map(xs:string, xs:string)" select="map{
    'add': 'added', 'del': 'deleted', 'supplied': 'supplied', 'unclear': 'unclear', 'surplus': 'surplus', 'secl': 'secluded', 'damage': 'damaged',
    'sic': 'sic', 'corr': 'corrected', 'orig': 'original', 'reg': 'regularised', 'restore': 'restored', 'redo': 'restored', 'undo': 'undone', 'retrace': 'retraced',
    'mod': 'modified'}"/>

  <xsl:template match="add | del | supplied | unclear | surplus | secl | damage | sic | corr | orig | reg | restore | retrace | mod" mode="v:view" as="element(v:change)">
    <v:change kind="{if (v:is-restored(.)) then 'restored' else $v:changes(local-name())}">
      <xsl:if test="self::add/@place">
        <xsl:attribute name="place" select="normalize-space(@place)"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:change>
  </xsl:template>

  <!-- The clear reading leaves out what the writer or the editor rejects; inside a choice the choice decides. -->
  <xsl:template match="del[not(v:is-restored(.))] | surplus | secl" priority="1" mode="v:view">
    <xsl:if test="$v:reading ne 'clear'">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <!-- A deletion that its writer took back is text again; the diplomatic reading shows that it was one. -->
  <xsl:function name="v:is-restored" as="xs:boolean">
    <xsl:param name="change" as="element()"/>
    <xsl:sequence select="$v:reading ne 'diplomatic' and exists($change[self::del][ancestor::restore or v:is-undone(.)])"/>
  </xsl:function>

  <!-- A choice already says what these are. -->
  <xsl:template match="choice/sic | choice/corr | choice/orig | choice/reg | choice/abbr | choice/expan | choice/unclear | choice/seg" priority="1" mode="v:view">
    <xsl:call-template name="v:plain"/>
  </xsl:template>

  <xsl:template match="subst" mode="v:view">
    <xsl:call-template name="v:plain"/>
  </xsl:template>

  <xsl:template match="gap | ellipsis" mode="v:view" as="element(v:gap)">
    <v:gap>
      <xsl:if test="@reason">
        <xsl:attribute name="reason" select="normalize-space(@reason)"/>
      </xsl:if>
      <xsl:if test="@extent | @quantity">
        <xsl:attribute name="extent" select="normalize-space(string-join((@extent, @quantity, @unit), ' '))"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:call-template name="v:spaced"/>
    </v:gap>
  </xsl:template>

  <xsl:template match="space" mode="v:view" as="element(v:space)">
    <v:space kind="blank">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:space>
  </xsl:template>
</xsl:stylesheet>
