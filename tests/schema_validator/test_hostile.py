"""Hostile documents: refused, or borne in bounded memory and time; nothing outside the file is ever read."""

from __future__ import annotations

import pytest

DTD = "<!DOCTYPE TEI [{}]>"
NESTED = '<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 100}">' for a, b in zip("abcdef", "bcdefg", strict=True)
)
DOCUMENTS = {
    "a bomb": (DTD.format(NESTED) + "<TEI>&g;</TEI>", "V001"),
    "an entity of itself": (DTD.format('<!ENTITY a "&b;"><!ENTITY b "&a;">') + "<TEI>&a;</TEI>", "V001"),
    "another file": (DTD.format('<!ENTITY a SYSTEM "/etc/hostname">') + "<TEI>&a;</TEI>", "V002"),
    "another DTD": ('<!DOCTYPE TEI SYSTEM "no.dtd"><TEI>&eacute;</TEI>', "V003"),
    "a NUL": ("<TEI>\0</TEI>", "V001"),
    "two roots": ("<TEI/><TEI/>", "V001"),
    "an unknown encoding": ('<?xml version="1.0" encoding="x-none"?><TEI/>', "V001"),
    "cut short": ("<TEI><text", "V001"),
}


@pytest.mark.parametrize(("text", "code"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_what_cannot_be_read_safely_is_refused(tei, text: str, code: str) -> None:
    assert code in [one.code for one in tei.check(text.encode(), "d.xml")]


def test_an_entity_that_the_document_declares_is_read(faults, tei) -> None:
    from tests.schema_validator.conftest import document

    text = DTD.format('<!ENTITY eacute "&#233;">') + document("<p>caf&eacute;</p>")
    assert tei.check(text.encode(), "d.xml") == []


def test_ten_thousand_levels_are_borne(faults) -> None:
    assert faults("<p>" + "<hi>" * 10_000 + "x" + "</hi>" * 10_000 + "</p>") == []


def test_ten_thousand_levels_of_the_unknown_are_told_to_a_bound(faults) -> None:
    assert len(faults("<foo>" * 10_000 + "</foo>" * 10_000)) == 1001


def test_an_inclusion_is_not_followed_but_explained(faults) -> None:
    from toolkit.codes import hint

    [fault] = faults('<p>x</p><i:include xmlns:i="http://www.w3.org/2001/XInclude" href="d.xml"/>')
    assert "not followed" in hint(fault)
