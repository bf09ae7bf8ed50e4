"""Known persons: the names of an authority file, found in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.model.person import Person
from toolkit.taggers.persons.figures import folded
from toolkit.taggers.persons.lexicon import Language, common
from toolkit.taggers.persons.mention import Form, Mention
from toolkit.taggers.persons.references import name_form, pet_forms
from toolkit.taggers.persons.rules import Naming
from toolkit.taggers.persons.words import Shape


@dataclass(frozen=True)
class Known:
    """full: names of several words, folded, by their first word. single: surnames and sole names, folded.

    persons: by each folded word of their names.
    """

    full: dict[str, set[tuple[str, ...]]]
    single: frozenset[str]
    persons: dict[str, list[Person]]

    @classmethod
    def of(cls, authority: Sequence[Person], language: Language) -> Known:
        """The names by which texts may call these persons."""
        full: dict[str, set[tuple[str, ...]]] = {}
        single = set()
        persons: dict[str, list[Person]] = {}
        for person in authority:
            keys = [tuple(folded(_natural(name)).split()) for name in person.names]
            for name, key in zip(person.names, keys, strict=True):
                form = name_form(name, language)
                if len(key) > 1:
                    full.setdefault(key[0], set()).add(key)
                single |= {word for word in (form.surname, form.sole) if len(word) > 2}
            for word in sorted({word for key in keys for word in key}):
                persons.setdefault(word, []).append(person)
        return cls(full, frozenset(single), persons)

    def near(self, forms: Iterable[Form]) -> tuple[Person, ...]:
        """The persons who share a word with one of the forms, by id."""
        words = {word for form in forms for word in (*form.given, form.surname, form.sole)}
        words |= {pet for word in words for pet in pet_forms().get(word, ())}
        found = {person.id: person for word in words for person in self.persons.get(word, ())}
        return tuple(found[identity] for identity in sorted(found))

    def mentions(self, naming: Naming) -> Iterator[Mention]:
        """Full names wherever they stand; single names where case or context does not speak against them."""
        if not self.full and not self.single:
            return
        words = naming.words
        fold = {form: folded(form) for form in set(words.low)}
        low = [fold[form] for form in words.low]
        done = 0
        for index, form in enumerate(low):
            if index < done:
                continue
            end = self._full_at(low, index) if form in self.full else 0
            if end:
                first = naming.titles_before(index)
                done = end
                yield Mention(first, end, index, 0.97)
            elif words.shapes[index] != Shape.LOWER and (form in self.single or self._genitive(form, naming.code)):
                end = index + 1
                if words.shapes[index] == Shape.NONE and naming.code == "en" and common(words.low[index]) >= 1:
                    continue  # only of English there is a dictionary
                first = naming.name_before(index)
                done = end
                yield Mention(first, end, naming.titles_after(first, index), 0.93)

    def _genitive(self, form: str, code: str) -> bool:
        return code == "de" and form.endswith("s") and form[:-1] in self.single and len(form) > 4

    def _full_at(self, low: Sequence[str], index: int) -> int:
        """The index after the longest known name at `index`, full stops passed over; 0 where there is none."""
        best = 0
        for key in self.full[low[index]]:
            at = index
            for word in key:
                while at < len(low) and low[at] == "" and at > index:
                    at += 1
                if at >= len(low) or low[at] != word:
                    break
                at += 1
            else:
                best = max(best, at)
        return best


def _natural(name: str) -> str:
    surname, comma, given = name.partition(",")
    return f"{given.strip()} {surname.strip()}" if comma else name
