"""Heads, the divisions they begin, the title page and the table of contents."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from tests.readers.outline import outline, read, texts

PROSE = (
    "The road to the village ran along the river for a mile or more, and then turned up the hill between two walls of "
    "stone which had been built in the time of the old king, as everybody in the country knew. It was never mended."
)
LOWER = PROSE.lower()
WRAPPED = (
    "The road to the village ran along the river for a mile or more, and then\n"
    "turned up the hill between two walls of stone which had been built in\n"
    "the time of the old king, as everybody knew."
)
SHOWN = ("front", "back", "title", "byline", "imprint", "div", "head")


def test_numbered_heads_make_divisions_in_lower_case_too() -> None:
    text = f"the long road\n1. the river\n{LOWER}\n{LOWER}\n2. the hill\n{LOWER}\n3. the inn\n{LOWER}\n"
    assert outline(read(text), *SHOWN) == [
        "front",
        "  title: the long road",
        "div (section 1)",
        "  head: 1. the river",
        "div (section 2)",
        "  head: 2. the hill",
        "div (section 3)",
        "  head: 3. the inn",
    ]


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("CHAPTER I", "CHAPTER II", "chapter I"),
        ("Chapter the First", "Chapter the Second", "chapter"),
        ("Chapter 1: The River", "Chapter 2: The Hill", "chapter 1"),
        ("chapter i.", "chapter ii.", "chapter i"),
        ("Erstes Kapitel", "Zweites Kapitel", "chapter Erstes"),
        ("Kapitel 4", "Kapitel 5", "chapter 4"),
        ("CHAPITRE PREMIER", "CHAPITRE II", "chapter PREMIER"),
        ("Lettre n°33", "Lettre n°34", "letter 33"),
        ("LETTER XIV.", "LETTER XV.", "letter XIV"),
        ("Act I", "Act II", "act I"),
        ("Preface", "Introduction", "preface"),
    ],
)
def test_words_that_head_divisions(first: str, second: str, kind: str) -> None:
    text = f"{first}\n\n{WRAPPED}\n\n{second}\n\n{WRAPPED}\n"
    document = read(text)
    assert texts(document, "head") == [first, second]
    division = document.of_kind("div")[0]
    assert " ".join(division.attributes[key] for key in ("type", "n") if key in division.attributes).startswith(kind)


def test_a_title_on_the_line_after_the_number_belongs_to_the_head() -> None:
    text = f"CHAPTER I\n\nThe River\n\n{WRAPPED}\n\nCHAPTER II\n\nThe Hill\n\n{WRAPPED}\n"
    assert outline(read(text), "div", "head") == [
        "div (chapter I)",
        "  head: CHAPTER I",
        "  head: The River",
        "div (chapter II)",
        "  head: CHAPTER II",
        "  head: The Hill",
    ]


def test_divisions_nest_by_their_kind() -> None:
    text = "\n\n".join(
        part
        for book in ("BOOK ONE", "BOOK TWO")
        for part in (book, "CHAPTER I", f"I\n\n{WRAPPED}", f"II\n\n{WRAPPED}", "CHAPTER II", WRAPPED)
    )
    assert outline(read(text), "div")[:5] == [
        "div (book ONE)",
        "  div (chapter I)",
        "    div (section I): I " + WRAPPED.replace("\n", " "),
        "    div (section II): II " + WRAPPED.replace("\n", " "),
        "  div (chapter II): CHAPTER II " + WRAPPED.replace("\n", " "),
    ]


def test_underlined_heads_nest_by_their_line_and_the_line_is_left_out_on_record() -> None:
    text = "\n\n".join(
        [
            f"The River\n=========\n\n{WRAPPED}",
            f"Its Source\n----------\n\n{WRAPPED}",
            f"The Hill\n========\n\n{WRAPPED}",
        ]
    )
    document = read(f"A Walk\n\n{WRAPPED}\n\n{text}\n")
    assert outline(document, "div", "head", "omitted") == [
        "div",
        "  head",
        "    omitted: =========",
        "  div",
        "    head",
        "      omitted: ----------",
        "div",
        "  head",
        "    omitted: ========",
    ]


def test_capitals_set_off_by_more_than_a_paragraph_are_a_head() -> None:
    text = f"{WRAPPED}\n\n{WRAPPED}\n\n\n\nTHE INN ON THE HILL\n\n{WRAPPED}\n"
    assert texts(read(text), "head") == ["THE INN ON THE HILL"]


def test_short_lines_without_a_full_stop_between_long_paragraphs_are_heads_with_low_certainty() -> None:
    text = f"{PROSE}\n\nThe river\n\n{PROSE}\n\nThe hill\n\n{PROSE}\n"
    document = read(text)
    assert texts(document, "head") == ["The river", "The hill"]
    assert {a.cert.value for a in document.of_kind("head")} == {"low"}


@pytest.mark.parametrize(
    "line",
    [
        "He went out.",
        "“Is it you?”",
        "She said,",
        "Chapter 4 of the book was lost,",
        "Part of the wall had fallen.",
        "and so they went home",
        "1914 was a bad year.",
        "* * *",
    ],
)
def test_no_head_is_seen_where_there_is_none(line: str) -> None:
    text = f"{PROSE}\n\n{line}\n\n{PROSE}\n\n{PROSE}\n"
    assert texts(read(text), "head") == []


def test_a_sign_in_capitals_within_the_story_is_no_head() -> None:
    text = f"{WRAPPED}\n\nThe board said:\n\nBEWARE OF THE DOG\n\n{WRAPPED}\n\n{WRAPPED}\n"
    assert texts(read(text), "head") == []


def test_a_title_page_is_front_matter() -> None:
    text = (
        f"A SHORT HISTORY\nOF THE ISLANDS\n\nBY\n\nJOHN SMITH, M.A.\n\nLONDON\nPRINTED FOR THE AUTHOR\n1871\n\n\n\n"
        f"PREFACE\n\n{WRAPPED}\n\n\n\nCHAPTER I\n\n{WRAPPED}\n\nCHAPTER II\n\n{WRAPPED}\n\nAPPENDIX\n\n{WRAPPED}\n"
    )
    assert outline(read(text), *SHOWN) == [
        "front",
        "  title: A SHORT HISTORY OF THE ISLANDS",
        "  byline: BY",
        "  byline: JOHN SMITH, M.A.",
        "  imprint: LONDON PRINTED FOR THE AUTHOR 1871",
        "  div (preface)",
        "    head: PREFACE",
        "div (chapter I)",
        "  head: CHAPTER I",
        "div (chapter II)",
        "  head: CHAPTER II",
        "back",
        "  div (appendix)",
        "    head: APPENDIX",
    ]


def test_the_entries_of_a_table_of_contents_are_items_and_no_heads() -> None:
    text = (
        "CONTENTS\n\nCHAPTER I. The River ....... 1\nCHAPTER II. The Hill ....... 9\n\n\n\n"
        f"CHAPTER I. The River\n\n{WRAPPED}\n\nCHAPTER II. The Hill\n\n{WRAPPED}\n"
    )
    document = read(text)
    assert texts(document, "item") == ["CHAPTER I. The River ....... 1", "CHAPTER II. The Hill ....... 9"]
    assert texts(document, "head") == ["CONTENTS", "CHAPTER I. The River", "CHAPTER II. The Hill"]


def test_a_first_line_of_verse_is_no_title() -> None:
    text = (
        "The river runs beneath the hill,\nAnd carries down the summer's gold;\nThe wheel is still,\nThe man is old.\n"
    )
    assert texts(read(text), "title") == []


def test_an_epigraph_is_a_motto_with_its_source() -> None:
    text = f'CHAPTER I\n\n"Patience is bitter, but its fruit is sweet."\n\n--Old saying\n\n{WRAPPED}\n\n{WRAPPED}\n'
    assert outline(read(text), "epigraph", "p")[:3] == [
        "epigraph",
        '  p: "Patience is bitter, but its fruit is sweet."',
        "  p: --Old saying",
    ]


@pytest.mark.parametrize(
    "line", ["One paragraph.", "First paragraph.", "Two letters came", "The first book I read", "Letter I wrote to her"]
)
def test_number_words_in_a_sentence_are_no_heads(line: str) -> None:
    assert texts(read(f"{line}\n\nAnother one.\n"), "head") == []


@pytest.mark.parametrize("case", [str, str.upper])
def test_a_short_title_under_a_chapter_is_a_head_before_a_short_paragraph_too(case: type[str]) -> None:
    text = f"CHAPTER I.\n\nTHE RIVER\n\n{WRAPPED}\n\nCHAPTER II.\n\nIN WHICH IT RAINS\n\nIt rained.\n"
    assert texts(read(case(text)), "head") == ["CHAPTER I.", "THE RIVER", "CHAPTER II.", "IN WHICH IT RAINS"]


@pytest.mark.parametrize("line", ["By a Gentleman of Leisure", "By John Smith", "Translated by Mary Jones"])
def test_a_byline_stands_under_the_title(line: str) -> None:
    text = f"On Roads\n\n{line}\n\n{PROSE}\n\nThere were roads in London in 1848.\n"
    assert outline(read(text), *SHOWN) == ["front", "  title: On Roads", f"  byline: {line}"]


def test_contents_without_the_word_chapter_end_at_the_first_chapter() -> None:
    chapters = f"CHAPTER I.\n\nThe Road\n\n{WRAPPED}\n\nCHAPTER II.\n\nThe Inn\n\nIt rained.\n"
    text = f"CONTENTS\n\nI. The Road\nII. The Inn\n\n{chapters}"
    document = read(text)
    assert texts(document, "item") == ["I. The Road", "II. The Inn"]
    assert texts(document, "head") == ["CONTENTS", "CHAPTER I.", "The Road", "CHAPTER II.", "The Inn"]


def test_numbered_heads_may_stand_before_short_sentences() -> None:
    inner = "1.1 The old road\n\nIt is bad enough.\n\n1.2 The new road\n\nIt was never made.\n"
    text = f"A Report\n\n1. Roads\n\n{PROSE}\n\n{inner}"
    assert texts(read(text), "head") == ["1. Roads", "1.1 The old road", "1.2 The new road"]


def test_articles_of_a_treaty_are_no_heads() -> None:
    text = "The Treaty\n\nArticle 1. The parties shall keep the peace.\n\nArticle 2. The parties shall mend the road.\n"
    assert texts(read(text), "head") == []


def test_dates_over_the_entries_of_a_diary_are_heads() -> None:
    text = f"MY DIARY\n\nMonday, 3 March 1848\n\n{PROSE}\n\nTuesday, 4 March\n\nRain all day.\n"
    assert outline(read(text), *SHOWN) == [
        "front",
        "  title: MY DIARY",
        "div (entry)",
        "  head: Monday, 3 March 1848",
        "div (entry)",
        "  head: Tuesday, 4 March",
    ]


def test_heads_with_signs_before_them_nest_by_their_number() -> None:
    text = f"# The Road\n\n## The River\n\n{PROSE}\n\n## The Hill\n\nThere stood an inn.\n"
    assert outline(read(text), "div", "head", "omitted") == [
        "div",
        "  head",
        "    omitted: #",
        "  div",
        "    head",
        "      omitted: ##",
        "  div",
        "    head",
        "      omitted: ##",
    ]


def test_a_byline_on_the_line_after_the_title_is_no_part_of_it() -> None:
    text = f"                THE OLD ROAD\n                by Jane Brown\n\n{WRAPPED}\n\n{WRAPPED}\n"
    assert outline(read(text), *SHOWN) == ["front", "  title: THE OLD ROAD", "  byline: by Jane Brown"]


@pytest.mark.parametrize("line", ["The king was old.[1]", "The king was old. His son was young and lived abroad"])
def test_a_sentence_is_no_title(line: str) -> None:
    document = read(f"{line}\n\n[1] He was seventy.\n\nThey lived in a castle.\n")
    assert document.of_kind("title", "head") == ()


@pytest.mark.parametrize(
    "title", ["Salt Roads and Credit: Pedlars in the Engadine, 1690–1740", "Faith and Trade in Old Smyrna, 1650"]
)
def test_a_title_may_end_in_years(title: str) -> None:
    document = read(f"{title}\n\n{PROSE}\n\n{PROSE}\n")
    assert texts(document, "title") == [title]


def test_a_section_of_a_numbered_section_is_no_day_and_month() -> None:
    heads = ["1. Introduction", "1.1 Sources", "1.2 Methods", "2. The Book"]
    document = read("\n\n".join(f"{head}\n\n{PROSE}" for head in heads))
    assert texts(document, "head") == heads


def test_capitals_between_paragraphs_of_one_gap_head_what_follows() -> None:
    items = ["THE CLARION.", "SATURDAY, FEBRUARY 11, 1893.", "FIRE ON WATER STREET.", PROSE, "PERSONAL MENTION.", PROSE]
    document = read("\n\n".join(textwrap.fill(item, 50) for item in items))
    assert texts(document, "head") == ["FIRE ON WATER STREET.", "PERSONAL MENTION."]
    assert texts(document, "title") == ["THE CLARION."]
    assert texts(document, "imprint") == ["SATURDAY, FEBRUARY 11, 1893."]


def test_capitals_over_a_stanza_head_it() -> None:
    stanza = (
        "Between the crag and its own shade\n  There lies a water, black and small;\n"
        "No wind has ever there been laid,\n  No leaf has dared to fall."
    )
    document = read(f"{PROSE}\n\nTHE TARN\n\n{stanza}\n\nTHE FELL\n\n{stanza}\n")
    assert texts(document, "head") == ["THE TARN", "THE FELL"]


@pytest.mark.parametrize("case", [str.upper, str.lower, str])
def test_a_paragraph_under_the_title_is_none_of_it_in_any_case(case: Callable[[str], str]) -> None:
    document = read(case(f"From Trebizond to the Lake\n\n{PROSE}\n\n{PROSE}\n"))
    assert texts(document, "title") == [case("From Trebizond to the Lake")]
    assert len(texts(document, "p")) == 2
