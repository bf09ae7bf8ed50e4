"""Days, calendars and W3C values."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.taggers.dates import days
from toolkit.taggers.dates.days import Interval, Moment


@given(st.dates())
def test_day_numbers_agree_with_the_standard_library(date: datetime.date) -> None:
    moment = Moment(date.year, date.month, date.day)
    assert days.day_number(moment) == date.toordinal() + 1721425
    assert days.from_number(days.day_number(moment)) == moment
    assert days.weekday(moment) == date.weekday()


@given(st.integers(-600_000, 4_000_000))
def test_every_day_number_is_a_real_day_and_back(number: int) -> None:
    moment = days.from_number(number)
    assert moment.year != 0
    assert days.is_real(moment)
    assert days.day_number(moment) == number


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (Moment(1936), "1936"),
        (Moment(1936, 6), "1936-06"),
        (Moment(1936, 6, 5), "1936-06-05"),
        (Moment(79), "0079"),
        (Moment(-44, 3, 15), "-0044-03-15"),
        (Moment(0, 6, 5), "--06-05"),
    ],
)
def test_moments_are_written_as_w3c_writes_them(moment: Moment, written: str) -> None:
    assert moment.w3c == written


@pytest.mark.parametrize(
    "moment", [Moment(0), Moment(0, 6), Moment(1900, 2, 29), Moment(1936, 13), Moment(1936, 0, 5), Moment(10000)]
)
def test_days_that_no_calendar_has(moment: Moment) -> None:
    assert not days.is_real(moment)


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        ((1917, 10, 25), (1917, 11, 7)),
        ((1582, 10, 5), (1582, 10, 15)),
        ((1900, 2, 29), (1900, 3, 13)),
        ((1700, 2, 18), (1700, 2, 28)),
    ],
)
def test_old_style_days(julian: tuple[int, int, int], gregorian: tuple[int, int, int]) -> None:
    assert days.from_julian(Moment(*julian)) == gregorian


@pytest.mark.parametrize(
    ("republican", "gregorian"),
    [
        ((1, 1, 1), (1792, 9, 22)),
        ((2, 11, 9), (1794, 7, 27)),
        ((8, 2, 18), (1799, 11, 9)),
        ((4, 1, 13), (1795, 10, 5)),
        ((14, 4, 10), (1805, 12, 31)),
    ],
)
def test_republican_days(republican: tuple[int, int, int], gregorian: tuple[int, int, int]) -> None:
    assert days.from_republican(*republican) == gregorian


@pytest.mark.parametrize(("year", "day"), [(1862, (4, 20)), (1916, (4, 23)), (2000, (4, 23)), (2024, (3, 31))])
def test_easter(year: int, day: tuple[int, int]) -> None:
    assert days.easter(year)[1:] == day


def test_there_is_no_year_nought() -> None:
    assert days.add_years(-1, 1) == 1
    assert days.add_years(1, -1) == -1
    assert days.add_months(Moment(1, 1), -1) == Moment(-1, 12)


@pytest.mark.parametrize(
    ("interval", "valid"),
    [
        (Interval(Moment(1914), Moment(1918)), True),
        (Interval(Moment(1918), Moment(1914)), False),
        (Interval(Moment(-44), Moment(-43)), True),
        (Interval(Moment(1914), None), True),
        (Interval(None, None), False),
        (Interval(Moment(1914, 2, 30), Moment(1914, 3)), False),
    ],
)
def test_an_interval_has_real_ends_in_order(interval: Interval, valid: bool) -> None:
    assert interval.valid is valid
