"""Verse and lists: lines whose ends are the author's."""

from __future__ import annotations

import pytest

from tests.readers.outline import outline, read, texts

STANZA = (
    "The river runs beneath the hill,\n  And carries down the summer's gold;\n"
    "The miller's wheel is standing still,\n  The miller and his dog are old.\n"
)
WRAPPED = (
    "The road to the village ran along the river for a mile or more, and then\n"
    "turned up the hill between two walls of stone which had been built in\n"
    "the time of the old king, as everybody knew.\n"
)


def test_a_poem_is_stanzas_of_lines() -> None:
    document = read(f"THE RIVER\n\n{STANZA}\n{STANZA}")
    assert len(document.of_kind("lg")) == 2
    assert texts(document, "l")[:2] == ["The river runs beneath the hill,", "And carries down the summer's gold;"]
    assert texts(document, "title") == ["THE RIVER"]


def test_verse_amid_wrapped_prose_is_verse() -> None:
    quoted = "".join(f"    {line}\n" for line in STANZA.splitlines())
    assert outline(read(f"{WRAPPED}\n{quoted}\n{WRAPPED}"), "p", "lg", "l")[1:3] == [
        "lg",
        "  l: The river runs beneath the hill,",
    ]


def test_verse_without_capitals_between_long_paragraphs_is_verse() -> None:
    prose = "it was the habit of the old man to go down to the river in the morning, and he never came late. " * 4
    document = read(f"{prose}\n\n{STANZA.lower().replace('  ', '')}\n{prose}\n")
    assert len(document.of_kind("l")) == 4


def test_an_address_is_no_verse() -> None:
    document = read(f"{WRAPPED}\nMr. John Smith\n12, High Street\nBath\n\n{WRAPPED}")
    assert document.of_kind("lg") == ()


@pytest.mark.parametrize(
    ("items", "count"),
    [
        ("1. bread, which is dear;\n2. wine, which is sour;\n3. cheese.", 3),
        ("(a) bread;\n(b) wine.", 2),
        ("a) bread;\nb) wine;\nc) cheese.", 3),
        ("i. bread;\nii. wine;\niii. cheese;\niv. oil.", 4),
        ("• bread\n• wine\n• cheese", 3),
        ("- bread\n- wine", 2),
        ("* bread\n* wine", 2),
        ("1. bread\n\n2. wine\n\n3. cheese", 3),
    ],
)
def test_bullets_and_labels_that_count_up_are_items(items: str, count: int) -> None:
    document = read(
        f"There are things that he wanted to have, and he named them one by one:\n\n{items}\n\nHe had none.\n"
    )
    assert len(document.of_kind("list")) == 1
    assert len(document.of_kind("item")) == count
    assert document.of_kind("head", "note") == ()


def test_wrapped_items_keep_their_lines() -> None:
    text = (
        f"{WRAPPED}\n  1. the place of the hives, which should be sheltered from the\n"
        "     north wind and near to water;\n"
        f"  2. the kind of hive; and\n  3. the season.\n\n{WRAPPED}"
    )
    assert texts(read(text), "item") == [
        "1. the place of the hives, which should be sheltered from the north wind and near to water;",
        "2. the kind of hive; and",
        "3. the season.",
    ]


def test_long_numbered_paragraphs_and_lone_numbers_are_no_list() -> None:
    long = "the people of the village had never seen a thing like it in all their lives, and said so. " * 9
    assert read(f"1. {long}\n\n2. {long}\n\n3. {long}\n").of_kind("list") == ()
    assert read(f"{WRAPPED}\n1. A thing alone.\n\n{WRAPPED}").of_kind("list") == ()


def test_signatures_below_a_petition_are_no_verse() -> None:
    names = "Lucinda Newcomb (her X mark)\nGeo. W. Tuttle\nWm. H. Tuttle\nRev. Amos Pettigrew"
    document = read(f"The road to the village was never mended, and nobody could pass it in winter.\n\n{names}\n")
    assert texts(document, "l") == []
