"""What the whole document says of each word: how often it stands where persons' names stand, and where others do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from itertools import compress, islice

from toolkit.taggers.persons.lexicon import Language, everyday_names, given_names
from toolkit.taggers.persons.words import Shape, Words, flags

CAPITALS = flags(Shape.CAPITAL, Shape.UPPER, Shape.MIXED)
LOWER = flags(Shape.LOWER)
GROUP_FLAGS = tuple(bytes(value >> bit & 1 for value in range(256)) for bit in range(7))


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
    groups: tuple[Container[str], ...] = (
        language.titles,
        {"'s"},
        language.say,
        language.acts,
        language.before_place,
        language.determiners,
        given,
    )
    members = {form: sum(1 << bit for bit, group in enumerate(groups) if form in group) for form in words.vocabulary}
    said = bytes(map(members.__getitem__, low))
    titles, owner, say, acts, place, determiner, name = (said.translate(table) for table in GROUP_FLAGS)
    titled = _behind(low, titles)
    dotted = (i + 2 for i in compress(range(len(low) - 2), titles) if low[i + 1] == ".")
    titled.update(low[i] for i in dotted)
    speaking = _before(low, say)
    speaking.update(_behind(low, say))
    capital = shapes.translate(CAPITALS)
    return Evidence(
        all=Counter(low),
        capital=Counter(compress(low, _less(capital, words.opens))),
        lower=Counter(compress(low, shapes.translate(LOWER))),
        titled=titled,
        owning=_before(low, owner),
        speaking=speaking,
        acting=_before(low, acts),
        placed=_behind(low, place),
        determined=_behind(low, determiner),
        named=_behind(low, name),
    )


def _less(flagged: bytes, others: bytes) -> bytes:
    """The flags that are not among the others, all at once, as bits of two numbers."""
    left = int.from_bytes(flagged, "little") & ~int.from_bytes(others, "little")
    return left.to_bytes(len(flagged), "little")


def _before(low: list[str], group: bytes) -> Counter[str]:
    """How often each word stands right before one of the group, which is flagged."""
    return Counter(compress(low, islice(group, 1, None)))


def _behind(low: list[str], group: bytes) -> Counter[str]:
    """How often each word stands right after one of the group."""
    return Counter(compress(islice(low, 1, None), group))
