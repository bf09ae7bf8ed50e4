"""Notes: markers and bodies of every layout are paired; numbers that are neither stay text."""

from __future__ import annotations

import textwrap

import pytest

from tests.readers.outline import links, outline, read, texts

FIRST = "The road ran along the river for a mile{0} and turned up the hill, as everybody in the country knew very well."
SECOND = (
    "At the top there stood an inn.{1} It was kept by a widow and her two sons, who had come there after the war{2}"
)
BODIES = ("The old road, not the new.", "It was pulled down in 1848.", "See p. 12 of the second volume.")


def text_with(marker: str, label: str, case: str = "mixed") -> str:
    """Two paragraphs with three markers, and three bodies at the end; {} in marker and label is the number."""
    marks = [marker.format(number) for number in "123"]
    lines = [FIRST.format(*marks), SECOND.format(*marks) + ".", "They stayed for good."]
    lines += [label.format(number) + body for number, body in zip("123", BODIES, strict=True)]
    text = "\n\n".join(lines)
    return {"mixed": text, "lower": text.lower(), "upper": text.upper()}[case]


@pytest.mark.parametrize("case", ["mixed", "lower", "upper"])
@pytest.mark.parametrize(
    ("marker", "label"),
    [
        ("[{}]", "[{}] "),
        ("({})", "({}) "),
        ("{{{}}}", "{{{}}} "),
        ("{}", "{}. "),
        ("{}", "{} "),
        ("{}", "{}) "),
        ("^{}", "^{} "),
        ("[{}]", "{}. "),
        ("({})", "{}. "),
        ("[^{}]", "[^{}]: "),
        ("[{}]", "[Footnote {}: "),
        ("[{}]", "Note {}: "),
    ],
)
def test_numbered_markers_and_labels_of_every_style_are_paired(marker: str, label: str, case: str) -> None:
    text = text_with(marker, label, case)
    if label.startswith("[Footnote"):
        text = "\n".join(line + "]" if "[footnote" in line.lower() else line for line in text.split("\n"))
    document = read(text)
    found = links(document)
    bodies = [body.lower() for _, body in found]
    assert [body.lower() in full for body, full in zip(BODIES, bodies, strict=True)] == [True] * 3
    assert not document.of_kind("head", "list")


@pytest.mark.parametrize(
    ("marks", "labels"),
    [("¹²³", "¹²³"), ("¹²³", ("1.", "2.", "3.")), ("*†‡", "*†‡"), (("[a]", "[b]", "[c]"), ("[a]", "[b]", "[c]"))],
)
def test_superscripts_symbols_and_letters_are_paired(marks: tuple[str, ...], labels: tuple[str, ...]) -> None:
    lines = [FIRST.format(*marks), SECOND.format(*marks) + "."]
    lines += [f"{label} {body}" for label, body in zip(labels, BODIES, strict=True)]
    assert [body for _, body in links(read("\n\n".join(lines)))] == lines[2:]


def test_a_marker_after_a_full_stop_and_a_space_is_paired_with_a_note_between_paragraphs() -> None:
    text = (
        "1. the long road\nthe road ran along the river, and the people of the village (the miller and the "
        "others). 1 it "
        "was never mended. in 1848 there were 12 men who asked for it.\n1. translator’s note: the reference is to the "
        "old road.\nat the top of the hill there stood an inn, which was kept by a widow.\n2. the inn\nthe inn was "
        "old, "
        "and its walls were of the same stone as the road which led to it.\n"
    )
    document = read(text)
    assert links(document) == [("thers). 1", "1. translator’s note: the reference is to the old road.")]
    assert [a.attributes for a in document.of_kind("note")] == [{"n": "1", "place": "bottom", "type": "translator"}]
    assert texts(document, "head") == ["1. the long road", "2. the inn"]


def test_the_printed_label_is_marked_within_the_body() -> None:
    document = read(text_with("[{}]", "[{}] "))
    assert texts(document, "note-label") == ["[1]", "[2]", "[3]"]


def test_notes_under_a_head_are_at_the_end_and_the_head_stays() -> None:
    text = text_with("{}", "{}. ").replace("1. The", "NOTES\n\n1. The")
    document = read(text)
    assert texts(document, "head") == ["NOTES"]
    assert {a.attributes["place"] for a in document.of_kind("note")} == {"end"}


def test_numbering_that_begins_again_is_paired_section_by_section() -> None:
    text = (
        f"CHAPTER I\n\n{FIRST.format('[1]')}\n\n{SECOND.format('', '[2]', '')}.\n\n[1] One of one.\n\n[2] Two of "
        f"one.\n\n"
        f"CHAPTER II\n\n{FIRST.format('[1]')}\n\n{SECOND.format('', '[2]', '')}.\n\n[1] One of two.\n\n[2] Two of "
        f"two.\n"
    )
    document = read(text)
    assert [body for _, body in links(document)] == [
        "[1] One of one.",
        "[2] Two of one.",
        "[1] One of two.",
        "[2] Two of two.",
    ]


def test_numbering_that_begins_again_is_paired_at_the_end_of_the_book_too() -> None:
    chapters = "".join(
        f"CHAPTER {number}\n\n{FIRST.format('1')}\n\n{SECOND.format('', '2', '')}.\n\n" for number in ("I", "II", "III")
    )
    notes = "".join(f"1. One of {number}.\n\n2. Two of {number}.\n\n" for number in ("I", "II", "III"))
    document = read(f"{chapters}NOTES\n\n{notes}")
    bodies = [body for _, body in links(document)]
    assert bodies == [line for line in notes.split("\n\n") if line]
    chapter = [a.end for a in document.of_kind("div") if a.attributes.get("type") == "chapter"]
    markers = [sum(a.start > end for end in chapter) for a in document.of_kind("note-marker")]
    assert markers == [0, 0, 1, 1, 2, 2]


def test_a_note_of_several_paragraphs_has_paragraphs() -> None:
    text = (
        f"{FIRST.format('[1]')}\n\n{SECOND.format('', '[2]', '')}.\n\nNOTES\n\n[1] The first.\n\nIt goes on.\n\n"
        "[2] The second.\n\nIt goes on as well.\n"
    )
    assert outline(read(text), "note", "note-label", "p")[2:] == [
        "note (1)",
        "  p",
        "    note-label: [1]",
        "  p: It goes on.",
        "note (2)",
        "  p",
        "    note-label: [2]",
        "  p: It goes on as well.",
    ]


def test_a_note_of_one_paragraph_has_none() -> None:
    document = read(text_with("[{}]", "[{}] "))
    assert len(document.of_kind("p")) == 3


def test_several_markers_may_lead_to_one_note() -> None:
    text = (
        f"{FIRST.format('[1]')}\n\n{SECOND.format('', '[2]', '[1]')}.\n\nNOTES\n\n[1] The first.\n\n[2] The second.\n"
    )
    assert [body for _, body in links(read(text))] == ["[1] The first.", "[2] The second.", "[1] The first."]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Translator's note: so in the text.", "translator"),
        ("So in the text.—TR.", "translator"),
        ("So in the text [Ed.]", "editor"),
        ("Anm. d. Hrsg.: so im Text.", "editor"),
        ("Author's note: so it was told.", "author"),
        ("N.d.T. Ainsi dans le texte.", "translator"),
    ],
)
def test_a_note_that_says_whose_it_is_has_a_type(body: str, kind: str) -> None:
    document = read(f"{FIRST.format('[1]')}\n\n{SECOND.format('', '', '')}.\n\n[1] {body}\n")
    assert [a.attributes["type"] for a in document.of_kind("note")] == [kind]


def test_a_body_without_a_marker_stays_and_is_reported_with_its_line() -> None:
    text = f"{FIRST.format('[1]')}\n\n{SECOND.format('', '', '[3]')}.\n\nNOTES\n\n[1] One.\n\n[2] Two.\n\n[3] Three.\n"
    document = read(text)
    assert [body for _, body in links(document)] == ["[1] One.", "[3] Three."]
    assert [(f.code, f.line, f.values["label"]) for f in document.findings] == [("R011", 9, "2")]
    assert "[2] Two." in texts(document, "p")


@pytest.mark.parametrize(
    "text",
    [
        "There are three things:\n\n1. bread, which is dear;\n\n2. wine, which is sour;\n\n3. cheese.\n\nI have none.",
        "He had (1) a horse, (2) a cow, and (3) a goat.\n\n(1) The horse was old.\n\n(2) A cow.\n\n(3) The goat?",
        "It was in 1848. 12 men came on May 5, and 3 of them stayed.\n\n1848 was a bad year.\n\n12 men is not many.",
        "See p. 3, vol. 2, and no. 7 of the list.\n\n2 men came.\n\n3 of them stayed.\n\n7 left.",
        "* * *\n\nOne thing.\n\n* * *\n\nAnother thing.",
        "Take:\n\n* bread\n* wine\n* cheese\n\nand eat *at once*.",
        "1. The River\n\nThe road ran along the river for a mile.\n\n2. The Hill\n\nAn inn stood at its top.",
        "The year 1914[sic] was bad.\n\n1914 was the year.",
    ],
)
def test_lists_heads_years_quantities_and_enumerations_are_no_notes(text: str) -> None:
    document = read(text)
    assert (document.of_kind("note"), document.of_kind("note-marker")) == ((), ())


def test_a_footnote_in_brackets_runs_to_its_closing_bracket() -> None:
    text = (
        f"{FIRST.format('[1]')}\n\n[Footnote 1: The old road.\n\nIt was mended in 1848 [not 1849].]\n\n"
        f"{SECOND.format('', '', '')}.\n"
    )
    document = read(text)
    assert links(document)[0][1] == "[Footnote 1: The old road. It was mended in 1848 [not 1849].]"
    assert len(document.of_kind("p")) == 4


def test_lines_of_a_note_that_begin_with_a_number_are_the_notes() -> None:
    text = (
        "The road ran along the river for a mile or more,[1] and then it turned\n"
        "up the hill between two walls of stone which had been built in the\n"
        "time of the old king, as everybody in the country knew very well.\n\n"
        "FOOTNOTES:\n\n"
        "[1] The net number of those who came by this road was, at the end of\n"
        "1848 by all accounts, not more than four or five in a week, and there\n"
        "were 12 or 13 carts.\n"
    )
    assert links(read(text))[0][1].endswith("were 12 or 13 carts.")


def test_a_label_may_have_a_line_to_itself_under_a_head() -> None:
    text = f"{FIRST.format('[1]')}\n\n{SECOND.format('', '[2]', '')}.\n\nNOTES\n\n1\n\nThe old road.\n\n2\n\nThe inn.\n"
    assert [body for _, body in links(read(text))] == ["1 The old road.", "2 The inn."]


def test_a_marker_without_a_note_stays_and_is_reported_with_its_line() -> None:
    text = (
        f"{FIRST.format('[1]')}\n\n{SECOND.format('', '[2]', '[3]')}.\n\nNOTES\n\n[1] One.\n\n[3] Three, see p. [2].\n"
    )
    document = read(text)
    assert [body for _, body in links(document)] == ["[1] One.", "[3] Three, see p. [2]."]
    assert [(f.code, f.line, f.values["marker"]) for f in document.findings] == [("R012", 3, "[2]")]


def test_notes_on_adjacent_lines_are_apart_and_the_last_goes_on_to_the_next_head() -> None:
    text = (
        "CHAPTER I\n\nThe road ran along the river.[1]\n\nNobody lived there.\n\nAt its end stood an inn.[2]\n\n"
        "[1] The old road.\n[2] It was pulled down.\n\nNobody knows why.\n\nCHAPTER II\n\nIt rained.\n"
    )
    assert outline(read(text), "note", "p")[3:] == [
        "note (1): [1] The old road.",
        "note (2)",
        "  p: [2] It was pulled down.",
        "  p: Nobody knows why.",
        "p: It rained.",
    ]


def test_text_after_a_note_that_follows_its_paragraph_is_text() -> None:
    text = (
        "CHAPTER I\n\nThe road ran along the river.[1]\n\n[1] The old road.\n\nNobody lived there.\n\n"
        "CHAPTER II\n\nIt rained.\n"
    )
    assert texts(read(text), "p")[1:] == ["Nobody lived there.", "It rained."]


LISTED = """\
The road ran along the river{one} for a mile and turned up the hill.{two}

1. The first man mended the road.
2. The second man paid for it.

They stayed in the village for good.{three}

1. The Elbe, not the Oder.
2. It was pulled down in 1848.
3. Until the war.
"""


@pytest.mark.parametrize("label", ["{}. ", "[{}] "])
def test_a_list_between_markers_and_notes_takes_none_of_the_markers(label: str) -> None:
    text = LISTED.format(one="[1]", two="[2]", three="[3]")
    for number, body in enumerate(("The Elbe", "It was", "Until"), 1):
        text = text.replace(f"{number}. {body}", f"{label.format(number)}{body}")
    assert [body[-4:] for _, body in links(read(text))] == ["der.", "848.", "war."]


@pytest.mark.parametrize(
    ("marker", "label"),
    [("[Note\n{}]", "Note {}. "), ("{}", "{} "), ("{}", "{}")],
    ids=["broken over lines", "number after a short word", "label that touches an article"],
)
def test_markers_and_labels_at_difficult_places_are_paired(marker: str, label: str) -> None:
    one, two = marker.format(1), marker.format(2)
    text = f"The road that they looked at{one} ran along the river, and the inn stood on it{two}.\n\nIt was old.\n\n"
    text += f"{label.format(1)}A road of the old king.\n\n{label.format(2)}I have not seen it.\n"
    assert len(links(read(text))) == 2


def test_a_section_sign_after_a_sentence_is_a_marker_and_one_before_a_number_is_not() -> None:
    text = "The road was long. § It is told in § 5 of the book.\n\nThe inn was old.\n\n§ As everybody knew.\n"
    assert links(read(text)) == [("s long. §", "§ As everybody knew.")]


def test_the_sure_pairs_of_a_long_run_speak_for_its_markers_that_stand_close() -> None:
    far = [
        f"The road ran along the river for a mile, and then it turned up the hill to the inn.({n})" for n in range(1, 6)
    ]
    near = [f"The inn was old. ({n})" for n in range(6, 16)]
    notes = [f"({n}) It was told so in the village." for n in range(1, 16)]
    assert len(links(read("\n\n".join([*far, " ".join(near), "They stayed.", *notes])))) == 15


def test_markdown_footnotes_may_have_names() -> None:
    text = "The road[^road] ran along the river.[^2] It was [^old].\n\n[^Road]: Not the new one.\n\n[^2]: The Elbe.\n"
    assert links(read(text)) == [
        ("The road[^road]", "[^Road]: Not the new one."),
        ("e river.[^2]", "[^2]: The Elbe."),
    ]


def test_labels_in_capitals_are_labels_in_hard_wrapped_text() -> None:
    prose = "THE ROAD RAN ALONG THE RIVER FOR A MILE AND TURNED UP THE HILL, AS EVERYBODY KNEW{0} AND NOBODY DENIED"
    text = "\n\n".join(
        textwrap.fill(part, 60, break_on_hyphens=False)
        for part in (prose.format(" [1]"), prose.format(" [2]"), prose.format(""))
    )
    document = read(f"{text}\n\nNOTE 1: THE OLD ROAD.\nNOTE 2: IT WAS PULLED DOWN.\n")
    assert [body for _, body in links(document)] == ["NOTE 1: THE OLD ROAD.", "NOTE 2: IT WAS PULLED DOWN."]
