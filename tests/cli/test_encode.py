"""tei encode, as a user runs it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.conftest import Tei

TEI = {"t": "http://www.tei-c.org/ns/1.0"}


def test_a_text_becomes_valid_tei_with_persons_dates_quotations_and_notes(tei: Tei, letter: Path) -> None:
    run = tei("encode", letter, "-o", "letter.xml")
    assert run.returncode == 0, run.stderr
    root = etree.parse(letter.with_suffix(".xml")).getroot()
    assert root.xpath("string(//t:text//t:persName[1])", namespaces=TEI) in ("Mr. John Smith", "John Smith")
    assert root.xpath("//t:text//t:date/@when", namespaces=TEI) == ["1936-06-05"]
    assert root.xpath("string(//t:said)", namespaces=TEI) == "“I shall come.”"
    assert root.xpath("string(//t:ref/@target)", namespaces=TEI) == "#" + root.xpath(
        "string(//t:note[ancestor::t:text]/@xml:id)", namespaces=TEI
    )
    assert tei("validate", "letter.xml").returncode == 0
    assert tei("verify", "letter.xml", "--source", letter).returncode == 0


def test_every_tag_says_who_set_it_and_how_sure(tei: Tei, letter: Path) -> None:
    tei("encode", letter, "-o", "letter.xml")
    root = etree.parse(letter.with_suffix(".xml")).getroot()
    declared = {f"#{key}" for key in root.xpath("//t:application/@xml:id", namespaces=TEI)}
    for tag in root.xpath("//t:text//*[self::t:persName or self::t:date or self::t:said]", namespaces=TEI):
        assert tag.get("resp") in declared
        assert tag.get("cert") in ("high", "medium", "low")


def test_the_same_input_gives_the_same_bytes(tei: Tei, letter: Path) -> None:
    tei("encode", letter, "-o", "a.xml")
    tei("encode", letter, "-o", "b.xml")
    assert (letter.parent / "a.xml").read_bytes() == (letter.parent / "b.xml").read_bytes()


def test_only_what_is_asked_for_is_tagged(tei: Tei, letter: Path) -> None:
    tei("encode", letter, "--only", "dates", "-o", "letter.xml")
    root = etree.parse(letter.with_suffix(".xml")).getroot()
    assert root.xpath("count(//t:text//t:date)", namespaces=TEI) == 1
    assert root.xpath("count(//t:text//t:persName | //t:said | //t:note[ancestor::t:text])", namespaces=TEI) == 0


def test_a_range_is_one_date_or_two_as_option_and_settings_say(tei: Tei, letter: Path) -> None:
    def dates(*options: str) -> list[str]:
        tei("encode", letter, "--only", "dates", "-o", "letter.xml", *options)
        return [str(e.text) for e in etree.parse(letter.with_suffix(".xml")).iterfind(".//t:text//t:date", TEI)]

    letter.write_text("The Assembly of 1789-1791 sat.\n", "utf-8")
    assert dates() == ["1789", "1791"]
    assert dates("--ranges", "joined") == ["1789-1791"]
    (letter.parent / "toolkit.toml").write_text('ranges = "joined"\n', "utf-8")
    assert dates() == ["1789-1791"]
    assert tei("encode", letter, "--ranges", "both").returncode == 2


def test_standard_input_goes_to_standard_output(tei: Tei) -> None:
    run = tei("encode", "-", "-q", stdin="One paragraph.\n\nAnother one.\n")
    assert run.returncode == 0
    assert etree.fromstring(run.stdout.encode()).xpath("count(//t:text//t:p)", namespaces=TEI) == 2


def test_metadata_beside_the_source_go_to_the_header(tei: Tei, letter: Path) -> None:
    letter.with_suffix(".toml").write_text('title = "A Letter"\nauthors = ["Ann Lee"]\nlicence = "CC0"\n', "utf-8")
    run = tei("encode", letter, "-o", "letter.xml")
    root = etree.parse(letter.with_suffix(".xml")).getroot()
    assert root.xpath("string(//t:titleStmt/t:author)", namespaces=TEI) == "Ann Lee"
    assert "licence" not in run.stderr
    assert "publisher" in run.stderr


def test_what_the_metadata_do_not_say_is_unknown_and_a_finding_lists_it(tei: Tei, letter: Path) -> None:
    run = tei("encode", letter, "-o", "letter.xml")
    root = etree.parse(letter.with_suffix(".xml")).getroot()
    assert root.xpath("string(//t:titleStmt/t:author)", namespaces=TEI) == "unknown"
    assert "E006" in run.stderr


def test_an_authority_file_names_the_person(tei: Tei, letter: Path) -> None:
    (letter.parent / "persons.csv").write_text("id,name,variants\nsmith-j,John Smith,Smith|Mr. Smith\n", "utf-8")
    run = tei("encode", letter, "--authority", "persons.csv", "-o", "letter.xml")
    assert run.returncode == 0, run.stderr
    root = etree.parse(letter.with_suffix(".xml")).getroot()
    assert set(root.xpath("//t:text//t:persName/@ref", namespaces=TEI)) == {"#smith-j"}


def test_several_sources_go_to_a_folder_and_one_that_fails_does_not_stop_the_others(tei: Tei, letter: Path) -> None:
    (letter.parent / "empty.txt").write_text("", "utf-8")
    run = tei("encode", "empty.txt", letter, "-o", "out")
    assert run.returncode == 2
    assert "empty.txt" in run.stderr
    assert [path.name for path in (letter.parent / "out").iterdir()] == ["letter.xml"]


def test_the_report_is_json_where_a_program_reads_it(tei: Tei, letter: Path) -> None:
    run = tei("encode", letter, "-o", "letter.xml", "--json")
    report = json.loads(run.stdout)[0]
    assert report["kept"] + report["moved"] + report["omitted"] == report["characters"]
    assert report["tagged"]["date"] == 1


def test_an_output_path_without_a_suffix_is_a_folder(tei: Tei, letter: Path) -> None:
    assert tei("encode", letter, "-o", "out/").returncode == 0
    assert (letter.parent / "out" / "letter.xml").is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no such name of a file")
def test_a_file_whose_name_is_no_text(tei: Tei, tmp_path: Path) -> None:
    name = b"n\xe9\x01.txt".decode("utf-8", "surrogateescape")
    (tmp_path / name).write_text("A short text, and no more than that.\n", "utf-8")
    run = tei("encode", name, "-o", "n.xml", "--json")
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)[0]["source"] == name
    assert etree.parse(tmp_path / "n.xml").getroot().xpath("string(//t:bibl[2]/t:title)", namespaces=TEI) == "n��.txt"
