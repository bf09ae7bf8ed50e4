"""A download that was broken off: the last bytes of the zip file are missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def around() -> Iterator[None]:
    package = Path("deposit.zip")
    package.write_bytes(package.read_bytes()[:-10])
    yield
