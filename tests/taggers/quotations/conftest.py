"""A text with a paragraph between blank lines, tagged: what each quotation is, as a test reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest

from toolkit.model.annotation import Annotation
from toolkit.model.document import Document, Tagging, in_order
from toolkit.model.person import Person
from toolkit.model.source import Source
from toolkit.taggers.quotations import QuotationTagger

PARAGRAPH = re.compile(r"\S(?:.*?\S)?(?=\s*\n[ \t]*\n|\s*\Z)", re.DOTALL)
Names = dict[str, str]


def document(text: str, language: str = "en", names: Names | None = None, block: str = "p") -> Document:
    """A document of `block`s; names: each form of a name and the person it means."""
    blocks = [Annotation(*match.span(), block, "plain") for match in PARAGRAPH.finditer(text)]
    names = names or {}
    mentions = [
        Annotation(*match.span(), "person", "persons", attributes={"ref": f"#{person}"})
        for name, person in names.items()
        for match in re.finditer(rf"\b{re.escape(name)}\b", text)
    ]
    forms: dict[str, list[str]] = {}
    for name, person in names.items():
        forms.setdefault(person, []).append(name)
    persons = tuple(Person(person, tuple(form)) for person, form in forms.items())
    return Document(Source("-", text), language, in_order([*blocks, *mentions]), persons)


@pytest.fixture
def tagged() -> Callable[..., Tagging]:
    """The tagging of a text."""

    def tag(text: str, language: str = "en", names: Names | None = None, block: str = "p") -> Tagging:
        return QuotationTagger().tag(document(text, language, names, block))

    return tag


@pytest.fixture
def quotations(tagged: Callable[..., Tagging]) -> Callable[..., Sequence[str]]:
    """The stretches tagged in a text, in order."""
    return lambda text, language="en", block="p": [
        text[a.start : a.end] for a in tagged(text, language, None, block).annotations
    ]


@pytest.fixture
def kinds(tagged: Callable[..., Tagging]) -> Callable[..., Sequence[str]]:
    """The kind of each quotation of a text, in order."""
    return lambda text, language="en": [a.kind for a in tagged(text, language).annotations]


@pytest.fixture
def speakers(tagged: Callable[..., Tagging]) -> Callable[..., Sequence[str]]:
    """The speaker of each quotation of a text in which persons are named, "" where none is given."""
    return lambda text, names, language="en": [
        a.attributes.get("who", "").removeprefix("#") for a in tagged(text, language, names).annotations
    ]
