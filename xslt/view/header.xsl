<?xml version="1.0" encoding="UTF-8"?>
<!-- The header (TEI P5, chapter 2), three times: metadata for machines, the masthead, and a readable "about this document".
     What the masthead says, the rest does not repeat. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:mode name="v:meta" on-no-match="fail"/>
  <xsl:mode name="v:masthead" on-no-match="fail"/>
  <xsl:mode name="v:data" on-no-match="deep-skip"/>

  <xsl:template match="teiHeader" mode="v:meta" as="element(v:meta)*">
    <xsl:variable name="file" as="element()?" select="fileDesc[1]"/>
    <xsl:sequence select="
      $file/titleStmt/author ! v:meta('creator', .),
      $file/titleStmt/(editor | respStmt/(persName | name | orgName)) ! v:meta('contributor', .),
      $file/publicationStmt/(publisher | authority | distributor) ! v:meta('publisher', .),
      $file/publicationStmt/idno ! v:meta('identifier', .),
      ($file/publicationStmt/date/(@when, .)[1], profileDesc/creation/date/(@when, .)[1])[normalize-space()][1] ! v:meta('date', .),
      $file/publicationStmt/availability/licence/@target ! v:meta('licence', .),
      $file/publicationStmt/availability[normalize-space()] ! v:meta('rights', .),
      profileDesc/langUsage/language/@ident ! v:meta('language', .),
      profileDesc/abstract ! v:meta('description', .),
      profileDesc/textClass/keywords/(term | list/item) ! v:meta('subject', .),
      $file/sourceDesc/(bibl | biblStruct | biblFull)[1] ! v:meta('source', .)"/>
  </xsl:template>

  <xsl:function name="v:meta" as="element(v:meta)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="node()"/>
    <xsl:if test="normalize-space($value)">
      <v:meta name="{$name}" value="{normalize-space(string-join($value/descendant-or-self::node()[self::text() or self::attribute()], ' '))}"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="teiHeader" mode="v:masthead" as="element(v:masthead)?">
    <xsl:variable name="statement" as="element(titleStmt)?" select="fileDesc[1]/titleStmt[1]"/>
    <xsl:if test="$statement/title[normalize-space()]">
      <v:masthead>
        <xsl:for-each select="v:in-masthead($statement)">
          <v:block kind="{if (self::title) then (if (position() = 1) then 'title' else 'subtitle') else local-name()}">
            <xsl:apply-templates select="@*" mode="v:attributes"/>
            <xsl:apply-templates mode="v:view"/>
          </v:block>
        </xsl:for-each>
      </v:masthead>
    </xsl:if>
  </xsl:template>

  <xsl:function name="v:in-masthead" as="element()*">
    <xsl:param name="statement" as="element(titleStmt)?"/>
    <xsl:variable name="main" as="element(title)?" select="($statement/title[@type = 'main'], $statement/title[not(@type)], $statement/title)[normalize-space()][1]"/>
    <xsl:sequence select="$main, $statement/title[@type = 'sub'][normalize-space()], $statement/author[normalize-space()]"/>
  </xsl:function>

  <xsl:template match="teiHeader" mode="v:data" as="element(v:about)" priority="2">
    <v:about>
      <xsl:apply-templates select="*" mode="#current"/>
    </v:about>
  </xsl:template>

  <!-- Parts of a header outside one (a fragment, an example). -->
  <xsl:template match="fileDesc | encodingDesc | profileDesc | revisionDesc | xenoData | sourceDesc | projectDesc | samplingDecl | editorialDecl | correction | normalization
                       | quotation | hyphenation | segmentation | stdVals | interpretation | punctuation | tagsDecl | tagUsage | namespace | rendition | styleDefDecl
                       | refsDecl | refState | classDecl | catDesc | catRef | geoDecl | appInfo | application | abstract | creation | langUsage | language | textClass
                       | keywords | classCode | calendarDesc | calendar | revisionDesc | change | metDecl | metSym | scriptNote | interpretation | variantEncoding[node()]"
                mode="v:view" priority="-1" as="element()*">
    <xsl:apply-templates select="." mode="v:data"/>
  </xsl:template>

  <!-- Part of the masthead already. -->
  <xsl:template match="teiHeader/fileDesc/titleStmt/title[exists(v:in-masthead(..) intersect .)] | teiHeader/fileDesc/titleStmt/author[exists(v:in-masthead(..) intersect .)]" mode="v:data" priority="3"/>

  <!-- Descriptions for processors, not for readers. -->
  <xsl:template match="teiHeader//xenoData | teiHeader//rendition | teiHeader//charDecl | teiHeader//schemaSpec" mode="v:data" priority="4"/>

  <!-- Elements that only hold others: a group under its name. -->
  <xsl:template match="*[*][not(text()[normalize-space()])][v:is-structure(.)]" mode="v:data" as="element()*" priority="1">
    <xsl:variable name="content" as="element()*">
      <xsl:apply-templates select="*" mode="#current"/>
    </xsl:variable>
    <xsl:if test="exists($content)">
      <v:fields label="{local-name()}">
        <xsl:apply-templates select="@*" mode="v:attributes"/>
        <xsl:sequence select="$content"/>
      </v:fields>
    </xsl:if>
  </xsl:template>

  <xsl:function name="v:is-structure" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="empty($element/(hi | ref | ptr | emph | g | lb | choice | w | pc | seg | foreign | add | del | ex | am | abbr | expan | forename | surname | roleName | q | quote | supplied | unclear))"/>
  </xsl:function>

  <xsl:template match="encodingDesc//p | profileDesc//p | fileDesc//p | revisionDesc//p | teiHeader//ab" mode="v:data" priority="2" as="element(v:paragraph)">
    <v:paragraph>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="v:view"/>
    </v:paragraph>
  </xsl:template>

  <xsl:template match="listPerson | listPlace | listOrg | listEvent | listBibl | listObject | biblStruct | listWit | list | particDesc/person" mode="v:data" priority="2">
    <xsl:apply-templates select="." mode="v:view"/>
  </xsl:template>

  <!-- What only attributes say. -->
  <xsl:template match="*[not(normalize-space())][@when | @quantity | @value | @target | @ident | @from | @to | @notBefore | @notAfter | @url]" mode="v:data" as="element(v:field)" priority="1">
    <v:field label="{local-name()}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:choose>
        <xsl:when test="v:href((@target, @url)[1])">
          <v:link href="{v:href((@target, @url)[1])}"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="(v:interval(.)[.], @quantity, @value, @ident)[1], @unit"/>
        </xsl:otherwise>
      </xsl:choose>
    </v:field>
  </xsl:template>

  <!-- Elements with text of their own: a name and a value. -->
  <xsl:template match="*[normalize-space()]" mode="v:data" as="element(v:field)">
    <v:field label="{local-name()}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:sequence select="v:qualifiers(.)"/>
      <xsl:call-template name="v:parts"/>
    </v:field>
  </xsl:template>

  <xsl:function name="v:qualifiers" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="said" as="xs:string*" select="$element/(@type, @when, @ident, @n, @version, @role)[normalize-space()]/normalize-space()"/>
    <xsl:if test="exists($said) and not($element/self::date)">
      <xsl:attribute name="qualifier" select="string-join($said, ', ')"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="tagUsage" mode="v:data" as="element(v:field)" priority="2">
    <v:field label="tagUsage" qualifier="{@gi}">
      <xsl:value-of select="@occurs"/>
      <xsl:if test="normalize-space()">
        <xsl:text> </xsl:text>
        <xsl:apply-templates mode="v:view"/>
      </xsl:if>
    </v:field>
  </xsl:template>

  <xsl:template match="application" mode="v:data" as="element(v:field)" priority="2">
    <v:field label="application" qualifier="{@ident, @version}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:for-each select="*[normalize-space()]">
        <xsl:if test="position() gt 1"> – </xsl:if>
        <xsl:apply-templates select="if (self::p) then node() else ." mode="v:view"/>
      </xsl:for-each>
    </v:field>
  </xsl:template>

  <xsl:template match="licence[@target]" mode="v:data" as="element(v:field)" priority="2">
    <v:field label="licence">
      <xsl:choose>
        <xsl:when test="normalize-space() and (p | .//ref)">
          <xsl:apply-templates mode="v:view"/>
        </xsl:when>
        <xsl:otherwise>
          <v:link href="{v:href(@target)}">
            <xsl:apply-templates mode="v:view"/>
            <xsl:if test="not(normalize-space())">
              <xsl:value-of select="@target"/>
            </xsl:if>
          </v:link>
        </xsl:otherwise>
      </xsl:choose>
    </v:field>
  </xsl:template>
</xsl:stylesheet>
