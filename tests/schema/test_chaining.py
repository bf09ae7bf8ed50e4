"""Customisations upon customisations: @source (TEI P5, 24.3.3), groups in other files, foreign grammars."""

from __future__ import annotations

import pytest

from tests.schema.conftest import MINIMUM, Small, odd_text, tei
from toolkit.schema.odd.customise import customise


def chained(folder, **files):
    """The customisation upper.odd among files, carried out."""
    for name, text in files.items():
        (folder / f"{name}.odd").write_text(text, "utf-8")
    return Small(customise(files["upper"].encode(), folder / "upper.odd"))


BASE = odd_text(
    MINIMUM
    + '<elementSpec ident="x" mode="add" module="core"><classes><memberOf key="model.hiLike"/></classes></elementSpec>'
    + '<elementSpec ident="hi" mode="change"><attList><attDef ident="rend" mode="delete"/></attList></elementSpec>'
    + '<elementSpec ident="label" mode="delete"/>',
    'ident="base" start="TEI"',
)


def test_a_customisation_chooses_from_another_one(tmp_path):
    schema = chained(
        tmp_path,
        base=BASE,
        upper=odd_text(MINIMUM, 'ident="upper" start="TEI" source="base.odd"').replace(" label ", " x "),
    )
    assert schema.accepts("<p><x/><hi>a</hi></p>")
    assert not schema.accepts('<p><hi rend="x">a</hi></p>')


def test_a_chain_of_three(tmp_path):
    middle = odd_text(
        '<moduleRef key="tei"/><moduleRef key="header"/>'
        '<moduleRef key="core" include="p hi title"/><moduleRef key="textstructure"/>'
        '<elementSpec ident="hi" mode="change"><attList><attDef ident="n" mode="delete"/></attList></elementSpec>',
        'ident="middle" start="TEI" source="base.odd"',
    )
    upper = odd_text(
        '<moduleRef key="tei"/><moduleRef key="header"/><moduleRef key="core"/><moduleRef key="textstructure"/>',
        'ident="upper" start="TEI" source="middle.odd"',
    )
    schema = chained(tmp_path, base=BASE, middle=middle, upper=upper)
    assert schema.accepts("<p><hi>a</hi></p>")
    assert not schema.accepts('<p><hi rend="x">a</hi></p>')
    assert not schema.accepts('<p><hi n="x">a</hi></p>')


def test_one_part_may_come_from_another_source(tmp_path):
    schema = chained(
        tmp_path,
        base=BASE,
        upper=odd_text(MINIMUM + '<elementRef key="x" source="base.odd"/>', 'ident="upper" start="TEI"'),
    )
    assert schema.accepts("<p><x/></p>")


def test_the_facts_shipped_can_be_named(tmp_path):
    schema = chained(tmp_path, upper=odd_text(MINIMUM, 'ident="upper" start="TEI" source="tei:current"'))
    assert schema.accepts("<p/>")
    assert schema.findings == []


@pytest.mark.parametrize(
    ("source", "findings"),
    [
        ("tei:3.6.0", ["S105"]),
        ("tei:4.9.0", []),
        ("https://www.tei-c.org/Vault/P5/3.6.0/xml/tei/odd/p5subset.xml", ["S105"]),
        ("https://www.tei-c.org/Vault/P5/current/xml/tei/odd/p5subset.xml", []),
    ],
)
def test_another_release_than_that_shipped_is_told(tmp_path, source, findings):
    schema = chained(tmp_path, upper=odd_text(MINIMUM, f'ident="upper" start="TEI" source="{source}"'))
    assert schema.findings == findings


def test_a_group_in_another_file(tmp_path):
    (tmp_path / "groups.xml").write_text(
        '<specGrp xmlns="http://www.tei-c.org/ns/1.0" xml:id="g"><elementRef key="foreign"/></specGrp>', "utf-8"
    )
    for target in ("groups.xml", "groups.xml#g"):
        schema = chained(tmp_path, upper=odd_text(MINIMUM + f'<specGrpRef target="{target}"/>'))
        assert schema.accepts("<p><foreign>a</foreign></p>")


MATHS = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:maths" datatypeLibrary="">
  <include href="inner.rng"/><start><ref name="math"/></start>
  <define name="math"><element name="math"><zeroOrMore><ref name="term"/></zeroOrMore></element></define>
</grammar>"""
INNER = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:maths">
  <define name="term" combine="choice"><element name="n"><text/></element></define>
  <define name="term" combine="choice"><element name="x"><empty/></element></define>
</grammar>"""


def test_a_grammar_of_another_language_comes_in_by_its_address(tmp_path):
    (tmp_path / "maths.rng").write_text(MATHS, "utf-8")
    (tmp_path / "inner.rng").write_text(INNER, "utf-8")
    specs = (
        '<moduleRef url="https://example.org/schemas/maths.rng" prefix="m_"/>'
        '<elementSpec ident="hi" mode="change"><content><rng:ref name="m_math"/></content></elementSpec>'
    )
    schema = chained(tmp_path, upper=odd_text(MINIMUM + specs))
    assert schema.accepts('<p><hi><math xmlns="urn:maths"><n>1</n><x/></math></hi></p>')
    assert not schema.accepts('<p><hi><math xmlns="urn:maths"><y/></math></hi></p>')
    assert "small" in tei("small")
