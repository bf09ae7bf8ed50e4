<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: each stands once, at the foot, linked both ways; where the window is wide, style moves it beside its place. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xmlns:h="urn:tei-toolkit:html" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <!-- Beside the text there is room for notes of moderate length and number. -->
  <xsl:variable name="h:most-beside" as="xs:integer" select="250"/>
  <xsl:variable name="h:longest-beside" as="xs:integer" select="700"/>

  <xsl:template match="v:noteref" mode="h:flow" as="node()*">
    <xsl:choose>
      <xsl:when test="$h:notes = ('inline', 'none')">
        <xsl:apply-templates mode="#current"/>
      </xsl:when>
      <xsl:when test="ancestor::v:link or ancestor::v:name[@target ne ''] or ancestor::v:noteref or v:has-blocks(.) or .//v:link or .//v:name[@target ne ''] or .//v:noteref or .//v:break[@href]">
        <xsl:element name="{if (v:has-blocks(.)) then 'div' else 'span'}">
          <xsl:sequence select="@id"/>
          <xsl:apply-templates mode="#current"/>
          <xsl:if test="empty(ancestor::v:link | ancestor::v:name[@target ne ''] | ancestor::v:noteref)">
            <a href="#{@note}" class="noteref" role="doc-noteref"><xsl:value-of select="h:note-label(.)"/></a>
          </xsl:if>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <a href="#{@note}" id="{@id}" class="{(@kind[current()/normalize-space()], 'noteref')[1]}">
          <xsl:if test="not(@kind)">
            <xsl:attribute name="role" select="'doc-noteref'"/>
            <xsl:attribute name="style" select="'--place:--r' || @label"/>
          </xsl:if>
          <xsl:apply-templates mode="#current"/>
          <xsl:if test="not(normalize-space())">
            <xsl:value-of select="h:note-label(.)"/>
          </xsl:if>
        </a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Readings are lettered, so that nobody takes them for notes: a, b, ... z, aa, ab. -->
  <xsl:function name="h:note-label" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="if ($note/@kind = ('variant', 'reading')) then format-integer($note/@label, 'a') else string($note/@label)"/>
  </xsl:function>

  <xsl:template match="v:note" mode="h:flow" as="element()?">
    <xsl:if test="$h:notes = 'inline'">
      <xsl:element name="{if (v:has-blocks(.)) then 'div' else 'span'}">
        <xsl:sequence select="h:attributes(., 'inline-note')"/>
        <xsl:text> [</xsl:text>
        <xsl:apply-templates mode="#current"/>
        <xsl:text>] </xsl:text>
      </xsl:element>
    </xsl:if>
  </xsl:template>

  <xsl:function name="h:notes" as="node()*">
    <xsl:param name="notes" as="element(v:note)*"/>
    <xsl:param name="kind" as="xs:string"/>
    <xsl:if test="exists($notes)">
      <xsl:variable name="beside" as="element(v:note)*" select="
        if ($kind = 'notes' and $h:notes = 'foot' and count($notes) le $h:most-beside)
        then $notes[string-length() le $h:longest-beside][not(.//v:table or .//v:figure)] else ()"/>
      <section class="{$kind}" role="doc-endnotes" aria-labelledby="top:{$kind}">
        <xsl:sequence select="$h:line"/>
        <h2 id="top:{$kind}" lang="{$v:lang}">
          <xsl:if test="count($beside) = count($notes)">
            <xsl:attribute name="class" select="'all-beside'"/>
          </xsl:if>
          <xsl:value-of select="v:word($kind)"/>
        </h2>
        <xsl:sequence select="$h:line"/>
        <xsl:for-each select="$beside">
          <xsl:variable name="place" as="xs:integer" select="position()"/>
          <xsl:sequence select="h:note(., h:beside(., $beside[$place - 1]))"/>
        </xsl:for-each>
        <xsl:for-each select="$notes except $beside">
          <xsl:sequence select="h:note(., '')"/>
        </xsl:for-each>
      </section>
      <xsl:sequence select="$h:line"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="h:note" as="node()*">
    <xsl:param name="note" as="element(v:note)"/>
    <xsl:param name="style" as="xs:string"/>
    <div>
      <xsl:sequence select="$note/@id, h:language-apart($note)"/>
      <xsl:attribute name="class" select="'note', 'beside'[$style], $note/@cert ! ('cert-' || .)"/>
      <xsl:if test="$style">
        <xsl:attribute name="style" select="$style"/>
      </xsl:if>
      <a class="back" href="#{$note/@back}" aria-label="{v:word('back')} {$note/@number}">
        <xsl:if test="$note/@kind = 'variant' and h:lemma($note)">
          <xsl:attribute name="data-lemma" select="h:lemma($note)"/>
        </xsl:if>
        <xsl:value-of select="$note/@label ! h:note-label($note)"/>
      </a>
      <xsl:text> </xsl:text>
      <xsl:if test="$note/@witnesses">
        <span class="witnesses">
          <xsl:value-of select="$note/@witnesses"/>
        </span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="$note/node()" mode="h:flow"/>
    </div>
    <xsl:sequence select="$h:line"/>
  </xsl:function>

  <!-- A note stands far from what is around its place: what that says of its language, the note says itself. -->
  <xsl:function name="h:language-apart" as="attribute()*">
    <xsl:param name="note" as="element(v:note)"/>
    <xsl:variable name="language" as="attribute(lang)" select="$note/ancestor-or-self::*[@lang][1]/@lang"/>
    <xsl:variable name="whole" as="attribute(lang)" select="root($note)/v:document/@lang"/>
    <xsl:if test="$language ne $whole">
      <xsl:sequence select="$language"/>
    </xsl:if>
    <xsl:if test="h:is-right-to-left($language) ne h:is-right-to-left($whole)">
      <xsl:attribute name="dir" select="if (h:is-right-to-left($language)) then 'rtl' else 'ltr'"/>
    </xsl:if>
  </xsl:function>

  <xsl:key name="h:places" match="v:noteref" use="@note"/>

  <!-- What the text reads, shown before its variants by style: the page itself holds each word once. -->
  <xsl:function name="h:lemma" as="xs:string">
    <xsl:param name="note" as="element(v:note)"/>
    <xsl:variable name="place" as="element(v:noteref)?" select="key('h:places', $note/@id, root($note))[1]"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space(string-join($place//text()[not(ancestor::v:note[. >> $place])]))"/>
    <xsl:sequence select="if (string-length($text) gt 60) then substring($text, 1, 40) || ' … ' || substring($text, string-length($text) - 15) else $text"/>
  </xsl:function>

  <!-- A note stands level with its place, or below the note before it where that one is long (CSS anchor positioning). -->
  <xsl:function name="h:beside" as="xs:string">
    <xsl:param name="note" as="element(v:note)"/>
    <xsl:param name="previous" as="element(v:note)?"/>
    <xsl:sequence select="string-join(('--note:--n' || $note/@number, '--place:--r' || $note/@number, $previous/@number ! ('--above:--n' || .)), ';')"/>
  </xsl:function>

  <xsl:template match="v:variant" mode="h:flow" as="node()*">
    <xsl:element name="{if (v:has-blocks(.)) then 'div' else 'span'}">
      <xsl:attribute name="class" select="'variant', @kind"/>
      <i class="kind" lang="{$v:lang}" title="{v:word('element.' || @kind)}">
        <xsl:value-of select="v:word('element.' || @kind)"/>
      </i>
      <xsl:if test="@witnesses">
        <xsl:text> </xsl:text>
        <span class="witnesses">
          <xsl:value-of select="@witnesses"/>
        </span>
      </xsl:if>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="not(node())">
        <i class="kind" lang="{$v:lang}"><xsl:value-of select="v:word('omitted')"/></i>
      </xsl:if>
      <xsl:text> </xsl:text>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
