"""The payload: the files of a package, where each stands in it, and what happened to them.

The folders are those of an E-ARK SIP 2.2 (CSIP 2.2, part 3): metadata, schemas, documentation, representations.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from uuid import UUID, uuid5

from toolkit.packagers.description import Description
from toolkit.packagers.fixity import Digests
from toolkit.packagers.formats import Format
from toolkit.packagers.header import Application

# The URL namespace of RFC 9562, section 6.6.
URLS = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")

METS = "METS.xml"
CRATE = "ro-crate-metadata.json"
PREMIS = "metadata/preservation/premis.xml"
DATACITE = "metadata/descriptive/datacite.xml"
DUBLIN_CORE = "metadata/descriptive/dc.xml"
ADDED = "metadata/other/deposit.toml"
SCHEMAS = "schemas"
STYLESHEETS = "schemas/xslt"
DOCUMENTATION = "documentation"
TEI = "tei"
SOURCE = "source"
ENCODING = "encoding"  # the title of the event that made the TEI


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file of the payload. path: from the payload's root, with "/". sources: paths of the files it was made from."""

    path: str
    digests: Digests
    format: Format
    sources: tuple[str, ...] = ()

    @property
    def representation(self) -> str:
        """The representation it belongs to ("tei", "html"), or ""."""
        parts = PurePosixPath(self.path).parts
        return parts[1] if parts[0] == "representations" and len(parts) > 2 else ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened (PREMIS 3, event). kind: a term of the eventType vocabulary of the Library of Congress.

    title: what it is in this package ("encoding", "rendering html"). outcome: "success", "pass" or "fail". note: more
    of the outcome. agents, files: identifiers.
    """

    kind: str
    title: str
    when: datetime
    detail: str
    outcome: str
    note: str = ""
    agents: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """All that a package's metadata are written from.

    when: the moment that stands for the making. software: the name and version of the packing program.
    licence_text: what the licence file says.
    """

    description: Description
    when: datetime
    software: tuple[str, str]
    files: tuple[PackedFile, ...]
    events: tuple[Event, ...] = ()
    applications: tuple[Application, ...] = ()
    layout: str = "bag"
    allowed: Mapping[str, int] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The package's identifier, a name-based UUID: the same for the same edition, whatever its files hold."""
        said = self.description
        names = said.identifiers or (("title", said.title), *(("tei", file.path) for file in self.of(TEI)))
        return str(uuid5(URLS, "\n".join(f"{scheme}={value}" for scheme, value in names)))

    def uuid(self, *names: str) -> str:
        """A name-based UUID for a part of the package, as an XML identifier."""
        return f"uuid-{uuid5(UUID(self.id), '/'.join(names))}"

    @property
    def representations(self) -> tuple[str, ...]:
        """The names of the representations, sorted."""
        return tuple(sorted({file.representation for file in self.files} - {""}))

    def of(self, representation: str) -> tuple[PackedFile, ...]:
        """The files of a representation, in order."""
        return tuple(file for file in self.files if file.representation == representation)

    def under(self, folder: str) -> tuple[PackedFile, ...]:
        """The files under a folder of the payload, in order."""
        return tuple(file for file in self.files if file.path.startswith(f"{folder}/"))


def data_path(representation: str, name: str) -> str:
    """Where a file of a representation stands in the payload."""
    return f"representations/{representation}/data/{name}"


def in_order(files: Iterable[PackedFile]) -> tuple[PackedFile, ...]:
    """Sorted by path: the one order of every list in the package."""
    return tuple(sorted(files, key=lambda file: file.path))
