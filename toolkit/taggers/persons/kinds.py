"""Kinds of words: what lists and dictionary say of a form, before any text is looked at."""

from __future__ import annotations

from functools import lru_cache

from toolkit.taggers.persons.figures import folded, households, name_words
from toolkit.taggers.persons.lexicon import (
    common,
    commonness,
    everyday,
    everyday_names,
    given_names,
    other_names,
    surnames,
    word_list,
)

VERBAL = ("ed", "ing", "ly", "ness", "s")


@lru_cache(maxsize=100_000)
def kind_of(form: str, code: str) -> str:
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
    if code != "en" and everyday(form, code):
        return "c"
    rarity = common(form)
    if code == "en" and not known and commonness().get(form, -1) < 0 and form in surnames():
        return "s"
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
