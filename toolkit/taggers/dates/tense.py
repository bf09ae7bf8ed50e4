"""Tense: whether the clause about a date looks ahead or back, told by the nearest word that shows it."""

from __future__ import annotations

import re
from itertools import pairwise

from toolkit.taggers.dates.language import Language

CLAUSE = 60  # characters before and after a date in which a word that shows a tense is looked for
WORD = re.compile(r"\w+")


def tense(lower: str, place: int, language: Language) -> int:
    """1 where the clause about this place looks ahead, -1 where it looks back, 0 where nothing tells."""
    start = max(0, place - CLAUSE)
    for stop in language.sentence_end.finditer(lower, start, place):
        start = stop.end()
    start = max(start, lower.rfind(";", start, place) + 1)
    stop_after = language.sentence_end.search(lower, place, place + CLAUSE)
    end = stop_after.start() + 4 if stop_after else place + CLAUSE
    before = ["", *WORD.findall(lower, start, place)]
    for index in range(len(before) - 1, 0, -1):
        found = _of_word(before[index - 1], before[index], language)
        if found < 0 and not language.auxiliaries.isdisjoint(before[max(0, index - 3) : index - 1]):
            return 1  # "will stay closed"
        if found:
            return found
    after = lower[place:end].partition(";")[0]
    return next(filter(None, (_of_word(*pair, language) for pair in pairwise(["", *WORD.findall(after)]))), 0)


def _of_word(previous: str, word: str, language: Language) -> int:
    """Where a word looks, by itself and the word before it."""
    future = language.future
    if word in future or f"{previous} {word}" in future or (len(word) > 4 and word.endswith(language.future_endings)):
        return 1
    if previous in language.helpers:
        return 0  # "will be held": the form is the past's, but tells nothing
    return -(word in language.past or (len(word) > 4 and word.endswith(language.past_endings)))
