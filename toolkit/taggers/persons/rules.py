"""Names by the syntax of naming: titles, given names, initials, particles, regnal numbers, known figures; no model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from toolkit.taggers.persons.evidence import Evidence
from toolkit.taggers.persons.figures import by_form, folded, households, is_roman, name_words
from toolkit.taggers.persons.lexicon import (
    Language,
    common,
    commonness,
    everyday_names,
    given_names,
    heads,
    other_names,
    strong_heads,
    word_list,
)
from toolkit.taggers.persons.words import Shape, Words

LONGEST = 9
SURE, SPREADING, LIKELY, POSSIBLE = 4.0, 2.0, 1.5, 0.5
GEOGRAPHY = ("places", "calendar", "periodicals", "bodies", "peoples", "things", "other")
VERBAL = ("ed", "ing", "ly", "ness", "s")
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


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of words that may name a person. score: log-odds, by rule of thumb; core: the first word after titles."""

    first: int
    end: int
    core: int
    score: float


@dataclass(frozen=True)
class Naming:
    """The rules over one document."""

    words: Words
    language: Language
    evidence: Evidence
    code: str

    def candidates(self) -> Iterator[Candidate]:
        """Every run of words that may name a person, left to right, none overlapping another."""
        kinds = {form: self.kind(form) for form in set(self.words.low)}
        done = 0
        for index in self._starts(kinds):
            if index >= done and (candidate := self._candidate(index, kinds)):
                done = candidate.end
                yield candidate

    def _starts(self, kinds: Mapping[str, str]) -> list[int]:
        """The indices at which a name or its title may begin."""
        low, none, mark, capital, initial = self.words.low, Shape.NONE, Shape.MARK, Shape.CAPITAL, Shape.INITIAL
        titles = self.language.titles.keys() & kinds.keys()
        caseless = {form for form, kind in kinds.items() if kind in "gshf" or (len(form) == 1 and form.isalpha())}
        return [
            index
            for index, (form, shape) in enumerate(zip(low, self.words.shapes, strict=True))
            if capital <= shape <= initial
            or (form in titles and shape != mark)
            or (shape == none and form in caseless and (len(form) > 1 or self._dotted(index)))
        ]

    def _candidate(self, index: int, kinds: Mapping[str, str]) -> Candidate | None:
        core = self._after_titles(index)
        if (
            core == index
            and self.words.opens[index]
            and kinds[self.words.low[index]] in "cr"
            and not self._alone(index)
        ):
            return None
        end = self._end(core, kinds)
        if end == core:
            return None
        titled = core > index
        score = self._score(index, core, end, kinds)
        return Candidate(self.opening(index, core), end, core, score) if titled or score > 0 or end - core > 1 else None

    def abbreviates(self, index: int) -> bool:
        """Whether the full stop after a word belongs to it: an initial, a title, "Jr."."""
        form = self.words.low[index]
        return len(form) == 1 or form in self.language.titles or form in self.language.generation

    def _dotted(self, index: int) -> bool:
        return index + 1 < len(self.words) and self.words.low[index + 1] == "." and self.words.low[index].isalpha()

    def _alone(self, index: int) -> bool:
        """Whether no name goes on after `index`: a common word that opens a sentence begins none that does."""
        low = self.words.low
        return (
            low[index] in given_names()
            or index + 1 >= len(low)
            or not Shape.CAPITAL <= self.words.shapes[index + 1] <= Shape.INITIAL
        )

    def kind(self, form: str) -> str:
        """The kind of a word, in lower case: see `_kind`."""
        return "w" if form in self.language.function and form not in self.language.titles else _kind(form, self.code)

    def opening(self, first: int, core: int) -> int:
        """Where a name begins whose titles begin at `first`: after a word of kinship that is no part of it."""
        shape = self.words.shapes[first]
        relation = "relations" if shape == Shape.LOWER else "relations_without_case" if shape == Shape.NONE else ""
        return core if relation and self.words.low[first] in word_list(relation) else first

    def _after_titles(self, index: int) -> int:
        """The index after the titles that stand at `index`, with their full stops."""
        low, shapes, titles = self.words.low, self.words.shapes, self.language.titles
        limit = min(len(low), index + LONGEST)
        while index < limit and low[index] in titles:
            if self.words.shapes[index] == Shape.INITIAL and low[index] not in ("m",):
                break
            after = index + 1
            if after < limit and low[after] == "." and low[index] in word_list("abbreviated"):
                after += 1
            if (
                self.code == "fr"
                and after < limit
                and low[after] in ("le", "la", "l'")
                and low[min(after + 1, limit - 1)] in titles
            ):
                after += 1
            if after >= len(low) or shapes[after] == Shape.MARK or after in self.block_starts:
                break
            index = after
        return index

    @cached_property
    def block_starts(self) -> frozenset[int]:
        """The indices of the words that open a block."""
        return frozenset(self.words.breaks)

    def titles_before(self, index: int) -> int:
        """The index of the first title before `index`; `index` itself where none stands there."""
        low, titles = self.words.low, self.language.titles
        while index > 0 and index not in self.block_starts:
            before = index - 1 if low[index - 1] != "." or index < 2 else index - 2
            if low[before] not in titles or (low[before] != low[index - 1] and len(low[before]) > 6):
                break
            index = before
        return index

    def name_before(self, index: int) -> int:
        """The index at which the name begins whose surname stands at `index`: titles, given names, initials."""
        low, shapes = self.words.low, self.words.shapes
        first = index
        while first > 0 and first not in self.block_starts:
            before = first - 1
            if low[before] == "." and before and len(low[before - 1]) == 1 and shapes[before - 1] != Shape.LOWER:
                first = before - 1
            elif (low[before] in given_names() and shapes[before] not in (Shape.LOWER, Shape.MARK)) or (
                low[before] in ("de", "von", "van", "v", "d'") and first == index
            ):
                first = before
            else:
                break
        return self.titles_before(first)

    def titles_after(self, first: int, index: int) -> int:
        """The index of the first word after the titles at `first`, `index` at most."""
        return min(index, self._after_titles(first)) if self.words.low[first] in self.language.titles else first

    def _end(self, core: int, kinds: Mapping[str, str]) -> int:
        """The index after the last word of the name that begins at `core`; `core` itself where none does."""
        low, shapes = self.words.low, self.words.shapes
        titled = core > 0 and (low[core - 1] in self.language.titles or low[core - 1] == ".")
        index = end = core
        limit = min(len(low), core + LONGEST)
        while index < limit and (index == core or index not in self.block_starts):
            form, shape = low[index], shapes[index]
            if self._is_part(index, core, titled, kinds):
                index = end = index + 1
                if index < limit and low[index] == "." and (len(form) == 1 or form in ("jr", "sr", "esq", "esqr")):
                    ahead = index + 1
                    more = (
                        ahead < limit and ahead not in self.block_starts and self._is_part(ahead, core, titled, kinds)
                    )
                    if len(form) > 1 or more or self.words.raw[index - 1].isupper() or shape == Shape.NONE:
                        end = index + 1
                        index += 1
            elif index == end > core and form == "the" and index + 1 < limit and self._is_by_name(index + 1):
                index = end = index + 2
            elif (
                form in self.language.particles
                and shape in (Shape.LOWER, Shape.NONE)
                and end == index
                and index + 1 < limit
            ):
                index += 1  # a particle counts only where a name follows it
                while index < limit and low[index] in self.language.particles:
                    index += 1
                if (
                    index >= limit
                    or not self._is_part(index, core, titled, kinds)
                    or low[index] in self.language.titles
                ):
                    break
                if index == core + 1 and not titled and shape == Shape.LOWER and self.code == "en":
                    break
            else:
                break
        return end

    def _is_part(self, index: int, core: int, titled: bool, kinds: Mapping[str, str]) -> bool:
        form, shape = self.words.low[index], self.words.shapes[index]
        kind = kinds[form]
        if shape in (Shape.LOWER, Shape.MARK) or kind == "w":
            return False
        if is_roman(form) and index > core:
            return shape != Shape.NONE or len(form) > 1
        if shape == Shape.NONE:
            if len(form) == 1:
                return index + 1 < len(self.words) and self.words.low[index + 1] == "."
            if index == core and titled:
                return kind in "gshfur" or (kind == "c" and self.words.low[index - 1] in (".", "mr", "mrs", "miss"))
            return kind in "gshf" or (index > core and (kind in "ur" or self._follows_names(form)))
        return not (index > core and len(form) > 1 and form in self.language.titles and form not in given_names())

    def _is_by_name(self, index: int) -> bool:
        return self.words.low[index] in word_list("by_names") and self.words.shapes[index] in (
            Shape.CAPITAL,
            Shape.UPPER,
            Shape.NONE,
        )

    def _follows_names(self, form: str) -> bool:
        """Whether the document has the word mostly after given names, so that it is a surname, common word or not."""
        named = self.evidence.named[form]
        return named >= 2 and named >= 0.4 * self.evidence.all[form]

    def names_a_thing(self, core: int, end: int) -> bool:
        """Whether the words name a place, body or thing called after a person: "Lincoln Park", "King's College"."""
        low, shapes = self.words.low, self.words.shapes
        after = end + 1 if end < len(low) and low[end] == "'s" else end
        if end - core > 1 and low[end - 1] in heads() and shapes[end - 1] != Shape.NONE:
            return True
        if after >= len(low) or end in self.block_starts:
            return False
        if shapes[after] == Shape.NONE:
            return low[after] in strong_heads()
        return low[after] in heads() and shapes[after] in (Shape.CAPITAL, Shape.UPPER)

    def _score(self, first: int, core: int, end: int, kinds: Mapping[str, str]) -> float:
        low, shapes = self.words.low, self.words.shapes
        parts = low[core:end]
        by_name = len(parts) > 2 and parts[-2] == "the"
        proper = [p for p in parts[: -2 if by_name else None] if len(p) > 1 and p not in self.language.particles]
        if not proper:
            return LIKELY if core > first and shapes[core] == Shape.INITIAL and low[first] != "m" else -1.0
        names = given_names()
        if self.names_a_thing(core, end) and (core == first or low[first] in ("st", "saint")):
            return -2.0
        key = tuple(folded(" ".join(parts)).split())
        if key in by_form():
            return SURE
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
        if core == first and first > 0 and low[first - 1] in self.language.before_place and last in other_names():
            score -= 4.0
        score += min(self._standing(proper[0], cased), self._standing(last, cased))
        if not titled:
            return score
        weak = low[first] in self.language.weak_titles
        floor = (0.6 if weak else 3.0) if cased else (-1.0 if weak else 1.5)
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
        score -= 1.5 * (e.placed[word] > 0.2 * n) + 2.5 * (e.determined[word] > 0.25 * n)
        kind, given = other_names().get(word, ""), word in given_names()
        if kind:
            score -= 1.0 if given else 4.0
        if word.endswith(ISMS) and not given:
            score -= 1.5
        if common(word) >= 1 and self.code == "en" and not (cased and given and not e.lower[word]):
            score -= 1.0
        if e.lower[word]:
            score -= 2.5 * min(1.0, 3 * e.lower[word] / n)
        if e.capital[word] and self.code != "de":
            score += 0.5
        if self.code == "de" and not given:
            score -= 1.0
        return score


@lru_cache(maxsize=100_000)
def _kind(form: str, code: str) -> str:
    """A word's kind: w, never part of a name; c, common; r, rare; g, given name; h, surname of a household figure;

    s, of another figure; f, a figure's first name; u, in no list.
    """
    if not form[0].isalpha():
        return "w"
    fold = folded(form)
    if fold in households():
        return "h"
    known = form in other_names()
    if form in given_names() and form not in everyday_names() and not known:
        return "g"
    rarity = common(form)
    if rarity >= 3:
        return "w" if form in word_list("small") and form not in given_names() else "c"
    if rarity == 0 and commonness().get(form) == 0 and not known and not form.endswith(VERBAL):
        return "r"
    if known or rarity >= 0:
        return "c"
    part = name_words().get(fold, "")
    if part:
        return "s" if part == "surname" else "f"
    return "u"
