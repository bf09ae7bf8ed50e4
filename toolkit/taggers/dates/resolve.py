"""From what a text says to which days it means, by way of the dates of the document and the discourse."""

from __future__ import annotations

from toolkit.model.annotation import Certainty
from toolkit.taggers.dates import days, stretches
from toolkit.taggers.dates.context import Context
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
    Scanned,
    SeasonOf,
    Shift,
    Short,
    Span,
    Weekday,
    Year,
    YearOf,
)

HIGH, MEDIUM, LOW = ORDER = (Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW)
SPRING, WINTER = 1, 4
REFORM_ENDS = 1752  # Britain was the last great power to take the Gregorian calendar
SATURDAY = 5
WEEKDAYS_CHANGED = 1941  # the last year in which the United States moved Thanksgiving
NEXT_JANUARY = -10  # months: in November "January" is rather the coming one, where no verb tells
THIS_YEAR = Shift("year", 0, spoken=True)
Resolved = tuple[Interval, Certainty] | None


def resolve(meaning: Meaning, context: Context) -> Resolved:
    """The interval that is meant and how sure that is; None where the context does not tell or no calendar has it."""
    found = _resolve(meaning, context)
    return found if found and found[0].valid else None


def _resolve(meaning: Meaning, context: Context) -> Resolved:
    match meaning:
        case DayOf():
            return _day(meaning, context)
        case MonthOf(year, month):
            return _of_year(year, month, 0, context)
        case YearOf(year):
            full = _full_year(year, context)
            return (at(full[0]), full[1]) if full else None
        case SeasonOf():
            return _season(meaning, context)
        case Decade(year, short):
            return _decade(year, short, context)
        case Century(number):
            return stretches.century(number), HIGH
        case Weekday():
            return _weekday(meaning, context)
        case Feast(rule, year):
            return _feast(rule, year, context)
        case Relative(shift):
            return _shifted(shift, context)
        case _:
            return _composed(meaning, context)


def _composed(meaning: PartOf | Span | Open | Circa | Fixed, context: Context) -> Resolved:
    """The meanings that hold other meanings, and those that need no context."""
    match meaning:
        case PartOf():
            return _part(meaning, context)
        case Span():
            return _span(meaning, context)
        case Open(side, of):
            found = _resolve(of, context)
            return (stretches.opened(side, found[0]), found[1]) if found else None
        case Circa(of):
            found = _resolve(of, context)
            return (found[0], MEDIUM) if found else None
        case Fixed(year, month, day):
            return at(year, month, day), HIGH


# ------------------------------------------------------------------ years
def _full_year(year: Year | Short, context: Context) -> tuple[int, Certainty] | None:
    """The year meant, where the expression says one; completed by the century of the context."""
    if isinstance(year, Short):
        near = context.reference
        if near is None:
            return (1900 + year.year, LOW) if year.modern else None
        return nearest_year(year.year, 100, near.year), HIGH
    if isinstance(year, int):
        return year, HIGH
    if isinstance(year, Scanned):
        return year.year, LOW
    if isinstance(year, Shift) and year.unit == "year":
        base = context.spoken if year.spoken else context.latest
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
        return (at(0, month, day), LOW) if day else None
    guessed, cert = _guess_year(month, near, context)
    now = context.spoken
    if now and now.month and context.tense < 0 and _months(now) < 12 * guessed + month - 1:
        guessed, cert = now.year - (month > now.month), MEDIUM  # what is told as past cannot lie ahead
    return at(guessed, month, day), cert


def _months(moment: Moment) -> int:
    return 12 * moment.year + moment.month


def _guess_year(month: int, near: Moment, context: Context) -> tuple[int, Certainty]:
    """The year of a month: stories tell in order, so it lies rather after than before the date last spoken of.

    From the time of speaking a text looks back, unless it says that it looks ahead.
    """
    if not near.month:
        return near.year, MEDIUM
    months = month - near.month
    if near == context.spoken and months:
        if context.tense > 0:
            return near.year if months > 0 else days.add_years(near.year, 1), MEDIUM
        if context.tense == 0 and months <= NEXT_JANUARY:
            return days.add_years(near.year, 1), LOW
        return near.year if months <= (context.tense == 0) else days.add_years(near.year, -1), MEDIUM
    year = days.add_years(near.year, 1) if months < -6 else near.year
    return year, MEDIUM if -6 <= months <= 6 else LOW


def _occurrence(shift: Shift, month: int, day: int, context: Context) -> Resolved:
    """ "Last September", "the 5th of June next", "the following May": the nearest one before or after the base."""
    base = context.spoken if shift.spoken else context.latest
    base = base or context.reference
    if base is None:
        return None
    year = base.year
    if shift.amount < 0 and (month, day) >= (base.month or 13, base.day if day else 0):
        year = days.add_years(year, -1)
    elif shift.amount > 0 and (not base.month or (month, day) <= (base.month, base.day if day else 0)):
        year = days.add_years(year, 1)
    sure = not shift.spoken or context.spoken is not None  # else the time of speaking is only guessed
    return at(year, month, day), MEDIUM if sure else LOW


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
        return _by_weekday(moment, meaning.weekday, cert, context)
    return interval, cert


def _by_weekday(moment: Moment, weekday: int, cert: Certainty, context: Context) -> Resolved:
    """A weekday confirms the year that was guessed, or tells another of the text's; a day of no year keeps none."""
    if not moment.year:
        return at(*moment), cert
    spoken_of = (mention.moment.year for mention in context.mentions)
    for year in (moment.year, *spoken_of, days.add_years(moment.year, -1), days.add_years(moment.year, 1)):
        other = Moment(year, moment.month, moment.day)
        if days.is_real(other) and days.weekday(other) == weekday:
            return at(*other), MEDIUM
    return at(*moment), LOW


def _weekday(meaning: Weekday, context: Context) -> Resolved:
    """A weekday: from the day of speaking the last one, in a story the next one."""
    weekday, shift, told = meaning
    base, spoken = (context.spoken, True) if context.spoken and context.spoken.day else (context.day, False)
    if told and context.day:
        base, spoken = context.day, True
    if base is None or not base.day or not base.year:
        return None
    ahead = (weekday - days.weekday(base)) % 7
    if shift is None:
        forward = context.tense > 0 or not spoken
        amount = ahead if forward or ahead == 0 else ahead - 7
        return at(*days.add_days(base, amount)), MEDIUM if spoken else LOW
    amount = ahead - 7 if shift < 0 else ahead or 7 * shift
    return at(*days.add_days(base, amount)), MEDIUM if spoken else LOW


def _feast(rule: str, year: Year | Short, context: Context) -> Resolved:
    if "/" in rule:
        return _nth_weekday(rule, year, context)
    if "-" in rule[1:]:
        month, day = (int(part) for part in rule.split("-"))
        return _of_year(year, month, day, context)
    found = _full_year(year, context)
    if found is None and context.reference:
        found = context.reference.year, LOW
    if found is None or found[0] <= 300:
        return None
    # until 1752 countries kept Easter on different days
    return at(*days.add_days(days.easter(found[0]), int(rule))), LOW if found[0] <= REFORM_ENDS else found[1]


def _nth_weekday(rule: str, year: Year | Short, context: Context) -> Resolved:
    """ "11/4/3": the fourth Thursday of November; which Thursday was kept has changed in the course of time."""
    month, number, weekday = rule.split("/")
    found = _of_year(year, int(month), 0, context)
    day = stretches.part(int(number), weekday, found[0]) if found else None
    if found is None or day is None or day.first is None:
        return None
    return day, found[1] if day.first.year > WEEKDAYS_CHANGED else LOW


# ------------------------------------------------------------------ stretches
def _season(meaning: SeasonOf, context: Context) -> Resolved:
    shift, number = meaning.shift, meaning.season
    if shift is not None:
        return _season_shifted(shift, number, context)
    if meaning.year is not None:
        said = _full_year(meaning.year, context)
        return (stretches.season(said[0], number), HIGH if isinstance(meaning.year, int) else MEDIUM) if said else None
    near = context.reference
    if near is None:
        return None
    turn = (
        -1
        if number == WINTER and near.month in (1, 2, 3)
        else number == SPRING and near.month > 10 and context.tense > 0
    )
    return stretches.season(days.add_years(near.year, turn), number), LOW


def _season_shifted(shift: Shift, number: int, context: Context) -> Resolved:
    """ "Last spring", "the following winter", "that summer": the season before, after or about the base."""
    base = (context.spoken if shift.spoken else context.text) or context.reference
    if base is None:
        return None
    year = base.year
    month = stretches.SEASON_MONTHS[number]
    begun = (base.month or 1) >= month
    if shift.amount > 0 and (begun or not base.month):
        year = days.add_years(year, 1)
    elif (shift.amount < 0 and (base.month or 1) < month + 3) or (
        shift.amount == 0 and number == WINTER and base.month in (1, 2)
    ):
        year = days.add_years(year, -1)
    return stretches.season(year, number), MEDIUM


def _decade(year: int, short: bool, context: Context) -> Resolved:
    if not short:
        return stretches.decade(year), MEDIUM if year % 100 == 0 else HIGH
    near = context.reference
    return (stretches.decade(nearest_year(year, 100, near.year)), MEDIUM) if near else None


def _part(meaning: PartOf, context: Context) -> Resolved:
    found = _resolve(meaning.of, context)
    part = stretches.part(meaning.number, meaning.unit, found[0]) if found else None
    if found is None or part is None:
        return None
    spoken = context.spoken
    looked_back = meaning.of == Relative(THIS_YEAR) and spoken is not None and context.tense <= 0
    if (
        looked_back and spoken and part.first and part.first.first > spoken.first
    ):  # in February, "the third quarter" is last year's
        return _part(meaning._replace(of=Relative(Shift("year", -1, spoken=True))), context)
    return part, max(found[1], MEDIUM if meaning.unit == "week" else HIGH, key=ORDER.index)


def _span(meaning: Span, context: Context) -> Resolved:
    begin = _resolve(meaning.first, context)
    end = _resolve(meaning.last, context.after(begin[0])) if begin else None
    if begin is None or end is None:
        return None
    return Interval(begin[0].first, end[0].last, vague=meaning.between), max(begin[1], end[1], key=ORDER.index)


# ------------------------------------------------------------------ relations
def _shifted(shift: Shift, context: Context) -> Resolved:
    """So many days, weeks, months or years from the time of speaking or from the date last spoken of."""
    said = {"day": context.day, "week": context.day, "month": context.month, "quarter": context.quarter}
    base = context.spoken if shift.spoken else said.get(shift.unit, context.reference)
    cert = MEDIUM
    if base is None and shift.unit == "quarter" and context.spoken:
        base, cert = days.add_months(context.spoken, -3), LOW  # reports are of the quarter before
    if base is None and shift.spoken and shift.unit in ("month", "year") and abs(shift.amount) <= 1:
        base, cert = context.text, LOW  # a story's "next year"
    amount = shift.amount
    if base and shift.unit == "weekend" and not amount and context.tense <= 0 and days.weekday(base.first) < SATURDAY:
        amount = -1  # on a Tuesday "the weekend" is over
    moved = _move(base, shift.unit, amount) if base else None
    return (moved, cert) if moved else None


def _move(base: Moment, unit: str, amount: int) -> Interval | None:
    """The day, week, month ... so many after the one that holds `base`; None where the base is not so precise."""
    if (unit in ("day", "week", "weekend") and not base.day) or (unit == "month" and not base.month):
        return None
    match unit:
        case "day":
            return at(*days.add_days(base, amount))
        case "week":
            return days.week_of(base, amount)
        case "weekend":
            week = days.week_of(base, amount)
            return Interval(days.add_days(week.last, -1), week.last) if week.last else None
        case "month":
            return at(*days.add_months(base, amount)[:2])
        case "quarter":
            first = days.add_months(Moment(base.year, (base.month - 1) // 3 * 3 + 1), 3 * amount)
            return Interval(first, days.add_months(first, 2)) if base.month else None
        case "year":
            return at(days.add_years(base.year, amount))
        case "decade":
            return stretches.decade(base.year - base.year % 10 + 10 * amount) if base.year > 0 else None
        case "century":
            return stretches.century((base.year + 99) // 100 + amount) if base.year > 0 else None
        case _:
            return None
