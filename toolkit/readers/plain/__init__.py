"""The plain reader: bytes of a plain text -> its source, with the structure that its layout shows."""

from __future__ import annotations

from pathlib import Path

from toolkit.model.document import Document, in_order
from toolkit.model.finding import Finding
from toolkit.readers.decode import decode
from toolkit.readers.language import language_of
from toolkit.readers.plain.structure import structure_of


class PlainReader:
    """Reads any plain text (see model.ports.Reader)."""

    name = "plain"
    version = "1.0"

    def declines(self, data: bytes, path: Path) -> str:
        """Plain text is the reader of last resort: it declines nothing, and `read` says what is wrong."""
        return ""

    def read(self, data: bytes, name: str, *, encoding: str = "", language: str = "") -> Document:
        """The document that the bytes of the file `name` hold; raises InputError where they are no text."""
        source, findings = decode(data, name, encoding)
        if not language:
            language, sure = language_of(source.text)
            if not sure:
                findings = (*findings, Finding(name, 0, 0, "R010", {"language": language}))
        annotations, remarks = structure_of(source.text, self.name)
        document = Document(source, language, in_order(annotations), (), findings)
        found = tuple(document.finding(code, offset, **values) for code, offset, values in remarks)
        return Document(source, language, document.annotations, (), (*findings, *found))


READER = PlainReader()
