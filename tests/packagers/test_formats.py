"""Formats by PRONOM's signatures."""

from pathlib import Path

import pytest

from toolkit.packagers import formats
from toolkit.packagers.formats import identify


def puid(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return identify([folder / name])[0].puid


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.xml", b'<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/></TEI>', "fmt/1476"),
        ("a.txt", b"A letter.\n", "x-fmt/111"),
        ("a.html", b"<!DOCTYPE html><html><head><title>A</title></head></html>", "fmt/471"),
        ("a.rng", b'<grammar xmlns="http://relaxng.org/ns/structure/1.0"/>', ""),
        ("a.unheard-of", b"\x00\x01", ""),
    ],
)
def test_a_file_is_known_by_its_content_and_name(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    assert puid(tmp_path, name, data) == expected


def test_a_large_file_is_known_by_its_two_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tei = b'<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>' + bytes(2000) + b"</TEI>"
    monkeypatch.setattr(formats, "LARGE", 1000)
    assert puid(tmp_path, "a.xml", tei) == "fmt/1476"


def test_many_files_keep_their_order(tmp_path: Path) -> None:
    names = [f"{number}.{'txt' if number % 2 else 'json'}" for number in range(formats.BATCH + 20)]
    for name in names:
        (tmp_path / name).write_text("{}")
    found = identify([tmp_path / name for name in names])
    assert [form.media_type == "text/plain" for form in found] == [name.endswith("txt") for name in names]
