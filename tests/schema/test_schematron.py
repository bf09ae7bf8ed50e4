"""Schematron: a customisation's own rules and TEI's, in the schemas they belong to."""

from __future__ import annotations

import pytest
from lxml import etree
from saxonche import PySaxonProcessor

from toolkit.schema.compile import tei_all
from toolkit.schema.facts import load_facts
from toolkit.schema.schematron import PREFIXES, tei_rules, write_schematron

S = "{http://purl.oclc.org/dsdl/schematron}"


def patterns(schema):
    """The patterns of a schema's Schematron, by id."""
    return {one.get("id"): one for one in etree.fromstring(write_schematron(schema)).iter(f"{S}pattern")}


def test_every_rule_of_tei_has_an_owner_and_is_written():
    facts = load_facts()
    assert [rule.key for rule in tei_rules() if rule.owner not in facts.specs] == []
    assert len(patterns(tei_all())) == len(tei_rules())


def test_a_schema_has_the_rules_of_the_elements_it_takes(small):
    found = patterns(small().schema)
    assert "tei-gloss-list-must-have-labels" in found
    assert "tei-ptrAtts" not in found


def test_a_rule_of_tei_can_be_deleted(small):
    rule = '<constraintSpec ident="gloss-list-must-have-labels" mode="delete"/>'
    schema = small(f'<elementSpec ident="list" mode="change">{rule}</elementSpec>').schema
    assert "tei-gloss-list-must-have-labels" not in patterns(schema)


OWN = (
    '<elementSpec ident="hi" mode="change">{}<constraintSpec ident="mine" scheme="schematron" mode="add">'
    "<constraint>{}</constraint></constraintSpec>{}</elementSpec>"
)
RULE = '<sch:rule context="tei:hi"><sch:assert test="@rend">which <sch:name/>?</sch:assert></sch:rule>'


def test_a_rule_stands_with_its_context(small):
    rule = patterns(small(OWN.format("", RULE, "")).schema)["hi-mine"].find(f"{S}rule")
    assert rule.get("context") == "tei:hi"
    assert rule.find(f"{S}assert/{S}name") is not None


def test_an_assertion_without_a_rule_takes_the_element_it_is_stated_for(small):
    schema = small(OWN.format("", '<sch:assert test="@rend">which?</sch:assert>', "")).schema
    assert patterns(schema)["hi-mine"].find(f"{S}rule").get("context") == "tei:hi"


def test_an_assertion_of_a_class_takes_its_members(small):
    constraint = (
        '<constraintSpec ident="mine" scheme="schematron"><constraint>'
        '<sch:assert test="@n">n?</sch:assert></constraint></constraintSpec>'
    )
    schema = small(f'<classSpec ident="model.hiLike" type="model" mode="change">{constraint}</classSpec>').schema
    assert patterns(schema)["model.hiLike-mine"].find(f"{S}rule").get("context") == "tei:hi"


def test_an_assertion_of_an_attribute_takes_the_attribute(small):
    schema = small(
        '<elementSpec ident="hi" mode="change"><attList><attDef ident="k" mode="add"><constraintSpec ident="mine" '
        'scheme="schematron"><constraint><sch:assert test="true()">k?</sch:assert></constraint></constraintSpec>'
        "</attDef></attList></elementSpec>"
    ).schema
    assert patterns(schema)["hi-mine"].find(f"{S}rule").get("context") == "tei:hi/@k"


def test_prefixes_are_declared_once_for_all(small):
    rule = '<sch:ns prefix="my" uri="urn:my"/><sch:rule context="my:x"><sch:report test="1">no</sch:report></sch:rule>'
    root = etree.fromstring(write_schematron(small(OWN.format("", rule, "")).schema))
    assert {"my": "urn:my"}.items() <= {ns.get("prefix"): ns.get("uri") for ns in root.iter(f"{S}ns")}.items()
    assert len(list(root.iter(f"{S}ns"))) == len(PREFIXES) + 1


BAD = {
    "att-datable-w3c-when": '<date when="1918" from="1917"/>',
    "subtypeTyped": '<seg subtype="x"/>',
    "spanTo-points-to-following": '<p><anchor xml:id="a"/><addSpan spanTo="#a"/></p>',
    "abstractModel-structure-p-in-ab-or-p": "<p><hi><p/></hi></p>",
    "abstractModel-structure-l-in-l": "<l><seg><l/></seg></l>",
    "gloss-list-must-have-labels": '<list type="gloss"><item/></list>',
    "ptrAtts": '<ptr target="#a" cRef="b"/>',
    "one_ms_singleton_max": "<msDesc><history/><history/></msDesc>",
    "substContents1": "<subst><add/></subst>",
    "pathmustnotbeclosed": '<path points="1,1 2,2 1,1"/>',
    "linkTargets3": '<link target="#a"/>',
    "noNestedS": "<s><s/></s>",
    "tonotfrom": '<span to="#a"/>',
}
GOOD = [
    '<date from="1917" to="1918"/>',
    '<seg type="y" subtype="x"/>',
    '<p><addSpan spanTo="#a"/><anchor xml:id="a"/></p>',
    "<p><note><p/></note></p>",
    "<l><note><l/></note></l>",
    '<path points="1,1 2,2"/>',
    "<subst><add/><del/></subst>",
]


@pytest.fixture(scope="module")
def broken_rules():
    """A function: the keys of TEI's rules that a fragment breaks."""
    sheet = ['<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"']
    sheet += [f' xmlns:{prefix}="{uri}"' for prefix, uri in PREFIXES.items()]
    sheet.append('><xsl:output method="text"/><xsl:template match="/">')
    rules = list(patterns(tei_all()).items())
    sheet += [f'<xsl:apply-templates select="." mode="m{i}"/>' for i in range(len(rules))]
    sheet.append("</xsl:template>")
    for i, (name, pattern) in enumerate(rules):
        rule = pattern.find(f"{S}rule")
        said = "".join(
            f'<xsl:variable name="{let.get("name")}" select="{_escaped(let.get("value"))}"/>'
            for let in rule.iter(f"{S}let")
        )
        for check in rule.iter(f"{S}assert", f"{S}report"):
            test = check.get("test") if check.tag == f"{S}report" else f"not({check.get('test')})"
            said += f'<xsl:if test="{_escaped(test)}">{name.removeprefix("tei-")} </xsl:if>'
        sheet.append(f'<xsl:mode name="m{i}" on-no-match="shallow-skip"/>')
        context = _escaped(rule.get("context"))
        sheet.append(
            f'<xsl:template mode="m{i}" match="{context}">{said}<xsl:apply-templates mode="#current"/></xsl:template>'
        )
    sheet.append("</xsl:stylesheet>")
    with PySaxonProcessor(license=False) as processor:
        compiled = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text="".join(sheet))

        def broken(fragment):
            text = f'<text xmlns="http://www.tei-c.org/ns/1.0">{fragment}</text>'
            return set((compiled.transform_to_string(xdm_node=processor.parse_xml(xml_text=text)) or "").split())

        yield broken


def _escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


@pytest.mark.parametrize(("key", "fragment"), BAD.items())
def test_a_rule_of_tei_finds_what_it_forbids(broken_rules, key, fragment):
    assert key in broken_rules(fragment)


@pytest.mark.parametrize("fragment", GOOD)
def test_the_rules_of_tei_let_what_is_right_stand(broken_rules, fragment):
    assert broken_rules(fragment) == set()
