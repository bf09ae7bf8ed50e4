"""Grammars flattened, so that libxml2 loads them fast: one define an element, what classes and macros say written out.

libxml2 compares the branches of a choice pairwise, through every reference; with nested classes that may take minutes.
Merged into one choice without doubles it takes a fraction of a second. Groups of attributes and datatypes stay
references: they cost nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.schema.grammar import (
    NOT_ALLOWED,
    Attribute,
    Choice,
    Data,
    Element,
    Empty,
    Grammar,
    Group,
    List,
    Pattern,
    Ref,
    Value,
    children,
    walk,
)
from toolkit.schema.rewriting import references, rewrite


def flatten(grammar: Grammar) -> Grammar:
    """The same language in flat shape; what no root can reach is left out."""
    flattener = _Flattener(grammar.defines)
    start = flattener.written_out(grammar.start)
    defines: dict[str, Pattern] = {}
    waiting = references(start)
    while waiting:
        name = waiting.pop()
        if name not in defines:
            pattern = grammar.defines.get(name, NOT_ALLOWED)
            defines[name] = flattener.written_out(pattern) if _holds_element(pattern) else pattern
            waiting += references(defines[name])
    return Grammar(start, dict(sorted(defines.items())))


class _Flattener:
    """Writes out references; each define is written out once."""

    def __init__(self, defines: Mapping[str, Pattern]) -> None:
        self.defines = defines
        self.known: dict[str, Pattern] = {}
        self.attributes: dict[str, bool] = {}

    def written_out(self, pattern: Pattern) -> Pattern:
        return rewrite(pattern, self.resolved)

    def resolved(self, pattern: Pattern) -> Pattern:
        if not isinstance(pattern, Ref):
            return pattern
        target = self.defines.get(pattern.name, NOT_ALLOWED)
        if _holds_element(target) or self.only_attributes(pattern.name) or is_value(target, self.defines):
            return pattern
        if pattern.name not in self.known:
            self.known[pattern.name] = self.written_out(target)
        return self.known[pattern.name]

    def only_attributes(self, name: str) -> bool:
        """Whether a define says nothing but attributes."""
        if name not in self.attributes:
            self.attributes[name] = False
            self.attributes[name] = self._of_attributes(self.defines[name])
        return self.attributes[name]

    def _of_attributes(self, pattern: Pattern) -> bool:
        match pattern:
            case Attribute():
                return True
            case Ref(name):
                return not _holds_element(self.defines[name]) and self.only_attributes(name)
            case Group() | Choice():
                parts = [part for part in children(pattern) if not isinstance(part, Empty)]
                return bool(parts) and all(self._of_attributes(part) for part in parts)
            case _:
                return False


def is_value(pattern: Pattern, defines: Mapping[str, Pattern]) -> bool:
    """Whether a pattern says nothing but what a value is: a datatype."""
    match pattern:
        case Data() | Value() | List():
            return True
        case Ref(name):
            return is_value(defines.get(name, NOT_ALLOWED), defines)
        case Choice(items):
            return all(isinstance(item, Empty) or is_value(item, defines) for item in items)
        case _:
            return False


def _holds_element(pattern: Pattern) -> bool:
    return isinstance(pattern, Element) or any(isinstance(part, Element) for part in walk(pattern))
