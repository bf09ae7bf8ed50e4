"""A text whose line ends were lost: a line of ten million and one characters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def around() -> Iterator[None]:
    Path("bad.txt").write_text("x" * 10_000_001, "utf-8")
    yield
