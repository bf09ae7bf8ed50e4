"""Columns of a fixed-width screen: how many a text takes, and where it may be broken (Unicode Annexes 11 and 14)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

# Characters two columns wide, those of no width, and what may not begin or end a line of East Asian text.
WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
    "\uff00-\uff60\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd]"
)
MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06ed\u1ab0-\u1aff\u20d0-\u20f0\u200b-\u200f\ufe00-\ufe0f]"
)
SPECIAL = re.compile(f"{WIDE.pattern[:-1]}{MARKS.pattern[1:]}")
NEVER_FIRST = frozenset("、。，．・：；？！）］｝〕〉》」』】〗〙〟’”ーァィゥェォッャュョぁぃぅぇぉっゃゅょ々…")
NEVER_LAST = frozenset("（［｛〔〈《「『【〖〘〝‘“")


def is_special(text: str) -> bool:
    """Whether some of its characters take another width than one column."""
    return not text.isascii() and SPECIAL.search(text) is not None


def columns(text: str) -> int:
    """How many columns a text takes."""
    if not is_special(text):
        return len(text)
    return len(text) + len(WIDE.findall(text)) - len(MARKS.findall(text))


def broken_at(text: str, first: int, rest: int) -> Iterator[str]:
    """The text in lines of at most `first` columns, then `rest`; a word longer than a line stands alone, whole.

    Lines end at spaces, and between East Asian characters, which are written without spaces.
    """
    if is_special(text):
        yield from _filled(text, first, rest)
        return
    start, width = 0, first
    while start < len(text):
        match = _line(width).match(text, start)
        assert match is not None, "the pattern matches any text"
        yield match[1]
        start, width = match.end(), rest


@cache
def _line(width: int) -> re.Pattern[str]:
    """As many whole words as `width` columns hold, or one longer word; then the space after them."""
    return re.compile(rf"([^ ].{{0,{width - 1}}}(?= |$)|[^ ]+)(?: +|$)")


def _filled(text: str, first: int, rest: int) -> Iterator[str]:
    line, width = "", first
    for piece in _pieces(text):
        if line and columns(line + piece.rstrip(" ")) > width:
            yield line.rstrip(" ")
            line, width = "", rest
        line += piece
    if line:
        yield line.rstrip(" ")


def _pieces(text: str) -> Iterator[str]:
    """Stretches that no line end may part, each with the space after it."""
    start = 0
    for place in range(1, len(text)):
        before, after = text[place - 1], text[place]
        if before == " " or (
            after != " "
            and (WIDE.match(before) or WIDE.match(after))
            and after not in NEVER_FIRST
            and before not in NEVER_LAST
            and not unicodedata.combining(after)
        ):
            yield text[start:place]
            start = place
    yield text[start:]
