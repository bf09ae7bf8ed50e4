"""Speakers: who says each spoken quotation, from the narrator's words, the order of turns, and the names called out.

A turn is what is spoken in one block. In a conversation two take turns: the speaker of the turn before the last speaks
again where nothing else is said. A name called out in a turn is not its speaker's, and is often the next one's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from toolkit.model.annotation import Certainty
from toolkit.taggers.quotations.attribution import Attribution, Strength
from toolkit.taggers.quotations.cast import Cast

NARRATOR = "\0narrator"
SOMEBODY = "\0somebody"
UNNAMED = (NARRATOR, SOMEBODY)
APART = 3
MEMORY = 6
THRESHOLD = 1.0


@dataclass(slots=True)
class Turn:
    """What is spoken in one block.

    block: its index. members: the numbers of its quotations. attribution: the strongest of theirs. called: persons whom
    its words address. present: persons named in the narrator's words before and in the turn, the nearest last.
    """

    block: int
    members: list[int]
    attribution: Attribution
    called: frozenset[str]
    present: tuple[str, ...]
    speaker: str = ""
    cert: Certainty = Certainty.LOW
    scores: Counter[str] = field(default_factory=Counter)


def assign(turns: Sequence[Turn], cast: Cast) -> None:
    """Set the speaker of each turn, forwards, and then backwards where a conversation's start leaves it open."""
    for number, turn in enumerate(turns):
        _explicit(turn)
        if not turn.speaker:
            _infer(turns, number, cast)
    for number in range(len(turns) - 3, -1, -1):
        turn, after, again = turns[number], turns[number + 1], turns[number + 2]
        if turn.speaker or again.block - turn.block > 2 * APART or again.speaker in ("", after.speaker):
            continue
        if _fits(turn, again.speaker, cast):
            turn.speaker, turn.cert = again.speaker, Certainty.LOW


def _explicit(turn: Turn) -> None:
    """The speaker whom the narrator names."""
    attribution = turn.attribution
    if attribution.person:
        turn.speaker = attribution.person
        turn.cert = Certainty.HIGH if attribution.strength is Strength.VERB else Certainty.MEDIUM
    elif attribution.narrator:
        turn.speaker = NARRATOR
    elif attribution.described:
        turn.speaker = SOMEBODY


def _fits(turn: Turn, person: str, cast: Cast) -> bool:
    """Whether the turn's words allow this speaker."""
    if person in turn.called or person in UNNAMED:
        return False
    sex = turn.attribution.sex
    return not sex or cast.may_be(person, sex)


def _infer(turns: Sequence[Turn], number: int, cast: Cast) -> None:
    """The likeliest speaker by turn-taking, names called out, and who is about; the pronoun's sex must agree."""
    turn = turns[number]
    scores = turn.scores
    for distance, person in enumerate(reversed(turn.present[-MEMORY:])):
        scores[person] += 1.6 / (1 + distance)
    previous = _previous(turns, number, 1)
    if previous is not None:
        if previous.speaker and not turn.attribution.strength:
            scores[previous.speaker] -= 2.5
        elif previous.speaker:
            scores[previous.speaker] -= 0.5
        for person in previous.called:
            scores[person] += 2.0
        second = _previous(turns, number, 2)
        if second is not None and second.speaker and second.speaker != previous.speaker:
            scores[second.speaker] += 2.5
    for person in [person for person in scores if not _fits(turn, person, cast) and person not in UNNAMED]:
        del scores[person]
    if turn.attribution.sex:
        for person in scores:
            if cast.sex.get(person) == turn.attribution.sex:
                scores[person] += 1.0
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if ranked and ranked[0][1] >= THRESHOLD:
        turn.speaker = ranked[0][0]
        margin = ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0.0)
        turn.cert = Certainty.MEDIUM if margin >= 2.0 else Certainty.LOW


def _previous(turns: Sequence[Turn], number: int, back: int) -> Turn | None:
    """The turn `back` turns earlier, if the conversation runs from it without a break."""
    for index in range(number, number - back, -1):
        if index < 1 or turns[index].block - turns[index - 1].block > APART:
            return None
    return turns[number - back]
