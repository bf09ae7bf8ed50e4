"""Newspapers: names in notices, bylines, courts and lists, with the titles and misprints that newspapers have."""

from __future__ import annotations

import pytest

from .test_persons import names, tagged


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Northport, 3d inst., Asenath, widow of the late Zenas Drinkwater.", ["Asenath", "Zenas Drinkwater"]),
        ("In Camden, Orla Trevanick, aged 54.", ["Orla Trevanick"]),
        ("There spoke Frank A. Sawyer and Mrs. M. A. Blood.", ["Frank A. Sawyer", "Mrs. M. A. Blood"]),
        ("By Sunniva Ramanath and Tom Ellery", ["Sunniva Ramanath", "Tom Ellery"]),
        ("By the Sea and Far Away", []),
        ("In the fifth McVey hit for two bases.", ["McVey"]),
        ("The late Gov. Long met Gen'l Rowell and Dea. Wells.", ["Gov. Long", "Gen'l Rowell", "Dea. Wells"]),
        ("We saw Mr, Hobart at noon.", ["Mr, Hobart"]),
        ("The body of Elihu Marsh was found in Jefferson county.", ["Elihu Marsh"]),
        ("Believe me ever most sincerely yours, M. R. K.", ["M. R. K."]),
        ("We dined at a quarter past five, P. M.", []),
        ("There were Sir Joseph Hawley, Bart., M. P. Then they left.", ["Sir Joseph Hawley"]),
        ("TROY, Aug. 3.—The train left.", []),
    ],
)
def test_newspapers_announce_names_by_their_wording(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_title_with_its_full_stop_announces_a_common_word_without_case_too() -> None:
    text = "the house heard gen. butler and gov. long, and adjourned to the next day."
    found = [text[a.start : a.end] for a in tagged(text, model="default").annotations]
    assert found == ["gen. butler", "gov. long"]


def test_initials_and_a_surname_that_is_a_word_are_read_without_case_behind_a_title() -> None:
    assert names("the house of hon. j. b. foster and of wm. h. brown burnt down.") == [
        "hon. j. b. foster",
        "wm. h. brown",
    ]
