"""A stylesheet cut to a document gives what the whole one gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.renderers.conftest import DOCUMENTS, document
from toolkit.renderers import renderer
from toolkit.renderers.cut import alternatives, cut, named
from toolkit.renderers.engine import stylesheet
from toolkit.resources import resource


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("to", ["html", "text", "markdown", "json"])
@pytest.mark.parametrize("reading", ["normalised", "diplomatic"])
def test_a_cut_stylesheet_gives_what_the_whole_one_gives(path: Path, to: str, reading: str) -> None:
    output = renderer(to, reading=reading)
    stylesheet.cache_clear()
    first = output.render(path.read_bytes(), path.name)  # cut to it
    for folder in ("view", to):
        stylesheet(folder).fitting(frozenset({"an element of no document"}))
        stylesheet(folder).compiled.pop(0)
        assert [names for names, _ in stylesheet(folder).compiled] == [None]
    assert output.render(path.read_bytes(), path.name) == first
    stylesheet.cache_clear()


def test_a_second_document_may_hold_what_the_first_did_not() -> None:
    output = renderer("text")
    stylesheet.cache_clear()
    output.render(document("<p>a</p>"), "a.xml")
    data, findings = output.render(document("<lg><l>one</l><l>two</l></lg><frob>three</frob>"), "b.xml")
    assert data.decode() == "  one\n  two\n\nthree\n"
    assert [finding.values["element"] for finding in findings] == ["frob"]


def test_what_a_document_lacks_is_cut() -> None:
    path = resource("xslt") / "view" / "main.xsl"
    letter = cut(path, frozenset({"TEI", "text", "body", "p"}))
    assert 'match="p"' in letter
    assert "entryFree" not in "".join(line for line in letter.splitlines() if "match=" in line)


def test_alternatives_are_parted_outside_brackets_and_strings() -> None:
    assert alternatives("a[b | c] | d['|]']/e|(f | g)") == ["a[b | c]", "d['|]']/e", "(f | g)"]


@pytest.mark.parametrize(
    ("alternative", "names"),
    [
        ("p", {"p"}),
        ("v:record/v:label", {"record", "label"}),
        ("list//item[label = 'a/b']", {"list", "item"}),
        ("*[self::a]", set()),
        ("@rend", set()),
        ("text()[..]", set()),
        ("(a/b/c | d)/p[f()]", {"p"}),
        ("notatedMusic/*:score", {"notatedMusic"}),
    ],
)
def test_an_alternative_needs_the_names_of_its_steps(alternative: str, names: set[str]) -> None:
    assert named(alternative) == names
