"""Units: stretches of lines that belong together whatever they are; what a paragraph, a head or a stanza is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from toolkit.readers.plain.blocks import Block
from toolkit.readers.plain.items import item_of
from toolkit.readers.plain.labels import label_at
from toolkit.readers.plain.layout import Layout
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.signs import is_rule, is_strong_head, underlines

# Most lines begin with a word, and need no closer look for a label ("Note 3:" is one).
BEGINS_WORD = re.compile(r"(?!(?i:foot|note|end|anm|fu[ßs]|voet))[^\W\d_]{3}|[^\W\d_]{2} ")


@dataclass(slots=True)
class Unit:
    """Lines `first` to before `last`.

    gap: blank lines before it. page: whether a page ends before it. soft: it was split off only because it begins as an
    item or a note might, and belongs to the unit before it if it is none. ragged: its line ends are the author's
    (verse, an address). kind: "list", "table", "drama" or "". parts: first line, line after the last and kind of a
    list's items. block: what it is, where that is settled.
    """

    first: int
    last: int
    gap: int
    page: bool = False
    soft: bool = False
    ragged: bool = False
    kind: str = ""
    parts: tuple[tuple[int, int, str], ...] = ()
    block: Block | None = None


def units_of(lines: Sequence[Line], flow: Sequence[int], layout: Layout) -> list[Unit]:
    """The units of the lines whose indexes `flow` lists (those that are no page furniture)."""
    units: list[Unit] = []
    for chunk in _chunks(lines, flow):
        units += _split(lines, chunk, layout)
    return units


def _chunks(lines: Sequence[Line], flow: Sequence[int]) -> Iterator[list[int]]:
    """Runs of lines with no blank line and no page end between them."""
    chunk: list[int] = []
    for index in flow:
        if chunk and (lines[index].gap or lines[index].page or index != chunk[-1] + 1):
            yield chunk
            chunk = []
        chunk.append(index)
    if chunk:
        yield chunk


def _split(lines: Sequence[Line], chunk: list[int], layout: Layout) -> Iterator[Unit]:
    first = chunk[0]
    gap, page = lines[first].gap, lines[first].page
    rooms = _rooms(lines, chunk, layout)
    ragged = _ragged(lines, chunk, layout, rooms)
    start = first
    for index, room in zip(chunk[1:], rooms, strict=True):
        cut, soft = _cut(lines, start, index, layout, ragged, room)
        if cut:
            yield Unit(start, index, gap, page, False, ragged and index - start > 1)
            start, gap, page = index, 0, False
            if soft:
                yield from _soft(lines, start, chunk[-1] + 1, layout, ragged, rooms[start - first :])
                return
    yield Unit(start, chunk[-1] + 1, gap, page, False, ragged and chunk[-1] + 1 - start > 1)


def _rooms(lines: Sequence[Line], chunk: Sequence[int], layout: Layout) -> list[int]:
    """The columns that each line left for the first word of the next; 0 where lines are paragraphs."""
    if not layout.width:
        return [0] * (len(chunk) - 1)
    return [layout.room(lines[a], lines[b]) for a, b in pairwise(chunk)]


def _soft(
    lines: Sequence[Line], start: int, end: int, layout: Layout, ragged: bool, rooms: Sequence[int]
) -> Iterator[Unit]:
    """The rest of a chunk from a line that may begin a note; rooms: those from its first line on."""
    soft = True
    for index, room in zip(range(start + 1, end), rooms, strict=True):
        cut, again = _cut(lines, start, index, layout, ragged, room)
        if cut:
            yield Unit(start, index, 0, False, soft)
            start, soft = index, again
    yield Unit(start, end, 0, False, soft)


def _cut(lines: Sequence[Line], start: int, index: int, layout: Layout, ragged: bool, room: int) -> tuple[bool, bool]:
    """Whether a unit begins at line `index`, and whether it does so only if it is an item or a note.

    room: columns that the line before left free.
    """
    line, before = lines[index], lines[index - 1]
    word = BEGINS_WORD.match(line.text) is not None
    if not word and underlines(line.text, before.text):
        return False, False
    if (not word and is_rule(line.text)) or is_rule(before.text):
        return True, False
    if index - 2 == start and underlines(before.text, lines[start].text):
        return True, False
    if not layout.width:
        return True, False
    if index - 1 == start and room >= 8 and is_strong_head(before.text):
        return True, False
    if not ragged and _new_paragraph(before, line, layout, room):
        return True, False
    if word:
        return False, False
    label = label_at(line.text)
    if label or item_of(line.text):
        soft = (label is not None and label.strong) or before.finished or ragged or room >= 4
        return soft, soft
    return False, False


def _new_paragraph(before: Line, line: Line, layout: Layout, room: int) -> bool:
    """Whether a paragraph ends between two lines of hard-wrapped prose; room: columns that the first line left free."""
    if 0 < line.indent - before.indent <= 10:
        return room >= 4 or (before.finished and not line.starts_low)
    if room < 10 or not before.finished or not layout.even:
        return False
    return before.text[-1] not in ":;" and (not line.starts_low or not layout.cased)


def _ragged(lines: Sequence[Line], chunk: Sequence[int], layout: Layout, rooms: Sequence[int]) -> bool:
    """Whether most line ends of a chunk are not the setter's."""
    if not layout.width or len(chunk) < 2 or sum(room >= 6 for room in rooms) < 0.7 * len(rooms):
        return False
    pairs = [(lines[a], lines[b]) for a, b in pairwise(chunk)]
    if not layout.even and max(len(line.text) for line, _ in pairs) > 0.75 * layout.width:
        return False
    # A narrower measure (a block quotation) is full against its own width.
    if len(pairs) < 3:
        return True
    own = Layout(max(line.indent + len(line.text) for line, _ in pairs), layout.cased)
    low = sum(b.starts_low for _, b in pairs)
    filled = sum(own.room(a, b) < 0 for a, b in pairs)
    return not (filled >= 0.75 * len(pairs) and low >= 0.3 * len(pairs))
