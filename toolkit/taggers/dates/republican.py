"""Dates of the French Republican calendar (1793 to 1805): "9 thermidor an II", "brumaire an VIII", "l'an III"."""

from __future__ import annotations

from toolkit.taggers.dates.days import add_days, from_republican
from toolkit.taggers.dates.expression import Expression, Fixed, Found, Span
from toolkit.taggers.dates.language import Language
from toolkit.taggers.dates.numbers import Tokens, day

LAST_YEAR = 14
MONTH = 30
ROMAN_LETTERS = {"i": 1, "v": 5, "x": 10}


def republican(t: Tokens, i: int, language: Language) -> Found:
    """A day or a month of the calendar with its year; without a year it is not one date but fourteen."""
    start = i
    i += "article" in t[i].classes
    found = day(t, i)
    month = t[found[1]] if found else t[i]
    number = month.value("republican")
    if not number and not found and "republican-year" in month.classes:
        return _year_alone(t, start, i)
    if not number or (found and found[0] > MONTH):
        return None
    year = _year(t, found[1] + 1 if found else i + 1)
    if year is None:
        return None
    if found:
        return [Expression(start, year[1], Fixed(*from_republican(year[0], number, found[0])))], year[1]
    first, last = (Fixed(*from_republican(year[0], number, of_month)) for of_month in (1, MONTH))
    return [Expression(start, year[1], Span(first, last))], year[1]


def _year_alone(t: Tokens, start: int, i: int) -> Found:
    """ "L'an VIII", in Roman digits; "l'an II de son règne" is another's year."""
    led = i > start or (i > 0 and "of" in t[i - 1].classes)  # "de l'" is one word
    year = _year(t, i) if led else None
    if year is None or t[i + 1].number >= 0 or ("of" in t[year[1]].classes and t[year[1] + 1].text != "république"):
        return None
    first, after = (from_republican(number, 1, 1) for number in (year[0], year[0] + 1))
    days = Span(Fixed(*first), Fixed(*add_days(after, -1)))
    return [Expression(start, year[1], days, sure=False)], year[1]


def _year(t: Tokens, i: int) -> tuple[int, int] | None:
    """ "An II", "de l'an 8", ", an III"."""
    while t[i].text == "," or "of" in t[i].classes or "article" in t[i].classes:
        i += 1
    if t[i].classes.get("unit") != "year" and "era" not in t[i].classes:
        return None
    value = t[i + 1].value("roman") or ROMAN_LETTERS.get(t[i + 1].text) or max(t[i + 1].number, 0)
    return (value, i + 2) if 1 <= value <= LAST_YEAR else None
