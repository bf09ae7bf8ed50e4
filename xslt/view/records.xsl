<?xml version="1.0" encoding="UTF-8"?>
<!-- Records of persons, places, organisations, events, objects (TEI P5, chapter 14): a name and what is known. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="listPerson | listPlace | listOrg | listEvent | listObject | listNym | listRelation" mode="v:view" as="element(v:block)">
    <v:block kind="{local-name()}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:block>
  </xsl:template>

  <xsl:template match="person | personGrp | persona | place | org | event | object | nym" mode="v:view" as="element(v:record)">
    <xsl:variable name="name" as="element()?" select="(persName, placeName, orgName, eventName, objectName, geogName, settlement, form, label, head, *)[normalize-space()][1]"/>
    <v:record kind="{local-name()}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:if test="$name">
        <v:label>
          <xsl:apply-templates select="$name" mode="v:value"/>
        </v:label>
      </xsl:if>
      <xsl:apply-templates select="* except $name" mode="v:fact"/>
    </v:record>
  </xsl:template>

  <!-- The value of a fact, its parts spaced. -->
  <xsl:mode name="v:value" on-no-match="fail"/>

  <xsl:template match="*" mode="v:value">
    <xsl:choose>
      <xsl:when test="* and not(text()[normalize-space()])">
        <xsl:for-each select="*[normalize-space()] | *[@*]">
          <xsl:if test="position() gt 1">
            <xsl:text> </xsl:text>
          </xsl:if>
          <xsl:apply-templates select="." mode="v:view"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="v:view"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:mode name="v:fact" on-no-match="fail"/>

  <xsl:template match="*" mode="v:fact" as="element()?">
    <xsl:choose>
      <xsl:when test="self::p | self::ab | self::listPerson | self::listPlace | self::listEvent | self::listOrg | self::person | self::place | self::org | self::event | self::listBibl">
        <xsl:apply-templates select="." mode="v:view"/>
      </xsl:when>
      <xsl:when test="normalize-space()">
        <v:field label="{(self::note/@type/normalize-space()[.], local-name())[1]}">
          <xsl:apply-templates select="@*" mode="v:attributes"/>
          <xsl:sequence select="if (self::note) then () else v:qualifiers(.)"/>
          <xsl:apply-templates select="." mode="v:value"/>
        </v:field>
      </xsl:when>
      <xsl:when test="v:said-by-attributes(.)">
        <v:field label="{local-name()}">
          <xsl:value-of select="v:said-by-attributes(.)"/>
        </v:field>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- Facts that only attributes state (<sex value="F"/>, <birth when="1820"/>). -->
  <xsl:function name="v:said-by-attributes" as="xs:string">
    <xsl:param name="fact" as="element()"/>
    <xsl:sequence select="string-join(($fact/@value/normalize-space(), v:interval($fact))[.], ' ')"/>
  </xsl:function>
</xsl:stylesheet>
