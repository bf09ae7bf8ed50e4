"""Where output goes: never over an input, through links, into pipes; what stood there keeps its permissions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Tei
from toolkit.errors import EngineError
from toolkit.files import write_file


@pytest.mark.parametrize("spelling", ["../{folder}/letter.txt", "./letter.txt", "link.txt", "hard.txt"])
def test_a_source_is_not_written_over_under_another_name(tei: Tei, letter: Path, spelling: str) -> None:
    before = letter.read_bytes()
    (letter.parent / "link.txt").symlink_to("letter.txt")
    (letter.parent / "hard.txt").hardlink_to(letter)
    run = tei("encode", "letter.txt", "-o", spelling.format(folder=letter.parent.name))
    assert run.returncode == 2
    assert "C013" in run.stderr
    assert letter.read_bytes() == before


def test_another_input_of_the_same_run_is_not_written_over(tei: Tei, tmp_path: Path) -> None:
    first, second = tmp_path / "a.xml", tmp_path / "in" / "a.xml"
    second.parent.mkdir()
    for path in (first, second):
        path.write_text(f"<!-- {path} -->")
    run = tei("encode", "in/a.xml", "a.xml", "-o", ".", "--only", "dates")
    assert run.returncode == 2
    assert first.read_text() == f"<!-- {first} -->"


def test_the_files_that_an_editor_corrected_are_not_written_over(tei: Tei, letter: Path) -> None:
    table = letter.parent / "persons.csv"
    table.write_text("id,name\nsmith,John Smith\n")
    for words in (
        ("encode", "letter.txt", "--authority", "persons.csv", "-o", "./persons.csv"),
        ("authority", "persons.csv", "-o", "persons.csv"),
        ("evaluate", "letter.txt", "--gold", "persons.csv", "--html", "persons.csv"),
    ):
        run = tei(*words)
        assert run.returncode == 2
        assert run.stderr.startswith("persons.csv: C013 ")
    assert table.read_text() == "id,name\nsmith,John Smith\n"


def test_the_text_that_a_document_was_made_from_is_not_written_over_by_its_rendering(tei: Tei, letter: Path) -> None:
    before = letter.read_bytes()
    assert tei("encode", "letter.txt").returncode == 0
    run = tei("render", "letter.xml", "--to", "text")
    assert run.returncode == 2
    assert run.stderr.startswith("letter.txt: C019 the text that the TEI was made from stands there already")
    assert letter.read_bytes() == before
    assert tei("render", "letter.xml", "--to", "text", "-o", ".").returncode == 2
    assert letter.read_bytes() == before


def test_a_rendering_takes_the_place_of_a_file_that_the_user_names(tei: Tei, letter: Path) -> None:
    assert tei("encode", "letter.txt").returncode == 0
    assert tei("render", "letter.xml", "--to", "text", "-o", "letter.txt").returncode == 0
    assert tei("render", "letter.xml", "--to", "text", "-o", "letter.txt").returncode == 0


def test_a_rendering_that_equals_its_source_is_made_again(tei: Tei, tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text("He came.\n")
    assert tei("encode", "short.txt").returncode == 0
    assert [tei("render", "short.xml", "--to", "text", "-o", "read.txt").returncode for _ in range(2)] == [0, 0]


def test_another_text_is_not_written_over_by_tei(tei: Tei, letter: Path) -> None:
    other = letter.with_name("other.txt")
    other.write_text("Another letter.\n")
    run = tei("encode", "letter.txt", "-o", "other.txt")
    assert run.returncode == 2
    assert run.stderr.startswith("other.txt: C019 a file that is no TEI stands there already")
    assert other.read_text() == "Another letter.\n"


@pytest.mark.parametrize("there", ["", "<TEI/>", '\ufeff<?xml version="1.0" encoding="UTF-16"?><TEI/>'])
def test_tei_and_empty_files_are_written_over(tei: Tei, letter: Path, there: str) -> None:
    letter.with_name("other.txt").write_text(there, "utf-16-le")
    assert tei("encode", "letter.txt", "-o", "other.txt").returncode == 0


@pytest.mark.parametrize("path", [".", "/"])
def test_a_folder_without_a_name_is_a_folder_and_no_failure_of_the_toolkit(tei: Tei, path: str) -> None:
    run = tei("encode", path, "-o", "out")
    assert run.returncode == 2
    assert run.stderr.startswith(f"{path}: C003 ")


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    place = tmp_path / "out.xml"
    place.write_bytes(b"old")
    place.chmod(0o640)
    write_file(place, b"new")
    assert place.read_bytes() == b"new"
    assert place.stat().st_mode & 0o777 == 0o640


def test_a_read_only_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "out.xml"
    place.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # what the system answers to all but the superuser
    with pytest.raises(EngineError) as said:
        write_file(place, b"new")
    assert said.value.finding.values["reason"] == "the file that stands there is read-only"
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link.xml"
    link.symlink_to("real/out.xml")
    write_file(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real" / "out.xml").read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_written_into_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE) as reader:
        write_file(pipe, b"new")
        assert reader.communicate(timeout=20)[0] == b"new"
    assert pipe.is_fifo()


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    ("words", "said"),
    [("encode letter.txt -o - >&-", "C005 cannot write here: standard output is closed"),
     ("encode - <&-", "C004 cannot read this file: standard input is closed")],
)  # fmt: skip
def test_a_closed_stream_is_said(letter: Path, words: str, said: str) -> None:
    command = f'"$0" -c "from toolkit.cli import main; main()" {words}'
    run = subprocess.run(["sh", "-c", command, sys.executable], cwd=letter.parent, stderr=subprocess.PIPE, text=True)
    assert run.returncode in (2, 3)
    assert said in run.stderr


def test_the_json_report_has_a_row_for_a_source_that_failed(tei: Tei, letter: Path) -> None:
    run = tei("encode", "letter.txt", "no-such.txt", "-o", "out", "--json")
    assert run.returncode == 2
    good, failed = json.loads(run.stdout)
    assert (good["source"], good["tei"]) == ("letter.txt", "out/letter.xml")
    assert (failed["source"], failed["tei"], failed["findings"][0]["code"]) == ("no-such.txt", None, "C002")
