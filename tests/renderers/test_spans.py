"""Ranges that run from a point to another, and transpositions, in each reading."""

from __future__ import annotations

import json

import pytest

from tests.renderers.conftest import Render, View

RANGE = '<p>kept <delSpan spanTo="#e"/>gone <hi>too</hi></p><p>and this<anchor xml:id="e"/> stays</p>'


def test_a_range_is_marked_in_each_paragraph_that_it_touches(view: View) -> None:
    made = view(RANGE)
    assert '<v:change kind="deleted">gone </v:change>' in made
    assert '<v:inline kind="hi"><v:change kind="deleted">too</v:change></v:inline>' in made
    assert '<v:change kind="deleted">and this</v:change><v:anchor id="e"/> stays' in made


@pytest.mark.parametrize(
    ("to", "shown"),
    [
        ("text", "kept ⟦gone too⟧\n\n⟦and this⟧ stays\n"),
        ("markdown", "kept ~~gone~~ *~~too~~*\n\n~~and this~~ stays\n\n"),
    ],
)
def test_a_deleted_range_looks_like_a_deletion(render: Render, to: str, shown: str) -> None:
    assert render(to, RANGE) == shown


def test_the_clear_reading_leaves_a_deleted_range_out(render: Render) -> None:
    assert render("text", RANGE, reading="clear") == "kept\n\nstays\n"


@pytest.mark.parametrize(("element", "kind"), [("addSpan", "added"), ("damageSpan", "damaged"), ("mod", "modified")])
def test_each_kind_of_range_has_its_mark(view: View, element: str, kind: str) -> None:
    made = view(f'<p><{element} spanTo="#e"/>word<anchor xml:id="e"/></p>')
    assert f'<v:change kind="{kind}">word</v:change>' in made


def test_a_range_ends_with_the_content_of_its_end(view: View) -> None:
    made = view('<p><delSpan spanTo="#e"/>a <seg xml:id="e">b</seg> c</p>')
    assert '<v:change kind="deleted">b</v:change></v:inline> c' in made


@pytest.mark.parametrize("end", ["#none", "none", "#before"])
def test_a_range_without_an_end_marks_nothing(view: View, end: str) -> None:
    assert "v:change" not in view(f'<p><anchor xml:id="before"/><delSpan spanTo="{end}"/>word</p>')


def test_a_note_inside_a_range_is_no_part_of_it(render: Render) -> None:
    made = render("text", '<p><delSpan spanTo="#e"/>gone<note>Why.</note><anchor xml:id="e"/></p>')
    assert made == "⟦gone⟧[1]\n\n\n* * *\n\n[1] Why.\n"


def test_ranges_may_cross(view: View) -> None:
    made = view('<p><delSpan spanTo="#x"/>a<addSpan spanTo="#y"/>b<anchor xml:id="x"/>c<anchor xml:id="y"/></p>')
    assert '<v:change kind="deleted"><v:change kind="added">b</v:change></v:change>' in made
    assert '<v:change kind="added">c</v:change>' in made


def test_a_deletion_that_was_taken_back_is_read(render: Render) -> None:
    taken_back = '<p><del xml:id="d">word</del><undo target="#d"/></p>'
    assert render("text", taken_back, reading="clear") == "word\n"
    deleted_again = '<p><del xml:id="d">word</del><undo xml:id="u" target="#d"/><redo target="#u"/></p>'
    assert render("text", deleted_again, reading="clear") == ""


SWAPPED = (
    '<lg><l xml:id="a">first</l><l xml:id="b">second</l></lg>'
    '<listTranspose><transpose><ptr target="#b"/><ptr target="#a"/></transpose></listTranspose>'
)


def test_what_is_transposed_is_read_in_the_order_that_its_writer_asks_for(render: Render) -> None:
    assert render("text", SWAPPED) == "  second\n  first\n"


def test_the_diplomatic_reading_keeps_the_order_of_the_source(render: Render) -> None:
    assert render("text", SWAPPED, reading="diplomatic") == "  first\n  second\n"


def test_the_page_and_the_data_say_what_is_transposed(render: Render) -> None:
    assert '<div id="b" class="l transposed" title="transposed">second</div>' in render("html", SWAPPED)
    marked = [item["id"] for item in json.loads(render("json", SWAPPED))["annotations"] if item.get("rend")]
    assert marked == ["b", "a"]


@pytest.mark.parametrize("pointers", ["#b #none", "#b", "#a #p"])
def test_a_transposition_that_cannot_be_carried_out_loses_nothing(render: Render, pointers: str) -> None:
    listed = "".join(f'<ptr target="{pointer}"/>' for pointer in pointers.split())
    body = f'<p xml:id="p"><seg xml:id="a">one</seg> <seg xml:id="b">two</seg></p><transpose>{listed}</transpose>'
    assert render("text", body) == "one two\n"
