"""The date of a package: SOURCE_DATE_EPOCH, or else the newest change that the headers document; never the clock.

https://reproducible-builds.org/specs/source-date-epoch/
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime

# What stands for a date that nobody states: version 0.1's own. No package is older than the program that made it.
UNDATED = datetime(2026, 11, 22, tzinfo=UTC)


def package_date(documented: Iterable[str]) -> datetime:
    """The moment that stands for the making of the package, in UTC; UNDATED where nothing tells one.

    documented: W3C dates of changes; years and months count from their first day, other forms are passed over.
    Raises ValueError where SOURCE_DATE_EPOCH is set and is not a number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC)
    moments = [moment for text in documented if (moment := w3c_date(text)) is not None]
    return max(moments, default=UNDATED)


def w3c_date(text: str) -> datetime | None:
    """A W3C date (1936, 1936-06, 1936-06-05, with or without a time) as its first moment in UTC."""
    text = text.strip()
    for shape in ("%Y", "%Y-%m"):
        try:
            return datetime.strptime(text, shape).replace(tzinfo=UTC)
        except ValueError:
            continue
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def iso(moment: datetime) -> str:
    """ISO 8601 with seconds, in UTC: 2026-10-01T00:00:00Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
