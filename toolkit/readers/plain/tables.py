"""Tables: lines whose cells tabs, bars or the same blank columns part (TEI P5, 14.1.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.units import Unit

FEWEST_ROWS = 3
# Running text set in columns has long cells: all columns of a table but one are narrow.
NARROW, WIDE = 20, 48
CLEAR_GAP = 3
RULING = re.compile(r"(?=.*[-=_]{2})[-=_+|: ]+")
CELLS = {
    "\t": re.compile(r"[^\t\s](?:[^\t]*[^\t\s])?"),
    "|": re.compile(r"\|?[^|]+(?:\|$)?"),
    " ": re.compile(r"\S+(?: \S+)*"),
}


def with_tables(lines: Sequence[Line], units: Sequence[Unit]) -> list[Unit]:
    """The units, with the lines of each table in a unit of its own: kind "table", a part a row."""
    tables = _tables(lines)
    table = next(tables, None)
    kept: list[Unit] = []
    for unit in units:
        while table and table[1] <= unit.first:
            table = next(tables, None)
        if table is None or unit.kind or unit.last <= table[0]:
            kept.append(unit)
            continue
        if unit.first < table[0]:
            kept.append(replace(unit, last=table[0]))
        first, last = max(unit.first, table[0]), min(unit.last, table[1])
        if kept and kept[-1].kind == "table" and first > table[0]:
            kept[-1] = _table(lines, replace(kept[-1], last=last))
        else:
            kept.append(_table(lines, replace(unit, first=first, last=last, soft=False)))
        if last < unit.last:
            kept.append(Unit(last, unit.last, 0, ragged=unit.ragged))
    return kept


def cells_of(row: Sequence[Line]) -> list[tuple[int, int]]:
    """The stretches of a row's cells; a bar belongs to the cell after it, a line drawn below to the last."""
    first = row[0].start
    spans = [(first + match.start(), first + match.end()) for match in _cells(row[0])]
    return [*spans[:-1], (spans[-1][0], row[-1].end)]


def marks_of(row: Sequence[Line]) -> list[tuple[int, int]]:
    """The stretches of what is only drawn: the bars between a row's cells, and a line below it."""
    drawn = [(line.start, line.end) for line in row[1:]]
    if _separator(row[0].text) != "|":
        return drawn
    first = row[0].start
    return [*((first + match.start(), first + match.end()) for match in re.finditer(r"\|", row[0].text)), *drawn]


def _table(lines: Sequence[Line], unit: Unit) -> Unit:
    rows = [index for index in range(unit.first, unit.last) if not RULING.fullmatch(lines[index].text)]
    parts = tuple((a, b, "row") for a, b in pairwise([*rows, unit.last]))
    return replace(unit, kind="table", ragged=False, parts=parts)


def _tables(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """First line and line after the last of each run of rows that is surely a table."""
    first = 0
    while first < len(lines):
        last = first + 1
        count = _count(lines[first])
        while count > 1 and last < len(lines) and _goes_on(lines[first], lines[last], count):
            last += 1
        while RULING.fullmatch(lines[last - 1].text) and last - 1 > first:
            last -= 1
        rows = [line for line in lines[first:last] if not RULING.fullmatch(line.text)]
        if len(rows) >= FEWEST_ROWS and _is_table(rows):
            yield first, last
        first = last


def _goes_on(row: Line, line: Line, count: int) -> bool:
    if line.gap or line.page:
        return False
    if RULING.fullmatch(line.text):
        return True
    return _separator(row.text) == _separator(line.text) and _count(line) == count


def _separator(text: str) -> str:
    return "\t" if "\t" in text else "|" if "|" in text else " "


def _cells(line: Line) -> list[re.Match[str]]:
    return list(CELLS[_separator(line.text)].finditer(line.text))


def _count(line: Line) -> int:
    """How many cells a line has; 0 for one that has none or too much to be a row."""
    if not ("  " in line.text or "\t" in line.text or "|" in line.text) or RULING.fullmatch(line.text):
        return 0
    return len(_cells(line))


def _is_table(rows: Sequence[Line]) -> bool:
    """Whether lines of as many cells each are rows: narrow columns, whose blanks stand above one another."""
    columns = list(zip(*(_cells(row) for row in rows), strict=True))
    widths = [sum(len(cell.group().strip()) for cell in column) / len(rows) for column in columns]
    if max(widths) > WIDE or sum(width > NARROW for width in widths) > 1:
        return False
    return _separator(rows[0].text) != " " or all(_parted(rows, a, b) for a, b in pairwise(columns))


def _parted(rows: Sequence[Line], left: Sequence[re.Match[str]], right: Sequence[re.Match[str]]) -> bool:
    """Whether a blank column runs down between two columns, and clearly so in most rows."""
    ends = [row.indent + cell.end() for row, cell in zip(rows, left, strict=True)]
    starts = [row.indent + cell.start() for row, cell in zip(rows, right, strict=True)]
    clear = sum(b - a >= CLEAR_GAP for a, b in zip(ends, starts, strict=True))
    return max(ends) < min(starts) and 2 * clear > len(rows)
