"""Whatever the text: it is read, annotations nest, and every character that is no space stands in one block."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.readers.outline import nested, read
from toolkit.codes import catalogue
from toolkit.model.document import Document
from toolkit.readers.plain import READER
from toolkit.vocabulary import VOCABULARY, Level

PIECES = st.sampled_from(
    [
        "Chapter 1",
        "CHAPTER II",
        "NOTES",
        "1",
        "2",
        "[1]",
        "[1] a note",
        "1. A note here.",
        "* a star",
        "* * *",
        "-----",
        "=====",
        "Dear Sir,",
        "Yours truly,",
        "John Smith",
        "P.S. more",
        "Paris, 5 May 1836",
        "a word* here",
        "some text[1] goes on and on in a long line that never ends, it seems, to anybody at all",
        "and so",
        "exam-",
        "ple of it",
        "_word_",
        "\f",
        "\f12",
        "12",
        "   set in",
        "        deep",
        "- item",
        "1) one",
        "2) two",
        "(a) x",
        "Contents",
        "I. First . . . 3",
        "by",
        "Preface",
        "\t",
        "",
        "(1) the",
        "[Footnote 1: see",
        "above.]",
        "{3}",
        "†",
        "† dagger",
        "word†",
        "\u2028",
        "\u200b",
        "“Quote,”",
        "x" * 150,
        "word " * 40 + ".",
    ]
)
LINES = st.lists(st.tuples(PIECES, st.sampled_from(["\n", "\n", "\n\n", "\n\n\n", " "])), min_size=1, max_size=25)
LAID_OUT = LINES.map(lambda lines: "".join(piece + end for piece, end in lines))
ANY = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff", include_characters="\n\f\t"),
    max_size=300,
)


def faults(document: Document) -> list[str]:
    """Where annotations cross, and what stands in no block or in two."""
    found = []
    holders = []
    for annotation in nested(document.annotations):
        while holders and holders[-1].end <= annotation.start:
            holders.pop()
        if holders and annotation.end > holders[-1].end:
            found.append(f"{annotation} crosses {holders[-1]}")
        holders.append(annotation)
    inked = [a for a in document.annotations if VOCABULARY[a.kind].level == Level.BLOCK or a.kind == "omitted"]
    covered = {offset for a in inked for offset in range(a.start, a.end)}
    text = document.source.text
    found += [
        f"{text[i]!r} at {i} is in no block" for i in range(len(text)) if i not in covered and not text[i].isspace()
    ]
    same = [(a, b) for a, b in pairwise(sorted(a for a in inked if a.kind == "p")) if a.start == b.start]
    return found + [f"{a} twice" for a, _ in same]


@given(LAID_OUT | ANY)
@settings(max_examples=250, deadline=None)
@example("exam-\nple\n\n[1] a-\n\nb\n")
@example(text="İ")  # two letters when it is lower case
@example(text="①")  # a digit, and no number
def test_annotations_nest_and_cover_every_character(text: str) -> None:
    if text.strip():
        assert faults(read(text)) == []


@given(LAID_OUT)
@settings(max_examples=60, deadline=None)
def test_the_same_text_is_read_in_the_same_way(text: str) -> None:
    if text.strip():
        assert read(text) == read(text)


@given(LAID_OUT)
@settings(max_examples=60, deadline=None)
def test_pointers_lead_to_notes_of_the_document(text: str) -> None:
    if text.strip():
        document = read(text)
        notes = {f"#{a.id}" for a in document.of_kind("note")}
        assert {a.attributes["target"] for a in document.of_kind("note-marker")} == notes


def test_every_finding_has_its_entry() -> None:
    codes = catalogue()
    for text in ("abc", "naïve\ufffd", "A note[1] is here.\n\nNOTES\n\n[1] One.\n\n[2] Two.\n"):
        document = READER.read(text.encode(), "a.txt")
        assert all(finding.code in codes for finding in document.findings)


def test_a_very_long_line_is_read() -> None:
    document = read("word and more words. " * 50_000)
    assert len(document.of_kind("p")) == 1
