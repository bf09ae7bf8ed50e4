"""Structure: from text to annotations, one step after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from toolkit.model.annotation import Annotation, Certainty
from toolkit.readers.plain.assembly import Found, annotations_of
from toolkit.readers.plain.blocks import Block
from toolkit.readers.plain.front import title_page
from toolkit.readers.plain.heads import heads_of
from toolkit.readers.plain.layout import layout_of
from toolkit.readers.plain.lines import Line, lines_of
from toolkit.readers.plain.notes import Notes, notes_of
from toolkit.readers.plain.pages import furniture_of
from toolkit.readers.plain.signs import is_rule
from toolkit.readers.plain.units import Unit, units_of


class Remark(NamedTuple):
    """Something to say of a place in the text: a code, an offset, and the values of its message."""

    code: str
    offset: int
    values: Mapping[str, str]


def structure_of(text: str, by: str) -> tuple[list[Annotation], list[Remark]]:
    """The annotations of a text's structure, not sorted, and remarks on what could not be settled."""
    lines = lines_of(text)
    layout = layout_of(lines)
    furniture = furniture_of(lines, layout)
    flow = [index for index in range(len(lines)) if index not in furniture]
    units = units_of(lines, flow, layout)
    notes = notes_of(text, lines, units, layout)
    units = _rejoined(lines, units, notes)
    heads = heads_of(lines, units, layout)
    leading = title_page(lines, units, heads, layout)
    blocks = leading + _classified(lines, units[len(leading) :], {i - len(leading): b for i, b in heads.items()})
    found = Found(text, lines, blocks, len(leading), furniture, notes, by)
    remarks = [Remark(code, offset, values) for code, offset, values in notes.remarks]
    return annotations_of(found), remarks


def _rejoined(lines: Sequence[Line], units: Sequence[Unit], notes: Notes) -> list[Unit]:
    """The units that are no notes, with those joined that a false label, a page end or a note had parted."""
    kept: list[Unit] = []
    parted = False
    for index, unit in enumerate(units):
        if index in notes.units:
            parted = True
            continue
        before = kept[-1] if kept else None
        crossing = parted or unit.page or (before is not None and unit.first != before.last)
        if before and (
            (unit.soft and not parted) or (crossing and _runs_on(lines[before.last - 1], lines[unit.first]))
        ):
            kept[-1] = Unit(before.first, unit.last, before.gap, before.page, before.soft, before.ragged)
        else:
            kept.append(unit)
        parted = False
    return kept


def _runs_on(before: Line, after: Line) -> bool:
    """Whether a sentence that a page end interrupts goes on after it."""
    if before.finished and before.text[-1] not in ":;":
        return False
    return after.starts_low


def _classified(lines: Sequence[Line], units: Sequence[Unit], heads: Mapping[int, Block]) -> list[Block]:
    blocks: list[Block] = []
    for index, unit in enumerate(units):
        if index in heads:
            blocks.append(heads[index])
        elif unit.last - unit.first == 1 and is_rule(lines[unit.first].text):
            blocks.append(Block("rule", unit.first, unit.last))
        else:
            blocks.append(Block("p", unit.first, unit.last, Certainty.HIGH))
    return blocks
