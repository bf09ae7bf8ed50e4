"""Tokens: the passages of a text that may hold a date, cut into words with what the language says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from toolkit.taggers.dates.language import Language, Value

MARGIN = 60  # characters about a trigger that a date expression may reach over
NOTHING: Mapping[str, Value] = {}


@dataclass(slots=True)
class Token:
    """A word, number, mark or phrase.

    text: in lower case. start, end: offsets in the reading. classes: what the language says of it.
    number: its value if it is written in digits, else -1. digits: how many. suffixed: "5th".
    spaced: white space stands before it. capital: its first letter is upper case.
    """

    text: str
    start: int
    end: int
    classes: Mapping[str, Value]
    number: int = -1
    digits: int = 0
    suffixed: bool = False
    spaced: bool = True
    capital: bool = False

    def value(self, name: str) -> int:
        """The number that the language gives this token in a class; 0 where it is not in it."""
        found = self.classes.get(name, 0)
        return found if isinstance(found, int) else 0


END = Token("", 0, 0, NOTHING)


def passages(lower: str, language: Language) -> Iterator[tuple[int, int]]:
    """The stretches of a lower-cased text that may hold dates; they do not meet, nor run over a line end."""
    start = end = 0
    line_end = -1
    for match in language.trigger.finditer("\n" + lower):  # a word at the very beginning has something before it too
        after = match.end() - 1
        place = match.start() - (after == match.start())
        if place < end - MARGIN // 2:
            continue
        if place > line_end:
            line_start, line_end = line_end + 1, lower.find("\n", place)
            line_start = lower.rfind("\n", line_start, place) + 1 or line_start
            line_end = line_end if line_end >= 0 else len(lower)
        reach = min(after + MARGIN, line_end)
        if place - MARGIN > end or line_start > end:
            if start < end:
                yield start, _word_end(lower, end)
            start = max(_word_end(lower, end), line_start, _word_start(lower, place - MARGIN))
        end = reach
    if start < end:
        yield start, _word_end(lower, end)


def _word_end(text: str, position: int) -> int:
    while 0 < position < len(text) and text[position].isalnum() and text[position - 1].isalnum():
        position += 1
    return position


def _word_start(text: str, position: int) -> int:
    position = max(position, 0)
    while position > 0 and text[position].isalnum() and text[position - 1].isalnum():
        position -= 1
    return position


def tokens(text: str, lower: str, start: int, end: int, language: Language) -> list[Token]:
    """The tokens of a passage, phrases of the language as one, and six empty ones, so that rules may look ahead.

    Capitals count only where the passage has small letters too.
    """
    cased = not text[start:end].isupper()
    found: list[Token] = []
    heads: list[int] = []
    words, phrase_heads = language.words, language.phrase_heads
    after = start
    for match in language.piece.finditer(lower, start, end):
        first, after_last = match.span()
        piece = lower[first:after_last]
        capital = cased and text[first].isupper()
        if piece in phrase_heads:
            heads.append(len(found))
        if match.lastindex:
            number = match[1] or match[3]
            value = int(number) if len(number) < 10 else -1
            suffixed = bool(match[2] or match[4])
            token = Token(piece, first, after_last, NOTHING, value, len(number), suffixed, first > after, capital)
        else:
            token = Token(piece, first, after_last, words.get(piece, NOTHING), -1, 0, False, first > after, capital)
        after = after_last
        found.append(token)
    return [*(_joined(found, heads, language) if heads else found), *(END,) * 6]


def _joined(found: list[Token], heads: list[int], language: Language) -> list[Token]:
    """The tokens, those that make up a phrase as one. heads: which may be the first of a phrase."""
    phrases = language.phrases
    joined: list[Token] = []
    done = 0
    for place in heads:
        if place < done or place + 1 == len(found):
            continue
        for words, classes in phrases.get((found[place].text, found[place + 1].text), ()):
            stop = place + len(words)
            if [token.text for token in found[place:stop]] == words:
                first = found[place]
                phrase = Token(
                    " ".join(words),
                    first.start,
                    found[stop - 1].end,
                    classes,
                    spaced=first.spaced,
                    capital=first.capital,
                )
                joined.extend(found[done:place])
                joined.append(phrase)
                done = stop
                break
    return [*joined, *found[done:]] if done else found


def lowered(text: str) -> str:
    """The text in lower case, character for character: offsets stay true."""
    lower = text.lower()
    return lower if len(lower) == len(text) else re.sub(r"\w", _lower_one, text)


def _lower_one(match: re.Match[str]) -> str:
    lower = match.group().lower()
    return lower if len(lower) == 1 else match.group()
