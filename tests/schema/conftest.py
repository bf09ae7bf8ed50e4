"""Small customisations and documents, written where they are tested."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from toolkit.schema.odd.customise import Customisation, customise
from toolkit.schema.patterns import compile_schema
from toolkit.schema.relaxng import write_relaxng

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>t</title></titleStmt><publicationStmt><p/></publicationStmt>"
    "<sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
)
MINIMUM = (
    '<moduleRef key="tei"/><moduleRef key="header" include="teiHeader fileDesc titleStmt publicationStmt sourceDesc"/>'
    '<moduleRef key="core" include="p title hi list item label name"/>'
    '<moduleRef key="textstructure" include="TEI text body div"/>'
)


def odd_text(specs: str, attributes: str = 'ident="small" start="TEI"', outside: str = "") -> str:
    """A customisation with the minimum of TEI and `specs`; `outside` stands beside the schemaSpec."""
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:rng="http://relaxng.org/ns/structure/1.0" '
        'xmlns:sch="http://purl.oclc.org/dsdl/schematron">'
        f"{HEADER}<text><body><schemaSpec {attributes}>\n{specs}\n</schemaSpec>{outside}</body></text></TEI>"
    )


def tei(body: str) -> str:
    """A document whose body holds `body`."""
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}<text><body>{body}</body></text></TEI>'


class Small:
    """A small customisation carried out. accepts: whether a body is valid against it."""

    def __init__(self, customisation: Customisation) -> None:
        self.schema = customisation.schema
        self.findings = [finding.code for finding in customisation.findings]
        self.grammar = compile_schema(self.schema)
        self.relaxng = etree.RelaxNG(etree.fromstring(write_relaxng(self.grammar)))

    def accepts(self, body: str) -> bool:
        """Whether a document with this body is valid."""
        return bool(self.relaxng.validate(etree.fromstring(tei(body))))


@pytest.fixture
def small(tmp_path: Path) -> Callable[..., Small]:
    """Carries out a customisation of the minimum of TEI with the specifications given."""

    def make(specs: str = "", minimum: str = MINIMUM, **more: str) -> Small:
        data = odd_text(minimum + specs, **more).encode()
        return Small(customise(data, tmp_path / "small.odd"))

    return make
