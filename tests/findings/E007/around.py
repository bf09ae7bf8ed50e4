"""A fault of the toolkit: it writes a list of persons where TEI has no place for one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch


@contextmanager
def around() -> Iterator[None]:
    with patch("toolkit.encode.write_standoff", return_value="<listPerson/>\n"):
        yield
