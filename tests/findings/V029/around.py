"""A document that follows another schema, and breaks this one at every step."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def around() -> Iterator[None]:
    faults = "<frob/>" * 1001
    Path("bad.xml").write_text(f'<p xmlns="http://www.tei-c.org/ns/1.0">{faults}</p>', "utf-8")
    yield
