"""The attributes of a content model, as XML Schema knows them: apart from its elements, required or not."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.schema.flat import is_value
from toolkit.schema.grammar import (
    EMPTY,
    NOT_ALLOWED,
    AnyName,
    Attribute,
    Choice,
    Element,
    Group,
    Interleave,
    Name,
    NameChoice,
    NameClass,
    NsName,
    OneOrMore,
    Pattern,
    Ref,
)


def collect(
    pattern: Pattern,
    within: bool,
    attributes: list[tuple[Attribute, bool]],
    groups: list[str],
    defines: Mapping[str, Pattern],
) -> None:
    """The attributes of a content model, each with whether it is required, and the groups of them it refers to."""
    match pattern:
        case Attribute():
            attributes.append((pattern, not within))
        case Ref(name):
            target = defines.get(name, NOT_ALLOWED)
            if isinstance(target, Element):
                return
            if is_value(target, defines):
                return
            if within or isinstance(target, Attribute) or _is_single(target):
                collect(target, within, attributes, groups, defines)
            else:
                groups.append(name)
        case Group(items) | Interleave(items):
            for item in items:
                collect(item, within, attributes, groups, defines)
        case Choice(items):
            for item in items:
                collect(item, True, attributes, groups, defines)
        case OneOrMore(item):
            collect(item, within, attributes, groups, defines)


def _is_single(pattern: Pattern) -> bool:
    """Whether a define is one attribute, which stands better where it is used than in a group."""
    return isinstance(pattern, Choice) and all(isinstance(item, Attribute) or item == EMPTY for item in pattern.items)


def namespaces(name: NameClass) -> set[str]:
    match name:
        case Name(namespace) | NsName(namespace):
            return {namespace}
        case AnyName():
            return {"##any"}
        case NameChoice(items):
            return set().union(*(namespaces(item) for item in items))
