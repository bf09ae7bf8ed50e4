"""Which of a document's persons are public figures: by full names, or by one name and the company it keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from toolkit.taggers.persons.figures import Figure, by_form, by_last, folded, households
from toolkit.taggers.persons.lexicon import common, given_names, word_list
from toolkit.taggers.persons.references import Entity

COMPANY = 2


@dataclass(frozen=True, slots=True)
class _Guess:
    """A figure that an entity may be. sure: by its name alone; company: how many sure ones of its age it needs else."""

    figure: Figure
    sure: bool
    company: int


def figures_of(entities: Mapping[int, tuple[Entity, Sequence[str]]]) -> dict[int, Figure]:
    """The figure that each entity is, where it is one; `entities`: by any key, each with its forms in the text.

    A name that others may bear, too, counts only beside sure figures of the same age: a novel may have its John Brown.
    """
    guesses = {key: guess for key, (entity, names) in entities.items() if (guess := _guess(entity, names))}
    sure = [guess.figure for guess in guesses.values() if guess.sure]
    return {
        key: guess.figure
        for key, guess in guesses.items()
        if guess.sure or sum(_of_one_age(guess.figure, other) for other in sure) >= guess.company
    }


def _guess(entity: Entity, names: Iterable[str]) -> _Guess | None:
    if entity.person:
        return None
    for name in sorted(names, key=lambda n: (-len(n), n)):
        key = tuple(folded(name).replace(",", "").split())
        while key and key[0] in word_list("styles") and key not in by_form():
            key = key[1:]
        found = [f for f in by_form().get(key, ()) if _fits(entity, f)]
        if len(found) == 1:
            telling = found[0].household or len(key) > 2 or key[0] in word_list("styles") or _rare(key[-1])
            return _Guess(found[0], telling, 1)
    return _by_one_name(entity)


def _by_one_name(entity: Entity) -> _Guess | None:
    if entity.given or entity.husbands or entity.numbers:
        return None
    for single in sorted({*entity.surnames, *entity.soles}):
        figure = households().get(single)
        if figure and _fits(entity, figure) and (entity.style == "" or figure.sex != "F"):
            titled = entity.style in ("mr", "mrs", "miss")
            return _Guess(figure, not titled and single not in given_names(), 1)
        found = [f for f in by_last().get(single, ()) if _fits(entity, f)]
        if len(found) == 1 and _rare(single):
            return _Guess(found[0], False, COMPANY)
    return None


def _rare(surname: str) -> bool:
    """Whether one figure alone bears the surname, which is neither a common word nor a given name."""
    return len(by_last().get(surname, ())) == 1 and common(surname) < 0 and surname not in given_names()


def _of_one_age(one: Figure, other: Figure) -> bool:
    """Whether two lives overlap, as far as they are known."""
    if one is other or not (one.birth and other.birth):
        return False
    births = int(one.birth), int(other.birth)
    deaths = (int(f.death) if f.death else born + 80 for f, born in zip((one, other), births, strict=True))
    return max(births) <= min(deaths)


def _fits(entity: Entity, figure: Figure) -> bool:
    return not (entity.sex and figure.sex and entity.sex != figure.sex)
