"""The attributes an element really has: its classes', theirs, and what each of them adds, changes, replaces or deletes.

TEI P5, 23.5.3 (Attribute List Specification). Where two classes bring one attribute, the first named wins; it is never
doubled.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from toolkit.schema.specs import (
    AttributeDef,
    AttributeGroup,
    AttributeItem,
    AttributeRef,
    Kind,
    Mode,
    Schema,
    Spec,
    ValueItem,
    ValueList,
)


@dataclass(frozen=True, slots=True)
class Held:
    """An attribute that an element or class holds. owner: the ident of the one whose own it is, unaltered."""

    attribute: AttributeDef
    owner: str


@dataclass(frozen=True, slots=True)
class Attributes:
    """All attributes of an element or class, by ident, and the groups of which one only may stand."""

    held: dict[str, Held]
    choices: tuple[AttributeGroup, ...] = ()


class Resolver:
    """Resolves the attributes of a schema's elements and classes, each class once."""

    def __init__(self, schema: Schema) -> None:
        self.specs = schema.specs
        self.known: dict[str, Attributes] = {}

    def of(self, spec: Spec) -> Attributes:
        """The attributes of an element or class. Classes must not be members of themselves."""
        if spec.ident not in self.known:
            self.known[spec.ident] = self._resolve(spec)
        return self.known[spec.ident]

    def classes(self, spec: Spec) -> list[Spec]:
        """The attribute classes that the schema has of those the spec is a direct member of."""
        found = (self.specs.get(key) for key in spec.classes)
        return [one for one in found if one and one.kind is Kind.ATTRIBUTES]

    def _resolve(self, spec: Spec) -> Attributes:
        held: dict[str, Held] = {}
        choices: list[AttributeGroup] = []
        for class_ in self.classes(spec):
            inherited = self.of(class_)
            for ident, one in inherited.held.items():
                held.setdefault(ident, one)
            choices += [group for group in inherited.choices if group not in choices]
        items = spec.attributes
        if spec.kind is Kind.ATTRIBUTES:  # a class takes away nothing that its own classes bring
            items = tuple(item for item in items if not _is_deletion(item))
        self._apply(items, spec.ident, held, choices)
        return Attributes(held, tuple(choices))

    def _apply(
        self, items: Iterable[AttributeItem], owner: str, held: dict[str, Held], choices: list[AttributeGroup]
    ) -> None:
        for item in items:
            match item:
                case AttributeGroup(org, inner):
                    self._apply(inner, owner, held, choices if org == "choice" else [])
                    if org == "choice":
                        choices.append(item)
                case AttributeRef(class_, name):
                    self._refer(class_, name, held)
                case AttributeDef(ident=ident, mode=Mode.DELETE):
                    held.pop(ident, None)
                case AttributeDef(ident=ident, mode=Mode.CHANGE):
                    if ident in held:
                        held[ident] = Held(change_attribute(held[ident].attribute, item), owner)
                case AttributeDef(ident=ident) if ident.startswith("xmlns"):
                    continue  # a namespace declaration is no attribute to RELAX NG
                case AttributeDef(ident=ident):
                    held[ident] = Held(item, owner)

    def _refer(self, class_: str, name: str, held: dict[str, Held]) -> None:
        spec = self.specs.get(class_)
        if spec is None:
            return
        for ident, one in self.of(spec).held.items():
            if name in ("", ident):
                held[ident] = one


def _is_deletion(item: AttributeItem) -> bool:
    return isinstance(item, AttributeDef) and item.mode is Mode.DELETE


def change_attribute(old: AttributeDef, new: AttributeDef) -> AttributeDef:
    """The old attribute with what the new one says; what it does not say stays."""
    return replace(
        old,
        usage=new.usage or old.usage,
        datatype=new.datatype or old.datatype,
        values=change_values(old.values, new.values),
        default=old.default if new.default is None else new.default,
        name=new.name if new.name not in ("", new.ident) else old.name,
        namespace=new.namespace or old.namespace,
        prose=new.prose if new.prose.description or new.prose.gloss else old.prose,
        place=new.place,
    )


def change_values(old: ValueList | None, new: ValueList | None) -> ValueList | None:
    """The old list of values as the new one changes, replaces or deletes it; a list added stands in its stead."""
    if new is None:
        return old
    if new.mode is Mode.DELETE:
        return None
    if new.mode is not Mode.CHANGE or old is None:
        return replace(new, mode=Mode.ADD, kind=new.kind or (old.kind if old else ""), items=_kept(new.items))
    items = {item.ident: item for item in old.items}
    for item in new.items:
        if item.mode is Mode.DELETE:
            items.pop(item.ident, None)
        elif item.mode is Mode.CHANGE and item.ident in items:
            items[item.ident] = _change_item(items[item.ident], item)
        else:
            items[item.ident] = replace(item, mode=Mode.ADD)
    return ValueList(new.kind or old.kind, tuple(items.values()))


def _kept(items: tuple[ValueItem, ...]) -> tuple[ValueItem, ...]:
    return tuple({item.ident: replace(item, mode=Mode.ADD) for item in items if item.mode is not Mode.DELETE}.values())


def _change_item(old: ValueItem, new: ValueItem) -> ValueItem:
    name = new.name if new.name != new.ident else old.name
    return replace(old, name=name, prose=new.prose if new.prose.description or new.prose.gloss else old.prose)
