"""Days, months and years as W3C values, and the sums that are done with them.

Years are counted as XSD 1.0 does (-0044 is 44 B.C., there is no year 0); all values are of the proleptic Gregorian
calendar. Day numbers are Julian day numbers, so that years B.C. need no exception (algorithms: E. G. Richards,
"Calendars", in the Explanatory Supplement to the Astronomical Almanac, 3rd ed., 15.11).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
REPUBLICAN_EPOCH = 2375840  # 1 vendémiaire I, 22 September 1792


class Moment(NamedTuple):
    """A day, a month (day 0) or a year (month 0); a day of no certain year has year 0."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def w3c(self) -> str:
        """The value as XSD writes it: "1936-06-05", "1936-06", "1936", "-0044", "--06-05"."""
        year, month, day = self
        written = f"{year:04d}" if year > 0 else f"-{-year:04d}" if year else "-"
        if month:
            written += f"-{month:02d}"
        return f"{written}-{day:02d}" if day else written

    @property
    def first(self) -> Moment:
        """The first day."""
        return Moment(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> Moment:
        """The last day."""
        month = self.month or 12
        return Moment(self.year, month, self.day or month_length(self.year, month))


class Interval(NamedTuple):
    """A stretch of days that an expression names; an end may be open (None).

    vague: something took place somewhere between the ends (@notBefore, @notAfter), not all the time (@from, @to).
    """

    first: Moment | None
    last: Moment | None
    vague: bool = False

    @property
    def attributes(self) -> Mapping[str, str]:
        """The TEI attributes (att.datable.w3c)."""
        first, last, vague = self
        if first is not None and first == last:
            return {"when": first.w3c}
        begin, end = ("notBefore", "notAfter") if vague else ("from", "to")
        attributes = {} if first is None else {begin: first.w3c}
        return attributes if last is None else {**attributes, end: last.w3c}

    @property
    def valid(self) -> bool:
        """Whether the ends are real days and in order."""
        return _in_order(self.first, self.last)


def is_day(interval: Interval) -> bool:
    """Whether the interval is one day of a certain year."""
    first = interval.first
    return first is not None and first == interval.last and first.day > 0 and first.year != 0


@lru_cache(maxsize=4096)  # what a text speaks of, it speaks of more than once
def _in_order(first: Moment | None, last: Moment | None) -> bool:
    if first is None or last is None or first is last:
        end = last if first is None else first
        return end is not None and is_real(end)
    return is_real(first) and is_real(last) and first.first <= last.last


def at(year: int, month: int = 0, day: int = 0) -> Interval:
    """The interval that is one day, month or year."""
    moment = Moment(year, month, day)
    return Interval(moment, moment)


def is_real(moment: Moment) -> bool:
    """Whether the calendar has this day; years have four digits."""
    year, month, day = moment
    if abs(year) > 9999 or not 0 <= month <= 12 or (year == 0 and not day):
        return False
    return day == 0 or (month > 0 and 1 <= day <= month_length(year, month))


def month_length(year: int, month: int) -> int:
    """The number of days of a month."""
    return 29 if month == 2 and _is_leap(year) else LENGTHS[month - 1]


def _is_leap(year: int) -> bool:
    astronomical = year if year >= 0 else year + 1
    return astronomical % 4 == 0 and (astronomical % 100 != 0 or astronomical % 400 == 0)


def add_years(year: int, years: int) -> int:
    """The year so many years later; there is none between 1 B.C. and A.D. 1."""
    astronomical = (year if year > 0 else year + 1) + years
    return astronomical if astronomical > 0 else astronomical - 1


def add_months(moment: Moment, months: int) -> Moment:
    """The month so many months later than the month of `moment`."""
    years, month = divmod(max(moment.month, 1) - 1 + months, 12)
    return Moment(add_years(moment.year, years), month + 1)


def add_days(moment: Moment, days: int) -> Moment:
    """The day so many days later."""
    return from_number(day_number(moment) + days)


def day_number(moment: Moment, julian: bool = False) -> int:
    """The Julian day number of a day (of the first day of a month or year)."""
    year, month, day = moment.first
    astronomical = year if year > 0 else year + 1
    years, months = divmod(month + 9, 12)  # March is month 0 of its year
    years += astronomical - 1
    days = 365 * years + years // 4 + (153 * months + 2) // 5 + day - 1
    return days + 1721118 if julian else days - years // 100 + years // 400 + 1721120


def from_number(number: int) -> Moment:
    """The Gregorian day of a Julian day number."""
    days = number - 1721120
    quadricentury, days = divmod(days, 146097)
    century = min(days // 36524, 3)
    days -= century * 36524
    quadrennium, days = divmod(days, 1461)
    year = min(days // 365, 3)
    days -= year * 365
    month = (5 * days + 2) // 153
    day = days - (153 * month + 2) // 5 + 1
    astronomical = 400 * quadricentury + 100 * century + 4 * quadrennium + year + (month >= 10)
    return Moment(astronomical if astronomical > 0 else astronomical - 1, (month + 2) % 12 + 1, day)


def weekday(moment: Moment) -> int:
    """0 for Monday to 6 for Sunday."""
    return day_number(moment) % 7


def from_julian(moment: Moment) -> Moment:
    """The Gregorian day of a day of the Julian calendar ("Old Style")."""
    return from_number(day_number(moment, julian=True))


def week_of(moment: Moment, weeks: int = 0) -> Interval:
    """The week, Monday to Sunday, that holds the day, or one so many weeks later."""
    monday = day_number(moment) - weekday(moment) + 7 * weeks
    return Interval(from_number(monday), from_number(monday + 6))


def iso_week(year: int, week: int) -> Interval:
    """A week of a year by ISO 8601: the first is the one that holds 4 January."""
    return week_of(Moment(year, 1, 4), week - 1)


def easter(year: int) -> Moment:
    """Easter Sunday of the Gregorian calendar (the anonymous computus published in Nature, 20 April 1876)."""
    golden, century = year % 19, year // 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - epact - year % 100 % 4) % 7
    shift = (golden + 11 * epact + 22 * to_sunday) // 451
    month, day = divmod(epact + to_sunday - 7 * shift + 114, 31)
    return Moment(year, month, day + 1)


def from_republican(year: int, month: int, day: int) -> Moment:
    """The Gregorian day of a day of the French Republican calendar; month 13 holds the complementary days.

    Leap years are the historical ones, III, VII and XI; the calendar ended with the year XIV.
    """
    leap_days = sum(1 for leap in (3, 7, 11) if leap < year)
    return from_number(REPUBLICAN_EPOCH + 365 * (year - 1) + leap_days + 30 * (month - 1) + day - 1)
