"""Ports: what a plug-in must offer to stand in a room."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from toolkit.model.document import Document, Tagging
from toolkit.model.finding import Finding


class Reader(Protocol):
    """Bytes -> Source and structural annotations.

    name: becomes @resp of what it finds. version: of its rules, stated in the header.
    """

    name: str
    version: str

    def declines(self, data: bytes, path: Path) -> str:
        """Why this reader cannot read the input, as a clause; "" where it can."""
        ...

    def read(self, data: bytes, name: str, *, encoding: str = "", language: str = "") -> Document:
        """Read the bytes of the file called `name`; raises InputError where they cannot be read."""
        ...


class Tagger(Protocol):
    """Document -> annotations, pure: the same document gives the same tagging, and nothing else is touched.

    name: becomes @resp of its tags. version: of its rules or model. title: what it does, in a phrase for the header.
    after: names of taggers whose annotations it looks at.
    """

    name: str
    version: str
    title: str
    after: tuple[str, ...]

    def tag(self, document: Document) -> Tagging:
        """What this tagger has to say of the document."""
        ...


class Checker(Protocol):
    """TEI -> findings."""

    name: str

    def check(self, tei: bytes, path: str) -> Iterable[Finding]:
        """What is wrong with the TEI file whose bytes these are."""
        ...


class Renderer(Protocol):
    """TEI -> bytes of another format. name: the value of --to. suffix: of the file it makes (".html")."""

    @property
    def name(self) -> str: ...

    @property
    def suffix(self) -> str: ...

    def render(self, tei: bytes, path: str) -> tuple[bytes, tuple[Finding, ...]]:
        """The rendering, and what could not be rendered well."""
        ...
