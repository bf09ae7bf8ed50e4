"""Pairing: which mark closes which, by the cheapest reading of all marks of a run of blocks.

A reading gives each mark a part: it opens, closes, repeats an opening at the head of a block that a quotation runs on
into, or is no mark. Readings are compared by the sum of their costs, left to right, with one survivor for each stack
of open marks (a Viterbi search); what a block border leaves open has to pay, so a lost mark spoils one block at most.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.model.reading import Block
from toolkit.taggers.quotations.convention import CLEAR, CLOSERS, Convention
from toolkit.taggers.quotations.marks import DOUBTFUL, UNPAIRED, Mark

BEAM = 6
WIDTH = 9.0
NESTED_ALIKE = 3.0
TOO_DEEP = 2.5
DEEPEST = 5
REPEATED = 0.3
REPEAT = 0.1
OVER = 4.8
RUNS_ON = 3.2
LEFT_OUT = 2.5
RUNS_ON_FURTHER = 0.7
VERSE_RUNS_ON = 0.1
LONGEST_RUN = 12
EMPTY = 3.0
FLOWING = frozenset({"l"})


class Pair(NamedTuple):
    """A quotation: its first and last mark, the opening marks repeated in between, and the cost of reading it so."""

    opening: Mark
    closing: Mark
    repeats: tuple[Mark, ...]
    cost: float


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs of a run of blocks in the order of their opening, and the marks that have no partner there."""

    pairs: tuple[Pair, ...]
    unclosed: tuple[Mark, ...]
    unopened: tuple[Mark, ...]


class _Step(NamedTuple):
    """One decision of a reading, the newest first; partner: the opening mark that is closed, repeated or given up."""

    before: _Step | None
    part: str
    mark: Mark
    partner: Mark | None
    cost: float


class _Reading(NamedTuple):
    """A way to read all marks so far; borders: how many blocks it has run on without a repeated mark."""

    cost: float
    stack: tuple[Mark, ...]
    borders: int
    steps: _Step | None


_Readings = dict[tuple[str, ...], _Reading]


def pair(
    blocks: Sequence[tuple[Block, Sequence[Mark]]], convention: Convention, over: Callable[[int, int], bool]
) -> Pairing:
    """The cheapest reading of the marks of blocks that follow one another.

    over: whether a quotation that is open from a mark to its block's end must have ended there, by what is told.
    """
    readings: _Readings = {(): _Reading(0.0, (), 0, None)}
    last = len(blocks) - 1
    for index, (block, marks) in enumerate(blocks):
        clear = _read_clear(readings[()], marks, convention) if len(readings) == 1 and () in readings else None
        if clear is not None:
            readings = {(): clear}
            continue
        for mark in marks:
            readings = _read(readings, mark, convention)
        if index < last:
            following, heading = blocks[index + 1]
            first = heading[0] if heading and heading[0].head else None
            readings = _cross(
                readings, first, over, block.end, flowing=block.kind in FLOWING and following.kind in FLOWING
            )
    final = min((_give_up(reading) for reading in readings.values()), key=lambda reading: reading.cost)
    return _decide(final.steps, convention)


def _read_clear(reading: _Reading, marks: Sequence[Mark], convention: Convention) -> _Reading | None:
    """The reading after the marks of a block, if each has one part only that it can play, else None."""
    steps = reading.steps
    total = reading.cost
    stack: list[Mark] = []
    for mark in marks:
        opens = mark.opens + convention.opens.get(mark.form, 0.0)
        closes = mark.closes + convention.closes.get(mark.form, 0.0)
        if opens <= CLEAR and closes >= DOUBTFUL and mark.apostrophe >= DOUBTFUL and mark.form in CLOSERS:
            if any(mark.form == other.form for other in stack):
                return None
            steps = _Step(steps, "open", mark, None, opens)
            total += opens
            stack.append(mark)
        elif closes <= CLEAR and opens >= DOUBTFUL and mark.apostrophe >= DOUBTFUL and stack:
            partner = stack.pop()
            fits = CLOSERS[partner.form].get(mark.form)
            if fits is None or fits > CLEAR or partner.end == mark.start:
                return None
            steps = _Step(steps, "close", mark, partner, closes + fits)
            total += closes + fits
        elif mark.apostrophe <= CLEAR and opens >= DOUBTFUL and closes >= DOUBTFUL:
            steps = _Step(steps, "pass", mark, None, mark.apostrophe)
            total += mark.apostrophe
        else:
            return None
    return _Reading(total, (), 0, steps) if not stack else None


def _read(readings: _Readings, mark: Mark, convention: Convention) -> _Readings:
    """The readings after one more mark: each of them opens, closes, repeats or passes it."""
    after: _Readings = {}
    form = mark.form
    opens = mark.opens + convention.opens.get(form, 0.0)
    closes = mark.closes + convention.closes.get(form, 0.0)

    def keep(key: tuple[str, ...], reading: _Reading) -> None:
        known = after.get(key)
        if known is None or reading.cost < known.cost:
            after[key] = reading

    for key, (cost, stack, borders, steps) in readings.items():
        passed = mark.apostrophe
        keep(key, _Reading(cost + passed, stack, borders, _Step(steps, "pass", mark, None, passed)))
        if form in CLOSERS and len(key) < DEEPEST:
            opened = opens + (NESTED_ALIKE if form in key else 0.0) + (TOO_DEEP if len(key) > 1 else 0.0)
            keep(
                (*key, form), _Reading(cost + opened, (*stack, mark), borders, _Step(steps, "open", mark, None, opened))
            )
        repeated = _repeated(mark, stack) if mark.head else None
        if repeated is not None:
            keep(key, _Reading(cost + REPEAT, stack, borders, _Step(steps, "repeat", mark, repeated, REPEAT)))
        lost = 0.0
        for depth in range(len(stack) - 1, -1, -1):
            partner = stack[depth]
            fits = CLOSERS[partner.form].get(form)
            if fits is not None:
                closed = closes + fits + lost + (EMPTY if partner.end == mark.start else 0.0)
                step = _Step(steps, "close", mark, partner, closed)
                keep(key[:depth], _Reading(cost + closed, stack[:depth], borders if depth else 0, step))
            lost += partner.apostrophe
    if len(after) > 1:
        limit = min(reading.cost for reading in after.values()) + WIDTH
        after = {key: reading for key, reading in after.items() if reading.cost <= limit}
        if len(after) > BEAM:
            after = dict(sorted(after.items(), key=lambda item: item[1].cost)[:BEAM])
    return after


def _cross(
    readings: _Readings, first: Mark | None, over: Callable[[int, int], bool], end: int, *, flowing: bool
) -> _Readings:
    """The readings after a block's border; first: the mark at the head of the next block."""
    closed = min((_give_up(reading) for reading in readings.values()), key=lambda reading: reading.cost)
    after: _Readings = {(): closed}
    for key, reading in readings.items():
        if not key or reading.borders >= LONGEST_RUN:
            continue
        if flowing:
            after[key] = reading._replace(cost=reading.cost + VERSE_RUNS_ON)
        elif first is not None and _repeated(first, reading.stack) is not None:
            rivals = reading.cost + REPEATED < closed.cost + OVER  # else it loses whatever is told
            price = OVER if rivals and over(reading.stack[-1].end, end) else REPEATED
            price += LEFT_OUT if reading.borders else 0.0
            after[key] = reading._replace(cost=reading.cost + price, borders=0)
        else:
            price = RUNS_ON_FURTHER if reading.borders else RUNS_ON
            after[key] = reading._replace(cost=reading.cost + price, borders=reading.borders + 1)
    limit = min(reading.cost for reading in after.values()) + WIDTH
    return {key: reading for key, reading in after.items() if reading.cost <= limit}


def _repeated(mark: Mark, stack: Sequence[Mark]) -> Mark | None:
    """The open mark that a mark at a block's head repeats: with its own form, or, in French books, its closing form."""
    for opened in stack:
        if mark.form == opened.form:
            return opened
    return next((opened for opened in stack if opened.form in "«‹" and mark.form in CLOSERS[opened.form]), None)


def _give_up(reading: _Reading) -> _Reading:
    """The reading without its open marks: each of them was no opening, or has lost its partner."""
    price = sum(mark.apostrophe for mark in reading.stack)
    return _Reading(reading.cost + price, (), 0, reading.steps)


def _decide(steps: _Step | None, convention: Convention) -> Pairing:
    """What the steps of a finished reading amount to."""
    closed: list[tuple[Mark, Mark, float]] = []
    opened: dict[int, tuple[Mark, float]] = {}  # by where they start: a number is found faster than a mark
    repeats: dict[int, list[Mark]] = {}
    passed: list[Mark] = []
    while steps is not None:
        steps, part, mark, partner, cost = steps
        if part == "close" and partner is not None:
            closed.append((partner, mark, cost))
        elif part == "repeat" and partner is not None:
            repeats.setdefault(partner.start, []).append(mark)
        elif part == "open":
            opened[mark.start] = mark, cost
        elif mark.apostrophe >= UNPAIRED:
            passed.append(mark)
    pairs = [
        Pair(opening, closing, tuple(reversed(repeats.pop(opening.start, ()))), cost + opened.pop(opening.start)[1])
        for opening, closing, cost in closed
    ]
    pairs.sort(key=lambda pair: pair.opening.start)
    alone = {mark for mark, _ in opened.values()}
    alone.update(mark for start in opened.keys() & repeats.keys() for mark in repeats[start])
    alone.update(passed)
    unclosed = sorted(mark for mark in alone if convention.opening(mark))
    return Pairing(tuple(pairs), tuple(unclosed), tuple(sorted(alone.difference(unclosed))))
