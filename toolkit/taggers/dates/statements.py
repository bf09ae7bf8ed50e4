"""Statements: what a text says of dates; passages, expressions, values, in one pass in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from toolkit.model.annotation import Certainty
from toolkit.taggers.dates.asides import is_aside, remark_end
from toolkit.taggers.dates.context import Context
from toolkit.taggers.dates.days import Interval, Moment, is_day
from toolkit.taggers.dates.expression import DayOf, Expression, Meaning, Relative, Weekday, YearOf
from toolkit.taggers.dates.grammar import STARTERS, expressions
from toolkit.taggers.dates.language import Language
from toolkit.taggers.dates.passages import passages
from toolkit.taggers.dates.ranges import Ranges, pieces
from toolkit.taggers.dates.resolve import resolve
from toolkit.taggers.dates.tense import tense
from toolkit.taggers.dates.tokens import Cut, Forms, lowered

STOP = re.compile(r"[.!?…]+[\"”’)\]]*\s")
REMEMBERED = 4096  # passages: running heads, formulas of clerks and headings of diaries come again and again
OPENING = 25  # characters: "In the spring of "
POSTSCRIPT = re.compile(r"(?:^|\n)(?:p\. ?s|n\. ?b|ps|postscript|nachschrift)\b[\W_]*\Z")
NO_KINDS: Mapping[int, str] = MappingProxyType({})
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
    kinds: Mapping[int, str] = NO_KINDS,
) -> Iterator[Statement]:
    """What the text says of dates, in order, each in the light of what was said before.

    kinds: what some lines are, by where they begin: of a "dateline" the date is the day of writing of what follows, and
    the text goes on from no date in a "note".
    """
    lower = lowered(text)
    cased = words.capitals and lower != text and not text.isupper()
    words = replace(words, numeric=_numeric_order(lower, words), capitals=cased)
    context = Context(spoken=spoken)
    outside: Context | None = None  # what was known before a note
    last = 0
    for first, stop, expression in _read(text, lower, words, ranges):
        previous, last = last, stop
        kind = kinds.get(lower.rfind("\n", 0, first) + 1, "") if kinds else ""
        if kind == "note":
            outside = outside or context
        elif outside:
            context, outside = outside, None
        postscript = _dates_postscript(lower, first, expression.meaning)
        context = _there(context, lower, previous, first, expression.meaning, words)
        if postscript:
            context = context._replace(tense=1)  # it is written after its letter
        resolved = resolve(expression.meaning, context)
        if resolved and not expression.sure and resolved[1] is Certainty.HIGH:
            resolved = resolved[0], Certainty.MEDIUM
        yield Statement(first, last, expression.meaning, resolved)
        if resolved is None:
            continue
        interval, cert = resolved
        if cert is not Certainty.LOW:
            context = _after(context, lower, (previous, first, last), expression.meaning, interval, words)
            heads = _heads_entry(lower, first, last, expression.meaning)
            if heads or (is_day(interval) and (kind == "dateline" or postscript)):
                context = context._replace(spoken=interval.first)


def _read(text: str, lower: str, words: Language, ranges: Ranges) -> Iterator[tuple[int, int, Expression]]:
    """The expressions of a text, in order, each with its stretch there."""
    forms = {True: Forms(words, STARTERS, cased=True), False: Forms(words, STARTERS, cased=False)}
    known: dict[str, list[Placed]] = {}
    for place, end in passages(lower, words):
        passage = text[place:end]
        found = known.get(passage)
        if found is None:
            if len(known) == REMEMBERED:
                known.clear()
            cut = forms[not passage.isupper()].cut(passage)
            found = known[passage] = [_placed(cut, part) for part in pieces(expressions(cut.tokens, words), ranges)]
        for start, stop, expression in found:
            yield place + start, place + stop, expression


def _there(context: Context, lower: str, previous: int, first: int, meaning: Meaning, words: Language) -> Context:
    """The context at a place. previous: where the expression before it ended."""
    parted = STOP.match(lower, previous) or words.sentence_end.search(lower, max(previous - 3, 0), first + 1)
    dated = context.spoken is None or isinstance(meaning, YearOf)
    return context.within(parted is None, 0 if dated else tense(lower, first, words), first)


def _after(
    context: Context, lower: str, places: tuple[int, int, int], meaning: Meaning, interval: Interval, words: Language
) -> Context:
    """The context after a date. places: where the expression before it ended, and its own start and end."""
    previous, first, last = places
    opening = lower.find("\n", previous, first) >= 0 or _opens_sentence(lower, first, words)
    if is_aside(meaning, _word_before(lower, first), words):
        year = isinstance(meaning, Relative) and meaning.shift.unit == "year" and not meaning.shift.spoken
        return context.aside(interval, len(lower)) if year and opening else context
    if context.remark:
        return context.aside(interval, context.remark.end)
    anchor = context.latest or context.spoken
    if anchor and interval.first and interval.first.year != anchor.year:
        closed = remark_end(lower, first, last, words)
        if closed:
            return context.aside(interval, closed)
    return context.after(interval, opening)


def _word_before(lower: str, place: int) -> str:
    """The word before a place."""
    before = lower[max(0, place - OPENING) : place].split()
    return before[-1] if before else ""


def _dates_postscript(lower: str, first: int, meaning: Meaning) -> bool:
    """Whether a day stands at the head of a postscript: "P.S. Wednesday morning"."""
    return isinstance(meaning, Weekday | DayOf) and POSTSCRIPT.search(lower, max(0, first - OPENING), first) is not None


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


def _opens_sentence(lower: str, place: int, words: Language) -> bool:
    """Whether a sentence or block begins a few words before this place."""
    head = max(0, place - OPENING)
    return head == 0 or words.sentence_end.search(lower, head, place) is not None


def _placed(cut: Cut, expression: Expression) -> Placed:
    """An expression and where it stands in its passage, without a comma that the grammar passed over at its end."""
    last = expression.end - 1
    while cut.tokens[last].text in (",", ";", ":"):
        last -= 1
    return Placed(*cut.span(expression.start, last), expression)
