"""Where the grammar looks for dates, and where it need not."""

from __future__ import annotations

import pytest

from toolkit.taggers.dates.language import language
from toolkit.taggers.dates.passages import passages


def looked_at(text: str) -> list[str]:
    """The passages of an English text in lower case."""
    words = language("en")
    assert words is not None
    return [text[start:end] for start, end in passages(text, words)]


@pytest.mark.parametrize("text", ["thus he had 5 men and 12 horses [1]", "an old house by the mill", ""])
def test_text_without_words_of_time_is_passed_over(text: str) -> None:
    assert looked_at(text) == []


@pytest.mark.parametrize("text", ["in 1848", "on mondays", "44 b.c. it was", "the '20s", "on 5/6", "’98", "the 5th"])
def test_a_word_of_time_or_a_number_that_may_be_a_date_is_looked_at(text: str) -> None:
    assert looked_at(text) == [text]


def test_a_passage_holds_whole_words_about_its_trigger_and_ends_with_the_line() -> None:
    far = "word " * 20
    assert looked_at(f"{far}\nhe came in {far}june 1936") == [f"{'word ' * 7}june 1936"]
