"""Making packages: what is refused, what is allowed, what is the same twice, what a stopped run leaves."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

import bagit
import pytest
from lxml import etree

from tests.packagers.conftest import Make
from tests.packagers.tools import PlainTools
from toolkit.errors import ConfigError, EngineError, InputError
from toolkit.packagers.check import check
from toolkit.packagers.premis import PREMIS


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def texts(path: Path, name: str) -> list[str]:
    return [element.text or "" for element in etree.parse(path).iter(f"{{{PREMIS}}}{name}")]


def codes(packed: object) -> list[str]:
    return [finding.code for finding in packed.findings]  # type: ignore[attr-defined]


def test_a_bag_is_valid_by_the_library_of_congress_own_checker(bag: Path) -> None:
    assert bagit.Bag(str(bag)).is_valid()
    assert (bag / "bagit.txt").read_text().startswith("BagIt-Version: 1.0\n")


def test_two_runs_give_the_same_bytes(letters: Path, tmp_path: Path, make: Make) -> None:
    make(letters, tmp_path / "one")
    make(letters, tmp_path / "two")
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_two_zip_files_of_one_name_are_the_same_bytes(letters: Path, tmp_path: Path, make: Make) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        make(letters, tmp_path / folder / "deposit.zip")
    assert (tmp_path / "a/deposit.zip").read_bytes() == (tmp_path / "b/deposit.zip").read_bytes()
    assert "deposit/data/METS.xml" in zipfile.ZipFile(tmp_path / "a/deposit.zip").namelist()


def test_the_epoch_dates_everything(letters: Path, tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    make(letters, tmp_path / "bag")
    assert "Bagging-Date: 2023-11-14\n" in (tmp_path / "bag/bag-info.txt").read_text()


def test_the_tei_its_source_and_its_renderings_are_enclosed_unchanged(letters: Path, bag: Path) -> None:
    data = bag / "data/representations"
    assert (data / "tei/data/letter-1.xml").read_bytes() == (letters / "letter-1.xml").read_bytes()
    assert (data / "source/data/letter-1.txt").read_bytes() == (letters / "letter-1.txt").read_bytes()
    assert (data / "html/data/letter-1.html").is_file()


def test_premis_tells_the_encoding_run_with_versions_and_counts(bag: Path) -> None:
    details = texts(bag / "data/metadata/preservation/premis.xml", "eventDetail")
    assert "encoding: persons 0.3: 1 persName (medium); dates 0.2: 1 date (high)" in details
    assert texts(bag / "data/metadata/preservation/premis.xml", "agentVersion") == ["0.0", "0.2", "0.3"]


def test_formats_have_their_pronom_identifiers(bag: Path) -> None:
    assert "fmt/1476" in texts(bag / "data/metadata/preservation/premis.xml", "formatRegistryKey")


def test_what_is_not_valid_is_not_packed(letters: Path, tmp_path: Path, make: Make) -> None:
    packed = make(letters, tmp_path / "bag", PlainTools(faults={"P001": ".xml"}))
    assert not packed.made
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letters"]


def test_unless_it_is_allowed_and_then_premis_says_so(letters: Path, tmp_path: Path, make: Make) -> None:
    packed = make(letters, tmp_path / "bag", PlainTools(faults={"P001": ".xml"}), allow=frozenset({"P001"}))
    premis = tmp_path / "bag/data/metadata/preservation/premis.xml"
    assert packed.made
    assert "errors that the depositor allowed: P001 (1 times)" in texts(premis, "eventOutcomeDetailNote")
    assert "fail" in texts(premis, "eventOutcome")


def test_a_text_without_rights_is_not_packed(letters: Path, tmp_path: Path, make: Make) -> None:
    tei = letters / "letter-1.xml"
    tei.write_text(tei.read_text().replace("licence target", "p rend").replace("/licence>", "/p>"))
    tei.write_text(tei.read_text().replace("<availability>", '<availability status="unknown">'))
    packed = make(letters, tmp_path / "bag")
    assert codes(packed) == ["P001"]
    assert not packed.made


def test_rights_that_the_depositor_adds_are_rights(letters: Path, tmp_path: Path, make: Make) -> None:
    tei = letters / "letter-1.xml"
    start, end = tei.read_text().split("<availability>")[0], tei.read_text().split("</availability>")[1]
    tei.write_text(start + end)
    (tmp_path / "deposit.toml").write_text('licence = "https://creativecommons.org/publicdomain/zero/1.0/"\n')
    assert make(letters, tmp_path / "bag", added=tmp_path / "deposit.toml").made


def test_another_source_than_the_encoded_one_is_refused(letters: Path, tmp_path: Path, make: Make) -> None:
    (letters / "letter-1.txt").write_text("Another text.")
    assert codes(make(letters, tmp_path / "bag")) == ["P009"]


def test_a_source_elsewhere_is_found_where_the_user_says(letters: Path, tmp_path: Path, make: Make) -> None:
    (tmp_path / "texts").mkdir()
    (letters / "letter-1.txt").rename(tmp_path / "texts/letter-1.txt")
    assert codes(make(letters, tmp_path / "one")) == ["P008"]
    assert codes(make(letters, tmp_path / "two", sources=(tmp_path / "texts",))) == []


def test_a_source_that_the_user_names_goes_before_one_beside_the_tei(letters: Path, tmp_path: Path, make: Make) -> None:
    tei = letters / "letter-1.xml"
    tei.write_text(re.sub('<idno type="sha256">[^<]*</idno>', "", tei.read_text()))
    given = tmp_path / "letter-1.txt"
    given.write_text("The text that is meant.")
    make(letters, tmp_path / "bag", sources=(given,))
    packed = tmp_path / "bag/data/representations/source/data/letter-1.txt"
    assert packed.read_text() == "The text that is meant."


def test_a_source_below_the_folder_that_is_named_is_found_by_its_digest(
    letters: Path, tmp_path: Path, make: Make
) -> None:
    for box in ("box-1", "box-2"):
        (tmp_path / "texts" / box).mkdir(parents=True)
    (letters / "letter-1.txt").rename(tmp_path / "texts/box-2/letter-1.txt")
    (tmp_path / "texts/box-1/letter-1.txt").write_text("Another letter of the same name.")
    assert codes(make(letters, tmp_path / "bag", sources=(tmp_path / "texts",))) == []


def test_folders_are_kept_and_two_files_for_one_place_refused(letters: Path, tmp_path: Path, make: Make) -> None:
    other = letters / "later"
    other.mkdir()
    for path in list(letters.glob("letter-1.*")):
        (other / path.name).write_bytes(path.read_bytes())
    assert make(letters, tmp_path / "bag").made
    assert (tmp_path / "bag/data/representations/tei/data/later/letter-1.xml").is_file()
    packed = make((letters / "letter-1.xml", other / "letter-1.xml"), tmp_path / "other")
    assert codes(packed) == ["P005"]


def test_figures_go_where_the_pointer_leads(letters: Path, tmp_path: Path, make: Make) -> None:
    tei = letters / "letter-1.xml"
    figures = '<figure><graphic url="scans/1.png"/><graphic url="../../secret.png"/></figure></p>'
    tei.write_text(tei.read_text().replace("</p></body>", f"{figures}</body>"))
    (letters / "scans").mkdir()
    (letters / "scans/1.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path.parent / "secret.png").write_bytes(b"")
    packed = make(letters, tmp_path / "bag")
    assert codes(packed) == ["P010"]
    assert (tmp_path / "bag/data/representations/tei/data/scans/1.png").is_file()


def test_an_empty_folder_is_nothing_to_do(tmp_path: Path, make: Make) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError) as caught:
        make(tmp_path / "empty", tmp_path / "bag")
    assert caught.value.finding.code == "C001"


def test_a_file_that_is_no_tei_is_refused(tmp_path: Path, make: Make) -> None:
    (tmp_path / "page.xml").write_text("<html/>")
    with pytest.raises(InputError) as caught:
        make(tmp_path / "page.xml", tmp_path / "bag")
    assert caught.value.finding.code == "P002"


def test_a_folder_of_something_else_is_never_replaced(letters: Path, tmp_path: Path, make: Make) -> None:
    with pytest.raises(InputError) as caught:
        make(letters, letters)
    assert caught.value.finding.code == "P011"


def test_a_file_is_never_replaced_by_a_folder(letters: Path, make: Make) -> None:
    with pytest.raises(InputError) as caught:
        make(letters, letters / "letter-1.xml")
    assert caught.value.finding.code == "P011"
    assert (letters / "letter-1.xml").is_file()


def test_an_object_with_versions_is_never_replaced_by_a_bag(letters: Path, tmp_path: Path, make: Make) -> None:
    make(letters, tmp_path / "object", layout="ocfl")
    with pytest.raises(InputError) as caught:
        make(letters, tmp_path / "object")
    assert caught.value.finding.code == "P011"


def test_allowing_a_code_that_does_not_exist_is_an_error(letters: Path, tmp_path: Path, make: Make) -> None:
    with pytest.raises(ConfigError):
        make(letters, tmp_path / "bag", allow=frozenset({"P0001"}))


def test_an_unknown_layout_is_refused(letters: Path, tmp_path: Path, make: Make) -> None:
    with pytest.raises(ConfigError):
        make(letters, tmp_path / "bag", layout="dspace")


def test_a_package_replaces_an_older_one(letters: Path, tmp_path: Path, make: Make) -> None:
    make(letters, tmp_path / "bag")
    (tmp_path / "bag/data/stray.txt").write_text("left over")
    make(letters, tmp_path / "bag")
    assert bagit.Bag(str(tmp_path / "bag")).is_valid()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bag", "letters"]


class Interrupted(PlainTools):
    """Stops at the second file; remembers what was rendered."""

    seen: list[str] = []  # noqa: RUF012

    def render(self, tei: bytes, path: str) -> Iterable[tuple[str, bytes, tuple[()]]]:
        """Stop at one path, once."""
        name = Path(path).name
        self.seen.append(name)
        if name == "letter-2.xml" and self.seen.count(name) == 1:
            raise KeyboardInterrupt
        yield "html", b"A letter.\n", ()


def test_a_stopped_run_leaves_nothing_at_the_place_and_is_taken_up(letters: Path, tmp_path: Path, make: Make) -> None:
    Interrupted.seen.clear()
    (letters / "letter-2.xml").write_bytes((letters / "letter-1.xml").read_bytes())
    with pytest.raises(KeyboardInterrupt):
        make(letters, tmp_path / "bag", Interrupted())
    assert not (tmp_path / "bag").exists()
    assert make(letters, tmp_path / "bag", Interrupted()).made
    assert Interrupted.seen.count("letter-1.xml") == 1
    assert Interrupted.seen.count("letter-2.xml") == 2
    assert bagit.Bag(str(tmp_path / "bag")).is_valid()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bag", "letters"]


def test_work_that_was_damaged_since_is_done_again(letters: Path, tmp_path: Path, make: Make) -> None:
    Interrupted.seen.clear()
    (letters / "letter-2.xml").write_bytes((letters / "letter-1.xml").read_bytes())
    with pytest.raises(KeyboardInterrupt):
        make(letters, tmp_path / "bag", Interrupted())
    page = tmp_path / ".bag.tei-package/payload/representations/html/data/letter-1.html"
    page.write_text("A lettre.\n")
    make(letters, tmp_path / "bag", Interrupted())
    assert (tmp_path / "bag/data/representations/html/data/letter-1.html").read_text() == "A letter.\n"


def test_a_full_disk_is_said_in_one_line(
    letters: Path, tmp_path: Path, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(EngineError) as caught:
        make(letters, tmp_path / "bag")
    assert caught.value.finding.code == "C006"


def test_a_second_process_is_told_to_wait(letters: Path, tmp_path: Path, make: Make) -> None:
    fcntl = pytest.importorskip("fcntl", reason="the lock is the system's, and Windows has another")
    work = tmp_path / ".bag.tei-package"
    work.mkdir()
    with (work / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(InputError) as caught:
            make(letters, tmp_path / "bag")
    assert caught.value.finding.code == "P012"


@pytest.mark.parametrize(
    ("layout", "asked"),
    [
        ("zenodo", {"description"}),
        ("textgrid", {"work/dateOfCreation"}),
        ("arche", {"hasDescription", "hasContact, hasDepositor", "hasRelatedDiscipline"}),
        ("clarin", {"description"}),
    ],
)
def test_what_an_archive_asks_for_is_missed_before_any_work(
    letters: Path, tmp_path: Path, make: Make, layout: str, asked: set[str]
) -> None:
    packed = make(letters, tmp_path / "bag", layout=layout)
    missed = [finding for finding in packed.findings if finding.code == "P006"]
    assert {finding.values["asks"] for finding in missed} == asked
    assert all(finding.values["where"].startswith("teiHeader/") for finding in missed)
    assert not packed.made


ADDED = """
description = "A letter."
contact = "archive@example.org"
discipline = "602 Linguistics and Literature"
written = "1936-06-05"
"""


@pytest.mark.parametrize("layout", ["zenodo", "textgrid", "arche", "clarin"])
def test_an_archives_own_record_is_written(letters: Path, tmp_path: Path, make: Make, layout: str) -> None:
    (tmp_path / "deposit.toml").write_text(ADDED)
    assert make(letters, tmp_path / "bag", layout=layout, added=tmp_path / "deposit.toml").made
    folder = tmp_path / "bag/data/metadata/descriptive"
    record = folder / {"clarin": "cmdi.xml", "arche": "arche.ttl", "zenodo": "zenodo.json"}.get(
        layout, "textgrid/work.meta"
    )
    if record.suffix in (".xml", ".meta"):
        assert "A letter from Reval" in "".join(str(text) for text in etree.parse(record).getroot().itertext())
    elif record.suffix == ".json":
        assert json.loads(record.read_text())["license"] == "CC-BY-4.0"
    else:
        assert 'acdh:hasTitle "A letter from Reval"@en' in record.read_text()
    mets = (tmp_path / "bag/data/METS.xml").read_text()
    assert f"metadata/descriptive/{record.relative_to(folder).as_posix()}" in mets
    assert check(tmp_path / "bag", lambda *proof: ()).findings == ()


def test_a_package_inside_the_folder_that_is_packed_is_not_packed_again(letters: Path, make: Make) -> None:
    make(letters, letters / "deposit")
    make(letters, letters / "deposit")
    assert [path.name for path in (letters / "deposit/data/representations/tei/data").iterdir()] == ["letter-1.xml"]


def test_a_file_without_rights_is_told_though_another_has_them(letters: Path, tmp_path: Path, make: Make) -> None:
    text = (letters / "letter-1.xml").read_text()
    start, end = text.split("<availability>")[0], text.split("</availability>")[1]
    (letters / "letter-2.xml").write_text(start + end)
    packed = make(letters, tmp_path / "bag")
    assert ("P001", "letter-2.xml") in [(f.code, Path(f.path).name) for f in packed.findings]


def test_a_schema_that_a_file_names_goes_with_it(letters: Path, tmp_path: Path, make: Make) -> None:
    tei = letters / "letter-1.xml"
    tei.write_text(tei.read_text().replace("<TEI", '<?xml-model href="house.rng"?>\n<TEI', 1))
    (letters / "house.rng").write_text('<grammar xmlns="http://relaxng.org/ns/structure/1.0"/>')
    make(letters, tmp_path / "bag")
    assert (tmp_path / "bag/data/schemas/house.rng").is_file()


def test_a_zip_file_of_something_else_is_never_replaced(letters: Path, tmp_path: Path, make: Make) -> None:
    scans = tmp_path / "scans.zip"
    with zipfile.ZipFile(scans, "w") as archive:
        archive.writestr("scans/1.png", b"a picture")
    before = scans.read_bytes()
    with pytest.raises(InputError) as caught:
        make(letters, scans)
    assert caught.value.finding.code == "P011"
    assert scans.read_bytes() == before


def test_a_zipped_package_is_replaced_by_the_next(letters: Path, tmp_path: Path, make: Make) -> None:
    for layout in ("bag", "ocfl"):
        for _ in range(2):
            assert make(letters, tmp_path / f"{layout}.zip", layout=layout).made


def test_a_place_of_sources_that_does_not_exist_is_an_error(letters: Path, tmp_path: Path, make: Make) -> None:
    with pytest.raises(InputError) as caught:
        make(letters, tmp_path / "bag", sources=(tmp_path / "txet",))
    assert (caught.value.finding.code, caught.value.finding.path) == ("C002", str(tmp_path / "txet"))


def test_a_package_that_lies_among_the_files_is_not_packed_again(letters: Path, make: Make) -> None:
    first = make(letters, letters / "first")
    assert make(letters, letters / "second").files == first.files
