"""Repair: a mark without a partner. The most probable extent is tagged with low certainty, or nothing is.

The scope of a guess is one block: an opening mark reaches to the narrator's clause or to the block's end, a closing
mark reaches back to the block's start or to the sentence after the quotation before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.model.annotation import Certainty
from toolkit.model.reading import Block
from toolkit.taggers.quotations.clauses import sentence_after, tokens
from toolkit.taggers.quotations.context import verb_after, verb_before
from toolkit.taggers.quotations.extent import Quotation
from toolkit.taggers.quotations.language import Words
from toolkit.taggers.quotations.marks import Mark

LONGEST = 700
SHOWN = 40
REACH = 4
SOON = 160
CLOSING = re.compile(r"[“”»«\"<>]|''|[‘’'](?!\w)")
POINT = re.compile(r"[,.!?;…]|—|--")
SENTENCE_END = re.compile(r"[.!?…][)\]”’\"']*\s+")


@dataclass(frozen=True, slots=True)
class Unbalanced:
    """A mark without a partner; guess: the quotation that was most probably meant, if any."""

    mark: Mark
    opening: bool
    guess: Quotation | None


class Gap(NamedTuple):
    """Where a guess may reach: the end of the quotation before, the start of the one after, and the block."""

    before: int
    after: int
    block: Block


def repair(
    text: str,
    blocks: Sequence[tuple[int, Block]],
    alone: tuple[Iterable[Mark], Iterable[Mark]],
    quotations: Sequence[Quotation],
    words: Words,
) -> Iterator[Unbalanced]:
    """What each lone mark (unclosed, unopened) of a run of blocks meant, beside the quotations already found there."""
    unclosed, unopened = alone
    starts = [block.start for _, block in blocks]
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    if not unclosed and not unopened:
        return
    for part in _outermost(part for each in quotations for part in each.parts):
        taken[bisect_right(starts, part[0]) - 1].append(part)
    for opening, marks in ((True, unclosed), (False, unopened)):
        for mark in marks:
            place = bisect_right(starts, mark.start) - 1
            index, block = blocks[place]
            before, after = _gap(taken[place], mark, block)
            guess = None
            if before <= mark.start and mark.end <= after:
                reach = _forwards if opening else _backwards
                extent = reach(text, Gap(before, after, block), mark, words)
                if extent is not None:
                    inner = (mark.end, extent[1]) if opening else (extent[0], mark.start)
                    guess = Quotation(*extent, (extent,), index, Certainty.LOW, inner)
                    insort(taken[place], extent)
            yield Unbalanced(mark, opening, guess)


def _outermost(parts: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts that no other holds, in order."""
    reached = -1
    for part in sorted(parts, key=lambda part: (part[0], -part[1])):
        if part[0] >= reached:
            reached = part[1]
            yield part


def _gap(taken: Sequence[tuple[int, int]], mark: Mark, block: Block) -> tuple[int, int]:
    """Where the quotation before a mark ends and the one after it starts, the block's borders where there is none."""
    place = bisect_right(taken, (mark.start, block.end))
    before = taken[place - 1][1] if place else block.start
    after = taken[place][0] if place < len(taken) else block.end
    return before, after


def _forwards(text: str, gap: Gap, mark: Mark, words: Words) -> tuple[int, int] | None:
    """From an opening mark to the clause that says who speaks, to the block's end, or to the end of its sentence."""
    told = narrated(text, mark.end, gap.after, words)
    if told is not None:
        return mark.start, told
    if gap.after == gap.block.end and gap.after - mark.start <= LONGEST and mark.end < gap.after:
        return mark.start, gap.after
    match = SENTENCE_END.search(text, mark.end, min(gap.after, mark.end + LONGEST))
    return (mark.start, match.start() + 1) if match else None


def narrated(text: str, start: int, end: int, words: Words) -> int | None:
    """Where in a stretch of speech the narrator begins to say who speaks: after "I go," in "I go, said John"."""
    for match in POINT.finditer(text, start, min(end, start + LONGEST)):
        found = sentence_after(text, match.end(), end).words
        verb = verb_after(found, words)
        if verb is None or verb.role != "saying":
            continue
        if verb.gap == 0 or (verb.gap == 1 and words.is_third(found[0])):
            return match.end()
    return None


def answered(text: str, start: int, end: int, words: Words) -> bool:
    """Whether the words from a mark at `start` to the next one are soon followed by a clause that ascribes them.

    Where one speech runs on, its speaker is known: a clause so soon, and no mere pronoun, tells of another.
    """
    closing = CLOSING.search(text, start + 1, min(end, start + SOON))
    if closing is None:
        return False
    found = sentence_after(text, closing.end(), end).words
    verb = verb_after(found, words)
    if verb is None or verb.role != "saying" or verb.word in words.resuming:
        return False
    following = found[verb.place + 1] if verb.place + 1 < len(found) else ""
    return verb.gap == 0 and not words.is_pronoun(following)


def _backwards(text: str, gap: Gap, mark: Mark, words: Words) -> tuple[int, int] | None:
    """From a closing mark back to the verb that introduces the words, to the block's start, or to a sentence's."""
    introduced = _introduced(text, max(gap.before, mark.start - LONGEST), mark.start, words)
    if introduced is not None:
        return introduced, mark.end
    if gap.before == gap.block.start:
        near = mark.end - gap.before <= LONGEST and gap.before < mark.start
        return (gap.before, mark.end) if near else None
    match = SENTENCE_END.search(text, gap.before, mark.start)
    if match is None or mark.end - match.end() > LONGEST or match.end() >= mark.start:
        return None
    return match.end(), mark.end


def _introduced(text: str, start: int, end: int, words: Words) -> int | None:
    """Where the last clause like "he wrote that ..." or "she said: ..." lets the words of others begin."""
    stretch = text[start:end].lower()
    if ":" not in stretch and not any(word in stretch for word in words.that):
        return None
    found = tokens(text, start, end)
    forms = [token.word for token in found]
    for index in range(len(found) - 4, 0, -1):
        reach = 0 if forms[index] in words.that else REACH if forms[index] == ":" else None
        verb = None if reach is None else verb_before(forms[max(0, index - REACH - 1) : index], reach, words)
        if verb is not None and verb.role in ("saying", "writing"):
            return found[index + 1].start
    return None


def shown(text: str, quotation: Quotation) -> str:
    """The first words of a guess, for a message."""
    words = text[quotation.inner[0] : quotation.inner[1]].strip()
    if len(words) <= SHOWN:
        return words
    fitting = [token.end for token in tokens(words, 0, SHOWN)]
    return words[: fitting[-2] if len(fitting) > 1 else SHOWN].rstrip() + " …"
