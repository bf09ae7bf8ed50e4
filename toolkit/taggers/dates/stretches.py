"""Stretches of time and their parts: seasons, decades, centuries, open intervals. Sums only, no context."""

from __future__ import annotations

from functools import lru_cache

from toolkit.taggers.dates import days
from toolkit.taggers.dates.days import Interval, Moment, at

SEASON_MONTHS = {1: 3, 2: 6, 3: 9, 4: 12}


@lru_cache(maxsize=1024)  # a novel speaks of the winter again and again
def season(year: int, number: int) -> Interval:
    """A season by the meteorologists' months; a winter begins in December of its year."""
    first = Moment(year, SEASON_MONTHS[number])
    return Interval(first, days.add_months(first, 2), vague=True)


def decade(year: int) -> Interval:
    """The ten years from `year`; the 1800s are a hundred; the 470s B.C. run from 479 to 470."""
    if year < 0:
        return Interval(Moment(year - 9), Moment(year))
    return Interval(Moment(year), Moment(year + (99 if year % 100 == 0 and year < 2000 else 9)))


def century(number: int) -> Interval:
    """The 18th century is 1701 to 1800; the 4th century B.C. is 400 to 301 B.C."""
    if number < 0:
        return Interval(Moment(number * 100), Moment(number * 100 + 99), vague=True)
    return Interval(Moment(number * 100 - 99), Moment(number * 100), vague=True)


def part(number: int, unit: str, whole: Interval) -> Interval | None:
    """The nth day, weekday ("0" is Monday), week, month, quarter, third or half; the last where negative."""
    first, last, _ = whole
    if first is None or last is None or not first.year:
        return None
    if unit == "day":
        return at(*(days.add_days(last.last, number + 1) if number < 0 else days.add_days(first.first, number - 1)))
    if unit == "week":
        return _week(number, first, last)
    if unit.isdigit():
        return _weekday(number, int(unit), first, last)
    months = (last.last.year - first.first.year) * 12 + last.last.month - first.first.month + 1
    size = {"month": 1, "quarter": months // 4, "half": months // 2, "third": months // 3}[unit]
    if size == 0:
        return whole
    count = months // size
    if number > count:
        return None
    begin = days.add_months(first.first, (count - 1 if number < 0 else number - 1) * size)
    end = days.add_months(begin, size - 1)
    if size == 1:
        return at(*begin[:2])
    return Interval(Moment(begin.year), Moment(end.year), vague=True) if size % 12 == 0 else Interval(begin, end)


def _weekday(number: int, weekday: int, first: Moment, last: Moment) -> Interval | None:
    """The nth Monday, Tuesday ... of a stretch."""
    if number < 0:
        return at(*days.add_days(last.last, -((days.weekday(last.last) - weekday) % 7)))
    found = days.add_days(first.first, (weekday - days.weekday(first.first)) % 7 + 7 * (number - 1))
    return at(*found) if found <= last.last else None


def _week(number: int, first: Moment, last: Moment) -> Interval:
    if number < 0:
        return Interval(days.add_days(last.last, -6), last.last)
    begin = days.add_days(first.first, 7 * (number - 1))
    end = min(days.day_number(begin) + 6, days.day_number(last.last))
    return Interval(begin, days.from_number(end))


def opened(side: int, interval: Interval) -> Interval:
    """Since (1), until (-1), after (2) or before (-2) a date."""
    first, last, _ = interval
    vague = abs(side) == 2
    if side > 0:
        return Interval(last if vague else first, None, vague)
    return Interval(None, first if vague else last, vague)
