"""Checking packages: any change is found and named, contradictions are told, hostile packages refused."""

from __future__ import annotations

import json
import stat
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.packagers.conftest import Make
from toolkit.errors import InputError
from toolkit.model.finding import Finding
from toolkit.packagers.bag import manifest
from toolkit.packagers.check import check
from toolkit.packagers.fixity import digest_file


def no_difference(tei: bytes, tei_path: str, source: bytes, source_path: str) -> Iterable[Finding]:
    return ()


def told(package: Path) -> list[tuple[str, str]]:
    """Codes, and the names of the files that they are said of."""
    return [(f.code, f.path.removeprefix(f"{package}/")) for f in check(package, no_difference).findings]


def rebag(bag: Path) -> None:
    """Make the manifests fit the files as they are, as somebody who changes a package might."""
    for kind in ("manifest", "tagmanifest"):
        payload = sorted(path for path in (bag / "data").rglob("*") if path.is_file())
        tags = sorted(path for path in bag.iterdir() if path.is_file() and not path.name.startswith("tagmanifest"))
        files = payload if kind == "manifest" else tags
        rows = [(path.relative_to(bag).as_posix(), digest_file(path)) for path in files]
        for algorithm in ("sha256", "sha512"):
            (bag / f"{kind}-{algorithm}.txt").write_bytes(manifest(rows, algorithm))


def test_a_whole_package_has_no_finding(bag: Path) -> None:
    checked = check(bag, no_difference)
    assert checked.findings == ()
    assert checked.proved == 1


def test_one_flipped_bit_in_any_file_is_found_and_named(bag: Path) -> None:
    for path in sorted(bag.rglob("*")):
        if not path.is_file():
            continue
        whole = path.read_bytes()
        for place in {0, len(whole) // 3, len(whole) - 1}:
            for bit in (0, 5):
                path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
                named = {name for code, name in told(bag)}
                assert path.relative_to(bag).as_posix() in named, f"bit {bit} of byte {place} of {path}"
        path.write_bytes(whole)
    assert told(bag) == []


def test_one_flipped_bit_anywhere_in_a_zip_file_is_found(letters: Path, tmp_path: Path, make: Make) -> None:
    make(letters, tmp_path / "deposit.zip")
    whole = (tmp_path / "deposit.zip").read_bytes()
    damaged = tmp_path / "damaged.zip"
    for place in [*range(0, len(whole), len(whole) // 150), *range(len(whole) - 60, len(whole))]:
        damaged.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :])
        try:
            assert told(damaged), f"byte {place}"
        except InputError as error:
            assert error.finding.code in ("P110", "P105")


def test_a_file_that_is_gone_and_a_file_that_came_are_named(bag: Path) -> None:
    (bag / "data/documentation/LICENCE.txt").unlink()
    (bag / "data/Thumbs.db").write_bytes(b"x")
    assert ("P102", "data/documentation/LICENCE.txt") in told(bag)
    assert ("P103", "data/Thumbs.db") in told(bag)


def test_a_file_exchanged_with_its_manifests_contradicts_mets_premis_and_the_crate(bag: Path) -> None:
    (bag / "data/representations/html/data/letter-1.html").write_text("<p>Another letter.</p>")
    rebag(bag)
    name = "data/representations/html/data/letter-1.html"
    findings = [f for f in check(bag, no_difference).findings if f.code == "P108" and f.path.endswith(name)]
    assert sorted(f.values["document"] for f in findings) == [
        "METS.xml",
        "metadata/preservation/premis.xml",
        "ro-crate-metadata.json",
    ]


@pytest.mark.parametrize(
    ("document", "old", "new", "field"),
    [
        ("metadata/descriptive/datacite.xml", "licenses/by/4.0", "licenses/by/3.0", "licences"),
        ("metadata/descriptive/datacite.xml", "Anna Example", "Anne Example", "creators"),
        ("metadata/descriptive/dc.xml", "A letter from Reval", "A letter from Riga", "title"),
        ("metadata/preservation/premis.xml", "licenses/by/4.0", "licenses/by/3.0", "licences"),
        ("ro-crate-metadata.json", '"name": "A letter from Reval"', '"name": "Letters"', "title"),
        ("METS.xml", "A letter from Reval", "A letter from Riga", "title"),
        ("metadata/descriptive/datacite.xml", 'Type="UUID">', 'Type="UUID">0', "identifier"),
    ],
)
def test_documents_that_contradict_the_header_are_named(
    bag: Path, document: str, old: str, new: str, field: str
) -> None:
    path = bag / "data" / document
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    rebag(bag)
    found = [f for f in check(bag, no_difference).findings if f.code == "P109"]
    assert [(f.path.removeprefix(f"{bag}/data/"), f.values["field"]) for f in found] == [(document, field)]


def test_a_difference_from_the_enclosed_source_is_told(bag: Path) -> None:
    def differ(tei: bytes, tei_path: str, source: bytes, source_path: str) -> Iterable[Finding]:
        assert source == b"On 5 June 1936 Mr. Lang wrote & sailed."
        return [Finding(source_path, 1, 4, "E001", {"expected": "a", "found": "b"})]

    assert [f.code for f in check(bag, differ).findings] == ["E001"]


def test_a_link_in_a_folder_is_refused(bag: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    (bag / "data/link.txt").symlink_to(tmp_path / "secret")
    assert ("P106", "data/link.txt") in told(bag)


def hostile(path: Path, *entries: tuple[str, bytes, int]) -> Path:
    """A zip file with these names, contents and modes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("bag/bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        for name, data, mode in entries:
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)
    return path


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("../../etc/passwd", 0o644),
        ("bag/../../x", 0o644),
        ("/etc/passwd", 0o644),
        ("C:/x", 0o644),
        ("..\\x", 0o644),
        ("bag/link", stat.S_IFLNK | 0o777),
        ("bag/device", stat.S_IFCHR | 0o644),
    ],
)
def test_a_zip_entry_that_would_escape_is_refused_and_named(tmp_path: Path, name: str, mode: int) -> None:
    package = hostile(tmp_path / "x.zip", (name, b"x", mode))
    assert ("P106", name) in told(package)


def test_a_zip_bomb_is_refused_unread(tmp_path: Path) -> None:
    package = hostile(tmp_path / "x.zip", ("bag/data/bomb.xml", bytes(60_000_000), 0o644))
    assert ("P106", "bag/data/bomb.xml") in told(package)


def test_a_zip_of_many_entries_that_grow_together_beyond_measure_is_refused(tmp_path: Path) -> None:
    package = hostile(tmp_path / "x.zip", *((f"bag/data/{n}.xml", bytes(9_000_000), 0o644) for n in range(12)))
    with pytest.raises(InputError) as caught:
        told(package)
    assert caught.value.finding.code == "P107"


@pytest.mark.parametrize("place", [8, 10, 14, 26, -22, -12, -6])
def test_a_zip_with_an_impossible_index_is_told_not_raised(
    letters: Path, tmp_path: Path, make: Make, place: int
) -> None:
    make(letters, tmp_path / "x.zip")
    data = bytearray((tmp_path / "x.zip").read_bytes())
    start = data.index(b"PK\x01\x02") if place > 0 else len(data)
    data[start + place] ^= 0xFF
    (tmp_path / "x.zip").write_bytes(bytes(data))
    try:
        assert told(tmp_path / "x.zip")
    except InputError as error:
        assert error.finding.code in ("P105", "P107", "P110")


def test_a_name_twice_is_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning):
        package = hostile(tmp_path / "x.zip", ("bag/a", b"1", 0o644), ("bag/a", b"2", 0o644))
    assert ("P106", "bag/a") in told(package)


def test_names_with_spaces_and_accents_are_found_again(letters: Path, tmp_path: Path, make: Make) -> None:
    (letters / "letter-1.xml").rename(letters / "lettre à Reval 100% #1.xml")
    assert make(letters, tmp_path / "deposit.zip").made
    assert told(tmp_path / "deposit.zip") == []


def test_what_is_no_package_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK no zip")
    with pytest.raises(InputError):
        told(tmp_path / "a.zip")
    with pytest.raises(InputError):
        told(tmp_path)
    with pytest.raises(InputError):
        told(tmp_path / "nothing")


@pytest.mark.parametrize(
    "content", [b"", b"<mets", b"<mets/>", b"\xff\xfe", b'<!DOCTYPE m [<!ENTITY a "b">]><m>&a;</m>']
)
def test_a_mets_document_that_cannot_be_read_is_told_not_raised(bag: Path, content: bytes) -> None:
    (bag / "data/METS.xml").write_bytes(content)
    rebag(bag)
    assert told(bag)


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"@graph": []}', '{"@graph": [{"@id": "./", "@type": "Dataset"}]}']
)
def test_a_crate_that_cannot_be_read_is_told_not_raised(bag: Path, content: str) -> None:
    (bag / "data/ro-crate-metadata.json").write_text(content)
    rebag(bag)
    assert "P113" in [code for code, _ in told(bag)]


def test_a_zip_made_by_another_program_is_checked_without_its_outer_form(bag: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.zip", "w", zipfile.ZIP_DEFLATED) as target:
        for path in sorted(bag.rglob("*")):
            target.write(path, path.relative_to(bag.parent))
    assert [code for code, _ in told(tmp_path / "other.zip")] in ([], ["P110"])


@pytest.fixture
def ocfl(letters: Path, tmp_path: Path, make: Make) -> Path:
    """An object with two versions, of which the second has another title."""
    assert make(letters, tmp_path / "object", layout="ocfl").version == "v1"
    tei = letters / "letter-1.xml"
    tei.write_text(tei.read_text().replace("A letter from Reval", "A letter from Tallinn"))
    assert make(letters, tmp_path / "object", layout="ocfl").version == "v2"
    return tmp_path / "object"


def test_an_object_keeps_its_versions_and_stores_once_what_stays(ocfl: Path) -> None:
    assert told(ocfl) == []
    assert (ocfl / "v1/content/representations/source/data/letter-1.txt").is_file()
    assert not (ocfl / "v2/content/representations/source/data/letter-1.txt").exists()
    assert (ocfl / "v2/content/representations/tei/data/letter-1.xml").is_file()


def test_the_same_again_is_no_new_version(ocfl: Path, letters: Path, make: Make) -> None:
    assert make(letters, ocfl, layout="ocfl").version == "v2"
    assert not (ocfl / "v3").exists()


def test_one_flipped_bit_in_an_object_is_found_and_named(ocfl: Path) -> None:
    for path in sorted(ocfl.rglob("*")):
        if path.is_file():
            whole = path.read_bytes()
            for place in {0, len(whole) // 2, len(whole) - 1}:
                path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
                named = {name for code, name in told(ocfl)}
                relative = path.relative_to(ocfl).as_posix()
                assert relative in named or relative.removesuffix(".sha512") in named, f"byte {place} of {path}"
            path.write_bytes(whole)


def test_the_oldest_version_still_says_what_it_said(ocfl: Path) -> None:
    inventory = json.loads((ocfl / "inventory.json").read_text())
    state = {path: digest for digest, paths in inventory["versions"]["v1"]["state"].items() for path in paths}
    stored = inventory["manifest"][state["representations/tei/data/letter-1.xml"]][0]
    assert "A letter from Reval" in (ocfl / stored).read_text()


def test_a_file_that_came_or_went_is_told_once_and_not_blamed_on_the_count(bag: Path) -> None:
    (bag / "data" / "extra").touch()
    assert told(bag) == [("P103", "data/extra")]
    (bag / "data" / "extra").unlink()
    next((bag / "data" / "representations").rglob("*.txt")).unlink()
    assert [code for code, _ in told(bag)] == ["P102"]


def test_a_file_of_another_kind_is_no_damaged_package(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("He came.")
    with pytest.raises(InputError) as caught:
        check(tmp_path / "letter.txt", no_difference)
    assert caught.value.finding.code == "P105"
