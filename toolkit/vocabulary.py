"""One table: what each kind of annotation becomes in TEI, and who gives way where two of them cross.

Levels nest in this order: division > wrapper > block > inline > point; a kind may always stand inside itself.
Where two annotations cross (neither holds the other), the one of the higher rank stays whole; the other is split at the
border and its parts tied with @next and @prev, or dropped with a finding, as its policy says (TEI P5, 21.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum


class Level(IntEnum):
    """Where an element may stand: the higher level holds the lower."""

    POINT = 0
    INLINE = 1
    BLOCK = 2
    WRAPPER = 3
    DIVISION = 4


class Crossing(StrEnum):
    """What happens to an annotation that crosses one of higher rank."""

    SPLIT = "split"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table.

    attributes: those that every element of the kind carries. phrase: its content is TEI's macro.phraseSeq or less,
    so that it holds names and dates but neither quotations nor blocks (TEI P5, 1.4.1).
    """

    element: str
    level: Level
    rank: int
    crossing: Crossing = Crossing.SPLIT
    attributes: Mapping[str, str] = field(default_factory=dict)
    phrase: bool = False


def _rows(level: Level, rank: int, **elements: str) -> dict[str, Kind]:
    return {kind.replace("_", "-"): Kind(element, level, rank, Crossing.DROP) for kind, element in elements.items()}


VOCABULARY: Mapping[str, Kind] = {
    # Divisions (TEI P5, 4): what a reader finds of a text's order.
    **_rows(Level.DIVISION, 100, front="front", back="back", title_page="titlePage", div="div"),
    # Wrappers: hold blocks, never text of their own.
    **_rows(Level.WRAPPER, 90, epigraph="epigraph", opener="opener", closer="closer", postscript="postscript"),
    "address": Kind("address", Level.WRAPPER, 89, Crossing.DROP),
    **_rows(Level.WRAPPER, 89, lg="lg", list="list", table="table", row="row"),
    # Performance texts (TEI P5, 7): a speech holds its speaker's name, what is said and what is done.
    **_rows(Level.WRAPPER, 89, sp="sp", cast_list="castList"),
    "block-quote": Kind("quote", Level.WRAPPER, 88, Crossing.DROP, {"rend": "block"}),
    # Blocks: hold text. A note may hold blocks and stands where its marker stands (TEI P5, 3.9).
    "note": Kind("note", Level.BLOCK, 85, Crossing.DROP),
    **_rows(Level.BLOCK, 80, head="head", p="p", l="l", item="item", ab="ab", cell="cell"),
    **_rows(Level.BLOCK, 80, salute="salute", trailer="trailer", title="titlePart", stage="stage"),
    **{
        kind: replace(row, phrase=True)
        for kind, row in _rows(
            Level.BLOCK,
            80,
            dateline="dateline",
            signed="signed",
            byline="byline",
            address_line="addrLine",
            imprint="docImprint",
            speaker="speaker",
            cast_item="castItem",
            role="role",
            role_description="roleDesc",
        ).items()
    },
    "late-head": Kind("ab", Level.BLOCK, 80, Crossing.DROP, {"type": "head"}),
    "rule": Kind("ab", Level.BLOCK, 80, Crossing.DROP, {"type": "ornament"}),
    # Page furniture (TEI P5, 11.6 and 3.11.3), kept as text.
    "page-number": Kind("fw", Level.BLOCK, 70, Crossing.DROP, {"type": "pageNum"}, True),
    "running-head": Kind("fw", Level.BLOCK, 70, Crossing.DROP, {"type": "header"}, True),
    # Inline: quotations hold names and dates, which hold nothing but marks of form.
    "direction": Kind("stage", Level.INLINE, 64, Crossing.DROP),
    "said": Kind("said", Level.INLINE, 60),
    "quote": Kind("quote", Level.INLINE, 60),
    "q": Kind("q", Level.INLINE, 60),
    "so-called": Kind("soCalled", Level.INLINE, 60, phrase=True),
    "mentioned": Kind("mentioned", Level.INLINE, 60, phrase=True),
    "foreign": Kind("foreign", Level.INLINE, 50, phrase=True),
    "work-title": Kind("title", Level.INLINE, 50),
    "date": Kind("date", Level.INLINE, 40, phrase=True),
    "person": Kind("persName", Level.INLINE, 40, phrase=True),
    "note-marker": Kind("ref", Level.INLINE, 65, Crossing.DROP, {"type": "noteAnchor"}),
    "note-label": Kind("label", Level.INLINE, 65, Crossing.DROP, phrase=True),
    "emphasis": Kind("hi", Level.INLINE, 20),
    # Points: no text inside.
    "page-break": Kind("pb", Level.POINT, 10, Crossing.DROP),
    "hyphenation": Kind("lb", Level.POINT, 10, Crossing.DROP, {"break": "no"}),
    # A sign that says how to read the text and is not read itself: marks of italics (TEI P5, 11.3.4.2).
    "omitted": Kind("metamark", Level.POINT, 10, Crossing.DROP, {"function": "markup"}),
}

QUOTATIONS = ("said", "quote", "q", "so-called")
COUNTED = ("person", "date", "said", "quote", "so-called", "mentioned", "q", "note", "foreign", "work-title")
