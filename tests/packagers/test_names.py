"""File names: what every system can store."""

import pytest

from toolkit.packagers.names import check_names


def codes(*paths: str) -> list[str]:
    return [finding.code for finding in check_names(paths)]


@pytest.mark.parametrize(
    "path", ["a:b.xml", "con.xml", "x/AUX", "tail.", "tail ", "a\tb.xml", "a" * 230 + ".xml", 'a"b']
)
def test_a_name_that_some_system_refuses_is_an_error(path: str) -> None:
    assert codes(path) == ["P003"]


def test_names_that_differ_in_case_alone_clash() -> None:
    assert codes("Letter.xml", "letter.xml") == ["P004"]


def test_names_that_differ_in_the_form_of_an_accent_clash() -> None:
    assert "P004" in codes("café.xml", "cafe\u0301.xml")


def test_a_space_or_an_accent_is_unusual_but_no_error() -> None:
    assert codes("letter 1.xml", "café.xml") == ["P015", "P015"]


def test_plain_names_are_passed() -> None:
    assert codes("letters/letter-1.xml", "letters/letter_2.xml") == []
