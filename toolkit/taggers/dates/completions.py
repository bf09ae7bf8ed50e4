"""What completes a day or a month: its year, or the words that say which one is meant."""

from __future__ import annotations

from toolkit.taggers.dates.expression import Shift, Short, Year
from toolkit.taggers.dates.language import Language
from toolkit.taggers.dates.misread import misread_year
from toolkit.taggers.dates.numbers import DASHES, Tokens, year_in_words
from toolkit.taggers.dates.tokens import APOSTROPHES

DOUBLES = DASHES | {"/"}
LAST_DOUBLE = 1752  # from then on the year begins on 1 January in Britain too


def year_after(t: Tokens, i: int) -> tuple[Year | Short, int] | None:
    """The year that completes a day or a month: ", 1862", "A.D. 1862", "/62", "of that year", "last"."""
    j = i
    while t[j].text in (",", ".") and j < i + 2:
        j += 1
    stopped = j > i and t[j - 1].text == "."
    if "of" in t[j].classes or ("in" in t[j].classes and not stopped):  # not "this spring. In 1974"
        found = year_reference(t, j + 1) or year(t, j + 1) or short_year(t, j + 1)
        if found:
            return found
    named = j + bool(t[j].classes.keys() & {"of", "in"} and not (stopped and "of" not in t[j].classes))
    named += "article" in t[named].classes
    if named > j and t[named].classes.get("unit") == "year" and year(t, named + 1):  # "of the year 1862"
        return year(t, named + 1)
    if t[j].value("era") == 1:  # "in the year of our lord one thousand ..."
        j += 1
        while t[j].text in (",", ".") or "of" in t[j].classes:
            j += 1
    found = year(t, j) or (year_reference(t, j) if t[j - 1].text != "." else None)  # "in August. The following year"
    if found:
        return found
    misread = misread_year(t, j)
    if misread:
        return misread
    if t[j].text in DASHES:
        dashes = j + 1
        while t[dashes].text in DASHES:
            dashes += 1
        token = t[dashes]
        if token.digits == 4 and 1000 < token.number < 2100 and not token.suffixed:
            return token.number, dashes + 1
        if token.digits == 2 and token.number > 31 and not token.suffixed and not (t[j].spaced and token.spaced):
            return Short(token.number), dashes + 1
    short = short_year(t, j)
    if short:
        return short
    if t[j].text == "/" and t[j + 1].digits in (2, 4) and not t[j + 1].suffixed:
        number = t[j + 1].number
        return (number if t[j + 1].digits == 4 else Short(number)), j + 2
    return None


def short_year(t: Tokens, i: int) -> tuple[Short, int] | None:
    """ "'62": a year of two digits after an apostrophe."""
    last = t[i + 1]
    short = t[i].text in APOSTROPHES and last.digits == 2 and not last.spaced and not last.suffixed
    return (Short(last.number), i + 2) if short else None


def recurs(t: Tokens, i: int, language: Language) -> bool:
    """Whether a day or month before this token comes back: "of each year", "in every year"."""
    joined = "of" in t[i].classes or "in" in t[i].classes
    return joined and t[i + 1].text in language.sets and t[i + 2].classes.get("unit") == "year"


def parted_year(t: Tokens, i: int) -> tuple[int, int] | None:
    """A year that a scanner parted: "the 17th of March 18 59"."""
    century, rest = t[i], t[i + 1]
    plain = century.digits == rest.digits == 2 and not (century.suffixed or rest.suffixed)
    return (century.number * 100 + rest.number, i + 2) if plain and 15 <= century.number <= 20 else None


def double_year(t: Tokens, when: Year | Short, end: int, month: int) -> tuple[Year | Short, int]:
    """The year and the token after it; of "February 1705/6" the second, which began in January or in March."""
    last = t[end + 1]
    if not isinstance(when, int) or t[end].text not in DOUBLES or not 1000 <= when < LAST_DOUBLE or month > 3:
        return when, end
    joined = not t[end].spaced and not last.spaced and not last.suffixed
    if joined and last.digits in (1, 2, 4) and last.number == (when + 1) % 10**last.digits:
        return when + 1, end + 2
    return when, end


def year(t: Tokens, i: int) -> tuple[int, int] | None:
    """A year with all its digits, in words, or with an era."""
    token = t[i]
    if token.value("era") == 1 and 2 <= t[i + 1].digits <= 4 and not t[i + 1].suffixed:
        return t[i + 1].number, i + 2
    if 1 <= token.digits <= 4 and not token.suffixed and token.number > 0:
        era = t[i + 1].value("era")
        if era:
            return token.number * era, i + 2
        if token.digits == 4 and 1000 <= token.number <= 2100:
            return token.number, i + 1
    return year_in_words(t, i)


def year_reference(t: Tokens, i: int) -> tuple[Shift, int] | None:
    """ "That year", "the same year", "last year", "the present year", "the year before"."""
    j = i + 1 if "article" in t[i].classes else i
    for name, spoken in (("text-shift", False), ("shift", True)):
        if name in t[j].classes and t[j + 1].classes.get("unit") == "year":
            textual = not spoken or (j > i and t[j].value("shift") == 1)
            return Shift("year", t[j].value(name), spoken=not textual), j + 2
    if j > i and t[j].classes.get("unit") == "year" and "text-shift" in t[j + 1].classes:
        return Shift("year", t[j + 1].value("text-shift")), j + 2
    return None


def occurrence(t: Tokens, i: int) -> tuple[Shift, int] | None:
    """What says which month or day is meant: "September last", "the 5th of June next", "June inst."."""
    j = i + 1 if t[i].text == "," else i
    token = t[j]
    if "month-shift" in token.classes:
        return Shift("occurrence", token.value("month-shift"), spoken=True), j + 1
    if token.value("shift") and not {"unit", "units", "month", "weekday"} & t[j + 1].classes.keys():
        return Shift("occurrence", token.value("shift"), spoken=True), j + 1
    return None
