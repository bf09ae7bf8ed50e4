"""A customisation looked over: names that nothing bears, circles among classes, changes that change nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from toolkit.model.finding import Finding
from toolkit.schema.attributes import Resolver
from toolkit.schema.facts import load_facts
from toolkit.schema.grammar import Pattern
from toolkit.schema.odd.source import refused, unknown
from toolkit.schema.rewriting import references
from toolkit.schema.specs import (
    Alternate,
    AttributeDef,
    AttributeGroup,
    AttributeItem,
    AttributeRef,
    ClassRef,
    Content,
    DataRef,
    ElementRef,
    Kind,
    MacroRef,
    Mode,
    Place,
    RelaxNg,
    Schema,
    Sequence,
    Spec,
)

LONGEST = 60  # classes that are members of one another in a row


def check_schema(schema: Schema, own: Iterable[Spec], known: Collection[str], place: Place) -> list[Finding]:
    """What is to be said of a customisation. own: its own specifications; known: idents that source and ODD bear.

    Raises InputError where a name is unknown (S002), classes or macros go in a circle (S005), or nothing can be a
    root (S008).
    """
    everywhere = {*known, *load_facts().specs}
    everywhere |= {prefix + name for prefix, grammar in schema.foreign.items() for name in grammar.defines}
    own = list(own)
    for spec in own:
        if spec.mode is not Mode.DELETE:
            _check_names(spec, everywhere)
    _check_circles(schema, place)
    if not schema.roots:
        raise refused(place, "S008", name="TEI")
    return list(_idle_changes(schema, own))


def _check_names(spec: Spec, known: Collection[str]) -> None:
    for key in spec.classes:
        if key not in known:
            raise unknown(spec.place, "class", key, (name for name in known if name.startswith(("att.", "model."))))
    contents = [spec.content] if spec.content else []
    contents += [d.datatype.content for d in _definitions(spec.attributes) if d.datatype]
    for part in _inside(contents):
        match part:
            case ElementRef(key) | ClassRef(key) | MacroRef(key):
                what = {ElementRef: "element", ClassRef: "class", MacroRef: "macro"}[type(part)]
                if key not in known:
                    raise unknown(spec.place, what, key, known)
            case DataRef(key=key) if key and key not in known:
                raise unknown(spec.place, "datatype", key, known)
            case RelaxNg(pattern):
                _check_references(pattern, spec, known)
    for item in spec.attributes:
        if isinstance(item, AttributeRef) and item.class_ and item.class_ not in known:
            raise unknown(spec.place, "class", item.class_, (name for name in known if name.startswith("att.")))


def _check_references(pattern: Pattern, spec: Spec, known: Collection[str]) -> None:
    """Refuse a reference in RELAX NG to what is neither a specification, an expanded class, nor a foreign pattern."""
    for name in references(pattern):
        bare = name.removesuffix(".attributes").partition("_")[0]
        if name not in known and bare not in known:
            raise unknown(spec.place, "pattern", name, known)


def _inside(contents: Iterable[Content]) -> Iterator[Content]:
    for content in contents:
        yield content
        if isinstance(content, Sequence | Alternate):
            yield from _inside(content.items)


def _definitions(items: Iterable[AttributeItem]) -> Iterator[AttributeDef]:
    for item in items:
        if isinstance(item, AttributeGroup):
            yield from _definitions(item.items)
        elif isinstance(item, AttributeDef):
            yield item


def _check_circles(schema: Schema, place: Place) -> None:
    """Refuse classes that are members of themselves and macros or datatypes that stand for themselves."""
    edges: dict[str, list[str]] = {}
    for spec in schema.specs.values():
        if spec.kind in (Kind.MODEL, Kind.ATTRIBUTES):
            edges[spec.ident] = [key for key in spec.classes if key in schema.specs]
        elif spec.kind in (Kind.MACRO, Kind.DATA) and spec.content:
            parts = _inside([spec.content])
            edges[spec.ident] = [part.key for part in parts if isinstance(part, MacroRef | DataRef) and part.key]
    lengths: dict[str, int] = {}
    for ident in edges:
        if _longest(ident, edges, lengths, [], schema, place) > LONGEST:
            reason = f"{ident} begins a chain of more than {LONGEST} classes, which is not followed"
            raise refused(schema.specs[ident].place, "S004", reason=reason)


def _longest(
    ident: str, edges: dict[str, list[str]], lengths: dict[str, int], way: list[str], schema: Schema, place: Place
) -> int:
    """How many steps a chain that begins with `ident` has at most. Raises InputError (S005) where it has no end."""
    if ident in way:
        circle = [*way[way.index(ident) :], ident]
        at = next((schema.specs[name].place for name in circle if schema.specs[name].place.path == place.path), place)
        raise refused(at, "S005", chain=" -> ".join(circle))
    if ident not in lengths and len(way) <= LONGEST:
        targets = [_longest(target, edges, lengths, [*way, ident], schema, place) for target in edges.get(ident, [])]
        lengths[ident] = 1 + max(targets, default=0)
    return lengths.get(ident, LONGEST + 1)


def _idle_changes(schema: Schema, own: list[Spec]) -> Iterator[Finding]:
    """Changes and deletions of attributes that the element or class does not have there."""
    resolver = Resolver(schema)
    facts = load_facts()
    for spec in own:
        there = schema.specs.get(spec.ident)
        if there is None or spec.mode is not Mode.CHANGE or spec.kind not in (Kind.ELEMENT, Kind.ATTRIBUTES):
            continue
        had = _had(resolver, there)
        before = facts.specs.get(spec.ident)
        had |= {item.ident for item in _definitions(before.attributes)} if before else set()
        for item in _definitions(spec.attributes):
            if item.mode in (Mode.DELETE, Mode.CHANGE) and item.ident not in had:
                values = {
                    "name": item.ident,
                    "owner": spec.ident,
                    "mode": item.mode.value,
                    "where": _where(schema, item),
                }
                yield Finding(item.place.path, item.place.line, 0, "S106", values)


def _had(resolver: Resolver, spec: Spec) -> set[str]:
    """The attributes that can be changed there: a specification's own, and those that an element's classes bring."""
    had = {item.ident for item in _definitions(spec.attributes) if item.mode in (Mode.ADD, Mode.REPLACE)}
    if spec.kind is Kind.ATTRIBUTES:
        return had
    for class_ in resolver.classes(spec):
        had |= set(resolver.of(class_).held)
    return had


def _where(schema: Schema, item: AttributeDef) -> str:
    """The classes of the schema that define an attribute of that name, as a clause."""
    classes = [
        spec.ident
        for spec in schema.specs.values()
        if spec.kind is Kind.ATTRIBUTES and any(one.ident == item.ident for one in _definitions(spec.attributes))
    ]
    return f"it comes from {', '.join(classes[:3])}" if classes else "no class brings it either"
