"""Days and months of the calendar in every usual order, and the years that go with them."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.taggers.dates.expression import DayOf, Expression, Found, MonthOf, Shift, Short, Span, Year
from toolkit.taggers.dates.language import Language
from toolkit.taggers.dates.numbers import DASHES, Tokens, cardinal, day, ordinal, year_in_words
from toolkit.taggers.dates.tokens import APOSTROPHES

DOUBLES = DASHES | {"/"}
LAST_DOUBLE = 1752  # from then on the year begins on 1 January in Britain too
LONGEST_LIST = 12  # days of one month named in a row


class Item(NamedTuple):
    """A day in a list of days: its stretch in tokens, its number, whether a range leads to it."""

    start: int
    end: int
    day: int
    ranged: bool


# ------------------------------------------------------------------ years that follow a day or a month
def year_after(t: Tokens, i: int) -> tuple[Year | Short, int] | None:
    """The year that completes a day or a month: ", 1862", "A.D. 1862", "/62", "of that year", "last"."""
    j = i
    while t[j].text in (",", ".") and j < i + 2:
        j += 1
    if "of" in t[j].classes or "in" in t[j].classes:
        found = year_reference(t, j + 1) or year(t, j + 1)
        if found:
            return found
    named = j + bool(t[j].classes.keys() & {"of", "in"})
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
    if t[j].text in DASHES:
        dashes = j + 1
        while t[dashes].text in DASHES:
            dashes += 1
        token = t[dashes]
        if token.digits == 4 and 1000 < token.number < 2100 and not token.suffixed:
            return token.number, dashes + 1
        if token.digits == 2 and token.number > 31 and not token.suffixed and not (t[j].spaced and token.spaced):
            return Short(token.number), dashes + 1
    if t[j].text in APOSTROPHES and t[j + 1].digits == 2 and not t[j + 1].spaced and not t[j + 1].suffixed:
        return Short(t[j + 1].number), j + 2
    if t[j].text == "/" and t[j + 1].digits in (2, 4) and not t[j + 1].suffixed:
        number = t[j + 1].number
        return (number if t[j + 1].digits == 4 else Short(number)), j + 2
    return None


def _parted_year(t: Tokens, i: int) -> tuple[int, int] | None:
    """A year that a scanner parted: "the 17th of March 18 59"."""
    century, rest = t[i], t[i + 1]
    plain = century.digits == rest.digits == 2 and not (century.suffixed or rest.suffixed)
    return (century.number * 100 + rest.number, i + 2) if plain and 15 <= century.number <= 20 else None


def _double(t: Tokens, when: Year | Short, end: int, month: int) -> tuple[Year | Short, int]:
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


# ------------------------------------------------------------------ months
def month(t: Tokens, i: int, language: Language) -> tuple[int, int] | None:
    """A month's name or abbreviation with its full stop."""
    number = t[i].value("month")
    if not number:
        return None
    if t[i].text in language.abbreviations and t[i + 1].text in (".", ":") and not t[i + 1].spaced:
        return number, i + 2
    return number, i + 1


def day_first(t: Tokens, i: int, language: Language) -> Found:
    """ "5 June 1936", "Friday the 5th of June", "the 16th day of April, A.D. 1862", "6-7 January 1916"."""
    start = i
    weekday, i = weekday_before(t, i)
    j = i
    while "article" in t[j].classes or ("shift" in t[j].classes and not t[j].value("shift")) or "said" in t[j].classes:
        j += 1  # "this the 5th day", "the said 5th day"
    items, j = _days(t, j)
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
    named = month(t, j, language)
    if named is None:
        return _day_of_reference(t, start, items, j, of, weekday, language)
    sure = True
    completed = year_after(t, named[1]) or _parted_year(t, named[1]) or occurrence(t, named[1])
    if t[j].text in language.verbs and t[named[1]].text in language.after_verbs and not (of or t[j].capital):
        return None  # "10 may be seen"
    if t[j].text in language.unlikely and not (of or completed or t[items[-1].start].suffixed):
        short = t[j].text in language.abbreviations
        if not t[j].capital and (language.capitals or not (short or _introduced(t, start))):
            return None
        sure = False
    when, end = _double(t, *completed, named[0]) if completed else (None, named[1])
    return _listed(t, items, start, end, when, named[0], weekday, sure)


def month_first(t: Tokens, i: int, language: Language) -> Found:
    """ "June 5, 1936", "Friday, June 5th", "May 6 and 7, 1864", "June 5-7, 1936", "February Seventeen 1819"."""
    start = i
    weekday, i = weekday_before(t, i)
    named = month(t, i, language)
    if named is None:
        return None
    j = named[1]
    if t[j].text in (",", "the") or "article" in t[j].classes:
        j += 1
    items, after = _days(t, j)
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
    when, end = _double(t, *completed, named[0]) if completed else (None, after)
    return _listed(t, items, start, end, when, named[0], weekday, True)


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


def month_alone(t: Tokens, i: int, language: Language) -> Found:
    """A month with its year, or alone where nothing else can be meant."""
    named = month(t, i, language)
    if named is None or _names_an_event(t, i, named[1], language) or _names_a_person(t, i, language):
        return None
    term = named[1] + (t[named[1]].text in language.season_company)  # "the March term 1862"
    completed = year_after(t, term) or occurrence(t, named[1])
    if completed:
        when, end = _double(t, *completed, named[0])
        return [Expression(i, end, MonthOf(when, named[0]))], end
    token = t[i]
    if token.text in language.weak and not _stands_as_month(t, i, language):
        return None
    return [Expression(i, named[1], MonthOf(None, named[0]))], named[1]


def _names_an_event(t: Tokens, i: int, end: int, language: Language) -> bool:
    """ "The October revolution", "la révolution de février": names of events, whose year the text need not tell."""
    if t[end].text in language.events:
        return True
    if i < 2 or "of" not in t[i - 1].classes or t[end].digits or "units" in t[i - 2].classes:  # "ten days of October"
        return False
    return t[i - 2].text in language.events


def _names_a_person(t: Tokens, i: int, language: Language) -> bool:
    """ "Dr. May", "Mrs March"."""
    before = i - 1 - (i > 1 and t[i - 1].text == "." and not t[i - 1].spaced)
    return before >= 0 and t[i].text in language.weak and t[before].text in language.titles


def _stands_as_month(t: Tokens, i: int, language: Language) -> bool:
    """Whether a word that is also another word stands where months stand."""
    if language.capitals and not t[i].capital:
        return False
    leads_on = t[i + 1].text in DASHES or t[i + 1].classes.keys() & {"range", "and"}
    if leads_on and t[i + 2].value("month") and year_after(t, i + 3):  # "April-June 1919"
        return True
    before = t[i - 1] if i else None
    if before is None or (t[i].text in language.verbs and t[i + 1].text in language.after_verbs):
        return False
    if t[i].text in language.abbreviations:
        return t[i].capital and before.text in language.introducing and "article" not in before.classes
    introduced = before.text in language.introducing and (
        t[i].text not in language.unlikely or "article" not in before.classes
    )
    if before.text in DASHES and i > 1:
        introduced = bool(t[i - 2].value("month")) or "early" in t[i - 2].classes
    if "and" in before.classes and i > 1:
        introduced = bool(t[i - 2].value("month"))
    if t[i].capital and t[i + 1].capital and t[i + 1].text.isalpha() and not introduced:
        return False
    if introduced or not t[i].capital or before.capital:
        return introduced
    # "the costly August battles"
    return t[i].text not in language.verbs and before.text.isalpha() and "article" not in before.classes


def _introduced(t: Tokens, i: int) -> bool:
    before = t[i - 1] if i else None
    return before is not None and bool(
        {"on", "open", "of", "from", "range", "between", "article"} & before.classes.keys()
    )


# ------------------------------------------------------------------ what days have in common
def weekday_before(t: Tokens, i: int) -> tuple[int | None, int]:
    """A weekday that introduces a date, with its comma and the part of the day; and the token after it."""
    if "weekday" not in t[i].classes:
        return None, i
    number = t[i].value("weekday")
    j = i + 1
    if "day-part" in t[j].classes:
        j += 1
        j += "of" in t[j].classes
    while t[j].text in (",", ".", "(") or "on" in t[j].classes:
        j += 1
    return number, j


def _days(t: Tokens, i: int) -> tuple[list[Item], int]:
    """Days in a row: "5", "5-7", "5th to the 7th", "5, 6 and 7"."""
    items: list[Item] = []
    found = day(t, i)
    ranged = False
    start = i
    while found and len(items) < LONGEST_LIST:
        items.append(Item(start, found[1], found[0], ranged))
        j = found[1]
        ranged = t[j].text in DASHES or "range" in t[j].classes
        if (
            t[j].text == "/" and day(t, j + 1) and 10 <= t[j + 1].number - found[0] <= 13
        ):  # both calendars, Old Style first
            items[-1] = Item(start, j + 2, t[j + 1].number, ranged)
            break
        if ranged:
            j += 1
        else:
            comma = t[j].text == ","
            j += comma
            joined = "and" in t[j].classes or t[j].text == "&"
            j += joined
            if not comma and not joined:
                break
        start = j
        j += "article" in t[j].classes
        found = day(t, j)
        if found and ((t[j].digits == 2 and t[found[1]].text == ":") or (ranged and found[0] <= items[-1].day)):
            break
        if found and (t[j].digits > 0) != (t[items[0].start].digits > 0):
            break
    return items, items[-1].end if items else i


def _listed(
    t: Tokens,
    items: list[Item],
    start: int,
    end: int,
    when: Year | Short,
    of: int | Shift,
    weekday: int | None,
    sure: bool,
) -> tuple[list[Expression], int]:
    """An expression for each day of a list, one for each range of days; the first and the last reach to the edges."""
    bracket = t[end].text == "("
    julian = t[end + bracket].value("style") == 1
    if "style" in t[end + bracket].classes:
        end += 1 + 2 * bracket
    found: list[Expression] = []
    index = 0
    between = len(items) == 2 and start > 0 and "between" in t[start - 1].classes
    while index < len(items):
        item = items[index]
        meaning: DayOf | Span = DayOf(when, of, item.day, weekday if index == 0 else None, julian)
        begin = item.start if found else start
        last = item
        ends: tuple[Expression, ...] = ()
        if index + 1 < len(items) and (items[index + 1].ranged or between):
            index += 1
            last = items[index]
            until = DayOf(when, of, last.day, None, julian)
            stop = max(end, last.end) if index == len(items) - 1 else last.end
            ends = Expression(begin, item.end, meaning, sure), Expression(last.start, stop, until, sure)
            meaning = Span(meaning, until, between)
        index += 1
        stop = max(end, last.end) if index == len(items) else last.end
        found.append(Expression(begin, stop, meaning, sure, ends))
    return found, found[-1].end


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
                return _listed(t, items, start, j + 2, None, shift, weekday, True)
        if of and article and t[j].classes.get("unit") == "month":
            return _listed(t, items, start, j + 1, None, Shift("month", 0), weekday, True)
        return None
    bare = language.bare_days and len(items) == 1 and t[first.end].text in (",", ".", ";", "", ")")  # "mardi 14"
    if weekday is not None and (bare or ordinal(t, first.start)):
        return [Expression(start, first.end, DayOf(None, Shift("month", 0), first.day, weekday))], first.end
    return None
