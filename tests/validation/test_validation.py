"""tei validate: which files, by which schemas, with which exit status."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from toolkit.cli import app
from toolkit.errors import ToolkitError
from toolkit.model.finding import Finding
from toolkit.validation import Judge, Options, changed_since, documents, validate

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>t</title></titleStmt><publicationStmt><p>p</p></publicationStmt>"
    "<sourceDesc><p>s</p></sourceDesc></fileDesc></teiHeader>"
)
RNG = '<element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'


def tei(body: str = "<p>x</p>", before: str = "") -> str:
    return f'{before}<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<text><body>{body}</body></text></TEI>'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a good and a bad document, and what is no document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "good.xml").write_text(tei(), "utf-8")
    (tmp_path / "sub" / "bad.xml").write_text(tei("<p><foo/></p>"), "utf-8")
    (tmp_path / ".hidden" / "ignored.xml").write_text("<", "utf-8")
    (tmp_path / "readme.txt").write_text("x", "utf-8")
    return tmp_path


def run(*words: str, stdin: str | None = None) -> tuple[int, str]:
    """The exit status and standard output of `tei validate`."""
    result = CliRunner().invoke(app, ["validate", *words], input=stdin)
    if isinstance(result.exception, ToolkitError):
        return result.exception.status, result.exception.finding.code
    return result.exit_code, result.stdout


def test_folders_are_walked_and_hidden_ones_are_not(folder: Path) -> None:
    assert [str(path) for path in documents([Path()])] == ["good.xml", "sub/bad.xml"]
    assert documents([Path("good.xml"), Path("good.xml")]) == [Path("good.xml")]


def test_exit_statuses(folder: Path) -> None:
    (folder / "broken.rng").write_text("<grammar", "utf-8")
    assert run("good.xml") == (0, "")
    assert run(".")[0] == 1
    assert run("missing.xml") == (2, "C002")
    assert run("no*.xml") == (2, "C002")
    assert run("good.xml", "--schema", "nosuch") == (2, "V091")
    assert run("good.xml", "--format", "yaml") == (2, "C009")
    assert run("good.xml", "--engine", "fast") == (2, "C009")
    assert run("good.xml", "--checks", "spelling") == (2, "C009")
    assert run("good.xml", "--schema", "broken.rng") == (3, "V090")


def test_an_empty_folder_is_never_all_valid(folder: Path) -> None:
    (folder / "empty").mkdir()
    assert run("empty") == (2, "C001")


def test_standard_input_is_a_document(folder: Path) -> None:
    status, said = run("-", stdin=tei("<p><foo/></p>"))
    assert status == 1
    assert said.startswith("-:1:")


def test_an_empty_document_and_one_too_large_are_refused(folder: Path) -> None:
    (folder / "empty.xml").touch()
    (folder / "large.xml").write_bytes(b" " * 1_100_000)
    assert [one.code for one in validate([Path("empty.xml")]).findings] == ["V005"]
    assert [one.code for one in validate([Path("large.xml")], Options(max_size=1)).findings] == ["V004"]


def test_a_schema_that_the_document_names_is_used(folder: Path) -> None:
    (folder / "own.rng").write_text(RNG, "utf-8")
    (folder / "doc.xml").write_text('<?xml-model href="own.rng"?><a/>', "utf-8")
    assert validate([Path("doc.xml")]).findings == ()


def test_a_schema_that_is_named_but_not_here_is_told(folder: Path) -> None:
    models = '<?xml-model href="https://example.org/x.rng"?><?xml-model href="https://example.org/tei_all.rng"?>'
    (folder / "doc.xml").write_text(tei("<foo/>", before=models), "utf-8")
    assert [one.code for one in validate([Path("doc.xml")]).findings] == ["V092", "V011"]


def test_rules_in_the_grammar_that_a_document_names_are_used_too(folder: Path) -> None:
    rules = (
        '<s:pattern xmlns:s="http://purl.oclc.org/dsdl/schematron"><s:rule context="a">'
        "<s:assert test='@n'>n!</s:assert></s:rule></s:pattern>"
    )
    (folder / "own.rng").write_text(RNG.replace("<empty/>", f"{rules}<empty/>"), "utf-8")
    model = '<?xml-model href="own.rng" schematypens="http://purl.oclc.org/dsdl/schematron"?>'
    (folder / "doc.xml").write_text(f'<?xml-model href="own.rng"?>{model}<a/>', "utf-8")
    assert [one.code for one in validate([Path("doc.xml")]).findings] == ["V030"]


def test_a_document_of_the_toolkit_follows_its_profile_and_any_other_all_of_tei(folder: Path) -> None:
    judge = Judge(Options())
    plain = tei("<p><fw>x</fw><camera/></p>").encode()
    made = plain.replace(b"</teiHeader>", b'<encodingDesc><appInfo><application ident="tei-toolkit" version="1">')
    made = made.replace(b"<text>", b"<label>l</label></application></appInfo></encodingDesc></teiHeader><text>")
    assert [one.code for one in judge.check_bytes(plain, "-")] == []
    assert "V011" in [one.code for one in judge.check_bytes(made, "-")]


def test_several_schemas_and_a_fragment(folder: Path) -> None:
    rules = '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="*:p">'
    (folder / "a.sch").write_text(f"{rules}<report test='true()'>p!</report></rule></pattern></schema>", "utf-8")
    options = Options(("tei_all", "a.sch"), fragment=True)
    found = Judge(options).check_bytes(b'<p xmlns="http://www.tei-c.org/ns/1.0"><foo/></p>', "-")
    assert [one.code for one in found] == ["V030", "V011"]


def test_links_are_checked_unless_only_a_grammar_is_asked_for(folder: Path) -> None:
    (folder / "link.xml").write_text(tei('<p corresp="#x">y</p>'), "utf-8")
    path = [Path("link.xml")]
    assert [one.code for one in validate(path).findings] == ["V052"]
    assert validate(path, Options("tei_all")).findings == ()
    assert [one.code for one in validate(path, Options("tei_all", checks=("links",))).findings] == ["V052"]
    assert validate(path, Options(checks=())).findings == ()


def test_one_fault_that_two_checks_see_is_told_once(folder: Path) -> None:
    found = Judge(Options()).check_bytes(tei('<p><date when="1935-02-29">x</date></p>').encode(), "-")
    assert [one.code for one in found] == ["V023"]


def test_warnings_count_only_when_strict(folder: Path) -> None:
    persons = '<listPerson><person xml:id="p"><persName>P</persName></person></listPerson>'
    (folder / "warn.xml").write_text(tei(f"<p>x</p>{persons}"), "utf-8")
    assert run("warn.xml")[0] == 0
    assert run("warn.xml", "--strict")[0] == 1


def test_many_processes_find_the_same_in_the_same_order(folder: Path) -> None:
    for number in range(8):
        (folder / f"n{number}.xml").write_text(tei(f"<p n='{number}'><foo/></p>" if number % 3 else "<p/>"), "utf-8")
    assert validate([folder], Options(jobs=2)) == validate([folder], Options(jobs=1))


def test_a_broken_schema_in_a_worker_is_told(folder: Path) -> None:
    (folder / "own.rng").write_text("<grammar", "utf-8")
    for number in range(4):
        (folder / f"n{number}.xml").write_text('<?xml-model href="own.rng"?><a/>', "utf-8")
    with pytest.raises(ToolkitError) as caught:
        validate([folder], Options(jobs=2))
    assert (caught.value.status, caught.value.finding.code) == (3, "V090")


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *identity, *words], check=True, capture_output=True)


def test_only_what_changed_since_a_revision_is_validated(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "first")
    assert changed_since([folder], "HEAD") == []
    assert run(".", "--changed-since", "HEAD")[0] == 0
    (folder / "sub" / "bad.xml").write_text(tei("<p><foo/>!</p>"), "utf-8")
    (folder / "new ä.xml").write_text(tei(), "utf-8")
    assert changed_since([folder], "HEAD") == [folder / "new ä.xml", folder / "sub" / "bad.xml"]
    assert run(".", "--changed-since", "nosuch") == (3, "V006")


def test_a_baseline_lets_old_faults_in_but_asks_for_reasons(folder: Path) -> None:
    assert run(".", "--write-baseline", "accepted.toml")[0] == 0
    status, said = run(".", "--baseline", "accepted.toml")
    assert status == 0
    assert "V008 warning" in said
    text = (folder / "accepted.toml").read_text("utf-8").replace('reason = ""', 'reason = "old"')
    (folder / "accepted.toml").write_text(text, "utf-8")
    assert run(".", "--baseline", "accepted.toml") == (0, "")
    (folder / "sub" / "bad.xml").write_text(tei("\n<p><foo/><bar/></p>"), "utf-8")
    status, said = run(".", "--baseline", "accepted.toml")
    assert status == 1
    assert "<bar>" in said
    assert "<foo>" not in said
    (folder / "sub" / "bad.xml").write_text(tei(), "utf-8")
    assert "V009 warning" in run(".", "--baseline", "accepted.toml")[1]


def test_renewing_a_baseline_keeps_its_reasons(folder: Path) -> None:
    run(".", "--write-baseline", "accepted.toml")
    text = (folder / "accepted.toml").read_text("utf-8").replace('reason = ""', 'reason = "old"')
    (folder / "accepted.toml").write_text(text, "utf-8")
    run(".", "--write-baseline", "accepted.toml")
    assert 'reason = "old"' in (folder / "accepted.toml").read_text("utf-8")


@pytest.mark.parametrize("text", ["[[accepted]]\ncode = 'V011'", "x =", "accepted = 1"])
def test_what_is_no_baseline_is_refused(folder: Path, text: str) -> None:
    (folder / "b.toml").write_text(text, "utf-8")
    assert run(".", "--baseline", "b.toml") == (2, "V007")


def test_a_report_sums_up(folder: Path) -> None:
    report = validate([folder])
    assert report.summary() == "2 files checked: 1 error (errors in 1 of them)"
    assert isinstance(report.findings[0], Finding)


def test_the_json_of_a_folder_names_all_that_was_checked(folder: Path) -> None:
    said = json.loads(run(".", "--format", "json")[1])
    assert said["checked"] == ["good.xml", "sub/bad.xml"]
    assert [row["code"] for row in said["findings"]] == ["V011"]
