"""A specification changed by another: what the change says takes the place of what was said, the rest stays.

TEI P5, 23.5 and 24.3.1. What the change says of an attribute that a class brings is kept as a change, to be carried out
where the attribute arrives (see toolkit.schema.attributes).
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from toolkit.schema.attributes import change_attribute
from toolkit.schema.specs import (
    Alternate,
    AttributeDef,
    AttributeGroup,
    AttributeItem,
    ClassRef,
    Constraint,
    Content,
    DataRef,
    ElementRef,
    Kind,
    MacroRef,
    Memberships,
    Mode,
    Sequence,
    Spec,
)


def change_spec(old: Spec, new: Spec) -> Spec:
    """The old specification as the new one, in mode change, alters it."""
    return replace(
        old,
        namespace=old.namespace if new.namespace is None else new.namespace,
        memberships=change_memberships(old.memberships, new.memberships),
        content=old.content if new.content is None else new.content,
        attributes=change_attributes(old.attributes, new.attributes, inherited=old.kind is Kind.ELEMENT),
        values=None if new.values and new.values.mode is Mode.DELETE else new.values or old.values,
        constraints=change_constraints(old.constraints, new.constraints),
        name=new.name if new.name != new.ident else old.name,
        prose=new.prose if new.prose.description or new.prose.gloss else old.prose,
        place=new.place,
    )


def change_memberships(old: Memberships | None, new: Memberships | None) -> Memberships | None:
    """The classes after the change: all new ones, or, in mode change, those added to and taken from the old."""
    if new is None:
        return old
    if not new.change or old is None:
        return Memberships(new.keys)
    return Memberships(tuple(key for key in dict.fromkeys((*new.keys, *old.keys)) if key not in new.without))


def change_attributes(
    old: tuple[AttributeItem, ...], new: tuple[AttributeItem, ...], *, inherited: bool = True
) -> tuple[AttributeItem, ...]:
    """The attributes a specification states, after the change; each once.

    inherited: whether the change may be of attributes that its classes bring; it may for an element, not for a class.
    """
    changes = {item.ident: item for item in new if isinstance(item, AttributeDef)}
    own = set(_idents(old))
    kept = [item for item in (_changed_item(item, changes) for item in old) if item is not None]
    others = [item for item in _definitions(new) if not (isinstance(item, AttributeDef) and item.ident in own)]
    return (*kept, *(item for item in others if inherited or _is_new(item)))


def _is_new(item: AttributeItem) -> bool:
    return not isinstance(item, AttributeDef) or item.mode in (Mode.ADD, Mode.REPLACE)


def _definitions(items: tuple[AttributeItem, ...]) -> list[AttributeItem]:
    last = {item.ident: item for item in items if isinstance(item, AttributeDef)}
    return [item for item in items if not isinstance(item, AttributeDef) or last[item.ident] is item]


def _changed_item(item: AttributeItem, changes: dict[str, AttributeDef]) -> AttributeItem | None:
    match item:
        case AttributeGroup(org, items):
            inner = [one for one in (_changed_item(one, changes) for one in items) if one is not None]
            return AttributeGroup(org, tuple(inner)) if inner else None
        case AttributeDef(ident=ident) if ident in changes:
            return _changed_attribute(item, changes[ident])
        case _:
            return item


def _changed_attribute(old: AttributeDef, new: AttributeDef) -> AttributeDef:
    match new.mode:
        case Mode.DELETE:
            return new
        case Mode.CHANGE:
            return change_attribute(old, new)
        case _:
            return replace(new, mode=Mode.ADD)


def _idents(items: tuple[AttributeItem, ...]) -> list[str]:
    found: list[str] = []
    for item in items:
        if isinstance(item, AttributeDef):
            found.append(item.ident)
        elif isinstance(item, AttributeGroup):
            found += _idents(item.items)
    return found


def change_constraints(old: tuple[Constraint, ...], new: tuple[Constraint, ...]) -> tuple[Constraint, ...]:
    """The rules after the change, by ident; a deletion stays, for it may be of a rule of TEI's own."""
    rules = {rule.ident: rule for rule in old}
    for rule in new:
        if rule.mode is Mode.DELETE:
            rules[rule.ident] = rule
        elif rule.mode is Mode.CHANGE and rule.ident in rules and not rule.xml:
            rules[rule.ident] = replace(rules[rule.ident], prose=rule.prose)
        else:
            rules[rule.ident] = replace(rule, mode=Mode.ADD)
    return tuple(rules.values())


def without_deleted(content: Content, deleted: Container[str]) -> Content:
    """A content model less the references, inside its sequences and alternates, to what the customisation deletes."""
    if isinstance(content, Sequence | Alternate):
        return _pruned(content, deleted) or replace(content, items=())
    return content


def _pruned(content: Content, deleted: Container[str]) -> Content | None:
    match content:
        case Sequence(items) | Alternate(items):
            kept = tuple(item for item in (_pruned(item, deleted) for item in items) if item is not None)
            return replace(content, items=kept) if kept else None
        case ElementRef(key) | ClassRef(key) | MacroRef(key):
            return None if key in deleted else content
        case DataRef(key=key) if key:
            return None if key in deleted else content
        case _:
            return content
