<?xml version="1.0" encoding="UTF-8"?>
<!-- Feature structures, graphs, certainty and corpus descriptions (TEI P5, chapters 16, 19, 20, 22): data, shown by name and value. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="fs | f | fLib | fvLib | fsDecl | fsdDecl | fDecl | fDescr | fsDescr | fsConstraints | cond | bicond | if | vAlt | vColl | vDefault | vLabel
                       | vMerge | vNot | vRange | graph | node | arc | tree | root | iNode | leaf | eTree | triangle | eLeaf | forest | listForest | listChange
                       | textDesc | particDesc | settingDesc | setting | recordingStmt | scriptStmt | broadcast | equipment | recording | transcriptionDesc
                       | correspDesc | correspAction | correspContext | handDesc | taxonomy | category" mode="v:view" as="element()*">
    <xsl:apply-templates select="." mode="v:data"/>
  </xsl:template>

  <!-- A feature is its name and its value, which may be an attribute. -->
  <xsl:template match="f" mode="v:data" priority="2" as="element(v:field)">
    <v:field label="f" qualifier="{@name}">
      <xsl:for-each select="* | text()[normalize-space()]">
        <xsl:if test="position() gt 1">
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="@value">
            <xsl:value-of select="@value"/>
          </xsl:when>
          <xsl:when test="self::fs">
            <xsl:apply-templates select="." mode="v:data"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="." mode="v:view"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </v:field>
  </xsl:template>

  <xsl:template match="binary | symbol | numeric | default | iff | then | fsdLink | move[not(node())]" mode="v:view">
    <xsl:value-of select="@value"/>
  </xsl:template>

  <xsl:template match="string | channel | constitution | derivation | domain | factuality | interaction | preparedness | purpose | locale | activity" mode="v:view">
    <xsl:call-template name="v:plain"/>
  </xsl:template>

  <xsl:template match="certainty | precision | respons" mode="v:view" as="element(v:inline)?">
    <xsl:if test="normalize-space()">
      <xsl:call-template name="v:phrase"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
