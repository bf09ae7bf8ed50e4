"""Dates: a day that its month has, and no interval that ends before it begins (TEI P5, 14.4: att.datable.w3c)."""

from __future__ import annotations

import re
from calendar import isleap, month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from toolkit.checks.scan import Attributed, Scan
from toolkit.model.finding import Finding

W3C = re.compile(r"(?P<year>-?\d{4,})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<rest>T.*|Z|[+-]\d\d:\d\d)?", re.ASCII)
MONTH_DAY = re.compile(r"--(?P<month>\d\d)-(?P<day>\d\d)", re.ASCII)
INTERVALS = (("from", "to"), ("notBefore", "notAfter"))
LEAP_YEAR = 2000
FEBRUARY = 2


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day that a date may mean, as year, month, day; years before Christ are negative."""

    first: tuple[int, int, int]
    last: tuple[int, int, int]


def check_dates(scan: Scan) -> Iterator[Finding]:
    """A finding for each date that no calendar has and each interval that ends before it begins."""
    for dates in scan.dates:
        spans: dict[str, tuple[Attributed, Span]] = {}
        for date in dates:
            problem = unreal(date.value)
            if problem:
                yield scan.finding(date, "V055", attribute=date.attribute, value=date.value, problem=problem)
            elif (span := span_of(date.value)) is not None:
                spans[date.attribute] = date, span
        for start, end in INTERVALS:
            if start in spans and end in spans and spans[start][1].first > spans[end][1].last:
                begins, ends = spans[start][0], spans[end][0]
                yield scan.finding(ends, "V056", start=start, first=begins.value, end=end, last=ends.value)


@lru_cache(maxsize=1 << 12)
def unreal(value: str) -> str:
    """Why no calendar has this date, "" where one has or the value is no date."""
    found = W3C.fullmatch(value) or MONTH_DAY.fullmatch(value)
    if not found:
        return ""
    parts = found.groupdict()
    if parts.get("year") and not int(parts["year"]):
        return "there is no year 0"
    if not parts["month"]:
        return ""
    month = int(parts["month"])
    if not 1 <= month <= 12:
        return f"there is no month {parts['month']}"
    if not parts["day"]:
        return ""
    year = int(parts["year"]) if parts.get("year") else LEAP_YEAR
    days = _days(year, month)
    if 1 <= int(parts["day"]) <= days:
        return ""
    return f"{month_name[month]}{' ' + parts['year'] if parts.get('year') else ''} has {days} days"


@lru_cache(maxsize=1 << 12)
def span_of(value: str) -> Span | None:
    """The days that a date may mean, None where it is none with a year."""
    found = W3C.fullmatch(value)
    if not found:
        return None
    year = int(found["year"])
    month = int(found["month"]) if found["month"] else None
    day = int(found["day"]) if found["day"] else None
    if month is None:
        return Span((year, 1, 1), (year, 12, 31))
    return Span((year, month, day or 1), (year, month, day or _days(year, month)))


def _days(year: int, month: int) -> int:
    """Days of a month; the year -1 comes before 1 (XSD 1.0), so it is a leap year."""
    return 28 + isleap(year if year > 0 else year + 1) if month == FEBRUARY else monthrange(LEAP_YEAR, month)[1]
