"""Records in an archive's own terms: zenodo.json, TextGrid metadata, ARCHE's RDF in Turtle, CMDI for CLARIN."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from lxml import etree

from toolkit.packagers.description import Description
from toolkit.packagers.payload import METS, Package
from toolkit.packagers.xmlwriting import XSI, child, root, write

FOLDER = "metadata/descriptive"
CMD = "http://www.clarin.eu/cmd/1"
# The profile OLAC-DcmiTerms of CLARIN's Component Registry.
CMD_PROFILE = "clarin.eu:cr1:p_1288172614026"
TEXTGRID = "http://textgrid.info/namespaces/metadata/core/2010"
ACDH = "https://vocabs.acdh.oeaw.ac.at/schema#"
GENRES = ("drama", "prose", "verse", "reference work", "non-fiction", "non-text", "other")


@dataclass(frozen=True, slots=True)
class Record:
    """An archive's record: where it stands in the payload and what writes it."""

    path: str
    write: Callable[[Package, BinaryIO], None]


def write_zenodo(package: Package, target: BinaryIO) -> None:
    """Zenodo's deposit metadata."""
    said = package.description
    creators = [
        {"name": party.name}
        | ({"orcid": party.identifier.rpartition("/")[2]} if "orcid.org" in party.identifier else {})
        for party in said.creators
    ]
    record = {
        "title": said.title,
        "upload_type": "publication",
        "publication_type": "other",
        "description": said.description,
        "creators": creators,
        "contributors": [{"name": party.name, "type": "Editor"} for party in said.of_role("editor")],
        "publication_date": said.issued or f"{package.when:%Y-%m-%d}",
        "access_right": "open",
        "license": next((licence.spdx or licence.url or licence.name for licence in said.licences), said.rights),
        "language": next(iter(said.languages), ""),
        "keywords": list(said.keywords),
        "version": said.edition,
        "doi": said.doi,
        "notes": said.source,
    }
    kept = {key: value for key, value in record.items() if value}
    target.write(json.dumps(kept, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n")


def write_textgrid(package: Package, target: BinaryIO) -> None:
    """TextGrid metadata of the edition and its work, in one collection of objects."""
    said = package.description
    objects = root(TEXTGRID, "MetadataContainerType", {"": TEXTGRID})
    for kind in ("work", "edition"):
        described = child(objects, "object")
        provided = child(child(described, "generic"), "provided")
        child(provided, "title", said.title)
        child(provided, "format", f"text/tg.{kind}+xml" if kind == "work" else "text/tg.edition+tg.aggregation+xml")
        body = child(described, kind)
        for party in said.creators:
            child(body, "agent", party.name, role=party.role, **({"id": party.identifier} if party.identifier else {}))
        if kind == "work":
            _textgrid_work(body, said)
        else:
            _textgrid_edition(body, said)
    for packed in package.of("tei"):
        described = child(objects, "object")
        provided = child(child(described, "generic"), "provided")
        child(provided, "title", packed.path.rpartition("/")[2])
        child(provided, "identifier", packed.path, type="path")
        child(provided, "format", "text/xml")
        child(child(described, "item"), "rightsHolder", said.publisher)
    write(objects, target)


def _textgrid_work(body: etree._Element, said: Description) -> None:
    if said.description:
        child(body, "abstract", said.description)
    child(body, "dateOfCreation", said.created, date=said.created)
    child(body, "genre", said.genre if said.genre in GENRES else "other")


def _textgrid_edition(body: etree._Element, said: Description) -> None:
    source = child(child(body, "source"), "bibliographicCitation")
    child(source, "editionTitle", " ".join(said.source.split()))
    for language in said.languages:
        child(body, "language", language)
    for licence in said.licences:
        child(body, "license", licence.name, **({"licenseUri": licence.url} if licence.url else {}))


def write_arche(package: Package, target: BinaryIO) -> None:
    """ARCHE's description of a top collection, in Turtle."""
    said = package.description
    language = next(iter(said.languages), "und")
    rows: list[tuple[str, str]] = [
        ("hasIdentifier", f"<urn:uuid:{package.id}>"),
        ("hasTitle", f"{_turtle(said.title)}@{language}"),
        ("hasDescription", f"{_turtle(said.description)}@en"),
        *(("hasCreator", _turtle(party.name)) for party in said.creators),
        *(("hasPrincipalInvestigator", _turtle(party.name)) for party in said.of_role("editor")),
        *(("hasFunder", _turtle(party.name)) for party in said.of_role("funder")),
        *((name, _turtle(said.publisher)) for name in ("hasOwner", "hasRightsHolder", "hasLicensor")),
        *((name, _turtle(said.contact)) for name in ("hasContact", "hasDepositor", "hasMetadataCreator")),
        *(("hasLicense", f"<{x.url}>" if x.url else _turtle(x.name)) for x in said.licences),
        ("hasRelatedDiscipline", _turtle(said.discipline)),
        *(("hasLanguage", _turtle(tag)) for tag in said.languages),
        *(("hasSubject", f"{_turtle(word)}@{language}") for word in said.keywords),
        ("hasCoverageStartDate", f"{_turtle(said.created)}" if said.created else '""'),
    ]
    kept = [f"  acdh:{name} {value}" for name, value in rows if not value.startswith('""')]
    lines = [
        f"@prefix acdh: <{ACDH}> .",
        "",
        f"<urn:uuid:{package.id}> a acdh:TopCollection ;",
        " ;\n".join(kept) + " .",
    ]
    target.write(("\n".join(lines) + "\n").encode("utf-8", "replace"))


def _turtle(text: str) -> str:
    """A literal of Turtle (RDF 1.1 Turtle, 2.5.1)."""
    for char, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.replace(char, escaped)
    return f'"{text}"'


def write_cmdi(package: Package, target: BinaryIO) -> None:
    """A CMDI 1.2 record; the archive replaces the identifiers by the handles that it assigns."""
    said = package.description
    components = f"{CMD}/profiles/{CMD_PROFILE}"
    record = root(CMD, "CMD", {"cmd": CMD, "cmdp": components, "xsi": XSI})
    record.set("CMDVersion", "1.2")
    where = "https://catalog.clarin.eu/ds/ComponentRegistry/rest/registry/1.x/profiles"
    envelope = "https://infra.clarin.eu/CMDI/1.x/xsd/cmd-envelop.xsd"
    record.set(f"{{{XSI}}}schemaLocation", f"{CMD} {envelope} {components} {where}/{CMD_PROFILE}/xsd")
    header = child(record, "Header")
    for party in said.creators:
        child(header, "MdCreator", party.name)
    child(header, "MdCreationDate", f"{package.when:%Y-%m-%d}")
    child(header, "MdSelfLink", f"urn:uuid:{package.id}")
    child(header, "MdProfile", CMD_PROFILE)
    child(header, "MdCollectionDisplayName", said.title)
    resources = child(record, "Resources")
    proxies = child(resources, "ResourceProxyList")
    for number, packed in enumerate(package.of("tei"), 1):
        proxy = child(proxies, "ResourceProxy", id=f"tei-{number}")
        child(proxy, "ResourceType", "Resource", mimetype=packed.format.media_type)
        child(proxy, "ResourceRef", packed.path)
    proxy = child(proxies, "ResourceProxy", id="mets")
    child(proxy, "ResourceType", "Metadata", mimetype="application/xml")
    child(proxy, "ResourceRef", METS)
    child(resources, "JournalFileProxyList")
    child(resources, "ResourceRelationList")
    terms = etree.SubElement(child(record, "Components"), f"{{{components}}}OLAC-DcmiTerms")
    for name, values in _olac(package, said):
        for value in values:
            child(terms, name, value)
    write(record, target)


def _olac(package: Package, said: Description) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The terms of the profile that the description fills, in the profile's order (the alphabet's)."""
    rows = (
        ("contributor", tuple(party.name for party in said.parties if party not in said.creators)),
        ("created", (said.created,)),
        ("creator", tuple(party.name for party in said.creators)),
        ("description", (said.description,)),
        ("format", ("application/tei+xml",)),
        ("identifier", (f"urn:uuid:{package.id}", *(value for _, value in said.identifiers))),
        ("issued", (said.issued or f"{package.when:%Y-%m-%d}",)),
        ("language", said.languages),
        ("license", tuple(licence.url or licence.name for licence in said.licences)),
        ("publisher", (said.publisher,)),
        ("rights", (said.rights,)),
        ("source", tuple(said.source.splitlines())),
        ("subject", said.keywords),
        ("title", (said.title,)),
        ("type", ("Text",)),
    )
    return tuple((name, tuple(value for value in values if value)) for name, values in rows)


RECORDS: Mapping[str, Record] = {
    "zenodo": Record(f"{FOLDER}/zenodo.json", write_zenodo),
    "textgrid": Record(f"{FOLDER}/textgrid.xml", write_textgrid),
    "arche": Record(f"{FOLDER}/arche.ttl", write_arche),
    "clarin": Record(f"{FOLDER}/cmdi.xml", write_cmdi),
}
