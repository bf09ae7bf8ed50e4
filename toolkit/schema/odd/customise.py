"""A customisation carried out: its schemaSpec, laid upon TEI's facts or another customisation, becomes a schema.

The order is that of TEI P5, 24.3.1 (Processing): groups are written out, modules and references choose from the source,
what is deleted goes, what is changed or replaced is, what is added comes last. Modules tei and core come first, for the
order of classes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from toolkit.model.finding import Finding
from toolkit.schema.odd.chaining import Sources
from toolkit.schema.odd.checking import check_schema
from toolkit.schema.odd.embedded import beside, read_grammar
from toolkit.schema.odd.gathering import gather, schema_spec
from toolkit.schema.odd.lists import Lists, lose_lists
from toolkit.schema.odd.merging import change_spec, without_deleted
from toolkit.schema.odd.read_content import clark
from toolkit.schema.odd.read_specs import SPECS, read_constraints, read_spec
from toolkit.schema.odd.source import (
    T,
    is_near,
    line_of,
    local,
    parse_xml,
    place_of,
    refused,
    suggestion,
    tidy,
    unknown,
    words,
)
from toolkit.schema.specs import (
    TEI,
    AttributeDef,
    AttributeGroup,
    AttributeItem,
    Kind,
    Mode,
    Place,
    Schema,
    Spec,
)

# Elements that earlier releases of TEI P5 had; customisations that still name them are carried out without them.
WITHDRAWN = frozenset(("charName", "charProp", "glyphName", "oVar", "pVar", "relationGrp", "stringVal", "valDesc"))


@dataclass(frozen=True, slots=True)
class Customisation:
    """An ODD carried out: the schema, and what is to be said of the ODD that does not stop it."""

    schema: Schema
    findings: tuple[Finding, ...]


def customise(data: bytes, path: Path, chain: tuple[Path, ...] = (), *, lists: Lists = Lists.KEPT) -> Customisation:
    """Carry out the customisation in the bytes of the file at `path`.

    chain: the files that wait for this one as their source. lists: see toolkit.schema.odd.lists. Raises InputError
    where it is none (S001 to S009).
    """
    return _Customiser(parse_xml(data, str(path)), path, chain, lists).carry_out()


class _Customiser:
    """Carries out one schemaSpec."""

    def __init__(self, root: etree._Element, path: Path, chain: tuple[Path, ...], lists: Lists) -> None:
        self.path = path
        self.name = str(path)
        self.lists = lists
        self.root = schema_spec(root, self.name)
        self.parts, self.findings = gather(root, self.root, path)
        self.sources = Sources(path, chain, customise_schema)
        self.source = self.sources.of(self.root, None)
        self.findings += self.sources.findings
        self.specs: dict[str, Spec] = {}
        self.own: list[Spec] = []
        self.modules: list[str] = []

    def carry_out(self) -> Customisation:
        specs = [(part, read_spec(part, name)) for part, name in self.parts if part.tag in SPECS]
        self.own = [spec for _, spec in specs]
        referred = {
            part.get("key", "") for part, _ in self.parts if local(part) in ("elementRef", "classRef", "macroRef")
        }
        deleted = {spec.ident for spec in self.own if spec.mode is Mode.DELETE}
        for part, name in self._modules():
            self._take_module(part, name, referred | deleted)
        foreign = {}
        for part, name in self.parts:
            match local(part):
                case "moduleRef" if part.get("url"):
                    href = part.get("url", "")
                    foreign[part.get("prefix", "")] = read_grammar(beside(href, Path(name), part))
                case "elementRef" | "classRef" | "macroRef" | "dataRef":
                    self._take_reference(part, name, deleted)
        for spec in self.own:
            self._carry_out(spec, deleted)
        schema = Schema(
            self.root.get("ident", ""),
            self.specs,
            self._roots(),
            self.root.get("ns", TEI),
            self.root.get("prefix", ""),
            self.source.release,
            tuple(self.modules),
            foreign,
            self._exceptions(),
            self._title(),
            tuple(read_constraints(self.root, self.name)),
        )
        known = {*self.source.specs, *(spec.ident for spec in self.own)}
        self.findings += check_schema(schema, self.own, known, Place(self.name, line_of(self.root)))
        return Customisation(schema, tuple(self.findings))

    def _modules(self) -> Iterator[tuple[etree._Element, str]]:
        references = [(part, name) for part, name in self.parts if local(part) == "moduleRef" and part.get("key")]
        first = {"tei": 0, "core": 1}
        yield from sorted(references, key=lambda reference: first.get(reference[0].get("key", ""), 2))

    def _take_module(self, part: etree._Element, name: str, apart: set[str]) -> None:
        """Take the specifications of a module; `apart` are those that the ODD deletes or refers to one by one."""
        source = self.sources.of(part, self.source)
        module = part.get("key", "").strip()
        place = place_of(part, name)
        if module not in source.modules:
            raise unknown(place, "module", module, source.modules)
        include, except_ = words(part.get("include")), words(part.get("except"))
        only = part.get("include") is not None  # an empty @include takes no element
        if include and except_:
            raise refused(place, "S004", reason="a moduleRef has @include or @except, not both")
        for ident in (*include, *except_):
            if ident not in source.specs:
                self._take_unknown(
                    place, ident, [spec.ident for spec in source.specs.values() if spec.module == module]
                )
            elif source.specs[ident].module != module:
                self._say(place, "S101", name=ident, module=module, other=source.specs[ident].module)
        self.modules.append(module)
        for spec in source.specs.values():
            element = spec.kind is Kind.ELEMENT
            chosen = not element or (spec.ident in include if only else spec.ident not in except_)
            if spec.module == module and chosen and spec.ident not in apart:
                self.specs[spec.ident] = spec

    def _take_unknown(self, place: Place, ident: str, known: list[str]) -> None:
        """Refuse a misspelt element; one that TEI may have had in another release is only mentioned."""
        if ident not in WITHDRAWN and is_near(ident, known):
            raise unknown(place, "element", ident, known)
        self._say(place, "S102", kind=Kind.ELEMENT, name=ident, suggestion=suggestion(ident, known))

    def _take_reference(self, part: etree._Element, name: str, deleted: set[str]) -> None:
        """Take one specification from the source, by elementRef, classRef, macroRef or dataRef."""
        if local(part) == "dataRef" and not part.get("key"):
            return
        source = self.sources.of(part, self.source)
        ident = part.get("key", "").strip()
        spec = source.specs.get(ident)
        if spec is None:
            what = local(part).removesuffix("Ref")
            raise unknown(place_of(part, name), what, ident, source.specs)
        include, except_ = words(part.get("include")), words(part.get("except"))
        if spec.kind is Kind.ATTRIBUTES and (include or except_):
            spec = replace(spec, attributes=tuple(_only(spec.attributes, include, except_)))
        if ident not in deleted:
            self.specs[ident] = spec

    def _carry_out(self, spec: Spec, deleted: set[str]) -> None:
        """Add, change, replace or delete a specification."""
        there = self.specs.get(spec.ident)
        elsewhere = self.source.specs.get(spec.ident)
        if spec.mode is Mode.ADD:
            if there is not None:
                raise refused(spec.place, "S003", kind=spec.kind, name=spec.ident)
            self.specs[spec.ident] = self._placed(spec, deleted)
            return
        idle = spec.mode is Mode.DELETE or (spec.mode is Mode.CHANGE and _only_deletes(spec))
        if there is None and elsewhere is None and not idle:
            same = [one.ident for one in self.source.specs.values() if one.kind is spec.kind]
            raise unknown(spec.place, spec.kind, spec.ident, same)
        if spec.mode is Mode.DELETE:
            if elsewhere is None and there is None:
                self._say(
                    spec.place, "S102", kind=spec.kind, name=spec.ident, suggestion=suggestion(spec.ident, self.specs)
                )
            self.specs.pop(spec.ident, None)
        elif there is None:
            self._say(spec.place, "S103", kind=spec.kind, name=spec.ident, module=elsewhere.module if elsewhere else "")
        elif spec.mode is Mode.REPLACE:
            self.specs[spec.ident] = self._placed(replace(spec, module=spec.module or there.module), deleted)
        else:
            if there.kind is not spec.kind and {there.kind, spec.kind} != {Kind.MODEL, Kind.ATTRIBUTES}:
                raise refused(spec.place, "S003", kind=there.kind, name=spec.ident)
            changed = change_spec(there, spec)
            if self.lists is Lists.LOST:
                changed = lose_lists(there, spec, changed)
            content = changed.content
            self.specs[spec.ident] = replace(changed, content=content and without_deleted(content, deleted))

    def _placed(self, spec: Spec, deleted: set[str]) -> Spec:
        module = spec.module or self.root.get("module") or f"derived-module-{self.root.get('ident', '')}"
        content = spec.content and without_deleted(spec.content, deleted)
        attributes = tuple(map(_standing, spec.attributes))
        return replace(spec, mode=Mode.ADD, module=module, content=content, attributes=attributes)

    def _roots(self) -> tuple[str, ...]:
        """The elements a document may start with: @start, else TEI's own, else any element."""
        elements = [spec.ident for spec in self.specs.values() if spec.kind is Kind.ELEMENT]
        said = words(self.root.get("start"))
        for ident in said:
            if ident not in elements:
                if ident in self.source.specs:
                    raise refused(place_of(self.root, self.name), "S008", name=ident)
                raise unknown(place_of(self.root, self.name), "element", ident, elements)
        usual = tuple(ident for ident in ("TEI", "teiCorpus") if ident in elements)
        return said or usual[:1] or tuple(elements)

    def _exceptions(self) -> tuple[str, ...]:
        said = self.root.get("defaultExceptions")
        if said is None:
            return self.source.exceptions
        return tuple(clark(word, self.root) for word in words(said))

    def _title(self) -> str:
        tree = self.root.getroottree().getroot()
        title = tree.find(f"{T}teiHeader/{T}fileDesc/{T}titleStmt/{T}title")
        return tidy("".join(title.itertext(with_tail=False))) if title is not None else ""  # type: ignore[arg-type]

    def _say(self, place: Place, code: str, **values: str) -> None:
        self.findings.append(Finding(place.path, place.line, 0, code, values))


def customise_schema(data: bytes, path: Path, chain: tuple[Path, ...]) -> Schema:
    """The schema of a customisation that another takes as its source."""
    return customise(data, path, chain).schema


def _only(
    items: tuple[AttributeItem, ...], include: tuple[str, ...], except_: tuple[str, ...]
) -> Iterator[AttributeItem]:
    for item in items:
        match item:
            case AttributeGroup(org, inner):
                yield AttributeGroup(org, tuple(_only(inner, include, except_)))
            case AttributeDef(ident=ident):
                if ident in include or (not include and ident not in except_):
                    yield item
            case _:
                yield item


def _only_deletes(spec: Spec) -> bool:
    """Whether a change does nothing but delete attributes of a class: where there is no class, it has its will."""
    items = spec.attributes
    deletions = all(isinstance(item, AttributeDef) and item.mode is Mode.DELETE for item in items)
    return spec.kind is Kind.ATTRIBUTES and bool(items) and deletions and spec.memberships is None


def _standing(item: AttributeItem) -> AttributeItem:
    """An attribute that replaces one, as what stands there now."""
    if isinstance(item, AttributeDef) and item.mode is Mode.REPLACE:
        return replace(item, mode=Mode.ADD)
    return item
