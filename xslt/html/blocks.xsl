<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks: sections, headings, paragraphs, verse, speeches, quotations set off. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xmlns:h="urn:tei-toolkit:html" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:accumulator name="h:paragraph" as="xs:integer" initial-value="0">
    <xsl:accumulator-rule match="v:paragraph" select="$value + 1"/>
  </xsl:accumulator>

  <xsl:template match="v:section" mode="h:flow" as="node()*">
    <xsl:element name="{if (v:heading) then 'section' else 'div'}">
      <xsl:sequence select="h:attributes(., @kind)"/>
      <xsl:if test="v:heading and not(@id)">
        <xsl:attribute name="id" select="h:section-id(.)"/>
      </xsl:if>
      <xsl:sequence select="$h:line"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:template match="v:heading" mode="h:flow" as="node()*">
    <xsl:sequence select="h:gap(.)"/>
    <xsl:variable name="level" as="xs:integer" select="min((6, max((2, 1 + count(ancestor::v:section[v:heading])))))"/>
    <xsl:choose>
      <xsl:when test="v:has-blocks(.)">
        <div role="heading" aria-level="{$level}">
          <xsl:sequence select="h:attributes(., 'heading')"/>
          <xsl:apply-templates mode="#current"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="h{$level}">
          <xsl:sequence select="h:attributes(., @kind[. ne 'heading'])"/>
          <xsl:apply-templates mode="#current"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:template match="v:paragraph" mode="h:flow" as="node()*">
    <xsl:sequence select="h:gap(.)"/>
    <xsl:variable name="blocky" as="xs:boolean" select="v:has-blocks(.)"/>
    <xsl:variable name="permalink" as="xs:boolean" select="not(ancestor::v:note or ancestor::v:about or ancestor::v:register)"/>
    <xsl:element name="{if ($blocky) then 'div' else 'p'}">
      <xsl:sequence select="h:attributes(., if ($blocky) then 'p' else '')"/>
      <xsl:if test="$permalink">
        <xsl:variable name="number" as="xs:integer" select="accumulator-before('h:paragraph')"/>
        <xsl:variable name="id" as="xs:string" select="(@id/string(), 'p:' || $number)[1]"/>
        <xsl:attribute name="id" select="$id"/>
        <a class="permalink" href="#{$id}" aria-label="{v:word('paragraph')} {(@n/string(), $number)[1]}"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <!-- Items, rows, captions and variants where the source has no list, table, figure or apparatus around them. -->
  <xsl:template match="v:item | v:row | v:cell" mode="h:flow" priority="-1" as="node()*">
    <div>
      <xsl:sequence select="h:attributes(., local-name())"/>
      <xsl:apply-templates mode="#current"/>
    </div>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:template match="v:block | v:stanza | v:speech | v:entry" mode="h:flow" as="node()*">
    <xsl:sequence select="h:gap(.)"/>
    <div>
      <xsl:sequence select="h:attributes(., (@kind, local-name())[1])"/>
      <xsl:if test="@n | @label">
        <xsl:attribute name="data-n" select="(@label, @n)[1]"/>
      </xsl:if>
      <xsl:if test="v:has-blocks(.)">
        <xsl:sequence select="$h:line"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </div>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <!-- The text's own title, where the masthead has said it: it stays, in small. -->
  <xsl:template match="v:block[@kind = 'titlePart'][lower-case(normalize-space()) = lower-case(ancestor::v:document/@title)]" priority="1" mode="h:flow" as="node()*">
    <div>
      <xsl:sequence select="h:attributes(., 'titlePart repeated')"/>
      <xsl:apply-templates mode="#current"/>
    </div>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:template match="v:quotation[@place = 'block']" mode="h:flow" as="node()*">
    <xsl:sequence select="h:gap(.)"/>
    <blockquote>
      <xsl:sequence select="h:attributes(., @kind)"/>
      <xsl:if test="v:has-blocks(.)">
        <xsl:sequence select="$h:line"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </blockquote>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:template match="v:rule" mode="h:flow" as="node()*">
    <div>
      <xsl:sequence select="h:attributes(., 'rule')"/>
      <xsl:apply-templates mode="#current"/>
    </div>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <!-- A verse line; its number is set by style, every fifth where all lines are numbered. -->
  <xsl:template match="v:line" mode="h:flow" as="node()*">
    <div>
      <xsl:sequence select="h:attributes(., string-join(('l', @part ! ('part-' || .)), ' '))"/>
      <xsl:if test="v:shows-number(.)">
        <xsl:attribute name="data-n" select="@n"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </div>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:template match="v:speaker" mode="h:flow" as="node()*">
    <div>
      <xsl:sequence select="h:attributes(., 'speaker')"/>
      <xsl:apply-templates mode="#current"/>
    </div>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:template match="v:stage" mode="h:flow" as="node()*">
    <xsl:element name="{if (@place = 'block' or v:has-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="h:attributes(., 'stage')"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
    <xsl:if test="@place = 'block'">
      <xsl:sequence select="$h:line"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="v:preformatted" mode="h:flow" as="node()*">
    <pre tabindex="0">
      <xsl:sequence select="h:attributes(., '')"/>
      <xsl:apply-templates mode="#current"/>
    </pre>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:template match="v:furniture" mode="h:flow" as="node()*">
    <xsl:element name="{if (v:has-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="h:attributes(., 'fw')"/>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
    <xsl:text> </xsl:text>
  </xsl:template>
</xsl:stylesheet>
