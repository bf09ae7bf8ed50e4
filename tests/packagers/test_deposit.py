"""From a text to a deposit by the command line, and what a stranger can do with the deposit alone."""

from __future__ import annotations

import json
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

TEXT = """A Letter from Reval

5 June 1936

Dear Mr. Lang,

I met Anna Holm on the quay yesterday. “We sail on Friday,” she said, and went aboard.

Yours,
Peter Dunn
"""
METADATA = """
title = "A letter from Reval"
authors = ["Peter Dunn"]
date = "1936-06-05"
depositor = "Example Archive"
licence = "https://creativecommons.org/licenses/by/4.0/"
"""


def tei(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from toolkit.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, cwd=cwd)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a text, its metadata, its TEI and a package of them."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "texts").mkdir()
    (folder / "texts/letter.txt").write_text(TEXT, "utf-8")
    (folder / "texts/letter.toml").write_text(METADATA, "utf-8")
    done = tei("encode", "texts/letter.txt", "-o", "tei/letter.xml", cwd=folder)
    assert done.returncode == 0, done.stderr
    done = tei("package", "tei", "--source", "texts", "-o", "deposit", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "packed" in done.stderr
    return folder


def test_the_package_is_whole_and_proved_against_its_source(project: Path) -> None:
    done = tei("package", "--check", "deposit", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "TEI files proved against their sources: 1" in done.stderr


def test_a_changed_character_is_told_in_one_line_with_its_code(project: Path, tmp_path: Path) -> None:
    shutil.copytree(project / "deposit", tmp_path / "deposit")
    page = tmp_path / "deposit/data/representations/source/data/letter.txt"
    page.write_text(page.read_text("utf-8").replace("Friday", "Monday"), "utf-8")
    done = tei("package", "--check", "deposit", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("deposit/data/representations/source/data/letter.txt: P101 ")


def test_a_zip_of_it_is_the_same_bytes_twice_and_whole(project: Path) -> None:
    for folder in ("a", "b"):
        done = tei("package", "tei", "--source", "texts", "-o", f"{folder}/deposit.zip", cwd=project)
        assert done.returncode == 0, done.stderr
    assert (project / "a/deposit.zip").read_bytes() == (project / "b/deposit.zip").read_bytes()
    assert tei("package", "--check", "a/deposit.zip", cwd=project).returncode == 0


def test_a_stranger_can_validate_and_render_it_with_what_the_howto_says(project: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(project / "deposit.zip", "w") as packed:
        for path in (project / "deposit").rglob("*"):
            packed.write(path, path.relative_to(project))
    zipfile.ZipFile(project / "deposit.zip").extractall(tmp_path)
    payload = tmp_path / "deposit/data"
    lines = (payload / "documentation/HOWTO.txt").read_text("utf-8").splitlines()
    commands = [shlex.split(line) for line in lines if line.strip().startswith("python3 ")]
    assert len(commands) >= 2
    for _, *arguments in commands:
        done = subprocess.run(
            [sys.executable, "-I", *arguments], capture_output=True, text=True, cwd=payload, timeout=120
        )
        assert done.returncode == 0, done.stderr
    page = payload / "representations/html/data/letter.html"
    assert (payload / "rendered.html").read_bytes() == page.read_bytes()


def test_dangling_pointers_are_refused_and_can_be_allowed(project: Path, tmp_path: Path) -> None:
    text = (project / "tei/letter.xml").read_text("utf-8")
    (tmp_path / "letter.xml").write_text(text.replace("</p>", ' <ref target="#nowhere">there</ref></p>', 1), "utf-8")
    refused = tei("package", "letter.xml", "-o", "deposit", cwd=tmp_path)
    assert refused.returncode == 1
    assert not (tmp_path / "deposit").exists()
    code = next(line.split(": ")[1].split()[0] for line in refused.stderr.splitlines() if "nowhere" in line)
    allowed = tei("package", "letter.xml", "-o", "deposit", "--allow", code, cwd=tmp_path)
    assert allowed.returncode == 0, allowed.stderr
    assert code in (tmp_path / "deposit/data/metadata/preservation/premis.xml").read_text("utf-8")


def test_a_character_lost_from_the_tei_is_refused(project: Path, tmp_path: Path) -> None:
    text = (project / "tei/letter.xml").read_text("utf-8")
    (tmp_path / "letter.xml").write_text(text.replace("quay", "key"), "utf-8")
    refused = tei("package", "letter.xml", "--source", project / "texts", "-o", "deposit", cwd=tmp_path)
    assert refused.returncode == 1
    assert "E001" in refused.stderr


def test_many_files_are_worked_on_in_several_processes_with_the_same_bytes(project: Path, tmp_path: Path) -> None:
    (tmp_path / "tei").mkdir()
    for number in range(5):
        (tmp_path / f"tei/letter-{number}.xml").write_bytes((project / "tei/letter.xml").read_bytes())
    for jobs in ("1", "2"):
        done = tei(
            "package", "tei", "--source", project / "texts", "-o", f"deposit-{jobs}", "--jobs", jobs, cwd=tmp_path
        )
        assert done.returncode == 0, done.stderr
    one, two = ((tmp_path / f"deposit-{jobs}/manifest-sha512.txt").read_bytes() for jobs in "12")
    assert one == two


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["tei"], 2), (["-o", "x"], 2), (["missing.xml", "-o", "x"], 2), (["--check", "missing"], 2)],
)
def test_orders_that_cannot_be_carried_out_are_usage_errors(project: Path, arguments: list[str], status: int) -> None:
    assert tei("package", *arguments, cwd=project).returncode == status


def test_crate_and_premis_name_the_programs_that_tagged(project: Path) -> None:
    graph = json.loads((project / "deposit/data/ro-crate-metadata.json").read_text("utf-8"))["@graph"]
    names = {entity["name"] for entity in graph if entity["@type"] == "SoftwareApplication"}
    assert {"dates", "persons", "quotations", "tei-toolkit"} <= names
