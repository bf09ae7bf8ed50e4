<?xml version="1.0" encoding="UTF-8"?>
<!-- The view as it is, without a space more: toolkit/renderers/standoff.py makes JSON of it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xmlns:j="urn:tei-toolkit:json" exclude-result-prefixes="#all">

  <xsl:output method="xml" indent="no" encoding="UTF-8" omit-xml-declaration="yes"/>

  <xsl:param name="v:lang" as="xs:string" select="'en'"/>

  <!-- Notes stand apart in JSON whatever the option says; with "none" they are left out. -->
  <xsl:param name="j:notes" as="xs:string" select="'foot'"/>

  <xsl:mode name="j:page" on-no-match="shallow-copy"/>

  <xsl:template match="v:note[$j:notes = 'none']" mode="j:page"/>

  <!-- An image inside the document is no address. -->
  <xsl:template match="v:graphic/@shown[starts-with(., 'data:')]" mode="j:page"/>
</xsl:stylesheet>
