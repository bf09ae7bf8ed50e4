"""Words: where each stands, however white space parts them."""

from __future__ import annotations

import pytest

from toolkit.model.annotation import Annotation
from toolkit.model.document import Document
from toolkit.model.source import Source
from toolkit.taggers.persons.words import words_of


@pytest.mark.parametrize(
    "text",
    [
        "So said Mr. Pell, and left.",
        "So said  Mr. Pell,\tand left.",
        "So\u00a0said\u2003 Mr. Pell, and left.",
        "So said Mr. Pell,\t and left.",
    ],
)
def test_each_word_stands_where_the_text_has_it(text: str) -> None:
    document = Document(Source("test.txt", text), "en", (Annotation(0, len(text), "p", "test"),))
    words = words_of(document.reading, "en")
    assert words.raw == ["So", "said", "Mr", ".", "Pell", ",", "and", "left", "."]
    assert [document.reading.text[slice(*words.span(at, at + 1))] for at in range(len(words))] == words.raw
