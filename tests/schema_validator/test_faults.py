"""Single faults in TEI: each told once, at its line and column, with what is wrong and the remedy."""

from __future__ import annotations

import pytest

from toolkit.codes import hint, message

# A body (it begins in line 3), the place, what the message says, what the hint says.
FAULTS = [
    ('<p><date when="1936-13-05">x</date></p>', (3, 10), "V023", "no month 13", "1936-06-05"),
    ('<p>\n<date when="1935-02-29">x</date></p>', (4, 7), "V023", "February 1935 has no day 29", "YYYY-MM-DD"),
    ('<p><date when="June 5, 1936">x</date></p>', (3, 10), "V023", "did you mean 1936-06-05?", "YYYY-MM-DD"),
    ('<p><date from="1936-6-5">x</date></p>', (3, 10), "V023", "did you mean 1936-06-05?", "YYYY-MM-DD"),
    ('<p><persName cert="hihg">x</persName></p>', (3, 14), "V023", 'did you mean "high"?', '"high"'),
    ('<p xml:id="2nd">x</p>', (3, 4), "V023", "begins with a digit", "begins with a letter"),
    ('<p xml:lang="en GB">x</p>', (3, 4), "V023", "holds a space", "de-AT"),
    ('<p>a<lb/><gap\n   quantity="few"/></p>', (4, 4), "V023", "quantity", "a number"),
    ('<table><row><cell rows="-2">x</cell></row></table>', (3, 19), "V023", "below 0", "whole number from 0"),
    ("<div>Dear friend</div>", (3, 6), "V020", "“Dear friend”", "inside <p>"),
    ("<div>\n\n  stray</div>", (5, 3), "V020", "“stray”", "inside <p>"),
    ("<p>x</p><hi>y</hi>", (3, 9), "V012", "<hi> cannot stand in <body>", "inside <p>"),
    ("<div><p>x</p><head>h</head></div>", (3, 14), "V013", "after <p>", "Move <head> before <p>"),
    ("<div1><p>x</p></div1><div><p>y</p></div>", (3, 22), "V013", "after <div1>", "exclude each other"),
    ("<p><app><lem>x</lem><lem>y</lem></app></p>", (3, 21), "V016", "<lem> may not be repeated", "Keep one"),
    ("<p><persname>x</persname></p>", (3, 4), "V011", "no element <persname>", "Did you mean <persName>?"),
    ("<p><bold>x</bold></p>", (3, 4), "V011", "no element <bold>", "can stand here"),
    ("<p><date wen='1936'>x</date></p>", (3, 10), "V021", "@wen", "Did you mean @when?"),
    ("<p id='a'>x</p>", (3, 4), "V021", "@id", "Did you mean @xml:id?"),
    ("<p><graphic/></p>", (3, 4), "V022", "lacks @url", "web address"),
    ("<table/>", (3, 1), "V017", "needs <row>", "Add <row>"),
    ("<p><choice><sic>x</sic></choice></p>", (3, 24), "V017", "<choice> is incomplete", "Add "),
    ('<p xmlns="">x</p>', (3, 1), "V019", "no namespace", "http://www.tei-c.org/ns/1.0"),
    ("<p><name/>é<ex>x</p>", (3, 17), "V001", "mismatched tag </p>, inside <ex>", "reverse order"),
    ("<p>caf&eacute;</p>", (3, 7), "V001", "undefined entity", "&#233;"),
    ("<p>Q & A</p>", (3, 7), "V001", "invalid token, & by itself, inside <p>", "Write it &amp;"),
    ("<p>1 < 2</p>", (3, 7), "V001", "invalid token, < by itself, inside <p>", "Write it &lt;"),
    ("<p rend=it>Q</p>", (3, 9), "V001", "a value without quotation marks", "in quotation marks"),
    ("<p>Q\x01</p>", (3, 5), "V001", "the control character U+0001, inside <p>", "Remove the character"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "place", "code", "said", "advised"), FAULTS, ids=[row[0] for row in FAULTS])
def test_a_fault_is_told_once_at_its_place_with_its_remedy(faults, body, place, code, said, advised) -> None:
    found = faults(body)
    assert [(one.line, one.column, one.code) for one in found] == [(*place, code)]
    assert said in message(found[0])
    assert advised in hint(found[0])


def test_a_document_without_its_text_says_what_is_missing(tei) -> None:
    [fault] = tei.check(b'<TEI xmlns="http://www.tei-c.org/ns/1.0">\n</TEI>', "doc.xml")
    assert (fault.line, fault.column, fault.code) == (2, 1, "V017")
    assert "<teiHeader>" in message(fault)


def test_a_part_left_out_is_told_where_the_next_one_begins(tei) -> None:
    header = b"<teiHeader><fileDesc><titleStmt><title>t</title></titleStmt>\n<sourceDesc><p>s</p></sourceDesc>"
    text = b"</fileDesc></teiHeader><text><body><p>x</p></body></text></TEI>"
    [fault] = tei.check(b'<TEI xmlns="http://www.tei-c.org/ns/1.0">' + header + text, "doc.xml")
    assert (fault.line, fault.column, fault.code) == (2, 1, "V014")
    assert "<publicationStmt>" in message(fault) or "publicationStmt" in message(fault)


def test_no_hint_lists_two_hundred_names(faults) -> None:
    [fault] = faults("<hi>x</hi>")
    assert len(hint(fault)) < 300


def test_columns_count_characters_in_any_encoding(tei) -> None:
    from tests.schema_validator.conftest import document

    body = '<p>ḗé😀<date n="é" when="x"/></p>'
    [fault] = tei.check(document(body).encode("utf-16"), "doc.xml")
    assert (fault.line, fault.column) == (3, body.index("when") + 1)
    for encoding in ("utf-8", "utf-16"):
        data = f'<?xml version="1.0" encoding="{encoding}"?>{document(body)}'.encode(encoding)
        [fault] = tei.check(data, "doc.xml")
        assert (fault.line, fault.column) == (3, body.index("when") + 1)
