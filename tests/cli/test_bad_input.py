"""Bad input: one line with place, code and remedy, an exit status that is not zero, and nothing half written."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Tei

BAD = {
    "empty": b"",
    "blank": b" \n\n\t\n",
    "nul": b"one\x00two",
    "control": b"one\x07two",
    "not-a-character": "one\ufffftwo".encode(),
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "zip": b"PK\x03\x04\x14\x00\x00\x00\x08\x00rest",
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_source_is_refused_in_one_line_with_a_remedy(tei: Tei, tmp_path: Path, name: str) -> None:
    (tmp_path / "bad.txt").write_bytes(BAD[name])
    run = tei("encode", "bad.txt", "-o", "out.xml")
    assert run.returncode in (2, 3)
    first, remedy = run.stderr.splitlines()
    assert re.match(r"bad\.txt(:\d+:\d+)?: R\d{3} .+", first)
    assert remedy.startswith("    ")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.txt"]


def test_the_remedy_for_a_folder_names_its_texts_and_not_their_metadata(tei: Tei, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    for name in ("one.md", "one.toml", "two.toml"):
        (tmp_path / "letters" / name).write_text("x")
    assert f"for example letters{os.sep}*.md" in tei("encode", "letters").stderr


def test_a_missing_file_a_folder_and_an_empty_folder_are_errors(tei: Tei, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert "C002" in tei("encode", "no-such.txt").stderr
    assert "C003" in tei("encode", "folder", "-o", "x.xml").stderr
    for path in ("folder", "no-such", "*.xml"):
        run = tei("validate", path)
        assert run.returncode == 2
        assert "no error" not in run.stdout + run.stderr


def test_a_source_is_never_written_over(tei: Tei, letter: Path) -> None:
    before = letter.read_bytes()
    run = tei("encode", letter, "-o", letter)
    assert run.returncode == 2
    assert "C013" in run.stderr
    assert letter.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device /dev/full")
def test_a_full_disk_is_said_and_the_old_file_stands(tei: Tei, letter: Path) -> None:
    limited = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
    limited += "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)); from toolkit.cli import main; main()"
    target = letter.parent / "letter.xml"
    target.write_text("old", "utf-8")
    words = [sys.executable, "-c", limited, "encode", str(letter), "-o", str(target)]
    run = subprocess.run(words, capture_output=True, text=True, timeout=60)
    assert run.returncode == 3
    assert "C006" in run.stderr
    assert target.read_text("utf-8") == "old"
    assert sorted(path.name for path in letter.parent.iterdir()) == ["letter.txt", "letter.xml"]


def test_a_place_that_cannot_be_written_is_said(tei: Tei, letter: Path) -> None:
    (letter.parent / "file").write_text("in the way", "utf-8")
    run = tei("encode", letter, "-o", "file/letter.xml")
    assert run.returncode == 3
    assert "C005" in run.stderr


def test_an_output_folder_that_is_missing_is_made(tei: Tei, letter: Path) -> None:
    assert tei("encode", letter, "-o", "new/folder/letter.xml").returncode == 0


def test_an_interrupt_leaves_nothing_half_written(letter: Path) -> None:
    letter.write_text(letter.read_text("utf-8") * 30_000, "utf-8")
    words = [sys.executable, "-c", "from toolkit.cli import main; main()", "encode", str(letter), "-o", "out.xml"]
    process = subprocess.Popen(words, cwd=letter.parent, stderr=subprocess.PIPE, text=True)
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 3
    assert "C007" in said
    assert "Traceback" not in said
    assert sorted(path.name for path in letter.parent.iterdir()) == ["letter.txt"]


def test_a_changed_character_is_found_and_its_place_named(tei: Tei, letter: Path) -> None:
    tei("encode", letter, "-o", "letter.xml")
    target = letter.parent / "letter.xml"
    target.write_text(target.read_text("utf-8").replace("came.</p>", "comes.</p>"), "utf-8")
    run = tei("verify", "letter.xml", "--source", "letter.txt")
    assert run.returncode == 1
    assert re.match(r"letter\.txt:5:\d+: E001 ", run.stderr)


def test_broken_xml_and_files_that_are_not_tei_are_told_apart(tei: Tei, letter: Path) -> None:
    (letter.parent / "broken.xml").write_text("<TEI><p></TEI>", "utf-8")
    (letter.parent / "page.xml").write_text("<html/>", "utf-8")
    assert "E002" in tei("verify", "broken.xml", "--source", letter).stderr
    assert "E003" in tei("verify", "page.xml", "--source", letter).stderr


def test_an_unknown_tagger_or_metadata_key_is_answered_with_what_there_is(tei: Tei, letter: Path) -> None:
    assert "persons" in tei("encode", letter, "--only", "person").stderr
    letter.with_suffix(".toml").write_text('autor = "Ann"\n', "utf-8")
    assert "did you mean 'author" in tei("encode", letter).stderr


def test_a_line_of_a_hundred_megabytes_is_refused_at_once(tei: Tei, tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_text("word after word " * 6_500_000, "utf-8")
    run = tei("encode", "big.txt", "-o", "out.xml")
    assert run.returncode == 2
    assert run.stderr.startswith("big.txt:1:1: R013 a line of 104 million characters")
    assert not (tmp_path / "out.xml").exists()


@pytest.mark.parametrize("only", [",", "dates,person", "person"])
def test_a_list_of_taggers_that_names_none_or_an_unknown_one_is_refused(tei: Tei, letter: Path, only: str) -> None:
    run = tei("encode", letter, "-o", "out.xml", "--only", only)
    assert run.returncode == 2
    assert "C009 --only: " in run.stderr
