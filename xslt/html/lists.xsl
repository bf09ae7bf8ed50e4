<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists and tables. HTML lets a list hold items only: what else the source puts there joins the item before it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xmlns:h="urn:tei-toolkit:html" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:template match="v:list" mode="h:flow" as="node()*">
    <xsl:sequence select="h:gap(.)"/>
    <xsl:variable name="labelled" as="xs:boolean" select="@kind = 'labelled'"/>
    <xsl:variable name="first" as="element()?" select="(v:item | v:label)[1]"/>
    <xsl:apply-templates select="node()[empty($first) or . &lt;&lt; $first]" mode="#current"/>
    <xsl:if test="$first">
      <xsl:element name="{if ($labelled) then 'dl' else if (@kind = 'numbered') then 'ol' else 'ul'}">
        <xsl:sequence select="h:attributes(., @kind)"/>
        <xsl:sequence select="$h:line"/>
        <xsl:for-each-group select="node()[. is $first or . &gt;&gt; $first]" group-starting-with="v:item | v:label">
          <xsl:apply-templates select="." mode="#current">
            <xsl:with-param name="strays" select="tail(current-group())"/>
          </xsl:apply-templates>
          <xsl:sequence select="$h:line"/>
        </xsl:for-each-group>
      </xsl:element>
      <xsl:sequence select="$h:line"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="v:list/v:item | v:list/v:label" mode="h:flow" as="element()">
    <xsl:param name="strays" as="node()*" select="()"/>
    <xsl:element name="{if (../@kind ne 'labelled') then 'li' else if (self::v:label) then 'dt' else 'dd'}">
      <xsl:sequence select="h:attributes(., '')"/>
      <xsl:if test="@n castable as xs:integer and ../@kind = 'numbered'">
        <xsl:attribute name="value" select="xs:integer(@n)"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
      <xsl:apply-templates select="$strays" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="v:label" mode="h:flow" as="element()">
    <xsl:element name="{if (v:has-blocks(.)) then 'div' else 'b'}">
      <xsl:sequence select="h:attributes(., 'label')"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>

  <!-- A wide table scrolls by itself, by keyboard too. -->
  <xsl:template match="v:table" mode="h:flow" as="node()*">
    <xsl:sequence select="h:gap(.)"/>
    <xsl:variable name="titles" as="element()*" select="v:block[@kind = 'head']"/>
    <xsl:variable name="rows" as="element(v:row)*" select="v:row"/>
    <xsl:variable name="others" as="node()*" select="node() except ($titles, $rows)"/>
    <xsl:apply-templates select="$others[empty($rows) or . &lt;&lt; $rows[1]]" mode="#current"/>
    <div class="table" role="region" tabindex="0" aria-label="{v:word('table')} {count(preceding::v:table) + 1}">
      <xsl:sequence select="$h:line"/>
      <table>
        <xsl:sequence select="h:attributes(., '')"/>
        <xsl:sequence select="$h:line"/>
        <xsl:if test="$titles">
          <caption>
            <xsl:apply-templates select="$titles" mode="#current"/>
          </caption>
          <xsl:sequence select="$h:line"/>
        </xsl:if>
        <tbody>
          <xsl:sequence select="$h:line"/>
          <xsl:apply-templates select="$rows" mode="#current"/>
        </tbody>
      </table>
    </div>
    <xsl:sequence select="$h:line"/>
    <xsl:apply-templates select="$others[. &gt;&gt; $rows[1]]" mode="#current"/>
  </xsl:template>

  <xsl:template match="v:table/v:row" mode="h:flow" as="node()*">
    <tr>
      <xsl:sequence select="h:attributes(., @role)"/>
      <xsl:sequence select="$h:line"/>
      <xsl:variable name="first" as="element(v:cell)?" select="v:cell[1]"/>
      <xsl:for-each-group select="node()" group-starting-with="v:cell">
        <xsl:choose>
          <xsl:when test="self::v:cell">
            <xsl:apply-templates select="." mode="#current">
              <xsl:with-param name="strays" select="(if (. is $first) then preceding-sibling::node() else (), tail(current-group()))"/>
            </xsl:apply-templates>
          </xsl:when>
          <xsl:when test="empty($first)">
            <td>
              <xsl:apply-templates select="current-group()" mode="#current"/>
            </td>
          </xsl:when>
        </xsl:choose>
        <xsl:sequence select="$h:line"/>
      </xsl:for-each-group>
    </tr>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:template match="v:table/v:row/v:cell" mode="h:flow" as="element()">
    <xsl:param name="strays" as="node()*" select="()"/>
    <xsl:variable name="label" as="xs:boolean" select="@role = 'label' or ../@role = 'label'"/>
    <xsl:element name="{if ($label and normalize-space()) then 'th' else 'td'}">
      <xsl:sequence select="h:attributes(., '')"/>
      <xsl:if test="$label and normalize-space()">
        <xsl:attribute name="scope" select="if (../@role = 'label') then 'col' else 'row'"/>
      </xsl:if>
      <xsl:if test="@cols">
        <xsl:attribute name="colspan" select="@cols"/>
      </xsl:if>
      <xsl:if test="@rows">
        <xsl:attribute name="rowspan" select="@rows"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
      <xsl:apply-templates select="$strays" mode="#current"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
