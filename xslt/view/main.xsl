<?xml version="1.0" encoding="UTF-8"?>
<!-- The view: TEI in, typographic behaviours out (see ../view.rng). One module of this folder for each module of TEI P5. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="common.xsl"/>
  <xsl:include href="languages.xsl"/>
  <xsl:include href="pointers.xsl"/>
  <xsl:include href="rendition.xsl"/>
  <xsl:include href="space.xsl"/>
  <xsl:include href="textstructure.xsl"/>
  <xsl:include href="core.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="quotations.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="breaks.xsl"/>
  <xsl:include href="readings.xsl"/>
  <xsl:include href="editorial.xsl"/>
  <xsl:include href="textcrit.xsl"/>
  <xsl:include href="transcr.xsl"/>
  <xsl:include href="facsimile.xsl"/>
  <xsl:include href="images.xsl"/>
  <xsl:include href="spans.xsl"/>
  <xsl:include href="transpositions.xsl"/>
  <xsl:include href="namesdates.xsl"/>
  <xsl:include href="records.xsl"/>
  <xsl:include href="bibliography.xsl"/>
  <xsl:include href="verse.xsl"/>
  <xsl:include href="drama.xsl"/>
  <xsl:include href="spoken.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="gaiji.xsl"/>
  <xsl:include href="linking.xsl"/>
  <xsl:include href="analysis.xsl"/>
  <xsl:include href="dictionaries.xsl"/>
  <xsl:include href="msdescription.xsl"/>
  <xsl:include href="features.xsl"/>
  <xsl:include href="tagdocs.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="registers.xsl"/>
  <xsl:include href="unhandled.xsl"/>

  <xsl:output method="xml" indent="no" encoding="UTF-8"/>

  <!-- Which reading is shown where the source offers several: "normalised" (corrections, regular spellings, expansions),
       "diplomatic" (the source's own, with its line ends) or "clear" (as normalised, without what is deleted). -->
  <xsl:param name="v:reading" as="xs:string" select="'normalised'"/>

  <!-- Where the readings not shown go: "end", "inline" or "none". -->
  <xsl:param name="v:apparatus" as="xs:string" select="'end'"/>

  <xsl:mode name="v:view" on-no-match="text-only-copy" use-accumulators="v:note v:variant v:index v:spans"/>

  <xsl:template match="/" mode="v:view" as="document-node()">
    <xsl:document>
      <xsl:apply-templates select="*" mode="v:document"/>
    </xsl:document>
  </xsl:template>

  <xsl:mode name="v:document" on-no-match="fail" use-accumulators="v:note v:variant v:index v:spans"/>

  <xsl:template match="*" mode="v:document" as="element(v:document)">
    <xsl:variable name="header" as="element(teiHeader)?" select="(self::teiHeader, teiHeader)[1]"/>
    <v:document title="{v:title(.)}" lang="{v:language(.)}">
      <xsl:apply-templates select="$header" mode="v:meta"/>
      <xsl:apply-templates select="$header" mode="v:masthead"/>
      <v:body>
        <xsl:choose>
          <xsl:when test="self::TEI | self::teiCorpus">
            <xsl:apply-templates select="* except ($header, standOff, facsimile[v:is-gallery(.)])" mode="v:view"/>
          </xsl:when>
          <xsl:when test="not(self::teiHeader)">
            <xsl:apply-templates select="." mode="v:view"/>
          </xsl:when>
        </xsl:choose>
      </v:body>
      <xsl:apply-templates select="standOff, (self::TEI | self::teiCorpus)/facsimile[v:is-gallery(.)]" mode="v:view"/>
      <xsl:apply-templates select="$header" mode="v:data"/>
    </v:document>
  </xsl:template>

  <!-- The main language: the text's own, else the first that the header lists, else undetermined (BCP 47 "und"). -->
  <xsl:function name="v:language" as="xs:string">
    <xsl:param name="root" as="element()"/>
    <xsl:variable name="stated" as="xs:string*" select="
      ($root/text/@xml:lang, $root/@xml:lang, $root/text/body/@xml:lang, $root//langUsage/language/@ident) ! normalize-space()"/>
    <xsl:sequence select="($stated ! v:language-tag(.)[.], 'und')[1]"/>
  </xsl:function>

  <!-- The title that the header states, the text's own, or the name of the file that it was made from: a header may call its title "unknown". -->
  <xsl:function name="v:title" as="xs:string">
    <xsl:param name="root" as="element()"/>
    <xsl:variable name="file" as="element(fileDesc)?" select="$root/descendant-or-self::teiHeader[1]/fileDesc"/>
    <xsl:variable name="titles" as="element(title)*" select="$file/titleStmt/title[normalize-space() ne 'unknown']"/>
    <xsl:variable name="source" as="element(title)*" select="$file/sourceDesc/bibl[@type = 'digitalSource']/title"/>
    <xsl:sequence select="
      normalize-space(($titles[@type = 'main'], $titles[not(@type = 'sub')], $titles, $root//text//head, $source)[normalize-space()][1])"/>
  </xsl:function>
</xsl:stylesheet>
