"""Epigraphs: words whose origin is told after a dash below them are quoted, not spoken."""

import pytest

DIALOGUE = "“It is late,” said Ann.\n\n“So it is,” said Tom.\n\n“Go, then,” said she."


@pytest.mark.parametrize(
    "credit", ["—Henry IV, Part I", "-- St. Luke xi. 24.", "— Goethe: Faust", "—J. Swift, Gulliver's Travels (1726)"]
)
def test_an_epigraph_is_quoted_from_what_stands_below_it(kinds, credit):
    text = f"“Out of this nettle, danger, we pluck this flower, safety.”\n\n{credit}\n\n{DIALOGUE}"
    assert kinds(text) == ["quote", "said", "said", "said"]


def test_speech_after_a_dash_is_no_credit(kinds):
    text = "“Who is there?”\n\n— I, he said.\n\n— Who?\n\n— Tom!"
    assert set(kinds(text)) == {"said"}


def test_words_with_the_narrator_below_them_are_spoken(kinds):
    assert kinds(f"“Out of this nettle.”\n\nHenry the Fourth smiled.\n\n{DIALOGUE}")[0] == "said"
