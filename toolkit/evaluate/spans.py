"""Comparing stretches: the same stretch, the same but for what edges differ on, or any overlap; one to one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MARKS = "\"'“”„‟‘’‚‛«»‹›—–-.,;:!?…`()[]"
TITLES = re.compile(
    r"^(?:(?:mr|mrs|ms|miss|messrs|mme|mlle|dr|prof|professor|rev|reverend|sir|lady|lord|dame|capt|captain|col|colonel|"
    r"gen|general|major|lieut|lieutenant|sergeant|private|king|queen|prince|princess|president|senator|judge|père|m|"
    r"herr|frau|hr|fr|the|old|poor|dear|young|comrade|le|la|monsieur|madame|général|maréchal|saint|st)\b\.?\s*)+",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"(?:['’]s?|[.,;:\s])+$")
LEADING = re.compile(r"(?:on|in|the|of|by|at|about|early|late)\s+", re.IGNORECASE)
TRAILING = re.compile(r"[.,;:\s]+$")

Stretch = tuple[int, int]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Matches:
    """Pairs (gold, predicted) of indices; each list holds the one before it."""

    exact: tuple[Pair, ...]
    trimmed: tuple[Pair, ...]
    overlap: tuple[Pair, ...]


def trim(text: str, start: int, end: int, label: str) -> Stretch:
    """The stretch without titles, possessive, quotation marks, prepositions and edge punctuation, by its label."""
    words = text[start:end]
    before = after = 0
    if label == "q":
        before = len(words) - len(words.lstrip(MARKS + " \n\t"))
        after = len(words) - len(words.rstrip(MARKS + " \n\t"))
    else:
        first, last = (TITLES, POSSESSIVE) if label == "persName" else (LEADING, TRAILING)
        lead, tail = first.match(words), last.search(words)
        before = lead.end() if lead and lead.end() < len(words) else 0
        after = len(words) - tail.start() if tail else 0
    return (start + before, end - after) if start + before < end - after else (start, end)


def match(gold: Sequence[Stretch], predicted: Sequence[Stretch], text: str, label: str) -> Matches:
    """One-to-one pairs: the same stretch first, then the same trimmed, then those that share the most characters."""
    exact = _same(list(enumerate(gold)), list(enumerate(predicted)))
    trimmed = exact + _same(
        [(i, trim(text, *gold[i], label)) for i in _rest(len(gold), (g for g, _ in exact))],
        [(j, trim(text, *predicted[j], label)) for j in _rest(len(predicted), (p for _, p in exact))],
    )
    return Matches(tuple(exact), tuple(trimmed), tuple(trimmed + _overlapping(gold, predicted, trimmed)))


def _rest(count: int, used: Iterable[int]) -> list[int]:
    taken = set(used)
    return [index for index in range(count) if index not in taken]


def _same(gold: list[tuple[int, Stretch]], predicted: list[tuple[int, Stretch]]) -> list[Pair]:
    waiting: dict[Stretch, list[int]] = {}
    for index, stretch in gold:
        waiting.setdefault(stretch, []).append(index)
    return [(waiting[stretch].pop(0), index) for index, stretch in predicted if waiting.get(stretch)]


def _overlapping(gold: Sequence[Stretch], predicted: Sequence[Stretch], used: list[Pair]) -> list[Pair]:
    free_gold = sorted(_rest(len(gold), (g for g, _ in used)), key=lambda i: gold[i])
    free = sorted(_rest(len(predicted), (p for _, p in used)), key=lambda j: predicted[j])
    shared: list[tuple[int, int, int]] = []
    first = 0
    longest = max((gold[i][1] - gold[i][0] for i in free_gold), default=0)
    for j in free:
        start, end = predicted[j]
        while first < len(free_gold) and gold[free_gold[first]][0] + longest <= start:
            first += 1
        for i in free_gold[first:]:
            if gold[i][0] >= end:
                break
            common = min(end, gold[i][1]) - max(start, gold[i][0])
            if common > 0:
                shared.append((-common, i, j))
    pairs: list[Pair] = []
    taken_gold: set[int] = set()
    taken: set[int] = set()
    for _, i, j in sorted(shared):
        if i not in taken_gold and j not in taken:
            pairs.append((i, j))
            taken_gold.add(i)
            taken.add(j)
    return pairs
