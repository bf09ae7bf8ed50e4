"""Dates that a scanner misread: the sure ones are read, with low certainty; the others are left."""

import pytest

from tests.taggers.dates.tables import Row, found
from toolkit.model.annotation import Certainty
from toolkit.taggers.dates.language import language
from toolkit.taggers.dates.statements import dates

YEARS = [
    ("on May 5, I862, he", "1862-05-05"),
    ("the 5th of June, l863.", "1863-06-05"),
    ("JUNE 5, 186O", "1860-06-05"),
    ("in June 18S2", "1852-06"),
]
MARKS: list[Row] = [
    ("Jan, 5, 1863", [("Jan, 5, 1863", "1863-01-05")]),
    ("Sept- 5, 1863", [("Sept- 5, 1863", "1863-09-05")]),
    ("April 3 , 1862", [("April 3 , 1862", "1862-04-03")]),
]


@pytest.mark.parametrize(("text", "value"), YEARS)
def test_a_year_with_a_letter_for_a_digit_is_of_low_certainty(text: str, value: str) -> None:
    words = language("en")
    assert words is not None
    assert [(d.interval.attributes["when"], d.cert) for d in dates(text, words)] == [(value, Certainty.LOW)]


@pytest.mark.parametrize(("text", "expected"), MARKS)
def test_a_mark_that_was_misread_parts_no_date(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "en") == expected


@pytest.mark.parametrize("text", ["in I862, l862 men", "May 10 ISSO", "on May 5, Ill", "in June 18th2", "June IOZO"])
def test_what_is_not_surely_a_year_is_none(text: str) -> None:
    assert all(len(value) < 8 or value.startswith("--") for _, value in found(text, "en"))
