"""The kinds: speech, quoted text, words at a distance, words as words, and the rest."""

import pytest

from toolkit.model.annotation import Annotation
from toolkit.model.document import Document, in_order
from toolkit.model.source import Source
from toolkit.taggers.quotations import QuotationTagger


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“I shall go,” said the captain.", "said"),
        ("The old man answered: “Never.”", "said"),
        ("He asked, “Why?” and left.", "said"),
        ("The constitution declares: “Power belongs to the people of town and country.”", "quote"),
        ("“The struggle goes on,” writes the newspaper.", "quote"),
        ("A ruble independent of the “leaders” is needed.", "so-called"),
        ("They met the so-called “experts” again.", "so-called"),
        ("What is called “order” is none.", "so-called"),
        ("The word “state” has two senses.", "mentioned"),
        ("Here “rose” means a colour.", "mentioned"),
        ("As Locke remarks, “all men are liable to error.”", "quote"),
        ("He said once, “the old order gives way to the new” (p. 192).", "quote"),
        ("The stone reads “here lies the last of them all”.", "quote"),
        ("A manifesto declared that “nature has given all men an equal right.”", "quote"),
        ("Johnson thought the poem “the most airy and delightful of all.”", "quote"),
        ("Papa calls it “the best of the set.”", "so-called"),
        ("Have you read “Kenilworth”?", "so-called"),
        ("The plan, code-named “Overlord,” began in June.", "so-called"),
        ("Over the door stood a sign: “No hawkers.”", "quote"),
        ("They are not declared “top down” at all.", "so-called"),
        ("Or, in other words: “How can this be?”", "q"),
    ],
)
@pytest.mark.parametrize("case", [str, str.lower, str.upper])
def test_kinds_are_told_apart_in_any_case(kinds, text, kind, case):
    assert kinds(case(text)) == [kind]


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("„Ich komme“, sagte der Graf.", "de", "said"),
        ("Die sogenannte „Freiheit“ kam.", "de", "so-called"),
        ("Das Wort „Staat“ hat zwei Bedeutungen.", "de", "mentioned"),
        ("Er stand auf, indem er „Zeit war es“ vor sich hin brummte.", "de", "said"),
        ("Mit den Worten „Komm mit“ ging er hinaus.", "de", "said"),
        ("Auf den Ruf „Feuer!“ liefen alle davon.", "de", "said"),
        ("Im „Löwen“ sagte man etwas anderes.", "de", "so-called"),
        ("„Ich komme“, fuhr er nach einer Weile fort.", "de", "said"),
        ("« Je viens », dit le comte.", "fr", "said"),
        ("Le mot « état » a deux sens.", "fr", "mentioned"),
    ],
)
def test_kinds_are_told_apart_in_other_languages(kinds, text, language, kind):
    assert kinds(text, language) == [kind]


def test_thoughts_are_said_but_not_aloud(tagged):
    (thought,) = tagged("“How odd,” thought Alice.").annotations
    assert (thought.kind, thought.attributes["aloud"]) == ("said", "false")


def test_members_of_a_list_are_of_one_kind(kinds):
    assert kinds("The words “book”, “canto” and “stanza” are used.") == ["mentioned"] * 3


def test_a_language_without_data_is_not_judged(kinds):
    assert kinds("Han sade: ”Kom in.”", "sv") == ["q"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“I weigh every word,” he writes. “I can prove all of it.”", ["quote", "quote"]),
        ("“I go,” he said. “I stay.”", ["said", "said"]),
    ],
)
def test_what_goes_on_after_the_ascribing_clause_is_of_the_same_kind(kinds, text, expected):
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The report characterizes them as follows: “the last of the old guard, genuine and fervent.”",
        "According to the minutes of May, “the motion was carried by a large majority.”",
        "The “most democratic constitution in the world” was adopted then.",
    ],
)
def test_words_of_a_source_are_a_quote(kinds, text):
    assert kinds(text) == ["quote"]


def test_a_passive_verb_of_saying_ascribes_nothing(kinds):
    assert kinds("Its use of “numerous” signs was admitted by all.") == ["so-called"]


def test_in_a_novel_a_remark_without_any_verb_is_said(kinds):
    assert kinds("“Who goes there?” said the guard.\n\n“A friend.”\n\n“Pass, friend.”") == ["said"] * 3


def test_in_a_text_that_shows_examples_a_long_one_is_no_quoted_text(kinds):
    examples = "For example “a” and “b” are words.\n\nAnother example is “c”, as in the example “d”.\n\n"
    assert kinds(examples + "As in “the cat sat on the mat today”.")[-1] == "q"


def test_what_stands_before_a_note_number_is_quoted():
    text = "It was, he said, “the last day of the old world.”1"
    annotations = [
        Annotation(0, len(text), "p", "plain"),
        Annotation(len(text) - 1, len(text), "note-marker", "plain"),
    ]
    (tag,) = QuotationTagger().tag(Document(Source("-", text), "en", in_order(annotations))).annotations
    assert tag.kind == "quote"
