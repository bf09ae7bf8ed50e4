"""PREMIS 3: the objects of a package, what happened to them, who did it, by what right (Library of Congress)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from toolkit.packagers.dates import iso
from toolkit.packagers.payload import Event, Package, PackedFile
from toolkit.packagers.xmlwriting import XSI, child, clean, write_into

PREMIS = "http://www.loc.gov/premis/v3"
NAMESPACES = {"premis": PREMIS, "xsi": XSI}
LOCAL = "local"


def write_premis(package: Package, target: BinaryIO) -> None:
    """Write the document entity by entity, so that its size does not count."""
    with etree.xmlfile(target, encoding="UTF-8") as file:
        file.write_declaration()
        where = {f"{{{XSI}}}schemaLocation": f"{PREMIS} https://www.loc.gov/standards/premis/premis.xsd"}
        with file.element(f"{{{PREMIS}}}premis", {"version": "3.0", **where}, nsmap=NAMESPACES):
            for entity in _entities(package):
                write_into(file, entity)
            file.write("\n")
    target.write(b"\n")


def _entities(package: Package) -> Iterator[etree._Element]:
    yield _intellectual_entity(package)
    for packed in package.files:
        yield _object(packed)
    for number, event in enumerate(package.events, 1):
        yield _event(package, number, event)
    yield from _agents(package)
    yield _rights(package)


def _entity(name: str, kind: str = "") -> etree._Element:
    element = etree.Element(f"{{{PREMIS}}}{name}", nsmap=NAMESPACES)
    if kind:
        element.set(f"{{{XSI}}}type", f"premis:{kind}")
    return element


def _identified(parent: etree._Element, prefix: str, kind: str, value: str) -> None:
    identifier = child(parent, prefix)
    child(identifier, f"{prefix}Type", kind)
    child(identifier, f"{prefix}Value", value)


def _intellectual_entity(package: Package) -> etree._Element:
    entity = _entity("object", "intellectualEntity")
    _identified(entity, "objectIdentifier", "UUID", package.id)
    child(entity, "originalName", package.description.title)
    return entity


def _object(packed: PackedFile) -> etree._Element:
    entity = _entity("object", "file")
    _identified(entity, "objectIdentifier", LOCAL, packed.path)
    facts = child(entity, "objectCharacteristics")
    for algorithm, value in (("SHA-256", packed.digests.sha256), ("SHA-512", packed.digests.sha512)):
        fixity = child(facts, "fixity")
        child(fixity, "messageDigestAlgorithm", algorithm)
        child(fixity, "messageDigest", value)
    child(facts, "size", str(packed.digests.size))
    form = child(facts, "format")
    designation = child(form, "formatDesignation")
    child(designation, "formatName", packed.format.name or packed.format.media_type)
    if packed.format.version:
        child(designation, "formatVersion", packed.format.version)
    if packed.format.puid:
        registry = child(form, "formatRegistry")
        child(registry, "formatRegistryName", "PRONOM")
        child(registry, "formatRegistryKey", packed.format.puid)
    child(entity, "originalName", packed.path.rpartition("/")[2])
    for source in packed.sources:
        relation = child(entity, "relationship")
        child(relation, "relationshipType", "derivation")
        child(relation, "relationshipSubType", "has source")
        _identified(relation, "relatedObjectIdentifier", LOCAL, source)
    return entity


def _event(package: Package, number: int, event: Event) -> etree._Element:
    entity = _entity("event")
    _identified(entity, "eventIdentifier", "UUID", package.uuid("event", str(number)).removeprefix("uuid-"))
    child(entity, "eventType", event.kind)
    child(entity, "eventDateTime", iso(event.when))
    child(child(entity, "eventDetailInformation"), "eventDetail", f"{event.title}: {event.detail}")
    outcome = child(entity, "eventOutcomeInformation")
    child(outcome, "eventOutcome", event.outcome)
    if event.note:
        child(child(outcome, "eventOutcomeDetail"), "eventOutcomeDetailNote", event.note)
    for agent in event.agents:
        _identified(entity, "linkingAgentIdentifier", LOCAL, agent)
    for path in event.files:
        _identified(entity, "linkingObjectIdentifier", LOCAL, path)
    if not event.files:
        _identified(entity, "linkingObjectIdentifier", "UUID", package.id)
    return entity


def _agents(package: Package) -> Iterator[etree._Element]:
    name, version = package.software
    yield _agent(f"{name}-{version}", name, "software", version)
    for application in package.applications:
        yield _agent(
            agent_id(application.id, application.version),
            application.name,
            "software",
            application.version,
            application.description,
        )
    for party in package.description.parties:
        yield _agent(party.name, party.name, "organization" if party.corporate else "person")


def agent_id(name: str, version: str) -> str:
    """The identifier of a program as an agent: each version is an agent of its own."""
    return f"{name}-{version}" if version else name


def _agent(identifier: str, name: str, kind: str, version: str = "", note: str = "") -> etree._Element:
    entity = _entity("agent")
    _identified(entity, "agentIdentifier", LOCAL, identifier)
    child(entity, "agentName", name)
    child(entity, "agentType", kind)
    if version:
        child(entity, "agentVersion", version)
    if note:
        child(entity, "agentNote", note)
    return entity


def _rights(package: Package) -> etree._Element:
    entity = _entity("rights")
    described = package.description
    for number, licence in enumerate(described.licences, 1):
        statement = child(entity, "rightsStatement")
        _identified(statement, "rightsStatementIdentifier", LOCAL, f"licence-{number}")
        child(statement, "rightsBasis", "license")
        terms = child(statement, "licenseInformation")
        if licence.url:
            documentation = child(terms, "licenseDocumentationIdentifier")
            child(documentation, "licenseDocumentationIdentifierType", "URI")
            child(documentation, "licenseDocumentationIdentifierValue", licence.url)
        child(terms, "licenseTerms", licence.name or licence.url)
        _identified(statement, "linkingObjectIdentifier", "UUID", package.id)
    if not described.licences:
        statement = child(entity, "rightsStatement")
        _identified(statement, "rightsStatementIdentifier", LOCAL, "rights")
        child(statement, "rightsBasis", "copyright" if described.rights else "other")
        if described.rights:
            terms = child(statement, "copyrightInformation")
            child(terms, "copyrightStatus", "unknown")
            child(terms, "copyrightJurisdiction", "unknown")
            child(terms, "copyrightNote", clean(described.rights))
        else:
            other = child(statement, "otherRightsInformation")
            child(other, "otherRightsBasis", "unknown")
            child(other, "otherRightsNote", "The rights are not stated.")
        _identified(statement, "linkingObjectIdentifier", "UUID", package.id)
    return entity
