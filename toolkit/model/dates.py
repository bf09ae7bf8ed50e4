"""Dates as TEI's attributes hold them: a year, a month or a day (W3C XML Schema 1.0, part 2: gYear, date)."""

from __future__ import annotations

import re
from calendar import isleap, monthrange

W3C = re.compile(r"(-?(?:\d{4}|[1-9]\d{4,}))(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
LEAP, COMMON = 2000, 2001


def is_date(text: str) -> bool:
    """Whether a calendar has this date; there is no year 0, and the year -1 comes before 1."""
    found = W3C.fullmatch(text)
    if not found or not int(found[1]):
        return False
    year, month, day = (int(part or 1) for part in found.groups())
    if not 1 <= month <= 12:
        return False
    return 1 <= day <= monthrange(LEAP if isleap(year if year > 0 else year + 1) else COMMON, month)[1]
