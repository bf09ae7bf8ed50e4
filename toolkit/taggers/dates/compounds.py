"""Years in one word, as German and Italian write them: "achtzehnhundertsiebzig", "milleottocentosettanta"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.taggers.dates.alternatives import any_of

FIRST, LAST = 1001, 2100
ROUND = 100  # "achtzehnhundert" counts men as often as years


@dataclass(frozen=True)
class YearWords:
    """The parts of which such a year is made, in their order, each with what it adds to the sum.

    pattern: the parts as groups. trigger: the same without groups.
    """

    parts: tuple[Mapping[str, int], ...]
    pattern: re.Pattern[str]
    trigger: str

    def year(self, word: str) -> int:
        """The year that a word in lower case says; 0 where it says none, or a round number."""
        match = self.pattern.fullmatch(word)
        if match is None:
            return 0
        year = sum(part[said] for part, said in zip(self.parts, match.groups(), strict=True))
        return year if FIRST <= year <= LAST and year % ROUND else 0


def year_words(parts: Sequence[Mapping[str, int]]) -> YearWords | None:
    """The words of a language's data file, a table for each part; None where the language has no such years."""
    if not parts:
        return None
    choices = [any_of(sorted(part)) for part in parts]
    return YearWords(tuple(parts), re.compile("".join(f"({choice})" for choice in choices)), "".join(choices))
