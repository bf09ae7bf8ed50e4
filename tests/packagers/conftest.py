"""A letter in TEI with its source, and packages made of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.packagers.tools import PlainTools
from toolkit.packagers.produce import Order, Packed, produce

DATA = Path(__file__).parent / "data"


Make = Callable[..., Packed]


@pytest.fixture(autouse=True)
def no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    """The date of a package comes from its files, unless a test says otherwise."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """A folder with one letter and the text that it was encoded from."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in ("letter-1.xml", "letter-1.txt"):
        (folder / name).write_bytes((DATA / name).read_bytes())
    return folder


@pytest.fixture
def make() -> Make:
    """make(paths, output, **order): pack with tools that find nothing wrong, or with `tools`."""

    def made(paths: Path | tuple[Path, ...], output: Path, tools: object = None, **order: object) -> Packed:
        given = paths if isinstance(paths, tuple) else (paths,)
        return produce(Order(given, output, jobs=1, **order), tools or PlainTools(), "0.0")  # type: ignore[arg-type]

    return made


@pytest.fixture
def bag(letters: Path, tmp_path: Path, make: Make) -> Path:
    """A package of the letter."""
    assert make(letters, tmp_path / "bag").made
    return tmp_path / "bag"
