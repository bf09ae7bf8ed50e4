"""What the whole document says of each word: how often it stands where persons' names stand, and where others do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from toolkit.taggers.persons.lexicon import Language, everyday_names, given_names
from toolkit.taggers.persons.words import Shape, Words

CAPITALS = (Shape.CAPITAL, Shape.UPPER, Shape.MIXED)


@dataclass(frozen=True)
class Evidence:
    """Counts per word in lower case.

    all: occurrences. capital: with a capital where a sentence does not open. lower: without, where case tells.
    titled: after a title. owning: before 's. speaking: beside a verb of saying. acting: before a verb or pronoun of
    persons. placed: after "in", "at". determined: after an article or the like.
    """

    all: Counter[str]
    capital: Counter[str]
    lower: Counter[str]
    titled: Counter[str]
    owning: Counter[str]
    speaking: Counter[str]
    acting: Counter[str]
    placed: Counter[str]
    determined: Counter[str]
    named: Counter[str]


def evidence_of(words: Words, language: Language) -> Evidence:
    """Count once over the document."""
    low, shapes = words.low, words.shapes
    pairs = list(pairwise(low))
    given = given_names().keys() - everyday_names()
    titles, say, acts = language.titles, language.say, language.acts
    titled = Counter(b for a, b in pairs if a in titles)
    titled.update(low[i + 2] for i, (a, b) in enumerate(pairs[:-1]) if b == "." and a in titles)
    speaking = Counter(a for a, b in pairs if b in say)
    speaking.update(b for a, b in pairs if a in say)
    return Evidence(
        all=Counter(low),
        capital=Counter(w for w, s, o in zip(low, shapes, words.opens, strict=True) if s in CAPITALS and not o),
        lower=Counter(w for w, s in zip(low, shapes, strict=True) if s == Shape.LOWER),
        titled=titled,
        owning=Counter(a for a, b in pairs if b == "'s"),
        speaking=speaking,
        acting=Counter(a for a, b in pairs if b in acts),
        placed=Counter(b for a, b in pairs if a in language.before_place),
        determined=Counter(b for a, b in pairs if a in language.determiners),
        named=Counter(b for a, b in pairs if a in given),
    )
