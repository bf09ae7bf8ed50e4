"""The edges of names, as newspapers print them: given names cut short, ships, streets, towns called after saints."""

from __future__ import annotations

import pytest

from .test_persons import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tickets of Wm. Bradbury and Geo. P. Marsh were lost.", ["Wm. Bradbury", "Geo. P. Marsh"]),
        ("They heard Hon. Robt. C. Winthrop speak.", ["Hon. Robt. C. Winthrop"]),
        ("Mefsrs. J. H. Lathrop and others landed.", ["J. H. Lathrop"]),
        ("Messrs. Sumner, Wade and Fessenden called on them.", ["Messrs. Sumner", "Wade", "Fessenden"]),
        ("Messrs. Sumner and Wade came, and the Senate rose.", ["Messrs. Sumner", "Wade"]),
        ("The 1st Bart. and the 2nd Bart. are buried here.", []),
        ("The 2nd Earl Grey is buried here.", ["Earl Grey"]),
        ("The U. S. Senate met at 5 P. M. Monday.", []),
        ("Cleared, brig John Randolph, for Havana; schr. Henry Clay, for Rio.", []),
        ("The steamer Gov. Dingley left Portland.", []),
        ("The brigade of Brig. Gen. Dix passed.", ["Gen. Dix"]),
        ("He lives at 100 Fulton street and dines at 7 John street.", []),
        ("We came from St. Louis to St. Petersburg.", []),
        ("Madame Anna Bishop sang.", ["Madame Anna Bishop"]),
        ("So said Anna, Bishop of nowhere.", ["Anna"]),
    ],
)
def test_names_are_told_from_ships_streets_and_towns_and_run_to_their_ends(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_given_name_cut_short_is_read_in_text_without_case_too() -> None:
    assert names("the tickets of wm. bradbury and geo. p. marsh were lost.") == ["wm. bradbury", "geo. p. marsh"]


def test_two_initials_sign_in_text_without_case_but_hours_and_states_do_not() -> None:
    assert names("we saw j. b. trevanick there at 5 p. m. yesterday, i. e. too late.") == ["j. b. trevanick"]
