"""Schematron: the first rule that matches fires, its message and place are told, its role gives the level."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.codes import message
from toolkit.errors import EngineError
from toolkit.schema.schematron_run import SchematronChecker

HEAD = '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><ns prefix="t" uri="urn:t"/>'


@pytest.fixture
def told(tmp_path: Path):
    """What a Schematron body says of a document in the namespace urn:t: line, column, code, message."""

    def judge(body: str, document: str):
        path = tmp_path / "rules.sch"
        path.write_text(f"{HEAD}{body}</schema>", "utf-8")
        found = SchematronChecker(path).check(document.encode(), "d.xml")
        return [(one.line, one.column, one.code, message(one)) for one in found]

    return judge


def test_a_broken_rule_is_told_with_its_values_at_its_element(told) -> None:
    rule = '<rule context="t:b"><assert test="@n">a <name/> with <value-of select="."/> lacks n</assert></rule>'
    assert told(f"<pattern>{rule}</pattern>", '<a xmlns="urn:t">\n <b n="1">x</b> <b>y</b></a>') == [
        (2, 17, "V030", "a b with y lacks n")
    ]


def test_the_first_rule_of_a_pattern_that_matches_hides_the_others(told) -> None:
    rules = (
        '<rule context="t:b[@n]"><report test="true()">one</report></rule>'
        '<rule context="t:*"><report test="true()">two</report></rule>'
    )
    faults = told(f"<pattern>{rules}</pattern>", '<a xmlns="urn:t"><b n="1"/></a>')
    assert [fault[3] for fault in faults] == ["two", "one"]


def test_roles_are_levels(told) -> None:
    tests = "".join(
        f'<report role="{role}" test="true()">{role}</report>' for role in ("warning", "information", "fatal")
    )
    faults = told(f'<pattern><rule context="t:a">{tests}</rule></pattern>', '<a xmlns="urn:t"/>')
    assert {fault[3]: fault[2] for fault in faults} == {"warning": "V031", "information": "V032", "fatal": "V030"}


def test_variables_abstract_rules_and_abstract_patterns(told) -> None:
    body = (
        '<let name="ids" value="//@id"/>'
        '<pattern abstract="true" id="points"><let name="count" value="count($ids)"/>'
        '<rule context="$where"><extends rule="known"/></rule></pattern>'
        '<pattern><rule abstract="true" id="known"><let name="to" value="string(@to)"/>'
        '<assert test="$to = $ids">no <value-of select="$to"/> among <value-of select="count($ids)"/></assert></rule>'
        "</pattern>"
        '<pattern is-a="points"><param name="where" value="t:link"/></pattern>'
    )
    faults = told(body, '<a xmlns="urn:t"><b id="x"/><link to="x"/><link to="y"/></a>')
    assert [fault[3] for fault in faults] == ["no y among 1"]


def test_an_attribute_as_context_is_told_at_its_element(told) -> None:
    rule = '<rule context="@n"><assert test=". castable as xs:integer">{not a number}</assert></rule>'
    faults = told(
        f'<ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/><pattern>{rule}</pattern>', '<a xmlns="urn:t" n="x"/>'
    )
    assert faults == [(1, 1, "V030", "{not a number}")]


def test_rules_inside_a_grammar_are_run(tmp_path: Path) -> None:
    path = tmp_path / "g.rng"
    path.write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:s="http://purl.oclc.org/dsdl/schematron">'
        '<start><element name="a"><s:pattern><s:rule context="a"><s:assert test="@n">n!</s:assert></s:rule></s:pattern>'
        "<text/></element></start></grammar>"
    )
    assert [message(one) for one in SchematronChecker(path).check(b"<a/>", "d")] == ["n!"]


def test_a_rule_that_cannot_be_compiled_is_the_schema_s_fault(told) -> None:
    with pytest.raises(EngineError) as caught:
        told('<pattern><rule context="t:a[["><assert test="1">x</assert></rule></pattern>', "<a/>")
    assert caught.value.finding.code == "V090"


def test_deep_documents_and_many_entities_are_borne(told) -> None:
    rule = '<pattern><rule context="t:c"><report test="true()">found</report></rule></pattern>'
    deep = f'<a xmlns="urn:t">{"<b>" * 300}{"&amp;" * 3000}<c/>{"</b>" * 300}</a>'
    assert len(told(rule, deep)) == 1
