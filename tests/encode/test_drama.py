"""Performance texts as TEI (TEI P5, 7): speeches, speakers, stage directions, casts where TEI has room for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.encode.build import document
from toolkit.encode.body import write_body
from toolkit.model.document import in_order


def body(marked: str) -> str:
    xml = write_body(document(marked), "plain").xml
    return xml.partition("<body>")[2].partition("</body>")[0]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "⟦sp ⟦speaker ANNA.⟧ ⟦p Good day.⟧⟧",
            '<sp><speaker>ANNA.</speaker> <p xml:id="p-1">Good day.</p></sp>',
        ),
        ("⟦p Well. ⟦direction (Aside.)⟧ No.⟧", '<p xml:id="p-1">Well. <stage>(Aside.)</stage> No.</p>'),
    ],
)
def test_a_speech_holds_its_speaker_and_its_words(marked: str, expected: str) -> None:
    assert body(marked).replace(' resp="#tagger" cert="high"', "") == expected


def test_a_speaker_alone_is_no_speech_but_its_text_stays() -> None:
    assert "<sp" not in body("⟦div ⟦sp ⟦speaker ANNA.⟧⟧ ⟦p Good day.⟧⟧")


def test_a_role_outside_a_cast_is_plain_text() -> None:
    assert "<role" not in body("⟦div ⟦p one⟧ ⟦role ANNA⟧⟧")


def _who(marked: str) -> str:
    made = document(marked)
    annotations = [replace(a, attributes={"who": "#role-anna"}) if a.kind == "sp" else a for a in made.annotations]
    return write_body(replace(made, annotations=in_order(annotations)), "plain").xml


def test_a_speech_points_to_a_role_that_stands_in_the_text() -> None:
    cast = "⟦cast-list ⟦cast-item ⟦role#role-anna ANNA⟧, a maid⟧⟧"
    speech = "⟦sp ⟦speaker ANNA.⟧ ⟦p Good day.⟧⟧"
    assert '<role xml:id="role-anna"' in _who(f"{cast}\n{speech}")
    assert 'who="#role-anna"' in _who(f"{cast}\n{speech}")
    assert "who=" not in _who(speech)
