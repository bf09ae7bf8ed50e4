"""tei encode on TEI: an editor's file gets the tags she asks for, and is otherwise, byte for byte, as it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.conftest import Tei

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
HEAD = (
    "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>P</p></publicationStmt>"
    "<sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader>"
)
BODY = (
    "<p n='1'  >Mr. <hi>John Smith</hi> came &amp; went on 5 June 1936.</p>\r\n<!-- kept -->\n<p>Mr. Smith slept.</p>"
)


def write(folder: Path, body: str, standoff: str = "", encoding: str = "utf-8") -> Path:
    path = folder / "letter.xml"
    text = f"<TEI xmlns='http://www.tei-c.org/ns/1.0'>{HEAD}{standoff}<text><body>{body}</body></text></TEI>"
    declared = "" if encoding == "utf-8" else f'<?xml version="1.0" encoding="{encoding}"?>\n'
    path.write_bytes((declared + text).encode(encoding))
    return path


def without_additions(tei: bytes) -> bytes:
    """The file less what a tagger adds, by its own marks."""
    tei = re.sub(rb"\n?<encodingDesc>.*?</encodingDesc>|<standOff>.*?</standOff>\n", b"", tei, flags=re.DOTALL)
    return re.sub(rb"<(persName|date) [^>]*resp=[^>]*>(.*?)</\1>", rb"\2", tei, flags=re.DOTALL)


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_new_tags_are_added_and_every_other_byte_stays(tei: Tei, tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, BODY + "<p>Café é.</p>", encoding=encoding)
    run = tei("encode", path, "--only", "persons,dates", "-o", "out.xml")
    assert run.returncode == 0, run.stderr
    out = (tmp_path / "out.xml").read_bytes()
    root = etree.fromstring(out)
    assert root.xpath("//t:text//t:date/@when", namespaces=TEI) == ["1936-06-05"]
    assert root.xpath("count(//t:text//t:persName)", namespaces=TEI) >= 2
    if encoding == "utf-8":
        assert without_additions(out) == path.read_bytes()
    assert tei("validate", "--schema", "tei_all", "out.xml").returncode == 0


def test_without_only_the_file_comes_back_as_it_is(tei: Tei, tmp_path: Path) -> None:
    path = write(tmp_path, BODY)
    run = tei("encode", path, "-o", "out.xml")
    assert run.returncode == 0
    assert "E012" in run.stderr
    assert (tmp_path / "out.xml").read_bytes() == path.read_bytes()


def test_a_hand_made_tag_wins(tei: Tei, tmp_path: Path) -> None:
    path = write(tmp_path, "<p>On <date when='1836'>5 June 1936</date> he came.</p>")
    tei("encode", path, "--only", "dates", "-o", "out.xml")
    root = etree.parse(tmp_path / "out.xml").getroot()
    assert root.xpath("//t:text//t:date/@when", namespaces=TEI) == ["1836"]


def test_a_name_over_a_border_of_markup_is_left_out_and_said(tei: Tei, tmp_path: Path) -> None:
    path = write(tmp_path, "<p>On <hi>5 June</hi><hi> 19</hi><hi>36 he</hi> came.</p>")
    run = tei("encode", path, "--only", "dates", "-o", "out.xml")
    assert "E013" in run.stderr
    assert b"<date" not in (tmp_path / "out.xml").read_bytes()


def test_persons_whom_the_file_lists_are_known(tei: Tei, tmp_path: Path) -> None:
    listing = (
        "<standOff><listPerson><person xml:id='js'><persName>John Smith</persName></person></listPerson></standOff>"
    )
    path = write(tmp_path, "<p>Yesterday John Smith came to us.</p>", listing)
    tei("encode", path, "--only", "persons", "-o", "out.xml")
    root = etree.parse(tmp_path / "out.xml").getroot()
    assert root.xpath("//t:text//t:persName/@ref", namespaces=TEI) == ["#js"]
    assert root.xpath("count(//t:person)", namespaces=TEI) == 1


def test_what_was_tagged_once_is_not_tagged_again(tei: Tei, tmp_path: Path) -> None:
    write(tmp_path, BODY)
    tei("encode", "letter.xml", "--only", "persons,dates", "-o", "once.xml")
    tei("encode", "once.xml", "--only", "persons,dates", "-o", "twice.xml")
    assert (tmp_path / "once.xml").read_bytes() == (tmp_path / "twice.xml").read_bytes()


def test_persons_that_a_tagger_listed_are_no_authority_to_it(tei: Tei, tmp_path: Path) -> None:
    path = write(tmp_path, "<p>John Hope came home. Hope left. In hope he lived; Hope is good.</p>")
    tei("encode", path, "--only", "persons", "-o", "once.xml")
    tei("encode", "once.xml", "--only", "persons", "-o", "twice.xml")
    once = (tmp_path / "once.xml").read_bytes()
    assert b"<persName" in once
    assert (tmp_path / "twice.xml").read_bytes() == once


def test_broken_xml_is_refused_with_its_place(tei: Tei, tmp_path: Path) -> None:
    (tmp_path / "broken.xml").write_text("<TEI><text></TEI>", "utf-8")
    run = tei("encode", "broken.xml", "--only", "dates", "-o", "out.xml")
    assert run.returncode == 2
    assert re.match(r"broken\.xml:1:\d+: ", run.stderr)
    assert not (tmp_path / "out.xml").exists()


def test_tei_on_standard_input_is_known_as_tei(tei: Tei, tmp_path: Path) -> None:
    path = write(tmp_path, BODY.replace("\r", ""))
    run = tei("encode", "-", "--only", "dates", "-o", "out.xml", stdin=path.read_text("utf-8"))
    assert run.returncode == 0, run.stderr
    assert b'when="1936-06-05"' in (tmp_path / "out.xml").read_bytes()
    assert without_additions((tmp_path / "out.xml").read_bytes()) == path.read_bytes()
