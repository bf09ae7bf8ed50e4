"""From candidates to mentions: what is sure once in a document is tagged wherever it stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from toolkit.taggers.persons.lexicon import common, other_names
from toolkit.taggers.persons.mention import Mention
from toolkit.taggers.persons.rules import Candidate, Naming
from toolkit.taggers.persons.scores import POSSIBLE, SPREADING, SURE
from toolkit.taggers.persons.words import Shape


def by_rules(naming: Naming, candidates: Sequence[Candidate]) -> list[Mention]:
    """The mentions that rules and the document's own evidence find, left to right."""
    taken = []
    sure = _sure_words(naming, candidates)
    for candidate in candidates:
        score = candidate.score
        short = candidate.end - candidate.core <= 2
        if score < POSSIBLE and short and any(w in sure for w in naming.words.low[candidate.core : candidate.end]):
            score = POSSIBLE + 0.5
        if score >= POSSIBLE:
            taken.append(Mention(candidate.first, candidate.end, candidate.core, _probability(score)))
    covered = _covered(taken)
    low, shapes = naming.words.low, naming.words.shapes
    for index in naming.words.places(sure):
        form = low[index]
        if index not in covered and _may_stand_alone(naming, index, form, shapes[index]):
            taken.append(Mention(index, index + 1, index, 0.8))
    return sorted(taken, key=lambda m: m.first)


def merged(mentions: Iterable[Mention], others: Iterable[Mention]) -> list[Mention]:
    """Both; where two of them cross, the longer one stands, with the higher certainty."""
    kept: list[Mention] = []
    for mention in sorted((*mentions, *others), key=lambda m: (m.first, -m.end)):
        last = kept[-1] if kept else None
        if last is None or mention.first >= last.end:
            kept.append(mention)
        else:
            longer = mention if mention.end - mention.first > last.end - last.first else last
            kept[-1] = longer._replace(certainty=max(mention.certainty, last.certainty))
    return kept


def _covered(mentions: Sequence[Mention]) -> set[int]:
    return {index for m in mentions for index in range(m.first, m.end)}


def _sure_words(naming: Naming, candidates: Sequence[Candidate]) -> frozenset[str]:
    """First and last words of sure names that may stand for the whole name."""
    words = naming.words
    found = set()
    for c in candidates:
        if c.score < (SPREADING if c.end - c.first > 1 else SURE):
            continue
        for index in (c.core, c.end - 1):
            form = words.low[index]
            if len(form) > 2 and form not in naming.language.particles and form not in naming.language.titles:
                found.add(form)
    return frozenset(
        w for w in found if w not in other_names() and naming.evidence.lower[w] <= 0.3 * naming.evidence.all[w]
    )


def _may_stand_alone(naming: Naming, index: int, form: str, shape: int) -> bool:
    if shape == Shape.NONE:
        return common(form) < 1
    words, tongue = naming.words, naming.language
    after = words.low[index + 1] if index + 1 < len(words) else ""
    plain = words.opens[index] and common(form) >= 2 and after not in tongue.acts | tongue.say
    return shape in (Shape.CAPITAL, Shape.UPPER) and not plain


def _probability(score: float) -> float:
    return 1 / (1 + math.exp(-score * 0.7))
