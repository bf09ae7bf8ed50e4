"""Public figures of all ages: their names, life dates and the forms by which texts call them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from toolkit.taggers.persons.lexicon import DATA, common, given_names, word_list


@dataclass(frozen=True, slots=True)
class Figure:
    """A public figure. household: so well known that the full name, and a surname
    that is nothing else, means this person wherever it stands.

    names: the fullest first. sex: "M", "F" or "". birth, death: W3C years or "".
    """

    names: tuple[str, ...]
    sex: str
    birth: str
    death: str
    household: bool = False

    @property
    def surname(self) -> str:
        """The last word of the fullest name; "" where the name is one word or ends in a number ("Louis XIV")."""
        parts = self.names[0].replace(",", "").split()
        if len(parts) > 1 and parts[-1] in ("Jr.", "Sr."):
            parts.pop()
        if len(parts) < 2 or "of" in parts or "the" in parts or is_roman(parts[-1]):
            return ""
        return parts[-1]


def is_roman(word: str) -> bool:
    """Whether a word is a Roman number as rulers bear it: "II", "XIV", but not "I" alone, which is a pronoun."""
    return len(word) > 0 and set(word.upper()) <= set("IVXL")


def folded(name: str) -> str:
    """A name for comparing: lower case, without accents, full stops and curly apostrophes."""
    if name.isascii():
        return " ".join(name.lower().replace(".", " ").split())
    plain = unicodedata.normalize("NFKD", name.lower().replace("’", "'").replace(".", " ").replace("ß", "ss"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


@cache
def figures() -> tuple[Figure, ...]:
    """All figures: the toolkit's own list, then WordNet's that it lacks."""
    own = tuple(_read("figures.tsv"))
    known = {folded(name) for figure in own for name in figure.names if " " in name or name == figure.names[0]}
    more = (f for f in _read("wordnet-persons.tsv") if not any(folded(n) in known for n in f.names if n != f.surname))
    return (*own, *more)


def _read(file: str) -> Iterator[Figure]:
    for line in (DATA / file).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, variants, sex, birth, death = (line + "\t\t\t\t").split("\t")[:5]
            household = name.startswith("!")
            names = tuple(dict.fromkeys((name.lstrip("!"), *filter(None, variants.split("|")))))
            yield Figure(names, sex or _sex(names[0]), birth, death, household)


def _sex(name: str) -> str:
    first, *rest = name.split()
    return given_names().get(first.lower(), "") if rest else ""


@cache
def by_form() -> Mapping[tuple[str, ...], tuple[Figure, ...]]:
    """Figures by each of their names of several words, folded and cut into words."""
    table: dict[tuple[str, ...], tuple[Figure, ...]] = {}
    for figure in figures():
        for name in figure.names:
            key = tuple(folded(name).split())
            if len(key) > 1 and figure not in table.get(key, ()):
                table[key] = (*table.get(key, ()), figure)
    return table


@cache
def by_last() -> Mapping[str, tuple[Figure, ...]]:
    """Figures by the one word that they may be called by: surname or sole name, folded."""
    table: dict[str, tuple[Figure, ...]] = {}
    for figure in figures():
        for key in dict.fromkeys((folded(figure.surname), *(folded(n) for n in figure.names if " " not in n))):
            if key and " " not in key:
                table[key] = (*table.get(key, ()), figure)
    return table


@cache
def households() -> Mapping[str, Figure]:
    """The figures whose one name is enough, by that name, folded; no surname that is a given name or a word, too."""
    return {
        key: figure
        for key, group in by_last().items()
        for figure in group
        if figure.household and not (key == folded(figure.surname) and (key in given_names() or common(key) >= 0))
    }


@cache
def name_words() -> Mapping[str, str]:
    """Words that figures' names are made of, folded: "given" or "surname"."""
    table: dict[str, str] = {}
    for figure in figures():
        parts = [p for p in folded(figure.names[0]).split() if p not in word_list("joints") and len(p) > 2]
        if figure.surname:
            table[folded(figure.surname).split()[-1]] = "surname"
            for part in parts[:-1]:
                table.setdefault(part, "given")
    return table
