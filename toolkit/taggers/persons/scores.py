"""How much speaks for a run of words being a person's name, by rule of thumb: a sum in the manner of log-odds."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property

from toolkit.taggers.persons.evidence import Evidence
from toolkit.taggers.persons.figures import by_form, folded, is_roman
from toolkit.taggers.persons.lexicon import (
    Language,
    common,
    everyday_names,
    given_names,
    heads,
    other_names,
    strong_heads,
    word_list,
)
from toolkit.taggers.persons.words import Shape, Words

ALWAYS_PERSONS = frozenset({"mr", "mrs", "miss", "ms", "messrs"})
SAINTS = ("st", "saint")
SURE, SPREADING, LIKELY, POSSIBLE = 4.0, 2.0, 1.5, 0.5
EVERYDAY, SMALL = 2, 5  # words as common as this are met in any text, are small words
ISMS = (
    "ism",
    "isms",
    "ist",
    "ists",
    "ian",
    "ians",
    "ite",
    "ites",
    "ean",
    "esque",
    "ése",
    "ese",
    "ique",
    "iste",
    "istes",
)


@dataclass(frozen=True)
class Scores:
    """The scores of one document's runs of words."""

    words: Words
    language: Language
    evidence: Evidence
    code: str

    def names_a_thing(self, core: int, end: int) -> bool:
        """Whether the words name a place, body or thing called after a person: "Lincoln Park", "King's College"."""
        return self._ends_in_head(core, end) or self._heads_on(end)

    def is_address(self, first: int, core: int, end: int) -> bool:
        """Whether the words name a street: "14 Queen Anne Street", "King Street"."""
        low, words = self.words.low, self.words
        ways = word_list("ways")
        named = end - 1 if low[end - 1] in ways else end if end < len(low) and end not in words.block_starts else None
        if named is None or low[named] not in ways or words.shapes[named] == Shape.LOWER or named == first:
            return False
        bare = named == core and core == first + 1 and low[first] in word_list("street_titles")
        return bare or (first > 0 and first not in words.block_starts and low[first - 1].isdigit())

    def _ends_in_head(self, core: int, end: int) -> bool:
        low = self.words.low
        if end - core < 2 or low[end - 1] not in heads() or self.words.shapes[end - 1] == Shape.NONE:
            return False
        return not (low[end - 1] in word_list("surname_heads") and low[core] in given_names())

    def _heads_on(self, end: int) -> bool:
        """Whether the name goes on, perhaps after 's, with the head of such a thing."""
        low, shapes = self.words.low, self.words.shapes
        after = end + 1 if end < len(low) and low[end] == "'s" else end
        if after >= len(low) or end in self.words.block_starts:
            return False
        if shapes[after] == Shape.NONE:
            return low[after] in strong_heads()
        return low[after] in heads() and shapes[after] in (Shape.CAPITAL, Shape.UPPER)

    def of(self, first: int, core: int, end: int, kinds: Mapping[str, str]) -> float:
        """The score of the words from `first` to before `end`, titles before `core`; `kinds`: of each form."""
        low, words = self.words.low, self.words
        called_after = core == first or low[first] in SAINTS
        if self.is_address(first, core, end) or (called_after and self._heads_on(end)):
            return -2.0
        placed = core == first and first > 0 and low[first - 1] in self.language.before_place
        # what is left to say depends on these alone, and a book has the same name a hundred times
        name = (tuple(low[first:end]), core - first, words.shapes[core:end], words.opens[core], placed)
        known = self._known_scores
        if name not in known:
            known[name] = self._of_words(first, core, end, kinds, placed)
        return known[name]

    @cached_property
    def _known_scores(self) -> dict[Hashable, float]:
        return {}

    def _of_words(self, first: int, core: int, end: int, kinds: Mapping[str, str], placed: bool) -> float:
        """What the words themselves, their case, and whether they stand where places do, say."""
        low, shapes = self.words.low, self.words.shapes
        parts = low[core:end]
        by_name = len(parts) > 2 and parts[-2] == "the"
        proper = [p for p in parts[: -2 if by_name else None] if len(p) > 1 and p not in self.language.particles]
        if not proper:
            return LIKELY if core > first and shapes[core] == Shape.INITIAL and low[first] != "m" else -1.0
        names = given_names()
        if any(tuple(folded(" ".join(low[start:end])).split()) in by_form() for start in {first, core}):
            return SURE
        if (core == first or low[first] in SAINTS) and self._ends_in_head(core, end):
            return -2.0
        cased = shapes[core] != Shape.NONE
        score = -1.5
        titled = core > first
        everyday = proper[0] in everyday_names()
        if proper[0] in names:
            score += (4.0 if len(proper) > 1 else 2.5) if not everyday else (3.0 if cased else 1.0)
        elif parts[0] != proper[0] and len(parts[0]) == 1 and shapes[core] in (Shape.INITIAL, Shape.NONE):
            score += (
                5.0 if sum(len(p) == 1 and p != "." for p in parts) > 1 and proper[-1] not in other_names() else 3.0
            )
        if len(parts) > 1 and (by_name or is_roman(parts[-1])) and proper[0] in names:
            score += 3.0
        last = proper[-1]
        if any(kinds[p] == "h" for p in proper):
            score += 6.0
        elif kinds[last] in "sf":
            score += 2.0 if cased and kinds[last] == "s" and common(last) < 0 else 1.0
        if placed and last in other_names():
            score -= 4.0
        place_like = len(proper) == 2 and last in word_list("surname_heads") and proper[0] in names
        score += (
            self._standing(proper[0], cased) if place_like else min(self._standing(w, cased) for w in (proper[0], last))
        )
        if everyday and len(proper) == 1 and cased and not self.words.opens[core]:
            score += self._common_use(last)  # "said Rose": that roses are named, too, says nothing of this one
        if not titled:
            return score
        weak = low[first] in self.language.weak_titles
        floor = (0.6 if weak else 3.0) if cased else (-1.0 if weak else 1.5)
        dotted = low[first] in word_list("dotted_titles") and low[first + 1] == "." and common(proper[0]) < SMALL
        always = (low[first] in ALWAYS_PERSONS or dotted) and last not in other_names()
        if always and (cased or dotted or (low[first] != "miss" and common(proper[0]) < EVERYDAY)):
            floor = SURE  # nobody and nothing but a person is a Mr., Mrs. or Miss
        return max(floor, score + (2.5 if weak else 4.0))

    @cached_property
    def _known_standings(self) -> dict[tuple[str, bool], float]:
        return {}

    def _standing(self, word: str, cased: bool) -> float:
        """What the document and the dictionary say of one word."""
        known = self._known_standings
        if (word, cased) not in known:
            known[word, cased] = self._weighed(word, cased)
        return known[word, cased]

    def _weighed(self, word: str, cased: bool) -> float:
        e = self.evidence
        n = max(1, e.all[word])
        score = 1.2 * min(e.titled[word], 2) + 0.9 * min(e.speaking[word], 2) + 0.5 * min(e.owning[word], 2)
        score += 0.5 * min(e.acting[word], 3)
        score -= 1.5 * (e.placed[word] > 0.2 * n)
        kind, given = other_names().get(word, ""), word in given_names()
        if kind:
            score -= 1.0 if given else 4.0
        if word.endswith(ISMS) and not given:
            score -= 1.5
        if common(word) >= 1 and self.code == "en" and not (cased and given and not e.lower[word]):
            score -= 1.0
        score -= self._common_use(word)
        if e.capital[word] and self.code != "de":
            score += 0.5
        if self.code == "de" and not given:
            score -= 1.0
        return score

    def _common_use(self, word: str) -> float:
        """What speaks against a word because the document has it in lower case, or after articles, too."""
        e = self.evidence
        n = max(1, e.all[word])
        return 2.5 * min(1.0, 3 * e.lower[word] / n) + 2.5 * (e.determined[word] > 0.25 * n)
