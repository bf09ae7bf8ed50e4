"""Zip files whose bytes depend on their content alone."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.packagers import zipping
from toolkit.packagers.fixity import digest_bytes
from toolkit.packagers.zipping import ZipMember, write_zip

WHEN = datetime(2026, 10, 1, 12, 30, 4, tzinfo=UTC)
NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0\\/"), min_size=1, max_size=20)


def zipped(files: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    write_zip(target, WHEN, ((ZipMember(name, digest_bytes(data)), io.BytesIO(data)) for name, data in files.items()))
    return target.getvalue()


@given(st.dictionaries(NAMES, st.binary(max_size=200), max_size=5))
def test_any_files_come_out_as_they_went_in(files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(files))) as found:
        assert found.testzip() is None
        assert {info.filename: found.read(info) for info in found.infolist()} == files


def test_the_date_is_the_packages_own() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped({"a": b""}))) as found:
        assert found.infolist()[0].date_time == (2026, 10, 1, 12, 30, 4)


def test_sizes_beyond_32_bits_are_written_as_zip64(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipping, "LIMIT", 10)  # every size of ten bytes and more now counts as too large
    data = zipped({"a": b"0123456789ab", "b": b"x"})
    assert data.count(b"\x01\x00\x10\x00") == 2  # the extra field of 16 bytes, beside the file and in the index
    assert b"PK\x06\x06" in data
    assert b"PK\x06\x07" in data


def test_content_that_is_not_what_its_digests_say_is_refused() -> None:
    with pytest.raises(ValueError, match="a has 1 bytes, not 2"):
        write_zip(io.BytesIO(), WHEN, [(ZipMember("a", digest_bytes(b"xy")), io.BytesIO(b"x"))])


def test_unzip_of_the_standard_library_extracts_it(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"folder/a.txt": b"a"}))
    zipfile.ZipFile(tmp_path / "x.zip").extractall(tmp_path)
    assert (tmp_path / "folder/a.txt").read_bytes() == b"a"
