"""Patterns rebuilt from the inside out, and followed through their references."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from toolkit.schema.grammar import (
    Attribute,
    Choice,
    Data,
    Element,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Ref,
    choice,
    group,
    interleave,
    one_or_more,
    walk,
)


def rewrite(pattern: Pattern, change: Callable[[Pattern], Pattern]) -> Pattern:
    """The pattern with `change` applied to every pattern in it, innermost first, and simplified on the way."""
    match pattern:
        case Group(items):
            return change(group(rewrite(item, change) for item in items))
        case Interleave(items):
            return change(interleave(rewrite(item, change) for item in items))
        case Choice(items):
            return change(choice(rewrite(item, change) for item in items))
        case OneOrMore(item):
            return change(one_or_more(rewrite(item, change)))
        case List(item):
            return change(List(rewrite(item, change)))
        case Attribute(name, content):
            return change(Attribute(name, rewrite(content, change)))
        case Element(name, content):
            return change(Element(name, rewrite(content, change)))
        case Data(except_=except_) if except_ is not None:
            return change(replace(pattern, except_=rewrite(except_, change)))
        case _:
            return change(pattern)


def references(pattern: Pattern) -> list[str]:
    """The names a pattern refers to."""
    return [part.name for part in walk(pattern) if isinstance(part, Ref)]


def reachable(pattern: Pattern, defines: Mapping[str, Pattern]) -> list[str]:
    """The names of all defines that a pattern refers to, directly or through others, sorted."""
    found: set[str] = set()
    waiting = references(pattern)
    while waiting:
        name = waiting.pop()
        if name not in found and name in defines:
            found.add(name)
            waiting += references(defines[name])
    return sorted(found)
