"""Where a customisation takes its specifications from: TEI's facts, or another one (@source; TEI P5, 24.3.3)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from toolkit.files import read_file
from toolkit.model.finding import Finding
from toolkit.schema.facts import load_facts, parse_facts
from toolkit.schema.odd.embedded import beside
from toolkit.schema.odd.read_specs import SPECS, read_spec
from toolkit.schema.odd.source import T, line_of, parse_xml, place_of, refused
from toolkit.schema.specs import TEI, Schema, Spec

VERSION = re.compile(r"\d+(\.\d+)+")
Customise = Callable[[bytes, Path, tuple[Path, ...]], Schema]


class Sources:
    """The sources that the parts of one customisation name, each read once."""

    def __init__(self, path: Path, chain: tuple[Path, ...], customise: Customise) -> None:
        self.path = path
        self.chain = (*chain, path.resolve())
        self.customise = customise
        self.known: dict[Path, Schema] = {}
        self.findings: list[Finding] = []

    def of(self, element: etree._Element, default: Schema | None) -> Schema:
        """The schema that an element's @source names; without one the default, or the facts shipped."""
        said = (element.get("source") or "").strip()
        if not said:
            return default or load_facts()
        if said.startswith("tei:") or _is_tei(said):
            return self._shipped(element, said)
        path = beside(said, self.path, element)
        if path.resolve() in self.chain:
            names = [one.name for one in (*self.chain, path.resolve())]
            raise refused(place_of(element, str(self.path)), "S005", chain=" -> ".join(names))
        if path not in self.known:
            self.known[path] = self._read(path, element)
        return self.known[path]

    def _shipped(self, element: etree._Element, said: str) -> Schema:
        facts = load_facts()
        asked = VERSION.search(said)
        if asked and not facts.release.startswith(asked[0]):
            values = {"asked": asked[0], "shipped": facts.release}
            self.findings.append(Finding(str(self.path), line_of(element), 0, "S105", values))
        return facts

    def _read(self, path: Path, element: etree._Element) -> Schema:
        data = read_file(path)
        if path.suffix == ".facts":
            return parse_facts(data.decode(), str(path))
        root = parse_xml(data, str(path))
        if next(root.iter(f"{T}schemaSpec"), None) is not None:
            return self.customise(data, path, self.chain)
        specs = read_specs(root, str(path))
        if not specs.specs:
            raise refused(place_of(element, str(self.path)), "S009", name=path.name)
        return specs


def read_specs(root: etree._Element, path: str) -> Schema:
    """All specifications of a document that has no schemaSpec, as TEI's own p5subset.xml."""
    specs: dict[str, Spec] = {}
    for element in root.iter(*SPECS):
        if not any(ancestor.tag == f"{T}exemplum" for ancestor in element.iterancestors()):
            spec = read_spec(element, path)
            specs[spec.ident] = spec
    modules = [module.get("ident", "") for module in root.iter(f"{T}moduleSpec")]
    modules += [spec.module for spec in specs.values() if spec.module]
    roots = tuple(ident for ident in ("TEI", "teiCorpus") if ident in specs)
    return Schema("tei_all", specs, roots, TEI, modules=tuple(dict.fromkeys(modules)))


def _is_tei(said: str) -> bool:
    """Whether an address is one of the TEI Consortium's own p5subset.xml."""
    return "tei-c.org" in said and said.endswith(("p5subset.xml", "/"))
