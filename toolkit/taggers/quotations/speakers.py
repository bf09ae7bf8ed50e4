"""Speakers: who says each spoken quotation, from the narrator's words, the order of turns, and the names called out.

Each turn has candidates; two in a row are weighed by the custom that speakers alternate. The best sequence is found by
a beam search, so that a name given late tells who spoke before. Speakers without a name are left out in the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.model.annotation import Certainty
from toolkit.taggers.quotations.attribution import Strength
from toolkit.taggers.quotations.candidates import NARRATOR, UNNAMED, Turn, Weights, adjacent, candidates_of
from toolkit.taggers.quotations.cast import Cast

WEIGHTS = Weights()
BEAM = 8
SURE = 2.6
CALLS = 2


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
    choices = candidates_of(turns, cast, weights)
    chosen = _best_sequence(turns, choices, weights)
    certs = [_certainty(turns, choices, chosen, number, weights) for number in range(len(turns))]
    owner = _narrator(turns, chosen)
    return [
        Speaker(owner, Certainty.LOW) if person == NARRATOR and owner else Speaker(person, cert)
        for person, cert in zip(chosen, certs, strict=True)
    ]


def _best_sequence(turns: Sequence[Turn], choices: Sequence[Mapping[str, float]], weights: Weights) -> list[str]:
    """The sequence of candidates with the highest score, among those that a beam keeps."""
    beam = [_Path(0.0, "", "", None)]
    for number, candidates in enumerate(choices):
        goes_on = adjacent(turns, number)
        if not goes_on:
            del beam[1:]  # who spoke before a new conversation has no say in it
        best: dict[tuple[str, str], _Path] = {}
        for path in beam:
            last, second = (path.last, path.second) if goes_on else ("", "")
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
        described = turns[number].attribution.described
        if described and person != UNNAMED + described:
            return weights.again_described
        if turns[number].attribution.strength:
            return weights.again_stated
        gap = turns[number].block - turns[number - 1].block - 1
        if gap == 0 and not turns[number - 1].narrated:
            return weights.again_at_once
        return weights.again + weights.again_later * gap
    return weights.alternates if person == second else 0.0


def _certainty(
    turns: Sequence[Turn], choices: Sequence[Mapping[str, float]], chosen: Sequence[str], number: int, weights: Weights
) -> Certainty:
    """How sure a speaker is: high where the verb's subject names it, else by the distance to the next candidate."""
    stated = turns[number].attribution
    if stated.person:
        return Certainty.HIGH if stated.strength is Strength.VERB else Certainty.MEDIUM
    if stated.described:
        return Certainty.LOW
    nearby = {place: chosen[place] for place in range(max(0, number - 2), min(number + 3, len(turns)))}
    scores = {
        person: score + _fit(turns, {**nearby, number: person}, number, weights)
        for person, score in choices[number].items()
    }
    best = scores.pop(chosen[number])
    return Certainty.MEDIUM if best - max(scores.values(), default=0.0) >= SURE else Certainty.LOW


def _fit(turns: Sequence[Turn], speakers: Mapping[int, str], number: int, weights: Weights) -> float:
    """How well a turn's speaker fits the order of turns, its two neighbours on either side being what they are."""
    total = 0.0
    for place in range(number, max(speakers) + 1):
        if adjacent(turns, place):
            second = speakers[place - 2] if adjacent(turns, place - 1) else ""
            total += _order(turns, place, speakers[place], speakers[place - 1], second, weights)
        elif place > number:
            break
    return total


def _narrator(turns: Sequence[Turn], chosen: Sequence[str]) -> str:
    """The person whom others address beside the turns of the text's "I", "" where that is nobody clearly."""
    called: Counter[str] = Counter()
    for number, (turn, person) in enumerate(zip(turns, chosen, strict=True)):
        if person == NARRATOR or not turn.called:
            continue
        beside = [n for n in (number - 1, number + 1) if 0 <= n < len(turns) and adjacent(turns, max(n, number))]
        if any(chosen[n] == NARRATOR for n in beside):
            called.update(turn.called)
    stated = {turn.attribution.person for turn in turns}  # "said Ralph" is not how Ralph would tell it
    ranked = [(person, count) for person, count in called.most_common() if person not in stated or count > 3]
    if ranked and ranked[0][1] >= CALLS and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        return ranked[0][0]
    return ""
