"""Days of a month in a row: "5", "5-7", "5th to the 7th", "5, 6 and 7"."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.taggers.dates.expression import DayOf, Expression, Shift, Short, Span, Year
from toolkit.taggers.dates.numbers import DASHES, Tokens, day

LONGEST = 12  # days of one month named in a row


class Item(NamedTuple):
    """A day in a list of days: its stretch in tokens, its number, whether a range leads to it."""

    start: int
    end: int
    day: int
    ranged: bool


def days_in_row(t: Tokens, i: int) -> tuple[list[Item], int]:
    """The days that begin with this token, and the token after them."""
    items: list[Item] = []
    found = day(t, i)
    ranged = False
    start = i
    while found and len(items) < LONGEST:
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


def listed(
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
