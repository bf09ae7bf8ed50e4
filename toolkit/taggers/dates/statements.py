"""Statements: what a text says of dates; passages, expressions, values, in one pass in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from toolkit.model.annotation import Certainty
from toolkit.taggers.dates.context import Context
from toolkit.taggers.dates.days import Interval, Moment, is_day
from toolkit.taggers.dates.expression import Century, DayOf, Expression, Meaning, Open, Relative, YearOf
from toolkit.taggers.dates.grammar import STARTERS, expressions
from toolkit.taggers.dates.language import Language
from toolkit.taggers.dates.passages import passages
from toolkit.taggers.dates.ranges import Ranges, pieces
from toolkit.taggers.dates.resolve import resolve
from toolkit.taggers.dates.tense import SENTENCE_END, tense
from toolkit.taggers.dates.tokens import Cut, Forms, lowered

STOP = re.compile(r"[.!?…]+[\"”’)\]]*\s")
REMEMBERED = 4096  # passages: running heads, formulas of clerks and headings of diaries come again and again
OPENING = 25  # characters: "In the spring of "
SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)\b")


class Statement(NamedTuple):
    """An expression in a reading: its stretch there, what it says, and what that means here, if anything."""

    start: int
    end: int
    meaning: Meaning
    value: tuple[Interval, Certainty] | None


class Placed(NamedTuple):
    """An expression and its stretch in its passage."""

    start: int
    end: int
    expression: Expression


class Date(NamedTuple):
    """A date found in a reading: its stretch there, its value, and how sure that is."""

    start: int
    end: int
    interval: Interval
    cert: Certainty


def dates(text: str, words: Language, spoken: Moment | None = None, ranges: Ranges = Ranges.BY_FORM) -> Iterator[Date]:
    """The dates of a text, in order. spoken: when it was spoken or written, if that is known."""
    for start, end, _, value in statements(text, words, spoken, ranges):
        if value:
            yield Date(start, end, *value)


def statements(
    text: str,
    words: Language,
    spoken: Moment | None = None,
    ranges: Ranges = Ranges.BY_FORM,
    datelines: frozenset[int] = frozenset(),
) -> Iterator[Statement]:
    """What the text says of dates, in order, each in the light of what was said before.

    datelines: where lines begin whose date is the day of writing of what follows.
    """
    lower = lowered(text)
    cased = words.capitals and lower != text and not text.isupper()
    words = replace(words, numeric=_numeric_order(lower, words), capitals=cased)
    context = Context(spoken=spoken)
    forms = {True: Forms(words, STARTERS, cased=True), False: Forms(words, STARTERS, cased=False)}
    known: dict[str, list[Placed]] = {}
    last = 0
    for place, end in passages(lower, words):
        passage = text[place:end]
        found = known.get(passage)
        if found is None:
            if len(known) == REMEMBERED:
                known.clear()
            cut = forms[not passage.isupper()].cut(passage)
            found = known[passage] = [_placed(cut, part) for part in pieces(expressions(cut.tokens, words), ranges)]
        for start, stop, expression in found:
            previous, first, last = last, place + start, place + stop
            begins = lower.find("\n", previous, first) >= 0
            parted = STOP.match(lower, previous) or SENTENCE_END.search(lower, max(previous - 3, 0), first + 1)
            dated = context.spoken is None or isinstance(expression.meaning, YearOf)
            context = context.within(parted is None, 0 if dated else tense(lower, first, words))
            resolved = resolve(expression.meaning, context)
            if resolved and not expression.sure and resolved[1] is Certainty.HIGH:
                resolved = resolved[0], Certainty.MEDIUM
            yield Statement(first, last, expression.meaning, resolved)
            if resolved is None:
                continue
            interval, cert = resolved
            if cert is not Certainty.LOW and not _is_aside(expression.meaning):
                context = context.after(interval, opening=begins or _opens_sentence(lower, first))
                in_dateline = bool(datelines) and lower.rfind("\n", 0, first) + 1 in datelines
                if _heads_entry(lower, first, last, expression.meaning) or (in_dateline and is_day(interval)):
                    context = context._replace(spoken=interval.first)


def _numeric_order(lower: str, words: Language) -> str:
    """Whether the day or the month goes first in 5/6/36: as in the text's other dates so written, else as is usual."""
    days_first = months_first = 0
    for match in SLASHED.finditer(lower) if "/" in lower else ():
        days_first += int(match[1]) > 12
        months_first += int(match[2]) > 12
    if days_first == months_first:
        return words.numeric
    return "dmy" if days_first > months_first else "mdy"


def _heads_entry(lower: str, start: int, end: int, meaning: Meaning) -> bool:
    """Whether a date stands at the head of a line as the heading of what follows: an entry of a diary."""
    if not isinstance(meaning, DayOf) or (start and lower[start - 1] != "\n"):
        return False
    if not any(character.isalpha() for character in lower[start:end]):
        return True
    return lower[end : end + 1] in ("\n", "") or lower[end : end + 2].strip()[:1] in (".", ":", "-", "–", "—", "―")


def _is_aside(meaning: Meaning) -> bool:
    """Whether a text only looks back or ahead with these words: "since 1882", "a year earlier"."""
    if isinstance(meaning, Relative):
        amount, unit = meaning.shift.amount, meaning.shift.unit
        return unit in ("decade", "century") or (amount < 0 and unit != "day")
    return isinstance(meaning, Open | Century)


def _opens_sentence(lower: str, place: int) -> bool:
    """Whether a sentence or block begins a few words before this place."""
    head = max(0, place - OPENING)
    return head == 0 or SENTENCE_END.search(lower, head, place) is not None


def _placed(cut: Cut, expression: Expression) -> Placed:
    """An expression and where it stands in its passage, without a comma that the grammar passed over at its end."""
    last = expression.end - 1
    while cut.tokens[last].text in (",", ";", ":"):
        last -= 1
    return Placed(*cut.span(expression.start, last), expression)
