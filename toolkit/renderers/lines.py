"""Line breaking of plain text. The stylesheet xslt/text writes one block a line and says how it is indented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

BLOCK = re.compile("([\ufdd0\ufdd3])([0-9]+),([0-9]+);")
LABEL = "\ufdd3"
LINE_END = "\ufdd4"
# A marker of a note stands behind the word in which it is called, never inside it.
MARKER = re.compile("((?:\ufdd1[^\ufdd2]*\ufdd2)+)([\\w’'\u00ad-]*\\w)")
SIGNS = str.maketrans("", "", "\ufdd1\ufdd2")


def broken(blocks: str, width: int) -> str:
    """The blocks in lines of at most `width` columns (0: one line a block), at most two of them blank in a row.

    A word longer than a line stands alone on its line, whole.
    """
    lines: list[str] = []
    blank = 2  # none at the start
    label: tuple[str, int] | None = None
    for block in MARKER.sub(r"\2\1", blocks).translate(SIGNS).split("\n"):
        match = BLOCK.match(block)
        if match is None:
            if blank < 2 and label is None:
                lines.append("")
                blank += 1
            continue
        text, first, rest = block[match.end() :], int(match[2]), int(match[3])
        if match[1] == LABEL:
            label = (label[0] + text, label[1]) if label else (text, first)
            continue
        if label:
            text, first, label = label[0] + text, label[1], None
        for part in filter(None, (part.strip(" ") for part in text.split(LINE_END))):
            lines.extend(_lines(part, first, rest, width))
            first = rest
        blank = 0
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines) + "\n" if lines else ""


def _lines(text: str, first: int, rest: int, width: int) -> Iterator[str]:
    if not width or first + len(text) <= width:
        yield " " * first + text
        return
    start = 0
    indent = first
    while start < len(text):
        match = _line(max(width - indent, 20)).match(text, start)
        assert match is not None, "the pattern matches any text"
        yield " " * indent + match[1]
        start = match.end()
        indent = rest


@cache
def _line(columns: int) -> re.Pattern[str]:
    """As many whole words as `columns` hold, or one longer word; then the space after them."""
    return re.compile(rf"(\S.{{0,{columns - 1}}}(?=\s|$)|\S+)(?:\s+|$)".replace(r"\s", " ").replace(r"\S", "[^ ]"))
