"""The language data: every list has a field, every word is in lower case, and an unknown language has none."""

import tomllib
from dataclasses import fields
from importlib.resources import files

import pytest

from toolkit.taggers.quotations.language import Words, words_of

DATA = sorted((files("toolkit.taggers.quotations") / "data").iterdir(), key=lambda file: file.name)


@pytest.mark.parametrize("file", DATA, ids=lambda file: file.name)
def test_every_list_is_known_and_in_lower_case(file):
    lists = tomllib.loads(file.read_text("utf-8"))
    assert lists.keys() <= {field.name for field in fields(Words)}
    assert [name for name, words in lists.items() if isinstance(words, str) and words != words.lower()] == []


@pytest.mark.parametrize("file", DATA, ids=lambda file: file.name)
def test_every_language_can_tell_speech(file):
    words = words_of(file.name.removesuffix(".toml"))
    assert words.saying and words.he and words.she and words.mentioning and words.sources


@pytest.mark.parametrize(("tag", "same"), [("en-GB", "en"), ("de-AT", "de"), ("FR", "fr")])
def test_a_regional_tag_has_the_language_of_its_primary_subtag(tag, same):
    assert words_of(tag) is words_of(same) or words_of(tag) == words_of(same)


def test_an_unknown_language_has_no_words():
    assert words_of("tlh") == Words()
