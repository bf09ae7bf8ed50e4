"""Persons: which words are tagged, where the tags end, and who is who."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from toolkit.model.annotation import Annotation, Certainty
from toolkit.model.document import Document, Tagging
from toolkit.model.person import Person
from toolkit.model.source import Source
from toolkit.taggers.persons import PersonTagger


def tagged(text: str, language: str = "en", authority: tuple[Person, ...] = (), model: str = "none") -> Tagging:
    blocks: list[Annotation] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Annotation(start, start + len(line), "p", "test"))
        start += len(line) + 1
    document = Document(Source("test.txt", text), language, tuple(blocks))
    return PersonTagger(authority, model).tag(document)


def names(text: str, language: str = "en", authority: tuple[Person, ...] = ()) -> list[str]:
    return [text[a.start : a.end] for a in tagged(text, language, authority).annotations]


def references(text: str, authority: tuple[Person, ...] = ()) -> dict[str, str]:
    """The last reference of each form."""
    return {text[a.start : a.end]: a.attributes["ref"] for a in tagged(text, authority=authority).annotations}


CASES = [
    ("The bill was signed by Gov. Tilbury.", ["Gov. Tilbury"]),
    ("There stood ex-Gov. Harlan, and Ex-President Fillmore beside him.", ["ex-Gov. Harlan", "Ex-President Fillmore"]),
    ("A letter of ex-Senator Clingman to Supt. Marlow was read.", ["ex-Senator Clingman", "Supt. Marlow"]),
    ("They called on Sen. Elizabeth Brandt and Rep. Pressley.", ["Sen. Elizabeth Brandt", "Rep. Pressley"]),
    ("They met Mr. Bennet and Mrs. Long there.", ["Mr. Bennet", "Mrs. Long"]),
    ("Yesterday Elizabeth Bennet's sister wrote.", ["Elizabeth Bennet"]),
    ("The reign of Louis XIV was long.", ["Louis XIV"]),
    ("They read Ludwig van Beethoven's score.", ["Ludwig van Beethoven"]),
    ("The letter of J. M. Keynes arrived.", ["J. M. Keynes"]),
    ("In May the Marxist faction left Paris for the Pacific.", []),
    ("A Napoleonic army and the Stalinists read Pravda in January.", []),
    ("The General said nothing in the House of Commons.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_names_are_found_and_other_proper_words_are_not(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_text_without_capitals_is_read_alike(text: str, expected: list[str]) -> None:
    assert names(text.lower()) == [name.lower() for name in expected]


def test_a_name_once_sure_is_tagged_wherever_it_stands() -> None:
    text = "Mr. Quilpworth came early.\nNobody had seen Quilpworth before."
    assert names(text) == ["Mr. Quilpworth", "Quilpworth"]


def test_a_surname_alone_leads_to_the_person_of_the_full_name() -> None:
    found = references("Emma Woodhouse spoke to Frank Churchill. Then Churchill left, and Emma stayed.")
    assert found["Churchill"] == found["Frank Churchill"]
    assert found["Emma"] == found["Emma Woodhouse"] != found["Churchill"]


def test_two_people_of_one_surname_stay_two() -> None:
    found = references("Mr. Bennet came. Mrs. Bennet wept. Jane Bennet smiled at Elizabeth Bennet.")
    assert len(set(found.values())) == 4


def test_a_captain_and_his_wife_are_two() -> None:
    found = references("Captain Fitzgerald dined with us. Mrs. Fitzgerald sang.")
    assert found["Captain Fitzgerald"] != found["Mrs. Fitzgerald"]


def test_initials_are_not_taken_for_a_lady_of_the_surname() -> None:
    found = references("To Miss Jane Reynolds. Your friend, J. H. Reynolds.")
    assert found["Miss Jane Reynolds"] != found["J. H. Reynolds"]


def test_a_german_genitive_leads_to_the_same_person() -> None:
    text = "Frau Hugo Wolters kam. Mit Herrn Wolter bei Wolters Tante."
    tagging = tagged(text, "de")
    found = {text[a.start : a.end]: a.attributes["ref"] for a in tagging.annotations}
    assert found["Wolters"] == found["Herrn Wolter"]


def test_public_buildings_and_prizes_are_no_persons() -> None:
    assert names("She left King's College for Lincoln Park and won the Nobel Prize.") == []


@pytest.mark.parametrize("text", ["We wrote from 14 Queen Square, Bath.", "She lives at 7 Lady Margaret Road."])
def test_a_street_with_its_number_is_no_person(text: str) -> None:
    assert names(text) == []


def test_a_title_before_a_surname_that_streets_end_in_is_a_person() -> None:
    assert names("Then Miss Lane met Colonel Street.") == ["Miss Lane", "Colonel Street"]


INTRODUCED = [
    ("it was late. victor hugh, who had seen it all, went home to his people.", ["victor hugh"]),
    ("it was late. grace period, which was long, had ended on the day before.", []),
    ("it was late; frank thomas spoke of the old days, and nobody went to bed.", ["frank thomas"]),
]


@pytest.mark.parametrize(("text", "expected"), INTRODUCED)
def test_without_case_two_names_before_a_persons_verb_are_a_person(text: str, expected: list[str]) -> None:
    assert names(text) == expected


FRENCH = [
    ("« Venez-vous ? » demanda Pierre Lenoir.", ["Pierre Lenoir"]),
    ("Lettre de M. Dupont à Mme de Sévigné", ["M. Dupont", "Mme de Sévigné"]),
    ("Le soir, Mlle Claire Martin vint à Paris.", ["Mlle Claire Martin"]),
]


@pytest.mark.parametrize("model", ["none", "default"])
@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french_names_are_announced_by_address_or_a_verb_of_saying(text: str, expected: list[str], model: str) -> None:
    assert [text[a.start : a.end] for a in tagged(text, "fr", model=model).annotations] == expected


def test_by_names_belong_to_the_name() -> None:
    assert names("Then Peter the Great met Charles the Second.") == ["Peter the Great", "Charles the Second"]


def test_papa_is_a_name_but_her_papa_is_none() -> None:
    assert names("Papa is well. Her papa is ill.") == ["Papa"]


def test_ids_are_unique_ascii_slugs_of_the_fullest_name() -> None:
    tagging = tagged("Léon Bourgeois met Léon Bourgeois and Käthe Kollwitz. Bourgeois spoke.")
    assert [p.id for p in tagging.persons] == ["person-leon-bourgeois", "person-kathe-kollwitz"]
    assert tagging.persons[0].names == ("Léon Bourgeois", "Bourgeois")


def test_sex_comes_from_titles_and_first_names_only() -> None:
    tagging = tagged("Mrs. Quilp saw Edward Quilp and Dr. Zorn.")
    assert [p.sex for p in tagging.persons] == ["F", "M", ""]


def test_a_person_of_the_authority_file_keeps_its_id() -> None:
    butler = Person("pb", ("Nicholas Murray Butler", "Butler"), "authority", "M")
    found = references("We wrote to Butler, and Nicholas Murray Butler replied.", (butler,))
    assert set(found.values()) == {"#pb"}


def test_certainty_tells_a_titled_name_from_a_guess() -> None:
    tagging = tagged("Mr. Quilp said so.")
    assert tagging.annotations[0].cert is Certainty.HIGH


def test_an_empty_document_has_no_persons() -> None:
    assert tagged("") == Tagging()


def test_a_name_that_the_authority_file_gives_one_person_is_hers_or_his() -> None:
    robert = Person("innes-r", ("Robert Innes", "Capt. Innes"), "authority", "M")
    wife = Person("mrs-i", ("Mrs. Innes",), "authority")
    found = references("Capt. Innes called with Mrs. Innes.", authority=(robert, wife))
    assert found == {"Capt. Innes": "#innes-r", "Mrs. Innes": "#mrs-i"}


def test_an_epithet_before_his_name_does_not_make_a_man_a_lady() -> None:
    found = tagged("Young Peter Innes came in, and Mrs. Innes with him.", model="default")
    assert len({annotation.attributes["ref"] for annotation in found.annotations}) == 2


@pytest.mark.parametrize("model", ["none", "default"])
def test_mr_before_a_name_nobody_has_heard_is_a_person(model: str) -> None:
    text = "We met a Mr. Hagop Nalbandian, of the American mission."
    assert [text[a.start : a.end] for a in tagged(text, model=model).annotations] == ["Mr. Hagop Nalbandian"]


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Admiral Edward Hartley died. The Rev. Edward Hartley came.", "Admiral Edward Hartley", "Rev. Edward Hartley"),
        ("Mr. Dymond died. Henry Dymond, his nephew, has the shop.", "Mr. Dymond", "Henry Dymond"),
        ("Mr. Dymond sent his nephew, Henry Dymond, to us.", "Mr. Dymond", "Henry Dymond"),
        ("Charlie Webb went out. Mrs Webb wrote to Charlie.", "Charlie Webb", "Mrs Webb"),
        ("Mrs Webb wrote to Lance Corporal Webb.", "Mrs Webb", "Lance Corporal Webb"),
    ],
)
@pytest.mark.parametrize("case", [str, str.lower])
def test_rank_kinship_and_sex_tell_two_of_one_surname_apart(
    text: str, one: str, other: str, case: Callable[[str], str]
) -> None:
    found = references(case(text))
    assert found[case(one)] != found[case(other)]


def test_an_epithet_that_opens_the_sentence_is_no_part_of_the_name() -> None:
    text = "Poor Harry Blanchard is dead."
    assert [text[a.start : a.end] for a in tagged(text, model="default").annotations] == ["Harry Blanchard"]


@pytest.mark.parametrize("model", ["none", "default"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("we met a mr. hagop nalbandian, of the american mission there.", ["mr. hagop nalbandian"]),
        ("i saw him, whereupon lord ashby, who was by, cried out to us.", ["lord ashby"]),
        ("these are my dad's things, and nobody else has a right to them.", []),
    ],
)
def test_without_case_titles_still_announce_names(text: str, expected: list[str], model: str) -> None:
    assert [text[a.start : a.end] for a in tagged(text, model=model).annotations] == expected
