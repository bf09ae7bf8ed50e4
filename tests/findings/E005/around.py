"""A tagger, as a plug-in may bring one, whose note runs from the first paragraph into the second."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from toolkit.model.annotation import Annotation
from toolkit.model.document import Document, Tagging


@contextmanager
def around() -> Iterator[None]:
    def tag(self: object, document: Document) -> Tagging:
        return Tagging((Annotation(7, 23, "note", "dates"),))

    with patch("toolkit.taggers.dates.DateTagger.tag", tag):
        yield
