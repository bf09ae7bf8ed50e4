"""The document's list of persons: names as the text spells them, ids, and what is known from elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from toolkit.model.person import Person
from toolkit.taggers.persons.figures import Figure, by_form, by_last, folded, households
from toolkit.taggers.persons.references import Entity

MOST_NAMES = 12
GENERATION = {"ii", "iii", "jr", "sr"}


def slug(name: str) -> str:
    """A name as an xml:id may hold it: "person-" and ASCII letters, digits and hyphens."""
    letters = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ð": "d"}
    plain = "".join(letters.get(c, c) for c in name.lower())
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return "person-" + (re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-") or "x")


def person_of(entity: Entity, names: Counter[str], taken: set[str], known: Iterable[Figure]) -> Person:
    """The person for an entity; `names`: how often the text has each form; `taken`: the ids given so far, extended."""
    if entity.person:
        taken.add(entity.person.id)
        return entity.person
    ordered = sorted(names, key=lambda name: (-len(name.split()), -names[name], -len(name), name))[:MOST_NAMES]
    figure = next(iter(known), None)
    identity = base = slug(ordered[0])
    number = 1
    while identity in taken:
        number += 1
        identity = f"{base}-{number}"
    taken.add(identity)
    if figure is None:
        return Person(identity, tuple(ordered), sex=entity.sex)
    return Person(
        identity, tuple(ordered), "gazetteer", entity.sex or figure.sex, figure.birth, figure.death, source="gazetteer"
    )


def figure_of(entity: Entity, names: Counter[str]) -> Figure | None:
    """The public figure that an entity is, where its names leave one only."""
    for name in sorted(names, key=lambda n: -len(n)):
        key = tuple(w for w in folded(name).split() if w not in ("mr", "mrs", "sir", "dr"))
        for cut in range(len(key) - 1):
            found = by_form().get(key[cut:], ())
            if len(found) == 1 and _fits(entity, found[0]):
                return found[0]
    if any(len(given) for given in entity.given) or entity.style in ("mrs", "miss"):
        return None
    singles = {*entity.surnames, *entity.soles}
    for single in sorted(singles):
        if single in households() and _fits(entity, households()[single]):
            return households()[single]
        if len(by_last().get(single, ())) == 1 and entity.sex == "" and entity.surnames:
            return None
    return None


def _fits(entity: Entity, figure: Figure) -> bool:
    return not (entity.sex and figure.sex and entity.sex != figure.sex)
