"""A loaded schema: where validation starts, the pool its patterns come from, and what it defines."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from toolkit.markup import split_name
from toolkit.schema.validator.names import listed
from toolkit.schema.validator.patterns import Element, Pattern
from toolkit.schema.validator.pool import Pool


class Definitions(Protocol):
    """What the file of a schema defines, told without compiling all of it."""

    @property
    def names(self) -> Collection[str]:
        """The names of its elements."""
        ...

    def find(self, name: str) -> tuple[Element, ...]:
        """The element patterns of a name; () also for one that stands deep inside another."""
        ...


@dataclass(frozen=True, eq=False)
class Schema:
    """A RELAX NG schema, ready to validate. path: where it was read, as the user named it."""

    path: str
    start: Pattern
    pool: Pool
    definitions: Definitions | None = field(default=None, repr=False)

    @property
    def names(self) -> Collection[str]:
        """The names of all elements that the schema spells out."""
        return self.definitions.names if self.definitions is not None else self.by_name

    @cached_property
    def namespaces(self) -> frozenset[str]:
        """Those of the schema's elements, and none: a name in another may be admitted by a wildcard."""
        return frozenset(("", *(split_name(name)[0] for name in self.names)))

    def find(self, name: str) -> tuple[Element, ...]:
        """The element patterns of a name, () for one that the schema does not spell out."""
        if name not in self.names:
            return ()
        return (self.definitions.find(name) if self.definitions is not None else ()) or self.by_name.get(name, ())

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Every element pattern that can be reached; compiles them all, so it is asked only when something is wrong."""
        found: dict[Element, None] = {}
        seen: set[Pattern] = set()
        waiting: list[Pattern] = [self.start]
        while waiting:
            pattern = waiting.pop()
            if pattern in seen:
                continue
            seen.add(pattern)
            waiting += pattern.parts
            if isinstance(pattern, Element):
                found[pattern] = None
                waiting.append(pattern.content)
        return tuple(found)

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Element, ...]]:
        """The element patterns of each name that the schema spells out."""
        index: dict[str, list[Element]] = {}
        for element in self.elements:
            for name in listed(element.names):
                index.setdefault(name, []).append(element)
        return {name: tuple(elements) for name, elements in index.items()}

    @cached_property
    def holders(self) -> Mapping[str, tuple[str, ...]]:
        """For each element name, the names of the elements that may hold it."""
        known: dict[Pattern, frozenset[str]] = {}
        index: dict[str, dict[str, None]] = {}
        for element in self.elements:
            for child in _children(element.content, known):
                index.setdefault(child, {}).update(dict.fromkeys(listed(element.names)))
        return {name: tuple(parents) for name, parents in index.items()}

    def any_root(self, *, foreign: bool = False) -> Schema:
        """The same schema, any of its elements allowed as root: for fragments. foreign: also those of wildcards."""
        roots = [element for element in self.elements if foreign or listed(element.names)]
        return Schema(self.path, self.pool.choice(roots), self.pool, self.definitions)


def _children(pattern: Pattern, known: dict[Pattern, frozenset[str]]) -> frozenset[str]:
    """The names of the elements at the level of a pattern; `known` holds what was found before."""
    if pattern not in known:
        if isinstance(pattern, Element):
            known[pattern] = frozenset(listed(pattern.names))
        else:
            known[pattern] = frozenset().union(*(_children(part, known) for part in pattern.parts))
    return known[pattern]
