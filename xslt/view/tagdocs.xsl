<?xml version="1.0" encoding="UTF-8"?>
<!-- Documentation of markup (TEI P5, chapter 23): examples as they are written, declarations by name and value. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xmlns:eg="http://www.tei-c.org/ns/Examples" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="eg" mode="v:view" as="element(v:preformatted)">
    <v:preformatted>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:preformatted>
  </xsl:template>

  <xsl:template match="egXML | eg:egXML" mode="v:view" as="element(v:preformatted)">
    <v:preformatted>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="v:xml"/>
    </v:preformatted>
  </xsl:template>

  <!-- Markup as text. -->
  <xsl:mode name="v:xml" on-no-match="text-only-copy"/>

  <xsl:template match="*" mode="v:xml" as="text()*">
    <xsl:variable name="tag" as="xs:string" select="name() || string-join(@* ! (' ' || name() || '=&quot;' || . || '&quot;'))"/>
    <xsl:choose>
      <xsl:when test="node()">
        <xsl:value-of select="'&lt;' || $tag || '>'"/>
        <xsl:apply-templates mode="#current"/>
        <xsl:value-of select="'&lt;/' || name() || '>'"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="'&lt;' || $tag || '/>'"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="comment()" mode="v:xml" as="text()">
    <xsl:value-of select="'&lt;!--' || . || '-->'"/>
  </xsl:template>

  <xsl:template match="content | alternate | sequence | elementRef | classRef | macroRef | dataRef | anyElement | empty | textNode | valList[not(valItem/desc)] | constraint
                       | outputRendition | datatype | model | modelSequence | modelGrp | schemaRef" mode="v:view" as="element(v:preformatted)">
    <v:preformatted>
      <xsl:apply-templates select="." mode="v:xml"/>
    </v:preformatted>
  </xsl:template>

  <xsl:template match="schemaSpec | elementSpec | classSpec | macroSpec | dataSpec | moduleSpec | moduleRef | specGrp | specGrpRef | attList | attDef | attRef | valList | valItem
                       | constraintSpec | exemplum | remarks | listRef | classes | memberOf | paramList | paramSpec | param | valDesc | defaultVal | equiv | dataFacet
                       | citeStructure | citeData | cRefPattern | prefixDef | listPrefixDef | unitDecl | unitDef | conversion | schemaRef" mode="v:view" as="element()*">
    <xsl:apply-templates select="." mode="v:data"/>
  </xsl:template>

  <xsl:template match="attList/attList | attList/attDef | elementSpec/* | classSpec/* | macroSpec/* | dataSpec/*" mode="v:data" priority="0.4">
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="content | datatype | constraint | model | egXML | eg | eg:egXML" mode="v:data" priority="3" as="element(v:preformatted)">
    <v:preformatted>
      <xsl:apply-templates select="if (self::egXML or self::eg:egXML or self::eg) then node() else ." mode="v:xml"/>
    </v:preformatted>
  </xsl:template>

  <xsl:template match="specList" mode="v:view" as="element(v:list)">
    <v:list kind="plain">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:list>
  </xsl:template>

  <xsl:template match="specDesc" mode="v:view" as="element()">
    <xsl:element name="v:{if (parent::specList) then 'item' else 'inline'}">
      <xsl:if test="not(parent::specList)">
        <xsl:attribute name="kind" select="'ident'"/>
      </xsl:if>
      <xsl:value-of select="@key"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
