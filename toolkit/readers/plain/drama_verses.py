"""Shared verses: a line of verse that one speaker begins and another ends, as the setting shows (TEI P5, 7.2.5)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from toolkit.readers.plain.blocks import Block, Span
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.units import Unit

FAR_IN = 8  # columns that the rest of a verse stands in from where verses begin
MOST_APART = 4  # columns between the end of one part and the beginning of the next


def with_shared_verses(lines: Sequence[Line], units: Sequence[Unit]) -> list[Unit]:
    """The units, with the verses marked that go on, far in, below where the speaker before broke off."""
    found = list(units)
    starts = [line.start for line in lines]
    before = -1
    for index, unit in enumerate(found):
        block = unit.block
        if not block or block.kind not in ("sp", "stage"):
            before = -1
        elif block.kind == "sp":
            first = found[before].block if before >= 0 else None
            if first and _goes_on(lines, starts, first, block):
                found[before], found[index] = _parted(found[before], first, "I"), _parted(unit, block, "F")
            before = index
    return found


def _goes_on(lines: Sequence[Line], starts: Sequence[int], before: Block, block: Block) -> bool:
    """Whether a speech begins where, in columns, the verse before it ends."""
    last, first = _verse(before, -1), _verse(block, 0)
    if last < 0 or first < 0:
        return False
    ended, begun = before.spans[last], block.spans[first]
    end = _column(lines, starts, ended.start) + len(_on_one_line(lines, starts, ended))
    begins = _column(lines, starts, begun.start)
    others = [span for span in (*before.spans, *block.spans) if span.kind == "l" and span not in (begun, ended)]
    margin = min([_column(lines, starts, span.start) for span in (*others, ended)])
    return begins >= margin + FAR_IN and abs(begins - end) <= MOST_APART


def _on_one_line(lines: Sequence[Line], starts: Sequence[int], span: Span) -> str:
    line = lines[bisect_right(starts, span.start) - 1]
    return line.text[span.start - line.start : span.end - line.start]


def _column(lines: Sequence[Line], starts: Sequence[int], offset: int) -> int:
    """The column of a place in the text."""
    line = lines[bisect_right(starts, offset) - 1]
    return line.indent + offset - line.start


def _verse(block: Block, place: int) -> int:
    """The index of the first or last verse among the spans of a speech, -1 for none."""
    verses = [index for index, span in enumerate(block.spans) if span.kind == "l"]
    return verses[place] if verses else -1


def _parted(unit: Unit, block: Block, part: str) -> Unit:
    """The unit with its last verse the beginning of a shared one, or its first the end; both make a middle."""
    index = _verse(block, -1 if part == "I" else 0)
    spans = list(block.spans)
    spans[index] = spans[index]._replace(part="M" if spans[index].part else part)
    return replace(unit, block=replace(block, spans=tuple(spans)))
