"""Dates in digits alone: 1936-06-05, 2026-W47-1, 19360605, 5.6.1936, 5/6/36, 15/9, 5. VI. 1936."""

from __future__ import annotations

from toolkit.taggers.dates.days import add_days, iso_week
from toolkit.taggers.dates.expression import DayOf, Expression, Fixed, Found, MonthOf, Short, Span
from toolkit.taggers.dates.language import Language
from toolkit.taggers.dates.numbers import Tokens
from toolkit.taggers.dates.tokens import Token

SEPARATORS = frozenset("-./")
ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}


def numeric(t: Tokens, i: int, language: Language) -> Found:
    """A date in digits that starts with this token."""
    if t[i].suffixed and t[i].text[-1] == "." and t[i + 1].text in ROMAN:
        return _roman(t, i)
    if t[i].suffixed or (i and not t[i].spaced and t[i - 1].text in SEPARATORS | {":", ","}):
        return None
    if t[i].digits == 8:
        return _compact(t, i)
    if t[i].digits == 4:
        return _iso(t, i) or _iso_month(t, i) or _iso_week(t, i)
    return _three(t, i, language) or _two(t, i, language) if 1 <= t[i].digits <= 2 else None


def _iso(t: Tokens, i: int) -> Found:
    """1936-06-05; also 1936/6/5 and 1936.06.05."""
    mark, month, again, day = t[i + 1 : i + 5]
    if not (mark.text in SEPARATORS and mark.text == again.text and 1 <= month.digits <= 2 and 1 <= day.digits <= 2):
        return None
    if any(token.spaced for token in (mark, month, again, day)) or not _is_day(day.number, month.number):
        return None
    return [Expression(i, i + 5, DayOf(t[i].number, month.number, day.number))], i + 5


def _iso_month(t: Tokens, i: int) -> Found:
    """1936-06, where it cannot be the range 1936–2006 or 1905-06."""
    year, mark, month, after = t[i : i + 4]
    if mark.text != "-" or mark.spaced or month.spaced or month.digits != 2 or month.suffixed or not month.number:
        return None
    if not 1500 <= year.number <= 2100 or month.number > min(12, year.number % 100) or month.text[0] != "0":
        return None
    if not after.spaced and (after.text in SEPARATORS - {"."} or after.number >= 0):
        return None
    return [Expression(i, i + 3, MonthOf(year.number, month.number), sure=False)], i + 3


def _iso_week(t: Tokens, i: int) -> Found:
    """2026-W47 and 2026-W47-1."""
    mark, letter, week, again, day = t[i + 1 : i + 6]
    if (
        mark.text != "-"
        or letter.text != "w"
        or week.digits != 2
        or any(token.spaced for token in (mark, letter, week))
    ):
        return None
    monday, sunday = iso_week(t[i].number, week.number)[:2]
    if not 1 <= week.number <= 53 or week.suffixed or monday is None or sunday is None:
        return None
    if again.text == "-" and day.digits == 1 and 1 <= day.number <= 7 and not (again.spaced or day.spaced):
        return [Expression(i, i + 6, Fixed(*add_days(monday, day.number - 1)))], i + 6
    return [Expression(i, i + 4, Span(Fixed(*monday), Fixed(*sunday)))], i + 4


def _compact(t: Tokens, i: int) -> Found:
    """19360605, as newswires and file names have it."""
    year, month, day = t[i].number // 10000, t[i].number // 100 % 100, t[i].number % 100
    if not 1800 <= year <= 2100 or not _is_day(day, month) or (not t[i + 1].spaced and t[i + 1].text.isalnum()):
        return None
    return [Expression(i, i + 1, DayOf(year, month, day), sure=False)], i + 1


def _three(t: Tokens, i: int, language: Language) -> Found:
    """Day, month and year in the order of the language, or in the only one that is possible."""
    first, mark, second, again, third = t[i : i + 5]
    if mark.text not in SEPARATORS or mark.spaced:
        return None
    roman = ROMAN.get(second.text, 0) if mark.text != "-" else 0
    if not roman and not 1 <= second.digits <= 2:
        return None
    if not roman and second.suffixed:
        return None
    spaces = second.spaced
    if spaces and mark.text != ".":
        return None
    has_year = again.text == mark.text and not again.spaced and third.digits in (2, 4) and (spaces or not third.spaced)
    if again.text == mark.text and third.spaced and third.digits != 4:
        has_year = False
    if not has_year or third.suffixed:
        return None
    day_number, month_number = first.number, roman or second.number
    surely = bool(roman)
    if not roman and (month_number > 12 or (language.numeric == "mdy" and day_number <= 12)):
        day_number, month_number = month_number, day_number
    surely = surely or day_number > 12 or day_number == month_number or mark.text == "."
    if not _is_day(day_number, month_number):
        return None
    if mark.text == "." and not roman and third.digits == 2 and "." not in language.day_month:
        return None  # "section 6.19.33"
    year: int | Short = third.number if third.digits == 4 else Short(third.number, modern=True)
    if third.digits == 4 and not 1000 <= third.number <= 2100:
        return None
    if third.digits == 2 and (
        mark.text == "-" or (t[i + 5].text in SEPARATORS and not t[i + 5].spaced and t[i + 6].number >= 0)
    ):
        return None
    return [Expression(i, i + 5, DayOf(year, month_number, day_number), surely)], i + 5


def _two(t: Tokens, i: int, language: Language) -> Found:
    """15/9 or 6. 9. at the head of a line or after a word that leads to a day, where the language writes days so."""
    first, mark, second = t[i : i + 3]
    if (
        mark.text not in language.day_month
        or mark.spaced
        or not 1 <= second.digits <= 2
        or not _is_day(first.number, second.number)
    ):
        return None
    dotted = mark.text == "."
    if (second.suffixed and second.text[-1] != ".") or (dotted and t[i + 3].text != "." and not second.suffixed):
        return None
    end = i + 3 + (dotted and not second.suffixed)
    if dotted and t[end].number >= 0 and not t[end].spaced:
        return None  # "3.5.2"
    year = _short_year(t[end]) if mark.text == "/" else None  # "5/4 91"
    end += year is not None
    before = t[i - 1] if i else None
    if (
        before is not None
        and not {"on", "from", "range", "article", "weekday", "open"} & before.classes.keys()
        and before.text != ","
    ):
        return None
    return [Expression(i, end, DayOf(year, second.number, first.number))], end


def _short_year(token: Token) -> Short | None:
    """A year of two digits that no day can be."""
    plain = token.digits == 2 and token.spaced and not token.suffixed
    return Short(token.number) if plain and token.number > 31 else None


def _roman(t: Tokens, i: int) -> Found:
    """5. VI. 1936."""
    month, mark, last = t[i + 1 : i + 4]
    if mark.text != "." or last.digits not in (2, 4) or last.suffixed or not _is_day(t[i].number, ROMAN[month.text]):
        return None
    year = last.number if last.digits == 4 else Short(last.number, modern=True)
    return [Expression(i, i + 4, DayOf(year, ROMAN[month.text], t[i].number))], i + 4


def _is_day(day: int, month: int) -> bool:
    return 1 <= day <= 31 and 1 <= month <= 12
