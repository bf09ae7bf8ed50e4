"""Search: all quotations of a reading, between marks and after dashes, and the marks that found no partner."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from toolkit.model.reading import Block, Reading
from toolkit.taggers.quotations.convention import learn
from toolkit.taggers.quotations.dashes import dialogue, first_turn
from toolkit.taggers.quotations.extent import Quotation, quotations_of
from toolkit.taggers.quotations.language import Words
from toolkit.taggers.quotations.lines import without_line_marks
from toolkit.taggers.quotations.marks import Mark, marks_in
from toolkit.taggers.quotations.pairing import pair
from toolkit.taggers.quotations.repair import Unbalanced, answered, narrated, repair
from toolkit.taggers.quotations.unmarked import unmarked

# A head, a cell or an address is no part of the running text; a note is a text of its own in the middle of another.
APART = frozenset(
    {"head", "title", "cell", "stage", "speaker", "byline", "dateline", "salute", "signed", "address", "trailer"}
)

# A block of more marks than MANY, one in CROWDED characters or more: no prose comes near (dialogue has one in 30).
MANY = 200
CROWDED = 3


class Search(NamedTuple):
    """The quotations in the order of the text, the holder before what it holds; and the marks without a partner."""

    quotations: list[Quotation]
    unbalanced: list[Unbalanced]


def search(reading: Reading, source: str, words: Words, language: str) -> Search:
    """All quotations of a reading of a source, in a language (a BCP 47 tag)."""
    text, blocks = reading.text, reading.blocks
    marks = [without_line_marks(_marks_of(text, block, words), reading, source) for block in blocks]
    convention = learn((mark for each in marks for mark in each), language)

    ends = {block.end: following.end for block, following in pairwise(blocks)}

    def over(start: int, end: int) -> bool:
        return narrated(text, start, end, words) is not None or answered(text, end + 1, ends[end], words)

    quotations: list[Quotation] = []
    unbalanced: list[Unbalanced] = []
    for run in _runs(blocks):
        if not any(marks[index] for index in run):
            continue
        numbered = [(index, blocks[index]) for index in run]
        pairing = pair([(block, marks[index]) for index, block in numbered], convention, over)
        paired = quotations_of(pairing.pairs, numbered)
        quotations += paired
        unbalanced += repair(text, numbered, (pairing.unclosed, pairing.unopened), paired, words)
    quotations += [each.guess for each in unbalanced if each.guess]
    spoken = list(dialogue(text, blocks, words))
    if spoken:
        quotations, crossing = _outside(quotations, spoken)
        dashed = {each.block for each in spoken}
        for each in crossing:
            if each.block not in dashed and len(each.parts) > 1 and each.depth == 0:
                quotations += first_turn(text, each, blocks[each.block], words)
        quotations += spoken
    if not quotations and not unbalanced:
        quotations += unmarked(text, blocks, words)
    quotations.sort(key=lambda each: (each.start, -each.end))
    return Search(quotations, unbalanced)


def _marks_of(text: str, block: Block, words: Words) -> list[Mark]:
    """The marks of a block; none where a long block is marks for the most part, which is an ornament and no text."""
    marks = list(marks_in(text, block.start, block.end, words))
    return [] if len(marks) > MANY and len(marks) * CROWDED > block.end - block.start else marks


def _outside(quotations: Sequence[Quotation], spoken: Sequence[Quotation]) -> tuple[list[Quotation], list[Quotation]]:
    """The quotations between marks that cross no border of speech after a dash, and those that do."""
    borders = sorted({border for speech in spoken for border in (speech.start, speech.end)})
    clear: list[Quotation] = []
    crossing: list[Quotation] = []
    for each in quotations:
        whole = bisect_right(borders, each.start) == bisect_left(borders, each.end)
        (clear if whole else crossing).append(each)
    return clear, crossing


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The indices of blocks that one quotation may run through."""
    run: list[int] = []
    for index, block in enumerate(blocks):
        if block.kind == "note":
            yield [index]
        elif block.kind in APART:
            if run:
                yield run
            run = []
            yield [index]
        else:
            run.append(index)
    if run:
        yield run
