<?xml version="1.0" encoding="UTF-8"?>
<!-- Registers: what stands off the text (TEI P5, 17.10): lists of persons, places and the like, to which names in the text lead. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="standOff" mode="v:view">
    <xsl:apply-templates select="*" mode="#current"/>
  </xsl:template>

  <xsl:template match="standOff/listPerson | standOff/listPlace | standOff/listOrg | standOff/listEvent | standOff/listBibl | standOff/listObject | standOff/listNym"
                priority="1" mode="v:view" as="element(v:register)">
    <v:register kind="{local-name()}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:register>
  </xsl:template>
</xsl:stylesheet>
