"""Do a package's documents say the same? Sizes and digests of files, then titles, persons, rights and identifiers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from lxml import etree

from toolkit.model.finding import Finding
from toolkit.packagers.container import DAMAGE
from toolkit.packagers.datacite import DC, KERNEL, UNAVAILABLE
from toolkit.packagers.description import Description, describe, parse_added
from toolkit.packagers.fixity import Digests
from toolkit.packagers.fixitycheck import View
from toolkit.packagers.header import Header, read_header
from toolkit.packagers.mets import NAMESPACE as METS_NAMESPACE
from toolkit.packagers.mets import representation_mets
from toolkit.packagers.payload import ADDED, CRATE, DATACITE, DUBLIN_CORE, METS, PREMIS, data_path
from toolkit.packagers.premis import PREMIS as PREMIS_NAMESPACE
from toolkit.packagers.xmlwriting import XLINK
from toolkit.trees import safe_parser

TEI_FOLDER = data_path("tei", "")
REQUIRED = (METS, PREMIS, DATACITE, DUBLIN_CORE, CRATE)
Said = frozenset[str]
# What reading a damaged document may raise, or one of another shape.
UNREADABLE = (*DAMAGE, etree.XMLSyntaxError, KeyError, TypeError, AttributeError)


@dataclass
class Stated:
    """What one document states. files: path -> (size, SHA-256), "" where it says none. facts: field -> values.

    sources: path -> paths of the files that it was made from.
    """

    name: str
    files: dict[str, tuple[str, str]] = field(default_factory=dict)
    facts: dict[str, Said] = field(default_factory=dict)
    sources: dict[str, tuple[str, ...]] = field(default_factory=dict)


def check_agreement(view: View) -> tuple[tuple[Finding, ...], Mapping[str, tuple[str, ...]]]:
    """The contradictions, and for each TEI file what PREMIS says it was made from."""
    findings: list[Finding] = [
        Finding(view.place(path), 0, 0, "P102", {"manifest": "the package"}) for path in REQUIRED if path not in view.at
    ]
    documents: list[Stated] = []
    for path, read in ((METS, _mets), (PREMIS, _premis), (DATACITE, _datacite), (DUBLIN_CORE, _dc), (CRATE, _crate)):
        if path in view.at:
            try:
                documents.append(read(view))
            except UNREADABLE as error:
                findings.append(Finding(view.place(path), 0, 0, "P113", {"why": str(error) or "it is not complete"}))
    for stated in documents:
        findings.extend(_compare_files(view, stated))
    described, faults = _described(view)
    findings.extend(faults)
    if described is not None:
        findings.extend(_compare_facts(view, described, documents))
    sources = next((stated.sources for stated in documents if stated.name == PREMIS), {})
    return tuple(findings), sources


def _compare_files(view: View, stated: Stated) -> Iterator[Finding]:
    """Each file that a document lists is there as it says; each file is listed by the documents that list all."""
    for path, (size, sha256) in sorted(stated.files.items()):
        found = view.digests.get(path)
        if found is None:
            yield Finding(view.place(path), 0, 0, "P102", {"manifest": stated.name})
        elif not _fits(found, size, sha256):
            yield Finding(view.place(path), 0, 0, "P108", {"document": stated.name})
    unlisted: set[str] = set()
    if stated.name == METS:
        unlisted = view.at.keys() - stated.files.keys() - {METS}
    elif stated.name == CRATE:
        unlisted = view.at.keys() - stated.files.keys() - {CRATE}
    elif stated.name == PREMIS:
        unlisted = {path for path in view.at if path.startswith("representations/")} - stated.files.keys()
        unlisted -= {path for path in unlisted if path.endswith(f"/{METS}")}
    for path in sorted(unlisted):
        yield Finding(view.place(path), 0, 0, "P103", {"manifest": stated.name})


def _fits(found: Digests, size: str, sha256: str) -> bool:
    return size in ("", str(found.size)) and sha256.casefold() in ("", found.sha256)


def _compare_facts(view: View, described: Description, documents: list[Stated]) -> Iterator[Finding]:
    """Hold each document's facts against those that the TEI headers (and the depositor's file) state."""
    truth: dict[str, Said] = {
        "title": frozenset({described.title}),
        "creators": frozenset(party.name for party in described.creators),
        "licences": frozenset(licence.url or licence.name for licence in described.licences),
        "publisher": frozenset({described.publisher}),
    }
    identifiers = {stated.name: stated.facts["package"] for stated in documents if "package" in stated.facts}
    for stated in documents:
        for name, said in stated.facts.items():
            if name == "package":
                expected = identifiers.get(METS, said)
                if said != expected:
                    yield _disagree(view, stated.name, "identifier", said, METS, expected)
            elif (expected := truth[name] - {""}) and said - {"", UNAVAILABLE} != expected:
                yield _disagree(view, stated.name, name, said, "the TEI headers", expected)


def _disagree(view: View, document: str, name: str, said: Said, other: str, expected: Said) -> Finding:
    values = {"field": name, "said": _shown(said), "other": other, "expected": _shown(expected)}
    return Finding(view.place(document), 0, 0, "P109", values)


def _shown(said: Said) -> str:
    return "; ".join(sorted(said)) or "nothing"


def _described(view: View) -> tuple[Description | None, list[Finding]]:
    headers: list[Header] = []
    faults: list[Finding] = []
    for path in sorted(path for path in view.at if path.startswith(TEI_FOLDER) and path.endswith(".xml")):
        try:
            with view.open(path) as stream:
                header = read_header(stream.read())
        except UNREADABLE as error:
            faults.append(Finding(view.place(path), 0, 0, "P113", {"why": str(error)}))
            continue
        if header is not None:
            headers.append(header)
    added: Mapping[str, object] = {}
    if ADDED in view.at:
        try:
            with view.open(ADDED) as stream:
                added = parse_added(stream.read().decode("utf-8"))
        except UNREADABLE as error:
            faults.append(Finding(view.place(ADDED), 0, 0, "P113", {"why": str(error)}))
    return (describe(headers, added) if headers and not faults else None), faults


def _root(view: View, path: str) -> etree._Element:
    with view.open(path) as stream:
        return etree.parse(stream, safe_parser()).getroot()


def _mets(view: View) -> Stated:
    stated = Stated(METS)
    root = _root(view, METS)
    stated.files.update(_mets_files(root, ""))
    stated.facts["package"] = frozenset({(root.get("OBJID") or "").removeprefix("uuid-")})
    stated.facts["title"] = frozenset({root.get("LABEL") or ""})
    for path in list(stated.files):
        folder = path.removesuffix(METS)
        if folder and representation_mets(folder.split("/")[1] if "/" in folder else "") == path and path in view.at:
            stated.files.update(_mets_files(_root(view, path), folder))
    return stated


def _mets_files(root: etree._Element, folder: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for element in root.iter(f"{{{METS_NAMESPACE}}}file", f"{{{METS_NAMESPACE}}}mdRef"):
        located = element if element.tag.endswith("mdRef") else element.find(f"{{{METS_NAMESPACE}}}FLocat")
        if located is not None:
            path = folder + unquote(located.get(f"{{{XLINK}}}href") or "")
            yield path, (element.get("SIZE") or "", element.get("CHECKSUM") or "")


def _premis(view: View) -> Stated:
    stated = Stated(PREMIS)
    licences: set[str] = set()
    for entity in _root(view, PREMIS):
        name = etree.QName(entity).localname
        if name == "object":
            kind, identifier = _p(entity, "objectIdentifierType"), _p(entity, "objectIdentifierValue")
            if kind == "UUID":
                stated.facts["package"] = frozenset({identifier})
                stated.facts["title"] = frozenset({_p(entity, "originalName")})
                continue
            stated.files[identifier] = (_p(entity, "size"), _p(entity, "messageDigest"))
            related = entity.iter(f"{{{PREMIS_NAMESPACE}}}relatedObjectIdentifierValue")
            stated.sources[identifier] = tuple(element.text or "" for element in related)
        elif name == "rights":
            for statement in entity:
                uri = _p(statement, "licenseDocumentationIdentifierValue")
                licences |= {uri or _p(statement, "licenseTerms")}
    stated.facts["licences"] = frozenset(licences)
    return stated


def _p(entity: etree._Element, name: str) -> str:
    return next((element.text or "" for element in entity.iter(f"{{{PREMIS_NAMESPACE}}}{name}")), "")


def _datacite(view: View) -> Stated:
    stated = Stated(DATACITE)
    root = _root(view, DATACITE)

    def texts(name: str) -> Said:
        return frozenset(element.text or "" for element in root.iter(f"{{{KERNEL}}}{name}"))

    stated.facts["title"] = texts("title")
    stated.facts["creators"] = texts("creatorName")
    stated.facts["publisher"] = texts("publisher")
    rights = root.iter(f"{{{KERNEL}}}rights")
    stated.facts["licences"] = frozenset(element.get("rightsURI") or element.text or "" for element in rights)
    for element in root.iter(f"{{{KERNEL}}}alternateIdentifier"):
        if element.get("alternateIdentifierType") == "UUID":
            stated.facts["package"] = frozenset({element.text or ""})
    return stated


def _dc(view: View) -> Stated:
    stated = Stated(DUBLIN_CORE)
    root = _root(view, DUBLIN_CORE)
    for fact, name in (("title", "title"), ("creators", "creator"), ("publisher", "publisher"), ("licences", "rights")):
        stated.facts[fact] = frozenset(element.text or "" for element in root.iter(f"{{{DC}}}{name}"))
    return stated


def _crate(view: View) -> Stated:
    stated = Stated(CRATE)
    with view.open(CRATE) as stream:
        graph = json.loads(stream.read())["@graph"]
    entities = {entity["@id"]: entity for entity in graph}
    for entity in graph:
        if entity["@type"] == "File":
            stated.files[unquote(entity["@id"])] = (entity.get("contentSize", ""), entity.get("sha256", ""))
    root = entities["./"]
    stated.facts["title"] = frozenset({root["name"]})
    stated.facts["creators"] = frozenset(entities[author["@id"]]["name"] for author in _many(root.get("author", [])))
    licences = _many(root.get("license", []))
    if all(isinstance(licence, dict) for licence in licences):
        stated.facts["licences"] = frozenset(entities[licence["@id"]]["identifier"] for licence in licences)
    values = (entities[identifier["@id"]]["value"] for identifier in _many(root["identifier"]))
    stated.facts["package"] = frozenset(
        value.removeprefix("urn:uuid:") for value in values if value.startswith("urn:uuid:")
    )
    return stated


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
