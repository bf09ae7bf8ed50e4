"""Line breaking of plain text. The stylesheet xslt/text writes one block a line and says how it is indented."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from toolkit.renderers.columns import broken_at, columns
from toolkit.renderers.tables import Cell, Row, table_lines

BLOCK = re.compile("([\ufdd0\ufdd3\ufdd7])([0-9]+),([0-9]+);")
LABEL, ROW = "\ufdd3", "\ufdd7"
LINE_END = "\ufdd4"
CELL = re.compile("\ufdd8([0-9]+),([0-9]+);([^\ufdd8]*)")
NUMBER = re.compile("\ufdd9([^\ufdd9]*)\ufdd9")
# A marker that belongs to the end of the block before it.
TAIL = re.compile("\n+\ufdda([^\n]*)")
# A marker of a note stands behind the word in which it is called, never inside it.
MARKER = re.compile("((?:\ufdd1[^\ufdd2]*\ufdd2)+)([\\w’'\u00ad-]*\\w)")
# Deletions that touch are one.
TOUCHING = "\ufdd6\ufdd5"
SIGNS = str.maketrans({"\ufdd1": None, "\ufdd2": None, "\ufdd5": "⟦", "\ufdd6": "⟧"})
LEAST = 20  # columns of a line, however deep its indent


def broken(blocks: str, width: int) -> str:
    """The blocks in lines of at most `width` columns (0: one line a block), at most two of them blank in a row.

    A word longer than a line stands alone on its line, whole.
    """
    page = _Page(width)
    for is_row, group in groupby(_marked(blocks), key=lambda block: block.startswith(ROW)):
        if is_row:
            page.table([_row(block) for block in group])
        else:
            for block in group:
                page.block(block)
    return page.text()


def _marked(blocks: str) -> list[str]:
    """The blocks, with the signs of markers and of changes as they are read."""
    tailed = TAIL.sub(r"\1", blocks) if "\ufdda" in blocks else blocks
    return MARKER.sub(r"\2\1", tailed).replace(TOUCHING, "").translate(SIGNS).split("\n")


@dataclass(slots=True)
class _Page:
    """The lines so far. blank: blank ones at their end. label: what the next block begins with, and its indent."""

    width: int
    lines: list[str] = field(default_factory=list)
    blank: int = 2  # none at the start
    label: tuple[str, int] | None = None

    def table(self, rows: Sequence[Row]) -> None:
        """The rows of a table, below a label that waits."""
        if self.label:
            self.lines.append(" " * self.label[1] + self.label[0].rstrip())
            self.label = None
        self.lines.extend(table_lines(rows, self.width))
        self.blank = 0

    def block(self, block: str) -> None:
        """A block of text, a label of the next one, or a blank line."""
        match = BLOCK.match(block)
        if match is None:
            self._blank_line()
            return
        text, first = block[match.end() :], int(match[2])
        if self.label:
            text, first = self.label[0] + text, self.label[1]
        if match[1] == LABEL:
            self.label = text, first
            return
        self.label = None
        self.lines.extend(_numbered(text, first, int(match[3]), self.width))
        self.blank = 0

    def _blank_line(self) -> None:
        if self.blank < 2 and self.label is None:
            self.lines.append("")
            self.blank += 1

    def text(self) -> str:
        """All lines, with none blank at the end."""
        while self.lines and not self.lines[-1]:
            self.lines.pop()
        return "\n".join(self.lines) + "\n" if self.lines else ""


def _row(block: str) -> Row:
    match = BLOCK.match(block)
    assert match is not None, "rows begin with their indent"
    cells = (Cell(_on_one_line(cell[3]), int(cell[1]), int(cell[2])) for cell in CELL.finditer(block))
    return Row(int(match[2]), match[3] == "1", tuple(cells))


def _on_one_line(text: str) -> str:
    return " ".join(text.replace(LINE_END, " ").split())


def _numbered(text: str, first: int, rest: int, width: int) -> Iterator[str]:
    """The lines of a block; a verse line's number stands at the right edge."""
    number = NUMBER.search(text)
    lines = _lines(NUMBER.sub("", text), first, rest, width - len(number[1]) - 2 if number and width else width)
    if number is None:
        yield from lines
        return
    for place, line in enumerate(lines):
        gap = max(2, width - columns(line) - len(number[1]))
        yield line if place else line + " " * gap + number[1]


def _lines(text: str, first: int, rest: int, width: int) -> Iterator[str]:
    for part in filter(None, (part.strip(" ") for part in text.split(LINE_END))):
        if not width or (len(part) <= 4 * width and first + columns(part) <= width):
            yield " " * first + part
            first = rest
            continue
        for line in broken_at(part, max(width - first, LEAST), max(width - rest, LEAST)):
            yield " " * first + line
            first = rest
