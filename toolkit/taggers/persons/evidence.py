"""What the whole document says of each word: how often it stands where persons' names stand, and where others do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from itertools import compress, islice
from operator import gt

from toolkit.taggers.persons.lexicon import Language, everyday_names, given_names
from toolkit.taggers.persons.words import Shape, Words

CAPITALS = frozenset({Shape.CAPITAL, Shape.UPPER, Shape.MIXED})
LOWER = frozenset({Shape.LOWER})


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
    given = given_names().keys() - everyday_names()
    titles, say, acts = language.titles, language.say, language.acts
    titled = _behind(low, titles.keys())
    titled.update(low[i + 1] for i in range(1, len(low) - 1) if low[i] == "." and low[i - 1] in titles)
    speaking = _before(low, say)
    speaking.update(_behind(low, say))
    return Evidence(
        all=Counter(low),
        capital=Counter(compress(low, map(gt, map(CAPITALS.__contains__, shapes), words.opens))),
        lower=Counter(compress(low, map(LOWER.__contains__, shapes))),
        titled=titled,
        owning=_before(low, {"'s"}),
        speaking=speaking,
        acting=_before(low, acts),
        placed=_behind(low, language.before_place),
        determined=_behind(low, language.determiners),
        named=_behind(low, given),
    )


def _before(low: list[str], group: Container[str]) -> Counter[str]:
    """How often each word stands right before one of the group."""
    return Counter(compress(low, map(group.__contains__, islice(low, 1, None))))


def _behind(low: list[str], group: Container[str]) -> Counter[str]:
    """How often each word stands right after one of the group."""
    return Counter(compress(islice(low, 1, None), map(group.__contains__, low)))
