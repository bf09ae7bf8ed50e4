"""Customisations carried out: each way of choosing, adding, changing, replacing and deleting (TEI P5, chapter 23)."""

from __future__ import annotations

import pytest

LIST = "<list><item>a</item></list>"


def test_modules_bring_the_elements_they_are_asked_for(small):
    schema = small()
    assert schema.accepts("<p>a <hi>b</hi></p>")
    assert not schema.accepts("<p>a <foreign>b</foreign></p>")


def test_a_module_without_some_elements(small):
    schema = small('<moduleRef key="namesdates" except="surname"/>')
    assert schema.accepts("<p><persName><forename>a</forename></persName></p>")
    assert not schema.accepts("<p><persName><surname>a</surname></persName></p>")


def test_a_module_with_no_element_at_all(small):
    schema = small('<moduleRef key="namesdates" include=""/>')
    assert "persName" not in schema.schema.specs
    assert "model.persNamePart" in schema.schema.specs


def test_what_any_element_leaves_out_can_be_said_for_the_whole_schema(small):
    schema = small(CONTENT.format("<anyElement/>"), attributes='ident="s" start="TEI" defaultExceptions="urn:y"')
    assert schema.accepts('<p><hi><x xmlns="urn:z"/></hi></p>')
    assert not schema.accepts('<p><hi><x xmlns="urn:y"/></hi></p>')


def test_an_element_referred_to_alone(small):
    assert small('<elementRef key="foreign"/>').accepts("<p><foreign>b</foreign></p>")


def test_a_class_referred_to_with_some_of_its_attributes(small):
    schema = small('<classRef key="att.global.rendition" include="rend"/>')
    assert schema.accepts('<p rend="x"/>')
    assert not schema.accepts('<p style="x"/>')


def test_a_class_referred_to_without_some_of_its_attributes(small):
    schema = small('<classRef key="att.global.rendition" except="rend"/>')
    assert not schema.accepts('<p rend="x"/>')
    assert schema.accepts('<p style="x"/>')


def test_groups_are_written_out_where_they_are_referred_to(small):
    group = '<specGrp xml:id="g"><elementRef key="foreign"/><specGrpRef target="#h"/></specGrp>'
    inner = '<specGrp xml:id="h"><elementSpec ident="hi" mode="delete"/></specGrp>'
    schema = small('<specGrpRef target="#g"/>', outside=group + inner)
    assert schema.accepts("<p><foreign>b</foreign></p>")
    assert not schema.accepts("<p><hi>b</hi></p>")


def test_a_deleted_element_is_gone(small):
    assert not small('<elementSpec ident="hi" mode="delete"/>').accepts("<p><hi>b</hi></p>")


def test_an_element_added_stands_where_its_class_does(small):
    spec = '<elementSpec ident="x" mode="add"><classes><memberOf key="model.hiLike"/></classes>{}</elementSpec>'
    assert small(spec.format("<content><textNode/></content>")).accepts("<p><x>b</x></p>")
    assert not small(spec.format("<content><empty/></content>")).accepts("<p><x>b</x></p>")


def test_an_element_of_another_namespace(small):
    schema = small(
        '<elementSpec ident="x" ns="urn:x" mode="add"><classes><memberOf key="model.hiLike"/></classes>'
        "<content><textNode/></content></elementSpec>"
    )
    assert schema.accepts('<p><x xmlns="urn:x">b</x></p>')
    assert not schema.accepts("<p><x>b</x></p>")


def test_an_element_by_another_name(small):
    schema = small('<elementSpec ident="hi" mode="change"><altIdent>high</altIdent></elementSpec>')
    assert schema.accepts("<p><high>b</high></p>")
    assert not schema.accepts("<p><hi>b</hi></p>")


def test_an_element_replaced_keeps_nothing_of_what_it_was(small):
    schema = small(
        '<elementSpec ident="hi" mode="replace"><classes><memberOf key="model.hiLike"/></classes>'
        '<content><textNode/></content><attList><attDef ident="k"/></attList></elementSpec>'
    )
    assert schema.accepts('<p><hi k="1">b</hi></p>')
    assert not schema.accepts('<p><hi rend="1">b</hi></p>')


@pytest.mark.parametrize(
    ("classes", "in_p", "has_rend"),
    [
        ('<classes mode="change"><memberOf key="att.global" mode="delete"/></classes>', True, False),
        ('<classes mode="change"><memberOf key="model.hiLike" mode="delete"/></classes>', False, True),
        ('<classes mode="replace"><memberOf key="model.hiLike"/></classes>', True, False),
    ],
)
def test_memberships_changed_and_replaced(small, classes, in_p, has_rend):
    schema = small(f'<elementSpec ident="hi" mode="change">{classes}</elementSpec>')
    assert schema.accepts("<p><hi>b</hi></p>") is in_p
    resolved = schema.schema.specs["hi"].classes
    assert ("att.global" in resolved) is has_rend


CONTENT = '<elementSpec ident="hi" mode="change"><content>{}</content></elementSpec>'


@pytest.mark.parametrize(
    ("content", "valid", "invalid"),
    [
        ("<textNode/>", ["x", ""], ["<hi/>"]),
        ("<empty/>", [""], ["x"]),
        ("", [""], ["x"]),
        (
            '<elementRef key="name" minOccurs="2" maxOccurs="3"/>',
            ["<name/>" * 2, "<name/>" * 3],
            ["<name/>", "<name/>" * 4],
        ),
        ('<elementRef key="name" minOccurs="2" maxOccurs="unbounded"/>', ["<name/>" * 5], ["<name/>"]),
        ('<elementRef key="name" minOccurs="0"/>', ["", "<name/>"], ["<name/><name/>"]),
        ('<sequence><elementRef key="name"/><elementRef key="p"/></sequence>', ["<name/><p/>"], ["<p/><name/>"]),
        (
            '<sequence preserveOrder="false"><elementRef key="name"/><elementRef key="p"/></sequence>',
            ["<name/><p/>", "<p/><name/>"],
            ["<p/>", "<p/><p/>"],
        ),
        (
            '<alternate minOccurs="0" maxOccurs="unbounded"><textNode/><elementRef key="name"/></alternate>',
            ["a<name/>b<name/>", ""],
            ["<p/>"],
        ),
        ('<macroRef key="macro.phraseSeq"/>', ["a <name/>"], ["<p/>"]),
        ('<dataRef key="teidata.count"/>', ["3"], ["x"]),
        ('<dataRef name="token" restriction="[abc]+"/>', ["abba"], ["abd"]),
        ('<dataRef name="integer"><dataFacet name="maxInclusive" value="9"/></dataRef>', ["9"], ["10"]),
        ('<valList type="closed"><valItem ident="yes"/><valItem ident="no"/></valList>', ["yes"], ["maybe"]),
        ('<anyElement require="urn:x"/>', ['<x xmlns="urn:x"><y/></x>'], ['<x xmlns="urn:y"/>', ""]),
        ("<anyElement/>", ['<x xmlns="urn:y" a="1">t</x>'], ["<p/>"]),
        ('<anyElement except="urn:y"/>', ['<x xmlns="urn:z"/>'], ['<x xmlns="urn:y"/>']),
        ("<rng:oneOrMore><rng:ref name='name'/></rng:oneOrMore>", ["<name/><name/>"], ["", "<p/>"]),
        ("<rng:choice><rng:text/><rng:ref name='model.pLike'/></rng:choice>", ["a", "<p/>"], ["<name/>"]),
        ("<rng:group><rng:ref name='att.placement.attributes'/></rng:group>", [""], ["x"]),
        ("<rng:element name='z' ns='urn:z'><rng:empty/></rng:element>", ['<z xmlns="urn:z"/>'], [""]),
    ],
)
def test_content_models(small, content, valid, invalid):
    schema = small(CONTENT.format(content))
    assert [body for body in valid if not schema.accepts(f"<p><hi>{body}</hi></p>")] == []
    assert [body for body in invalid if schema.accepts(f"<p><hi>{body}</hi></p>")] == []


PARTS = "".join(
    f'<elementSpec ident="{name}" mode="add"><classes><memberOf key="model.parts"/></classes></elementSpec>'
    for name in ("x1", "x2", "x3")
)
PARTS += '<classSpec ident="model.parts" type="model" mode="add"/>'


@pytest.mark.parametrize(
    ("reference", "valid", "invalid"),
    [
        ('<classRef key="model.parts"/>', ["<x1/>", "<x3/>"], ["<x1/><x2/>"]),
        ('<classRef key="model.parts" expand="alternate"/>', ["<x1/>"], ["<x1/><x2/>"]),
        ('<classRef key="model.parts" expand="sequence"/>', ["<x1/><x2/><x3/>"], ["<x1/>", "<x2/><x1/><x3/>"]),
        ('<classRef key="model.parts" expand="sequenceOptional"/>', ["", "<x1/><x3/>"], ["<x3/><x1/>"]),
        ('<classRef key="model.parts" expand="sequenceRepeatable"/>', ["<x1/><x1/><x2/><x3/>"], ["<x1/>"]),
        ('<classRef key="model.parts" expand="sequenceOptionalRepeatable"/>', ["<x1/><x1/><x3/>"], ["<x3/><x1/>"]),
        ('<classRef key="model.parts" include="x1 x2"/>', ["<x1/>", "<x2/>"], ["<x3/>"]),
        ('<classRef key="model.parts" except="x1"/>', ["<x3/>"], ["<x1/>"]),
        ('<classRef key="model.parts" expand="sequence" except="x2"/>', ["<x1/><x3/>"], ["<x1/><x2/><x3/>"]),
        ('<classRef key="model.parts" minOccurs="2" maxOccurs="2"/>', ["<x1/><x3/>"], ["<x1/>"]),
    ],
)
def test_classes_in_content_models(small, reference, valid, invalid):
    schema = small(PARTS + CONTENT.format(reference))
    assert [body for body in valid if not schema.accepts(f"<p><hi>{body}</hi></p>")] == []
    assert [body for body in invalid if schema.accepts(f"<p><hi>{body}</hi></p>")] == []


ATTRIBUTE = '<elementSpec ident="hi" mode="change"><attList>{}</attList></elementSpec>'


@pytest.mark.parametrize(
    ("definition", "valid", "invalid"),
    [
        ('<attDef ident="rend" mode="delete"/>', ["", 'n="1"'], ['rend="x"']),
        ('<attDef ident="rend" mode="change" usage="req"/>', ['rend="x"'], [""]),
        ('<attDef ident="k" mode="add" usage="req"/>', ['k="any thing"'], [""]),
        (
            '<attDef ident="k"><datatype><dataRef key="teidata.count"/></datatype></attDef>',
            ["", 'k="3"'],
            ['k="x"', 'k=""'],
        ),
        (
            '<attDef ident="k"><datatype minOccurs="2" maxOccurs="3"><dataRef name="NCName"/></datatype></attDef>',
            ['k="a b"', 'k="a b c"'],
            ['k="a"', 'k="a b c d"'],
        ),
        (
            '<attDef ident="k"><datatype minOccurs="0"><dataRef name="NCName"/></datatype></attDef>',
            ['k="a"', 'k=""'],
            ['k="1"', 'k="a b"'],
        ),
        (
            '<attDef ident="rend" mode="replace"><datatype><dataRef key="teidata.count"/></datatype></attDef>',
            ['rend="1"'],
            ['rend="x"'],
        ),
        (
            (
                '<attDef ident="rend" mode="change"><valList type="closed" mode="add"><valItem ident="a"/>'
                "</valList></attDef>"
            ),
            ['rend="a"', 'rend="a a"'],
            ['rend="b"'],
        ),
        (
            (
                '<attDef ident="k"><valList type="closed"><valItem ident="a"><altIdent>alpha</altIdent>'
                "</valItem></valList></attDef>"
            ),
            ['k="alpha"'],
            ['k="a"'],
        ),
        ('<attDef ident="k"><valList type="semi"><valItem ident="a"/></valList></attDef>', ['k="a"', 'k="b"'], []),
        ('<attDef ident="k"><altIdent>key</altIdent></attDef>', ['key="a"'], ['k="a"']),
        ('<attRef class="att.placement" name="place"/>', ['place="top"'], ['type="x"']),
        (
            '<attList org="choice"><attDef ident="k" usage="req"/><attDef ident="l" usage="req"/></attList>',
            ['k="1"', 'l="1"'],
            ['k="1" l="1"', ""],
        ),
    ],
)
def test_attributes(small, definition, valid, invalid):
    schema = small(ATTRIBUTE.format(definition))
    assert [said for said in valid if not schema.accepts(f"<p><hi {said}>a</hi></p>")] == []
    assert [said for said in invalid if schema.accepts(f"<p><hi {said}>a</hi></p>")] == []


VALUES = (
    '<classSpec ident="att.k" type="atts" mode="add"><attList><attDef ident="k"><valList type="closed">'
    '<valItem ident="a"/><valItem ident="b"/></valList></attDef></attList></classSpec>'
    '<elementSpec ident="hi" mode="change"><classes mode="change"><memberOf key="att.k"/></classes></elementSpec>'
    '<elementSpec ident="hi" mode="change"><attList><attDef ident="k" mode="change">{}</attDef></attList></elementSpec>'
)


@pytest.mark.parametrize(
    ("values", "valid", "invalid"),
    [
        ('<valList mode="change"><valItem ident="c" mode="add"/></valList>', "abc", "d"),
        ('<valList mode="change"><valItem ident="a" mode="delete"/></valList>', "b", "ac"),
        ('<valList mode="replace" type="closed"><valItem ident="c"/></valList>', "c", "ab"),
        ('<valList mode="delete"/>', "abz", ""),
        ('<valList mode="change" type="semi"/>', "abz", ""),
        ("", "ab", "c"),
    ],
)
def test_lists_of_values_in_all_modes(small, values, valid, invalid):
    schema = small(VALUES.format(values))
    assert [value for value in valid if not schema.accepts(f'<p><hi k="{value}">a</hi></p>')] == []
    assert [value for value in invalid if schema.accepts(f'<p><hi k="{value}">a</hi></p>')] == []


def test_a_class_changed_changes_its_members(small):
    schema = small(
        '<classSpec ident="att.global.rendition" type="atts" mode="change"><attList>'
        '<attDef ident="rend" mode="delete"/>'
        '<attDef ident="look" mode="add"/></attList></classSpec>'
    )
    assert schema.accepts('<p look="x">a</p>')
    assert not schema.accepts('<p rend="x">a</p>')


def test_a_class_deleted_takes_its_attributes_along(small):
    assert not small('<classSpec ident="att.global.rendition" mode="delete"/>').accepts('<p rend="x">a</p>')


def test_a_macro_changed(small):
    schema = small('<macroSpec ident="macro.paraContent" mode="change"><content><textNode/></content></macroSpec>')
    assert schema.accepts("<p>a</p>")
    assert not schema.accepts("<p><hi>a</hi></p>")


def test_a_datatype_added_and_one_changed(small):
    schema = small(
        '<dataSpec ident="my.letter" mode="add"><content>'
        '<dataRef name="token" restriction="[a-z]"/></content></dataSpec>'
        '<dataSpec ident="teidata.count" mode="change"><content>'
        '<dataRef name="token" restriction="[0-9]"/></content></dataSpec>'
        + ATTRIBUTE.format(
            '<attDef ident="k"><datatype><dataRef key="my.letter"/></datatype></attDef>'
            '<attDef ident="l"><datatype><dataRef key="teidata.count"/></datatype></attDef>'
        )
    )
    assert schema.accepts('<p><hi k="a" l="7">x</hi></p>')
    assert not schema.accepts('<p><hi k="ab">x</hi></p>')
    assert not schema.accepts('<p><hi l="12">x</hi></p>')


def test_what_a_deletion_leaves_of_a_changed_content_model_is_kept(small):
    schema = small(
        '<elementSpec ident="label" mode="delete"/>'
        + CONTENT.format('<sequence><elementRef key="label"/><elementRef key="name"/></sequence>')
    )
    assert schema.accepts("<p><hi><name/></hi></p>")


def test_a_prefix_stands_before_every_define(small):
    schema = small(attributes='ident="s" start="TEI" prefix="my_"')
    assert all(name.startswith("my_") for name in schema.grammar.defines)
