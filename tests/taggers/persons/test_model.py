"""The statistical model: what it adds to the rules, and that it gives the same answer every time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from toolkit.model.annotation import Annotation, Certainty
from toolkit.model.document import Document
from toolkit.model.person import Person
from toolkit.model.source import Source
from toolkit.taggers.persons import PersonTagger
from toolkit.taggers.persons.recogniser import MODELS

from .test_persons import tagged

NOVEL = """“Where is Kinch?” asked Tuppence.
“He went out with Miss Vane an hour ago,” answered Tommy. “You know how Kinch is.”
Tuppence laughed, and Tommy laughed with her.
"""


def names(text: str, language: str = "en") -> set[str]:
    return {text[a.start : a.end] for a in tagged(text, language, model="default").annotations}


def test_models_are_small() -> None:
    sizes = [len(file.read_bytes()) for file in MODELS.iterdir() if file.name.endswith(".crfsuite")]
    assert len(sizes) == 3
    assert sum(sizes) < 1_500_000


def test_names_that_no_list_has_are_found_by_the_company_they_keep() -> None:
    assert {"Tommy", "Tuppence", "Miss Vane"} <= names(NOVEL)


def test_a_day_before_a_title_is_no_part_of_the_name() -> None:
    assert names("On Tuesday Gov. Tilbury signed the bill.") == {"Gov. Tilbury"}


def test_the_order_of_documents_does_not_matter() -> None:
    first = tagged(NOVEL, model="default")
    tagged("Mr. Kinch and Mrs. Kinch came from Kinch.", model="default")
    assert tagged(NOVEL, model="default") == first


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Abends mit Olga bei Frau Wassermann. Olga sehr müde.", "de", {"Olga", "Frau Wassermann"}),
        ("Mon cher ami, j'ai vu M. Poincaré et Léon Bourgeois à Paris.", "fr", {"M. Poincaré", "Léon Bourgeois"}),
    ],
)
def test_german_and_french_have_models_of_their_own(text: str, language: str, expected: set[str]) -> None:
    assert names(text, language) == expected


def test_a_pet_name_cut_short_is_a_name_in_a_german_diary() -> None:
    assert names("Abends bei Mz. geblieben. Dann mit Mz. spazieren.", "de") == {"Mz"}


LETTER = (
    "J'ai vu Jeanne Lorcy hier. Madame Lorcy vous salue. Une lettre de M. Trévanion est sur la table, et Jeanne Lorcy "
    "la lira."
)
LORCY = (Person("lorcy", ("Jeanne Lorcy",), "authority"),)


def test_where_a_list_of_persons_covers_the_text_doubtful_names_of_others_are_left_out() -> None:
    found = {LETTER[a.start : a.end] for a in tagged(LETTER, "fr", LORCY, model="default").annotations}
    assert found == {"Jeanne Lorcy", "Madame Lorcy"}


def test_where_a_list_of_persons_does_not_cover_the_text_doubtful_names_stay() -> None:
    stranger = (Person("stranger", ("Paul Nemours",), "authority"),)
    for authority in ((), stranger):
        found = {LETTER[a.start : a.end] for a in tagged(LETTER, "fr", authority, model="default").annotations}
        assert "M. Trévanion" in found


def test_a_known_german_name_that_is_an_english_word_is_found_without_case() -> None:
    text = "gestern kam stern zu mir und blieb bis zum abend; stern las vor."
    stern = (Person("stern", ("Karl Stern",), "authority"),)
    assert [text[a.start : a.end] for a in tagged(text, "de", stern, model="default").annotations] == ["stern", "stern"]


def test_what_rules_and_model_agree_on_is_of_high_certainty() -> None:
    tagging = tagged(NOVEL, model="default")
    found = {NOVEL[a.start : a.end]: a.cert for a in tagging.annotations}
    assert found["Miss Vane"] is Certainty.HIGH


@pytest.mark.parametrize("text", ["", "...", "—", "1917", "\u200b", "A", "the the the", "Mr.", "von", "M. R. M."])
@pytest.mark.parametrize("model", ["default", "none"])
def test_scraps_of_text_are_survived(text: str, model: str) -> None:
    for language in ("en", "de", "fr", "la"):
        for annotation in tagged(text, language, model=model).annotations:
            assert text[annotation.start : annotation.end].strip()


@dataclass(frozen=True)
class Echo:
    """A voter that names each place of one word."""

    word: str
    name: str = "echo"

    def persons(self, text: str, language: str) -> Iterator[tuple[int, int]]:
        for match in re.finditer(self.word, text):
            yield match.span()


def test_the_header_will_name_the_voters() -> None:
    assert PersonTagger(voters=(Echo("zebra"),)).title.endswith(", with the vote of echo")


def test_two_voters_are_believed_and_one_alone_is_not() -> None:
    text = "The zebra crossed the road."
    document = Document(Source("test", text), "en", (Annotation(0, len(text), "p", "test"),))
    assert PersonTagger(model="none", voters=(Echo("zebra"),)).tag(document).annotations == ()
    two = PersonTagger(model="none", voters=(Echo("zebra"), Echo("zebra"))).tag(document)
    assert [text[a.start : a.end] for a in two.annotations] == ["zebra"]
