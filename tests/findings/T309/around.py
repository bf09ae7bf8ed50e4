"""A spaCy that has one pipeline, of another name."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType, SimpleNamespace
from unittest.mock import patch


@contextmanager
def around() -> Iterator[None]:
    spacy = ModuleType("spacy")
    spacy.load = _nothing
    spacy.util = SimpleNamespace(get_installed_models=lambda: ["en_core_web_sm"])
    with patch.dict(sys.modules, {"spacy": spacy}):
        yield


def _nothing(name: str) -> None:
    raise OSError(name)
