"""From what a text says to which days it means, by way of the dates already known: the document's and the discourse's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from toolkit.model.annotation import Certainty
from toolkit.taggers.dates import days
from toolkit.taggers.dates.days import Interval, Moment, at
from toolkit.taggers.dates.expression import (
    Century,
    Circa,
    DayOf,
    Decade,
    Feast,
    Fixed,
    Meaning,
    MonthOf,
    Open,
    PartOf,
    Relative,
    SeasonOf,
    Shift,
    Short,
    Span,
    Weekday,
    Year,
    YearOf,
)

HIGH, MEDIUM, LOW = Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW
SEASON_MONTHS = {1: 3, 2: 6, 3: 9, 4: 12}
MEMORY = 5  # mentions that tell a leap aside from a turn of the text
Resolved = tuple[Interval, Certainty] | None


class Mention(NamedTuple):
    """A date that the text spoke of. opening: it stands at the head of its sentence."""

    moment: Moment
    opening: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What is known where an expression stands.

    spoken: the day of speaking or writing, None where the text does not tell.
    mentions: the dates last spoken of, the latest first. near: the latest stands in the same sentence.
    day, month: the last one that said a day or a month. future: the sentence looks ahead.
    """

    spoken: Moment | None = None
    mentions: tuple[Mention, ...] = ()
    near: bool = False
    day: Moment | None = None
    month: Moment | None = None
    future: bool = False

    @property
    def text(self) -> Moment | None:
        """The date that the text is about: the one last spoken of, unless that was a remark aside.

        A lone leap to another year is taken for a remark, and the next sentence goes on from where the text was before.
        """
        if not self.mentions:
            return None
        latest, *others = self.mentions
        if self.near or latest.opening or not others:
            return latest.moment
        leap = 1 if latest.moment.month else 0
        if any(abs(latest.moment.year - other.moment.year) <= leap for other in others):
            return latest.moment
        return others[0].moment

    @property
    def reference(self) -> Moment | None:
        """The date to which one without a year is next."""
        return self.text or self.spoken

    def after(self, interval: Interval, opening: bool = False) -> Context:
        """The context after a date has been spoken of."""
        moment = interval.first
        if moment is None:
            return self
        return Context(
            self.spoken,
            (Mention(moment, opening), *self.mentions[: MEMORY - 1]),
            True,
            moment if moment.day else None if moment.month and self.day and self.day[:2] != moment[:2] else self.day,
            Moment(*moment[:2]) if moment.month else self.month,
            self.future,
        )


def resolve(meaning: Meaning, context: Context) -> Resolved:
    """The interval that is meant, and how sure that is; None where the context does not say enough or the day is not real."""
    found = _resolve(meaning, context)
    return found if found and found[0].valid else None


def _resolve(meaning: Meaning, context: Context) -> Resolved:  # noqa: PLR0911, PLR0912
    match meaning:
        case Fixed(year, month, day):
            return at(year, month, day), HIGH
        case DayOf():
            return _day(meaning, context)
        case MonthOf(year, month):
            return _of_year(year, month, 0, context)
        case YearOf(year):
            found = _full_year(year, context)
            return (at(found[0]), found[1]) if found else None
        case SeasonOf():
            return _season(meaning, context)
        case Decade(year, short):
            return _decade(year, short, context)
        case Century(number):
            return _century(number), HIGH
        case PartOf(number, unit, whole):
            return _part(number, unit, whole, context)
        case Weekday(weekday, shift):
            return _weekday(weekday, shift, context)
        case Feast(rule, year):
            return _feast(rule, year, context)
        case Relative(shift):
            return shifted(shift, context)
        case Span(first, last, between):
            return _span(first, last, between, context)
        case Open(side, of):
            return _open(side, of, context)
        case Circa(of):
            found = _resolve(of, context)
            return (found[0], MEDIUM) if found else None


# ------------------------------------------------------------------ years
def _full_year(year: Year | Short, context: Context) -> tuple[int, Certainty] | None:
    """The year meant, where the expression says one; completed by the century of the context."""
    if isinstance(year, Short):
        near = context.reference
        return (nearest_year(year.year, 100, near.year), HIGH) if near else None
    if isinstance(year, int):
        return year, HIGH
    if isinstance(year, Shift) and year.unit == "year":
        base = context.spoken if year.spoken else context.text
        base = base or context.reference
        return (days.add_years(base.year, year.amount), MEDIUM if year.spoken else HIGH) if base else None
    return None


def nearest_year(year: int, cycle: int, near: int) -> int:
    """The year that ends in these digits and is nearest to another."""
    return min((near - near % cycle + year + shift for shift in (-cycle, 0, cycle)), key=lambda y: abs(y - near))


def _of_year(year: Year | Short, month: int, day: int, context: Context) -> Resolved:
    """A month or day of a year that is said, referred to, or the nearest to the date last spoken of."""
    found = _full_year(year, context)
    if found:
        return at(found[0], month, day), found[1]
    if isinstance(year, Shift) and year.unit in ("occurrence", "following"):
        return _occurrence(year, month, day, context)
    near = context.reference
    if near is None:
        return None
    guessed, cert = _guess_year(month, day, context)
    return at(guessed, month, day), cert


def _guess_year(month: int, day: int, context: Context) -> tuple[int, Certainty]:
    """The year of a month: texts tell in order, so the date lies rather after than before the one last spoken of."""
    near = context.reference
    assert near is not None
    if not near.month:
        return near.year, MEDIUM
    months = month - near.month
    year = days.add_years(near.year, 1) if months < -6 else near.year
    return year, MEDIUM if -6 <= months <= 6 else LOW


def _occurrence(shift: Shift, month: int, day: int, context: Context) -> Resolved:
    """ "Last September", "the 5th of June next", "the following May": the nearest one before or after the base."""
    base = context.spoken if shift.spoken else context.text
    base = base or context.reference
    if base is None:
        return None
    year = base.year
    if shift.amount < 0 and (month, day) >= (base.month or 13, base.day if day else 0):
        year = days.add_years(year, -1)
    elif shift.amount > 0 and (month, day) <= (base.month, base.day if day else 0):
        year = days.add_years(year, 1)
    elif shift.amount > 0 and not base.month:
        year = days.add_years(year, 1)
    return at(year, month, day), MEDIUM


# ------------------------------------------------------------------ days
def _day(meaning: DayOf, context: Context) -> Resolved:
    month = meaning.month
    if isinstance(month, Shift):
        base = context.spoken if month.spoken else context.month
        base = base or context.month or context.spoken
        if base is None or not base.month:
            return None
        moved = days.add_months(base, month.amount)
        return at(moved.year, moved.month, meaning.day), MEDIUM
    if month is None:
        return None
    found = _of_year(meaning.year, month, meaning.day, context)
    if found is None or not found[0].valid:
        return None
    interval, cert = found
    moment = interval.first
    assert moment is not None
    if meaning.julian:
        return at(*days.from_julian(moment)), MEDIUM
    if meaning.weekday is not None and meaning.year is None:
        return _by_weekday(moment, meaning.weekday, cert)
    return interval, cert


def _by_weekday(moment: Moment, weekday: int, cert: Certainty) -> Resolved:
    """A weekday confirms the year that was guessed, or tells a neighbouring one."""
    for shift in (0, -1, 1):
        other = Moment(days.add_years(moment.year, shift), moment.month, moment.day)
        if days.is_real(other) and days.weekday(other) == weekday:
            return at(*other), MEDIUM
    return at(*moment), LOW


def _weekday(weekday: int, shift: int | None, context: Context) -> Resolved:
    """A weekday: from the day of speaking the last one, in a story the next one."""
    base, spoken = (context.spoken, True) if context.spoken and context.spoken.day else (context.day, False)
    if base is None or not base.day:
        return None
    ahead = (weekday - days.weekday(base)) % 7
    if shift is None:
        forward = context.future or not spoken
        amount = ahead if forward or ahead == 0 else ahead - 7
        return at(*days.add_days(base, amount)), MEDIUM if spoken else LOW
    if shift < 0:
        amount = ahead - 7
    elif shift > 0:
        amount = ahead or 7
    else:
        amount = ahead if context.future else ahead
    return at(*days.add_days(base, amount)), MEDIUM if spoken else LOW


def _feast(rule: str, year: Year | Short, context: Context) -> Resolved:
    if "-" in rule[1:]:
        month, day = (int(part) for part in rule.split("-"))
        return _of_year(year, month, day, context)
    found = _full_year(year, context)
    if found is None and context.reference:
        found = context.reference.year, LOW
    return (at(*days.add_days(days.easter(found[0]), int(rule))), found[1]) if found and found[0] > 300 else None


# ------------------------------------------------------------------ stretches
def _season(meaning: SeasonOf, context: Context) -> Resolved:
    shift = meaning.shift
    cert = MEDIUM
    month = SEASON_MONTHS[meaning.season]
    if shift is None and meaning.year is not None:
        said = _full_year(meaning.year, context)
        if said is None:
            return None
        year, cert = said
    elif shift is None:
        near = context.reference
        if near is None:
            return None
        year = near.year
        if meaning.season == 4 and near.month in (1, 2, 3):
            year = days.add_years(year, -1)
        cert = LOW
    else:
        base = (context.spoken if shift.spoken else context.text) or context.reference
        if base is None:
            return None
        year = base.year
        begun = (base.month or 1) >= month
        if shift.amount > 0 and (begun or not base.month):
            year = days.add_years(year, 1)
        elif shift.amount < 0 and not (base.month or 1) >= month + 3:
            year = days.add_years(year, -1)
        elif shift.amount == 0 and meaning.season == 4 and base.month in (1, 2):
            year = days.add_years(year, -1)
    last = days.add_months(Moment(year, month), 2)
    return Interval(Moment(year, month), last, vague=True), cert


def _decade(year: int, short: bool, context: Context) -> Resolved:
    if short:
        near = context.reference
        if near is None:
            return None
        found = nearest_year(year, 100, near.year)
        return Interval(Moment(found), Moment(found + 9)), MEDIUM
    if year < 0:
        return Interval(Moment(year - 9), Moment(year)), HIGH
    span = 99 if year % 100 == 0 and year < 2000 else 9
    return Interval(Moment(year), Moment(year + span)), MEDIUM if span == 99 else HIGH


def _century(number: int) -> Interval:
    if number < 0:
        return Interval(Moment(number * 100), Moment(number * 100 + 99), vague=True)
    return Interval(Moment(number * 100 - 99), Moment(number * 100), vague=True)


def _part(number: int, unit: str, whole: Meaning, context: Context) -> Resolved:
    found = _resolve(whole, context)
    if found is None or found[0].first is None or found[0].last is None:
        return None
    (first, last, _), cert = found
    assert first is not None and last is not None
    if unit == "day":
        day = days.add_days(last.last, number + 1) if number < 0 else days.add_days(first.first, number - 1)
        return at(*day), cert
    if unit == "week":
        return _week(number, first, last), cert if cert is not HIGH else MEDIUM
    months = (last.last.year - first.first.year) * 12 + last.last.month - first.first.month + 1
    size = {"month": 1, "quarter": months // 4, "half": months // 2, "third": months // 3}[unit]
    if size == 0:
        return found
    count = months // size
    if number > count:
        return None
    index = count - 1 if number < 0 else number - 1
    begin = days.add_months(first.first, index * size)
    end = days.add_months(begin, size - 1)
    if size == 1:
        return at(*begin[:2]), cert
    if size >= 12 * count:
        return Interval(Moment(begin.year), Moment(end.year), vague=True), cert
    return Interval(begin, end), cert


def _week(number: int, first: Moment, last: Moment) -> Interval:
    if number < 0:
        return Interval(days.add_days(last.last, -6), last.last)
    begin = days.add_days(first.first, 7 * (number - 1))
    end = min(days.day_number(begin) + 6, days.day_number(last.last))
    return Interval(begin, days.from_number(end))


def _span(first: Meaning, last: Meaning, between: bool, context: Context) -> Resolved:
    begin = _resolve(first, context)
    if begin is None:
        return None
    end = _resolve(last, context.after(begin[0]))
    if end is None:
        return None
    cert = max(begin[1], end[1], key=(HIGH, MEDIUM, LOW).index)
    return Interval(begin[0].first, end[0].last, vague=between), cert


def _open(side: int, of: Meaning, context: Context) -> Resolved:
    found = _resolve(of, context)
    if found is None:
        return None
    (first, last, _), cert = found
    vague = abs(side) == 2
    return (Interval(last if vague else first, None, vague) if side > 0 else Interval(None, first if vague else last, vague)), cert


# ------------------------------------------------------------------ relations
def shifted(shift: Shift, context: Context) -> Resolved:
    """So many days, weeks, months or years from the time of speaking or from the date last spoken of."""
    base = context.spoken if shift.spoken else {"day": context.day, "week": context.day, "month": context.month}.get(shift.unit, context.text)
    cert = HIGH if shift.spoken and shift.unit == "day" else MEDIUM
    if base is None and shift.spoken and shift.unit in ("month", "year"):
        base, cert = context.text, LOW  # a story's "next year"
    if base is None:
        return None
    amount = shift.amount
    match shift.unit:
        case "day":
            return (at(*days.add_days(base, amount)), cert) if base.day else None
        case "week":
            return (days.week_of(base, amount), cert) if base.day else None
        case "weekend":
            if not base.day:
                return None
            monday = days.week_of(base, amount).first
            assert monday is not None
            return Interval(days.add_days(monday, 5), days.add_days(monday, 6)), cert
        case "month":
            moved = days.add_months(base, amount)
            return (at(*moved[:2]), cert) if base.month else None
        case "year":
            return at(days.add_years(base.year, amount)), cert
        case "decade":
            year = base.year - base.year % 10 + 10 * amount
            return (Interval(Moment(year), Moment(year + 9)), cert) if base.year > 0 else None
        case "century":
            return (_century((base.year + 99) // 100 + amount), cert) if base.year > 0 else None
        case _:
            return None
