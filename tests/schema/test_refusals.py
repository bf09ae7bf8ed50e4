"""Bad customisations: refused with the file, the line and a suggestion."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.schema.conftest import MINIMUM, odd_text
from toolkit import codes
from toolkit.errors import InputError
from toolkit.schema.odd.customise import customise


def refusal(specs, path=Path("bad.odd"), **more):
    """The finding that refuses a customisation whose third line is `specs`."""
    with pytest.raises(InputError) as caught:
        customise(odd_text(MINIMUM + "\n" + specs, **more).encode(), path)
    return caught.value.finding


@pytest.mark.parametrize(
    ("specs", "code", "said"),
    [
        ('<moduleRef key="namesdate"/>', "S002", "namesdates"),
        ('<elementRef key="perzName"/>', "S002", "persName"),
        ('<moduleRef key="namesdates" include="perzName"/>', "S002", "persName"),
        ('<classRef key="att.globl"/>', "S002", "att.global"),
        ('<macroRef key="macro.phraseSeqq"/>', "S002", "macro.phraseSeq"),
        ('<elementSpec ident="perzName" mode="change"><content/></elementSpec>', "S002", "persName"),
        ('<classSpec ident="model.pLik" type="model" mode="change"><classes/></classSpec>', "S002", "model.pLike"),
        (
            '<elementSpec ident="x" mode="add"><classes><memberOf key="model.hiLikee"/></classes></elementSpec>',
            "S002",
            "model.hiLike",
        ),
        (
            '<elementSpec ident="x" mode="add"><content><elementRef key="perzName"/></content></elementSpec>',
            "S002",
            "persName",
        ),
        (
            (
                '<elementSpec ident="x" mode="add"><attList><attDef ident="k"><datatype>'
                '<dataRef key="teidata.cont"/></datatype>'
                "</attDef></attList></elementSpec>"
            ),
            "S002",
            "teidata.count",
        ),
        ('<elementSpec ident="p" mode="add"/>', "S003", "change"),
        ('<classSpec ident="p" type="model" mode="add"/>', "S003", "another name"),
        (
            (
                '<elementSpec ident="x" mode="add"><content>'
                '<elementRef key="p" minOccurs="3" maxOccurs="2"/></content></elementSpec>'
            ),
            "S004",
            "chapter 23",
        ),
        (
            '<elementSpec ident="x" mode="add"><content><elementRef key="p" minOccurs="many"/></content></elementSpec>',
            "S004",
            "chapter 23",
        ),
        ('<elementSpec ident="x" mode="add"><content><p/></content></elementSpec>', "S004", "chapter 23"),
        ('<elementSpec ident="x" mode="add"><content><elementRef/></content></elementSpec>', "S004", "chapter 23"),
        ('<elementSpec mode="add"/>', "S004", "chapter 23"),
        ('<elementSpec ident="x" mode="alter"/>', "S004", "chapter 23"),
        (
            '<elementSpec ident="x"><content><rng:ref name="data.enumerated"/></content></elementSpec>',
            "S002",
            "teidata.",
        ),
        ('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="x.xml"/>', "S004", "chapter 23"),
        ('<elementSpec ident="x"><content><rng:elemant/></content></elementSpec>', "S004", "chapter 23"),
        ('<moduleRef key="linking" include="ab" except="seg"/>', "S004", "chapter 23"),
        ('<moduleRef url="nowhere.rng"/>', "S006", "nowhere.rng"),
        ('<specGrpRef target="nowhere.xml#g"/>', "S006", "nowhere.xml"),
    ],
)
def test_a_fault_is_placed_and_a_remedy_offered(specs, code, said):
    finding = refusal(specs)
    assert (finding.path, finding.code, finding.line) == ("bad.odd", code, 3)
    assert said in codes.hint(finding)
    assert codes.message(finding)


CHAIN = "\n".join(
    f'<classSpec ident="model.c{i}" type="model"><classes><memberOf key="model.{f"c{i + 1}" if i < 200 else "inter"}"/>'
    "</classes></classSpec>"
    for i in range(201)
)
DEEP = f'<elementSpec ident="x"><content>{"<sequence>" * 100}<p/>{"</sequence>" * 100}</content></elementSpec>'


@pytest.mark.parametrize(
    "specs",
    [
        DEEP,
        '<elementSpec ident="x"><content><textNode/><elementRef key="p" minOccurs="2000"/></content></elementSpec>',
        CHAIN,
        "".join(reversed(CHAIN.splitlines())),
    ],
)
def test_what_would_exhaust_the_compiler_is_refused(specs):
    assert refusal(specs).code == "S004"


def test_classes_in_a_circle():
    spec = '<classSpec ident="{}" type="model" mode="add"><classes><memberOf key="{}"/></classes></classSpec>'
    finding = refusal(spec.format("model.a", "model.b") + "\n" + spec.format("model.b", "model.a"))
    assert finding.code == "S005"
    assert codes.message(finding) == "this leads back to itself: model.a -> model.b -> model.a"


def test_groups_in_a_circle():
    outside = '<specGrp xml:id="g"><specGrpRef target="#g"/></specGrp>'
    assert refusal('<specGrpRef target="#g"/>', outside=outside).code == "S005"


def test_sources_in_a_circle(tmp_path):
    for name, source in (("a", "b"), ("b", "a")):
        (tmp_path / f"{name}.odd").write_text(odd_text(MINIMUM, f'ident="{name}" source="{source}.odd"'), "utf-8")
    with pytest.raises(InputError) as caught:
        customise((tmp_path / "a.odd").read_bytes(), tmp_path / "a.odd")
    assert codes.message(caught.value.finding) == "this leads back to itself: a.odd -> b.odd -> a.odd"


def test_a_start_that_the_schema_does_not_take():
    assert refusal("", attributes='ident="s" start="teiCorpus"').code == "S008"
    assert refusal("", attributes='ident="s" start="TIE"').code == "S002"


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"<TEI xmlns='http://www.tei-c.org/ns/1.0'>\n<text>\n</TEI>", "S001", 3),
        (b"", "S001", 1),
        (b"<TEI xmlns='http://www.tei-c.org/ns/1.0'/>", "S007", 1),
    ],
)
def test_what_is_no_customisation(data, code, line):
    with pytest.raises(InputError) as caught:
        customise(data, Path("bad.odd"))
    finding = caught.value.finding
    assert (finding.code, finding.line) == (code, line)
    assert codes.message(finding)
    assert codes.hint(finding)


def test_entities_from_elsewhere_are_not_read(tmp_path):
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    text = odd_text(MINIMUM).replace("<TEI", f'<!DOCTYPE TEI [<!ENTITY e SYSTEM "{tmp_path}/secret.txt">]><TEI', 1)
    text = text.replace("<title>t</title>", "<title>&e;</title>")
    try:
        title = customise(text.encode(), tmp_path / "e.odd").schema.title
    except InputError:
        return
    assert "secret" not in title


@pytest.mark.parametrize(
    ("specs", "code"),
    [
        ('<moduleRef key="namesdates" include="oddlyNamedThing"/>', "S102"),
        ('<classSpec ident="att.responsibility" type="atts" mode="delete"/>', "S102"),
        ('<elementSpec ident="foreign" mode="change"><content/></elementSpec>', "S103"),
        ('<moduleRef key="linking" include="ab persName"/>', "S101"),
        ('<specGrpRef target="#nowhere"/>', "S107"),
        ('<specGrp xml:id="g"><elementRef key="foreign"/></specGrp>', "S104"),
    ],
)
def test_what_has_no_effect_is_told_but_does_not_stop_the_work(small, specs, code):
    assert small(specs).findings == [code]
