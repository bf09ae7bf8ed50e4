"""The ledger: from a TEI file alone, the text of its source, character for character.

The text element holds the source's characters in their order, with two exceptions on record as processing instructions:
a note stands at its anchor, and the instruction `moved` where the source has it; a character left out stands in the
instruction `omitted`. Comments and other instructions hold nothing of the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from toolkit.encode.markup import TARGET, recorded
from toolkit.errors import InputError
from toolkit.model.finding import Finding
from toolkit.trees import parse_tree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


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
    notes = {note.get(XML_ID): note for note in text.iter(f"{TEI}note") if note.get(XML_ID)}
    moved = {value for what, value in _records(text) if what == "moved"}
    lost = sorted(moved - notes.keys())
    if lost:
        raise InputError(Finding(path, 0, 0, "E004", {"note": lost[0]}))
    pieces = list(_characters(text, notes, moved))
    counts = {how: sum(len(piece) for kind, piece in pieces if kind == how) for how in ("kept", "moved", "omitted")}
    return Ledger("".join(piece for _, piece in pieces), **counts, digest=_stated_digest(root))


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
    for bibl in root.iter(f"{TEI}bibl"):
        if bibl.get("type") == "digitalSource":
            return next((idno.text or "" for idno in bibl.iter(f"{TEI}idno") if idno.get("type") == "sha256"), "")
    return ""


def _records(text: etree._Element) -> Iterator[tuple[str, str]]:
    for instruction in text.iter(etree.ProcessingInstruction):
        if isinstance(instruction, etree._ProcessingInstruction) and instruction.target == TARGET:
            yield recorded(instruction.text or "")


def _characters(
    text: etree._Element, notes: dict[str | None, etree._Element], moved: set[str]
) -> Iterator[tuple[str, str]]:
    """The pieces of the source's text in its order, each with how it came there: kept, moved or omitted."""
    stack: list[tuple[str, etree._Element | str, str]] = [("enter", text, "kept")]
    while stack:
        step, item, how = stack.pop()
        if isinstance(item, str):
            yield step, item
            continue
        tail = item.tail if item is not text and step == "enter" else None
        if tail:
            stack.append((how, tail, how))
        if isinstance(item, etree._ProcessingInstruction):
            what, value = recorded(item.text or "") if item.target == TARGET else ("", "")
            if what == "omitted":
                stack.append(("omitted", value, how))
            elif what == "moved":
                stack.append(("note", notes[value], "moved"))
            continue
        if not isinstance(item.tag, str) or (step == "enter" and item.get(XML_ID) in moved):
            continue
        stack.extend(("enter", child, how) for child in reversed(item))
        if item.text:
            stack.append((how, item.text, how))
