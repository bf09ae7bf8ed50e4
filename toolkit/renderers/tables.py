"""Tables of plain text: cells under one another in columns.

Only the last column is wrapped: a reader, and a search, meets the words of each row in their order. A table whose other
columns leave it no room has its rows run on, cell after cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.renderers.columns import broken_at, columns

GAP = "  "
LEAST = 16  # columns that the last cell wants


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, and how many columns and rows it spans."""

    text: str
    across: int = 1
    down: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its indent, whether it holds the columns' names, its cells."""

    indent: int
    is_label: bool
    cells: tuple[Cell, ...]


def table_lines(rows: Sequence[Row], width: int) -> Iterator[str]:
    """The lines of a table that may be `width` columns wide (0: as wide as it needs)."""
    grid = [*_placed(rows)]
    widths = _widths(grid)
    filled = 1 + max((place for place, one in enumerate(widths) if one), default=0)
    *before, last = widths[:filled] or [0]
    margin = sum(before) + len(GAP) * len(before)  # what stands before the last column that holds anything
    for row, placed in zip(rows, grid, strict=True):
        if not any(cell.text for cell in placed):
            continue
        room = width - row.indent
        if width and margin + min(last, LEAST) > room:
            yield from _run_on(row, room)
            continue
        yield from _in_columns(placed, widths, row.indent, room if width else 0)
        if row.is_label:
            shown = min(last, room - margin) if width else last
            yield " " * row.indent + GAP.join("-" * max(1, one) for one in (*before, shown))


def _widths(grid: Sequence[Sequence[Cell]]) -> list[int]:
    """How wide each column is: as its widest cell of one column."""
    return [
        max((columns(row[place].text) for row in grid if place < len(row) and row[place].across == 1), default=0)
        for place in range(max(map(len, grid), default=0))
    ]


def _placed(rows: Sequence[Row]) -> Iterator[list[Cell]]:
    """Each row's cells, one for each column: an empty one where a cell spans columns, or rows from above."""
    from_above: dict[int, int] = {}
    for row in rows:
        placed: list[Cell] = []
        for cell in (*row.cells, None):
            while from_above.get(len(placed), 0):
                from_above[len(placed)] -= 1
                placed.append(Cell(""))
            if cell is None:
                break
            if cell.down > 1:
                from_above |= {len(placed) + more: cell.down - 1 for more in range(cell.across)}
            placed += [cell, *[Cell("", across=0)] * (cell.across - 1)]
        yield placed


def _in_columns(cells: Sequence[Cell], widths: Sequence[int], indent: int, room: int) -> Iterator[str]:
    line, wanted = "", 0
    for place, cell in enumerate(cells):
        if not cell.across:
            wanted += widths[place] + len(GAP)
            continue
        line += " " * (wanted - columns(line)) if columns(line) <= wanted else GAP
        if cell.text and not any(later.text for later in cells[place + 1 :]):
            start = columns(line)
            for number, part in enumerate(
                broken_at(cell.text, *[max(room - start, LEAST) if room else len(cell.text) * 2] * 2)
            ):
                yield " " * indent + (line if number == 0 else " " * start) + part
            return
        line += cell.text
        wanted += widths[place] + len(GAP)


def _run_on(row: Row, room: int) -> Iterator[str]:
    text = " | ".join(cell.text for cell in row.cells)
    for number, part in enumerate(broken_at(text, max(room, LEAST), max(room - 4, LEAST))):
        yield " " * (row.indent + (4 if number else 0)) + part
