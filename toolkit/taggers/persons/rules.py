"""Names by the syntax of naming: titles, given names, initials, particles, regnal numbers, known figures; no model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import compress
from operator import or_
from typing import NamedTuple

from toolkit.taggers.persons.evidence import Evidence
from toolkit.taggers.persons.figures import by_form, folded, is_roman
from toolkit.taggers.persons.kinds import kind_of
from toolkit.taggers.persons.lexicon import (
    Language,
    given_names,
    word_list,
)
from toolkit.taggers.persons.scores import Scores
from toolkit.taggers.persons.words import Shape, Words

LONGEST = 9
CAPITALS = frozenset({Shape.CAPITAL, Shape.UPPER, Shape.INITIAL})
OUTSIDE = frozenset({Shape.LOWER, Shape.MARK})
UNTOLD = frozenset({Shape.LOWER, Shape.NONE})


CASED, CASELESS, TITLE = 8, 16, 32  # a name may begin with the word: with a capital; without case; with any
BEGINS = bytes(
    bool(
        code & TITLE or (code & CASELESS and code % CASED == Shape.NONE) or (code & CASED and code % CASED in CAPITALS)
    )
    for code in range(256)
)


class Candidate(NamedTuple):
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

    @cached_property
    def scores(self) -> Scores:
        """How much speaks for a run of words."""
        return Scores(self.words, self.language, self.evidence, self.code)

    def candidates(self) -> Iterator[Candidate]:
        """Every run of words that may name a person, left to right, none overlapping another."""
        kinds = {form: self.kind(form) for form in self.words.vocabulary}
        done = 0
        for index in self._starts(kinds):
            if index >= done and (candidate := self._candidate(index, kinds)):
                done = candidate.end
                yield candidate

    def _starts(self, kinds: Mapping[str, str]) -> list[int]:
        """The indices at which a name or its title may begin."""
        titles = self.language.titles.keys() & kinds.keys()
        low, shapes = self.words.low, self.words.shapes
        may = {form: TITLE if form in titles else _may_begin(form, kind) for form, kind in kinds.items()}
        told = map(or_, map(may.__getitem__, low), shapes)
        return [
            index
            for index in compress(range(len(low)), bytes(told).translate(BEGINS))
            if len(low[index]) > 1 or shapes[index] != Shape.NONE or low[index] in titles or self._dotted(index)
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
        end = self._with_title_inside(core, end)
        titled = core > index
        score = self.scores.of(index, core, end, kinds)
        return Candidate(self.opening(index, core), end, core, score) if titled or score > 0 or end - core > 1 else None

    def _with_title_inside(self, core: int, end: int) -> int:
        """`end`, or one word on where that, though a title, ends a figure's name: "Martin Luther King"."""
        low, shapes = self.words.low, self.words.shapes
        titled = end < len(low) and low[end] in self.language.titles and shapes[end] in (Shape.CAPITAL, Shape.NONE)
        return end + 1 if titled and tuple(folded(" ".join(low[core : end + 1])).split()) in by_form() else end

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
        """The kind of a word, in lower case: see `kinds`."""
        return "w" if form in self.language.function and form not in self.language.titles else kind_of(form, self.code)

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
            stops = "abbreviated" if low[after : after + 1] == ["."] else "misprinted"
            if after < limit and low[after] in (".", ",") and low[index] in word_list(stops):
                after += 1
            if (
                self.code == "fr"
                and after < limit
                and low[after] in ("le", "la", "l'")
                and low[min(after + 1, limit - 1)] in titles
            ):
                after += 1
            if after >= len(low) or shapes[after] == Shape.MARK or after in self.words.block_starts:
                break
            index = after
        return index

    def titles_before(self, index: int) -> int:
        """The index of the first title before `index`; `index` itself where none stands there."""
        low, titles = self.words.low, self.language.titles
        while index > 0 and index not in self.words.block_starts:
            before = index - 1 if low[index - 1] != "." or index < 2 else index - 2
            if low[before] not in titles or (low[before] != low[index - 1] and len(low[before]) > 6):
                break
            index = before
        return index

    def name_before(self, index: int) -> int:
        """The index at which the name begins whose surname stands at `index`: titles, given names, initials."""
        low, shapes = self.words.low, self.words.shapes
        first = index
        while first > 0 and first not in self.words.block_starts:
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
        low, shapes, starts = self.words.low, self.words.shapes, self.words.block_starts
        particles = self.language.particles
        titled = core > 0 and (low[core - 1] in self.language.titles or low[core - 1] == ".")
        index = end = core
        limit = min(len(low), core + LONGEST)
        while index < limit and (index == core or index not in starts):
            form, shape = low[index], shapes[index]
            if self._is_part(index, core, titled, kinds):
                index = end = index + 1
                if index < limit and low[index] == "." and (len(form) == 1 or form in ("jr", "sr", "esq", "esqr")):
                    ahead = index + 1
                    more = ahead < limit and ahead not in starts and self._is_part(ahead, core, titled, kinds)
                    if len(form) > 1 or more or self.words.raw[index - 1].isupper() or shape == Shape.NONE:
                        end = index + 1
                        index += 1
            elif index == end > core and form == "the" and index + 1 < limit and self._is_by_name(index + 1):
                index = end = index + 2
            elif form in particles and shape in UNTOLD and end == index and index + 1 < limit:
                index += 1  # a particle counts only where a name follows it
                while index < limit and low[index] in particles:
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
        if shape in OUTSIDE or kind == "w":
            return False
        if index > core and is_roman(form):
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


def _may_begin(form: str, kind: str) -> int:
    """Where a name may begin with a word that is no title: CASED, CASELESS, both or, for small words, nowhere."""
    caseless = kind in "gshf" or (len(form) == 1 and form.isalpha())
    return CASED * (kind != "w") + CASELESS * caseless
