"""Plain text: tables in columns, verse with its numbers, East Asian text."""

from __future__ import annotations

from tests.renderers.conftest import Render
from toolkit.renderers.columns import broken_at, columns


def table(*rows: str) -> str:
    def cells(row: str) -> str:
        return "".join(f"<cell>{cell}</cell>" for cell in row.split("|"))

    return f"<table>{''.join(f'<row>{cells(row)}</row>' for row in rows)}</table>"


def test_cells_stand_under_one_another(render: Render) -> None:
    made = render("text", table("rope|2d.|wet", "a sail|1s. 6d.|dry"))
    assert made == "rope    2d.      wet\na sail  1s. 6d.  dry\n"


def test_a_row_of_names_is_underlined(render: Render) -> None:
    made = render("text", '<table><row role="label"><cell>Thing</cell><cell>Price</cell></row></table>')
    assert made == "Thing  Price\n-----  -----\n"


def test_wide_characters_take_two_columns(render: Render) -> None:
    assert render("text", table("漢字|a", "abcd|b", "é|c")) == "漢字  a\nabcd  b\né     c\n"


def test_only_the_last_column_is_wrapped_so_that_words_keep_their_order(render: Render) -> None:
    made = render("text", table(f"x|{'word ' * 9}", "yy|end"), width=30)
    assert made == "x   word word word word word\n    word word word word\nyy  end\n"


def test_a_table_that_is_too_wide_runs_on(render: Render) -> None:
    made = render("text", table(f"{'word ' * 9}|{'more ' * 3}"), width=30)
    assert made.split() == ["word"] * 9 + ["|"] + ["more"] * 3
    assert max(map(len, made.splitlines())) <= 30


def test_cells_that_span_keep_their_columns(render: Render) -> None:
    made = render(
        "text",
        '<table><row><cell rows="2">a</cell><cell>b</cell><cell>c</cell></row><row><cell>d</cell><cell>e</cell></row>'
        '<row><cell cols="2">f</cell><cell>g</cell></row></table>',
    )
    assert made == "a  b  c\n   d  e\nf     g\n"


def test_a_column_that_only_spanning_cells_fill_needs_no_width(render: Render) -> None:
    row = '<row><cell>a</cell><cell cols="2">b</cell></row>'
    assert render("text", f"<table>{row}{row}</table>") == "a  b\na  b\n"


def test_paragraphs_of_a_cell_stay_in_it(render: Render) -> None:
    assert render("text", "<table><row><cell><p>a</p><p>b</p></cell><cell>c</cell></row></table>") == "a b  c\n"


def test_a_table_in_a_numbered_item_keeps_its_number(render: Render) -> None:
    made = render("text", f'<list type="ordered"><item>{table("a|b")}</item><item>c</item></list>')
    assert made == "  1.\n    a  b\n  2. c\n"


def test_every_fifth_line_of_verse_has_its_number(render: Render) -> None:
    verse = "".join(f'<l n="{n}">Line {n}</l>' for n in range(4, 6))
    assert render("text", f"<lg>{verse}</lg>", width=20) == "  Line 4\n  Line 5           5\n"


def test_blocks_of_a_note_in_the_text_do_not_run_together(render: Render) -> None:
    note = "<p>x<note><p>one</p><p>two</p></note> y</p>"
    assert render("text", note, notes="inline") == "x [one two] y\n"
    assert render("markdown", note, notes="inline") == "x \\[one two\\] y\n\n"
    assert render("markdown", note) == "x[^note-1] y\n\n[^note-1]: one\n\n    two\n\n"


def test_marks_and_wide_characters_are_counted_as_they_are_seen() -> None:
    assert columns("a\u0301") == 1
    assert columns("漢字") == 4


def test_east_asian_text_is_broken_between_characters_but_not_before_a_stop() -> None:
    assert list(broken_at("漢字漢字。漢字", 8, 8)) == ["漢字漢", "字。漢字"]


def test_words_of_other_scripts_stay_whole_among_wide_characters() -> None:
    assert list(broken_at("漢字 tradition 漢字", 8, 8)) == ["漢字", "tradition", "漢字"]
