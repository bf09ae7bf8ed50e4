"""Days: a date's attributes as the stretch of days that they mean."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping

from toolkit.evaluate.flat import DATE_ATTRIBUTES

W3C = re.compile(r"(-?)(\d{1,4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?")
LEAP_FREE = 2001

Day = tuple[int, int, int]


def has_value(attributes: Mapping[str, str]) -> bool:
    """Whether the attributes say a date at all."""
    return any(attributes.get(name) for name in DATE_ATTRIBUTES)


def days_of(attributes: Mapping[str, str]) -> tuple[Day | None, Day | None]:
    """First and last day; None for an open end: 1936 is from 1 January to 31 December 1936."""
    if attributes.get("when"):
        return _edge(attributes["when"], last=False), _edge(attributes["when"], last=True)
    first = attributes.get("from") or attributes.get("notBefore")
    last = attributes.get("to") or attributes.get("notAfter")
    return (_edge(first, last=False) if first else None, _edge(last, last=True) if last else None)


def _edge(value: str, *, last: bool) -> Day | None:
    match = W3C.fullmatch(value.strip())
    if not match:
        return None
    year = int(match[2]) * (-1 if match[1] else 1)
    month = int(match[3]) if match[3] else (12 if last else 1)
    if not 1 <= month <= 12:
        return None
    length = monthrange(year if year > 0 else LEAP_FREE, month)[1]
    return year, month, int(match[4]) if match[4] else (length if last else 1)
