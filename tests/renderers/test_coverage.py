"""Every element of TEI P5 has a decided rendering, and what no stylesheet knows is said."""

from __future__ import annotations

import pytest

from scripts.coverage import is_handled, matched, modules_by_element, p5_elements
from tests.renderers.conftest import document
from toolkit.renderers import renderer


@pytest.mark.parametrize("name", sorted(p5_elements()))
def test_an_element_of_p5_is_handled(name: str) -> None:
    _, namespace = p5_elements()[name]
    assert is_handled(name, namespace)


def test_every_element_is_named_by_a_module() -> None:
    assert set(p5_elements()) - set(modules_by_element()) == set()


def test_an_unknown_element_is_shown_and_reported() -> None:
    data, findings = renderer("text").render(document("<p>a <frob>strange</frob> <frob>thing</frob></p>"), "x.xml")
    assert data.decode() == "a strange thing\n"
    assert [(finding.code, dict(finding.values)) for finding in findings] == [
        ("X101", {"element": "frob", "count": "2"})
    ]


def test_the_names_of_a_pattern_are_those_of_its_last_steps() -> None:
    assert matched("p/note[a | b] | text() | list//item[@n]") == {"note", "item"}
