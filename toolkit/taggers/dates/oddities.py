"""What is odd about a date that the text states outright: a day that does not exist, a weekday that does not fit."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.taggers.dates import days
from toolkit.taggers.dates.days import Moment
from toolkit.taggers.dates.expression import DayOf, Meaning

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OLD_STYLE_ENDS = 1924  # Greece was the last to give up the Julian calendar


def oddity(meaning: Meaning, words: str) -> tuple[str, Mapping[str, str]] | None:
    """The code and the values of a finding about the date that `words` state, or None."""
    if not isinstance(meaning, DayOf) or not isinstance(meaning.year, int) or not isinstance(meaning.month, int):
        return None
    stated = Moment(meaning.year, meaning.month, meaning.day)
    if not days.is_real(stated):
        return "T201", {"date": words}
    real = days.weekday(days.from_julian(stated) if meaning.julian else stated)
    if meaning.weekday in (None, real):
        return None
    fits_julian = stated.year < OLD_STYLE_ENDS and days.weekday(days.from_julian(stated)) == meaning.weekday
    julian = " (of the Julian calendar it was one)" if fits_julian else ""
    return "T202", {"date": words, "said": WEEKDAYS[meaning.weekday or 0], "real": WEEKDAYS[real], "julian": julian}
