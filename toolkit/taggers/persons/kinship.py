"""Kinship words that stand for a name: "Papa is well", and, where the writer gives them a capital, "my dear Father"."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.taggers.persons.mention import Mention
from toolkit.taggers.persons.rules import Naming
from toolkit.taggers.persons.words import Shape

OWN = frozenset({"my", "dear", "dearest", "our"})


def kin(naming: Naming) -> Iterator[Mention]:
    """Kinship words used as names, left to right; in English only, whose editors count them as names."""
    if naming.code != "en":
        return
    words, tongue = naming.words, naming.language
    low, shapes = words.low, words.shapes
    pets, parents = tongue.pet_kinship, tongue.kinship - tongue.pet_kinship
    reverent = {form for form in parents if _mostly_capital(naming, form)}
    wanted = pets | reverent
    for index in words.places(wanted):
        form = low[index]
        shape = shapes[index]
        before = words.before(index)
        named_after = index + 1 < len(words) and shapes[index + 1] in (Shape.CAPITAL, Shape.INITIAL, Shape.UPPER)
        if before in tongue.determiners and before not in OWN:
            continue
        if shape == Shape.NONE and before in ("my", "our"):
            continue  # "my dad's things": whether the writer gave him a capital, the text cannot tell
        if form in pets and shape != Shape.LOWER:
            yield Mention(index, index + 1, index, 0.75)
        elif form in reverent and before in OWN and shape == Shape.CAPITAL and not named_after:
            yield Mention(index, index + 1, index, 0.6)


def _mostly_capital(naming: Naming, form: str) -> bool:
    """Whether the document writes the word as a name, with a capital, more often than not."""
    return naming.evidence.capital[form] > naming.evidence.lower[form]
