"""Encode: Document -> TEI, and the proof that no character of the source was lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from toolkit.encode.body import Body, write_body
from toolkit.encode.header import Application, missing, write_header
from toolkit.encode.insertion import Inserted, insert
from toolkit.encode.speakers import with_speakers
from toolkit.encode.standoff import used, write_standoff
from toolkit.encode.verify import Difference, Ledger, difference, ledger
from toolkit.errors import InternalError
from toolkit.model.annotation import Annotation
from toolkit.model.document import Document
from toolkit.model.finding import Finding

__all__ = ["Application", "Difference", "Encoded", "Inserted", "Ledger", "difference", "insert", "ledger", "write_tei"]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A TEI document as bytes, with what there is to say of it. counts: element name -> occurrences in the text."""

    tei: bytes
    counts: Mapping[str, int]
    ledger: Ledger
    findings: tuple[Finding, ...]


def write_tei(
    document: Document, applications: Iterable[Application], *, reader: str, version: str, when: str = ""
) -> Encoded:
    """Write the document as TEI P5 in UTF-8, and prove that every character of the source stands in it once.

    applications: the reader and the taggers that ran. reader: the name of the reader. when: the W3C date of the
    encoding, or "" for none. Raises InternalError where the ledger does not hold; nothing is returned then.
    """
    document = with_speakers(_with_note_authors(document))
    body = write_body(document, reader)
    references = (value for a in document.annotations for key, value in a.attributes.items() if key in ("ref", "who"))
    persons = used(document.persons, references)
    head = write_header(document, applications, body.counts, version, when)
    tei = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n'
        f"{head}{write_standoff(persons)}{body.xml}</TEI>\n"
    ).encode()
    proof = ledger(tei, document.source.name)
    wrong = difference(proof.text, document.source.text)
    if wrong is not None:
        finding = document.finding("E001", wrong.offset, expected=repr(wrong.expected), found=repr(wrong.found))
        raise InternalError(finding)
    return Encoded(tei, body.counts, proof, (*_unwritten(document, body), *_unknown(document)))


def _with_note_authors(document: Document) -> Document:
    """A translator's or editor's note is the responsibility of the one whom the metadata name."""
    named = {role for role in ("translator", "editor") if getattr(document.metadata, f"{role}s")}
    if not named:
        return document

    def owned(annotation: Annotation) -> Annotation:
        role = annotation.attributes.get("type", "")
        if annotation.kind != "note" or role not in named:
            return annotation
        return replace(annotation, attributes={**annotation.attributes, "resp": f"#{role}-1"})

    return replace(document, annotations=tuple(owned(annotation) for annotation in document.annotations))


def _unwritten(document: Document, body: Body) -> Iterable[Finding]:
    for annotation in body.dropped:
        line, column = document.source.line_column(annotation.end)
        yield document.finding(
            "E005", annotation.start, kind=annotation.kind, line_end=str(line), column_end=str(column)
        )


def _unknown(document: Document) -> Iterable[Finding]:
    unknown = missing(document)
    if unknown:
        name = document.source.name
        beside = "" if name == "-" else ", or put one beside the source, of its name and with the suffix .toml"
        yield Finding(document.source.name, 0, 0, "E006", {"what": ", ".join(unknown), "beside": beside})
