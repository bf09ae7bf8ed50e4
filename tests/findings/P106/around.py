"""An entry that leads out of the folder where the package is extracted."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def around() -> Iterator[None]:
    with zipfile.ZipFile("deposit.zip", "a") as package:
        package.writestr("../../etc/passwd", "")
    yield
