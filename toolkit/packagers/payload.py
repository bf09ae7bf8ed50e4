"""The payload: the files of a package, where each stands in it, and what happened to them.

The folders are those of an E-ARK SIP 2.2 (CSIP 2.2, part 3): metadata, schemas, documentation, representations.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
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
ADDED = "documentation/deposit.toml"
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
        parts = self.path.split("/")
        return parts[1] if parts[0] == "representations" and parts[2:3] == ["data"] else ""


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

    id: a UUID, see `package_id`. when: the moment that stands for the making. software: the name and version of the
    packing program. allowed: codes of errors that the depositor allowed, with how often each was found.
    """

    id: str
    description: Description
    when: datetime
    software: tuple[str, str]
    files: tuple[PackedFile, ...]
    events: tuple[Event, ...] = ()
    applications: tuple[Application, ...] = ()
    layout: str = "bag"
    allowed: Mapping[str, int] = field(default_factory=dict)

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


def package_id(description: Description, names: Iterable[str]) -> str:
    """A name-based UUID: the same for the same edition, whatever its files hold.

    names: of the TEI files; they count where the edition has no identifier of its own.
    """
    said = description.identifiers or (("title", description.title), *(("tei", name) for name in names))
    return str(uuid5(URLS, "\n".join(f"{scheme}={value}" for scheme, value in said)))


def data_path(representation: str, name: str) -> str:
    """Where a file of a representation stands in the payload."""
    return f"representations/{representation}/data/{name}"


def in_order(files: Iterable[PackedFile]) -> tuple[PackedFile, ...]:
    """Sorted by path: the one order of every list in the package."""
    return tuple(sorted(files, key=lambda file: file.path))
