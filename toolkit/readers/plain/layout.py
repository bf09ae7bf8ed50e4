"""The layout: how wide the text is set, and so whether a line end ends a paragraph or only a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from toolkit.readers.plain.lines import OPENING, Line

WIDEST_WRAP = 140
NARROWEST_WRAP = 24
LONGEST_WORD = 60


@dataclass(frozen=True, slots=True)
class Layout:
    """width: columns of hard-wrapped text, 0 where paragraphs are lines. cased: whether capitals tell anything.

    margin: columns before most lines that go on from another. gap: blank lines
    between most paragraphs. indented: whether paragraphs begin with an indent instead of a blank line before them.
    even: whether lines are filled; a text may also be broken at clauses.
    """

    width: int
    cased: bool
    margin: int = 0
    gap: int = 0
    indented: bool = False
    even: bool = True

    def room(self, line: Line, following: Line) -> int:
        """Columns that were left for the next line's first word: below 0 the line end is the setter's."""
        word = following.text.find(" ", 0, LONGEST_WORD)
        if word < 0:
            word = min(len(following.text), LONGEST_WORD)
        return self.width - line.indent - len(line.text) - 1 - word


def layout_of(lines: Sequence[Line]) -> Layout:
    """The layout of a text, from its lines that another follows at once."""
    joined = [(a, b) for a, b in pairwise(lines) if b.gap == 0 and not b.page]
    gap = Counter(line.gap for line in lines[1:] if line.gap).most_common(1)
    loose = Layout(0, _cased(lines), gap=gap[0][0] if gap else 0)
    if not joined:
        return loose
    widths = sorted(line.indent + len(line.text) for line, _ in joined)
    width = widths[min(len(widths) - 1, len(widths) * 97 // 100)]
    wider = sum(line.indent + len(line.text) > 1.3 * width for line in lines)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP or wider > len(lines) / 10 or _is_verse(joined, width, loose):
        return loose
    margin = Counter(line.indent for _, line in joined).most_common(1)[0][0]
    indents = sum(a.indent < b.indent <= a.indent + 10 and a.finished for a, b in joined)
    layout = Layout(width, loose.cased, margin, loose.gap, indents > max(2, len(joined) // 60))
    # Short lines tell nothing (addresses, tables of contents): of the long ones most must be full.
    long = [(a, b) for a, b in joined if a.indent + len(a.text) >= 0.7 * width]
    full = sum(layout.room(a, b) < 4 for a, b in long)
    needed = 0.6 if loose.cased else 0.68 if width >= 60 else 0.85
    if len(long) >= 0.3 * len(joined) and full >= needed * len(long):
        return layout
    return replace(layout, even=False) if _breaks_at_clauses(joined, loose) else loose


def _breaks_at_clauses(joined: Sequence[tuple[Line, Line]], layout: Layout) -> bool:
    """Whether lines end amid sentences though they are not filled, and blank lines part the paragraphs."""
    if len(joined) < 8 or not layout.gap:
        return False
    amid = sum(a.text[-1] not in '.!?"”’»' and (b.starts_low or not layout.cased) for a, b in joined)
    length = sum(len(a.text) for a, _ in joined) / len(joined)
    return amid >= 0.5 * len(joined) and length >= (40 if layout.cased else 52)


def _is_verse(joined: Sequence[tuple[Line, Line]], width: int, layout: Layout) -> bool:
    """Whether the whole text is verse: narrow lines of which nearly all begin with a capital."""
    if not layout.cased or width > 80 or len(joined) < 3:
        return False
    low = (line for _, line in joined if not starts_high(line))
    return next(islice(low, int(0.15 * len(joined)), None), None) is None


def starts_high(line: Line) -> bool:
    """Whether a line's first letter is a capital."""
    return line.text.lstrip(OPENING)[:1].isupper()


def _cased(lines: Sequence[Line]) -> bool:
    """Whether the text has capitals and small letters in ordinary proportion."""
    sample = "".join(line.text[:400] for line in lines[:: max(1, len(lines) // 400)])
    upper = sum(map(str.isupper, sample))
    lower = sum(map(str.islower, sample))
    return upper >= 0.005 * (upper + lower) and lower >= 0.4 * (upper + lower)
