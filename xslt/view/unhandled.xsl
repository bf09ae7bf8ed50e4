<?xml version="1.0" encoding="UTF-8"?>
<!-- What no other module knows: shown as a block where it holds blocks or stands among them, else as an inline, and reported. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="*" priority="-5" mode="v:view" as="element()">
    <xsl:message select="'unhandled ' || name()"/>
    <xsl:element name="v:{if (v:among-blocks(.) or v:holds-blocks(.)) then 'block' else 'inline'}">
      <xsl:attribute name="kind" select="'unhandled'"/>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
