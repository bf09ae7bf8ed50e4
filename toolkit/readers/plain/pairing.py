"""Pairing: markers and bodies stand in the same order, so the heaviest chain of equal values ties them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

# Bodies of its value that a marker is tried with: the next ones after it (notes at the page foot), and those of about
# the same rank (notes at the end, numbering that begins again by chapter).
NEXT = 4
ABOUT = 8


class Point(NamedTuple):
    """A marker or a body: its offset, its value, and its weight."""

    offset: int
    value: str
    weight: float


def chain(markers: Sequence[Point], bodies: Sequence[Point]) -> dict[int, int]:
    """Body index -> marker index: the heaviest pairing in which neither order is crossed and markers come first.

    Both sequences are sorted by offset. Among chains of equal weight the one of nearer markers is taken. Time is linear
    in the number of markers, but for a logarithm.
    """
    by_value: dict[str, list[int]] = {}
    for index, body in enumerate(bodies):
        by_value.setdefault(body.value, []).append(index)
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(bodies) + 1)  # a Fenwick tree of prefix maxima
    nodes: list[tuple[int, int, int]] = []
    seen: dict[str, int] = {}
    for marker_index, marker in enumerate(markers):
        places = by_value.get(marker.value, [])
        rank = seen.get(marker.value, 0)
        seen[marker.value] = rank + 1
        # A body's own label may look like a marker: it never leads to itself.
        first = bisect_right(places, marker.offset, key=lambda index: bodies[index].offset)
        reached = []
        for place in _tried(first, rank, len(places)):
            body_index = places[place]
            weight, before = _best(best, body_index)
            near = 0.001 / (1 + (bodies[body_index].offset - marker.offset) / 4000)
            nodes.append((body_index, marker_index, before))
            score = weight + marker.weight * bodies[body_index].weight + near
            reached.append((body_index, (score, len(nodes) - 1)))
        for body_index, value in reached:
            _raise(best, body_index + 1, value)
    _, node = _best(best, len(bodies))
    pairs = {}
    while node >= 0:
        body_index, marker_index, node = nodes[node]
        pairs[body_index] = marker_index
    return pairs


def _tried(first: int, rank: int, count: int) -> Iterable[int]:
    """The places, from `first` to before `count`, of the bodies that a marker is tried with."""
    low, high = max(first, rank - ABOUT), min(count, rank + ABOUT)
    if low <= first + NEXT:
        return range(first, max(high, min(count, first + NEXT)))
    return (*range(first, min(count, first + NEXT)), *range(low, high))


def _best(tree: Sequence[tuple[float, int]], count: int) -> tuple[float, int]:
    """The best of the first `count` places."""
    best = (0.0, -1)
    while count > 0:
        if tree[count] > best:
            best = tree[count]
        count -= count & -count
    return best


def _raise(tree: list[tuple[float, int]], place: int, value: tuple[float, int]) -> None:
    while place < len(tree):
        if value > tree[place]:
            tree[place] = value
        place += place & -place
