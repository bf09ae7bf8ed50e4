"""The documentation: every command in it runs, every link leads somewhere, every make target exists."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LETTER = (
    "On 5 June 1936 Mr. John Smith wrote to his brother. “I shall come,” he said.[1]\n\n"
    "Smith came.\n\n[1] He did not.\n"
)


def consoles(page: Path) -> list[str]:
    """The commands of the page's console blocks: lines that begin with a dollar."""
    blocks = re.findall(r"^```console\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files that the documentation speaks of."""
    (tmp_path / "letter.txt").write_text(LETTER, "utf-8")
    (tmp_path / "letter.toml").write_text('title = "A letter"\nauthors = ["Ann Lee"]\nlicence = "CC0"\n', "utf-8")
    (tmp_path / "letters").mkdir()
    for number in (1, 2):
        (tmp_path / "letters" / f"{number}.txt").write_text(LETTER, "utf-8")
        (tmp_path / "letters" / f"{number}.toml").write_text('licence = "CC0"\n', "utf-8")
    (tmp_path / "persons.csv").write_text("id,name,variants\nsmith-j,John Smith,Smith\n", "utf-8")
    for name in ("project.odd", "my.odd"):
        (tmp_path / name).write_bytes((ROOT / "schemas" / "toolkit.odd").read_bytes())
    (tmp_path / "texts").symlink_to(tmp_path / "letters")
    run(tmp_path, "tei encode letter.txt -q -o letter.xml")
    run(tmp_path, "tei encode letter.txt -q -o gold/letter.xml")
    run(tmp_path, "tei encode letters/1.txt letters/2.txt -q -o tei")
    return tmp_path


def run(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    tei = f"{shlex.quote(sys.executable)} -c 'from toolkit.cli import main; main()'"
    line = re.sub(r"(^|[|&;] *)tei ", lambda match: f"{match[1]}{tei} ", command)
    return subprocess.run(line, shell=True, cwd=folder, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_a_page_runs(page: Path, folder: Path) -> None:
    for command in consoles(page):
        if command.split()[0] in ("tei", "cat"):
            done = run(folder, command)
            assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        else:
            assert command.split()[0] == "make", f"{command}: not a command that this test can run"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_of_a_page_exists(page: Path) -> None:
    rules = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"(?:^\$ |`)make ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE):
        assert re.search(rf"^{target}:", rules, re.MULTILINE), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert link.startswith(("http://", "https://")) or (page.parent / link).exists(), link
