"""Performance texts as TEI (TEI P5, 7): speeches, speakers, stage directions, casts where TEI has room for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.encode.build import document
from toolkit.encode.body import write_body
from toolkit.encode.speakers import with_speakers
from toolkit.model.annotation import Certainty
from toolkit.model.document import Document, in_order
from toolkit.model.person import Person


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


TALK = (
    "⟦sp ⟦speaker ⟦person MOSS⟧:⟧ ⟦p Where?⟧⟧\n⟦sp ⟦speaker MOSS:⟧ ⟦p There.⟧⟧\n"
    "⟦sp ⟦speaker ⟦person PELL⟧ (off):⟧ ⟦p Yes.⟧⟧\n⟦sp ⟦speaker A.⟧ ⟦p No.⟧⟧"
)


def talk(*refs: str, cert: Certainty = Certainty.HIGH) -> Document:
    made = document(TALK)
    people = iter(refs)
    annotations = tuple(
        replace(a, attributes={"ref": next(people)}, cert=cert) if a.kind == "person" else a for a in made.annotations
    )
    persons = (Person("person-moss", ("Moss",)), Person("person-pell", ("Pell",)))
    return replace(made, annotations=annotations, persons=persons)


def whos(made: Document) -> list[str]:
    return [a.attributes.get("who", "") for a in with_speakers(made).of_kind("sp")]


def test_without_a_cast_a_speech_points_to_the_person_whose_name_is_the_whole_label() -> None:
    assert whos(talk("#person-moss", "#person-pell")) == ["#person-moss", "#person-moss", "", ""]


@pytest.mark.parametrize(
    "made", [talk("#person-moss", "#person-pell", cert=Certainty.LOW), talk("#person-nobody", "#person-pell")]
)
def test_a_doubtful_name_makes_no_speaker(made: Document) -> None:
    assert whos(made) == ["", "", "", ""]


def test_a_label_that_means_two_persons_points_to_none() -> None:
    made = document(TALK.replace("⟦speaker MOSS", "⟦speaker ⟦person MOSS⟧"))
    refs = iter(("#person-moss", "#person-pell", "#person-pell"))
    annotations = tuple(
        replace(a, attributes={"ref": next(refs)}) if a.kind == "person" else a for a in made.annotations
    )
    assert whos(replace(talk("#person-moss", "#person-pell"), annotations=annotations)) == ["", "", "", ""]


def test_a_speech_without_a_label_points_to_nobody() -> None:
    made = document("⟦sp ⟦p ⟦person Anna⟧ came.⟧⟧")
    assert [a.attributes.get("who", "") for a in with_speakers(made).of_kind("sp")] == [""]
