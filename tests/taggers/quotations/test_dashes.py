"""Dialogue after a dash, in the customs of several languages."""

import pytest


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("— Je viens, dit-il, demain.", "fr", ["— Je viens,", "demain."]),
        ("— Bien, répondit Jean.", "fr", ["— Bien,"]),
        ("—No vengo —dijo Juan—. Estoy cansado.", "es", ["—No vengo", "Estoy cansado."]),
        ("—No vengo —dijo Juan, y salió.", "es", ["—No vengo"]),
        ("— Да, — сказал он. — Пойду.", "ru", ["— Да,", "Пойду."]),
    ],
)
def test_the_narrator_breaks_the_speech_of_a_dash_paragraph(quotations, text, language, expected):
    assert quotations(text, language) == expected


def test_english_needs_several_dash_paragraphs_to_count_as_dialogue(quotations):
    once = "— A remark set off by a dash."
    assert quotations(once) == []
    assert quotations(f"{once}\n\n—Thanks, he cried.\n\n—Yes.") == [once, "—Thanks,", "—Yes."]


def test_a_number_between_dashes_is_no_speech(quotations):
    assert quotations("— 12 —\n\n— II —\n\n— Non.", "fr") == ["— Non."]


def test_a_conversation_in_one_pair_of_marks_has_a_first_turn_without_a_dash(quotations):
    text = "« Vous partez ? demanda-t-elle.\n\n— Demain, répondit Julien.\n\n— Adieu. »"
    assert quotations(text, "fr") == ["« Vous partez ?", "— Demain,", "— Adieu. »"]


def test_a_french_clause_without_inversion_is_speech(quotations):
    text = "— Le capitaine ne sait rien, le colonel ne dit rien, et moi, dit-il, je me tais."
    assert quotations(text, "fr") == [
        "— Le capitaine ne sait rien, le colonel ne dit rien, et moi,",
        "je me tais.",
    ]


def test_the_narrator_may_go_on_after_and(quotations):
    assert quotations("— Je ne sais pas, dit Jean. Et il sortit.", "fr") == ["— Je ne sais pas,"]


def test_polish_speech_ends_at_the_dash_before_the_narrator(quotations):
    text = "– Jestem – odpowiedziała stara. – Siadaj pan.\n\n– Nie mam czasu – rzekł.\n\n– Dobrze."
    assert quotations(text, "pl") == ["– Jestem", "Siadaj pan.", "– Nie mam czasu", "– Dobrze."]
