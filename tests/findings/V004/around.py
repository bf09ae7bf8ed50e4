"""A file of two megabytes, none of them on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def around() -> Iterator[None]:
    with Path("bad.xml").open("wb") as file:
        file.truncate(2_000_000)
    yield
