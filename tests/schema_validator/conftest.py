"""Documents judged by small schemas in compact syntax, and by the whole of TEI."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.model.finding import Finding
from toolkit.resources import resource
from toolkit.schema.validator.engine import Validator
from toolkit.schema.validator.load_rng import load_rng

Codes = Callable[..., list[str]]


def validator(schema: str, suffix: str = ".rnc") -> Validator:
    """Our engine for a schema."""
    return Validator(load_rng(schema.encode(), Path(f"test{suffix}")))


@pytest.fixture
def codes() -> Codes:
    """The codes found in a document, by a schema in compact syntax."""

    def judge(schema: str, document: str) -> list[str]:
        return [finding.code for finding in validator(schema).check(document.encode(), "doc.xml")]

    return judge


@pytest.fixture(scope="session")
def tei() -> Validator:
    """Our engine for the whole of TEI."""
    path = resource("schemas") / "tei_all.rng"
    return Validator(load_rng(path.read_bytes(), path))


@pytest.fixture
def faults(tei: Validator) -> Callable[[str], list[Finding]]:
    """What is found in a TEI document whose body is given: it begins in line 3, column 1."""

    def judge(body: str) -> list[Finding]:
        return tei.check(document(body).encode(), "doc.xml")

    return judge


def document(body: str) -> str:
    """A TEI document around a body."""
    header = "<titleStmt><title>t</title></titleStmt><publicationStmt><p>p</p></publicationStmt>"
    header = f"<teiHeader><fileDesc>{header}<sourceDesc><p>s</p></sourceDesc></fileDesc></teiHeader>"
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}\n<text><body>\n{body}\n</body></text></TEI>'
