"""Turns: the spoken quotations of a text gathered by block, with what the narrator's words about them say."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolkit.model.reading import Reading
from toolkit.taggers.quotations.attribution import NOTHING, Attribution, Strength, attribution, beat
from toolkit.taggers.quotations.candidates import MEMORY, Turn
from toolkit.taggers.quotations.cast import Cast, Mentions
from toolkit.taggers.quotations.clauses import sentence_after, sentence_before
from toolkit.taggers.quotations.context import Context
from toolkit.taggers.quotations.extent import Quotation
from toolkit.taggers.quotations.language import Words

CALLED_BEFORE = re.compile(
    r"(?:^|[,;:!?.—“”\"'‘-]|\b(?:o|oh|ah|dear|my|no|yes|well|come|and|sir|mr|mrs|miss)\b\.?)\s*$", re.I
)
CALLED_AFTER = re.compile(r"\s*(?:[,;:!?.—”\"]|--|$)")
SENTENCE_START = re.compile(r"(?:\n|[.!?…][”\"’']?\s+)(?:\w+\.?\s)?$")
LOOK_BACK = 4
NOBODY_THERE: frozenset[str] = frozenset()


def turns_of(
    reading: Reading,
    spoken: Sequence[tuple[int, Quotation, Context]],
    covered: Sequence[tuple[int, int]],
    cast: Cast,
    words: Words,
) -> list[Turn]:
    """The turns of a text. spoken: its spoken quotations, numbered; covered: the stretches of all quotations."""
    told = Mentions.of([each for each in cast.mentions if not _covers(covered, each.start) and not each.owner])
    members = [
        _Member(number, quotation, around, attribution(around, cast, words)) for number, quotation, around in spoken
    ]
    return [_turn(reading, spoke, told, cast, words) for group in _by_block(members) for spoke in _by_speaker(group)]


class _Member(NamedTuple):
    """A spoken quotation with its number, its context, and what the narrator's words beside it say."""

    number: int
    quotation: Quotation
    around: Context
    attribution: Attribution


def _by_block(spoken: Sequence[_Member]) -> Iterator[list[_Member]]:
    group: list[_Member] = []
    for member in spoken:
        if group and member.quotation.block != group[-1].quotation.block:
            yield group
            group = []
        group.append(member)
    if group:
        yield group


def _by_speaker(group: Sequence[_Member]) -> Iterator[list[_Member]]:
    """The members of a block, parted where the narrator names another speaker than before."""
    members: list[_Member] = []
    known, styled = "", False
    for member in group:
        named = member.attribution
        who = named.person or named.sex or ("i" if named.narrator else named.described)
        announced = member.around.followed is None  # a clause of its own leads to it: the duke answered, "..."
        another = who != known and bool(named.person or len(who) == 1)
        if members and known and ((announced and (another or named.described)) or (another and not styled)):
            yield members
            members, known = [], ""
        members.append(member)
        known, styled = (who, bool(named.described)) if who else (known, styled)
    yield members


def _turn(
    reading: Reading,
    members: Sequence[_Member],
    told: Mentions,
    cast: Cast,
    words: Words,
) -> Turn:
    """One turn; told: the persons named in the narrator's words, possessives left out."""
    first = members[0].quotation
    block = reading.blocks[first.block]
    since = reading.blocks[max(0, first.block - LOOK_BACK)].start
    outside = told.named(since, first.start)
    inside = [
        (mention, quotation) for _, quotation, _, _ in members for mention in cast.named(quotation.start, quotation.end)
    ]
    return Turn(
        block=first.block,
        members=tuple(member.number for member in members),
        attribution=_strongest(reading, members, (block.start, block.end), cast, words),
        called=frozenset(each.person for each, held in inside if _called(reading.text, each.start, each.end, held))
        if inside
        else NOBODY_THERE,
        present=tuple(mention.person for mention in outside[-MEMORY:]),
        subject=next((mention.person for mention in reversed(outside) if _begins(reading.text, mention.start)), ""),
        named=frozenset(mention.person for mention, _ in inside) if inside else NOBODY_THERE,
        narrated=_narrated(reading.text, members[-1], block.end),
    )


def _narrated(text: str, last: _Member, end: int) -> bool:
    """Whether the narrator goes on after the last words of a block, with more than the clause that ascribes them."""
    if last.quotation.end >= end:
        return False
    around = last.around
    said = around.after.end if around.followed is not None else last.quotation.end
    return text[said:end].strip(".,;:!?—- ") != ""


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins with the name at `start`."""
    return start == 0 or bool(SENTENCE_START.search(text, max(0, start - 8), start))


def _covers(covered: Sequence[tuple[int, int]], position: int) -> bool:
    """Whether a position stands inside one of the stretches, which are sorted and do not overlap."""
    index = bisect_right(covered, (position, position)) - 1
    return index >= 0 and position < covered[index][1]


def _called(text: str, start: int, end: int, quotation: Quotation) -> bool:
    """Whether a name inside a quotation calls somebody: set off by commas, or standing alone."""
    before = text[max(quotation.inner[0], start - 12) : start]
    return bool(CALLED_BEFORE.search(before) and CALLED_AFTER.match(text, end, max(end, quotation.inner[1])))


def _strongest(
    reading: Reading, members: Sequence[_Member], bounds: tuple[int, int], cast: Cast, words: Words
) -> Attribution:
    """The strongest attribution of a turn; a pronoun's is completed by the sentence before it, where that names one."""
    best = max(
        (member.attribution for member in members),
        key=lambda each: (each.strength, bool(each.person), each.narrator, bool(each.sex)),
        default=NOTHING,
    )
    if best.person or best.narrator:
        return best
    beats = [each for member in members for each in _beats(reading.text, member, bounds, cast, words)]
    named = next((each for each in beats if each.person and (not best.sex or cast.may_be(each.person, best.sex))), None)
    if best.strength is Strength.VERB:
        return Attribution(Strength.BEAT, named.person, best.sex) if named and not best.described else best
    return named or next(iter(beats), NOTHING)


def _beats(text: str, member: _Member, bounds: tuple[int, int], cast: Cast, words: Words) -> Iterator[Attribution]:
    """The sentences beside a quotation in its block, if they have a subject that may be its speaker."""
    quotation, around = member.quotation, member.around
    after = around.after or sentence_after(text, quotation.end, bounds[1])
    stated = member.attribution.strength is Strength.VERB  # then a sentence that follows is about what comes next
    if around.followed is None and after and not stated:
        found = beat(after, cast, words)
        if found.strength:
            yield found
    before = around.before
    if not before and quotation.start > bounds[0]:
        stripped = len(text[bounds[0] : quotation.start].rstrip().rstrip(".!?…"))
        before = sentence_before(text, bounds[0], bounds[0] + stripped)
    if before:
        found = beat(before, cast, words)
        if found.strength:
            yield found
