"""The words of a reading: what every part of the tagger works on, one entry per word or mark."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache, cached_property
from itertools import accumulate, chain, compress, pairwise
from sys import intern

from toolkit.model.reading import Reading

LETTERS = r"[^\W\d_]+"
POSSESSIVE = ("'s", "’s", "'", "’")
ELISION = r"(?:[dljnmstc]|qu|jusqu|lorsqu|puisqu)['’](?=[^\W\d_])"
BIG_BLOCK = 8
ENDERS = frozenset('.!?:;“"”„«»‘—–―-(*_[…')
PIECE = re.compile(r"\S+\s*")
ENDER = re.compile(rb"\x02[\x01\x02]*")
LEADING_SIGNS = re.compile(rb"[\x01\x02]+")


def flags(*values: int) -> bytes:
    """A table for bytes.translate: 1 for these values, 0 for all others."""
    return bytes(value in values for value in range(256))


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


ENDS = 16  # added to the shape of a mark after which a sentence may open
SHAPES = bytes(code % ENDS for code in range(256))
SIGNS = bytes((code % ENDS == Shape.MARK) + (code >= ENDS) for code in range(256))
STRIPPED = bytes(Shape.MARK if shape == Shape.MARK else Shape.NONE for shape in range(256))


@dataclass(frozen=True)
class Words:
    """Words and marks in the order of the text; the lists run in parallel.

    raw: as spelt. low: in lower case, curly apostrophes straight. starts: positions in the reading.
    shapes: what case says, a Shape each. opens: 1 where the word opens a sentence (or a block, or a quotation).
    breaks: the indices at which blocks begin, and at the end the number of words.
    cased: whether case tells names from other words in most of the text.
    """

    raw: list[str]
    low: list[str]
    starts: list[int]
    shapes: bytes
    opens: bytes
    breaks: list[int] = field(repr=False)
    cased: bool = True

    @cached_property
    def block_starts(self) -> frozenset[int]:
        """The indices of the words that open a block."""
        return frozenset(self.breaks)

    def __len__(self) -> int:
        return len(self.raw)

    def before(self, index: int) -> str:
        """The word before one in its block, in lower case; "" where none is."""
        return self.low[index - 1] if index and index not in self.block_starts else ""

    def beyond(self, end: int) -> str:
        """The word at the end of a stretch, in lower case; "" where the block has ended there."""
        return self.low[end] if end < len(self.raw) and end not in self.block_starts else ""

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words in lower case, each once."""
        return frozenset(self.low)

    def places(self, forms: Set[str]) -> list[int]:
        """The indices of the words that, in lower case, are among `forms`."""
        wanted = self.vocabulary & forms
        return list(compress(range(len(self.low)), map(wanted.__contains__, self.low))) if wanted else []

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
    raw, starts = _cut(reading.text, language)
    forms = set(raw)
    lower = {form: intern(form.lower().replace("’", "'")) for form in forms}
    code = {form: _shape(form) + ENDS * (form in ENDERS) for form in forms}
    codes = bytes(map(code.__getitem__, raw))
    shapes = bytearray(codes.translate(SHAPES))
    breaks = _breaks(reading, starts)
    cased = _strip_uniform_case(shapes, breaks)
    low = list(map(lower.__getitem__, raw))
    return Words(raw, low, starts, bytes(shapes), _opens(codes.translate(SIGNS), breaks), breaks, cased)


def _cut(text: str, language: str) -> tuple[list[str], list[int]]:
    """The words and marks of a text, and where each begins."""
    pieces, gap = _pieces(text)  # most pieces of a text are met more than once: each is cut once
    cut = {piece: tuple(_pattern(language).findall(piece)) for piece in set(pieces)}
    advances = {piece: _advances(len(piece) + gap, forms) for piece, forms in cut.items()}
    raw = list(chain.from_iterable(map(cut.__getitem__, pieces)))
    leading = len(text) - len(text.lstrip())
    starts = list(accumulate(chain.from_iterable(map(advances.__getitem__, pieces)), initial=leading))
    starts.pop()
    return raw, starts


def _pieces(text: str) -> tuple[list[str], int]:
    """What white space parts, and how much white space after each piece is not in it.

    Where single spaces and line feeds alone part them, they are cut off, which takes half the time.
    """
    pieces = text.replace("\n", " ").split(" ")
    if all(piece.split() == [piece] for piece in set(pieces)):
        return pieces, 1
    return PIECE.findall(text), 0


def _advances(length: int, forms: tuple[str, ...]) -> tuple[int, ...]:
    """How far it is from the beginning of each word to that of the next; white space, if any, ends the piece.

    length: of the piece, in characters.
    """
    lengths = [len(form) for form in forms]
    return (*lengths[:-1], length - sum(lengths[:-1]))


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


def _strip_uniform_case(shapes: bytearray, breaks: list[int]) -> bool:
    """Set the shapes of blocks in one case to NONE; return whether most of the text is in mixed case."""
    mixed = uniform = small_capitals = 0
    small: list[tuple[int, int]] = []
    for start, end in pairwise(breaks):
        upper, lower = shapes.count(Shape.UPPER, start, end), shapes.count(Shape.LOWER, start, end)
        letters = end - start - shapes.count(Shape.MARK, start, end)
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


def _strip(shapes: bytearray, start: int, end: int) -> None:
    shapes[start:end] = shapes[start:end].translate(STRIPPED)


def _opens(signs: bytes, breaks: list[int]) -> bytes:
    """Whether each word opens a sentence. A stop after an abbreviation ("Mr.") does not end one: see `rules`.

    signs: 2 for a mark that ends or opens, 1 for any other, 0 for a word. What follows an ender opens, after any
    marks between.
    """
    opens = bytearray(len(signs) + 1)
    first = LEADING_SIGNS.match(signs)
    for run in chain((first,) if first else (), ENDER.finditer(signs)):
        start, end = run.span()
        opens[start : end + 1] = b"\1" * (end + 1 - start)
    for index in (0, *breaks[:-1]):
        opens[index] = 1
    return bytes(opens[: len(signs)])
