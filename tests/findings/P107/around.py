"""A bomb: 101 files of a megabyte, each a kilobyte when it is packed."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def around() -> Iterator[None]:
    with zipfile.ZipFile("deposit.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for number in range(101):
            package.writestr(f"deposit/{number}", bytes(1_000_000))
    yield
