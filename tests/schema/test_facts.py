"""The facts of TEI: notation, loading, and a new release taken in."""

from __future__ import annotations

import pytest

from toolkit.errors import InputError
from toolkit.resources import resource
from toolkit.schema.facts import load_facts, parse_facts, write_facts
from toolkit.schema.notation import parse_content, write_content
from toolkit.schema.specs import Kind, Mode
from toolkit.schema.update import facts_of


def test_the_facts_written_again_are_the_same():
    assert write_facts(load_facts()) == (resource("schemas") / "p5.facts").read_text("utf-8")


def test_all_of_tei_is_there():
    facts = load_facts()
    kinds = [spec.kind for spec in facts.specs.values()]
    counts = {kind: kinds.count(kind) for kind in Kind}
    assert counts == {Kind.ELEMENT: 587, Kind.MODEL: 127, Kind.ATTRIBUTES: 84, Kind.MACRO: 8, Kind.DATA: 35}
    assert len(facts.modules) == 22
    assert facts.release == "4.9.0a"


@pytest.mark.parametrize(
    "text",
    [
        "(head?,(p|ab)+)",
        "(TEXT|%gLike|%phrase)*",
        "&phraseSeq",
        "EMPTY",
        "TEXT",
        "(%dimLike:so,%measureLike:s)",
        "(p{2,5},q{3,})",
        'ANY["urn:a urn:b"]*',
        '("yes"|"no")',
        '(^token[pattern="a\\"|[b]+"]|$word)',
    ],
)
def test_a_content_model_read_and_written_is_the_same(text):
    assert write_content(parse_content(text)) == text


@pytest.mark.parametrize("text", ["(p", "p)", "p,q", "TEXT?", "", "(p;q)"])
def test_what_is_no_content_model_is_refused(text):
    with pytest.raises(ValueError):
        parse_content(text)


def test_attributes_say_usage_values_default_and_what_they_change():
    facts = parse_facts(
        "# TEI P5 1.2.3\nM core\nE x core : att.a = TEXT\n"
        ' @a! $word+ =[p "q r"] :="p"\n @b~ ^token\n @c-\n @d=o $count ~[1]\n <choice\n @e\n @@att.a/f\n >\n'
    )
    spec = facts.specs["x"]
    a, b, c, d, group = spec.attributes
    assert facts.release == "1.2.3"
    assert (a.usage, [item.ident for item in a.values.items], a.default) == ("req", ["p", "q r"], "p")
    assert (a.datatype.times.least, a.datatype.times.most) == (1, None)
    assert (b.usage, c.mode, d.mode, d.usage, d.values.kind) == ("rec", Mode.DELETE, Mode.CHANGE, "opt", "semi")
    assert [type(item).__name__ for item in group.items] == ["AttributeDef", "AttributeRef"]


def test_a_line_that_is_no_fact_is_named():
    with pytest.raises(ValueError, match=r"my\.facts:2: "):
        parse_facts("# TEI P5 1.2.3\nE x core : = (p\n", "my.facts")


def test_a_part_of_tei_is_not_taken_in_as_a_release():
    data = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><elementSpec ident="p" module="core"/></TEI>'
    with pytest.raises(InputError) as caught:
        facts_of(data, "part.xml")
    assert (caught.value.finding.code, caught.value.finding.values["count"]) == ("S011", "1")


def test_a_release_taken_in_states_what_its_specifications_do(monkeypatch):
    monkeypatch.setattr("toolkit.schema.update.FEWEST_ELEMENTS", 1)
    data = """<TEI xmlns="http://www.tei-c.org/ns/1.0">
      <teiHeader><fileDesc><editionStmt><edition>P5 Version 9.8.7</edition>
      </editionStmt></fileDesc></teiHeader><text><body><moduleSpec ident="core"/>
      <elementSpec ident="x" module="core"><classes><memberOf key="model.pLike"/></classes>
       <content><alternate minOccurs="0" maxOccurs="unbounded"><textNode/><elementRef key="p"/></alternate></content>
       <attList><attDef ident="k" usage="req">
         <datatype maxOccurs="unbounded"><dataRef key="teidata.word"/></datatype></attDef>
        <attDef ident="type" mode="change"><valList type="closed"><valItem ident="a"/></valList></attDef></attList>
       <exemplum><egXML xmlns="http://www.tei-c.org/ns/Examples"><elementSpec ident="y"/></egXML></exemplum>
      </elementSpec></body></text></TEI>"""
    new = facts_of(data.encode(), "p5subset.xml")
    assert new.text.splitlines()[1:] == ["M core", "E x core : model.pLike = (TEXT|p)*", " @k! $word+", " @type= ~[a]"]
    assert (new.release, new.came) == ("9.8.7", ("x",))
    assert "p" in new.went
