"""Lines: the text's lines that hold something, with where they stand and what parts them from the line before."""

from __future__ import annotations

import re
from typing import NamedTuple

TAB = 8
PIECE = re.compile(r"[^\n\f]+|[\n\f]")
TERMINAL = re.compile(r"[.!?…:;。！？]['\"’”»›)\]*_}]*$|[.!?…]['\"’”»›)\]*_} ]*(?:\d{1,3}|\[\d{1,3}\]|[*†‡§¹²³⁰-⁹]+)$")
OPENING = "\"'“”„‚‘’«»‹›([—–-_*¿¡ "


class Line(NamedTuple):
    """A line that is not blank.

    start, end: offsets of its first character that is no space, and after its last. indent: columns before it.
    gap: blank lines before it. page: whether a form feed stands before it. text: from start to end.
    """

    start: int
    end: int
    indent: int
    gap: int
    page: bool
    text: str

    @property
    def finished(self) -> bool:
        """Whether it ends as a sentence does."""
        return TERMINAL.search(self.text[-12:]) is not None

    @property
    def starts_low(self) -> bool:
        """Whether its first letter, after any opening marks, is a small one."""
        return self.text.lstrip(OPENING)[:1].islower()


def lines_of(text: str) -> list[Line]:
    """The lines of `text`; form feeds end lines as line feeds do."""
    lines: list[Line] = []
    start = gap = 0
    page = False
    for paged in text.split("\f"):
        for raw in paged.split("\n"):
            stripped = raw.strip()
            if stripped:
                begin, indent = start, 0
                if raw[0] != stripped[0]:
                    before = len(raw) - len(raw.lstrip())
                    begin, indent = start + before, len(raw[:before].expandtabs(TAB))
                lines.append(Line(begin, begin + len(stripped), indent, gap, page, stripped))
                gap, page = 0, False
            else:
                gap += 1
            start += len(raw) + 1
        page = True
        gap = max(0, gap - 1)
    return lines
