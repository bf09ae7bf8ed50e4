"""RELAX NG's meaning: for each construct documents that are valid and documents that are not."""

from __future__ import annotations

import pytest

CASES = [
    ("text", "element a { text }", ["<a/>", "<a>x</a>", "<a>x<!-- c -->y</a>"], ["<a><b/></a>", "<b/>", "<a x='1'/>"]),
    ("empty", "element a { empty }", ["<a/>", "<a> \n</a>"], ["<a>x</a>"]),
    ("order", "element a { element b {empty}, element c {empty} }", ["<a><b/><c/></a>"], ["<a><c/><b/></a>", "<a/>"]),
    ("optional", "element a { element b {empty}?, element b {empty} }", ["<a><b/></a>", "<a><b/><b/></a>"], ["<a/>"]),
    ("repeat", "element a { element b {empty}+ }", ["<a><b/></a>", "<a><b/><b/></a>"], ["<a/>"]),
    (
        "interleave",
        "element a { element b {empty} & element c {empty}* & text }",
        ["<a><b/></a>", "<a>x<c/>y<b/>z<c/></a>"],
        ["<a><c/></a>", "<a><b/><b/></a>"],
    ),
    ("mixed", "element a { mixed { element b {empty} } }", ["<a>x<b/>y</a>"], ["<a>x</a>"]),
    ("list", "element a { list { xsd:int+ } }", ["<a>1 2</a>", "<a> 1\n</a>"], ["<a/>", "<a>1 x</a>"]),
    ("pairs", "element a { list { (xsd:int, token)* } }", ["<a/>", "<a>1 x 2 y</a>"], ["<a>1</a>", "<a>x 1</a>"]),
    ("except", 'element a { xsd:token - "x" }', ["<a>y</a>", "<a/>"], ["<a> x </a>"]),
    ("string", 'element a { string "x y" }', ["<a>x y</a>"], ["<a>x  y</a>", "<a> x y</a>"]),
    ("number", 'element a { xsd:integer "7" }', ["<a>7</a>", "<a> +07</a>"], ["<a>8</a>", "<a>x</a>"]),
    ("mixed or value", 'element a { "x" | (text, element b {empty}) }', ["<a>x</a>", "<a>y<b/></a>"], ["<a>y</a>"]),
    ("attribute", "element a { attribute x { xsd:int } }", ["<a x='1'/>"], ["<a/>", "<a x=''/>", "<a x='1' y='1'/>"]),
    (
        "exclusive attributes",
        "element a { attribute x {text} | attribute y {text} }",
        ["<a x=''/>", "<a y=''/>"],
        ["<a/>", "<a x='' y=''/>"],
    ),
    (
        "attribute decides content",
        'element a { (attribute t {"n"}, xsd:int) | (attribute t {"w"}, text) }',
        ["<a t='n'>1</a>", "<a t='w'>x</a>"],
        ["<a t='n'>x</a>", "<a t='z'>1</a>"],
    ),
    (
        "attribute or child",
        "element a { attribute x {text} | element x {empty} }",
        ["<a x=''/>", "<a><x/></a>"],
        ["<a x=''><x/></a>", "<a/>"],
    ),
    (
        "one name, two contents",
        "element a { (element b {xsd:int}, element c {empty}) | (element b {element d {empty}}, element e {empty}) }",
        ["<a><b>1</b><c/></a>", "<a><b><d/></b><e/></a>"],
        ["<a><b>1</b><e/></a>", "<a><b><d/></b><c/></a>", "<a><b/><c/></a>"],
    ),
    (
        "names of a namespace",
        'namespace n = "urn:n" element a { element n:* - n:z { text }* }',
        ["<a><b xmlns='urn:n'/></a>"],
        ["<a><z xmlns='urn:n'/></a>", "<a><b/></a>"],
    ),
    (
        "any name",
        "start = element a { any* } any = element * - a { attribute * {text}*, (text | any)* }",
        ["<a><b x='1' y='2'>t<c/></b></a>"],
        ["<a><b><a/></b></a>"],
    ),
    ("choice of names", "element a|b { text }", ["<a/>", "<b/>"], ["<c/>"]),
    ("not allowed", "element a { element b {notAllowed}? }", ["<a/>"], ["<a><b/></a>"]),
    (
        "default namespace",
        'default namespace = "urn:n" element a { attribute x {text} }',
        ["<a xmlns='urn:n' x=''/>"],
        ["<a x=''/>"],
    ),
    (
        "combined",
        "start = a a = element a { b* } b |= element x {empty} b |= element y {empty}",
        ["<a><x/><y/></a>"],
        ["<a><a/></a>"],
    ),
    (
        "interleaved definitions",
        "start = element a { b } b &= element x {empty} b &= element y {empty}",
        ["<a><y/><x/></a>"],
        ["<a><x/></a>"],
    ),
    (
        "a grammar in a grammar",
        "start = element a { grammar { start = element b {x, parent x} x = element y {empty} } } x = element z {empty}",
        ["<a><b><y/><z/></b></a>"],
        ["<a><b><z/><y/></b></a>"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("schema", "valid", "invalid"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_verdicts(codes, schema: str, valid: list[str], invalid: list[str]) -> None:
    assert {document: codes(schema, document) for document in valid} == {document: [] for document in valid}
    assert [document for document in invalid if not codes(schema, document)] == []
