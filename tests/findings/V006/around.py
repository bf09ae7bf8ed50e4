"""A machine without git."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch


@contextmanager
def around() -> Iterator[None]:
    with patch.dict(os.environ, PATH=""):
        yield
