"""Dates as TEI's attributes hold them."""

from __future__ import annotations

import pytest

from toolkit.model.dates import is_date


@pytest.mark.parametrize("text", ["1936", "1936-06", "1936-06-05", "2000-02-29", "-0044-03-15", "-0001-02-29", "12345"])
def test_days_months_and_years_of_the_calendar_are_dates(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize(
    "text", ["", "0000", "36", "1936-13", "1936-00", "1936-02-30", "1900-02-29", "1936-06-05T12:00", "01936", "June"]
)
def test_nothing_else_is(text: str) -> None:
    assert not is_date(text)
