"""Links, ids, dates, persons and the toolkit's instructions: what a grammar cannot say."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.checks.content import ContentChecker
from toolkit.checks.dates import span_of, unreal
from toolkit.checks.declared import Model, declared
from toolkit.checks.links import MAX_GUESSES
from toolkit.codes import hint, message


def check(body: str, path: str = "-"):
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">\n{body}\n</TEI>'
    return ContentChecker().check(tei.encode(), path)


CASES = [
    ("an id twice", '<p xml:id="a"/><p xml:id="a"/>', [(2, 19, "V051")]),
    ("a pointer to nothing", '<p xml:id="p-1"><ref n="x"\n target="#p-2"/></p>', [(3, 2, "V052")]),
    ("one of two pointers", '<p xml:id="a"/><q who="#a #b"/>', [(2, 19, "V052")]),
    ("pointers that lead elsewhere", '<p corresp="https://x.org/#a psn:b #xpath(//p)"/>', []),
    ("no pointer at all", '<p n="#a" rend="#b">#c</p>', []),
    ("a day that is not", '<date when="1935-02-29"/>', [(2, 7, "V055")]),
    ("a month that is not", '<date notAfter="1935-13"/>', [(2, 7, "V055")]),
    ("an interval backwards", '<date from="1923" to="1917-11"/>', [(2, 19, "V056")]),
    ("an interval within a year", '<date from="1917-03" to="1917"/>', []),
    ("before Christ", '<date notBefore="-0050" notAfter="-0043-03-15"/>', []),
    ("a span is no date", '<span from="#a" to="#b" xml:id="a"/><p xml:id="b"/>', []),
    ("a person unused", '<person xml:id="x"/><person xml:id="y"/><persName ref="#y"/>', [(2, 9, "V057")]),
    ("moved to nowhere", '<?tei-toolkit moved="note-1"?>', [(2, 1, "V058")]),
    ("moved", '<?tei-toolkit moved="n"?><note xml:id="n"/>', []),
    ("left out", '<?tei-toolkit omitted="_"?>', []),
    ("left out what", "<?tei-toolkit left out?>", [(2, 1, "V058")]),
    ("an example", '<egXML xmlns="http://www.tei-c.org/ns/Examples"><p xml:id="a" corresp="#b"/></egXML>', []),
]


@pytest.mark.parametrize(("body", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_checks(body: str, expected: list[tuple[int, int, str]]) -> None:
    assert [(one.line, one.column, one.code) for one in check(body)] == expected


def test_a_dangling_pointer_names_the_id_that_was_probably_meant() -> None:
    [fault] = check('<p xml:id="person-trotsky"/><persName ref="#person-trotzky"/>')
    assert hint(fault) == "Did you mean #person-trotsky?"


def test_of_many_dangling_pointers_each_is_told_and_the_first_get_a_guess() -> None:
    persons = "".join(f'<p xml:id="person-{number}"/><q who="#persn-{number}"/>' for number in range(MAX_GUESSES + 1))
    faults = check(persons)
    assert len(faults) == MAX_GUESSES + 1
    assert [hint(fault).startswith("Did you mean") for fault in faults[-2:]] == [True, False]


def test_a_file_beside_the_document_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "page 1.png").touch()
    path = str(tmp_path / "doc.xml")
    assert check('<pb facs="page%201.png"/>', path) == []
    assert [one.code for one in check('<pb facs="page2.png"/>', path)] == ["V053"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1900-02-29", "February 1900 has 28 days"),
        ("2000-02-29", ""),
        ("1936-04-31", "April 1936 has 30 days"),
        ("--02-30", "February has 29 days"),
        ("0000", "there is no year 0"),
        ("1936-06-05T12:00:00Z", ""),
        ("yesterday", ""),
    ],
)
def test_real_dates(value: str, said: str) -> None:
    assert unreal(value) == said


def test_a_year_is_all_its_days() -> None:
    span = span_of("1936-02")
    assert span is not None
    assert (span.first, span.last) == ((1936, 2, 1), (1936, 2, 29))


def test_checks_can_be_chosen() -> None:
    tei = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><p xml:id="a" corresp="#b"/><p xml:id="a"/></TEI>'
    assert [one.code for one in ContentChecker(["ids"]).check(tei, "-")] == ["V051"]


def test_an_ill_formed_document_has_one_finding() -> None:
    [fault] = ContentChecker().check(b"<TEI><p></TEI>", "-")
    assert fault.code == "V001"
    assert "mismatched tag" in message(fault)


def test_what_a_document_declares_is_read_from_its_prolog_and_header() -> None:
    tei = (
        '<?xml-model href="a.rng" schematypens="http://relaxng.org/ns/structure/1.0"?><?xml-model broken?>'
        '<TEI><teiHeader><application ident="tei-toolkit"/></teiHeader><text><?xml-model href="b.rng"?></text></TEI>'
    )
    said = declared(tei.encode(), "-")
    assert said.models == (Model("a.rng", "http://relaxng.org/ns/structure/1.0"),)
    assert said.by_toolkit
