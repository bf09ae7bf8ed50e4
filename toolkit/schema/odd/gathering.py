"""What a schemaSpec gathers: its parts in order, those of the groups it refers to written out (TEI P5, 23.2)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from toolkit.model.finding import Finding
from toolkit.schema.odd.embedded import beside
from toolkit.schema.odd.source import T, children, line_of, local, place_of, read_xml, refused, suggestion

XINCLUDE = "{http://www.w3.org/2001/XInclude}include"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
REFERENCES = ("moduleRef", "elementRef", "classRef", "macroRef", "dataRef", "specGrpRef")
PARTS = frozenset([*REFERENCES, "elementSpec", "classSpec", "macroSpec", "dataSpec"])
Part = tuple[etree._Element, str]


def schema_spec(root: etree._Element, path: str) -> etree._Element:
    """The first schemaSpec of a document. Raises InputError (S007) where there is none."""
    found = root if root.tag == f"{T}schemaSpec" else next(root.iter(f"{T}schemaSpec"), None)
    if found is None:
        raise refused(place_of(root, path), "S007", root=local(root))
    return found


def gather(root: etree._Element, schema: etree._Element, path: Path) -> tuple[list[Part], list[Finding]]:
    """The parts of a schemaSpec, each with the name of its file; and what is to be said of groups that lead nowhere."""
    findings: list[Finding] = []
    parts = list(_parts(schema, root, path, (), findings))
    taken = {id(part) for part, _ in parts}
    idle = [
        Finding(str(path), line_of(group), 0, "S104", {"name": group.get(XML_ID, "")})
        for group in schema.iter(f"{T}specGrp")
        if not any(id(child) in taken for child in children(group)) and any(local(c) in PARTS for c in children(group))
    ]
    return parts, findings + idle


def _parts(
    holder: etree._Element, root: etree._Element, path: Path, chain: tuple[str, ...], findings: list[Finding]
) -> Iterator[Part]:
    for child in children(holder):
        if child.tag == XINCLUDE:
            reason = (
                "XInclude is not carried out here; put the specifications in a specGrp and refer to it (specGrpRef)"
            )
            raise refused(place_of(child, str(path)), "S004", reason=reason)
        if child.tag == f"{T}specGrpRef":
            yield from _group(child, root, path, chain, findings)
        elif child.tag.startswith(T) and local(child) in PARTS:
            yield child, str(path)


def _group(
    reference: etree._Element, root: etree._Element, path: Path, chain: tuple[str, ...], findings: list[Finding]
) -> Iterator[Part]:
    """The parts of the group that a specGrpRef points to, in this file or another."""
    target = reference.get("target", "").strip()
    href, _, fragment = target.partition("#")
    step = f"{beside(href, path, reference) if href else path}#{fragment}"
    if step in chain:
        names = [one.rpartition("/")[2] for one in (*chain, step)]
        raise refused(place_of(reference, str(path)), "S005", chain=" -> ".join(names))
    if href:
        path = beside(href, path, reference)
        root = read_xml(path)
    groups = {group.get(XML_ID, ""): group for group in root.iter(f"{T}specGrp")}
    if fragment:
        if fragment not in groups:
            values = {"name": fragment, "suggestion": suggestion(fragment, groups)}
            findings.append(Finding(str(path), line_of(reference), 0, "S107", values))
            return
        yield from _parts(groups[fragment], root, path, (*chain, step), findings)
    elif root.tag == f"{T}specGrp":
        yield from _parts(root, root, path, (*chain, step), findings)
    else:
        for group in groups.values():
            yield from _parts(group, root, path, (*chain, step), findings)
