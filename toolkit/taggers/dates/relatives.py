"""Dates told from another date: "yesterday", "last Friday", "two days later", "the following spring", "that year"."""

from __future__ import annotations

from toolkit.taggers.dates.expression import Expression, Found, MonthOf, Relative, Shift, Weekday
from toolkit.taggers.dates.language import Language
from toolkit.taggers.dates.numbers import DASHES, Tokens, cardinal
from toolkit.taggers.dates.periods import possessed
from toolkit.taggers.dates.tokens import APOSTROPHES

FROM_DAY = {"week": 7, "fortnight": 14}


def spoken_day(t: Tokens, i: int, language: Language) -> Found:
    """ "Yesterday", "tomorrow", "the day before yesterday"."""
    if "days" not in t[i].classes or (i and t[i - 1].text in language.never_days):
        return None
    days = t[i].value("days")
    away = FROM_DAY.get(str(t[i + 1].classes.get("unit")))
    if away:  # "yesterday week", "to-morrow fortnight", "to-day week"
        return [Expression(i, i + 2, Relative(Shift("day", days + (away if days >= 0 else -away), spoken=True)))], i + 2
    end = i + 2 if "day-part" in t[i + 1].classes else i + 1
    return [Expression(i, end, Relative(Shift("day", days, spoken=True)))], end


def weekday(t: Tokens, i: int, language: Language) -> Found:
    """ "Friday", "last Friday", "Friday last", "next Friday morning"."""
    start = i
    shift: int | None = None
    if "article" in t[i].classes and ({"shift", "text-shift"} & t[i + 1].classes.keys()):
        i += 1
    told = False
    if {"shift", "text-shift"} & t[i].classes.keys():
        told = "shift" not in t[i].classes
        shift = t[i].value("text-shift" if told else "shift")
        i += 1
    token = t[i]
    habit = token.text in language.habits and not token.capital
    if "weekday" not in token.classes or habit or (shift is None and _is_of_a_set(t, start, language)):
        return None
    if "of" in t[i + 1].classes and t[i + 2].text in language.sets:  # "the first Monday of each month"
        return None
    j = i + 1
    if token.text in language.abbreviations:
        if token.text in language.weak and shift is None:
            return None
        j += t[j].text == "." and not t[j].spaced
    if t[j].value("shift") and shift is None:
        shift = t[j].value("shift")
        j += 1
    if "day-part" in t[j].classes:
        j += 1
    return [Expression(start, j, Weekday(token.value("weekday"), shift, told))], j


def _is_of_a_set(t: Tokens, i: int, language: Language) -> bool:
    """ "Every Sunday", "every second Sunday", "every Monday, Wednesday and Friday"."""
    second = i > 1 and "part-ordinal" in t[i - 1].classes and t[i - 2].text in language.sets
    if i > 0 and (t[i - 1].text in language.sets or second):
        return True
    joint = i - 1
    while joint > 0 and (t[joint].text in (",", "&") or "and" in t[joint].classes):
        joint -= 1
    joint -= joint > 0 and "day-part" in t[joint].classes
    return 0 <= joint < i - 1 and "weekday" in t[joint].classes and _is_of_a_set(t, joint, language)


def month_end(t: Tokens, i: int, language: Language) -> Found:
    """ "At month's end", "by year-end", "the year-earlier quarter"."""
    unit = t[i].classes.get("unit")
    if unit in ("month", "year") and t[i + 1].text in DASHES and "end" in t[i + 2].classes:
        return [Expression(i, i + 3, Relative(Shift(str(unit), 0)))], i + 3
    if unit in ("month", "year") and t[i + 1].text == "end" and i and "on" in t[i - 1].classes:  # "at year end"
        return [Expression(i, i + 2, Relative(Shift(str(unit), 0)))], i + 2
    if unit == "year" and t[i + 1].text in DASHES and t[i + 2].value("after") < 0:
        if t[i + 3].classes.get("unit") == "quarter":
            return [Expression(i, i + 4, Relative(Shift("quarter", -4)))], i + 4
        return [Expression(i, i + 3, Relative(Shift("year", -1, spoken=True)))], i + 3
    if (
        unit not in ("month", "year", "week")
        or t[i + 1].text not in APOSTROPHES
        or t[i + 2].text != "s"
        or "end" not in t[i + 3].classes
    ):
        return None
    return [Expression(i, i + 4, Relative(Shift(str(unit), 0)))], i + 4


def shifted(t: Tokens, i: int, language: Language) -> Found:
    """ "Last week", "the previous year", "the same day", "next May", "that evening", "the year before"."""
    start = i
    article = "article" in t[i].classes
    i += article
    classes = t[i].classes
    if article and "day-part" in classes and t[i + 1].value("open") == -2 and not t[i + 2].text.isalnum():
        return [Expression(start, i + 2, Relative(Shift("day", -1)))], i + 2  # "the night before"
    if "unit" in classes and (article or language.postposed):
        return _postposed(t, start, i, language) or _unit_shifted(t, start, i)
    if "text-day" in classes and (article or language.day_adverbs):  # "le lendemain", "tags darauf"
        return [Expression(start, i + 1, Relative(Shift("day", t[i].value("text-day"))))], i + 1
    if "said" in classes and t[i + 1].classes.get("unit") in ("day", "month", "year"):
        return [Expression(start, i + 2, Relative(Shift(str(t[i + 1].classes["unit"]), 0)))], i + 2
    by = _shift_word(t, start, i)
    if by is None:
        return None
    j = i + 1
    while "shift" in t[j].classes or "text-shift" in t[j].classes:
        j += 1
    if "unit" in t[j].classes:
        return _shifted_unit(t, start, j, by._replace(unit=str(t[j].classes["unit"])))
    if "month" in t[j].classes and t[j].text not in language.abbreviations:
        return _shifted_month(t, start, j, by, language)
    if "day-part" in t[j].classes and not by.spoken:
        return [Expression(start, j + 1, Relative(by._replace(unit="day")))], j + 1
    return None


def _shift_word(t: Tokens, start: int, i: int) -> Shift | None:
    """What "last", "next", "this", "the previous" say, of no unit yet."""
    spoken = "shift" in t[i].classes and "text-shift" not in t[i].classes
    if not spoken and "text-shift" not in t[i].classes:
        return None
    amount = t[i].value("shift" if spoken else "text-shift")
    noun = t[i + 1].classes
    if spoken and (i > start or (start and "article" in t[start - 1].classes)):
        if (amount < 0 and noun.get("unit") != "quarter") or (amount == 0 and noun.get("unit") == "day"):
            return None  # "the last week" is a duration, "the present day" no day
        spoken = amount <= 0
    if amount > 0 and (noun.get("unit") == "day" or "day-part" in noun):
        spoken = False  # the next day of one who speaks is "tomorrow"
    return Shift("", amount, spoken)


def _shifted_unit(t: Tokens, start: int, i: int, by: Shift) -> Found:
    if by.unit in ("season", "fortnight") or (by.spoken and by.amount == 0 and "units" in t[i].classes):
        return None  # "dieser Tage"
    if by.unit == "day" and by.amount == 0 and t[i + 1].classes.keys() & {"unit", "anniversary"}:
        # "this day week" is to come, "this day month" may be past
        away = FROM_DAY.get(str(t[i + 1].classes.get("unit")))
        return ([Expression(start, i + 2, Relative(Shift("day", away, spoken=True)))], i + 2) if away else None
    if t[i + 1].text in DASHES and "there" in t[i + 2].classes:  # "cette année-là"
        return [Expression(start, i + 3, Relative(Shift(by.unit, by.amount)))], i + 3
    return possessed(t, start, i + 1, Relative(by)) or ([Expression(start, i + 1, Relative(by))], i + 1)


def _shifted_month(t: Tokens, start: int, i: int, by: Shift, language: Language) -> Found:
    if t[i].text in language.unlikely and not t[i].capital and (by.amount == 0 or language.capitals):
        return None  # "this may"
    if t[i + 1].number >= 0 or "ordinal" in t[i + 1].classes:
        return None  # "this March 10th 1862"
    unit = "occurrence" if by.spoken else "following"
    return [Expression(start, i + 1, MonthOf(by._replace(unit=unit), t[i].value("month")))], i + 1


def _postposed(t: Tokens, start: int, i: int, language: Language) -> Found:
    """ "L'année dernière", "la semaine prochaine", "le mois suivant": languages that set the adjective behind."""
    if not language.postposed or (start and t[start - 1].text in language.sets):
        return None
    unit, after = str(t[i].classes["unit"]), t[i + 1]
    for name, spoken in (("shift", True), ("text-shift", False)):
        if name in after.classes:
            return [Expression(start, i + 2, Relative(Shift(unit, after.value(name), spoken)))], i + 2
    return None


def _unit_shifted(t: Tokens, start: int, i: int) -> Found:
    """ "The day before", "the week after", "the year following": only where no clause follows that says before what."""
    after = t[i + 1]
    if t[i].classes["unit"] in ("quarter", "weekend") and start < i and "of" not in after.classes:
        unit = str(t[i].classes["unit"])
        return [Expression(start, i + 1, Relative(Shift(unit, 0, spoken=unit == "weekend")))], i + 1
    amount = after.value("text-shift") or {2: 1, -2: -1}.get(after.value("open"), 0)
    if not amount or t[i + 2].text.isalnum():
        return None
    unit = str(t[i].classes["unit"])
    return [Expression(start, i + 2, Relative(Shift(unit, amount)))], i + 2


def counted(t: Tokens, i: int, language: Language) -> Found:
    """ "Two days later", "a year ago", "six months before,", "vor zwei Jahren", "il y a deux ans"."""
    start = i
    before = t[i].value("before-count")
    i += bool(before)
    if "one" in t[i].classes:
        amount, j = 1, i + 1
    else:
        found = cardinal(t, i)
        if found is None or not 0 < found[0] < 1000:
            return None
        amount, j = found
    unit = t[j].classes.get("unit") or t[j].classes.get("units")
    if not isinstance(unit, str) or unit in ("weekend", "season"):
        return None
    token = t[j + 1]
    direction = token.value("after")
    if before:
        spoken_shift = (
            Shift(unit, -amount, spoken=True) if unit != "fortnight" else Shift("week", -2 * amount, spoken=True)
        )
        return [Expression(start, j + 1, Relative(spoken_shift))], j + 1
    if not direction:
        opened = token.value("open")
        if abs(opened) != 2 or t[j + 2].text.isalnum():
            return None
        direction = 1 if opened > 0 else -1
    if token.text == "since" and t[j + 2].text.isalnum():
        return None
    spoken = abs(direction) == 2
    sign = 1 if direction > 0 else -1
    if unit == "fortnight":
        amount, unit = amount * 2, "week"
    return [Expression(start, j + 2, Relative(Shift(unit, amount * sign, spoken)))], j + 2
