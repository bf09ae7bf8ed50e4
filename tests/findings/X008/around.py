"""A stylesheet that stops at this document."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from toolkit.renderers.engine import stylesheet


@contextmanager
def around() -> Iterator[None]:
    stylesheet.cache_clear()
    try:
        with patch("toolkit.renderers.engine.resource", return_value=Path.cwd() / "xslt"):
            yield
    finally:
        stylesheet.cache_clear()
