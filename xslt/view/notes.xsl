<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes (TEI P5, 3.9) and what leads to them. A note in running text is called from its place: by the source's own
     marker, where a ref holds one, else by a number. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:accumulator name="v:note" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="text//note[v:is-called(.)] | sourceDoc//note[v:is-called(.)]" select="$value + 1"/>
  </xsl:accumulator>

  <!-- Markers by the id of the note that they call. -->
  <xsl:key name="v:callers" match="ref[@target] | ptr[@target]" use="tokenize(@target)[starts-with(., '#')] ! v:identifier(substring(., 2))"/>

  <xsl:template match="ref[v:note(.)] | ptr[v:note(.)]" priority="2" mode="v:view" as="element(v:noteref)">
    <xsl:variable name="note" as="element(note)" select="v:note(.)"/>
    <v:noteref note="{v:note-id($note)}" label="{v:note-label($note)}">
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:attribute name="id" select="v:caller-id(.)"/>
      <xsl:apply-templates mode="#current"/>
    </v:noteref>
  </xsl:template>

  <!-- The note that a marker calls: only a pointer of a few characters is a marker, others are links ("see note 3 above"). -->
  <xsl:function name="v:note" as="element(note)?">
    <xsl:param name="marker" as="element()"/>
    <xsl:sequence select="
      if (starts-with($marker/@target, '#') and ($marker/@type = 'noteAnchor' or $marker/self::ptr or string-length(normalize-space($marker)) le 4)
          and not($marker/ancestor::note))
      then key('v:ids', v:identifier(substring(tokenize($marker/@target)[1], 2)), root($marker))[1][self::note[node()]][not(ancestor::teiHeader)]
      else ()"/>
  </xsl:function>

  <xsl:function name="v:callers" as="element()*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="if ($note/@xml:id) then key('v:callers', v:identifier($note/@xml:id), root($note))[v:note(.) is $note] else ()"/>
  </xsl:function>

  <xsl:function name="v:caller-id" as="xs:string">
    <xsl:param name="marker" as="element()"/>
    <xsl:variable name="note" as="element(note)" select="v:note($marker)"/>
    <xsl:variable name="callers" as="element()+" select="v:callers($note)"/>
    <xsl:variable name="place" as="xs:integer" select="count($callers[. &lt;&lt; $marker]) + 1"/>
    <xsl:sequence select="v:id($marker, 'ref:' || v:note-number($note) || (if ($place gt 1) then '.' || $place else ''))"/>
  </xsl:function>

  <xsl:function name="v:note-number" as="xs:integer">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/accumulator-before('v:note')"/>
  </xsl:function>

  <xsl:function name="v:note-id" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="v:id($note, 'note:' || v:note-number($note))"/>
  </xsl:function>

  <xsl:function name="v:note-label" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="string(v:note-number($note))"/>
  </xsl:function>

  <xsl:template match="note" mode="v:view">
    <xsl:variable name="callers" as="element()*" select="v:callers(.)"/>
    <xsl:choose>
      <xsl:when test="not(node())">
        <xsl:if test="@xml:id">
          <v:anchor>
            <xsl:apply-templates select="@xml:id" mode="v:attributes"/>
          </v:anchor>
        </xsl:if>
      </xsl:when>
      <xsl:when test="v:stands-in-place(.) and empty($callers)">
        <v:block kind="note">
          <xsl:apply-templates select="@*" mode="v:attributes"/>
          <xsl:apply-templates mode="#current"/>
        </v:block>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="empty($callers)">
          <v:noteref note="{v:note-id(.)}" label="{v:note-label(.)}" id="ref:{v:note-number(.)}"/>
        </xsl:if>
        <v:note>
          <xsl:apply-templates select="@* except @xml:id" mode="v:attributes"/>
          <xsl:attribute name="id" select="v:note-id(.)"/>
          <xsl:attribute name="number" select="v:note-number(.)"/>
          <xsl:attribute name="back" select="if (exists($callers)) then v:caller-id($callers[1]) else 'ref:' || v:note-number(.)"/>
          <xsl:if test="empty(v:own-label(.))">
            <xsl:attribute name="label" select="v:note-label(.)"/>
          </xsl:if>
          <xsl:if test="@type | @resp">
            <xsl:attribute name="kind" select="(@type ! normalize-space(), '')[1]"/>
          </xsl:if>
          <xsl:apply-templates mode="#current"/>
          <xsl:for-each select="v:rest(.)">
            <xsl:text> </xsl:text>
            <xsl:apply-templates mode="#current"/>
          </xsl:for-each>
        </v:note>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The parts in which a note goes on, by the id of the one before: prev alone tells, so that each is shown once. -->
  <xsl:key name="v:going-on" match="note[starts-with(@prev, '#')]" use="v:identifier(substring(@prev, 2))"/>

  <!-- The rest of a note that went on at the foot of another page is shown with its beginning (TEI P5, 17.7: next and prev). -->
  <xsl:template match="note[v:begun(.)]" priority="3" mode="v:view"/>

  <!-- The called note of the text that goes on in this one. -->
  <xsl:function name="v:begun" as="element(note)?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="before" as="element(note)?" select="
      $note/@prev[starts-with(., '#')] ! key('v:ids', v:identifier(substring(., 2)), root($note))[1][self::note][. &lt;&lt; $note][ancestor::text]"/>
    <xsl:sequence select="$before ! (v:begun(.), .[v:is-called(.)])[1]"/>
  </xsl:function>

  <!-- The parts of a note after its first, in their order. -->
  <xsl:function name="v:rest" as="element(note)*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
      if ($note/@xml:id) then key('v:going-on', v:identifier($note/@xml:id), root($note))[v:begun(.) is (v:begun($note), $note)[1]] ! (., v:rest(.)) else ()"/>
  </xsl:function>

  <!-- The label that a note brings: what it begins with, or what its first paragraph begins with. -->
  <xsl:function name="v:own-label" as="element(label)?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="first" as="node()?" select="$note/node()[normalize-space()][1]"/>
    <xsl:sequence select="($first, $first/self::p/node()[normalize-space()][1])[self::label]"/>
  </xsl:function>

  <xsl:template match="note/label[not(preceding-sibling::*)]" priority="1" mode="v:view" as="element(v:label)">
    <v:label>
      <xsl:apply-templates select="@*" mode="v:attributes"/>
      <xsl:apply-templates mode="#current"/>
    </v:label>
  </xsl:template>

  <!-- Whether a note is called from its place, by a number. -->
  <xsl:function name="v:is-called" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
      exists($note/node()) and empty(v:begun($note)) and not(v:is-of-its-parent($note)) and (not(v:stands-in-place($note)) or exists(v:callers($note)) or exists($note/ancestor::sourceDoc))"/>
  </xsl:function>

  <!-- Notes that are a part of what they stand in: of a citation, a dictionary's entry, an apparatus, a record. -->
  <xsl:function name="v:is-of-its-parent" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
      exists($note/parent::*[self::bibl or self::biblStruct or self::monogr or self::analytic or self::series or self::imprint or self::app or self::rdgGrp
        or self::entry or self::sense or self::hom or self::re or self::entryFree or self::form or self::gramGrp])
      or exists($note/ancestor::*[self::person or self::place or self::org or self::event or self::object or self::nym or self::state or self::trait or self::msDesc])"/>
  </xsl:function>

  <!-- Notes among blocks, and notes of records and bibliographies, stay where they are. -->
  <xsl:function name="v:stands-in-place" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="v:among-blocks($note) and not($note/(parent::lg | parent::sp | parent::list | parent::row | parent::table))"/>
  </xsl:function>

  <xsl:template match="noteGrp" mode="v:view">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <!-- Notes inside records and bibliographies are part of them. -->
  <xsl:template match="note[parent::bibl or parent::biblStruct or parent::monogr or parent::analytic or parent::series or parent::imprint]
                       | note[ancestor::person or ancestor::place or ancestor::org or ancestor::event or ancestor::object or ancestor::nym or ancestor::state
                              or ancestor::trait or ancestor::msDesc or ancestor::teiHeader or ancestor::standOff]"
                priority="1" mode="v:view">
    <xsl:text> </xsl:text>
    <xsl:call-template name="v:phrase"/>
  </xsl:template>
</xsl:stylesheet>
