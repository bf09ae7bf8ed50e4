"""RELAX NG in its shapes and syntaxes, and XML Schema: what they accept."""

from __future__ import annotations

import subprocess
import warnings

import pytest
import xmlschema
from lxml import etree

from tests.schema.conftest import tei
from toolkit.schema.compact import write_compact
from toolkit.schema.compile import tei_all
from toolkit.schema.flat import flatten
from toolkit.schema.grammar import (
    EMPTY,
    TEXT,
    AnyName,
    Attribute,
    Choice,
    Data,
    Element,
    Grammar,
    Group,
    List,
    Name,
    NameChoice,
    NsName,
    OneOrMore,
    Ref,
    Value,
    group,
    interleave,
    optional,
    walk,
    zero_or_more,
)
from toolkit.schema.patterns import compile_schema
from toolkit.schema.relaxng import write_relaxng
from toolkit.schema.validator.load_rnc import to_xml
from toolkit.schema.xsd import write_xsd

NS = "urn:x"


def grammar(content, **defines):
    """A grammar whose root is the element r; the others are empty elements unless given."""
    names = {part.name for part in walk(content) if isinstance(part, Ref)} - set(defines)
    others = {name: Element(Name(NS, name), EMPTY) for name in names}
    return Grammar(Ref("r"), {"r": Element(Name(NS, "r"), content), **others, **defines})


def ways(one):
    """Validators of one grammar in every form it can be written in."""
    readable = etree.RelaxNG(etree.fromstring(write_relaxng(one, namespace=NS)))
    flat = etree.RelaxNG(etree.fromstring(write_relaxng(flatten(one), namespace=NS)))
    compact = etree.RelaxNG(etree.fromstring(etree.tostring(to_xml(write_compact(one, namespace=NS)))))
    return {"readable": readable, "flat": flat, "compact": compact}


A, B, C = Ref("a"), Ref("b"), Ref("c")
FORMS = [
    (group([A, B]), ["<a/><b/>"], ["<b/><a/>", "<a/>", ""]),
    (Choice((A, B)), ["<a/>", "<b/>"], ["<a/><b/>", ""]),
    (zero_or_more(Choice((A, TEXT))), ["x<a/>y", ""], ["<b/>"]),
    (OneOrMore(Group((A, optional(B)))), ["<a/><a/><b/>"], ["", "<b/>"]),
    (interleave([A, B]), ["<a/><b/>", "<b/><a/>"], ["<a/>"]),
    (Choice((Group((A, B)), Group((A, C)))), ["<a/><b/>", "<a/><c/>"], ["<a/>"]),
    (Data("integer", params=(("minInclusive", "3"),)), ["3"], ["2", "x"]),
    (Choice((Value("a b"), EMPTY)), ["a b", ""], ["a"]),
    (List(group([Data("integer"), optional(Data("integer"))])), ["1", "1 2"], ["1 2 3", "x"]),
]


@pytest.mark.parametrize(("content", "valid", "invalid"), FORMS)
def test_every_form_of_a_grammar_accepts_the_same(content, valid, invalid):
    for form, validator in ways(grammar(content)).items():
        for inside in valid + invalid:
            document = etree.fromstring(f'<r xmlns="{NS}">{inside}</r>')
            assert validator.validate(document) is (inside in valid), (form, inside)


def test_an_optional_value_is_checked_where_it_is_given():
    one = grammar(Attribute(Name("", "k"), optional(Data("integer"))))
    for form, validator in ways(one).items():
        said = [
            value for value in ("1", "", "x") if validator.validate(etree.fromstring(f'<r xmlns="{NS}" k="{value}"/>'))
        ]
        assert said == ["1", ""], form


def test_name_classes_survive_every_form():
    anything = Element(AnyName(NameChoice((NsName(NS), Name("urn:y", "no")))), zero_or_more(Attribute(AnyName(), TEXT)))
    for form, validator in ways(grammar(Ref("any"), any=anything)).items():
        for inside, valid in (
            ('<x xmlns="urn:y" k="1"/>', True),
            ('<no xmlns="urn:y"/>', False),
            ("<x/>", False),
            ('<x xmlns=""/>', True),
        ):
            document = etree.fromstring(f'<r xmlns="{NS}">{inside}</r>')
            assert validator.validate(document) is valid, (form, inside)


def test_keywords_and_quotation_marks_in_compact_syntax():
    one = grammar(
        group([Ref("list"), Attribute(Name("", "text"), Value('say "x"'))]), list=Element(Name(NS, "element"), EMPTY)
    )
    document = etree.fromstring(f"""<r xmlns="{NS}" text='say "x"'><element/></r>""")
    assert ways(one)["compact"].validate(document)


@pytest.mark.java
def test_trang_reads_the_compact_syntax_of_all_of_tei(tmp_path):
    (tmp_path / "all.rnc").write_bytes(write_compact(compile_schema(tei_all())))
    subprocess.run(["trang", tmp_path / "all.rnc", tmp_path / "all.rng"], check=True)
    assert etree.RelaxNG(etree.parse(tmp_path / "all.rng"))


# --- XML Schema ---


def xsd(one, namespace=NS):
    return etree.XMLSchema(etree.fromstring(write_xsd(one, namespace=namespace)))


@pytest.mark.parametrize(("content", "valid", "invalid"), FORMS)
def test_xml_schema_never_accepts_less(content, valid, invalid):
    schema = xsd(grammar(content))
    for inside in valid:
        assert schema.validate(etree.fromstring(f'<r xmlns="{NS}">{inside}</r>')), (inside, schema.error_log)


@pytest.mark.parametrize(
    ("content", "refused"),
    [
        (group([A, B]), ["<b/><a/>", "<a/>", ""]),
        (group([A, A, optional(A)]), ["<a/>", "<a/><a/><a/><a/>"]),
        (zero_or_more(Choice((A, TEXT))), ["<b/>"]),
        (Data("integer"), ["x"]),
        (List(group([Data("integer"), optional(Data("integer"))])), ["1 2 3"]),
    ],
)
def test_xml_schema_says_what_it_can(content, refused):
    schema = xsd(grammar(content))
    assert [inside for inside in refused if schema.validate(etree.fromstring(f'<r xmlns="{NS}">{inside}</r>'))] == []


def test_what_is_widened_in_xml_schema_is_told():
    ambiguous = Choice((Group((A, B)), Group((A, C))))
    assert b"is not checked: r." in write_xsd(grammar(ambiguous), namespace=NS)
    assert b"is not checked" not in write_xsd(grammar(group([A, B])), namespace=NS)


def test_white_space_in_an_empty_element_is_accepted_as_relax_ng_does():
    schema = xsd(grammar(EMPTY))
    assert schema.validate(etree.fromstring(f'<r xmlns="{NS}"> </r>'))
    assert not schema.validate(etree.fromstring(f'<r xmlns="{NS}">x</r>'))


def test_two_patterns_of_one_value_both_hold_in_xml_schema():
    schema = xsd(grammar(Attribute(Name("", "k"), Data("token", params=(("pattern", "a.*"), ("pattern", ".*z"))))))
    found = [
        value for value in ("az", "ab", "bz") if schema.validate(etree.fromstring(f'<r xmlns="{NS}" k="{value}"/>'))
    ]
    assert found == ["az"]


def test_the_profile_loads_in_xmlschema(small):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        schema = xmlschema.XMLSchema10(write_xsd(small().grammar, namespace="http://www.tei-c.org/ns/1.0").decode())
    assert schema.is_valid(tei('<p xml:id="a" n="1">a <hi>b</hi></p>'))
    assert not schema.is_valid(tei("<hi/>"))


def test_elements_that_no_document_can_hold_do_not_stop_xml_schema():
    elements = {"a": Element(Name(NS, "a"), zero_or_more(Ref("model.x"))), "b": Element(Name(NS, "b"), EMPTY)}
    one = grammar(EMPTY, **elements, **{"model.x": Choice((Ref("a"), Ref("b")))})
    assert xsd(one).validate(etree.fromstring(f'<r xmlns="{NS}"/>'))
