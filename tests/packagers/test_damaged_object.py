"""A damaged object gets no new version: what is built on damage cannot be proved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packagers.conftest import Make
from toolkit.errors import InputError


@pytest.mark.parametrize(
    ("inventory", "code"),
    [
        (b"", "P113"),
        (b"[]", "P113"),
        (b"{}", "P113"),
        (b'{"id": "x", "head": "v2", "manifest": {}, "versions": {}}', "P113"),
        (b'{"id": "x", "head": "v1", "manifest": {}, "versions": {"v1": {"state": {}}}}', "P101"),
    ],
)
def test_an_inventory_that_cannot_be_right_is_told(
    letters: Path, tmp_path: Path, make: Make, inventory: bytes, code: str
) -> None:
    make(letters, tmp_path / "object", layout="ocfl")
    (tmp_path / "object/inventory.json").write_bytes(inventory)
    with pytest.raises(InputError) as caught:
        make(letters, tmp_path / "object", layout="ocfl")
    assert caught.value.finding.code == code
    assert caught.value.finding.path == str(tmp_path / "object/inventory.json")
    assert not (tmp_path / "object/v2").exists()
