<?xml version="1.0" encoding="UTF-8"?>
<!-- Default text structure (TEI P5, chapter 4): divisions, heads, title pages, letters' openers and closers. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- A text, a group and a corpus's member are sections too; a lone text in its TEI is not worth a level. -->
  <xsl:template match="text | group | body | front | back" mode="v:view" as="element(v:section)">
    <v:section kind="{local-name()}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:section>
  </xsl:template>

  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | prologue | epilogue | performance | set" mode="v:view" as="element(v:section)">
    <v:section kind="{(normalize-space(@type)[matches(., '^[\p{L}][\p{L}\p{N}_\-]*$')], local-name())[1]}" level="{v:level(.)}">
      <xsl:if test="@n and not(head)">
        <xsl:attribute name="n" select="@n"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:section>
  </xsl:template>

  <xsl:template match="floatingText" mode="v:view" as="element(v:block)">
    <v:block kind="floating-text">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:block>
  </xsl:template>

  <!-- The depth of an element's heading: 1 for the outermost division. -->
  <xsl:function name="v:level" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      1 + count($element/ancestor::*[self::div or self::div1 or self::div2 or self::div3 or self::div4 or self::div5 or self::div6 or self::div7
        or self::prologue or self::epilogue or self::performance or self::set or self::text[parent::group] or self::TEI[parent::teiCorpus] or self::teiCorpus[parent::teiCorpus]])"/>
  </xsl:function>

  <xsl:template match="div/head | div1/head | div2/head | div3/head | div4/head | div5/head | div6/head | div7/head
                       | body/head | front/head | back/head | text/head | group/head | prologue/head | epilogue/head | performance/head | set/head"
                mode="v:view" as="element(v:heading)">
    <v:heading level="{v:level(.) - 1}" kind="{if (preceding-sibling::head or @type = 'sub') then 'subheading' else 'heading'}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:heading>
  </xsl:template>

  <!-- Heads of smaller things (a list, a stanza, a table's caption) are titles of blocks, not of sections. -->
  <xsl:template match="head" mode="v:view" as="element(v:block)">
    <v:block kind="head">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:block>
  </xsl:template>

  <xsl:template match="argument | epigraph | opener | closer | postscript | trailer | byline | dateline | salute | signed | titlePage | docTitle | titlePart
                       | docAuthor | docImprint | docEdition | docDate | imprimatur | address | addrLine" mode="v:view">
    <v:block kind="{local-name()}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:block>
  </xsl:template>

  <!-- In running text these are phrases. -->
  <xsl:template match="dateline[ancestor::p] | salute[ancestor::p] | signed[ancestor::p] | docAuthor[ancestor::p] | docDate[ancestor::p] 
                       | address[ancestor::p] | addrLine[ancestor::p] | byline/docAuthor | byline/docDate | docImprint/docDate
                       | titlePart/docAuthor | titlePart/docDate | docEdition/docDate | head/docAuthor | head/docDate | head/byline | docAuthor/docAuthor"
                priority="1" mode="v:view">
    <xsl:call-template name="v:phrase"/>
  </xsl:template>

  <xsl:template match="ab[@type = 'ornament']" priority="1" mode="v:view" as="element(v:rule)">
    <v:rule>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:rule>
  </xsl:template>

  <xsl:template match="p | ab" mode="v:view" as="element(v:paragraph)">
    <v:paragraph>
      <xsl:if test="@n">
        <xsl:attribute name="n" select="normalize-space(@n)"/>
      </xsl:if>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:paragraph>
  </xsl:template>

  <xsl:template match="divGen" mode="v:view"/>

  <!-- A document inside a corpus: a section under its own title, with what its header says. -->
  <xsl:template match="TEI | teiCorpus" mode="v:view" as="element(v:section)">
    <v:section kind="{local-name()}" level="{v:level(.)}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:variable name="title" as="element()*" select="v:in-masthead(teiHeader/fileDesc/titleStmt)"/>
      <xsl:if test="exists($title)">
        <v:heading level="{v:level(.)}" kind="heading">
          <xsl:for-each select="$title">
            <xsl:if test="position() gt 1"> – </xsl:if>
            <xsl:apply-templates mode="#current"/>
          </xsl:for-each>
        </v:heading>
      </xsl:if>
      <xsl:apply-templates select="* except teiHeader" mode="#current"/>
      <xsl:apply-templates select="teiHeader" mode="#current"/>
    </v:section>
  </xsl:template>

  <xsl:template match="teiHeader" mode="v:view" as="element(v:block)">
    <v:block kind="header">
      <xsl:apply-templates select="*" mode="v:data"/>
    </v:block>
  </xsl:template>
</xsl:stylesheet>
