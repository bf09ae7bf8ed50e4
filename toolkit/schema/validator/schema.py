"""A loaded schema: where validation starts, the pool its patterns come from, and what it defines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from toolkit.schema.validator.names import listed
from toolkit.schema.validator.patterns import Element, Pattern, Pool


@dataclass(frozen=True, eq=False)
class Schema:
    """A RELAX NG schema, ready to validate. path: where it was read, as the user named it."""

    path: str
    start: Pattern
    pool: Pool

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

    def any_root(self) -> Schema:
        """The same schema, any of its elements allowed as root: for fragments."""
        named = [element for elements in self.by_name.values() for element in elements]
        return Schema(self.path, self.pool.choice(named), self.pool)
