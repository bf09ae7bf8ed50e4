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

  <!-- Elements that TEI defines as empty, in documents that fill them all the same: their text is kept. -->
  <xsl:template match="addSpan[normalize-space()] | alt[normalize-space()] | anchor[normalize-space()] | binary[normalize-space()] |
                       caesura[normalize-space()] | catRef[normalize-space()] | cb[normalize-space()] |
                       damageSpan[normalize-space()] | default[normalize-space()] | delSpan[normalize-space()] |
                       divGen[normalize-space()] | fsdLink[normalize-space()] | gb[normalize-space()] |
                       handShift[normalize-space()] | iff[normalize-space()] | lacunaEnd[normalize-space()] |
                       lacunaStart[normalize-space()] | lb[normalize-space()] | link[normalize-space()] |
                       listTranspose[normalize-space()] | milestone[normalize-space()] | move[normalize-space()] |
                       numeric[normalize-space()] | oRef[normalize-space()] | pRef[normalize-space()] | path[normalize-space()] |
                       pause[normalize-space()] | pb[normalize-space()] | redo[normalize-space()] | shift[normalize-space()] |
                       specDesc[normalize-space()] | substJoin[normalize-space()] | symbol[normalize-space()] |
                       then[normalize-space()] | undo[normalize-space()] | variantEncoding[normalize-space()] |
                       when[normalize-space()] | witEnd[normalize-space()] | witStart[normalize-space()]"
                priority="10" mode="v:view">
    <xsl:if test="self::lb | self::pb | self::cb">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:call-template name="v:plain"/>
  </xsl:template>
</xsl:stylesheet>
