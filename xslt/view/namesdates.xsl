<?xml version="1.0" encoding="UTF-8"?>
<!-- Names and dates in running text (TEI P5, 3.6 and chapter 14). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="persName | placeName | orgName | objectName | eventName | geogName | name | rs | settlement | district | region | country | bloc
                       | author | editor" mode="v:view">
    <xsl:choose>
      <xsl:when test="@ref">
        <v:name kind="{if (self::rs) then (normalize-space(@type)[.], 'rs')[1] else local-name()}" target="{v:href(@ref)}">
          <xsl:apply-templates select="@*" mode="v:attributes"/>
          <xsl:apply-templates mode="#current"/>
        </v:name>
      </xsl:when>
      <xsl:otherwise>
        <v:name kind="{local-name()}">
          <xsl:apply-templates select="@*" mode="v:attributes"/>
          <xsl:apply-templates mode="#current"/>
        </v:name>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="date | time | origDate" mode="v:view" as="element(v:time)">
    <v:time>
      <xsl:variable name="value" as="xs:string" select="v:interval(.)"/>
      <xsl:if test="$value">
        <xsl:attribute name="value" select="$value"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:time>
  </xsl:template>

  <!-- A date's value: one W3C date, or two with "/" between them, of which an open one is empty, as in EDTF ("1918/"). -->
  <xsl:function name="v:interval" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="from" as="xs:string?" select="$date/(@from, @notBefore, @from-iso, @notBefore-iso)[1]/normalize-space()"/>
    <xsl:variable name="to" as="xs:string?" select="$date/(@to, @notAfter, @to-iso, @notAfter-iso)[1]/normalize-space()"/>
    <xsl:sequence select="
      if ($date/(@when | @when-iso)) then $date/(@when, @when-iso)[1]/normalize-space()
      else if ($from or $to) then $from || '/' || $to else ''"/>
  </xsl:function>

  <!-- Parts of a name; two that touch are parted by a space. -->
  <xsl:template match="forename | surname | genName | nameLink | addName | roleName | geogFeat | offset | affiliation | age | birth | climate | death | education | faith
                       | floruit | gender | geo | langKnowledge | langKnown | location | nationality | occupation | persPronouns | population | relation | residence | sex
                       | socecStatus | state | terrain | trait" mode="v:view">
    <xsl:if test="v:touches(.)">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:choose>
      <xsl:when test="* and not(text()[normalize-space()])">
        <xsl:call-template name="v:spaced"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="v:plain"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
