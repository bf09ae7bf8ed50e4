<?xml version="1.0" encoding="UTF-8"?>
<!-- Registers of persons and places with every mention, and the header as a description of the document. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:v="urn:tei-toolkit:view" xmlns:h="urn:tei-toolkit:html" xmlns="http://www.w3.org/1999/xhtml" exclude-result-prefixes="#all">

  <xsl:key name="h:mentions" match="v:body//v:name[starts-with(@target, '#')]" use="substring(@target, 2)"/>

  <xsl:function name="h:register-id" as="xs:string">
    <xsl:param name="register" as="element(v:register)"/>
    <xsl:sequence select="($register/@id/string(), 'register:' || $register/@kind || (count($register/preceding-sibling::v:register) + 1))[1]"/>
  </xsl:function>

  <xsl:template match="v:register" mode="h:flow" as="node()*">
    <section class="register" aria-labelledby="head:{h:register-id(.)}" id="{h:register-id(.)}">
      <xsl:sequence select="$h:line"/>
      <h2 id="head:{h:register-id(.)}" lang="{$v:lang}">
        <xsl:value-of select="v:word('register.' || @kind)"/>
      </h2>
      <xsl:sequence select="$h:line"/>
      <xsl:apply-templates mode="#current"/>
    </section>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:template match="v:record" mode="h:flow" as="node()*">
    <div>
      <xsl:sequence select="h:attributes(., 'record ' || @kind)"/>
      <xsl:if test="@n">
        <xsl:attribute name="data-n" select="@n"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
      <xsl:variable name="mentions" as="element(v:name)*" select="if (@id) then key('h:mentions', @id) else ()"/>
      <xsl:if test="exists($mentions)">
        <span class="mentions">
          <xsl:for-each select="$mentions">
            <a href="#{h:mention-id(.)}" aria-label="{v:word('mention')} {position()}">
              <xsl:value-of select="position()"/>
            </a>
            <xsl:text> </xsl:text>
          </xsl:for-each>
        </span>
      </xsl:if>
    </div>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:template match="v:record/v:label" mode="h:flow" as="node()*">
    <xsl:next-match/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="v:record/v:field" mode="h:flow" as="node()*">
    <xsl:element name="{if (v:has-blocks(.)) then 'div' else 'span'}">
      <xsl:sequence select="h:attributes(., 'fact')"/>
      <i class="kind" lang="{$v:lang}">
        <xsl:value-of select="h:label(.)"/>
      </i>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="#current"/>
    </xsl:element>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="v:about" mode="h:flow" as="node()*">
    <footer class="about" aria-labelledby="top:about">
      <xsl:sequence select="$h:line"/>
      <h2 id="top:about" lang="{$v:lang}">
        <xsl:value-of select="v:word('about')"/>
      </h2>
      <xsl:sequence select="$h:line"/>
      <xsl:apply-templates mode="#current"/>
    </footer>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:template match="v:fields" mode="h:flow" as="node()*">
    <div>
      <xsl:sequence select="h:attributes(., 'fields')"/>
      <xsl:sequence select="$h:line"/>
      <div class="fields-name" lang="{$v:lang}">
        <xsl:value-of select="v:word('element.' || @label)"/>
      </div>
      <xsl:sequence select="$h:line"/>
      <xsl:apply-templates mode="#current"/>
    </div>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <xsl:template match="v:field" mode="h:flow" as="node()*">
    <div>
      <xsl:sequence select="h:attributes(., 'field')"/>
      <span class="field-name" lang="{$v:lang}">
        <xsl:value-of select="h:label(.)"/>
      </span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="#current"/>
    </div>
    <xsl:sequence select="$h:line"/>
  </xsl:template>

  <!-- A field's name, and what tells it apart from others of the name. -->
  <xsl:function name="h:label" as="xs:string">
    <xsl:param name="field" as="element(v:field)"/>
    <xsl:variable name="word" as="xs:string" select="v:word('element.' || $field/@label)"/>
    <xsl:sequence select="
      if ($field/@label = ('persName', 'placeName', 'orgName') or not($field/@qualifier)) then $word
      else if ($field/@label = 'tagUsage') then $word || ' ' || $field/@qualifier
      else $word || ' (' || $field/@qualifier || ')'"/>
  </xsl:function>
</xsl:stylesheet>
