"""States of a content model: where a validation stands inside one element, and every step from there, worked out once.

A state is a tuple of patterns, one for each element pattern that the start tag may have meant (nearly always one). What
follows an element is kept on the validator's stack and not in the pattern, so that the states of <p> are the same
wherever a <p> stands: an automaton that builds itself as documents use it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from toolkit.schema.validator.names import has_wildcard, listed
from toolkit.schema.validator.patterns import EMPTY, NOT_ALLOWED, Attribute, Element, Pattern
from toolkit.schema.validator.pool import Pool

Patterns = tuple[Pattern, ...]


@dataclass(slots=True)
class Opening:
    """The step into a child element: the child's first state, and what the parent's state is after it.

    after: for each pattern of the child, the parent's patterns once that one has matched. next: the state where there
    is but one.
    """

    child: State
    after: tuple[Patterns, ...]
    next: State | None


@dataclass(slots=True)
class Shape:
    """The step over attributes of certain names: what must hold of each value, and the state at the end of the tag."""

    checks: tuple[Attribute, ...]
    state: State


class State:
    """A place in a content model. text: the state after text, itself in mixed content, None where there may be none."""

    lenient = False  # anything may stand here
    __slots__ = ("__dict__", "complete", "machine", "openings", "patterns", "shapes", "valued")

    def __init__(self, patterns: Patterns, machine: Machine) -> None:
        self.patterns = patterns
        self.machine = machine
        self.openings: dict[str, Opening | None] = {}
        self.shapes: dict[tuple[str, ...], Shape | None] = {}
        self.complete = all(pattern.nullable for pattern in patterns)
        self.valued = any(pattern.valued for pattern in patterns)

    @cached_property
    def text(self) -> State | None:
        return self.machine.state(pattern.after_text(self.machine.pool) for pattern in self.patterns)

    @cached_property
    def closed(self) -> State | None:
        """The state when the start tag ends, None where a required attribute is missing."""
        return self.machine.state(pattern.closed(self.machine.pool) for pattern in self.patterns)

    @cached_property
    def relaxed(self) -> State:
        """As `closed`, as if the required attributes had been there."""
        state = self.machine.state(pattern.relaxed(self.machine.pool) for pattern in self.patterns)
        return state or self.machine.nothing

    @cached_property
    def heads(self) -> dict[str, list[tuple[int, Element, Pattern]]]:
        """Which element patterns a name may open, by name: which of the patterns, which element, what follows it."""
        named: dict[str, list[tuple[int, Element, Pattern]]] = {}
        for index, pattern in enumerate(self.patterns):
            for element, rest in pattern.heads(self.machine.pool):
                for name in listed(element.names):
                    named.setdefault(name, []).append((index, element, rest))
        return named

    @cached_property
    def wild_heads(self) -> list[tuple[int, Element, Pattern]]:
        """The heads whose name class has a wildcard."""
        return [
            (index, element, rest)
            for index, pattern in enumerate(self.patterns)
            for element, rest in pattern.heads(self.machine.pool)
            if has_wildcard(element.names)
        ]

    def open(self, name: str) -> Opening | None:
        """The step into an element of this name, None where it may not stand here."""
        if name not in self.openings:
            self.openings[name] = self._open(name)
        return self.openings[name]

    def _open(self, name: str) -> Opening | None:
        found = list(self.heads.get(name, ()))
        found += [
            head for head in self.wild_heads if head[1].names.contains(name) and name not in listed(head[1].names)
        ]
        if not found:
            return None
        pool = self.machine.pool
        rests: dict[Pattern, list[list[Pattern]]] = {}
        for index, element, rest in found:
            by_pattern = rests.setdefault(element.content, [[] for _ in self.patterns])
            by_pattern[index].append(rest)
        child = self.machine.state(rests)
        if child is None:  # every element of this name has an impossible content
            return None
        after = tuple(tuple(pool.choice(options) for options in each) for each in rests.values())
        return Opening(child, after, self.machine.state(after[0]) if len(after) == 1 else None)

    def resume(self, opening: Opening, matched: tuple[bool, ...]) -> State:
        """The state after the child `opening`, given which of the child's patterns matched."""
        if opening.next is not None:
            return opening.next
        alive = [after for after, match in zip(opening.after, matched, strict=True) if match] or list(opening.after)
        merged = self.machine.state(self.machine.pool.choice(options) for options in zip(*alive, strict=True))
        return merged or self.machine.nothing

    def matched(self, text: str) -> tuple[bool, ...]:
        """Which patterns match when the element ends, after `text` where that is all its content."""
        if self.valued:
            return tuple(pattern.accepts(text, self.machine.pool) for pattern in self.patterns)
        return tuple(pattern.nullable for pattern in self.patterns)

    def shape(self, names: tuple[str, ...]) -> Shape | None:
        """The step over attributes of these names, None where it must be worked out with their values."""
        if names not in self.shapes:
            self.shapes[names] = self._shape(names)
        return self.shapes[names]

    def _shape(self, names: tuple[str, ...]) -> Shape | None:
        state: State = self
        checks = []
        for name in names:
            candidates = state.attributes(name)
            if len(candidates) != 1:
                return None
            after = state.after_attribute(frozenset(candidates))
            if after is None:
                return None
            checks.append(candidates[0])
            state = after
        closed = state.closed
        return Shape(tuple(checks), closed) if closed is not None else None

    def attributes(self, name: str) -> list[Attribute]:
        """The attribute patterns that admit this name."""
        return [attribute for attribute in self.all_attributes if attribute.names.contains(name)]

    @cached_property
    def all_attributes(self) -> tuple[Attribute, ...]:
        """The attribute patterns of this level."""
        found: dict[Attribute, None] = {}
        waiting = list(reversed(self.patterns))
        while waiting:
            pattern = waiting.pop()
            if isinstance(pattern, Attribute):
                found[pattern] = None
            elif pattern.attributed:
                waiting += reversed(pattern.parts)
        return tuple(found)

    def after_attribute(self, accepting: frozenset[Attribute]) -> State | None:
        """The state after an attribute that exactly these patterns accept."""
        return self.machine.state(pattern.after_attribute(accepting, self.machine.pool) for pattern in self.patterns)


class Machine:
    """The states of one schema, each made once."""

    def __init__(self, start: Pattern, pool: Pool) -> None:
        self.pool = pool
        self._states: dict[Patterns, State] = {}
        self.nothing = self._made((EMPTY,))
        self.start = self._made((start,))

    def state(self, patterns: Iterable[Pattern]) -> State | None:
        """The state of these patterns, None where none of them can match any more."""
        key = tuple(patterns)
        if all(pattern is NOT_ALLOWED for pattern in key):
            return None
        return self._made(key)

    def _made(self, key: Patterns) -> State:
        state = self._states.get(key)
        if state is None:
            state = self._states[key] = State(key, self)
        return state
