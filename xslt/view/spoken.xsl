<?xml version="1.0" encoding="UTF-8"?>
<!-- Transcriptions of speech and computer-mediated communication (TEI P5, chapters 8 and 9): utterances, posts, pauses, what is heard and seen. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="u | post" mode="v:view" as="element(v:speech)">
    <v:speech kind="{local-name()}">
      <xsl:if test="@who">
        <xsl:attribute name="label" select="v:speakers(@who)"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:speech>
  </xsl:template>

  <!-- Who speaks: the name in the list of participants, else the key. -->
  <xsl:function name="v:speakers" as="xs:string">
    <xsl:param name="who" as="attribute(who)"/>
    <xsl:variable name="names" as="xs:string*" select="
      for $pointer in tokenize($who)
      return (key('v:ids', v:identifier(substring-after($pointer, '#')), root($who))[1]/(persName, @n, name)[normalize-space()][1]/normalize-space(), replace($pointer, '^.*[#:]', ''))[1]"/>
    <xsl:sequence select="string-join($names, ', ')"/>
  </xsl:function>

  <xsl:template match="pause | shift" mode="v:view" as="element(v:space)">
    <v:space kind="{local-name()}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
    </v:space>
  </xsl:template>

  <xsl:template match="vocal | kinesic | incident | writing" mode="v:view" as="element(v:stage)">
    <v:stage place="{if (v:among-blocks(.) or v:holds-blocks(.)) then 'block' else 'inline'}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:call-template name="v:parts"/>
    </v:stage>
  </xsl:template>

  <xsl:template match="annotationBlock" mode="v:view" as="element(v:block)">
    <v:block kind="annotationBlock">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:block>
  </xsl:template>
</xsl:stylesheet>
