"""Asides: dates that a text mentions without going on from them."""

from __future__ import annotations

import re
from typing import Final

from toolkit.taggers.dates.expression import Century, Decade, Meaning, MonthOf, Open, Relative, SeasonOf
from toolkit.taggers.dates.language import Language

REACH: Final = 80  # characters before a date in which the remark that it stands in begins
CLOSE: Final = re.compile(r"[,;:—–\n]|[.!?][\"”’)\]]*\s")
BRACKETS: Final = {"(": ")", "[": "]"}


def is_aside(meaning: Meaning, before: str, words: Language) -> bool:
    """Whether a text only looks back or ahead with these words: "since 1882", "a year earlier", "in the 1880s"."""
    if isinstance(meaning, Relative):
        amount, unit = meaning.shift.amount, meaning.shift.unit
        return unit in ("decade", "century") or (amount < 0 and unit != "day")
    if isinstance(meaning, SeasonOf | MonthOf):
        return words.words.get(before, {}).get("open") == 1  # "since May 1882"
    return isinstance(meaning, Open | Century | Decade)


def remark_end(lower: str, start: int, end: int, words: Language) -> int:
    """Where the brackets or the relative clause ends in which a date stands; 0 where there is none."""
    opened = words.remark.search(lower, max(0, start - REACH), start)
    if opened is None:
        return 0
    closing = BRACKETS.get(lower[opened.start()])
    if closing:
        return lower.find(closing, end, end + REACH) + 1
    found = CLOSE.search(lower, end, end + REACH)
    return found.end() if found and found.group() in ",—–" else 0
