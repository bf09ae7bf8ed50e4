"""Candidates: who may speak a turn, and what the turn and its conversation say for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.taggers.quotations.attribution import Attribution
from toolkit.taggers.quotations.cast import Cast

# Speakers without a name take part in conversations too: the text's "I", somebody not mentioned, "the old man".
UNNAMED = "\0"
NARRATOR = UNNAMED + "narrator"
UNKNOWN = UNNAMED + "somebody"

APART = 3
COMPANY = 8
MEMORY = 6
CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign counts for or against a candidate; set by search on development texts."""

    recent: float = 2.1
    subject: float = 0.8
    prominent: float = 1.0
    same_sex: float = 1.0
    called_before: float = 2.5
    called: float = -8.0
    named: float = -0.3
    wrong_sex: float = -2.5
    impossible: float = -20.0
    title: float = 2.5
    described: float = 4.0
    wed: float = 2.0
    narrates: float = 2.0
    unknown: float = 0.75
    stranger: float = 0.6
    again: float = -1.1
    again_at_once: float = -5.0
    again_described: float = -3.0
    again_stated: float = 1.2
    again_later: float = 1.1
    alternates: float = 1.5
    about: float = 0.4


@dataclass(frozen=True, slots=True)
class Turn:
    """What is spoken in one block.

    block: its index. members: the numbers of its quotations. attribution: the strongest of theirs. called: persons whom
    its words address. present: the last MEMORY persons named in the narrator's words before the turn, the nearest
    last; subject: the last of all named there with whom a sentence begins. named: persons whom its words speak of.
    narrated: whether the narrator goes on in its block after the words, with more than who spoke them.
    """

    block: int
    members: tuple[int, ...]
    attribution: Attribution
    called: frozenset[str]
    present: tuple[str, ...]
    subject: str = ""
    named: frozenset[str] = frozenset()
    narrated: bool = False


def adjacent(turns: Sequence[Turn], number: int) -> bool:
    """Whether a turn follows the one before it in the same conversation."""
    return number > 0 and turns[number].block - turns[number - 1].block <= APART


def candidates_of(turns: Sequence[Turn], cast: Cast, weights: Weights) -> list[Mapping[str, float]]:
    """The candidates of each turn and what speaks for them, whoever speaks before."""
    narrated = any(turn.attribution.narrator for turn in turns)
    converse = sum(adjacent(turns, number) for number in range(len(turns))) * 3 >= len(turns)
    named = Counter(turn.attribution.person for turn in turns if turn.attribution.person)
    most = max(named.values(), default=1)
    prior = {person: weights.prominent * count / most for person, count in named.items()}
    companies = _companies(turns, cast)
    return [
        _candidates(turns, number, companies[number], cast, weights, prior, narrated)
        if converse or turn.attribution.sex or turn.attribution.person or turn.attribution.described
        else _unnamed(turn.attribution, weights, narrated)  # an essay has no conversation to infer a speaker from
        for number, turn in enumerate(turns)
    ]


class _Company(NamedTuple):
    """Who takes part in a conversation so far: persons, the latest last, and speakers without a name; who comes."""

    persons: Sequence[str]
    strangers: Sequence[str]
    coming: Sequence[str]


NO_COMPANY = _Company((), (), ())


def _companies(turns: Sequence[Turn], cast: Cast) -> list[_Company]:
    """The company of each turn: who spoke, was called or acted before in its conversation, and who speaks later."""
    coming = _coming(turns)
    found: list[_Company] = []
    persons: dict[str, None] = {}
    strangers: dict[str, None] = {}
    for number, turn in enumerate(turns):
        if not adjacent(turns, number):
            persons, strangers = {}, {}
        stated = turn.attribution
        if stated.person:
            found.append(NO_COMPANY)  # nobody will ask
        else:
            found.append(_Company(list(persons)[-COMPANY:], list(strangers)[-COMPANY:], coming[number]))
        wed = _wed(turn, cast) if stated.spouse else ()
        called = sorted(turn.called) if turn.called else ()
        for person in (*wed, *called, turn.subject, stated.person):
            if person:
                _put_last(persons, person)
        if stated.described or stated.sex:
            _put_last(strangers, UNNAMED + (stated.described or stated.sex))
    return found


def _put_last(speakers: dict[str, None], speaker: str) -> None:
    """Let a speaker be the latest of some."""
    speakers.pop(speaker, None)
    speakers[speaker] = None


def _coming(turns: Sequence[Turn]) -> list[Sequence[str]]:
    """The persons named as speakers later in the conversation of each turn, the next ones."""
    found: list[Sequence[str]] = [()] * len(turns)
    persons: dict[str, None] = {}
    for number in range(len(turns) - 1, -1, -1):
        person = turns[number].attribution.person
        if not person:
            found[number] = list(persons)[-COMPANY:]
        else:
            _put_last(persons, person)
        if not adjacent(turns, number):
            persons = {}
    return found


def _candidates(
    turns: Sequence[Turn],
    number: int,
    company: _Company,
    cast: Cast,
    weights: Weights,
    prior: Mapping[str, float],
    narrated: bool,
) -> Mapping[str, float]:
    turn = turns[number]
    stated = turn.attribution
    if stated.person:
        return {stated.person: 0.0}
    if stated.narrator:
        return {NARRATOR: 0.0}
    scores = _about(turns, number, company, cast, weights)
    if stated.described:  # "said the captain" is the person so titled or nobody known, not the man named last
        scores = {person: score for person, score in scores.items() if stated.described in cast.titles.get(person, ())}
    for person in scores:
        scores[person] += prior.get(person, 0.0) + (weights.subject if person == turn.subject else 0.0)
    _weigh(scores, turn, cast, weights)
    ranked = dict(sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:CANDIDATES])
    strangers = {} if stated.strength else dict.fromkeys(company.strangers, weights.stranger)
    return {**ranked, **_unnamed(stated, weights, narrated), **strangers}


def _about(turns: Sequence[Turn], number: int, company: _Company, cast: Cast, weights: Weights) -> dict[str, float]:
    """The persons named just before the turn, and those who take part in its conversation."""
    scores: dict[str, float] = {}
    for distance, person in enumerate(dict.fromkeys(reversed(turns[number].present))):
        scores[person] = weights.recent / (1 + distance)
    if turns[number].attribution.spouse:
        for person in _wed(turns[number], cast):
            scores[person] = max(scores.get(person, 0.0), weights.wed)
    for person in company.persons:
        scores.setdefault(person, weights.about)
    if adjacent(turns, number):
        for person in turns[number - 1].called:
            scores[person] = scores.get(person, weights.about) + weights.called_before
    for person in company.coming:
        scores.setdefault(person, 0.0)
    return scores


def _wed(turn: Turn, cast: Cast) -> Sequence[str]:
    """The wives and husbands of those named about a turn."""
    about = sorted(turn.called) or turn.present[-1:]
    return [cast.spouses[person] for person in about if person in cast.spouses]


def _unnamed(stated: Attribution, weights: Weights, narrated: bool) -> dict[str, float]:
    """The speakers without a name who may speak: as described, of the pronoun's sex, the narrator, or anybody."""
    if stated.described:
        return {UNNAMED + stated.described: weights.described}
    if stated.sex:
        return {UNNAMED + stated.sex: weights.unknown}
    return {UNKNOWN: weights.unknown, **({NARRATOR: weights.narrates} if narrated else {})}


def _weigh(scores: dict[str, float], turn: Turn, cast: Cast, weights: Weights) -> None:
    """Add what the turn's own words say for or against each candidate."""
    stated = turn.attribution
    for person in scores:
        if person in turn.called:
            scores[person] += weights.called
        elif person in turn.named:
            scores[person] += weights.named
        if stated.sex:
            sex = cast.sex.get(person)
            if sex == stated.sex:
                scores[person] += weights.same_sex
            elif sex:
                scores[person] += weights.impossible if person in cast.titled else weights.wrong_sex
        if stated.described and stated.described in cast.titles.get(person, ()):
            scores[person] += weights.title
