"""The command as a user runs it: a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Tei = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def tei(tmp_path: Path) -> Tei:
    """Run `tei` in an empty folder; returns what it said and its exit status."""

    def run(*words: object, stdin: str = "", **options: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from toolkit.cli import main; main()", *map(str, words)]
        return subprocess.run(
            command, cwd=tmp_path, input=stdin, capture_output=True, text=True, timeout=120, **options
        )

    return run


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A short letter, with a person, a date, a quotation and a note."""
    path = tmp_path / "letter.txt"
    path.write_text(
        "A Letter\n\nOn 5 June 1936 Mr. John Smith said, “I shall come.”[1]\n\nSmith came.\n\n[1] He did not.\n",
        "utf-8",
    )
    return path
