"""Only what is surely foreign is tagged."""

import pytest

from toolkit.model.annotation import Annotation
from toolkit.model.document import Document, in_order
from toolkit.model.source import Source
from toolkit.taggers.foreign import ForeignTagger


def foreign(text: str, emphasised: str = "", quoted: str = "", language: str = "en") -> list[tuple[str, str]]:
    """The foreign stretches of a paragraph, with their languages."""
    marked = [
        Annotation(text.index(part), text.index(part) + len(part), kind, "plain")
        for part, kind in ((emphasised, "emphasis"), (quoted, "said"))
        if part
    ]
    annotations = in_order([Annotation(0, len(text), "p", "plain"), *marked])
    tags = ForeignTagger().tag(Document(Source("-", text), language, annotations)).annotations
    return [(text[tag.start : tag.end], tag.attributes["xml:lang"]) for tag in tags]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Each one thinks: l’état c’est moi.", [("l’état c’est moi", "fr")]),
        ("each one thinks: l'etat c'est moi.", [("l'etat c'est moi", "fr")]),
        ("He wrote SIC TRANSIT GLORIA MUNDI below.", [("SIC TRANSIT GLORIA MUNDI", "la")]),
    ],
)
def test_a_known_phrase_is_found_anywhere(text, expected):
    assert foreign(text) == expected


@pytest.mark.parametrize(
    "text", ["An ad hoc committee, vice versa.", "The status quo and its clichés.", "He is a de facto king."]
)
def test_a_naturalised_loan_is_left_alone(text):
    assert foreign(text) == []


def test_emphasised_words_of_another_language_are_found():
    text = "He muttered dans le doute il faut se taire again."
    assert foreign(text, emphasised="dans le doute il faut se taire") == [("dans le doute il faut se taire", "fr")]


def test_a_quotation_in_another_language_is_found_without_its_marks():
    text = "She said “Das ist nicht für mich.” to us."
    assert foreign(text, quoted="“Das ist nicht für mich.”") == [("Das ist nicht für mich", "de")]


@pytest.mark.parametrize("words", ["La Belle", "the very same thing", "in die", "Monte Carlo and the sea"])
def test_a_name_or_english_words_in_italics_are_not_foreign(words):
    assert foreign(f"They saw {words} there.", emphasised=words) == []


def test_the_language_of_the_document_is_not_foreign():
    assert foreign("Il dit : l'état c'est moi.", language="fr") == []
