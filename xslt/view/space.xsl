<?xml version="1.0" encoding="UTF-8"?>
<!-- White space: elements that hold no text by TEI's grammar lose what only lays out their source; all other text is kept as it stands. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

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

  <!-- Where an element stands among blocks only, it is a block itself; in running text it is an inline. -->
  <xsl:function name="v:among-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[
      parent::body | parent::front | parent::back | parent::div | parent::div1 | parent::div2 | parent::div3 | parent::div4 | parent::div5
      | parent::div6 | parent::div7 | parent::text | parent::group | parent::floatingText | parent::argument | parent::epigraph
      | parent::postscript | parent::sp | parent::spGrp | parent::lg | parent::list | parent::castList | parent::castGroup | parent::set
      | parent::prologue | parent::epilogue | parent::performance | parent::titlePage | parent::docTitle | parent::figure | parent::table
      | parent::row | parent::cit[v:among-blocks(.)] | parent::listBibl | parent::listPerson | parent::listPlace | parent::listOrg | parent::listEvent
      | parent::listObject | parent::listNym | parent::listRelation | parent::person | parent::place | parent::org | parent::event | parent::object
      | parent::entry | parent::superEntry | parent::hom | parent::egXML | parent::sourceDoc | parent::surface | parent::surfaceGrp
      | parent::TEI | parent::teiCorpus | parent::standOff | parent::facsimile | parent::annotationBlock | parent::noteGrp
      | parent::msDesc | parent::msPart | parent::msFrag | parent::msContents | parent::msItem | parent::physDesc | parent::history
      | parent::additional | parent::q[v:holds-blocks(.)] | parent::quote[v:holds-blocks(.)] | parent::said[v:holds-blocks(.)]])"/>
  </xsl:function>

  <!-- Whether an element that may be block or inline has blocks among its children. -->
  <xsl:function name="v:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(p | ab | l | lg | sp | div | floatingText | list | table | q[v:holds-blocks(.)] | quote[v:holds-blocks(.)] | said[v:holds-blocks(.)] | opener | closer | salute | signed | dateline | figure/p))"/>
  </xsl:function>
</xsl:stylesheet>
