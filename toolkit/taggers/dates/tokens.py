"""Tokens: a passage of a text cut into words, with what the language says of each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from toolkit.taggers.dates.language import Classes, Language, Phrases

NOTHING: Classes = {}
NO_PHRASES: Phrases = {}
NO_KINDS: frozenset[str] = frozenset()
NUMBER = frozenset(("number",))
APOSTROPHE = frozenset(("apostrophe",))
APOSTROPHES = frozenset("'’‘`ʼ")
ROMAN = {"m": 1000, "d": 500, "c": 100, "l": 50, "x": 10, "v": 5, "i": 1}
ROMAN_YEAR = re.compile(r"(?=\w{4})m(?:m|d|cd|cm|dc{1,4}|cccc)(?:xc|xl|lx{0,4}|x{1,4})?(?:ix|iv|vi{0,4}|i{1,4})?")
GAP = re.compile(r"[\s_]*")
DIGITS = re.compile(r"\d*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number, mark or phrase; one for all the places where a passage has it in the same form.

    text: in lower case. classes: what the language says of it. width: in the text, in characters. kinds: the names of
    its classes, or what else it is. number: its value if it is written in digits, else -1. digits: how many.
    suffixed: "5th". spaced: white space stands before it. heads: a line begins with it. capital: its first letter is
    upper case. starts: an expression may begin with it. phrases: that may, by their second words.
    """

    text: str
    classes: Classes
    width: int = 0
    kinds: frozenset[str] = NO_KINDS
    number: int = -1
    digits: int = 0
    suffixed: bool = False
    spaced: bool = True
    heads: bool = False
    capital: bool = False
    starts: bool = False
    phrases: Phrases = field(default_factory=dict)

    def value(self, name: str) -> int:
        """The number that the language gives this token in a class; 0 where it is not in it."""
        found = self.classes.get(name, 0)
        return found if isinstance(found, int) else 0


END = Token("", NOTHING)


class Cut(NamedTuple):
    """A passage in tokens, and six empty ones, so that rules may look ahead.

    forms: the tokens as the text has them, each with the white space before it.
    """

    tokens: list[Token]
    forms: list[str]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where in the passage the text from one token to another, both included, stands."""
        before = len("".join(self.forms[: first + 1]))
        return before - self.tokens[first].width, before + len("".join(self.forms[first + 1 : last + 1]))


class Forms(dict[str, Token]):
    """The tokens of a text by their form there, made when one is first met.

    starters: kinds of token with which an expression may begin. cased: capitals count; they do only where there are
    small letters too.
    """

    def __init__(self, language: Language, starters: frozenset[str], cased: bool) -> None:
        super().__init__()
        self._language = language
        self._starters = starters
        self._cased = cased

    def __missing__(self, form: str) -> Token:
        token = self[form] = self._token(form)
        return token

    def _token(self, form: str) -> Token:
        gap = matched(GAP, form)
        text = lowered(form[gap:])
        if ROMAN_YEAR.fullmatch(text):
            return self._year(text, _roman(text), gap)
        long_years = self._language.long_years
        year = long_years.year(text) if long_years else 0
        if year:
            return self._year(text, year, gap)
        digits = matched(DIGITS, text)
        classes = NOTHING if digits else self._language.words.get(text, NOTHING)
        kinds = NUMBER if 0 < digits < 10 else APOSTROPHE if text in APOSTROPHES else frozenset(classes)
        return Token(
            text,
            classes,
            width=len(text),
            kinds=kinds,
            number=int(text[:digits]) if 0 < digits < 10 else -1,
            digits=digits,
            suffixed=0 < digits < len(text),
            spaced=gap > 0,
            heads=form[0] == "\n",
            capital=self._cased and form[gap].isupper(),
            starts=not kinds.isdisjoint(self._starters),
            phrases=self._language.phrases.get(text, NO_PHRASES),
        )

    def _year(self, text: str, year: int, gap: int) -> Token:
        """A year in letters, which stands where one in digits may stand."""
        return Token(text, NOTHING, len(text), NUMBER, year, digits=4, spaced=gap > 0, starts=True)

    def cut(self, passage: str) -> Cut:
        """A passage cut into tokens, phrases of the language as one."""
        forms = self._language.piece.findall(passage)
        found = [self[form] for form in forms]
        heads = [place for place, token in enumerate(found) if token.phrases]
        if heads:
            found, forms = self._joined(found, forms, heads)
        return Cut([*found, *(END,) * 6], forms)

    def _joined(self, found: list[Token], forms: list[str], heads: list[int]) -> tuple[list[Token], list[str]]:
        """The tokens and forms, those that make up a phrase as one. heads: which may be the first of a phrase."""
        joined: list[Token] = []
        written: list[str] = []
        done = 0
        found.append(END)
        for place in heads:
            options = found[place].phrases.get(found[place + 1].text)
            for words, classes in options if options and place >= done else ():
                stop = place + len(words)
                if [token.text for token in found[place:stop]] == words:
                    form = "".join(forms[place:stop])
                    joined += *found[done:place], self._phrase(found[place], words, classes, form)
                    written += *forms[done:place], form
                    done = stop
                    break
        found.pop()
        return ([*joined, *found[done:]], [*written, *forms[done:]]) if done else (found, forms)

    def _phrase(self, first: Token, words: list[str], classes: Classes, form: str) -> Token:
        kinds = frozenset(classes)
        return Token(
            " ".join(words),
            classes,
            width=len(form) - matched(GAP, form),
            kinds=kinds,
            spaced=first.spaced,
            capital=first.capital,
            starts=not kinds.isdisjoint(self._starters),
        )


def _roman(text: str) -> int:
    """The value of a Roman numeral in lower case."""
    values = [ROMAN[letter] for letter in text]
    return sum(-one if one < after else one for one, after in pairwise([*values, 0]))


def matched(pattern: re.Pattern[str], text: str) -> int:
    """How many characters at the beginning of the text match."""
    match = pattern.match(text)
    return match.end() if match else 0


def lowered(text: str) -> str:
    """The text in lower case, character for character: offsets stay true."""
    lower = text.lower()
    return lower if len(lower) == len(text) else re.sub(r"\w", _lower_one, text)


def _lower_one(match: re.Match[str]) -> str:
    lower = match.group().lower()
    return lower if len(lower) == 1 else match.group()
