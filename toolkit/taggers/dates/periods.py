"""Periods: seasons, halves, quarters, and the early, middle and late parts of longer stretches."""

from __future__ import annotations

from collections.abc import Callable

from toolkit.taggers.dates.completions import occurrence, year_after
from toolkit.taggers.dates.expression import (
    Expression,
    Feast,
    Found,
    MonthOf,
    PartOf,
    Relative,
    SeasonOf,
    Shift,
    Short,
    Year,
    YearOf,
)
from toolkit.taggers.dates.language import Language
from toolkit.taggers.dates.numbers import DASHES, Tokens, ordinal
from toolkit.taggers.dates.tokens import APOSTROPHES

Production = Callable[[Tokens, int, Language], Found]
WHOLES = ("year", "month", "century", "decade", "week")
PARTS = {"half": 2, "quarter": 4, "third": 3, "month": 12, "week": 5, "day": 366}


def season(t: Tokens, i: int, language: Language) -> Found:
    """ "The summer of 1862", "summer 1862", "last spring", "the winter of 1941-42", "the summer"."""
    start = i
    i = i + 1 if "article" in t[i].classes else i
    shift = _shift(t, i, article=i > start)
    i += shift is not None
    if "season" not in t[i].classes:
        return None
    number = t[i].value("season")
    completed = year_after(t, i + 1)
    if completed and t[completed[1]].text in language.counted:
        return None  # "the fall of 1500 feet"
    if completed and (shift is None or isinstance(completed[0], int)):  # "this autumn of 1919"
        return _season_of_year(t, start, i, *completed, language)
    behind = _shift(t, i + 1, article=True) if language.postposed else None  # "l'été dernier"
    if shift or behind:
        end = i + 2 if behind else i + 1
        return [Expression(start, end, SeasonOf(None, number, shift or behind))], end
    if not _is_season(t, start, i, language):
        return None
    return [Expression(start, i + 1, SeasonOf(None, number))], i + 1


def _season_of_year(t: Tokens, start: int, i: int, year: Year | Short, end: int, language: Language) -> Found:
    if t[i].text in language.unlikely and not t[i + 1].digits and i == start:
        return None  # "il a été en 1916"
    second = t[end + 1]
    if isinstance(year, int) and t[end].text in DASHES | {"/"} and second.digits in (1, 2, 4) and not second.spaced:
        end += 2  # a winter is named after its first year
    return [Expression(start, end, SeasonOf(year, t[i].value("season")))], end


def _is_season(t: Tokens, start: int, i: int, language: Language) -> bool:
    """Whether a season that says no year is one: not a spring of water, nor a fall."""
    weak = t[i].text in language.weak
    before = t[start - 1] if start else None
    if weak and before is not None and "article" in before.classes:
        before = t[start - 2] if start > 1 else None
    introduced = before is not None and before.text in language.season_words
    introduced = introduced or t[i + 1].text in language.season_company or _before_another(t, i)
    return "of" not in t[i + 1].classes and (introduced or (i > start and not weak))


def _before_another(t: Tokens, i: int) -> bool:
    """ "Spring and summer of 1943"."""
    joined = "and" in t[i + 1].classes or t[i + 1].text in DASHES or "range" in t[i + 1].classes
    return joined and "season" in t[i + 2].classes and year_after(t, i + 3) is not None


def _shift(t: Tokens, i: int, article: bool) -> Shift | None:
    """ "Last" and "next" from the time of speaking; "the next" and "the following" from the time last spoken of."""
    if "text-shift" in t[i].classes:
        return Shift("year", t[i].value("text-shift"))
    if "shift" in t[i].classes:
        return Shift("year", t[i].value("shift"), spoken=not (article and t[i].value("shift") > 0))
    return None


def feast(t: Tokens, i: int, language: Language) -> Found:
    """ "Christmas 1862", "Easter Monday, 1916", "Christmas Day"."""
    rule = t[i].classes.get("feast")
    if not isinstance(rule, str):
        return None
    after = i + 1 + ("day-part" in t[i + 1].classes)  # "Christmas night"
    completed = year_after(t, after) or occurrence(t, after)
    if completed:
        return [Expression(i, completed[1], Feast(rule, completed[0]))], completed[1]
    before = t[i - 1] if i else None
    if before is None or not {"on", "open", "shift", "text-shift", "from", "range"} & before.classes.keys():
        return None
    if t[after].text.isalpha() and t[after].text not in language.function:
        return None  # "Christmas roses"
    shift = Shift("occurrence", before.value("shift"), spoken=True) if before.value("shift") else None
    start = i - 1 if before.classes.keys() & {"shift", "text-shift"} else i
    return [Expression(start, after, Feast(rule, shift))], after


def part(t: Tokens, i: int, language: Language, core: Production) -> Found:
    """ "The last month of 1935", "the first half of the 18th century", "the third quarter", "the first week in May"."""
    start = i
    i = i + 1 if "article" in t[i].classes else i
    number, j = (t[i].value("part-ordinal"), i + 1) if "part-ordinal" in t[i].classes else (ordinal(t, i) or (0, i))
    j += t[j].text in DASHES
    unit = t[j].classes.get("unit") or t[j].classes.get("half")
    if "weekday" in t[j].classes:  # "the first Monday in August"
        unit = str(t[j].value("weekday"))
    if not number or not isinstance(unit, str) or number > PARTS.get(unit, 5 if unit.isdigit() else 0):
        return None
    j += 1
    of = "of" in t[j].classes or "in" in t[j].classes
    if of or "article" in t[j].classes:
        found = core(t, j + of, language) or _unit(t, j + of)
        if found and len(found[0]) == 1:
            whole = found[0][0]
            meaning = whole.meaning
            if _divides(unit, meaning):
                return [Expression(start, found[1], PartOf(number, unit, meaning))], found[1]
        return None
    if unit in ("quarter", "half"):
        completed = year_after(t, j)
        if completed and isinstance(completed[0], int):
            return [Expression(start, completed[1], PartOf(number, unit, YearOf(completed[0])))], completed[1]
        if unit == "quarter" and not t[j].text.isdigit():
            return [Expression(start, j, PartOf(number, unit, Relative(Shift("year", 0, True))))], j
        ended = t[j].text in language.function or not (t[j].text.isalpha() or t[j].text in DASHES)
        if i > start and ended:  # "in the first half, profits rose": of those who report, not of a game
            return [Expression(start, j, PartOf(number, unit, Relative(Shift("year", 0, True))), sure=False)], j
    return None


def quarter_code(t: Tokens, i: int, language: Language) -> Found:
    """ "4Q 1989", "Q4 1989", "Q1 of 1990", "4Q89": a quarter as reports of companies write it."""
    number, letter = (t[i], t[i + 1]) if t[i].number >= 0 else (t[i + 1], t[i])
    if "quarter-code" not in letter.classes or t[i + 1].spaced or number.digits != 1 or not 1 <= number.number <= 4:
        return None
    completed = year_after(t, i + 2)
    if completed is None and t[i + 2].digits == 2 and not (t[i + 2].spaced or t[i + 2].suffixed):
        completed = Short(t[i + 2].number, modern=True), i + 3
    if completed is None or not isinstance(completed[0], int | Short):
        return None
    return [Expression(i, completed[1], PartOf(number.number, "quarter", YearOf(completed[0])))], completed[1]


def possessed(t: Tokens, start: int, i: int, whole: Relative | YearOf) -> Found:
    """ "Last year's fourth quarter", "1988's third quarter"; the apostrophe is the token `i`."""
    if t[i].text not in APOSTROPHES or t[i + 1].text != "s":
        return None
    number = ordinal(t, i + 2)
    if number is None:
        return None
    j = number[1] + (t[number[1]].text in DASHES)
    unit = t[j].classes.get("unit") or t[j].classes.get("half")
    if unit not in ("quarter", "half") or number[0] > PARTS[str(unit)]:
        return None
    return [Expression(start, j + 1, PartOf(number[0], str(unit), whole))], j + 1


def _divides(unit: str, whole: object) -> bool:
    """Whether the unit is a part of that whole: a month of a year, a week of a month."""
    if unit in ("month", "quarter"):
        return isinstance(whole, YearOf) or (isinstance(whole, Relative) and whole.shift.unit == "year")
    if unit in ("week", "day") or unit.isdigit():
        return isinstance(whole, MonthOf) or (isinstance(whole, Relative) and whole.shift.unit in ("month", "year"))
    return True


def _unit(t: Tokens, i: int) -> Found:
    """ "The year", "the month", "the century" as the whole of a part: the one last spoken of."""
    if "article" in t[i].classes and t[i + 1].classes.get("unit") in WHOLES:
        unit = str(t[i + 1].classes["unit"])
        return [Expression(i, i + 2, Relative(Shift(unit, 0)))], i + 2
    return None


def portion(t: Tokens, i: int, language: Language, core: Production) -> Found:
    """ "Early 1936", "mid-June", "the end of 1935", "late in the year", "the beginning of the 18th century"."""
    start = i
    i = i + 1 if "article" in t[i].classes else i
    if "end" in t[i].classes:
        of = "of" in t[i + 1].classes
        found = _whole(t, start, i + 1 + of, language, core, unit=True)
        return found if of or (found and t[found[1]].number < 0) else None  # not "beginning July 1"
    if "early" not in t[i].classes:
        return None
    j = i + 1
    while (
        t[j].text in DASHES
        or (t[j].text in ("to", "and", "/") and "early" in t[j + 1].classes)
        or "early" in t[j].classes
    ):
        j += 1
    if "in" in t[j].classes or "of" in t[j].classes:
        return _whole(t, start, j + 1, language, core, unit=True)
    return _whole(t, start, j, language, core, unit=False)


def _whole(t: Tokens, start: int, i: int, language: Language, core: Production, unit: bool) -> Found:
    """The whole of which a part is spoken; the value is the whole's, as its parts have no sharp bounds."""
    found = core(t, i, language) or (_unit(t, i) if unit else None)
    if found is None:
        return None
    first = found[0][0]
    return [Expression(start, first.end, first.meaning, first.sure), *found[0][1:]], found[1]
