"""METS 1.12 in the profiles of E-ARK: CSIP 2.2 (common specification) and SIP 2.2 (https://earksip.dilcis.eu).

The root document lists the metadata, the schemas, the documentation and each representation's own METS, which lists
that representation's files. Both are written file by file, so that their size does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO
from urllib.parse import quote

from lxml import etree

from toolkit.packagers.dates import iso
from toolkit.packagers.payload import (
    CRATE,
    DATACITE,
    DOCUMENTATION,
    DUBLIN_CORE,
    METS,
    PREMIS,
    SCHEMAS,
    Package,
    PackedFile,
)
from toolkit.packagers.xmlwriting import XLINK, XSI, clean, write_into

NAMESPACE = "http://www.loc.gov/METS/"
CSIP = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
SIP = "https://DILCIS.eu/XML/METS/SIPExtensionMETS"
PROFILE = "https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-2-0.xml"
NAMESPACES = {None: NAMESPACE, "xlink": XLINK, "csip": CSIP, "sip": SIP, "xsi": XSI}
SCHEMA_LOCATIONS = (
    (NAMESPACE, "http://www.loc.gov/standards/mets/mets.xsd"),
    (XLINK, "http://www.loc.gov/standards/mets/xlink.xsd"),
    (CSIP, "https://earkcsip.dilcis.eu/schema/DILCISExtensionMETS.xsd"),
    (SIP, "https://earksip.dilcis.eu/schema/DILCISExtensionSIPMETS.xsd"),
)
# What kind of metadata a descriptive file holds (METS, mdRef/@MDTYPE and @OTHERMDTYPE).
DESCRIPTIVE = {DUBLIN_CORE: ("DC", ""), DATACITE: ("OTHER", "DATACITE"), CRATE: ("OTHER", "RO-CRATE")}


@dataclass(frozen=True, slots=True)
class _Group:
    """A fileGrp and the division of the structural map that points to it."""

    use: str
    id: str
    files: tuple[PackedFile, ...]
    pointer: str = ""


def representation_mets(name: str) -> str:
    """Where a representation's METS document stands in the payload."""
    return f"representations/{name}/{METS}"


def write_representation_mets(package: Package, name: str, target: BinaryIO) -> None:
    """Write the METS document of one representation; its paths run from the representation's folder."""
    folder = f"representations/{name}/"
    group = _Group("Data", package.uuid(name, "Data"), package.of(name))
    with etree.xmlfile(target, encoding="UTF-8") as file:
        file.write_declaration()
        with file.element(_m("mets"), _root_attributes(package, name), nsmap=NAMESPACES):
            write_into(file, _header(package))
            _file_section(file, package, (name,), (group,), folder)
            write_into(file, _structure(package, (name,), name, (group,), {}))
            file.write("\n")
    target.write(b"\n")


def write_root_mets(package: Package, target: BinaryIO) -> None:
    """Write the METS document of the package; its files are all those of the package but for itself."""
    files = {packed.path: packed for packed in package.files}
    descriptive = [path for path in files if path in DESCRIPTIVE or path.startswith("metadata/descriptive/")]
    groups = [
        _Group("Schemas", package.uuid("Schemas"), package.under(SCHEMAS)),
        _Group("Documentation", package.uuid("Documentation"), (*package.under(DOCUMENTATION), files[CRATE])),
    ]
    for name in package.representations:
        path = representation_mets(name)
        use = f"Representations/{name}"
        groups.append(_Group(use, package.uuid(use), (files[path],), path))
    groups = [group for group in groups if group.files]
    with etree.xmlfile(target, encoding="UTF-8") as file:
        file.write_declaration()
        with file.element(_m("mets"), _root_attributes(package, ""), nsmap=NAMESPACES):
            write_into(file, _header(package))
            for path in descriptive:
                kind, other = DESCRIPTIVE.get(path) or ("OTHER", path.split("/")[2].split(".")[0].upper())
                section = _el("dmdSec", ID=package.uuid("dmd", path), CREATED=iso(package.when), STATUS="CURRENT")
                section.append(_reference(package, files[path], kind, other))
                write_into(file, section)
            write_into(file, _administrative(package, files[PREMIS]))
            _file_section(file, package, (), groups, "")
            pointers = {
                "DMDID": " ".join(package.uuid("dmd", path) for path in descriptive),
                "ADMID": package.uuid("digiprov"),
            }
            write_into(file, _structure(package, (), f"uuid-{package.id}", groups, pointers))
            file.write("\n")
    target.write(b"\n")


def _m(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _el(name: str, text: str = "", /, **attributes: str) -> etree._Element:
    element = etree.Element(_m(name), attributes, nsmap=NAMESPACES)  # type: ignore[arg-type]
    if text:
        element.text = clean(text)
    return element


def _root_attributes(package: Package, representation: str) -> Mapping[str, str]:
    return {
        "OBJID": representation or f"uuid-{package.id}",
        "LABEL": clean(package.description.title) or "TEI edition",
        "TYPE": "Mixed",
        "PROFILE": PROFILE,
        f"{{{CSIP}}}CONTENTINFORMATIONTYPE": "MIXED",
        f"{{{XSI}}}schemaLocation": " ".join(f"{namespace} {where}" for namespace, where in SCHEMA_LOCATIONS),
    }


def _header(package: Package) -> etree._Element:
    when = iso(package.when)
    header = _el("metsHdr", CREATEDATE=when, LASTMODDATE=when, RECORDSTATUS="NEW")
    header.set(f"{{{CSIP}}}OAISPACKAGETYPE", "SIP")
    name, version = package.software
    header.append(_agent("CREATOR", "OTHER", name, (version, "SOFTWARE VERSION"), OTHERTYPE="SOFTWARE"))
    for party in package.description.creators:
        kind = "ORGANIZATION" if party.corporate else "INDIVIDUAL"
        note = (party.identifier, "IDENTIFICATIONCODE") if party.identifier else None
        header.append(_agent("CREATOR", kind, party.name, note))
    return header


def _agent(role: str, kind: str, name: str, note: tuple[str, str] | None, **attributes: str) -> etree._Element:
    agent = _el("agent", ROLE=role, TYPE=kind, **attributes)
    agent.append(_el("name", name))
    if note:
        element = _el("note", note[0])
        element.set(f"{{{CSIP}}}NOTETYPE", note[1])
        agent.append(element)
    return agent


def _facts(package: Package, packed: PackedFile) -> dict[str, str]:
    return {
        "MIMETYPE": packed.format.media_type,
        "SIZE": str(packed.digests.size),
        "CREATED": iso(package.when),
        "CHECKSUM": packed.digests.sha256,
        "CHECKSUMTYPE": "SHA-256",
    }


def _located(element: etree._Element, path: str) -> etree._Element:
    element.set(f"{{{XLINK}}}type", "simple")
    element.set(f"{{{XLINK}}}href", quote(path))
    return element


def _reference(package: Package, packed: PackedFile, kind: str, other: str = "", **more: str) -> etree._Element:
    attributes = _facts(package, packed) | {"LOCTYPE": "URL", "MDTYPE": kind} | more
    if other:
        attributes["OTHERMDTYPE"] = other
    return _located(_el("mdRef", ID=package.uuid("ref", packed.path), **attributes), packed.path)


def _administrative(package: Package, premis: PackedFile) -> etree._Element:
    section = _el("amdSec", ID=package.uuid("amd"))
    history = _el("digiprovMD", ID=package.uuid("digiprov"), CREATED=iso(package.when), STATUS="CURRENT")
    history.append(_reference(package, premis, "PREMIS", MDTYPEVERSION="3.0"))
    section.append(history)
    return section


def _file_section(
    file: etree._IncrementalFileWriter, package: Package, key: Sequence[str], groups: Iterable[_Group], folder: str
) -> None:
    file.write("\n  ")
    with file.element(_m("fileSec"), {"ID": package.uuid(*key, "fileSec")}):
        for group in groups:
            file.write("\n    ")
            with file.element(_m("fileGrp"), {"ID": group.id, "USE": group.use}):
                for packed in group.files:
                    entry = _el("file", ID=package.uuid("file", packed.path), **_facts(package, packed))
                    entry.append(_located(_el("FLocat", LOCTYPE="URL"), packed.path.removeprefix(folder)))
                    write_into(file, entry, 3)
                file.write("\n    ")
        file.write("\n  ")


def _structure(
    package: Package, key: Sequence[str], label: str, groups: Iterable[_Group], pointers: Mapping[str, str]
) -> etree._Element:
    """The structural map that CSIP asks for: a division for the metadata and one for each file group."""
    structure = _el("structMap", ID=package.uuid(*key, "structMap"), TYPE="PHYSICAL", LABEL="CSIP")
    whole = _el("div", ID=package.uuid(*key, "div"), LABEL=label)
    structure.append(whole)
    if pointers:
        whole.append(_el("div", ID=package.uuid(*key, "div", "Metadata"), LABEL="Metadata", **pointers))
    for group in groups:
        division = _el("div", ID=package.uuid(*key, "div", group.use), LABEL=group.use)
        if group.pointer:
            pointer = _located(_el("mptr", LOCTYPE="URL"), group.pointer)
            pointer.set(f"{{{XLINK}}}title", group.id)
            division.append(pointer)
        else:
            division.append(_el("fptr", FILEID=group.id))
        whole.append(division)
    return structure
