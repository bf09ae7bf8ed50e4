"""Alignment: which character of one text is which of another that is nearly the same."""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

SMALL = 250_000
LONGEST, SHORTEST = 24, 6

Block = tuple[int, int, int]


def align(left: str, right: str) -> list[Block]:
    """Blocks (start in left, start in right, length) of equal characters, in order.

    Words that occur once in both texts are anchors; between two anchors the same is done with shorter words, and where
    little is left the longest common subsequence decides (the idea of patience diff).
    """
    return sorted(_between(left, right, (0, len(left), 0, len(right)), LONGEST))


def _between(left: str, right: str, window: tuple[int, int, int, int], size: int) -> Iterator[Block]:
    a, b, c, d = window
    head = _common(left[a:b], right[c:d])
    if head:
        yield a, c, head
        a, c = a + head, c + head
    tail = _common(left[a:b][::-1], right[c:d][::-1])
    if tail:
        yield b - tail, d - tail, tail
        b, d = b - tail, d - tail
    if a >= b or c >= d:
        return
    if (b - a) * (d - c) <= SMALL:
        matcher = difflib.SequenceMatcher(None, left[a:b], right[c:d], autojunk=False)
        yield from ((a + i, c + j, n) for i, j, n in matcher.get_matching_blocks() if n > 1 or (n and b - a < 40))
    elif size >= SHORTEST:
        done_left, done_right = a, c
        for i, j, n in _anchors(left, right, (a, b, c, d), size):
            yield from _between(left, right, (done_left, i, done_right, j), size // 2)
            yield i, j, n
            done_left, done_right = i + n, j + n
        yield from _between(left, right, (done_left, b, done_right, d), size // 2)


def _common(left: str, right: str) -> int:
    """The length of the common beginning."""
    low, high = 0, min(len(left), len(right))
    while low < high:
        middle = (low + high + 1) // 2
        if left[low:middle] == right[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _anchors(left: str, right: str, window: tuple[int, int, int, int], size: int) -> list[Block]:
    """Runs of words of `size` characters that occur once on each side, in one order on both."""
    a, b, c, d = window
    on_left = Counter(left[i : i + size] for i in range(a, b - size + 1))
    on_right: dict[str, int] = {}
    for j in range(c, d - size + 1):
        word = right[j : j + size]
        on_right[word] = -1 if word in on_right else j
    pairs = [
        (i, on_right[left[i : i + size]])
        for i in range(a, b - size + 1)
        if on_left[left[i : i + size]] == 1 and on_right.get(left[i : i + size], -1) >= 0
    ]
    runs: list[Block] = []
    for i, j in _increasing(pairs):
        if runs and i - runs[-1][0] == j - runs[-1][1] and i <= runs[-1][0] + runs[-1][2]:
            runs[-1] = (runs[-1][0], runs[-1][1], i + size - runs[-1][0])
        elif not runs or (i >= runs[-1][0] + runs[-1][2] and j >= runs[-1][1] + runs[-1][2]):
            runs.append((i, j, size))
    return runs


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, sorted by the first member, whose second members increase too."""
    tails: list[int] = []
    heads: list[int] = []
    before = [-1] * len(pairs)
    for index, (_, second) in enumerate(pairs):
        place = bisect_left(tails, second)
        if place == len(tails):
            tails.append(second)
            heads.append(index)
        else:
            tails[place] = second
            heads[place] = index
        before[index] = heads[place - 1] if place else -1
    chain: list[tuple[int, int]] = []
    index = heads[-1] if heads else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]
