"""The ledger: from a TEI file alone, the text of its source, character for character.

The text element holds the source's characters in their order, with two exceptions on record as processing instructions:
a note stands at its anchor, and the instruction `moved` where the source has it; a character left out stands in the
instruction `omitted`. Comments and other instructions hold nothing of the source.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from lxml import etree

from toolkit.encode.markup import TARGET, recorded
from toolkit.errors import InputError
from toolkit.model.finding import Finding
from toolkit.trees import parse_tree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
# All that the proof looks at, in the order of the document: text, and between it notes and processing instructions.
SPINE = etree.XPath(
    "descendant::node()[self::text() or self::processing-instruction() or self::tei:note]",
    namespaces={"tei": TEI[1:-1]},
    smart_strings=False,
)
Spine = list[str | etree._Element]


@dataclass(frozen=True, slots=True)
class Ledger:
    """What became of the source's characters: how many stand in place, stand elsewhere, or are only on record.

    digest: the SHA-256 of the file that was encoded, as the header states it, or "".
    """

    text: str
    kept: int
    moved: int
    omitted: int
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where the text of the TEI is not the source's. offset: in characters of the source."""

    offset: int
    expected: str
    found: str


def ledger(tei: bytes, path: str) -> Ledger:
    """Read the source's text back from a TEI file.

    Raises InputError where the file is not TEI with a text element, or a moved note is not to be found.
    """
    root = parse_tree(tei, path)
    text = next(root.iter(f"{TEI}text"), None)
    if text is None:
        raise InputError(Finding(path, 0, 0, "E003"))
    spine = _spine(text)
    marks = {place: item for place, item in enumerate(spine) if not isinstance(item, str)}
    notes = _notes(marks)
    moved = {value for what, value in map(_record, marks.values()) if what == "moved"}
    lost = sorted(moved - notes.keys())
    if lost:
        raise InputError(Finding(path, 0, 0, "E004", {"note": lost[0]}))
    pieces: list[str] = []
    counts = {"kept": 0, "moved": 0, "omitted": 0}
    for how, piece in _characters(spine, marks, notes, moved):
        pieces.append(piece)
        counts[how] += len(piece)
    return Ledger("".join(pieces), **counts, digest=_stated_digest(root))


def difference(found: str, expected: str) -> Difference | None:
    """The first difference between the text of a TEI and its source; None where they are the same."""
    if found == expected:
        return None
    low, high = 0, min(len(found), len(expected))
    while low < high:
        middle = (low + high + 1) // 2
        if found[:middle] == expected[:middle]:
            low = middle
        else:
            high = middle - 1
    return Difference(low, expected[low : low + 30], found[low : low + 30])


def _stated_digest(root: etree._Element) -> str:
    for bibl in root.iterfind(f"{TEI}teiHeader//{TEI}bibl"):
        if bibl.get("type") == "digitalSource":
            return next((idno.text or "" for idno in bibl.iter(f"{TEI}idno") if idno.get("type") == "sha256"), "")
    return ""


def _spine(text: etree._Element) -> Spine:
    return cast("Spine", SPINE(text))


def _notes(marks: Mapping[int, etree._Element]) -> dict[str, range]:
    """Where in the spine the content of each note that has an id stands."""
    notes = {place: note for place, note in marks.items() if isinstance(note.tag, str) and note.get(XML_ID)}
    return {note.get(XML_ID, ""): range(place + 1, place + 1 + len(_spine(note))) for place, note in notes.items()}


def _record(mark: etree._Element) -> tuple[str, str]:
    """What a processing instruction keeps on record; ("", "") for a note or another's instruction."""
    if isinstance(mark, etree._ProcessingInstruction) and mark.target == TARGET:
        return recorded(mark.text or "")
    return "", ""


def _characters(
    spine: Spine, marks: Mapping[int, etree._Element], notes: Mapping[str, range], moved: set[str]
) -> Iterator[tuple[str, str]]:
    """The pieces of the source's text in its order, each with how it came there: kept, moved or omitted."""
    places = sorted(marks)
    waiting = set(moved)
    stretches = [(0, len(spine), "kept")]
    while stretches:
        start, end, how = stretches.pop()
        index = bisect_left(places, start)
        place = min(places[index], end) if index < len(places) else end
        yield how, "".join(cast("list[str]", spine[start:place]))
        if place == end:
            continue
        what, value = _record(marks[place])
        key = marks[place].get(XML_ID, "")
        stretches.append((notes[key].stop if key in moved else place + 1, end, how))
        if what == "omitted":
            yield "omitted", value
        elif what == "moved" and value in waiting:
            waiting.remove(value)
            stretches.append((notes[value].start, notes[value].stop, "moved"))
