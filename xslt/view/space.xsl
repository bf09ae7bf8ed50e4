<?xml version="1.0" encoding="UTF-8"?>
<!-- White space: elements that hold no text by TEI's grammar lose what only lays out their source; all other text is kept as it stands. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:v="urn:tei-toolkit:view"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:strip-space elements="
    TEI abstract additional address adminInfo altGrp altIdentifier alternate analytic annotation annotationBlock app appInfo
    application arc argument attDef attList availability back biblFull biblStruct bicond binding bindingDesc body broadcast
    cRefPattern calendar calendarDesc castGroup castList category certainty char charDecl choice cit citeStructure classDecl
    classSpec classes climate cond constraintSpec correction correspAction correspContext correspDesc custodialHist dataRef
    dataSpec decoDesc dimensions div div1 div2 div3 div4 div5 div6 div7 docTitle eLeaf eTree editionStmt editorialDecl
    elementSpec encodingDesc entry epigraph epilogue equipment event exemplum fDecl fLib facsimile figure fileDesc
    floatingText forest front fs fsConstraints fsDecl fsdDecl fvLib gap glyph graph graphic group handDesc handNotes history
    hom hyphenation iNode if imprint incident index interpGrp interpretation join joinGrp keywords kinesic langKnowledge
    langUsage layoutDesc leaf lg linkGrp list listAnnotation listApp listBibl listChange listEvent listForest listNym
    listObject listOrg listPerson listPlace listPrefixDef listRef listRelation listTranspose listWit location locusGrp
    macroSpec media metDecl model modelGrp modelSequence moduleRef moduleSpec monogr msContents msDesc msFrag msIdentifier
    msItem msItemStruct msPart namespace node normalization notatedMusic noteGrp notesStmt nym object objectDesc
    objectIdentifier org paramList paramSpec particDesc performance person personGrp persona physDesc place population
    postscript precision prefixDef profileDesc projectDesc prologue publicationStmt punctuation quotation rdgGrp recordHist
    recording recordingStmt refsDecl relatedItem relation remarks respStmt respons revisionDesc root row ruby samplingDecl
    schemaRef schemaSpec scriptDesc scriptStmt seal sealDesc segmentation sequence seriesStmt set setting settingDesc
    sourceDesc sourceDoc sp spGrp space spanGrp specGrp specList standOff state stdVals styleDefDecl subst substJoin
    superEntry supportDesc surface surfaceGrp table tagsDecl taxonomy teiCorpus teiHeader terrain text textClass textDesc
    timeline titlePage titleStmt trait transcriptionDesc transpose tree triangle typeDesc unitDecl unitDef vAlt vColl
    vDefault vLabel vMerge vNot vRange valItem valList vocal"/>

  <!-- Elements whose children are blocks. -->
  <xsl:variable name="v:block-parents" as="map(xs:string, xs:boolean)" select="
    map:merge(tokenize('
    additional annotationBlock argument back body castGroup castList div div1 div2 div3 div4 div5 div6 div7 docTitle egXML entry epigraph epilogue event
    facsimile figure floatingText front group history hom lg list listBibl listEvent listNym listObject listOrg listPerson listPlace listRelation msContents
    msDesc msFrag msItem msPart noteGrp object org performance person physDesc place postscript prologue row set sourceDoc sp spGrp standOff superEntry
    surface surfaceGrp table TEI teiCorpus text titlePage')[.] ! map{.: true()})"/>

  <!-- Where an element stands among blocks only, it is a block itself; in running text it is an inline. -->
  <xsl:function name="v:among-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="parent" as="element()?" select="$element/parent::*"/>
    <xsl:sequence select="
      map:contains($v:block-parents, string(local-name($parent)))
      or exists($parent[self::cit][v:among-blocks(.)])
      or exists($parent[self::q or self::quote or self::said][v:holds-blocks(.)])"/>
  </xsl:function>

  <!-- What makes a block of an element that may be block or inline. -->
  <xsl:variable name="v:block-children" as="map(xs:string, xs:boolean)" select="
    map:merge(tokenize('p ab l lg sp div floatingText list table opener closer salute signed dateline')[.] ! map{.: true()})"/>

  <!-- Whether an element that may be block or inline has blocks among its children. -->
  <xsl:function name="v:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      some $child in $element/* satisfies (map:contains($v:block-children, local-name($child))
        or exists($child[self::q or self::quote or self::said][v:holds-blocks(.)]) or exists($child/self::figure/p))"/>
  </xsl:function>
</xsl:stylesheet>
