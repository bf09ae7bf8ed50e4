"""Notes that run on: a note that the foot of its page had no room for goes on at the foot of the next."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from toolkit.readers.plain.bodies import Reach
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.signs import is_rule
from toolkit.readers.plain.units import Unit

HYPHEN = re.compile(r"[^\W\d_]-$")


def continuations(reach: Reach) -> Mapping[int, int]:
    """Unit of a note -> the unit, at the foot of the next page, with which it goes on.

    The note is the last of its page and breaks off amid a sentence; the unit has no label, begins amid one, and stands
    below the next page's text and above its notes. Where letters' case tells nothing, a drawn line must part it off.
    """
    capitals = any(line.text[0].isupper() and not line.text.isupper() for line in reach.lines)
    last_of = {reach.last_unit(unit): unit for unit in reach.pairs}
    found = {}
    for (first, last), (following, end) in pairwise(_pages(reach.units)):
        note = last_of.get(last - 1)
        if note is None or note < first or not reach.labelled[note].foot or not _breaks_off(reach, last - 1):
            continue
        unit = _above_the_notes(reach, following, end, capitals=capitals)
        if unit is not None:
            found[note] = unit
    return found


def _pages(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """First unit and unit after the last of each page: form feeds and page furniture part them."""
    starts = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(units)) if b.page or a.last != b.first), len(units)]
    return list(pairwise(starts))


def _breaks_off(reach: Reach, unit: int) -> bool:
    """Whether the unit's last line ends amid a sentence; a citation may lack its full stop, but ends with a number."""
    line = reach.lines[reach.units[unit].last - 1]
    return HYPHEN.search(line.text) is not None or not (line.finished or line.text[-1].isdigit())


def _above_the_notes(reach: Reach, first: int, end: int, *, capitals: bool) -> int | None:
    """The unit of a page that may go on with a note: the last before its notes, with text before it."""
    notes = [unit for unit in reach.pairs if first <= unit < end and reach.labelled[unit].foot]
    unit = min(notes, default=end) - 1
    if unit <= first or unit in reach.labelled or unit in _taken(reach, first, unit):
        return None
    line, above = reach.lines[reach.units[unit].first], reach.lines[reach.units[unit - 1].first]
    if not line.starts_low or is_rule(line.text):
        return None
    return unit if is_rule(above.text) or (capitals and _text_ends(reach.lines, reach.units[unit - 1])) else None


def _taken(reach: Reach, first: int, unit: int) -> Collection[int]:
    """The units from `first` to `unit` that belong to notes."""
    begun = [other for other in reach.pairs if first <= other <= unit]
    return {inner for other in begun for inner in range(other, reach.last_unit(other) + 1)}


def _text_ends(lines: Sequence[Line], unit: Unit) -> bool:
    """Whether a paragraph stands before the unit: a text line of some length."""
    return not unit.kind and len(lines[unit.first].text) > 20
