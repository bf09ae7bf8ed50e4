<?xml version="1.0" encoding="UTF-8"?>
<!-- Additions, deletions and damage that run from a point to another (TEI P5, 12.3.1.4 and att.spanning): what they hold of text is marked as
     add, del and damage mark theirs. The range ends with the content of the element that spanTo names. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- Each kind of range by the mark that outputs know. -->
  <xsl:variable name="v:ranges" as="map(xs:string, xs:string)" select="map{
    'addSpan': 'added', 'delSpan': 'deleted', 'damageSpan': 'damaged', 'mod': 'modified', 'retrace': 'retraced', 'undo': 'restored', 'redo': 'deleted'}"/>

  <!-- The ranges that are open at a place, outermost first. One whose end lies nowhere, or before it, is none. -->
  <xsl:accumulator name="v:spans" as="element()*" initial-value="()">
    <xsl:accumulator-rule match="addSpan[@spanTo] | delSpan[@spanTo] | damageSpan[@spanTo] | mod[@spanTo] | retrace[@spanTo] | undo[@spanTo] | redo[@spanTo]"
                          select="$value, .[v:span-end(.) >> .]"/>
    <xsl:accumulator-rule match="*[@xml:id]" phase="end" select="if (empty($value)) then () else let $end := . return $value[not(v:span-end(.) is $end)]"/>
  </xsl:accumulator>

  <xsl:function name="v:span-end" as="element()?" new-each-time="no">
    <xsl:param name="span" as="element()"/>
    <xsl:sequence select="key('v:ids', v:identifier(substring-after($span/@spanTo, '#')), root($span))[1]"/>
  </xsl:function>

  <!-- A note is a text of its own: a range around its place does not mark it. -->
  <xsl:function name="v:spans" as="element()*">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="open" as="element()*" select="if (normalize-space($text)) then $text/accumulator-before('v:spans') else ()"/>
    <xsl:sequence select="if (empty($open)) then () else let $note := $text/ancestor::note[1] return $open[if ($note) then ancestor::note[1] is $note else empty(ancestor::note)]"/>
  </xsl:function>

  <xsl:template match="text()[exists(v:spans(.))]" v:only-with="addSpan delSpan damageSpan mod retrace undo redo" priority="3" mode="v:view" as="node()*">
    <xsl:variable name="spans" as="element()+" select="v:spans(.)"/>
    <xsl:variable name="text" as="node()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:if test="$v:reading ne 'clear' or not(v:is-rejected($spans))">
      <xsl:sequence select="fold-right($spans, $text, v:in-span#2)"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="v:in-span" as="element(v:change)">
    <xsl:param name="span" as="element()"/>
    <xsl:param name="content" as="node()*"/>
    <v:change kind="{if ($span/self::delSpan and v:is-undone($span)) then 'restored' else $v:ranges(local-name($span))}">
      <xsl:if test="$span/self::addSpan/@place">
        <xsl:attribute name="place" select="normalize-space($span/@place)"/>
      </xsl:if>
      <xsl:apply-templates select="$span/(@rend, @style, @cert)" mode="v:attributes"/>
      <xsl:sequence select="$content"/>
    </v:change>
  </xsl:function>

  <!-- Deleted, and neither the deletion nor this part of it taken back. -->
  <xsl:function name="v:is-rejected" as="xs:boolean">
    <xsl:param name="spans" as="element()+"/>
    <xsl:sequence select="exists($spans[self::delSpan or self::redo][not(v:is-undone(.))]) and empty($spans[self::undo])"/>
  </xsl:function>

  <!-- Interventions that the writer took back (TEI P5, 12.3.4.2). -->
  <xsl:key name="v:undone" match="undo[not(@spanTo)]" use="tokenize(@target) ! v:identifier(substring-after(., '#'))"/>
  <xsl:key name="v:redone" match="redo[not(@spanTo)]" use="tokenize(@target) ! v:identifier(substring-after(., '#'))"/>

  <xsl:function name="v:is-undone" as="xs:boolean" new-each-time="no">
    <xsl:param name="change" as="element()"/>
    <xsl:variable name="undo" as="element(undo)*" select="if ($change/@xml:id) then key('v:undone', v:identifier($change/@xml:id), root($change)) else ()"/>
    <xsl:sequence select="exists($undo) and not(($change, $undo)[@xml:id][exists(key('v:redone', v:identifier(@xml:id), root(.)))])"/>
  </xsl:function>
</xsl:stylesheet>
