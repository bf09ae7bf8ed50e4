"""Public figures of all ages: their names, life dates and the forms by which texts call them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from toolkit.taggers.persons.lexicon import DATA, common, given_names, word_list

COMBINING = re.compile("[\u0300-\u036f]")


class Figure(NamedTuple):
    """A public figure. household: so well known that the full name, and a surname
    that is nothing else, means this person wherever it stands.

    names: the fullest first. keys: the same, folded. surname: the last word of the fullest name; "" where the name is
    one word or ends in a number ("Louis XIV"). sex: "M", "F" or "". birth, death: W3C years or "".
    """

    names: tuple[str, ...]
    keys: tuple[str, ...]
    surname: str
    sex: str
    birth: str
    death: str
    household: bool = False


def _surname(name: str) -> str:
    parts = name.replace(",", "").split()
    if len(parts) > 1 and parts[-1] in ("Jr.", "Sr."):
        parts.pop()
    if len(parts) < 2 or "of" in parts or "the" in parts or is_roman(parts[-1]):
        return ""
    return parts[-1]


def is_roman(word: str) -> bool:
    """Whether a word is a Roman number as rulers bear it: "II", "XIV", but not "I" alone, which is a pronoun."""
    return bool(word) and not word.upper().strip("IVXL")


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
    known = {key for figure in own for key in figure.keys if " " in key or key == figure.keys[0]}
    more = (f for f in _read("wordnet-persons.tsv") if known.isdisjoint(_full_keys(f)))
    return (*own, *more)


def _full_keys(figure: Figure) -> list[str]:
    return [key for name, key in zip(figure.names, figure.keys, strict=True) if name != figure.surname]


def _read(file: str) -> Iterator[Figure]:
    text = (DATA / file).read_text("utf-8")
    for line, plain in zip(text.splitlines(), _folded_lines(text), strict=True):
        if line and not line.startswith("#"):
            name, variants, sex, birth, death = (line + "\t\t\t\t").split("\t")[:5]
            key, other_keys, *_ = (plain + "\t").split("\t")
            household = name.startswith("!")
            keys = {name.lstrip("!"): key.lstrip("!").strip()}
            if variants:
                keys.update(zip(variants.split("|"), map(str.strip, other_keys.split("|")), strict=True))
            names = tuple(keys)
            yield Figure(
                names, tuple(keys.values()), _surname(names[0]), sex or _sex(names[0]), birth, death, household
            )


def _folded_lines(text: str) -> list[str]:
    """The lines with all names folded; at one go, for there are thousands."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("’", "'").replace(".", " ").replace("ß", "ss"))
    return re.sub(" {2,}", " ", COMBINING.sub("", plain)).splitlines()


def _sex(name: str) -> str:
    first, *rest = name.split()
    return given_names().get(first.lower(), "") if rest else ""


@cache
def by_form() -> Mapping[tuple[str, ...], tuple[Figure, ...]]:
    """Figures by each of their names of several words, folded and cut into words."""
    table: dict[tuple[str, ...], tuple[Figure, ...]] = {}
    for figure in figures():
        for name in dict.fromkeys(figure.keys):
            if " " in name:
                key = tuple(name.split())
                table[key] = (*table.get(key, ()), figure)
    return table


@cache
def by_last() -> Mapping[str, tuple[Figure, ...]]:
    """Figures by the one word that they may be called by: surname or sole name, folded."""
    table: dict[str, tuple[Figure, ...]] = {}
    for figure in figures():
        for key in dict.fromkeys((folded(figure.surname), *figure.keys)):
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
    joints = word_list("joints")
    for figure in figures():
        if figure.surname:
            table[folded(figure.surname).split()[-1]] = "surname"
            for part in [p for p in figure.keys[0].split() if p not in joints and len(p) > 2][:-1]:
                table.setdefault(part, "given")
    return table
