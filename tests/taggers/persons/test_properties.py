"""Whatever the text: tags lie inside it, never cross, and each leads to one person of the list."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from .test_persons import tagged

VOCABULARY = (
    """Mr . Mrs Dr the John Mary Smith van de 's , “ ” I II XIV St Lenin said A. J. B. lord king MARX louis ist - É"""
)
WORDS = st.sampled_from([*VOCABULARY.split(" "), "\n"])
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map(" ".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["en", "de", "fr"]), st.sampled_from(["default", "none"]))
def test_tags_never_cross_and_all_lead_to_a_person(text: str, language: str, model: str) -> None:
    tagging = tagged(text, language, model=model)
    ids = [person.id for person in tagging.persons]
    end = 0
    for annotation in tagging.annotations:
        assert end <= annotation.start < annotation.end <= len(text)
        assert annotation.attributes["ref"].removeprefix("#") in ids
        end = annotation.end
    assert len(ids) == len(set(ids))
    assert all(person.names and person.id.isascii() for person in tagging.persons)
