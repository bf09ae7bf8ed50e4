"""Expressions: what a text says of a date, before anybody asks which date that is."""

from __future__ import annotations

from typing import NamedTuple


class Shift(NamedTuple):
    """So many units before or after another date.

    spoken: counted from the time of speaking ("last year"), not from the time last spoken of ("the previous year").
    """

    unit: str
    amount: int
    spoken: bool = False


class Scanned(NamedTuple):
    """A year in which a scanner took a digit for a letter ("I862", "18S2")."""

    year: int


Year = int | Shift | Scanned | None
"""A year said outright (B.C. negative), misread, by reference ("of that year"), or not at all."""


class Short(NamedTuple):
    """A year of two digits ("'62"), to be completed. modern: of the twentieth century, where nothing else is known."""

    year: int
    modern: bool = False


class DayOf(NamedTuple):
    """A day of a month ("5 June 1936", "June 5", "the 5th inst.", "the 5th")."""

    year: Year | Short
    month: int | Shift | None
    day: int
    weekday: int | None = None
    julian: bool = False


class MonthOf(NamedTuple):
    """A month."""

    year: Year | Short
    month: int


class YearOf(NamedTuple):
    """A year."""

    year: int | Short


class SeasonOf(NamedTuple):
    """A season: 1 spring to 4 winter; a winter belongs to the year in which it begins, unless `winter_of` says so."""

    year: Year | Short
    season: int
    shift: Shift | None = None


class PartOf(NamedTuple):
    """The nth half, quarter, month, week or day of something ("the last month of 1935"); -1 is the last."""

    number: int
    unit: str
    of: Meaning


class Decade(NamedTuple):
    """Ten years from `year`; without a century where `short`."""

    year: int
    short: bool = False


class Century(NamedTuple):
    """The nth century, B.C. where negative; `decade` in it ("the thirties of the last century") or -1."""

    number: int
    part: str = ""


class Weekday(NamedTuple):
    """A day of the week; shift -1 "last", 1 "next", 0 "this", None nothing said.

    told: counted from the day last spoken of ("the following Monday").
    """

    weekday: int
    shift: int | None = None
    told: bool = False


class Feast(NamedTuple):
    """A day that the church or the state keeps: "12-25", or days from Easter."""

    rule: str
    year: Year | Short


class Relative(NamedTuple):
    """ "Two days later", "last week", "the same month"."""

    shift: Shift


class Span(NamedTuple):
    """From one date to another; between: at some time in the stretch."""

    first: Meaning
    last: Meaning
    between: bool = False


class Open(NamedTuple):
    """Since (1), until (-1), after (2), before (-2)."""

    side: int
    of: Meaning


class Circa(NamedTuple):
    """About that time."""

    of: Meaning


class Fixed(NamedTuple):
    """A day that the expression states in another calendar, already converted."""

    year: int
    month: int
    day: int


Meaning = (
    DayOf
    | MonthOf
    | YearOf
    | SeasonOf
    | PartOf
    | Decade
    | Century
    | Weekday
    | Feast
    | Relative
    | Span
    | Open
    | Circa
    | Fixed
)


class Expression(NamedTuple):
    """An expression in the text: its stretch in tokens and its meaning.

    sure: it can hardly be read otherwise; not so "5/6/36", "may 5", or a number that looks like a year and no more.
    ends: the dates of which a range is made, or the one after "since" and its like.
    whole: its ends say less than the whole ("1923-28", "since 1918"), or words make it one ("1917 to 1923").
    """

    start: int
    end: int
    meaning: Meaning
    sure: bool = True
    ends: tuple[Expression, ...] = ()
    whole: bool = False


Found = tuple[list[Expression], int] | None
"""What a production gives: the expressions that it reads and the token after them, or None."""
