"""The kinds: speech, quoted text, words at a distance, words as words, and the rest."""

import pytest


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
