"""German and French of any kind: names that rules vouch for, words of every day that are none."""

from __future__ import annotations

import pytest

from .test_persons import tagged


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Louis Carpentier est venu ; Carpentier a ri.", ["Louis Carpentier"]),
        ("Mlle Van den Broeck nous a reçus.", ["Mlle Van den Broeck"]),
        ("Le père Anselme a dit la messe.", ["père Anselme"]),
        ("Ils ont salué le président du Conseil et l'abbé Faria.", ["abbé Faria"]),
        ("Emma Bovary attendait. « Venez », dit Rodolphe.", ["Emma Bovary", "Rodolphe"]),
    ],
)
def test_french_names_are_vouched_for_by_title_full_name_or_speech(text: str, expected: list[str]) -> None:
    found = {text[a.start : a.end] for a in tagged(text, "fr", model="default").annotations}
    assert set(expected) <= found
    assert not {name for name in found if "Conseil" in name}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gestern schrieb Johann Georg Hamann aus Riga.", ["Johann Georg Hamann"]),
        ("Der Pastor Lorenzen kam am Abend zu uns.", ["Pastor Lorenzen"]),
        ("Graf Arnim und Geheimrat Schulze speisten bei uns.", ["Graf Arnim", "Geheimrat Schulze"]),
        ("Wir saßen die ganze Nacht im Keller. Er schüttelte den Kopf.", []),
        ("wir saßen die ganze nacht im keller, und er schüttelte heftig den kopf.", []),
    ],
)
def test_german_names_are_vouched_for_and_words_of_every_day_are_not(text: str, expected: list[str]) -> None:
    assert [text[a.start : a.end] for a in tagged(text, "de", model="default").annotations] == expected
