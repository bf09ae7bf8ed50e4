<?xml version="1.0" encoding="UTF-8"?>
<!-- The page: masthead, tools, contents, text, notes, registers, and what is said about the document. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xmlns:h="urn:tei-toolkit:html" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:template match="v:document" mode="h:page" as="element()">
    <xsl:variable name="notes" as="element(v:note)*" select="if ($h:notes = ('foot', 'end')) then v:body//v:note else ()"/>
    <html lang="{if (@lang = 'und') then $v:lang else @lang}">
      <xsl:if test="h:is-right-to-left(@lang)">
        <xsl:attribute name="dir" select="'rtl'"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="h:head"/>
      <xsl:sequence select="$h:line"/>
      <body>
        <xsl:sequence select="$h:line"/>
        <a class="skip" href="#top:text" lang="{$v:lang}">
          <xsl:value-of select="v:word('skip')"/>
        </a>
        <xsl:sequence select="$h:line"/>
        <xsl:apply-templates select="v:masthead" mode="h:flow"/>
        <xsl:sequence select="h:tools(.), h:contents(.)"/>
        <main id="top:text">
          <xsl:sequence select="$h:line"/>
          <xsl:apply-templates select="v:body/node()" mode="h:flow"/>
          <xsl:sequence select="h:notes($notes[not(@kind = ('variant', 'index'))], 'notes'), h:notes($notes[@kind = 'variant'], 'readings'), h:notes($notes[@kind = 'index'], 'index')"/>
        </main>
        <xsl:sequence select="$h:line"/>
        <xsl:apply-templates select="v:register, v:about" mode="h:flow"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="v:masthead" mode="h:flow" as="node()*">
    <header class="masthead">
      <xsl:sequence select="$h:line"/>
      <xsl:apply-templates select="*" mode="#current"/>
    </header>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:template match="v:masthead/v:block[@kind = 'title']" priority="2" mode="h:flow" as="node()*">
    <h1>
      <xsl:sequence select="h:attributes(., '')"/>
      <xsl:apply-templates mode="#current"/>
    </h1>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <!-- Switches that need no script: a page's style looks at its own boxes. And the key to the four kinds of quotation. -->
  <xsl:function name="h:tools" as="node()*">
    <xsl:param name="document" as="element(v:document)"/>
    <xsl:variable name="body" as="element(v:body)" select="$document/v:body"/>
    <xsl:variable name="kinds" as="xs:string*" select="('said', 'quote', 'so-called', 'q')[. = distinct-values($body//v:quotation[not(@place)]/@kind)]"/>
    <xsl:variable name="uncertain" as="xs:boolean" select="exists($body//@cert)"/>
    <xsl:variable name="names" as="xs:boolean" select="exists($body//v:name) or exists($body//v:time)"/>
    <xsl:if test="exists($kinds) or $uncertain or $names">
      <section class="tools" aria-label="{v:word('display')}" lang="{$v:lang}">
        <xsl:sequence select="$h:line"/>
        <xsl:if test="$names">
          <label><input type="checkbox" class="show-names"/><xsl:text> </xsl:text><xsl:value-of select="v:word('show-names')"/></label>
          <xsl:sequence select="$h:line"/>
        </xsl:if>
        <xsl:if test="$uncertain">
          <label><input type="checkbox" class="show-uncertain"/><xsl:text> </xsl:text><xsl:value-of select="v:word('show-uncertain')"/></label>
          <xsl:sequence select="$h:line"/>
        </xsl:if>
        <xsl:if test="exists($kinds)">
          <p class="legend">
            <xsl:value-of select="v:word('legend')"/>
            <xsl:for-each select="$kinds">
              <xsl:text> </xsl:text>
              <span class="{.}">
                <xsl:value-of select="v:word('quotation.' || .)"/>
              </span>
            </xsl:for-each>
          </p>
          <xsl:sequence select="$h:line"/>
        </xsl:if>
      </section>
      <xsl:sequence select="$h:line"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
