"""The main job (`make`): makes what is out of date and nothing else, whatever the texts are called."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEXT = "On 5 June 1936 Mr. John Smith said, “I shall come.”\n"

Job = Callable[[], subprocess.CompletedProcess[str]]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """An edition of one text, with spaces and an umlaut in its name."""
    path = tmp_path / "tei" / "source" / "mein Brief ä.txt"
    path.parent.mkdir(parents=True)
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """Run the main job in the edition's folder."""

    def run() -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "scripts.edition"]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)

    return run


def later(path: Path) -> None:
    """Change a file's time to a moment that is surely after all that was made."""
    now = path.stat().st_mtime + 10
    os.utime(path, (now, now))


def test_a_text_is_encoded_rendered_and_counted_and_the_second_run_does_nothing(job: Job, source: Path) -> None:
    first = job()
    assert first.returncode == 0, first.stderr
    assert "mein Brief ä" in first.stdout
    home = source.parents[2]
    assert (home / "tei" / "mein Brief ä.xml").is_file()
    assert (home / "build" / "html" / "mein Brief ä.html").is_file()
    assert (home / "build" / "text" / "mein Brief ä.txt").is_file()
    assert job().stdout == "Nothing to do: tei/, build/html/ and build/text/ are up to date.\n"


def test_only_what_is_out_of_date_is_made_again(job: Job, source: Path) -> None:
    other = source.with_name("other.txt")
    other.write_text(TEXT, "utf-8")
    assert job().returncode == 0
    other.with_suffix(".toml").write_text('title = "Other"\n')
    later(other.with_suffix(".toml"))
    run = job()
    assert "tei/other.xml: all" in run.stderr
    assert "mein Brief" not in run.stderr


def test_what_was_deleted_is_made_again(job: Job, source: Path) -> None:
    assert job().returncode == 0
    home = source.parents[2]
    made = [home / "tei" / "mein Brief ä.xml", home / "build" / "text" / "mein Brief ä.txt"]
    for path in made:
        path.unlink()
        assert job().returncode == 0
        assert path.is_file()


def test_a_document_corrected_by_hand_is_validated_and_rendered_and_not_encoded_anew(job: Job, source: Path) -> None:
    assert job().returncode == 0
    document = source.parents[2] / "tei" / "mein Brief ä.xml"
    document.write_text(document.read_text("utf-8").replace("<body>", "<body><!-- seen -->"), "utf-8")
    later(document)
    run = job()
    assert "1 file checked" in run.stderr
    assert "<!-- seen -->" in document.read_text("utf-8")


def test_a_text_that_fails_does_not_stop_the_others_but_the_job_fails(job: Job, source: Path) -> None:
    source.with_name("a.txt").write_bytes(b"one\x00two")
    run = job()
    assert run.returncode == 2
    assert "R0" in run.stderr
    assert (source.parents[2] / "tei" / "mein Brief ä.xml").is_file()


def test_no_text_at_all_is_no_success(job: Job, source: Path) -> None:
    source.unlink()
    run = job()
    assert run.returncode == 2
    assert "put plain texts (*.txt) into tei/source/" in run.stderr
