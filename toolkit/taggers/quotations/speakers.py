"""Speakers: who says each spoken quotation, from the narrator's words, the order of turns, and the names called out.

A turn is what is spoken in one block. Each turn has candidates, weighed by what is said of the speaker and by who is
about; two candidates in a row are weighed by the custom that speakers alternate. The best sequence is found by a beam
search, so that a name given late tells who spoke before. A name called out in a turn is not its speaker's, and is
often the next one's. Speakers without a name (the text's "I", "the old man") take turns like others, and are left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.model.annotation import Certainty
from toolkit.taggers.quotations.attribution import Attribution, Strength
from toolkit.taggers.quotations.cast import Cast

UNNAMED = "\0"
NARRATOR = UNNAMED + "narrator"
UNKNOWN = UNNAMED + "somebody"

APART = 3
BACK, AHEAD = 8, 4
MEMORY = 6
CANDIDATES = 5
BEAM = 8
SURE, LIKELY = 4.0, 1.6


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign counts for or against a candidate; set by search on development texts."""

    recent: float = 1.9
    subject: float = 1.5
    prominent: float = 0.8
    same_sex: float = 2.8
    called_before: float = 2.8
    called: float = -8.0
    wrong_sex: float = -2.5
    title: float = 2.5
    described: float = 0.3
    narrates: float = 0.5
    unknown: float = 0.6
    again: float = -0.6
    again_described: float = -3.0
    again_stated: float = 0.7
    again_later: float = 1.2
    alternates: float = 2.1
    about: float = 0.3


WEIGHTS = Weights()


@dataclass(frozen=True, slots=True)
class Turn:
    """What is spoken in one block.

    block: its index. members: the numbers of its quotations. attribution: the strongest of theirs. called: persons whom
    its words address. present: persons named in the narrator's words before the turn, the nearest last; subject:
    the last of them with whom a sentence begins.
    """

    block: int
    members: tuple[int, ...]
    attribution: Attribution
    called: frozenset[str]
    present: tuple[str, ...]
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks a turn (a name that starts with NUL stands for somebody unnamed), and how sure that is."""

    person: str
    cert: Certainty

    @property
    def named(self) -> bool:
        """Whether the speaker is one of the persons."""
        return not self.person.startswith(UNNAMED)


class _Path(NamedTuple):
    """A sequence of speakers: its score, the last two, and the way back."""

    score: float
    last: str
    second: str
    before: _Path | None


def speakers_of(turns: Sequence[Turn], cast: Cast, weights: Weights = WEIGHTS) -> list[Speaker]:
    """The speaker of each turn, in order."""
    narrated = any(turn.attribution.narrator for turn in turns)
    named = Counter(turn.attribution.person for turn in turns if turn.attribution.person)
    most = max(named.values(), default=1)
    prior = {person: weights.prominent * count / most for person, count in named.items()}
    choices = [_choices(turns, number, cast, weights, prior, narrated=narrated) for number in range(len(turns))]
    chosen = _best_sequence(turns, choices, weights)
    certs = [_certainty(turns, choices, chosen, number, weights) for number in range(len(turns))]
    owner = _narrator(turns, chosen)
    return [
        Speaker(owner, Certainty.LOW) if person == NARRATOR and owner else Speaker(person, cert)
        for person, cert in zip(chosen, certs, strict=True)
    ]


def _choices(
    turns: Sequence[Turn],
    number: int,
    cast: Cast,
    weights: Weights,
    prior: Mapping[str, float],
    *,
    narrated: bool,
) -> Mapping[str, float]:
    """The candidates of a turn and what speaks for each, whoever speaks before."""
    turn = turns[number]
    stated = turn.attribution
    if stated.person:
        return {stated.person: 0.0}
    if stated.narrator:
        return {NARRATOR: 0.0}
    scores: defaultdict[str, float] = defaultdict(float)
    for distance, person in enumerate(dict.fromkeys(reversed(turn.present[-MEMORY:]))):
        scores[person] += weights.recent / (1 + distance)
    for back in range(1, BACK + 1):
        if number < back or not _adjacent(turns, number - back + 1):
            break
        other = turns[number - back]
        for person in (other.attribution.person, other.subject, *sorted(other.called)):
            if person:
                scores.setdefault(person, weights.about)
        if back == 1:
            for person in other.called:
                scores[person] += weights.called_before
    for ahead in range(1, AHEAD + 1):
        if number + ahead >= len(turns) or not _adjacent(turns, number + ahead):
            break
        known = turns[number + ahead].attribution.person
        if known:
            scores.setdefault(known, 0.0)
    for person in scores:
        scores[person] += prior.get(person, 0.0) + (weights.subject if person == turn.subject else 0.0)
    _weigh(scores, turn, cast, weights)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:CANDIDATES]
    result = dict(ranked)
    if stated.described:
        result[UNNAMED + stated.described] = weights.described
    elif not stated.sex:
        if narrated:
            result[NARRATOR] = weights.narrates
        result[UNKNOWN] = weights.unknown
    else:
        result[UNNAMED + stated.sex] = weights.unknown
    return result


def _weigh(scores: dict[str, float], turn: Turn, cast: Cast, weights: Weights) -> None:
    """Add what the turn's own words say for or against each candidate."""
    stated = turn.attribution
    for person in scores:
        if person in turn.called:
            scores[person] += weights.called
        if stated.sex:
            sex = cast.sex.get(person)
            if sex == stated.sex:
                scores[person] += weights.same_sex
            elif sex:
                scores[person] += weights.wrong_sex
        if stated.described and stated.described in cast.titles.get(person, ()):
            scores[person] += weights.title


def _adjacent(turns: Sequence[Turn], number: int) -> bool:
    """Whether a turn follows the one before it in the same conversation."""
    return number > 0 and turns[number].block - turns[number - 1].block <= APART


def _best_sequence(turns: Sequence[Turn], choices: Sequence[Mapping[str, float]], weights: Weights) -> list[str]:
    """The sequence of candidates with the highest score, among those that a beam keeps."""
    beam = [_Path(0.0, "", "", None)]
    for number, candidates in enumerate(choices):
        adjacent = _adjacent(turns, number)
        best: dict[tuple[str, str], _Path] = {}
        for path in beam:
            last, second = (path.last, path.second) if adjacent else ("", "")
            for person, score in candidates.items():
                total = path.score + score + _order(turns, number, person, last, second, weights)
                key = (person, last)
                if key not in best or total > best[key].score:
                    best[key] = _Path(total, person, last, path)
        beam = sorted(best.values(), key=lambda path: (-path.score, path.last, path.second))[:BEAM]
    chosen: list[str] = []
    step: _Path | None = beam[0]
    while step is not None and step.before is not None:
        chosen.append(step.last)
        step = step.before
    return chosen[::-1]


def _order(turns: Sequence[Turn], number: int, person: str, last: str, second: str, weights: Weights) -> float:
    """What the order of turns says for a speaker after the last two ("" where there was none)."""
    if not last:
        return 0.0
    if person == last:
        if turns[number].attribution.described:
            return weights.again_described
        if turns[number].attribution.strength:
            return weights.again_stated
        gap = turns[number].block - turns[number - 1].block - 1
        return weights.again + weights.again_later * gap
    return weights.alternates if person == second else 0.0


def _certainty(
    turns: Sequence[Turn], choices: Sequence[Mapping[str, float]], chosen: Sequence[str], number: int, weights: Weights
) -> Certainty:
    """How sure a speaker is: high where the verb's subject names it, else by the distance to the next candidate."""
    stated = turns[number].attribution
    if stated.person:
        return Certainty.HIGH if stated.strength is Strength.VERB else Certainty.MEDIUM

    def score(person: str) -> float:
        trial = {number: person}
        total = choices[number].get(person, 0.0)
        for place in range(number, min(number + 3, len(turns))):
            if not _adjacent(turns, place):
                if place > number:
                    break
                continue
            last = trial.get(place - 1, chosen[place - 1])
            second = trial.get(place - 2, chosen[place - 2]) if _adjacent(turns, place - 1) else ""
            total += _order(turns, place, trial.get(place, chosen[place]), last, second, weights)
        return total

    margin = score(chosen[number]) - max((score(p) for p in choices[number] if p != chosen[number]), default=0.0)
    return Certainty.MEDIUM if margin >= SURE else Certainty.LOW


def _narrator(turns: Sequence[Turn], chosen: Sequence[str]) -> str:
    """The person whom others address beside the turns of the text's "I", "" where that is nobody clearly."""
    called: Counter[str] = Counter()
    for number, (turn, person) in enumerate(zip(turns, chosen, strict=True)):
        if person == NARRATOR or not turn.called:
            continue
        beside = [
            n
            for n, adjacent in ((number - 1, number), (number + 1, number + 1))
            if 0 <= n < len(turns) and _adjacent(turns, adjacent)
        ]
        if any(chosen[n] == NARRATOR for n in beside):
            called.update(turn.called)
    spoken = set(chosen)
    ranked = [(person, count) for person, count in called.most_common() if person not in spoken or count > 3]
    if ranked and ranked[0][1] >= 2 and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        return ranked[0][0]
    return ""
