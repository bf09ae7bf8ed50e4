"""Clauses: the words and signs of a sentence on one side of a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[.!?;:,…—–()\[\]]|--+|\S")
BEFORE, BEFORE_COLON = 100, 180
AFTER = 90
REMEMBERED = 1 << 14
STOPS = frozenset(".!?;…")
AFTER_STOP = re.compile(r"[.!?;:…()]")
ABBREVIATED = frozenset(
    {
        *["mr", "mrs", "ms", "dr", "st", "messrs", "m", "mm", "mme", "mlle", "rev", "capt", "col", "gen", "prof"],
        *["hon", "esq", "jr", "sr", "hr", "fr", "frl", "sra", "no", "vol", "art", "p", "pp", "ch", "cf", "viz", "nr"],
        *["bzw"],
    }
)


class Token(NamedTuple):
    """A word in lower case, or a sign, and its stretch of the text it was found in."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the reading by its words and signs, in lower case.

    text: the stretch itself; start: where it stands in the reading.
    """

    text: str
    start: int
    words: Sequence[str]

    @property
    def end(self) -> int:
        """Where it ends in the reading."""
        return self.start + len(self.text)

    @property
    def tokens(self) -> Sequence[Token]:
        """The words and signs with their places, counted from the start of the clause."""
        return _tokens_of(self.text)

    def __bool__(self) -> bool:
        return bool(self.words)


def _clause(text: str, start: int, end: int) -> Clause:
    stretch = text[start:end]
    return Clause(stretch, start, _words_of(stretch))


@lru_cache(maxsize=REMEMBERED)
def _words_of(stretch: str) -> Sequence[str]:
    """The words and signs of a clause; the narrator's clauses recur ("said she")."""
    return tuple([word.lower() for word in TOKEN.findall(stretch)])


@lru_cache(maxsize=REMEMBERED)
def _tokens_of(stretch: str) -> Sequence[Token]:
    return tuple(tokens(stretch, 0, len(stretch)))


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and signs of a stretch of the reading."""
    return [Token(match[0].lower(), *match.span()) for match in TOKEN.finditer(text, start, end)]


def sentence_before(text: str, lower: int, start: int) -> Clause:
    """The sentence that runs up to `start`, nothing of it before `lower`."""
    window = BEFORE_COLON if ":" in text[max(lower, start - 3) : start] else BEFORE
    first = max(lower, start - window)
    stop = start
    while (stop := max([text.rfind(sign, first, stop) for sign in STOPS])) >= 0:
        if _ends_sentence(text, first, stop):
            return _clause(text, stop + 1, start)
    if start - window > lower and (cut := TOKEN.search(text, first, start)):
        first = cut.end()  # the window may have cut the first word
    return _clause(text, first, start)


def sentence_after(text: str, end: int, upper: int) -> Clause:
    """The sentence from `end` on, nothing of it after `upper`."""
    limit = min(upper, end + AFTER)
    for match in AFTER_STOP.finditer(text, end, limit):
        if _ends_sentence(text, end, match.start()):
            return _clause(text, end, match.start())
    return _clause(text, end, max(end, limit))


def _ends_sentence(text: str, first: int, stop: int) -> bool:
    """Whether the sign at `stop` ends a sentence: a full stop after a title or an initial does not."""
    if text[stop] != "." or stop == first or text[stop - 1].isspace():
        return True
    word = TOKEN.findall(text, max(first, text.rfind(" ", first, stop)), stop)[-1].lower()
    return word not in ABBREVIATED and (len(word) > 1 or not word.isalpha())
