"""Overlap: inline annotations of one block become nested pieces, by the ranks and policies of the vocabulary.

TEI P5, 21.3: an element that cannot nest is cut into fragments, tied with @next and @prev.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import count

from toolkit.model.annotation import Annotation
from toolkit.vocabulary import VOCABULARY, Crossing


@dataclass(frozen=True, slots=True)
class Piece:
    """An annotation, or the part of it that can be one element.

    owner: the number of its annotation among the document's inline annotations; part: its place among the pieces.
    """

    start: int
    end: int
    owner: int
    annotation: Annotation = field(compare=False)

    @property
    def rank(self) -> int:
        return VOCABULARY[self.annotation.kind].rank


def nested(pieces: Iterable[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces, cut where they cross, in the order in which they open; and those dropped because they may not be cut.

    A piece of higher rank stays whole; of two of one rank the earlier does.
    """
    ordered = sorted(pieces, key=lambda piece: (piece.start, -piece.end, -piece.rank))
    if not _cross(ordered):
        return [piece for piece in ordered if piece.start < piece.end], []
    return _cut(ordered)


def _cross(ordered: Iterable[Piece]) -> bool:
    """Whether any two of the pieces, which come in their order, cross."""
    ends: list[int] = []
    for piece in ordered:
        while ends and ends[-1] <= piece.start:
            ends.pop()
        if ends and ends[-1] < piece.end:
            return True
        ends.append(piece.end)
    return False


def _cut(pieces: Iterable[Piece]) -> tuple[list[Piece], list[Piece]]:
    tie = count()
    heap = [(piece.start, -piece.end, -piece.rank, next(tie), piece) for piece in pieces]
    heapq.heapify(heap)
    placed: list[Piece] = []
    dropped: list[Piece] = []
    open_pieces: list[int] = []

    def push(piece: Piece) -> None:
        heapq.heappush(heap, (piece.start, -piece.end, -piece.rank, next(tie), piece))

    while heap:
        piece = heapq.heappop(heap)[-1]
        while open_pieces and placed[open_pieces[-1]].end <= piece.start:
            open_pieces.pop()
        crossed = [index for index in open_pieces if placed[index].end < piece.end]
        firm = [index for index in crossed if placed[index].rank >= piece.rank]
        if firm:
            if VOCABULARY[piece.annotation.kind].crossing is Crossing.DROP:
                dropped.append(piece)
                continue
            border = min(placed[index].end for index in firm)
            push(replace(piece, start=border))
            push(replace(piece, end=border))
            continue
        for index in crossed:
            open_pieces.remove(index)
            push(replace(placed[index], start=piece.start))
            placed[index] = replace(placed[index], end=piece.start)
        open_pieces.append(len(placed))
        placed.append(piece)
    return [piece for piece in placed if piece.start < piece.end], dropped
