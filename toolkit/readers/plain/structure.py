"""Structure: from text to annotations, one step after the other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from toolkit.model.annotation import Annotation
from toolkit.readers.plain.assembly import Found, annotations_of
from toolkit.readers.plain.drama import with_drama
from toolkit.readers.plain.drama_scenes import scenes_of
from toolkit.readers.plain.front import byline_apart, title_page
from toolkit.readers.plain.heads import heads_of
from toolkit.readers.plain.layout import Layout, layout_of
from toolkit.readers.plain.lines import Line, lines_of
from toolkit.readers.plain.lists import with_lists
from toolkit.readers.plain.notes import notes_of
from toolkit.readers.plain.pages import furniture_of, inline_numbers
from toolkit.readers.plain.sections import shaped
from toolkit.readers.plain.signs import is_rule, is_strong_head
from toolkit.readers.plain.tables import with_tables
from toolkit.readers.plain.units import Unit, units_of


class Remark(NamedTuple):
    """Something to say of a place in the text: a code, an offset, and the values of its message."""

    code: str
    offset: int
    values: Mapping[str, str]


def structure_of(text: str, by: str) -> tuple[list[Annotation], list[Remark]]:
    """The annotations of a text's structure, not sorted, and remarks on what could not be settled."""
    lines = lines_of(text)
    furniture = furniture_of(lines)
    layout = layout_of([line for index, line in enumerate(lines) if index not in furniture])
    flow = [index for index in range(len(lines)) if index not in furniture]
    units = units_of(lines, flow, layout)
    notes = notes_of(text, lines, units)
    aside = notes.units | notes.rules
    listed, origin = with_lists(lines, units, aside)
    kept = _rejoined(lines, [(unit, first in aside) for unit, first in zip(listed, origin, strict=True)], layout)
    kept = byline_apart(lines, with_tables(lines, kept))
    kept = with_drama(text, lines, kept, {*furniture, *_lines_aside(units, aside)}, layout)
    kept, heads = scenes_of(text, lines, kept, heads_of(lines, kept, layout))
    leading = title_page(lines, kept, heads, layout)
    blocks, wraps = shaped(lines, kept, heads, leading, layout)
    inside = inline_numbers(text, lines, furniture)
    rules = [units[index].first for index in sorted(notes.rules)]
    annotations = annotations_of(Found(text, lines, blocks, wraps, len(leading), furniture, notes, rules, inside, by))
    return annotations, [Remark(*remark) for remark in notes.remarks]


def _lines_aside(units: Sequence[Unit], aside: Collection[int]) -> Iterator[int]:
    """The lines of the units that are no text but notes, and the lines drawn above them."""
    for index in aside:
        yield from range(units[index].first, units[index].last)


def _rejoined(lines: Sequence[Line], units: Sequence[tuple[Unit, bool]], layout: Layout) -> list[Unit]:
    """The units that are no notes, with those joined that a false label, a page end or a note had parted."""
    kept: list[Unit] = []
    parted = False
    for unit, is_note in units:
        before = kept[-1] if kept else None
        if is_note:
            parted = True
            continue
        crossing = parted or unit.page or (before is not None and unit.first != before.last)
        joins = before and not unit.kind and not before.kind
        if before and joins and ((unit.soft and not parted) or (crossing and _runs_on(lines, before, unit, layout))):
            kept[-1] = Unit(before.first, unit.last, before.gap, before.page, before.soft, before.ragged)
        else:
            kept.append(unit)
        parted = False
    return kept


def _runs_on(lines: Sequence[Line], before: Unit, after: Unit, layout: Layout) -> bool:
    """Whether a sentence that a page end or a note interrupts goes on after it."""
    last, first = lines[before.last - 1], lines[after.first]
    open_ended = not last.finished or last.text[-1] in ":;"
    if len(last.text) <= 20 or before.ragged or after.ragged:
        return False
    if open_ended and first.starts_low:
        return True
    if not layout.width or layout.room(last, first) >= 2 or first.indent > last.indent + 1:
        return False
    if is_strong_head(first.text) or first.text.isupper() or is_rule(first.text) or is_rule(last.text):
        return False
    # A full line ends no paragraph, unless by chance: then only an indent would tell, where the text has them.
    return open_ended or layout.indented
