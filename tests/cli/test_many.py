"""Many inputs at once: one that fails is not lost among the others, one that lists nobody stops nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tei
from toolkit.cli import app, status_of
from toolkit.cli.each import each, tell_failures
from toolkit.errors import EngineError
from toolkit.model.finding import Finding

PERSON = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson><person xml:id="smith">'
    "<persName>John Smith</persName></person></listPerson></standOff></TEI>"
)
NOBODY = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>It rained.</p></body></text></TEI>'


def test_the_last_line_names_the_texts_that_were_not_encoded(tei: Tei, letter: Path) -> None:
    letter.with_name("empty.txt").touch()
    run = tei("encode", "empty.txt", "letter.txt", "-o", "tei/")
    assert run.stderr.splitlines()[-1] == "1 of 2 files failed: empty.txt"
    assert run.returncode == 2


def test_the_last_line_names_the_documents_that_were_not_rendered(tei: Tei, tmp_path: Path) -> None:
    for name, text in {"a.xml": NOBODY, "b.xml": "<TEI", "c.xml": "<TEI"}.items():
        (tmp_path / name).write_text(text)
    run = tei("render", "a.xml", "b.xml", "c.xml", "-o", "html/")
    assert run.stderr.splitlines()[-1] == "2 of 3 files failed: b.xml, c.xml"


def test_of_many_failures_the_last_line_names_the_first_ten(tei: Tei, tmp_path: Path) -> None:
    names = [f"{number:02}.xml" for number in range(12)]
    for name in names:
        (tmp_path / name).write_text("<TEI")
    run = tei("render", *names, "-o", "html/", "-q")
    assert run.stderr.splitlines()[-1] == f"12 of 12 files failed: {', '.join(names[:10])} and 2 more"


def test_where_the_environment_fails_the_last_line_counts_what_was_not_tried(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def work(source: Path, place: Path) -> list[Finding]:
        raise EngineError(Finding(str(place), 0, 0, "C006"))

    plan = [(tmp_path / name, tmp_path / f"{name}.xml") for name in "abc"]
    tell_failures(each(plan, "encoding", work, strict=False, quiet=False), len(plan))
    assert capsys.readouterr().err.splitlines()[-1] == f"1 of 3 files failed: {tmp_path / 'a'}; 2 not tried"


def test_the_failure_of_the_only_file_is_said_once(tei: Tei, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    run = tei("encode", "empty.txt", "-o", "empty.xml")
    assert "failed" not in run.stderr


def test_a_file_that_lists_no_person_does_not_keep_back_the_persons_of_others(tei: Tei, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(NOBODY)
    (tmp_path / "b.xml").write_text(PERSON)
    run = tei("authority", "a.xml", "b.xml", "-o", "draft.csv")
    assert run.returncode == 0
    assert "smith,John Smith" in (tmp_path / "draft.csv").read_text()
    assert run.stderr.splitlines() == [
        "draft.csv: 1 persons of 1 entries in 2 files; no person in 1 of them: a.xml",
    ]


def test_no_draft_is_written_where_no_file_lists_a_person(tei: Tei, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(NOBODY)
    run = tei("authority", "a.xml", "-o", "draft.csv")
    assert run.returncode == 2
    assert run.stderr.startswith("a.xml: T306 ")
    assert not (tmp_path / "draft.csv").exists()


def test_what_the_metadata_of_many_texts_do_not_say_is_told_once(tei: Tei, tmp_path: Path) -> None:
    names = [f"{number}.txt" for number in range(7)]
    for name in names:
        (tmp_path / name).write_text("We called on Mrs. Grey, and found her well.\n")
    run = tei("encode", *names, "-o", "tei/")
    said = [line for line in run.stderr.splitlines() if "E006" in line]
    assert [line.split(":")[0] for line in said] == [*names[:5], "... 2 more of E006"]
    assert run.stderr.count("Give a metadata file") == 1


def test_packing_that_was_stopped_says_what_it_leaves(
    letter: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(made: Path, package: Path) -> None:
        raise EngineError(Finding("tei", 0, 0, "C007"))

    monkeypatch.chdir(letter.parent)
    words = ["package", "letter.xml", "-o", "deposit", "--to", "none", "--allow", "P001", "-q"]
    assert status_of(lambda: app(["encode", "letter.txt", "-q"])) == 0
    with monkeypatch.context() as patched:
        patched.setattr("toolkit.packagers.finish.put_in_place", stopped)
        capsys.readouterr()
        assert status_of(lambda: app(words)) == 3
    left = ".deposit.tei-package: what was packed so far; the same command goes on from there"
    assert left in capsys.readouterr().err.splitlines()
    assert status_of(lambda: app(words)) == 0
    assert not Path(".deposit.tei-package").exists()
