"""Repair: a mark without a partner. The most probable extent is tagged with low certainty, or nothing is.

The scope of a guess is one block: an opening mark reaches to the narrator's clause or to the block's end, a closing
mark reaches back to the block's start or to the sentence after the quotation before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from toolkit.model.annotation import Certainty
from toolkit.model.reading import Block
from toolkit.taggers.quotations.context import role_of, sentence_after, tokens, verb_after
from toolkit.taggers.quotations.extent import Quotation
from toolkit.taggers.quotations.language import Words
from toolkit.taggers.quotations.marks import Mark

LONGEST = 700
SHOWN = 40
POINT = re.compile(r"[,.!?;…]|—|--")
SENTENCE_END = re.compile(r"[.!?…][)\]”’\"']*\s+")


@dataclass(frozen=True, slots=True)
class Unbalanced:
    """A mark without a partner; guess: the quotation that was most probably meant, if any."""

    mark: Mark
    opening: bool
    guess: Quotation | None


def repair(
    text: str,
    blocks: Sequence[tuple[int, Block]],
    alone: tuple[Iterable[Mark], Iterable[Mark]],
    quotations: Sequence[Quotation],
    words: Words,
) -> Iterator[Unbalanced]:
    """What each lone mark (unclosed, unopened) of a run of blocks meant, beside the quotations already found there."""
    unclosed, unopened = alone
    parts = [part for each in quotations for part in each.parts]
    for opening, marks in ((True, unclosed), (False, unopened)):
        for mark in marks:
            index, block = next((i, b) for i, b in reversed(blocks) if b.start <= mark.start)
            taken = [part for part in parts if block.start <= part[0] < block.end]
            reach = _forwards if opening else _backwards
            extent = reach(text, block, mark, taken, words)
            guess = None
            if extent is not None and not any(a < extent[1] and extent[0] < b for a, b in taken):
                inner = (mark.end, extent[1]) if opening else (extent[0], mark.start)
                guess = Quotation(*extent, (extent,), index, Certainty.LOW, inner)
                parts.append(extent)
            yield Unbalanced(mark, opening, guess)


def _forwards(
    text: str, block: Block, mark: Mark, taken: Sequence[tuple[int, int]], words: Words
) -> tuple[int, int] | None:
    """From an opening mark to the clause that says who speaks, to the end of its sentence, or to the block's end."""
    if any(start <= mark.start < end for start, end in taken):
        return None
    limit = min([start for start, _ in taken if start > mark.start], default=block.end)
    told = narrated(text, mark.end, limit, words)
    if told is not None:
        return mark.start, told
    if limit == block.end and (mark.head or limit - mark.start <= LONGEST):
        return (mark.start, block.end) if limit - mark.start <= LONGEST else _sentence(text, mark, limit)
    return _sentence(text, mark, limit)


def narrated(text: str, start: int, end: int, words: Words) -> int | None:
    """Where in a stretch of speech the narrator begins to say who speaks: after "I go," in "I go, said John"."""
    for match in POINT.finditer(text, start, min(end, start + LONGEST)):
        found = sentence_after(text, match.end(), end)
        verb = verb_after(found, words)
        if verb is None or verb.role != "saying":
            continue
        if verb.gap == 0 or (verb.gap == 1 and words.is_third(found[0].word)):
            return match.end()
    return None


def _sentence(text: str, mark: Mark, limit: int) -> tuple[int, int] | None:
    match = SENTENCE_END.search(text, mark.end, min(limit, mark.end + LONGEST))
    return (mark.start, match.start() + 1) if match else None


def _backwards(
    text: str, block: Block, mark: Mark, taken: Sequence[tuple[int, int]], words: Words
) -> tuple[int, int] | None:
    """From a closing mark back to the verb that introduces the words, to the block's start, or to a sentence's."""
    if any(start <= mark.start < end for start, end in taken):
        return None
    before = max([end for _, end in taken if end <= mark.start], default=block.start)
    introduced = _introduced(text, max(before, mark.start - LONGEST), mark.start, words)
    if introduced is not None:
        return introduced, mark.end
    if before == block.start:
        return (block.start, mark.end) if mark.end - block.start <= LONGEST else None
    match = SENTENCE_END.search(text, before, mark.start)
    if match is None or mark.end - match.end() > LONGEST:
        return None
    return match.end(), mark.end


def _introduced(text: str, start: int, end: int, words: Words) -> int | None:
    """Where the last clause like "he wrote that ..." or "she said: ..." lets the words of others begin."""
    found = tokens(text, start, end)
    for index in range(len(found) - 4, 0, -1):
        opens = found[index].word == ":" or found[index].word in words.that
        if opens and role_of(found[index - 1].word, words) in ("saying", "writing"):
            return found[index + 1].start
    return None


def shown(text: str, quotation: Quotation) -> str:
    """The first words of a guess, for a message."""
    words = text[quotation.inner[0] : quotation.inner[1]].strip()
    if len(words) <= SHOWN:
        return words
    fitting = [token.end for token in tokens(words, 0, SHOWN)]
    return words[: fitting[-2] if len(fitting) > 1 else SHOWN].rstrip() + " …"
