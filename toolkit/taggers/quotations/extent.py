"""Extents: pairs of marks as quotations of one block or several, and what an unbalanced mark most probably meant."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from toolkit.model.annotation import Certainty
from toolkit.model.reading import Block
from toolkit.taggers.quotations.pairing import Pair

SURE = 2.0
PLAUSIBLE = 3.6


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation as a stretch of the reading, marks included.

    parts: its stretch in each block, in order. depth: how many quotations hold it. block: the index of its first block.
    cert: how sure its extent is. inner: where the words between the marks start and end in its first and last part.
    """

    start: int
    end: int
    parts: tuple[tuple[int, int], ...]
    block: int
    cert: Certainty
    inner: tuple[int, int]
    depth: int = 0
    dash: bool = False


def quotations_of(pairs: Iterable[Pair], blocks: Sequence[tuple[int, Block]]) -> list[Quotation]:
    """The quotations of pairs of marks; blocks: those of the run, with their indices in the reading."""
    starts = [block.start for _, block in blocks]
    found: list[Quotation] = []
    holders: list[int] = []
    for pair in pairs:
        while holders and holders[-1] <= pair.opening.start:
            holders.pop()
        first = bisect_right(starts, pair.opening.start) - 1
        last = first if pair.closing.end <= blocks[first][1].end else bisect_right(starts, pair.closing.start) - 1
        parts: tuple[tuple[int, int], ...] = ((pair.opening.start, pair.closing.end),)
        if last > first:
            parts = tuple(
                (max(block.start, pair.opening.start), min(block.end, pair.closing.end))
                for _, block in blocks[first : last + 1]
            )
        found.append(
            Quotation(
                start=pair.opening.start,
                end=pair.closing.end,
                parts=parts,
                block=blocks[first][0],
                cert=_certainty(pair, last - first),
                inner=(pair.opening.end, pair.closing.start),
                depth=len(holders),
            )
        )
        holders.append(pair.closing.end)
    return found


def _certainty(pair: Pair, borders: int) -> Certainty:
    """How sure an extent is: less where it runs on without repeated marks, or where its marks stand oddly."""
    cost = pair.cost + SURE * max(0, borders - len(pair.repeats))
    if cost < SURE:
        return Certainty.HIGH
    return Certainty.MEDIUM if cost < PLAUSIBLE else Certainty.LOW
