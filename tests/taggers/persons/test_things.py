"""Things: what bears a person's name and is none."""

from __future__ import annotations

import pytest

from .test_persons import names, tagged


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See www.gutenberg.org for Tom Sayle's book, or write to gil@Warren.com.", ["Tom Sayle"]),
        ("see www.gutenberg.org for it, which is late in the day of course.", []),
        ("—Henry IV, Part I", []),
        ("Then Henry IV parted from him.", ["Henry IV"]),
        ("ST. LUKE xi. 24. He preached on John 3:16, and St. Luke wept.", ["St. Luke"]),
        ("the text was st. luke xi. 24, and nobody had read it before the sermon.", []),
        ("The Hon. Treasurer read a letter of the Hon. John Foster.", ["Hon. John Foster"]),
        ("Mr. Pole sells to Henry Pole & Sons and to Henry Pole and Company.", ["Mr. Pole"]),
        ("We stayed at San Donato with Harry Poole.", ["Harry Poole"]),
    ],
)
def test_addresses_works_texts_offices_firms_and_towns_are_no_persons(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("model", ["none", "default"])
def test_days_in_the_plural_are_no_persons(model: str) -> None:
    assert tagged("He came on Mondays and Fridays.", model=model).annotations == ()
