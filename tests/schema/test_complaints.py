"""Complaints about other tools that carry out customisations, each held to here."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.schema.conftest import MINIMUM, Small, odd_text
from toolkit.schema.attributes import Resolver
from toolkit.schema.odd.customise import customise
from toolkit.schema.odd.lists import Lists
from toolkit.schema.relaxng import write_relaxng

RNG = "{http://relaxng.org/ns/structure/1.0}"


def names(grammar, define):
    """The attributes that an element's define comes to, doubles included."""
    root = etree.fromstring(write_relaxng(grammar))
    defines = {one.get("name"): one for one in root.iter(f"{RNG}define")}

    def walk(node):
        for child in node:
            if child.tag == f"{RNG}attribute":
                yield child.get("name")
            elif child.tag == f"{RNG}ref" and child.get("name").startswith("att."):
                yield from walk(defines[child.get("name")])
            else:
                yield from walk(child)

    return list(walk(defines[define]))


def test_an_attribute_that_two_classes_and_the_element_define_is_there_once(small):
    schema = small(
        '<classSpec ident="att.one" type="atts" mode="add"><attList><attDef ident="k"/></attList></classSpec>'
        '<classSpec ident="att.two" type="atts" mode="add"><classes><memberOf key="att.one"/></classes>'
        '<attList><attDef ident="k"/><attDef ident="n"/></attList></classSpec>'
        '<elementSpec ident="hi" mode="change"><classes mode="change"><memberOf key="att.one"/>'
        '<memberOf key="att.two"/>'
        '</classes><attList><attDef ident="k" mode="add"/><attDef ident="k" mode="add"/></attList></elementSpec>'
    )
    found = names(schema.grammar, "hi")
    assert sorted(found) == sorted(set(found))
    assert schema.accepts('<p><hi k="1" n="2">a</hi></p>')


def test_an_attribute_replaced_in_a_class_whose_own_class_has_it_is_there_once(small):
    schema = small(
        '<classSpec ident="att.mine" type="atts" mode="add"><classes><memberOf key="att.typed"/></classes>'
        '<attList><attDef ident="type" mode="replace" usage="req"/></attList></classSpec>'
        '<elementSpec ident="hi" mode="change"><classes mode="change"><memberOf key="att.mine"/>'
        "</classes></elementSpec>"
    )
    assert names(schema.grammar, "hi").count("type") == 1
    assert not schema.accepts("<p><hi>a</hi></p>")


@pytest.mark.parametrize(("start", "roots"), [("", ("TEI",)), ('start="div text"', ("div", "text"))])
def test_there_is_always_a_start(small, start, roots):
    assert small(attributes=f'ident="s" {start}').schema.roots == roots


def test_without_the_tei_element_every_element_may_start_a_document(small):
    schema = small('<elementSpec ident="TEI" mode="delete"/>', attributes='ident="s"')
    assert "p" in schema.schema.roots


def test_an_emptied_list_of_attributes_is_no_hindrance_to_chaining(tmp_path):
    changes = '<elementSpec ident="hi" mode="change"><attList/></elementSpec>'
    (tmp_path / "base.odd").write_text(odd_text(MINIMUM + changes), "utf-8")
    upper = odd_text('<moduleRef key="core" include="p hi"/>', 'ident="upper" start="p" source="base.odd"')
    schema = customise(upper.encode(), tmp_path / "upper.odd").schema
    assert set(schema.specs) >= {"p", "hi"}


def test_what_stands_beside_the_list_of_attributes_of_a_changed_class_stays(small):
    schema = small(
        '<classSpec ident="att.global" type="atts" mode="change"><attList>'
        '<attDef ident="n" mode="delete"/></attList></classSpec>'
    )
    assert schema.accepts('<p xml:id="a" rend="x">a</p>')
    assert not schema.accepts('<p n="1">a</p>')


def test_a_closed_list_holds_though_the_element_itself_changes_its_class_attribute(small):
    spec = (
        '<elementSpec ident="list" mode="change"><attList><attDef ident="type" mode="change">'
        '<valList type="closed" mode="{}"><valItem ident="gloss"/></valList></attDef></attList></elementSpec>'
    )
    for mode in ("replace", "add"):
        schema = small(spec.format(mode))
        assert schema.accepts('<list type="gloss"><item>a</item></list>')
        assert not schema.accepts('<list type="index"><item>a</item></list>')


def test_such_a_list_can_be_lost_as_the_stylesheets_lose_it(tmp_path):
    spec = (
        '<elementSpec ident="list" mode="change"><attList><attDef ident="{}" mode="change">'
        '<valList type="closed" mode="replace"><valItem ident="gloss"/></valList></attDef></attList></elementSpec>'
    )
    for attribute, lost in (("type", True), ("rend", False)):
        data = odd_text(MINIMUM + spec.format(attribute)).encode()
        schema = Small(customise(data, tmp_path / "s.odd", lists=Lists.LOST))
        assert schema.accepts(f'<list {attribute}="index"><item>a</item></list>') is lost


def test_a_value_added_to_a_list_keeps_the_others_and_what_is_said_of_them(small):
    item = '<valItem ident="a"><desc>first</desc></valItem>'
    lists = f'<attDef ident="k" mode="add"><valList type="closed">{item}</valList></attDef>'
    schema = small(
        f'<classSpec ident="att.k" type="atts" mode="add"><attList>{lists}</attList></classSpec>'
        '<elementSpec ident="hi" mode="change"><classes mode="change"><memberOf key="att.k"/></classes><attList>'
        '<attDef ident="k" mode="change"><valList mode="change"><valItem ident="b" mode="add"/></valList></attDef>'
        "</attList></elementSpec>"
    )
    values = Resolver(schema.schema).of(schema.schema.specs["hi"]).held["k"].attribute.values
    assert [(item.ident, item.prose.description) for item in values.items] == [("a", "first"), ("b", "")]


def test_counts_of_occurrence_are_exact(small):
    schema = small(
        '<elementSpec ident="hi" mode="change"><content><sequence minOccurs="2" maxOccurs="2">'
        '<elementRef key="name" minOccurs="1" maxOccurs="2"/><elementRef key="p"/></sequence></content></elementSpec>'
    )
    once = "<name/><p/>"
    assert [n for n in range(5) if schema.accepts(f"<p><hi>{once * n}</hi></p>")] == [2]


def test_deleting_an_attribute_that_moved_to_another_class_has_no_effect_and_is_said(small):
    schema = small(
        '<classSpec ident="att.global" type="atts" mode="change"><attList>'
        '<attDef ident="rend" mode="delete"/></attList></classSpec>'
    )
    assert schema.findings == ["S106"]


def test_changing_an_attribute_of_another_class_has_no_effect_and_is_said(small):
    schema = small(
        '<classSpec ident="att.global" type="atts" mode="change"><attList>'
        '<attDef ident="rend" mode="change" usage="req"/></attList></classSpec>'
    )
    assert schema.findings == ["S106"]
    assert schema.accepts("<p>a</p>")


def test_specifications_without_a_module_are_kept(small):
    schema = small('<elementSpec ident="x" mode="add"><classes><memberOf key="model.hiLike"/></classes></elementSpec>')
    assert schema.accepts("<p><x/></p>")
    assert schema.schema.specs["x"].module == "derived-module-small"


def test_several_changes_of_one_element_are_all_made(small):
    change = '<elementSpec ident="hi" mode="change"><attList><attDef ident="{}" mode="delete"/></attList></elementSpec>'
    schema = small(change.format("rend") + change.format("n"))
    assert not schema.accepts('<p><hi rend="x">a</hi></p>')
    assert not schema.accepts('<p><hi n="x">a</hi></p>')


def test_changing_an_attribute_that_is_nowhere_does_not_make_it(small):
    schema = small(
        '<elementSpec ident="hi" mode="change"><attList><attDef ident="k" mode="change" usage="opt"/>'
        "</attList></elementSpec>"
    )
    assert schema.findings == ["S106"]
    assert not schema.accepts('<p><hi k="1">a</hi></p>')
