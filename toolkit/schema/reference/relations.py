"""Which elements may stand in which, read off a compiled grammar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.schema.grammar import (
    AnyName,
    Attribute,
    Data,
    Element,
    Grammar,
    List,
    Name,
    NsName,
    Pattern,
    Ref,
    Text,
    Value,
    children,
    walk,
)
from toolkit.schema.rewriting import reachable


@dataclass(frozen=True, slots=True)
class Content:
    """What an element may hold: defines of elements, sorted; whether text; whether elements that no define names."""

    elements: tuple[str, ...]
    text: bool
    others: bool


def contents(grammar: Grammar) -> dict[str, Content]:
    """What each element may hold, by the name of its define."""
    named = {name: p for name, p in grammar.defines.items() if isinstance(p, Element) and isinstance(p.name, Name)}
    inner = {name: _inside(name, grammar.defines) for name in grammar.defines if name not in named}
    return {name: _of(element.content, inner, named) for name, element in named.items()}


def parents(found: Mapping[str, Content]) -> dict[str, tuple[str, ...]]:
    """The elements that may hold each element."""
    holders: dict[str, list[str]] = {name: [] for name in found}
    for holder, content in found.items():
        for name in content.elements:
            holders.setdefault(name, []).append(holder)
    return {name: tuple(sorted(some)) for name, some in holders.items()}


def _inside(name: str, defines: Mapping[str, Pattern]) -> tuple[Pattern, ...]:
    """The patterns that a define comes to, other than elements' own content."""
    pattern = defines[name]
    if isinstance(pattern, Element):
        return (pattern,)
    here = {key: value for key, value in defines.items() if not isinstance(value, Element)}
    return (*walk(pattern), *(part for other in reachable(pattern, here) for part in walk(defines[other])))


def _of(pattern: Pattern, inner: Mapping[str, tuple[Pattern, ...]], named: Mapping[str, Element]) -> Content:
    parts: list[Pattern] = []
    for part in _outside_attributes(pattern):
        parts.append(part)
        if isinstance(part, Ref) and part.name in inner and not part.name.startswith("att."):
            parts += inner[part.name]
    elements = {part.name for part in parts if isinstance(part, Ref) and part.name in named}
    wild = any(isinstance(part, Element) and isinstance(part.name, AnyName | NsName) for part in parts)
    foreign = any(isinstance(part, Element) and not isinstance(part.name, Name) for part in parts)
    text = any(isinstance(part, Text | Data | Value | List) for part in parts)
    return Content(tuple(sorted(elements)), text, wild or foreign)


def _outside_attributes(pattern: Pattern) -> list[Pattern]:

    if isinstance(pattern, Attribute):
        return []
    return [pattern, *(part for child in children(pattern) for part in _outside_attributes(child))]
