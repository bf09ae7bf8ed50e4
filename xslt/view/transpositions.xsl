<?xml version="1.0" encoding="UTF-8"?>
<!-- Transpositions (TEI P5, transpose): the diplomatic reading keeps the source's order, others read in the order that its writer asks for. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:key name="v:transposed" match="transpose" use="ptr/@target ! v:identifier(substring-after(., '#'))"/>

  <!-- Where the first element of a transposition stands comes the first that it lists, and so on. -->
  <xsl:template match="*[@xml:id][exists(v:stand-in(.))]" v:only-with="transpose" priority="20" mode="v:view" as="node()*">
    <xsl:param name="stands-in" as="xs:boolean" select="false()"/>
    <xsl:choose>
      <xsl:when test="not($stands-in)">
        <xsl:apply-templates select="v:stand-in(.)" mode="v:view">
          <xsl:with-param name="stands-in" select="true()"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="content" as="node()*">
          <xsl:next-match/>
        </xsl:variable>
        <xsl:for-each select="$content">
          <xsl:copy>
            <xsl:copy-of select="@* except @rend"/>
            <xsl:if test="self::v:*">
              <xsl:attribute name="rend" select="@rend, 'transposed'"/>
            </xsl:if>
            <xsl:copy-of select="node()"/>
          </xsl:copy>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What is read in an element's place, if that is another. Lists that name what is not there, or a thing and its part, are left alone. -->
  <xsl:function name="v:stand-in" as="element()?" new-each-time="no">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="transpose" as="element(transpose)?" select="key('v:transposed', v:identifier($element/@xml:id), root($element))[1]"/>
    <xsl:variable name="listed" as="element()*" select="
      $transpose/ptr/@target ! key('v:ids', v:identifier(substring-after(., '#')), root($element))[1]"/>
    <xsl:variable name="places" as="element()*" select="$listed | ()"/>
    <xsl:variable name="sound" as="xs:boolean" select="
      $v:reading ne 'diplomatic' and count($listed) = count($transpose/ptr) and count($places) = count($listed) and empty($places intersect $places/ancestor::*)"/>
    <xsl:variable name="stand-in" as="element()?" select="if ($sound) then for-each-pair($places, $listed, function($place, $other) { $other[$place is $element] }) else ()"/>
    <xsl:sequence select="$stand-in[not(. is $element)]"/>
  </xsl:function>
</xsl:stylesheet>
