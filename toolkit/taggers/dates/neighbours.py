"""What ties neighbouring expressions: a shared year, ranges, both calendars, words that open an interval."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.taggers.dates.days import Moment, from_julian, is_real
from toolkit.taggers.dates.expression import (
    Century,
    Circa,
    DayOf,
    Decade,
    Expression,
    Fixed,
    Meaning,
    MonthOf,
    Open,
    SeasonOf,
    Span,
    YearOf,
)
from toolkit.taggers.dates.numbers import DASHES, Tokens


def tied(t: Tokens, found: list[Expression]) -> list[Expression]:
    """The expressions after neighbours have lent one another their year, and ranges have become one."""
    nearest_last: list[Expression] = []
    for expression in reversed(found):
        first = _with_year_behind(t, expression, nearest_last) if nearest_last else expression
        nearest_last.extend(_tie(t, first, nearest_last.pop()) if nearest_last else [first])
    return nearest_last[::-1]


def _tie(t: Tokens, first: Expression, second: Expression) -> list[Expression]:
    """Two neighbours, the second first, or the one expression that they are."""
    whole = _two_calendars(t, first, second)
    if whole:
        return [whole]
    joint = _joint(t, first.end, second.start)
    if not joint:
        return [second, first]
    between = joint == "and" and "between" in t[_leading(t, first.start)].classes
    ranged = between or joint == "range"
    whole = _years(t, first, second, between) if ranged else None
    return [whole] if whole else [second, _with_year_of(first, second, joint, ranged)]


def _with_year_behind(t: Tokens, day: Expression, after: list[Expression]) -> Expression:
    """ "26 October (8 November) 1917": the year behind the bracket is the day's, and is taken from those after it."""
    behind = after[-1]
    if not isinstance(day.meaning, DayOf) or day.meaning.year is not None or not isinstance(behind.meaning, YearOf):
        return day
    between = [token.text for token in t[day.end : behind.start]] if behind.start - day.end <= 2 else []
    if between not in ([")"], [")", ","]) or t[day.start - 1].text != "(":
        return day
    after.pop()
    return Expression(day.start, behind.end, day.meaning._replace(year=behind.meaning.year))


def _two_calendars(t: Tokens, old: Expression, new: Expression) -> Expression | None:
    """One expression for a day in both calendars, Old Style first: "26 October (8 November) 1917"."""
    first, second = old.meaning, new.meaning
    mark = t[old.end].text
    if (
        not isinstance(first, DayOf)
        or not isinstance(second, DayOf)
        or new.start != old.end + 1
        or mark not in ("/", "(")
    ):
        return None
    year = second.year if isinstance(second.year, int) else first.year
    if not isinstance(year, int) or not isinstance(first.month, int) or not isinstance(second.month, int):
        return None
    turned = year - (first.month > second.month)
    if not is_real(Moment(turned, first.month, first.day)) or from_julian(Moment(turned, first.month, first.day)) != (
        year,
        second.month,
        second.day,
    ):
        return None
    end = new.end + (t[new.end].text == ")")
    return Expression(old.start, end, Fixed(year, second.month, second.day))


def _joint(t: Tokens, start: int, end: int) -> str:
    """What stands between two expressions: "range", "and", "list" (a comma), or "" where it is more than that."""
    if not 1 <= end - start <= 4:
        return ""
    between = [token for token in t[start:end] if "article" not in token.classes]
    if len(between) > 2 or not between:
        return ""
    if len(between) == 1:
        token = between[0]
        if token.text in DASHES or "range" in token.classes:
            return "range"
        if "and" in token.classes or token.text in ("&", "/"):
            return "and"
        if token.text == ",":
            return "list"
    elif "and" in between[1].classes and between[0].text == ",":
        return "and"
    return ""


def _with_year_of(first: Expression, second: Expression, joint: str, ranged: bool) -> Expression:
    """ "Spring and summer of 1943", "26 June – 4 August 1952": a year said once holds for both.

    A range that begins later in the year than it ends begins in the year before: "November to January 1862".
    """
    earlier = first.meaning
    later = second.meaning.first if isinstance(second.meaning, Span) else second.meaning
    year = None if isinstance(later, YearOf) else getattr(later, "year", None)
    if not isinstance(year, int) or (joint == "list" and not isinstance(later, DayOf)):
        return first
    if isinstance(earlier, Span):
        return _span_in_year(first, earlier, year) if isinstance(later, DayOf) else first
    if getattr(earlier, "year", 0) is not None or (joint == "list" and not isinstance(earlier, DayOf)):
        return first
    if isinstance(earlier, DayOf | MonthOf) and isinstance(later, DayOf | MonthOf):
        month, until = earlier.month, later.month
        turned = ranged and isinstance(month, int) and isinstance(until, int) and month > until
        return _but(first, earlier._replace(year=year - turned))
    if isinstance(earlier, SeasonOf) and isinstance(later, SeasonOf) and not earlier.shift:
        return _but(first, earlier._replace(year=year - (ranged and earlier.season > later.season)))
    return first


def _span_in_year(expression: Expression, days: Span, year: int) -> Expression:
    """ "February 14-16, and March 4-5, 1919"."""
    first, last = days.first, days.last
    if not (isinstance(first, DayOf) and isinstance(last, DayOf)) or first.year is not None or last.year is not None:
        return expression
    first, last = first._replace(year=year), last._replace(year=year)
    ends = tuple(end._replace(meaning=day) for end, day in zip(expression.ends, (first, last), strict=True))
    return expression._replace(meaning=Span(first, last, days.between), ends=ends)


def _but(expression: Expression, meaning: Meaning) -> Expression:
    return Expression(expression.start, expression.end, meaning)


def _years(t: Tokens, first: Expression, second: Expression, between: bool) -> Expression | None:
    """One expression for a range of years. Months, seasons and days that both have their name stay two dates, as
    each says by itself which it is; a range of days of one month is one from the start.
    """
    if not isinstance(first.meaning, YearOf) or not isinstance(second.meaning, YearOf):
        return None
    span = Span(first.meaning, second.meaning, between)
    whole = t[first.end].text not in DASHES and t[second.end - 1].number >= 0  # not "218 BC to 201 BC"
    return Expression(first.start, second.end, span, first.sure and second.sure, (first, second), whole)


def _leading(t: Tokens, start: int) -> int:
    """The token before an expression and its article; the empty one at the end where there is none."""
    before = start - 1
    if before >= 0 and "article" in t[before].classes and not t[before].classes.keys() & {"from", "of"}:
        before -= 1
    return before


def _is_attribute(t: Tokens, before: int, year: Expression) -> bool:
    """Whether a year only tells which campaign or war is meant: "after the 1777 campaign"."""
    return before < year.start - 1 and t[year.end].text.isalpha() and not t[year.end].classes


def opened(t: Tokens, found: list[Expression]) -> Iterator[Expression]:
    """Each expression with the words before or after it that change its value: since, until, circa, "from ... to"."""
    for expression in found:
        start, end, meaning, ends = expression.start, expression.end, expression.meaning, expression.ends
        whole = expression.whole
        if isinstance(meaning, Decade | Century) and start and "article" in t[start - 1].classes:
            start -= 1
        leading = _leading(t, start)
        before = t[leading]
        circa = "circa" in before.classes and (
            before.spaced or leading < 1 or t[leading - 1].text != "."
        )  # not "D.C. 1919"
        if circa and isinstance(meaning, YearOf | Span):
            start, meaning = leading, Circa(meaning) if isinstance(meaning, YearOf) else meaning
        elif isinstance(meaning, Span) and before.classes.keys() & {"between", "from"}:
            start = leading
        elif isinstance(meaning, YearOf) and before.value("open") and not _is_attribute(t, leading, expression):
            start, meaning, ends, whole = leading, Open(before.value("open"), meaning), (expression,), True
        onward = t[end].value("onward") == 1 or (t[end].value("onward") and "from" in before.classes)
        if onward and isinstance(meaning, YearOf | MonthOf | DayOf):
            end, meaning, ends, whole = end + 1, Open(1, meaning), (expression,), True
            start = leading if "from" in before.classes else start
        changed = start != expression.start or end != expression.end or meaning is not expression.meaning
        yield Expression(start, end, meaning, expression.sure, ends, whole) if changed else expression
