"""Speech in a text without quotation marks."""

import pytest


@pytest.mark.parametrize(
    ("text", "language", "spoken"),
    [
        ("Da sprach der Wirt: Kommt herein! Er lachte.", "de", ["Kommt herein!"]),
        ("Der Bauer sagte: Ich suche mein Recht. Man hat mich verkauft. Der Richter schwieg.", "de",
         ["Ich suche mein Recht. Man hat mich verkauft."]),
        ("Recht ist teuer, sagte der Schreiber, hast du Geld?", "de", ["Recht ist teuer,", "hast du Geld?"]),
        ("Wo soll ich klopfen? fragte der Bauer.", "de", ["Wo soll ich klopfen?"]),
        ("And the king said: Where is thy flock? And he was silent.", "en", ["Where is thy flock?"]),
    ],
)  # fmt: skip
def test_a_verb_of_saying_tells_speech(quotations, tagged, text, language, spoken):
    assert quotations(text, language) == spoken
    assert {(tag.kind, tag.cert) for tag in tagged(text, language).annotations} == {("said", "low")}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Es wurde beschlossen: Die Brücke wird nicht gebaut.", "de"),
        ("Der Antrag, so erklärte der Kämmerer, werde erneut vorgelegt.", "de"),
        ("Die Ernte, sagte der Minister, werde gut.", "de"),
        ("When I had performed these wonders, they shouted for joy, and danced upon my breast.", "en"),
    ],
)
def test_what_is_only_reported_is_no_speech(quotations, text, language):
    assert quotations(text, language) == []


def test_in_a_text_with_marks_only_they_tell_speech(quotations):
    assert quotations("Da sprach der Wirt: Kommt herein!\n\n„Gern“, sagte der Gast.", "de") == ["„Gern“"]
