"""Quotations that run on, that are interrupted, and whose marks are lost."""

import pytest


def test_a_quotation_over_paragraphs_is_one_in_parts_where_the_opening_mark_is_repeated(tagged):
    tags = tagged("“One.\n\n“Two.\n\n“Three,” he said.\n\n“Four,” she said.").annotations
    assert [tag.group == tags[0].group for tag in tags] == [True, True, True, False]
    assert tags[0].group


def test_a_quotation_over_paragraphs_is_found_without_repeated_marks_but_less_surely(tagged):
    tags = tagged("He wrote: “One.\n\nTwo.”\n\nThree.").annotations
    assert len({tag.group for tag in tags}) == 1
    assert [tag.cert for tag in tags] == ["medium", "medium"]


def test_french_books_repeat_the_closing_mark(tagged):
    tags = tagged("« Un.\n\n» Deux.\n\n» Trois », dit-il.", "fr").annotations
    assert len({tag.group for tag in tags}) == 1 and len(tags) == 3


def test_a_german_verb_that_is_none_of_saying_without_its_particle_does_not_end_a_quotation(tagged):
    text = "»Höre mich an,« sagte er.\n\n»Als ich jung war, gab es keine Bahn.\n\n»Und so kam es,« schloß er."
    tags = tagged(text, "de").annotations
    assert tags[1].group and tags[1].group == tags[2].group


def test_a_lost_opening_mark_is_looked_for_after_the_colon(quotations):
    assert quotations("Es regnet. Dann setzte er hinzu: Komm morgen wieder.«", "de") == ["Komm morgen wieder.«"]


def test_verse_runs_on_from_line_to_line(quotations):
    assert quotations("“O rose,\n\nthou art sick!”", block="l") == ["“O rose,", "thou art sick!”"]


def test_an_interrupted_quotation_is_two_of_which_the_second_points_to_the_first(tagged):
    first, second = tagged("“I shall,” he said, “go at once.”").annotations
    assert second.attributes["corresp"] == f"#{first.id}"


def test_a_new_sentence_after_the_narrator_is_a_quotation_of_its_own(tagged):
    tags = tagged("“I shall go,” he said. “At once.”").annotations
    assert [tag.attributes.get("corresp") for tag in tags] == [None, None]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("“I go, said John to us. He went.\n\n“Yes,” said I.", "T101", ["“I go,", "“Yes,”"]),
        ("He cried: “I go. And he left.", "T101", ["“I go. And he left."]),
        ("I go,” said John.\n\nHe went.", "T104", ["I go,”"]),
        ("Lenin wrote that the state will wither.” That is the point.", "T104", ["the state will wither.”"]),
    ],
)
def test_a_lost_mark_costs_its_own_paragraph_at_most(tagged, quotations, text, code, expected):
    tagging = tagged(text)
    assert quotations(text) == expected
    assert [finding.code for finding in tagging.findings] == [code]
    assert "low" in [tag.cert for tag in tagging.annotations]


def test_nothing_is_tagged_where_nothing_shows_how_far_a_quotation_reaches(tagged):
    tagging = tagged("word " * 200 + "” and so on")
    assert tagging.annotations == ()
    assert [(finding.code, finding.line) for finding in tagging.findings] == [("T103", 1)]


def test_a_lost_mark_does_not_turn_the_following_paragraphs_inside_out(quotations):
    text = '"I go," he said. "I stay.\n\nShe sat down. "No," she said.\n\n"Yes," he said.'
    assert quotations(text)[-2:] == ['"No,"', '"Yes,"']


def test_a_lost_closing_mark_ends_its_paragraph_where_another_answers(tagged):
    text = "„Morgen“, sagte einer, „werden wir sehen.\n\n„Du nicht“, lachte ein anderer. „Du gehst unter.“"
    tags = tagged(text, "de").annotations
    assert [text[tag.start : tag.end] for tag in tags] == [
        "„Morgen“",
        "„werden wir sehen.",
        "„Du nicht“",
        "„Du gehst unter.“",
    ]
    assert tags[1].cert == "low"


def test_no_quotation_runs_on_past_a_paragraph_without_a_mark_to_one_with_a_mark(quotations):
    text = "„Es ist gut, aber wenig.\n\nEr ritt zurück und dankte.\n\n„Morgen“, sagte einer, „gehen wir.“"
    assert quotations(text, "de") == ["„Es ist gut, aber wenig.", "„Morgen“", "„gehen wir.“"]
