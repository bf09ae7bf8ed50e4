"""The list of public figures: its data are sound, and a figure is recognised only where the text gives grounds."""

from __future__ import annotations

import re

from toolkit.model.person import Person
from toolkit.taggers.persons.figures import figures, folded, households

from .test_persons import tagged

YEAR = re.compile(r"-?\d{4}")
AGE = 120


def persons(text: str) -> dict[str, Person]:
    return {name: person for person in tagged(text).persons for name in person.names}


def test_the_list_is_long_and_its_names_are_unique() -> None:
    assert len([f for f in figures() if f.birth or f.death]) > 3500
    full = [folded(f.names[0]) + f.birth for f in figures() if " " in f.names[0]]
    assert len(full) == len(set(full))


def test_life_dates_are_years_in_order() -> None:
    dated = [(f.names[0], f.birth, f.death) for f in figures() if f.birth and f.death]
    assert [name for name, birth, death in dated if not (YEAR.fullmatch(birth) and YEAR.fullmatch(death))] == []
    assert [name for name, birth, death in dated if not 0 < int(death) - int(birth) < AGE] == []


def test_a_household_name_means_one_figure_and_is_no_given_name() -> None:
    assert households()["lenin"].names[0] == "Vladimir Ilyich Lenin"
    assert not {"wilson", "king", "george", "scott"} & households().keys()


def test_a_figure_carries_full_name_and_life_dates_but_no_identifier() -> None:
    found = persons("The speech of Lenin was long.")["Lenin"]
    assert (found.id, found.origin) == ("person-vladimir-ilyich-lenin", "gazetteer")
    assert (found.birth, found.death, found.sex, dict(found.identifiers)) == ("1870", "1924", "M", {})


def test_two_names_of_one_figure_are_one_person() -> None:
    found = persons("They quoted Voltaire, whom his parents had called François-Marie Arouet.")
    assert found["Voltaire"] is found["François-Marie Arouet"]


def test_a_common_name_is_no_figure_without_company() -> None:
    assert persons("Our neighbour John Brown sold the pig.")["John Brown"].birth == ""
    later = "Abraham Lincoln, Jefferson Davis and John Brown died within six years."
    assert persons(later)["John Brown"].birth == "1800"


def test_a_namesake_of_the_other_sex_is_no_figure() -> None:
    assert persons("Mrs. Marx opened the door, and Mrs. Marx smiled.")["Mrs. Marx"].birth == ""
