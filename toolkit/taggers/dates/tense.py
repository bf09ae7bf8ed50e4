"""Tense: whether the clause about a date looks ahead or back, told by the nearest word that shows it."""

from __future__ import annotations

import re
from itertools import pairwise

from toolkit.taggers.dates.language import Language

CLAUSE = 60  # characters before and after a date in which a word that shows a tense is looked for
SENTENCE_END = re.compile(r"(?:\w{3}|\d[.,]\d\d?)[\"”’)\]]*[.!?…]+[\"”’)\]]*\s|\n")
WORD = re.compile(r"\w+")


def tense(lower: str, place: int, language: Language) -> int:
    """1 where the clause about this place looks ahead, -1 where it looks back, 0 where nothing tells."""
    start = max(0, place - CLAUSE)
    for stop in SENTENCE_END.finditer(lower, start, place):
        start = stop.end()
    stop_after = SENTENCE_END.search(lower, place, place + CLAUSE)
    end = stop_after.start() + 4 if stop_after else place + CLAUSE
    before = [*pairwise(["", *WORD.findall(lower, start, place)])]
    for previous, word in (*reversed(before), *pairwise(["", *WORD.findall(lower, place, end)])):
        if word in language.future or f"{previous} {word}" in language.future:
            return 1
        if previous in language.helpers:
            continue  # "will be held": the form is the past's, but tells nothing
        if word in language.past or (len(word) > 4 and word.endswith(language.past_endings)):
            return -1
    return 0
