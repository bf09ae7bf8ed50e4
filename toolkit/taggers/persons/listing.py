"""The document's list of persons: names as the text spells them, ids, and what is known from elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from toolkit.model.person import Person
from toolkit.taggers.persons.figures import Figure, folded
from toolkit.taggers.persons.references import Entity

MOST_NAMES = 12


def slug(name: str) -> str:
    """A name as an xml:id may hold it: "person-" and ASCII letters, digits and hyphens."""
    letters = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th", "ð": "d"}
    plain = "".join(letters.get(c, c) for c in name.lower())
    plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return "person-" + (re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-") or "x")


def person_of(entity: Entity, names: Counter[str], taken: set[str], figure: Figure | None) -> Person:
    """The person for an entity; `names`: how often the text has each form; `taken`: the ids given so far, extended.

    A public figure bears its full name first, and is dated; all other names are the text's.
    """
    if entity.person:
        return entity.person
    forms = sorted(names, key=lambda name: (-len(name.split()), -names[name], -len(name), name))[:MOST_NAMES]
    if figure is None:
        return Person(_new_id(forms[0], taken), tuple(forms), sex=entity.sex)
    full = figure.names[0]
    forms = [full, *(form for form in forms if folded(form) != folded(full))]
    sex = entity.sex or figure.sex
    return Person(_new_id(full, taken), tuple(forms), "gazetteer", sex, figure.birth, figure.death, source="gazetteer")


def _new_id(name: str, taken: set[str]) -> str:
    identity = base = slug(name)
    number = 1
    while identity in taken:
        number += 1
        identity = f"{base}-{number}"
    taken.add(identity)
    return identity
