"""Lists: units that begin with bullets, or with numbers or letters that count up (TEI P5, 3.8)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from toolkit.readers.plain.items import Item, item_of
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.signs import is_rule, is_strong_head
from toolkit.readers.plain.units import Unit

LONGEST_ITEM = 600
DASHES = ("—", "–")


def with_lists(lines: Sequence[Line], units: Sequence[Unit], notes: Collection[int]) -> tuple[list[Unit], list[int]]:
    """The units with those of a list joined into one (kind "list"), and which unit each of them was first."""
    joined: list[Unit] = []
    origin: list[int] = []
    index = 0
    while index < len(units):
        last, parts = _list_from(lines, units, notes, index)
        if parts:
            first = units[index]
            end = units[last - 1].last
            joined.append(Unit(first.first, end, first.gap, first.page, kind="list", parts=tuple(parts)))
            origin.append(index)
        else:
            joined += units[index:last]
            origin += range(index, last)
        index = last
    return joined, origin


def _list_from(
    lines: Sequence[Line], units: Sequence[Unit], notes: Collection[int], start: int
) -> tuple[int, list[tuple[int, int, str]]]:
    """The unit after the list that begins at unit `start`, and its items' lines.

    Where there is no list there are no items, and the unit is that after what was looked at in vain.
    """
    first = _item(lines, units, notes, start)
    if not first or first.style in DASHES or (first.values and 1 not in first.values):
        return start + 1, []
    runs = [_run(lines, units, notes, start, first.style, value) for value in (first.values or (0,)) if value in (0, 1)]
    members = max(runs, key=len)
    if len(members) < (3 if first.style == "1" else 2):
        return start + 1, []
    spans = [lines[units[member].last - 1].end - lines[units[member].first].start for member in members]
    if sum(spans) > LONGEST_ITEM * len(spans):
        return members[-1] + 1, []
    parts = []
    for place, member in enumerate(members):
        last = units[members[place + 1] - 1] if place + 1 < len(members) else units[member]
        parts.append((units[member].first, last.last, "item"))
    return members[-1] + 1, parts


def _item(lines: Sequence[Line], units: Sequence[Unit], notes: Collection[int], index: int) -> Item | None:
    if index in notes:
        return None
    text = lines[units[index].first].text
    return None if is_rule(text) or is_strong_head(text) else item_of(text)


def _run(
    lines: Sequence[Line], units: Sequence[Unit], notes: Collection[int], start: int, style: str, value: int
) -> list[int]:
    """The units from `start` on that go on counting in this style; deeper units between them belong to an item."""
    members = [start]
    indent = lines[units[start].first].indent
    index = start + 1
    while index < len(units) and index not in notes and not units[index].page:
        item = _item(lines, units, notes, index)
        expected = value + len(members) if value else 0
        if item and item.style == style and (not value or expected in item.values):
            # Behind hyphens that blank lines part people speak.
            if units[index].gap > (0 if style == "-" else 1 + units[members[0] + 1].gap):
                break
            members.append(index)
        elif lines[units[index].first].indent <= indent + 1 or is_rule(lines[units[index].first].text):
            break
        index += 1
    return members


def items_of_lines(lines: Sequence[Line], first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Every line an item (a table of contents), a deeper line going with the one before."""
    start = first
    for index in range(first + 1, last):
        if lines[index].indent <= lines[first].indent + 3 or lines[index].gap:
            yield start, index, "item"
            start = index
    yield start, last, "item"
