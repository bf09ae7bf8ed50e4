"""Pages: numbers, running heads and notes at the foot interrupt the text, which runs on over them."""

from __future__ import annotations

import textwrap

import pytest

from tests.readers.outline import outline, read, texts

PAGES = (
    """\
The road to the village ran along the river for a mile or more, and
then turned up the hill between two walls of stone which had been
built in the time of the old king. At the top of the hill there was an""",
    """\
inn. It was kept by a widow and her two sons, who had come there from
the coast after the war, and who sold bread and wine to those who pas-""",
    """\
sed by. Nobody knew her name, or those of her sons, or what they had
been before they came to the village, in the spring of a wet year, on""",
    "a market day, with nothing but a basket and two bundles of old cloth.",
)
STORY = " ".join(
    f"In the {number}th year the people of the village mended the road, and they paid {number * 7} crowns for it, "
    f"which was "
    "more than they had; and they were none the richer for it when the winter came."
    for number in range(21, 60)
)
LINES = textwrap.wrap(STORY, 66)
LONG_PAGES = ["\n".join(LINES[start : start + 10]) for start in range(0, 80, 10)]


def test_page_numbers_amid_sentences_are_furniture_and_the_paragraph_runs_on() -> None:
    text = "\n\n".join(f"{page}\n\n{number}" for number, page in enumerate(PAGES, 41))
    document = read(text)
    assert texts(document, "page-number") == ["41", "42", "43", "44"]
    assert len(document.of_kind("p")) == 1
    assert "there was an inn. It was kept" in document.reading.text


def test_running_heads_with_and_without_form_feeds_are_furniture() -> None:
    heads = ("THE HISTORY OF THE VILLAGE", "CHAPTER THE FIRST")
    for end in ("\n\f", "\n\n"):
        text = end.join(f"{41 + index}    {heads[index % 2]}\n\n{page}" for index, page in enumerate(LONG_PAGES))
        document = read(text)
        assert len(document.of_kind("running-head")) >= 7, end
        assert document.of_kind("head") == ()


def test_a_form_feed_is_a_page_break() -> None:
    text = "\n\f".join(PAGES)
    document = read(text)
    assert [document.source.text[a.start : a.end] for a in document.of_kind("page-break")] == ["\f"] * 3
    assert len(document.of_kind("p")) == 1


def test_a_hyphen_at_a_page_end_divides_a_word_over_the_furniture() -> None:
    text = "\n\n".join(f"{page}\n\n{number}" for number, page in enumerate(PAGES, 41))
    document = read(text)
    assert texts(document, "hyphenation") == ["- 42"]
    assert "those who passed by" in document.reading.text


def test_a_note_at_the_page_foot_interrupts_the_paragraph() -> None:
    first = PAGES[0].replace("king.", "king.1") + "\n\n-----\n1 He died in 1648."
    text = "\n\n".join(f"{page}\n\n{number}" for number, page in enumerate((first, *PAGES[1:]), 41))
    document = read(text)
    assert outline(document, "p", "note", "page-number", "omitted") == [
        "p",
        "  omitted: -----",
        "  note (1): 1 He died in 1648.",
        "  page-number: 41",
        "  page-number: 42",
        "  page-number: 43",
        "page-number: 44",
    ]
    assert "there was an inn. It was kept" in document.reading.text


def test_numbers_of_chapters_are_heads_and_no_page_numbers() -> None:
    prose = PAGES[0].replace(" At the top of the hill there was an", "")
    text = "\n\n".join(f"{number}\n\n{prose}" for number in range(1, 6))
    document = read(text)
    assert texts(document, "head") == ["1", "2", "3", "4", "5"]
    assert document.of_kind("page-number") == ()


def test_speakers_in_capitals_are_no_running_heads() -> None:
    speech = "I will not go.\n\nANNA.\n\nThen stay.\n\nBERTA.\n\n"
    document = read(speech * 4)
    assert document.of_kind("running-head") == ()


def test_page_numbers_within_lines_are_furniture() -> None:
    text = " ".join(f"[Pg {number}] {page}" for number, page in enumerate(PAGES, 41)).replace(
        "pas- [Pg 43] sed", "passed [Pg 43]"
    )
    document = read(text)
    assert texts(document, "page-number") == ["[Pg 41]", "[Pg 42]", "[Pg 43]", "[Pg 44]"]
    assert "Pg" not in document.reading.text


def test_a_running_head_after_each_form_feed_is_one_on_short_pages_too() -> None:
    text = "The river ran to the\n\fTHE ROADS      2\n\nmill, and stopped.\n\n\fTHE ROADS      3\n\nIt rained.\n"
    assert texts(read(text), "running-head") == ["THE ROADS 2", "THE ROADS 3"]


def test_a_running_head_with_its_number_is_one_on_the_first_page_too() -> None:
    text = "THE ROADS      1\n\nThe river ran down to the old\n\fTHE ROADS      2\n\nmill, and stopped.\n"
    document = read(text)
    assert texts(document, "running-head") == ["THE ROADS 1", "THE ROADS 2"]
    assert document.of_kind("title", "head") == ()


PARAGRAPHS = [" ".join(sentence.split()) + "." for sentence in STORY.split(". ")]


def paged(pages: int, *heads: str, end: str = "\n\n", length: int = 4) -> str:
    """A text of pages that end with paragraphs, the heads above them by turns."""
    return end.join(
        f"{heads[page % len(heads)]}\n\n"
        + "\n\n".join(textwrap.fill(paragraph, 66) for paragraph in PARAGRAPHS[page * length : page * length + length])
        for page in range(pages)
    )


@pytest.mark.parametrize("heads", [("THE RIVER WAR",), ("THE RIVER WAR", "THE OLD ROAD")])
def test_heads_in_capitals_at_regular_distances_are_running_heads_where_all_paragraphs_end(
    heads: tuple[str, ...],
) -> None:
    document = read(f"A HISTORY\n\nby Ann Reed\n\n{paged(9, *heads)}")
    assert len(document.of_kind("running-head")) == 9
    assert texts(document, "head") == []


def test_running_heads_on_short_pages_are_furniture_and_the_first_is_the_title() -> None:
    document = read(paged(5, "THE RIVER WAR", end="\n\f", length=1))
    assert texts(document, "running-head") == ["THE RIVER WAR"] * 4
    assert texts(document, "title") == ["THE RIVER WAR"]


def test_running_heads_that_a_scanner_misread_are_those_of_the_other_pages() -> None:
    text = paged(6, "THE R1VER WAR", "THE RIVER WAR", "THE RlVER WAR", end="\n\f", length=1)
    assert len(texts(read(text), "running-head")) == 5
    assert len(texts(read(f"A HISTORY\n\n{paged(6, 'THE R1VER WAR', 'THE RIVER WAR')}"), "running-head")) == 6


def test_a_refrain_at_page_tops_stays_verse() -> None:
    stanza = "O for the road and the river\nThe wind in the alder tree\nThe stones of the hill are weary\nAnd so are we"
    document = read("\n\f".join([stanza] * 4))
    assert document.of_kind("running-head") == ()


def test_the_heading_of_letters_that_begin_pages_is_no_running_head() -> None:
    letter = (
        "HEADQUARTERS OF THE ARMY\n\nParis, May {}, 1848\n\nDear Sir,\n\nThe road is mended.\n\nYours truly,\n\nA. Reed"
    )
    document = read("\n\f".join(letter.format(day) for day in range(3, 8)))
    assert document.of_kind("running-head") == ()


def test_a_head_that_every_chapter_has_is_no_running_head() -> None:
    chapters = [f"CHAPTER {number}\n\n{PARAGRAPHS[0]}\n\fNOTES\n\n{PARAGRAPHS[1]}" for number in ("I", "II", "III")]
    assert read("\n\f".join(chapters)).of_kind("running-head") == ()
    recipes = "\n\n".join(
        f"{name} PIE\n\n{paged(2, 'THINGS NEEDED', 'HOW TO BAKE')}" for name in ("APPLE", "PLUM", "FIG")
    )
    assert read(recipes).of_kind("running-head") == ()


FOOT = """\
The road to the village ran along the river for a mile or more,1 and
then turned up the hill between two walls of stone.

1 The old king was the third of his name, and he built it in the
year in which the flood came down from the hills and

12
\fThe next page begins here with a paragraph of its own, which is as
long as the one before it, and has a note.2

{rest}

2 He was called Adam.

13
\fAnd the last page ends the text.
"""


def test_a_note_that_breaks_off_goes_on_at_the_foot_of_the_next_page() -> None:
    document = read(FOOT.format(rest="carried away the mill and the miller with it."))
    rest = next(a for a in document.of_kind("note") if "prev" in a.attributes)
    assert texts(document, "note")[1] == "carried away the mill and the miller with it."
    assert (rest.id, rest.attributes["prev"]) == ("note-1.2", "#note-1")
    assert document.of_kind("note")[0].attributes["next"] == "#note-1.2"
    assert [finding.code for finding in document.findings] == ["R014"]


@pytest.mark.parametrize(
    "text",
    [
        FOOT.format(rest="Carried by all, the motion was put down in the book."),
        FOOT.format(rest="carried away the mill and the miller.").replace("hills and", "hills."),
        FOOT.format(rest="carried away the mill and the miller.").replace("hills and", "hills, p. 12"),
        FOOT.format(rest="carried away the mill and the miller.").lower(),
        FOOT.format(rest="carried away the mill and the miller.")
        .replace("\f", "")
        .replace("12\n", "")
        .replace("13\n", ""),
    ],
    ids=["begins high", "note ended", "note ends with a citation", "no capitals", "no pages"],
)
def test_what_stands_at_the_foot_of_a_page_stays_text_where_no_note_breaks_off(text: str) -> None:
    assert len(read(text).of_kind("note")) == 2
