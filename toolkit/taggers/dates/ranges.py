"""Ranges: one date with two ends, or two dates, as the project wishes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from toolkit.errors import ConfigError
from toolkit.model.finding import Finding
from toolkit.taggers.dates.expression import Expression


class Ranges(StrEnum):
    """How a range is tagged.

    BY_FORM: years joined by words ("1917 to 1923", "between 1830 and 1848"), a last year cut short ("1923-28") and
    "since 1918" are one date, as no part has the value by itself; of all others each end is a date ("1789-1791",
    "23-28 March 1951"). JOINED: one date wherever the grammar sees one. APART: one for each end, as in TimeML.
    """

    BY_FORM = "by-form"
    JOINED = "joined"
    APART = "apart"


def ranges_of(value: str) -> Ranges:
    """The setting of this name; raises ConfigError where there is none."""
    try:
        return Ranges(value)
    except ValueError:
        values = {"option": "--ranges", "value": value, "choices": ", ".join(Ranges)}
        raise ConfigError(Finding("tei", 0, 0, "C009", values)) from None


def pieces(found: Iterable[Expression], ranges: Ranges) -> Iterator[Expression]:
    """The expressions as they are tagged: a range whole, or the dates at its ends."""
    for expression in found:
        apart = ranges is Ranges.APART or (ranges is Ranges.BY_FORM and not expression.whole)
        if apart and expression.ends:
            yield from pieces(expression.ends, ranges)
        else:
            yield expression
