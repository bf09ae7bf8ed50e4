"""Ctrl-C at the worst moment: the output is written, but not yet renamed."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch


@contextmanager
def around() -> Iterator[None]:
    def interrupted(path: Path, target: Path) -> None:
        signal.raise_signal(signal.SIGINT)

    with patch.object(Path, "replace", interrupted):
        yield
