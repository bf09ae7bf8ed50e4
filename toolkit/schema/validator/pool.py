"""The pool: every pattern of a schema is made once, so that equal patterns are the same object."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from toolkit.schema.validator.names import NameClass
from toolkit.schema.validator.patterns import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    Attribute,
    Choice,
    Data,
    Datatype,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Value,
)


class Pool:
    """Makes patterns, equal ones once, in a normal form: no choice in a choice, no group in a group."""

    def __init__(self) -> None:
        self._made: dict[tuple[object, ...], Pattern] = {}

    def choice(self, items: Iterable[Pattern]) -> Pattern:
        """One of the items; NOT_ALLOWED where there is none."""
        flat: dict[Pattern, None] = {}
        for item in items:
            if isinstance(item, Choice):
                flat.update(dict.fromkeys(item.items))
            elif item is not NOT_ALLOWED:
                flat[item] = None
        if TEXT in flat or any(item.nullable for item in flat if item is not EMPTY):
            flat.pop(EMPTY, None)
        if len(flat) < 2:
            return next(iter(flat), NOT_ALLOWED)
        key = tuple(flat)
        return self._once((Choice, *key), lambda: Choice(key, any(item.nullable for item in key)))

    def optional(self, item: Pattern) -> Pattern:
        """The item or nothing."""
        return self.choice((EMPTY, item))

    def group(self, items: Iterable[Pattern]) -> Pattern:
        """The items in this order; EMPTY where there is none."""
        return self._joined(Group, items)

    def interleave(self, items: Iterable[Pattern]) -> Pattern:
        """The items, mixed."""
        return self._joined(Interleave, items)

    def _joined(self, kind: type[Group | Interleave], items: Iterable[Pattern]) -> Pattern:
        flat: list[Pattern] = []
        for item in items:
            if item is NOT_ALLOWED:
                return NOT_ALLOWED
            if type(item) is kind:
                flat += item.parts
            elif item is not EMPTY:
                flat.append(item)
        if len(flat) < 2:
            return flat[0] if flat else EMPTY
        key = tuple(flat)
        return self._once((kind, *key), lambda: kind(key, all(item.nullable for item in key)))

    def one_or_more(self, item: Pattern) -> Pattern:
        """The item once or several times."""
        if item in (EMPTY, NOT_ALLOWED, TEXT) or isinstance(item, OneOrMore):
            return item
        return self._once((OneOrMore, item), lambda: OneOrMore((item,), item.nullable))

    def attribute(self, names: NameClass, value: Pattern) -> Attribute:
        """An attribute pattern."""
        made = self._once((Attribute, names, value), lambda: Attribute(names, value))
        assert isinstance(made, Attribute)
        return made

    def data(self, datatype: Datatype, exception: Pattern | None = None) -> Pattern:
        """A string of the datatype."""
        return self._once((Data, datatype, exception), lambda: Data(datatype, exception))

    def value(self, datatype: Datatype, value: str) -> Pattern:
        """One value of the datatype."""
        return self._once((Value, datatype, value), lambda: Value(datatype, value))

    def list_of(self, inner: Pattern) -> Pattern:
        """Tokens that match `inner`."""
        return NOT_ALLOWED if inner is NOT_ALLOWED else self._once((List, inner), lambda: List(inner))

    def _once(self, key: tuple[object, ...], make: Callable[[], Pattern]) -> Pattern:
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = make()
        return made
