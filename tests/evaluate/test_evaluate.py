"""Scores: gold against itself is perfect, and every kind of fault costs what it should."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from toolkit.errors import InputError
from toolkit.evaluate import evaluate
from toolkit.evaluate.align import align
from toolkit.evaluate.days import days_of
from toolkit.evaluate.report import as_html, as_json, as_text, rates

GOLD = (
    "<p><said who='#a'>“Come,”</said> cried <persName ref='#a'>Ann Lee</persName> on "
    "<date when='1936-06-05'>5 June 1936</date>.<ref target='#n1'>1</ref> And then they wept.</p>"
    "<note xml:id='n1'>1 So she wrote.</note>"
)
PERSONS = "<standOff><listPerson><person xml:id='a'><persName>Ann Lee</persName></person></listPerson></standOff>"


def tei(path: Path, body: str) -> Path:
    path.write_text(
        f"<TEI xmlns='http://www.tei-c.org/ns/1.0'>{PERSONS}<text><body>{body}</body></text></TEI>", "utf-8"
    )
    return path


def rate(folder: Path, predicted: str, measure: str, gold: str = GOLD) -> float:
    compared = evaluate(tei(folder / "gold.xml", gold), tei(folder / "predicted.xml", predicted))
    row = next(row for row in rates(compared.counts) if row["measure"] == measure)
    return float(row.get("f1", row.get("share", -1)))


def test_gold_against_itself_is_perfect(tmp_path: Path) -> None:
    compared = evaluate(tei(tmp_path / "a.xml", GOLD), tei(tmp_path / "b.xml", GOLD))
    assert {row.get("f1", row.get("share")) for row in rates(compared.counts)} == {100.0}
    assert compared.misses == ()


@pytest.mark.parametrize(
    ("fault", "measure", "expected"),
    [
        (("<persName ref='#a'>Ann Lee</persName>", "Ann Lee"), "persons, overlap", 0.0),
        (("Ann Lee</persName>", "Ann</persName> Lee"), "persons, exact", 0.0),
        (("Ann Lee</persName>", "Ann</persName> Lee"), "persons, overlap", 100.0),
        (("<said who='#a'>“Come,”</said>", "“<said who='#a'>Come</said>,”"), "quotations, exact", 0.0),
        (("<said who='#a'>“Come,”</said>", "“<said who='#a'>Come</said>,”"), "quotations, trimmed", 100.0),
        (("1936-06-05", "1936-06"), "dates, calendar value", 0.0),
        (("when='1936-06-05'", "from='1936-06-05' to='1936-06-05'"), "dates, calendar value", 100.0),
        (("So she wrote.", "So she."), "text kept", 92.0),
        (("target='#n1'", "target='#n2'"), "notes, links", 0.0),
    ],
)
def test_a_fault_costs_what_it_should(tmp_path: Path, fault: tuple[str, str], measure: str, expected: float) -> None:
    assert rate(tmp_path, GOLD.replace(*fault), measure) == pytest.approx(expected, abs=1.5)


def test_the_kind_of_a_quotation_is_compared_where_the_gold_tells_kinds(tmp_path: Path) -> None:
    gold = "<p><said>“Come,”</said> as the <quote>“book”</quote> has it, and no more of it.</p>"
    wrong = gold.replace("quote>", "said>")
    assert rate(tmp_path, wrong, "quotations, kind right where found", gold) == 50.0


def test_a_gold_of_speech_is_compared_on_speech_only(tmp_path: Path) -> None:
    gold = "<p><said>“Come,”</said> as the “book” has it, and no more of it.</p>"
    more = gold.replace("“book”", "<soCalled>“book”</soCalled>")
    assert rate(tmp_path, more, "quotations, exact", gold) == 100.0


def test_a_note_moved_to_its_anchor_is_the_same_note(tmp_path: Path) -> None:
    note = "<note xml:id='n1'>1 So she wrote.</note>"
    moved = GOLD.replace(note, "").replace("1</ref>", f"1</ref>{note}")
    assert rate(tmp_path, moved, "notes, links") == 100.0
    assert rate(tmp_path, moved, "text kept") == 100.0


def test_two_persons_under_one_reference_cost_precision(tmp_path: Path) -> None:
    gold = "<p><persName ref='#a'>Ann</persName> and <persName ref='#b'>Bob</persName>, then silence.</p>"
    assert rate(tmp_path, gold.replace("#b", "#a"), "persons, clusters (B-cubed)", gold) == pytest.approx(66.7)


def test_parts_of_one_quotation_are_one(tmp_path: Path) -> None:
    gold = "<p><said>“Come,” he cried, “now.”</said></p>"
    parts = "<p><said xml:id='s1' next='#s2'>“Come,”</said> he cried, <said xml:id='s2' prev='#s1'>“now.”</said></p>"
    assert rate(tmp_path, parts, "quotations, exact", gold) == 100.0


def test_standoff_gold_is_read_with_its_text(tmp_path: Path) -> None:
    (tmp_path / "g.txt").write_text("Ann Lee came.\n", "utf-8")
    spans = [[0, 7, "persName", {"ref": "a"}]]
    (tmp_path / "g.json").write_text(json.dumps({"spans": spans, "meta": {"labels": ["persName"]}}), "utf-8")
    found = tei(tmp_path / "p.xml", "<p><persName ref='#a'>Ann Lee</persName> came.</p>")
    assert evaluate(tmp_path / "g.json", found).counts["persName exact"] == 1


def test_another_text_and_a_file_that_is_no_gold_are_refused(tmp_path: Path) -> None:
    (tmp_path / "g.json").write_text("{}", "utf-8")
    (tmp_path / "g.txt").write_text("", "utf-8")
    with pytest.raises(InputError, match="E010"):
        evaluate(tmp_path / "g.json", tei(tmp_path / "p.xml", GOLD))
    with pytest.raises(InputError, match="E011"):
        evaluate(tei(tmp_path / "g.xml", "<p>zzzzzzzzzzz</p>"), tei(tmp_path / "p.xml", "<p>abc</p>"))


def test_the_report_shows_the_misses_in_context(tmp_path: Path) -> None:
    bare = GOLD.replace("<persName ref='#a'>Ann Lee</persName>", "Ann Lee")
    compared = evaluate(tei(tmp_path / "a.xml", GOLD), tei(tmp_path / "b.xml", bare))
    assert "<mark>Ann Lee</mark>" in as_html(compared, "a against b")
    assert "persons, overlap" in as_text(compared)
    assert json.loads(as_json(compared))["misses"][0]["side"] == "missed"


def test_texts_that_differ_are_aligned_around_the_difference() -> None:
    left = "the quick brown fox jumps over the lazy dog again and again " * 200
    right = left[:5000] + "X" + left[5000:]
    assert sum(length for _, _, length in align(left, right)) == len(left)


def test_a_year_is_the_stretch_of_its_days() -> None:
    assert days_of({"when": "1936-02"}) == ((1936, 2, 1), (1936, 2, 29))
    assert days_of({"from": "1918"}) == ((1918, 1, 1), None)
    assert days_of({"when": "-0044"}) == ((-44, 1, 1), (-44, 12, 31))


def test_a_title_outside_the_tag_is_no_fault_where_titles_are_trimmed(tmp_path: Path) -> None:
    gold = tei(tmp_path / "a.xml", "<p>He saw <persName>Mr. Smith</persName> go.</p>")
    found = tei(tmp_path / "b.xml", "<p>He saw Mr. <persName>Smith</persName> go.</p>")
    counts = evaluate(gold, found).counts
    assert (counts["persName exact"], counts["persName trimmed"]) == (0, 1)


def test_blocks_without_white_space_between_them_are_parted_where_a_miss_is_shown(tmp_path: Path) -> None:
    gold = tei(
        tmp_path / "a.xml", "<head>One</head><p>He saw<lb/><persName>Ann</persName> and ex<lb break='no'/>it.</p>"
    )
    found = tei(tmp_path / "b.xml", "<head>One</head><p>He saw<lb/>Ann and ex<lb break='no'/>it.</p>")
    (miss,) = evaluate(gold, found).misses
    assert (miss.before, miss.words, miss.after) == ("One He saw ", "Ann", " and exit.")


def test_a_date_with_another_value_and_a_quotation_of_another_kind_are_shown_with_both(tmp_path: Path) -> None:
    text = "<p>On <date when='{}'>5 June</date> he said: <{kind}>“Go.”</{kind}></p>"
    gold = tei(tmp_path / "a.xml", text.format("1936-06-05", kind="quote"))
    compared = evaluate(gold, tei(tmp_path / "b.xml", text.format("1936-06-06", kind="said")))
    assert [(m.label, m.side, m.words, m.wanted, m.said) for m in compared.misses] == [
        ("date", "wrong", "5 June", "when=1936-06-05", "when=1936-06-06"),
        ("q", "wrong", "“Go.”", "quote", "said"),
    ]
    page = as_html(compared, "a against b")
    assert "Dates wrong (1)" in page
    assert "<del>when=1936-06-06</del> <ins>when=1936-06-05</ins>" in page
    assert json.loads(as_json(compared))["misses"][0]["wanted"] == "when=1936-06-05"
    assert evaluate(gold, gold).misses == ()
