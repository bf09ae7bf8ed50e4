"""The words of a reading: what every part of the tagger works on, one entry per word or mark."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache, cached_property
from itertools import chain, compress, pairwise

from toolkit.model.reading import Reading

LETTERS = r"[^\W\d_]+"
POSSESSIVE = ("'s", "’s", "'", "’")
ELISION = r"(?:[dljnmstc]|qu|jusqu|lorsqu|puisqu)['’](?=[^\W\d_])"
BIG_BLOCK = 8


class Shape(IntEnum):
    """What case says of a word; NONE where the whole block is in one case, and case says nothing."""

    NONE = 0
    LOWER = 1
    CAPITAL = 2
    UPPER = 3
    INITIAL = 4
    MIXED = 5
    MARK = 6

    __hash__ = int.__hash__  # an Enum's own is slow, and shapes are looked up by the word


@dataclass(frozen=True)
class Words:
    """Words and marks in the order of the text; the lists run in parallel.

    raw: as spelt. low: in lower case, curly apostrophes straight. starts: positions in the reading.
    shapes: what case says. opens: whether the word opens a sentence (or a block, or a quotation).
    breaks: the indices at which blocks begin, and at the end the number of words.
    cased: whether case tells names from other words in most of the text.
    """

    raw: list[str]
    low: list[str]
    starts: list[int]
    shapes: list[Shape]
    opens: list[bool]
    breaks: list[int] = field(repr=False)
    cased: bool = True

    @cached_property
    def block_starts(self) -> frozenset[int]:
        """The indices of the words that open a block."""
        return frozenset(self.breaks)

    def __len__(self) -> int:
        return len(self.raw)

    def places(self, forms: Container[str]) -> list[int]:
        """The indices of the words that, in lower case, are among `forms`."""
        return list(compress(range(len(self.low)), map(forms.__contains__, self.low)))

    def span(self, first: int, end: int) -> tuple[int, int]:
        """The stretch of the reading from word `first` to before word `end`."""
        return self.starts[first], self.starts[end - 1] + len(self.raw[end - 1])


@cache
def _pattern(language: str) -> re.Pattern[str]:
    word = rf"{LETTERS}(?:-{LETTERS}|['’](?![sS]\b){LETTERS})*"
    first = rf"\b(?i:{ELISION})|" if language == "fr" else ""
    return re.compile(rf"{first}{word}|['’][sS]\b|\d+|[^\w\s]|_")


def words_of(reading: Reading, language: str) -> Words:
    """The words of a reading; `language` is "en", "de" or "fr"."""
    text = reading.text
    pattern = _pattern(language)
    pieces = text.split()  # most pieces of a text are met more than once
    cut = {piece: pattern.findall(piece) for piece in set(pieces)}
    raw = list(chain.from_iterable(map(cut.__getitem__, pieces)))
    starts = _starts(text, raw)
    lower = {form: form.lower().replace("’", "'") for form in set(raw)}
    shape = {form: _shape(form) for form in lower}
    shapes = list(map(shape.__getitem__, raw))
    breaks = _breaks(reading, starts)
    cased = _strip_uniform_case(shapes, breaks)
    return Words(raw, list(map(lower.__getitem__, raw)), starts, shapes, _opens(raw, shapes, breaks), breaks, cased)


def _starts(text: str, raw: list[str]) -> list[int]:
    """Where each word stands; what stands between words begins none, so that the first find is the right one."""
    starts: list[int] = []
    end = 0
    find, add = text.find, starts.append
    for form in raw:
        start = find(form, end)
        add(start)
        end = start + len(form)
    return starts


def _shape(form: str) -> Shape:
    if not form[0].isalpha():
        return Shape.MARK
    if form.islower():
        return Shape.LOWER
    if len(form) == 1:
        return Shape.INITIAL
    if form.isupper():
        return Shape.UPPER
    return Shape.CAPITAL if form[0].isupper() else Shape.MIXED


def _breaks(reading: Reading, starts: list[int]) -> list[int]:
    """The index of the first word of each block that has words."""
    breaks: list[int] = []
    index = 0
    for block in reading.blocks:
        index = bisect_left(starts, block.start, index)
        if not breaks or breaks[-1] != index:
            breaks.append(index)
    breaks = breaks or [0]
    return breaks if breaks[-1] == len(starts) else [*breaks, len(starts)]


def _strip_uniform_case(shapes: list[Shape], breaks: list[int]) -> bool:
    """Set the shapes of blocks in one case to NONE; return whether most of the text is in mixed case."""
    mixed = uniform = small_capitals = 0
    small: list[tuple[int, int]] = []
    for start, end in pairwise(breaks):
        block = shapes[start:end]
        upper, lower = block.count(Shape.UPPER), block.count(Shape.LOWER)
        letters = len(block) - block.count(Shape.MARK)
        capitals = letters - upper - lower
        all_upper = (upper >= 2 and lower == 0 and upper > capitals) or upper > 0.8 * letters > 3
        if all_upper or (lower >= BIG_BLOCK and not capitals and not upper):
            _strip(shapes, start, end)
            uniform += letters
        elif letters >= BIG_BLOCK:
            mixed += letters
        else:
            small.append((start, end))
            small_capitals += capitals
    cased = mixed > uniform or (mixed == uniform and small_capitals > 0)
    for start, end in small:
        if not cased:
            _strip(shapes, start, end)
    return cased


def _strip(shapes: list[Shape], start: int, end: int) -> None:
    shapes[start:end] = [Shape.MARK if s == Shape.MARK else Shape.NONE for s in shapes[start:end]]


def _opens(raw: list[str], shapes: list[Shape], breaks: list[int]) -> list[bool]:
    """Whether each word opens a sentence. A stop after an abbreviation ("Mr.") does not end one: see `rules`."""
    enders = frozenset('.!?:;“"”„«»‘—–―-(*_[…')
    opens = [False] * len(raw)
    for ender in (0, *compress(range(len(raw)), map(enders.__contains__, raw))):
        index = ender
        while index < len(raw) and not opens[index]:
            opens[index] = True
            index += shapes[index] == Shape.MARK
    for index in breaks[:-1]:
        opens[index] = True
    return opens
