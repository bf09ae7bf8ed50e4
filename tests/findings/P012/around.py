"""Another run that is making a package at this place: it holds the lock of the workshop."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def around() -> Iterator[None]:
    lock = Path(".deposit.tei-package/lock")
    lock.parent.mkdir()
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
