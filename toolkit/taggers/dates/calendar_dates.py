"""Days of the calendar in every usual order, and the years that go with them."""

from __future__ import annotations

from toolkit.taggers.dates.completions import double_year, occurrence, parted_year, recurs, year_after
from toolkit.taggers.dates.day_lists import Item, days_in_row, listed
from toolkit.taggers.dates.expression import DayOf, Expression, Found, Shift
from toolkit.taggers.dates.language import Language
from toolkit.taggers.dates.months import month
from toolkit.taggers.dates.numbers import Tokens, cardinal, ordinal


def day_first(t: Tokens, i: int, language: Language) -> Found:
    """ "5 June 1936", "Friday the 5th of June", "the 16th day of April, A.D. 1862", "6-7 January 1916"."""
    start = i
    weekday, i = weekday_before(t, i, language)
    j = i
    while "article" in t[j].classes or ("shift" in t[j].classes and not t[j].value("shift")) or "said" in t[j].classes:
        j += 1  # "this the 5th day", "the said 5th day"
    items, j = days_in_row(t, j)
    if not items and "article" in t[j - 1].classes and j > start:
        items, j = _spelled(t, j)
    if not items or (len(items) > 1 and t[items[0].end].text == "," and not _introduced(t, start)):
        return None
    if t[j].classes.get("unit") == "day":
        j += 1
    if t[j].text == "," and (weekday is not None or t[items[-1].start].suffixed):
        j += 1
    j += t[j].text == "." and not t[j - 1].digits and "of" in t[j + 1].classes  # "17 th. of March"
    in_month = "in" in t[j].classes and ordinal(t, items[-1].start) is not None  # not "cost $21 in May"
    of = "of" in t[j].classes or in_month
    j += of
    if of and "article" in t[j].classes and t[j + 1].classes.get("unit") == "month" and "of" in t[j + 2].classes:
        j += 3
    while of and t[j].classes.keys() & {"said", "text-shift"} and t[j + 1].value("month"):  # "the 5th of said April"
        j += 1
    by = t[j].value("shift") if of else 0
    if by and t[j + 1].value("month"):  # "the 4th of last March"
        end = j + 2
        return listed(t, items, start, end, Shift("occurrence", by, True), t[j + 1].value("month"), weekday, True)
    named = month(t, j, language)
    if named is None:
        return _day_of_reference(t, start, items, j, of, weekday, language)
    if recurs(t, named[1], language):
        return None
    sure = True
    completed = year_after(t, named[1]) or parted_year(t, named[1]) or occurrence(t, named[1])
    if t[j].text in language.verbs and t[named[1]].text in language.after_verbs and not (of or t[j].capital):
        return None  # "10 may be seen"
    if t[j].text in language.unlikely and not (of or completed or t[items[-1].start].suffixed):
        short = t[j].text in language.abbreviations
        if not t[j].capital and (language.capitals or not (short or _introduced(t, start))):
            return None
        sure = False
    when, end = double_year(t, *completed, named[0]) if completed else (None, named[1])
    return listed(t, items, start, end, when, named[0], weekday, sure)


def _spelled(t: Tokens, i: int) -> tuple[list[Item], int]:
    """A day that is a number in words: "le quatorze avril", "el dos de mayo"."""
    found = cardinal(t, i) if t[i].number < 0 else None
    if found is None or not 1 <= found[0] <= 31:
        return [], i
    return [Item(i, found[1], found[0], False)], found[1]


def month_first(t: Tokens, i: int, language: Language) -> Found:
    """ "June 5, 1936", "Friday, June 5th", "May 6 and 7, 1864", "June 5-7, 1936", "February Seventeen 1819"."""
    start = i
    weekday, i = weekday_before(t, i, language)
    named = month(t, i, language)
    if named is None:
        return None
    j = named[1]
    if t[j].text in (",", "the") or "article" in t[j].classes:
        j += 1
    items, after = days_in_row(t, j)
    if not items:
        spelled = cardinal(t, named[1])
        if spelled is None or t[named[1]].number >= 0 or spelled[0] > 31 or not year_after(t, spelled[1]):
            return None
        items, after = [Item(named[1], spelled[1], spelled[0], False)], spelled[1]
    if t[after].classes.get("unit") == "day":
        after += 1
    completed = year_after(t, after) or occurrence(t, after)
    if completed is None and len(items) == 1 and _is_quantity(t, items[0], language):
        return None
    if (
        t[i].text in language.unlikely
        and not t[i].capital
        and (language.capitals or not (completed or weekday is not None or _stands_alone(t, i, after, language)))
    ):
        return None
    when, end = double_year(t, *completed, named[0]) if completed else (None, after)
    return listed(t, items, start, end, when, named[0], weekday, True)


def _stands_alone(t: Tokens, i: int, end: int, language: Language) -> bool:
    """Whether "march 15" is a date in a text without capitals: "on march 15", "dec. 31", "march 15 is the day"."""
    abbreviated = t[i].text in language.abbreviations and t[i + 1].text == "."
    return abbreviated or _introduced(t, i) or not t[end].text.isalpha() or t[end].text in language.function


def _is_quantity(t: Tokens, item: Item, language: Language) -> bool:
    """Whether the number after a month counts something: "in May 20 men"."""
    follower = t[item.end]
    return not t[item.start].suffixed and (follower.text in language.counted or follower.text == ":")


def year_first(t: Tokens, i: int, language: Language) -> Found:
    """ "1862 April 3", "1862, April 3d": as chroniclers and librarians write."""
    if t[i].digits != 4 or t[i].suffixed or not 1000 <= t[i].number <= 2100:
        return None
    j = i + 1 + (t[i + 1].text in (",", "."))
    found = month_first(t, j, language) if t[j].value("month") else None
    if found is None or len(found[0]) > 1:
        return None
    meaning = found[0][0].meaning
    if not isinstance(meaning, DayOf) or meaning.year is not None:
        return None
    return [Expression(i, found[1], meaning._replace(year=t[i].number))], found[1]


def _introduced(t: Tokens, i: int) -> bool:
    before = t[i - 1] if i else None
    return before is not None and bool(
        {"on", "open", "of", "from", "range", "between", "article"} & before.classes.keys()
    )


def weekday_before(t: Tokens, i: int, language: Language) -> tuple[int | None, int]:
    """A weekday that introduces a date, with its comma and the part of the day; and the token after it."""
    if "weekday" not in t[i].classes:
        return None, i
    number = t[i].value("weekday")
    j = i + 1
    if "day-part" in t[j].classes:
        j += 1
        j += "of" in t[j].classes
    if t[j].text == "." and t[i].text not in language.abbreviations and "article" in t[j + 1].classes:
        return None, i  # "He came on Sunday. The 5th"
    while t[j].text in (",", ".", "(") or "on" in t[j].classes:
        j += 1
    return number, j


def _day_of_reference(
    t: Tokens, start: int, items: list[Item], i: int, of: bool, weekday: int | None, language: Language
) -> Found:
    """ "The 5th inst.", "the 16th of this month", "the 3rd and 7th of the same month", "Monday the 15th"."""
    first = items[0]
    when = occurrence(t, first.end) if len(items) == 1 and not of else None
    if when:
        end = when[1] + (t[when[1]].classes.get("unit") == "month")  # "dieses Monats"
        return [Expression(start, end, DayOf(None, Shift("month", when[0].amount, True), first.day, weekday))], end
    article = "article" in t[i].classes
    if of or article:
        j = i + article
        for name, spoken in (("shift", True), ("text-shift", False)):
            if name in t[j].classes and t[j + 1].classes.get("unit") == "month":
                shift = Shift("month", t[j].value(name), spoken and (j == i or t[j].value(name) <= 0))
                return listed(t, items, start, j + 2, None, shift, weekday, True)
        if of and t[j].classes.get("unit") == "month":
            if language.postposed and "shift" in t[j + 1].classes:  # "le 15 du mois courant"
                shift = Shift("month", t[j + 1].value("shift"), True)
                return listed(t, items, start, j + 2, None, shift, weekday, True)
            return listed(t, items, start, j + 1, None, Shift("month", 0), weekday, True) if article else None
        return None
    bare = language.bare_days and len(items) == 1 and t[first.end].text in (",", ".", ";", "", ")")  # "mardi 14"
    if weekday is not None and (bare or ordinal(t, first.start)):
        return [Expression(start, first.end, DayOf(None, Shift("month", 0), first.day, weekday))], first.end
    return None
