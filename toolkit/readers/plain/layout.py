"""The layout: how wide the text is set, and so whether a line end ends a paragraph or only a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.readers.plain.lines import Line

WIDEST_WRAP = 140
NARROWEST_WRAP = 24


@dataclass(frozen=True, slots=True)
class Layout:
    """width: columns of hard-wrapped text, 0 where paragraphs are lines. cased: whether capitals tell anything.

    typical: the median length of the lines.
    """

    width: int
    cased: bool
    typical: int

    def full(self, line: Line, following: Line, slack: int = 0) -> bool:
        """Whether the next line's first word would not have fitted on this line: the line end is the setter's."""
        return line.indent + len(line.text) + 1 + first_word(following.text) > self.width - slack


def layout_of(lines: Sequence[Line]) -> Layout:
    """The layout of a text, from its lines that another follows at once."""
    joined = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if b.gap == 0 and not b.page]
    lengths = sorted(len(line.text) for line in lines)
    typical = lengths[len(lengths) // 2]
    cased = _cased(lines)
    if not joined:
        return Layout(0, cased, typical)
    widths = sorted(line.indent + len(line.text) for line, _ in joined)
    width = widths[min(len(widths) - 1, len(widths) * 97 // 100)]
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return Layout(0, cased, typical)
    layout = Layout(width, cased, typical)
    full = sum(layout.full(line, following, slack=4) for line, following in joined)
    return layout if full >= len(joined) * 0.45 else Layout(0, cased, typical)


def first_word(text: str) -> int:
    """The length of the first word; a long text is not copied."""
    end = text.find(" ", 0, 60)
    return end if end >= 0 else min(len(text), 60)


def _cased(lines: Sequence[Line]) -> bool:
    """Whether the text has capitals and small letters in ordinary proportion."""
    sample = "".join(line.text[:400] for line in lines[:: max(1, len(lines) // 400)])
    upper = sum(map(str.isupper, sample))
    lower = sum(map(str.islower, sample))
    return upper >= 0.005 * (upper + lower) and lower >= 0.4 * (upper + lower)
