"""The date tagger: passages, expressions, values; one pass through the reading in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from toolkit.model.annotation import Annotation, Certainty
from toolkit.model.document import Document, Tagging
from toolkit.model.finding import Finding
from toolkit.model.reading import Reading
from toolkit.taggers.dates.context import Context
from toolkit.taggers.dates.days import Interval, Moment, is_real
from toolkit.taggers.dates.expression import Century, DayOf, Expression, Meaning, Open, Relative, YearOf
from toolkit.taggers.dates.grammar import STARTERS, expressions
from toolkit.taggers.dates.language import Language, language
from toolkit.taggers.dates.oddities import oddity
from toolkit.taggers.dates.passages import passages
from toolkit.taggers.dates.ranges import Ranges, pieces, ranges_of
from toolkit.taggers.dates.resolve import resolve
from toolkit.taggers.dates.tokens import Cut, Forms, lowered

SENTENCE_END = re.compile(r"\w{3}[\"”’)\]]*[.!?…][\"”’)\]]*\s|\n")
OPENING = 25  # characters: "In the spring of "
CLAUSE = 60  # characters before and after an expression in which the tense of its clause is looked for
LETTER = 40_000  # characters: what is longer is no letter, and a date at its head is that of what it tells
HEAD_LINE = 100  # characters: a line that is hardly more than place and date
W3C = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?")
SLASHED = re.compile(r"\b(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)\b")
WORD = re.compile(r"\w+")


class Statement(NamedTuple):
    """An expression in a reading: its stretch there, what it says, and what that means here, if anything."""

    start: int
    end: int
    meaning: Meaning
    value: tuple[Interval, Certainty] | None


class Date(NamedTuple):
    """A date found in a reading: its stretch there, its value, and how sure that is."""

    start: int
    end: int
    interval: Interval
    cert: Certainty


class DateTagger:
    """Tags dates as `date` with @when, @from and @to, or @notBefore and @notAfter (TEI P5, 3.6.4 and 14.4)."""

    name = "dates"
    version = "1.0"
    title = "dates by grammar, relative ones by the document's date and the dates named before"
    after: tuple[str, ...] = ()

    def __init__(self, *, ranges: str = Ranges.BY_FORM) -> None:
        """ranges: whether a range is one date or two (see Ranges); raises ConfigError where it is none of these."""
        self._ranges = ranges_of(ranges)

    def tag(self, document: Document) -> Tagging:
        """The dates of the document's reading, and what is odd about them; nothing where the language is not known."""
        words = language(document.language)
        if words is None:
            return Tagging()
        reading = document.reading
        spoken = moment(document.metadata.date) or written(reading, words)
        found: list[Annotation] = []
        findings: list[Finding] = []
        datelines = frozenset(block.start for block in reading.blocks if block.kind == "dateline")
        for start, end, meaning, value in statements(reading.text, words, spoken, self._ranges, datelines):
            first, last = reading.to_source(start, end)
            if value:
                found.append(Annotation(first, last, "date", self.name, value[1], value[0].attributes))
            odd = oddity(meaning, reading.text[start:end])
            if odd:
                findings.append(document.finding(odd[0], first, **odd[1]))
        return Tagging(tuple(found), findings=tuple(findings))


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
    last = 0
    for start, end in passages(lower, words):
        cut = forms[not text[start:end].isupper()].cut(text, start, end)
        for expression in pieces(expressions(cut.tokens, words), ranges):
            previous = last
            first, last = _span(cut, expression)
            begins = lower.find("\n", previous, first) >= 0
            near = SENTENCE_END.search(lower, max(previous - 3, 0), first + 1) is None
            future = (
                context.spoken is not None
                and not isinstance(expression.meaning, YearOf)
                and _looks_ahead(lower, first, words)
            )
            if (near, future) != (context.near, context.future):
                context = context._replace(near=near, future=future)
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


def is_day(interval: Interval) -> bool:
    """Whether the interval is one day of a certain year."""
    first = interval.first
    return first is not None and first == interval.last and first.day > 0 and first.year != 0


def written(reading: Reading, words: Language) -> Moment | None:
    """The day on which a letter says that it was written: in its dateline, or in a short line at its head or foot."""
    datelines = [block for block in reading.blocks if block.kind == "dateline"]
    letter = len(reading.text) <= LETTER
    edges = [*reading.blocks[:4], *reading.blocks[-4:]] if letter else []
    edges = [block for block in edges if block.end - block.start <= HEAD_LINE]
    for block in (*datelines, *edges):
        for date in dates(reading.text[block.start : block.end], words):
            if is_day(date.interval):
                return date.interval.first
    return None


def _heads_entry(lower: str, start: int, end: int, meaning: Meaning) -> bool:
    """Whether a date stands at the head of a line as the heading of what follows: an entry of a diary."""
    if not isinstance(meaning, DayOf) or (start and lower[start - 1] != "\n"):
        return False
    if not any(character.isalpha() for character in lower[start:end]):
        return True
    return lower[end : end + 1] in ("\n", "") or lower[end : end + 2].strip()[:1] in (".", ":", "-", "–", "—", "―")


def _looks_ahead(lower: str, place: int, words: Language) -> bool:
    """Whether the clause about this place speaks of the future: told by the nearest word that shows a tense."""
    start = max(0, place - CLAUSE)
    for stop in SENTENCE_END.finditer(lower, start, place):
        start = stop.end()
    stop_after = SENTENCE_END.search(lower, place, place + CLAUSE)
    end = stop_after.start() + 4 if stop_after else place + CLAUSE
    for word in (*reversed(WORD.findall(lower, start, place)), *WORD.findall(lower, place, end)):
        if word in words.future:
            return True
        if word in words.past or (len(word) > 4 and word.endswith(words.past_endings)):
            return False
    return False


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


def _span(cut: Cut, expression: Expression) -> tuple[int, int]:
    """Where an expression stands, without a comma or stop that the grammar passed over at its end."""
    last = expression.end - 1
    while cut.tokens[last].text in (",", ";", ":"):
        last -= 1
    return cut.span(expression.start, last)


def moment(value: str) -> Moment | None:
    """A W3C date, month or year; None where the value is none."""
    match = W3C.fullmatch(value[:11].split("T")[0])
    if match is None:
        return None
    found = Moment(int(match[1]), int(match[2] or 0), int(match[3] or 0))
    return found if is_real(found) else None
