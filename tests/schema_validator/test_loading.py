"""Schemas that lie in several files, and schemas that are broken: refused with their place, in bounded time."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.codes import message
from toolkit.errors import ConfigError, EngineError
from toolkit.schema.validator.choose import checker
from toolkit.schema.validator.datatypes import XSD

RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'


def load(folder: Path, name: str, **files: str):
    for key, text in files.items():
        (folder / key.replace("_", ".")).write_text(text, "utf-8")
    return checker(str(folder / name))


def test_what_an_include_overrides_replaces_the_included_definition(tmp_path: Path) -> None:
    judge = load(
        tmp_path,
        "mine.rnc",
        base_rnc="start = a a = element a { b } b = element x { empty }",
        mine_rnc='include "base.rnc" { b = element y { empty } }',
    )
    assert judge.check(b"<a><y/></a>", "d") == []
    assert [one.code for one in judge.check(b"<a><x/></a>", "d")] == ["V011"]


def test_an_external_pattern_takes_the_namespace_of_where_it_is_used(tmp_path: Path) -> None:
    judge = load(
        tmp_path,
        "main.rng",
        main_rng=f'<element name="a" ns="urn:n" {RNG}><externalRef href="part.rng"/></element>',
        part_rng=f'<element name="b" {RNG}><empty/></element>',
    )
    assert judge.check(b"<a xmlns='urn:n'><b/></a>", "d") == []


def test_annotations_and_documentation_do_not_count(tmp_path: Path) -> None:
    schema = """
        namespace a = "http://relaxng.org/ns/compatibility/annotations/1.0"
        ## documented
        [ a:documentation [ "x { } =" ] ]
        start = element a { [ a:defaultValue = "1" ] attribute n { xsd:int { minInclusive = "1" } }?, \\text* }
        # a comment
        a:note [ "y" ]
        \\text = element t { "x" ~ "y" } >> a:after [ "z" ]
    """
    judge = load(tmp_path, "a.rnc", a_rnc=schema)
    assert judge.check(b"<a n='2'><t>xy</t></a>", "d") == []
    assert [one.code for one in judge.check(b"<a n='0'><t>x</t></a>", "d")] == ["V023", "V025"]


GRAMMAR = f"<grammar {RNG}>"
BROKEN = {
    "nothing defined": (f'{GRAMMAR}\n<start><ref name="a"/></start></grammar>', 2, "'a' is not defined"),
    "no start": (f"{GRAMMAR}</grammar>", 1, "no <start>"),
    "two starts": (f"{GRAMMAR}<start><text/></start>\n<start><empty/></start></grammar>", 2, "two <start>s"),
    "unknown element": (f"{GRAMMAR}\n<begin/></grammar>", 2, "no element <begin>"),
    "unknown type": (
        f'<element name="a" {RNG} datatypeLibrary="{XSD}">\n<data type="dat"/></element>',
        2,
        "no datatype 'dat'",
    ),
    "a definition of itself": (
        f'{GRAMMAR}<start><ref name="a"/></start>\n<define name="a"><list><ref name="a"/></list></define></grammar>',
        2,
        "needs itself",
    ),
    "includes itself": (f'{GRAMMAR}<include href="broken.rng"/></grammar>', 1, "includes itself"),
    "refers to itself": (f'<externalRef href="broken.rng" {RNG}/>', 1, "includes itself"),
    "elsewhere": (f'{GRAMMAR}<include href="https://example.org/a.rng"/></grammar>', 1, "nothing is fetched"),
    "missing file": (f'{GRAMMAR}<include href="no.rng"/></grammar>', 1, "cannot read no.rng"),
    "another language": ("<schema/>", 1, "not of RELAX NG"),
    "ill-formed": (f"{GRAMMAR}\n<start>", 2, ""),
    "nested too deeply": (f'<element name="a" {RNG}>{"<optional>" * 240}<text/>{"</optional>" * 240}</element>', 0, ""),
}


@pytest.mark.parametrize(("schema", "line", "said"), BROKEN.values(), ids=BROKEN)
def test_a_broken_schema_is_refused_at_its_place(tmp_path: Path, schema: str, line: int, said: str) -> None:
    try:
        load(tmp_path, "broken.rng", broken_rng=schema).check(b"<a/>", "d")
    except EngineError as error:
        assert error.status == 3
        assert error.finding.code == "V090"
        assert error.finding.line == line or not line
        assert said in message(error.finding)
    else:
        assert not said  # deep nesting may also be borne


@pytest.mark.parametrize(
    ("schema", "line"),
    [("start = element a { text", 1), ("start = a\n\na = element { }", 3), ("start = (a | b, c)", 1)],
)
def test_broken_compact_syntax_is_refused_with_its_line(tmp_path: Path, schema: str, line: int) -> None:
    with pytest.raises(EngineError) as caught:
        load(tmp_path, "broken.rnc", broken_rnc=schema)
    assert (caught.value.finding.code, caught.value.finding.line) == ("V090", line)


def test_patterns_nested_beyond_measure_are_the_schema_s_fault(tmp_path: Path) -> None:
    deep = "".join(f"d{n} = (e, d{n + 1}?)?\n" for n in range(3000))
    with pytest.raises(EngineError) as caught:
        load(
            tmp_path, "deep.rnc", deep_rnc=f"start = element a {{ d0 }}\ne = element b {{ empty }}\n{deep}d3000 = e"
        ).check(b"<a><b/></a>", "d")
    assert caught.value.finding.code == "V090"


@pytest.mark.parametrize("schema", ["tei-all", "no.rng", "letter.xml"])
def test_a_schema_that_is_not_there_is_refused(schema: str) -> None:
    with pytest.raises(ConfigError) as caught:
        checker(schema)
    assert caught.value.finding.code == "V091"


def test_a_customisation_is_a_schema(tmp_path: Path) -> None:
    (tmp_path / "my.odd").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><schemaSpec ident="my" start="p">'
        '<moduleRef key="tei"/><moduleRef key="core" include="p hi"/></schemaSpec></body></text></TEI>'
    )
    judge = checker(str(tmp_path / "my.odd"))
    assert judge.check(b'<p xmlns="http://www.tei-c.org/ns/1.0">a <hi>b</hi></p>', "d") == []
    assert [one.code for one in judge.check(b'<p xmlns="http://www.tei-c.org/ns/1.0"><emph/></p>', "d")] == ["V011"]


def test_an_xml_schema_judges_too_at_true_places(tmp_path: Path) -> None:
    (tmp_path / "a.xsd").write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence>'
        '<xs:element name="b" type="xs:int" maxOccurs="9"/></xs:sequence></xs:complexType></xs:element></xs:schema>'
    )
    judge = checker(str(tmp_path / "a.xsd"))
    assert judge.check(b"<a><b>1</b></a>", "d") == []
    assert [(one.line, one.column, one.code) for one in judge.check(b"<a><b>1</b>\n <b>x</b></a>", "d")] == [
        (2, 2, "V040")
    ]
