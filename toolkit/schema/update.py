"""A release of TEI taken in: its p5subset.xml restated as facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from toolkit.errors import InputError
from toolkit.model.finding import Finding
from toolkit.schema.facts import load_facts, write_facts
from toolkit.schema.odd.chaining import read_specs
from toolkit.schema.odd.source import T, parse_xml, tidy
from toolkit.schema.specs import AttributeDef, AttributeGroup, AttributeItem, Kind, Mode, Schema

FEWEST_ELEMENTS = 400  # TEI P5 had more than this from its first release on
VERSION = re.compile(r"\d+\.\d+\.\d+\w*")
UNKNOWN = "of unknown release"


@dataclass(frozen=True, slots=True)
class Update:
    """New facts as text, and what changed against those in use: elements that came and went."""

    text: str
    release: str
    came: tuple[str, ...]
    went: tuple[str, ...]


def facts_of(data: bytes, path: str, release: str = "") -> Update:
    """The facts that a p5subset.xml states. release: its number, where the file does not say it.

    Raises InputError where the file is not well-formed (S001) or not the whole of TEI (S011).
    """
    root = parse_xml(data, path)
    schema = read_specs(root, path)
    elements = {spec.ident for spec in schema.specs.values() if spec.kind is Kind.ELEMENT}
    if len(elements) < FEWEST_ELEMENTS:
        raise InputError(Finding(path, 0, 0, "S011", {"count": str(len(elements))}))
    release = release or _release(root) or UNKNOWN
    specs = {
        spec.ident: replace(spec, attributes=tuple(_as_published(spec.attributes))) for spec in schema.specs.values()
    }
    before = {spec.ident for spec in load_facts().specs.values() if spec.kind is Kind.ELEMENT}
    text = write_facts(Schema(schema.ident, specs, release=release, modules=schema.modules))
    return Update(text, release, tuple(sorted(elements - before)), tuple(sorted(before - elements)))


def _release(root: etree._Element) -> str:
    """The number of the release, where the header's edition says it."""
    edition = root.find(f"{T}teiHeader//{T}edition")
    said = "".join(str(text) for text in edition.itertext()) if edition is not None else ""
    found = VERSION.search(tidy(said))
    return found[0] if found else ""


def _as_published(items: tuple[AttributeItem, ...]) -> Iterator[AttributeItem]:
    """The attributes as the published schemas have them.

    There, a closed list does not bind where an element merely changes an attribute of its class and the list says no
    mode of its own (TEI issue 2597): such a list is a suggestion.
    """
    for item in items:
        match item:
            case AttributeGroup(org, inner):
                yield AttributeGroup(org, tuple(_as_published(inner)))
            case AttributeDef(mode=Mode.CHANGE, values=values) if values and values.kind == "closed":
                yield replace(item, values=replace(values, kind="semi"))
            case _:
                yield item
