"""Marks: every character that may open or close a quotation, with what stands on either side of it.

An apostrophe between two letters ("don't") is never a mark and is not even looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.taggers.quotations.language import Words

ANGLES = frozenset("<>")  # as old type and scanners have guillemets; mostly brackets, though
SINGLE = frozenset("'’‘‛`´‚")
# The first character is consumed before anything is asked about it: a search for one set of characters is fast.
MARKS = re.compile(
    r"[\"“”„‟«»‹›「」『』〝〞〟＂'’‘‛`´‚,<>]"
    r"(?:(?<=`)`|(?<=')'|(?<=,),(?=[^\W\d_])|(?<=<)<|(?<=>)>|(?<=[<>])(?:(?<![^\s(\[»„—–-].)(?=[^\W\d_])|(?<=[\w.,!?…-].)(?![\w<>]))"
    r"|(?<=[\"“”„‟«»‹›「」『』〝〞〟＂])"
    r"|(?<=['’‘‛`´‚])(?:(?<![^\W_].)(?=\S)|(?![^\W_])))"
)
MARK_CHARACTERS = frozenset("\"“”„‟«»‹›「」『』〝〞〟＂'’‘‛`´‚")
SPACES = frozenset(" \t\n\u00a0\u202f\u2009\u3000")
DASHES = frozenset("-—–―‒")
OPENING = frozenset("([{<¿¡")
CLOSING = frozenset(")]}>")
WORD_BEFORE = re.compile(r"[^\W_][^\W_'’]*$")
TWO_CLOSING = re.compile(r"''(?!\w)")
WORD_AFTER = re.compile(r"['’‘‛`´]?[^\W_]+")

# What stands beside a mark, other marks passed over: space or border, word, digit, punctuation, dash, opening, closing.
OPEN_COST = {
    "S": {"W": 0.0, "N": 0.0, "O": 0.0, "P": 0.8, "D": 0.3, "S": 1.3, "C": 4.0, "E": 6.0},
    "O": {"W": 0.0, "N": 0.0, "O": 0.0, "P": 0.6, "D": 0.3, "S": 1.3, "C": 4.0, "E": 6.0},
    "D": {"W": 0.3, "N": 0.5, "O": 0.5, "P": 1.8, "D": 2.0, "S": 2.5, "C": 4.0, "E": 6.0},
    "P": {"W": 1.2, "N": 1.5, "O": 1.5, "P": 3.0, "D": 2.5, "S": 3.5, "C": 5.0, "E": 6.0},
    "W": {"W": 2.5, "N": 3.0, "O": 3.0, "P": 5.0, "D": 5.0, "S": 5.0, "C": 6.0, "E": 6.0},
    "N": {"W": 3.0, "N": 4.0, "O": 4.0, "P": 5.0, "D": 5.0, "S": 5.0, "C": 6.0, "E": 6.0},
    "C": {"W": 2.5, "N": 3.0, "O": 3.0, "P": 5.0, "D": 5.0, "S": 4.0, "C": 6.0, "E": 6.0},
}
CLOSE_COST = {
    "S": {"W": 4.5, "N": 4.5, "O": 4.5, "P": 1.0, "D": 1.5, "S": 1.3, "C": 1.3, "E": 1.0},
    "O": {"W": 6.0, "N": 6.0, "O": 6.0, "P": 4.0, "D": 4.0, "S": 4.0, "C": 4.0, "E": 4.0},
    "D": {"W": 1.8, "N": 3.0, "O": 2.0, "P": 0.4, "D": 0.6, "S": 0.4, "C": 0.4, "E": 0.3},
    "P": {"W": 1.6, "N": 1.6, "O": 1.0, "P": 0.1, "D": 0.0, "S": 0.0, "C": 0.0, "E": 0.0},
    "W": {"W": 2.5, "N": 2.5, "O": 1.5, "P": 0.0, "D": 0.1, "S": 0.2, "C": 0.0, "E": 0.2},
    "N": {"W": 3.0, "N": 3.0, "O": 1.5, "P": 0.2, "D": 0.2, "S": 0.4, "C": 0.2, "E": 0.3},
    "C": {"W": 2.5, "N": 2.5, "O": 1.5, "P": 0.0, "D": 0.1, "S": 0.1, "C": 0.0, "E": 0.1},
}


class Mark(NamedTuple):
    """A possible mark. start, end: its stretch of the reading. form: its character or digraph.

    opens, closes: what it costs to take it for an opening or a closing mark in this place; apostrophe: what it costs to
    take it for an apostrophe, a prime, or a mark without a partner. Costs are near to negative logarithms of odds.
    head: whether only marks stand between it and the start of its block.
    """

    start: int
    end: int
    form: str
    opens: float
    closes: float
    apostrophe: float
    head: bool


UNPAIRED = 4.5
BRACKET = 0.7
DOUBTFUL = 2.0
ELISION = 2.0
POSSESSIVE = 0.8
MARKS_TOGETHER = 6
UTTERANCE = 1000  # how far on, in characters, a closing pair of single marks is looked for


def marks_in(text: str, start: int, end: int, words: Words) -> Iterator[Mark]:
    """The possible marks of one block, text[start:end], in order."""
    for match in MARKS.finditer(text, start, end):
        at, stop = match.span()
        left = _left(text, at, start)
        right = _right(text, stop, end)
        opens = OPEN_COST["S" if left == "E" else left][right]
        closes = 6.0 if left == "E" else CLOSE_COST[left][right]
        form = match[0]
        if form == "''" and right == "W" and _elided(text, stop, end, words):
            yield Mark(at, at + 1, "'", opens, closes, UNPAIRED, left == "E")
        elif form in SINGLE:
            apostrophe = _apostrophe(text, at, stop, left, right, words)
            if apostrophe < DOUBTFUL and right in "WN":
                opens += ELISION
            elif apostrophe < DOUBTFUL and left in "WN":
                closes += ELISION if apostrophe < POSSESSIVE else POSSESSIVE * (1 if right in "SE" else 0.4)
            yield Mark(at, stop, form, opens, closes, apostrophe, left == "E")
        elif form in ANGLES:
            yield Mark(at, stop, form, opens, closes, BRACKET, left == "E")
        else:
            prime = left == "N" and form in "\"'”''"
            yield Mark(at, stop, form, opens, closes, 1.8 if prime else UNPAIRED, left == "E")


def _elided(text: str, stop: int, end: int, words: Words) -> bool:
    """Whether an elided word stands after two single marks of which no second pair closes: ''Tis late,' said he."""
    match = WORD_AFTER.match(text, stop)
    if match is None or match[0].casefold() not in words.aphaeresis:
        return False
    return not TWO_CLOSING.search(text, stop, min(end, stop + UTTERANCE))


def _left(text: str, at: int, start: int) -> str:
    """The class of what stands before `at`, other marks passed over."""
    if at > start and text[at - 1] not in MARK_CHARACTERS:
        return _class_of(text[at - 1])
    for index in range(at - 2, max(start, at - MARKS_TOGETHER) - 1, -1):
        if text[index] not in MARK_CHARACTERS:
            return _class_of(text[index])
    return "E" if at - MARKS_TOGETHER < start else "P"


def _right(text: str, stop: int, end: int) -> str:
    """The class of what stands from `stop` on, other marks passed over."""
    if stop < end and text[stop] not in MARK_CHARACTERS:
        return _class_of(text[stop])
    for index in range(stop + 1, min(end, stop + MARKS_TOGETHER)):
        if text[index] not in MARK_CHARACTERS:
            return _class_of(text[index])
    return "E" if stop + MARKS_TOGETHER > end else "P"


def _class_of(character: str) -> str:
    if character.isalpha():
        return "W"
    if character in SPACES:
        return "S"
    if character.isdigit():
        return "N"
    if character in DASHES:
        return "D"
    if character in OPENING:
        return "O"
    if character in CLOSING:
        return "C"
    return "P"


def _apostrophe(text: str, at: int, stop: int, left: str, right: str, words: Words) -> float:
    """What it costs to take a single mark for an apostrophe, or for a mark without a partner."""
    if left in "WN" and right not in "WN":
        match = WORD_BEFORE.search(text, max(0, at - 24), at)
        before = match[0].casefold() if match else ""
        if before in words.clipped or (len(before) > 3 and before.endswith(words.clipped_endings)):
            return 0.3
        if before.endswith(("s", "x", "z")):
            return POSSESSIVE
        return 2.6
    if right in "WN":
        match = WORD_AFTER.match(text, stop)
        after = match[0].casefold() if match else ""
        if after in words.aphaeresis or (right == "N" and after[:2].isdigit()):
            return 0.3
        return 2.8 if left in "ESOD" else 1.5
    return UNPAIRED if left == "P" else 3.0
