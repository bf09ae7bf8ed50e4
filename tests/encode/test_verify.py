"""The ledger: the text of the source, read back from the TEI alone."""

from __future__ import annotations

import pytest

from toolkit.encode.verify import ledger
from toolkit.errors import InputError

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>{}</text></TEI>'


def read_back(text: str) -> tuple[str, int, int, int]:
    proof = ledger(TEI.format(text).encode(), "a.xml")
    return proof.text, proof.kept, proof.moved, proof.omitted


def test_comments_and_others_instructions_hold_nothing_of_the_source() -> None:
    assert read_back("one<!-- no --> <b>two</b><?o no?> &amp; <![CDATA[<three>]]>") == (
        "one two & <three>",
        17,
        0,
        0,
    )


def test_a_moved_note_is_read_where_its_instruction_stands() -> None:
    text = 'a<note xml:id="n">NOTE <hi>b</hi></note> c <?tei-toolkit moved="n"?>d'
    assert read_back(text) == ("a c NOTE bd", 5, 6, 0)


def test_a_note_moved_out_of_a_moved_note() -> None:
    text = (
        'a<note xml:id="n">N<note xml:id="m">M</note>N</note> '
        '<?tei-toolkit moved="n"?><?tei-toolkit moved="m"?><?tei-toolkit omitted="_"?>'
    )
    assert read_back(text) == ("a NNM_", 2, 3, 1)


def test_a_note_that_nothing_moves_stays() -> None:
    assert read_back('a<note xml:id="n">b</note>c') == ("abc", 3, 0, 0)


def test_an_instruction_inside_the_note_that_it_moves_does_not_go_round_for_ever() -> None:
    assert read_back('a<note xml:id="n">b<?tei-toolkit moved="n"?></note>c')[0] == "ac"


def test_a_moved_note_that_is_not_there_is_told() -> None:
    with pytest.raises(InputError) as told:
        ledger(TEI.format('<?tei-toolkit moved="n"?>').encode(), "a.xml")
    assert told.value.finding.code == "E004"
