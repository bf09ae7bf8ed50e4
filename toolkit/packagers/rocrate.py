"""RO-Crate 1.2: the package described in JSON-LD, for machines that look for data (https://w3id.org/ro/crate/1.2)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, BinaryIO
from urllib.parse import quote

from toolkit.packagers.dates import iso
from toolkit.packagers.description import Licence, Party
from toolkit.packagers.documentation import ACCURACY
from toolkit.packagers.payload import CRATE, ENCODING, METS, Package, PackedFile

CONTEXT = "https://w3id.org/ro/crate/1.2/context"
CONFORMS = "https://w3id.org/ro/crate/1.2"
PRONOM = "https://www.nationalarchives.gov.uk/PRONOM/"
FOLDERS = {
    "representations/tei/": "TEI P5: the edition.",
    "representations/source/": "A text or authority file that the edition was made from.",
    "representations/": "Made from the TEI.",
    "schemas/": "A schema or stylesheet: the means to validate and render the TEI.",
    "documentation/": "For people who use the package.",
    "metadata/": "Metadata about the package.",
}
Entity = dict[str, Any]


def write_crate(package: Package, target: BinaryIO) -> None:
    """Write ro-crate-metadata.json entity by entity; package.files are all files but METS.xml, which lists this one."""
    target.write(f'{{\n"@context": {json.dumps(CONTEXT)},\n"@graph": [\n'.encode())
    for number, entity in enumerate(_entities(package)):
        target.write(b",\n" if number else b"")
        target.write(json.dumps(entity, ensure_ascii=False).encode("utf-8", "replace"))
    target.write(b"\n]\n}\n")


def _entities(package: Package) -> Iterator[Entity]:
    yield {"@id": CRATE, "@type": "CreativeWork", "about": _ref("./"), "conformsTo": _ref(CONFORMS)}
    yield _root(package)
    # Neither size nor digest: METS.xml states those of this file, and the bag's manifests those of METS.xml.
    about = "The list of all files (METS 1.12, E-ARK SIP 2.2)."
    yield {"@id": METS, "@type": "File", "name": METS, "description": about, "encodingFormat": "application/xml"}
    for packed in package.files:
        yield _file(packed)
    yield from _formats(package)
    yield from _identifiers(package)
    yield from (_licence(licence) for licence in package.description.licences)
    yield from (_person(party) for party in _unique(package))
    if package.description.publisher:
        yield {"@id": "#publisher", "@type": "Organization", "name": package.description.publisher}
    if package.description.contact:
        yield _contact(package.description.contact)
    yield from _programs(package)
    yield from _actions(package)


def _ref(identifier: str) -> Entity:
    return {"@id": identifier}


def _one(values: list[Any]) -> Any:
    """A list of one is written as its one value (RO-Crate 1.2, appendix on JSON-LD)."""
    return values[0] if len(values) == 1 else values


def crate_id(path: str) -> str:
    """A file's identifier in the crate: its path as a URI reference."""
    return quote(path)


def _root(package: Package) -> Entity:
    said = package.description
    root: Entity = {
        "@id": "./",
        "@type": "Dataset",
        "name": said.title or "TEI edition",
        "description": said.description or f"TEI P5 edition in {len(package.of('tei'))} files: {said.title}.",
        "datePublished": said.issued or f"{package.when:%Y-%m-%d}",
        "identifier": _one([_ref(entity["@id"]) for entity in _identifiers(package)]),
        "hasPart": [_ref(crate_id(path)) for path in (METS, *(packed.path for packed in package.files))],
        "mentions": [_ref(entity["@id"]) for entity in _actions(package)],
    }
    if said.licences:
        root["license"] = _one([_ref(_licence_id(licence)) for licence in said.licences])
    else:
        root["license"] = said.rights or "The rights are not stated."
    for key, parties in (
        ("author", said.creators),
        ("editor", said.of_role("editor")),
        ("contributor", said.of_role("contributor")),
        ("translator", said.of_role("translator")),
        ("funder", said.of_role("funder")),
    ):
        if parties:
            root[key] = _one([_ref(_party_id(party)) for party in parties])
    if said.publisher:
        root["publisher"] = _ref("#publisher")
    if said.contact:
        root["contactPoint"] = _ref(f"mailto:{said.contact}")
    for key, value in (("inLanguage", list(said.languages)), ("keywords", list(said.keywords))):
        if value:
            root[key] = _one(value)
    return root


def _file(packed: PackedFile) -> Entity:
    folder = next((folder for folder in FOLDERS if packed.path.startswith(folder)), "")
    formats: list[Any] = [packed.format.media_type]
    if packed.format.puid:
        formats.append(_ref(PRONOM + packed.format.puid))
    entity: Entity = {
        "@id": crate_id(packed.path),
        "@type": "File",
        "name": packed.path.rpartition("/")[2],
        "description": FOLDERS.get(folder, "A file made from the TEI."),
        "contentSize": str(packed.digests.size),
        "sha256": packed.digests.sha256,
        "encodingFormat": _one(formats),
    }
    if packed.sources:
        entity["isBasedOn"] = _one([_ref(crate_id(path)) for path in packed.sources])
    return entity


def _identifiers(package: Package) -> Iterator[Entity]:
    """Identifiers as property values; the package's own UUID first."""
    for scheme, value in (("UUID", f"urn:uuid:{package.id}"), *package.description.identifiers):
        yield {
            "@id": f"#identifier-{quote(value, safe='')}",
            "@type": "PropertyValue",
            "name": scheme,
            "propertyID": scheme,
            "value": value,
        }


def _formats(package: Package) -> Iterator[Entity]:
    known = {packed.format.puid: packed.format for packed in package.files if packed.format.puid}
    for puid, form in sorted(known.items()):
        name = f"{form.name} {form.version}".strip()
        yield {"@id": PRONOM + puid, "@type": ["WebPage", "Standard"], "name": name}


def _licence_id(licence: Licence) -> str:
    return licence.url or f"#licence-{quote(licence.name)}"


def _licence(licence: Licence) -> Entity:
    return {
        "@id": _licence_id(licence),
        "@type": "CreativeWork",
        "name": licence.name or licence.url,
        "description": f"The licence of this package: {licence.name or licence.url}.",
        "identifier": licence.url or licence.name,
    }


def _party_id(party: Party) -> str:
    return party.identifier or f"#{quote(party.name)}"


def _unique(package: Package) -> Iterator[Party]:
    parties = {_party_id(party): party for party in package.description.parties}
    return iter(parties.values())


def _person(party: Party) -> Entity:
    return {
        "@id": _party_id(party),
        "@type": "Organization" if party.corporate else "Person",
        "name": party.name,
    }


def _contact(address: str) -> Entity:
    return {
        "@id": f"mailto:{address}",
        "@type": "ContactPoint",
        "name": address,
        "email": address,
        "contactType": "contact",
    }


def _program_id(name: str, version: str) -> str:
    return f"#program-{quote(name)}-{quote(version)}"


def _programs(package: Package) -> Iterator[Entity]:
    """The programs; what they did is told in the file that their url names."""
    known = {package.software: ""} | {(app.id, app.version): app.description for app in package.applications}
    for (name, version), description in sorted(known.items()):
        yield {
            "@id": _program_id(name, version),
            "@type": "SoftwareApplication",
            "name": name,
            "version": version,
            "description": description or name,
            "url": ACCURACY,
        }


def _actions(package: Package) -> Iterator[Entity]:
    """What made the files, one action a title of events; PREMIS has each event on its own."""
    results: dict[str, dict[str, None]] = {}
    ends: dict[str, datetime] = {}
    for event in package.events:
        results.setdefault(event.title, {}).update(dict.fromkeys(event.files))
        ends[event.title] = max(event.when, ends.get(event.title, event.when))
    encoders = sorted({(program.id, program.version) for program in package.applications})
    for title, paths in results.items():
        programs = encoders if title == ENCODING else [package.software]
        action: Entity = {
            "@id": f"#action-{quote(title.replace(' ', '-'))}",
            "@type": "CreateAction",
            "name": title,
            "endTime": iso(ends[title]),
            "instrument": _one([_ref(_program_id(*program)) for program in programs]),
        }
        if paths:
            action["result"] = _one([_ref(crate_id(path)) for path in paths])
        yield action
