"""DataCite 4.5 and Dublin Core: the description of the package for catalogues (https://schema.datacite.org)."""

from __future__ import annotations

from typing import BinaryIO

from lxml import etree

from toolkit.packagers.description import Description, Party
from toolkit.packagers.payload import Package
from toolkit.packagers.xmlwriting import XSI, child, clean, root, write

KERNEL = "http://datacite.org/schema/kernel-4"
DC = "http://purl.org/dc/elements/1.1/"
# DataCite's standard values for what is not known (Schema 4.5, appendix 3).
TO_BE_ASSIGNED = "(:tba)"
UNAVAILABLE = "(:unav)"
CONTRIBUTOR_TYPES = {"editor": "Editor", "translator": "Other", "contributor": "Other"}


def write_datacite(package: Package, target: BinaryIO) -> None:
    """Write the DataCite record. Without a DOI the identifier says that the archive will assign one."""
    said = package.description
    resource = root(KERNEL, "resource", {"": KERNEL, "xsi": XSI})
    resource.set(f"{{{XSI}}}schemaLocation", f"{KERNEL} https://schema.datacite.org/meta/kernel-4.5/metadata.xsd")
    child(resource, "identifier", said.doi or TO_BE_ASSIGNED, identifierType="DOI")
    creators = child(resource, "creators")
    for party in said.creators or (Party(UNAVAILABLE, "author"),):
        _party(child(creators, "creator"), "creator", party)
    child(child(resource, "titles"), "title", said.title or UNAVAILABLE)
    child(resource, "publisher", said.publisher or UNAVAILABLE)
    child(resource, "publicationYear", (said.issued or str(package.when.year))[:4])
    child(resource, "resourceType", "TEI edition", resourceTypeGeneral="Text")
    _subjects(resource, said)
    _contributors(resource, said)
    dates = child(resource, "dates")
    child(dates, "date", said.issued or f"{package.when:%Y-%m-%d}", dateType="Issued")
    if said.created:
        child(dates, "date", said.created, dateType="Created")
    if said.languages:
        child(resource, "language", said.languages[0])
    alternates = child(resource, "alternateIdentifiers")
    child(alternates, "alternateIdentifier", package.id, alternateIdentifierType="UUID")
    for scheme, value in said.identifiers:
        if scheme != "DOI":
            child(alternates, "alternateIdentifier", value, alternateIdentifierType=scheme)
    sizes = child(resource, "sizes")
    child(sizes, "size", f"{len(package.files)} files")
    child(sizes, "size", f"{sum(file.digests.size for file in package.files)} bytes")
    formats = child(resource, "formats")
    for media_type in _media_types(package):
        child(formats, "format", media_type)
    if said.edition:
        child(resource, "version", said.edition)
    _rights(resource, said)
    if said.description:
        child(child(resource, "descriptions"), "description", said.description, descriptionType="Abstract")
    _funders(resource, said)
    write(resource, target)


def _media_types(package: Package) -> tuple[str, ...]:
    """The media types of the edition and what was made from it, without those of the means to use it."""
    return tuple(sorted({file.format.media_type for file in package.files if file.representation}))


def _party(element: etree._Element, prefix: str, party: Party) -> None:
    kind = "Organizational" if party.corporate else "Personal"
    child(element, f"{prefix}Name", party.name, nameType=kind)
    if party.identifier.startswith("https://orcid.org/"):
        child(element, "nameIdentifier", party.identifier, nameIdentifierScheme="ORCID", schemeURI="https://orcid.org")
    elif party.identifier:
        child(element, "nameIdentifier", party.identifier, nameIdentifierScheme="URL")


def _subjects(resource: etree._Element, said: Description) -> None:
    if said.keywords:
        subjects = child(resource, "subjects")
        for word in said.keywords:
            child(subjects, "subject", word)


def _contributors(resource: etree._Element, said: Description) -> None:
    creators = said.creators
    parties = [party for party in said.of_role(*CONTRIBUTOR_TYPES) if party not in creators]
    if parties:
        contributors = child(resource, "contributors")
        for party in parties:
            _party(
                child(contributors, "contributor", contributorType=CONTRIBUTOR_TYPES[party.role]), "contributor", party
            )


def _rights(resource: etree._Element, said: Description) -> None:
    if not said.licences and not said.rights:
        return
    rights = child(resource, "rightsList")
    for licence in said.licences:
        attributes = {"rightsURI": licence.url} if licence.url else {}
        if licence.spdx:
            attributes |= {"rightsIdentifier": licence.spdx, "rightsIdentifierScheme": "SPDX"}
        child(rights, "rights", licence.name, **attributes)
    if not said.licences:
        child(rights, "rights", said.rights)


def _funders(resource: etree._Element, said: Description) -> None:
    funders = said.of_role("funder")
    if funders:
        references = child(resource, "fundingReferences")
        for party in funders:
            child(child(references, "fundingReference"), "funderName", party.name)


def write_dublin_core(package: Package, target: BinaryIO) -> None:
    """Write simple Dublin Core (the fifteen elements of ISO 15836-1)."""
    said = package.description
    record = etree.Element("metadata", nsmap={"dc": DC})
    rows = (
        ("title", (said.title or UNAVAILABLE,)),
        ("creator", tuple(party.name for party in said.creators)),
        ("contributor", tuple(party.name for party in said.parties if party not in said.creators)),
        ("publisher", (said.publisher,)),
        ("date", (said.issued or f"{package.when:%Y-%m-%d}",)),
        ("type", ("Text",)),
        ("format", _media_types(package)),
        ("identifier", (f"urn:uuid:{package.id}", *(value for _, value in said.identifiers))),
        ("source", tuple(said.source.splitlines())),
        ("language", said.languages),
        ("description", (said.description,)),
        ("subject", said.keywords),
        ("rights", tuple(licence.url or licence.name for licence in said.licences) or (said.rights,)),
    )
    for name, values in rows:
        for value in values:
            if value:
                etree.SubElement(record, f"{{{DC}}}{name}").text = clean(value)
    write(record, target)
