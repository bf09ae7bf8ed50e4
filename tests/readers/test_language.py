"""The language of a text, by its small words."""

from __future__ import annotations

import pytest

from toolkit.readers.language import detect_language, language_of

SAMPLES = {
    "en": "It was the habit of the old man to go down to the river in the morning, and he was never late for it.",
    "de": "Es war die Gewohnheit des alten Mannes, am Morgen an den Fluss zu gehen, und er kam nie zu spät an.",
    "fr": "Le vieil homme avait pour habitude de descendre à la rivière le matin, et il ne fut jamais en retard "
    "pour cela.",
    "it": "Il vecchio aveva la abitudine di scendere al fiume la mattina, e non era mai in ritardo, come si dice "
    "del padre.",
    "es": "El viejo tenía la costumbre de bajar al río por la mañana, y no llegó nunca tarde, como se dice de los "
    "padres.",
    "nl": "Het was de gewoonte van de oude man om in de ochtend naar de rivier te gaan, en hij kwam er nooit te "
    "laat aan.",
    "la": "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae; hi omnes lingua et legibus inter "
    "se differunt "
    "et ab Aquitanis, qui in ea non sunt.",
}


@pytest.mark.parametrize("language", sorted(SAMPLES))
def test_the_language_is_told_by_its_small_words(language: str) -> None:
    assert language_of(SAMPLES[language]) == (language, True)


@pytest.mark.parametrize("language", sorted(SAMPLES))
def test_case_does_not_matter(language: str) -> None:
    assert detect_language(SAMPLES[language].upper()) == language


@pytest.mark.parametrize("text", ["Smith, Jones, Miller", "1 2 3", "Москва слезам не верит"])
def test_what_does_not_tell_is_english_and_not_sure(text: str) -> None:
    assert language_of(text) == ("en", False)
