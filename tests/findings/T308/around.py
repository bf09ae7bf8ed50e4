"""No spaCy, even where it is installed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch


@contextmanager
def around() -> Iterator[None]:
    with patch.dict(sys.modules, {"spacy": None}):
        yield
