"""Records in an archive's own terms: zenodo.json, TextGrid metadata, ARCHE's RDF in Turtle, CMDI for CLARIN."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import BinaryIO

from lxml import etree

from toolkit.packagers.description import Description
from toolkit.packagers.payload import METS, TEI, Package, data_path
from toolkit.packagers.xmlwriting import XSI, child, root, write

FOLDER = "metadata/descriptive"
CMD = "http://www.clarin.eu/cmd/1"
# The profile OLAC-DcmiTerms of CLARIN's Component Registry.
CMD_PROFILE = "clarin.eu:cr1:p_1288172614026"
TEXTGRID = "http://textgrid.info/namespaces/metadata/core/2010"
ACDH = "https://vocabs.acdh.oeaw.ac.at/schema#"
Writer = Callable[[Package, BinaryIO], None]
GENRES = ("drama", "prose", "verse", "reference work", "non-fiction", "non-text", "other")


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


def textgrid_records(package: Package) -> Mapping[str, Writer]:
    """TextGrid metadata: a file for the work, one for the edition, and one for each TEI file, its item."""
    folder = f"{FOLDER}/textgrid"
    items = {
        f"{folder}/{packed.path.removeprefix(data_path(TEI, ''))}.meta": partial(_textgrid_item, packed.path)
        for packed in package.of(TEI)
    }
    return {f"{folder}/edition.meta": _write_edition, f"{folder}/work.meta": _write_work, **items}


def _textgrid(title: str, form: str, kind: str, identifier: str = "") -> tuple[etree._Element, etree._Element]:
    """An object's metadata, and the element that is its kind's own."""
    record = root(TEXTGRID, "MetadataContainerType", {"": TEXTGRID})
    described = child(record, "object")
    provided = child(child(described, "generic"), "provided")
    child(provided, "title", title)
    if identifier:
        child(provided, "identifier", identifier, type="path")
    child(provided, "format", form)
    return record, child(described, kind)


def _textgrid_item(path: str, package: Package, target: BinaryIO) -> None:
    record, item = _textgrid(path.rpartition("/")[2], "text/xml", "item", path)
    child(item, "rightsHolder", package.description.publisher)
    write(record, target)


def _write_work(package: Package, target: BinaryIO) -> None:
    record, work = _textgrid(package.description.title, "text/tg.work+xml", "work")
    _textgrid_agents(work, package.description)
    _textgrid_work(work, package.description)
    write(record, target)


def _write_edition(package: Package, target: BinaryIO) -> None:
    record, edition = _textgrid(package.description.title, "text/tg.edition+tg.aggregation+xml", "edition")
    _textgrid_agents(edition, package.description)
    _textgrid_edition(edition, package.description)
    write(record, target)


def _textgrid_agents(body: etree._Element, said: Description) -> None:
    for party in said.creators:
        child(body, "agent", party.name, role=party.role, **({"id": party.identifier} if party.identifier else {}))


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


def records(package: Package) -> Mapping[str, Writer]:
    """The records that the package's layout asks for: path in the payload -> what writes it."""
    if package.layout == "textgrid":
        return textgrid_records(package)
    single: Mapping[str, tuple[str, Writer]] = {
        "zenodo": ("zenodo.json", write_zenodo),
        "arche": ("arche.ttl", write_arche),
        "clarin": ("cmdi.xml", write_cmdi),
    }
    if package.layout not in single:
        return {}
    name, writer = single[package.layout]
    return {f"{FOLDER}/{name}": writer}
