"""Content models as particles of XML Schema, which must be deterministic (3.8.6: Unique Particle Attribution).

RELAX NG has no such rule. Where a content model breaks it, the smallest part that does is widened: to any number, in
any order, of the elements named in it. So nothing valid is lost; what is widened is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from toolkit.schema.grammar import EMPTY, Choice, Group, Interleave, OneOrMore, Pattern, Ref


@dataclass(frozen=True, slots=True, order=True)
class Symbol:
    """An element of the schema's own namespace, by name; without one, any of a namespace ("##other": any other)."""

    name: str
    namespace: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One of several elements."""

    symbols: frozenset[Symbol]


@dataclass(frozen=True, slots=True)
class Seq:
    """Particles in order."""

    items: tuple[Particle, ...]


@dataclass(frozen=True, slots=True)
class Alt:
    """One of several particles."""

    items: tuple[Particle, ...]


@dataclass(frozen=True, slots=True)
class Rep:
    """A particle, at least and at most so often."""

    item: Particle
    least: int
    most: int | None


Particle: TypeAlias = Leaf | Seq | Alt | Rep
NOTHING = Seq(())


def to_particle(pattern: Pattern, symbol: Callable[[str], Symbol]) -> Particle:
    """The elements of a content model as a particle; text, values and attributes count for nothing.

    pattern: flat, so that each Ref is an element. symbol: the element of a define.
    """
    match pattern:
        case Ref(name):
            return Leaf(frozenset((symbol(name),)))
        case Group(items):
            return sequence(to_particle(item, symbol) for item in items)
        case Interleave(items):
            parts = [part for part in (to_particle(item, symbol) for item in items) if part != NOTHING]
            return parts[0] if len(parts) == 1 else widened(parts) if parts else NOTHING
        case OneOrMore(item):
            return repeated(to_particle(item, symbol), 1, None)
        case Choice(items):
            inner = alternation(to_particle(item, symbol) for item in items if item != EMPTY)
            return repeated(inner, 0, 1) if EMPTY in items else inner
        case _:
            return NOTHING


def sequence(items: Iterable[Particle]) -> Particle:
    """Particles in order; a run of one and the same becomes a repetition."""
    kept: list[Particle] = []
    for item in items:
        for part in item.items if isinstance(item, Seq) else (item,):
            _append(kept, part)
    return kept[0] if len(kept) == 1 else Seq(tuple(kept))


def _append(kept: list[Particle], part: Particle) -> None:
    before = kept[-1] if kept else None
    one, least, most = (part.item, part.least, part.most) if isinstance(part, Rep) else (part, 1, 1)
    if isinstance(before, Rep) and before.item == one:
        bound = None if before.most is None or most is None else before.most + most
        kept[-1] = Rep(one, before.least + least, bound)
    elif before == one:
        kept[-1] = Rep(one, 1 + least, None if most is None else 1 + most)
    else:
        kept.append(part)


def alternation(items: Iterable[Particle]) -> Particle:
    """One of the particles; single elements among them become one leaf."""
    symbols: set[Symbol] = set()
    kept: dict[Particle, None] = {}
    nullable = False
    for item in items:
        for part in item.items if isinstance(item, Alt) else (item,):
            if isinstance(part, Leaf):
                symbols |= part.symbols
            elif part == NOTHING:
                nullable = True
            else:
                kept[part] = None
    parts: list[Particle] = [Leaf(frozenset(symbols))] if symbols else []
    parts += kept
    if not parts:
        return NOTHING
    whole = parts[0] if len(parts) == 1 else Alt(tuple(parts))
    return repeated(whole, 0, 1) if nullable else whole


def repeated(item: Particle, least: int, most: int | None) -> Particle:
    """The particle so often; a repetition of an unbounded repetition is one."""
    if item == NOTHING:
        return NOTHING
    if isinstance(item, Rep) and least <= 1 and item.least <= 1 and None in (most, item.most):
        return Rep(item.item, min(least, item.least), None)
    if isinstance(item, Rep) and (least, most) == (0, 1) and item.least <= 1:
        return Rep(item.item, 0, item.most)
    return Rep(item, least, most)


def widened(items: Iterable[Particle]) -> Particle:
    """Any number, in any order, of the elements named in the particles."""
    symbols = frozenset(symbol for item in items for symbol in symbols_of(item))
    return Rep(Leaf(symbols), 0, None) if symbols else NOTHING


def symbols_of(particle: Particle) -> frozenset[Symbol]:
    """All elements a particle names."""
    match particle:
        case Leaf(symbols):
            return symbols
        case Rep(item):
            return symbols_of(item)
        case Seq(items) | Alt(items):
            return frozenset(symbol for item in items for symbol in symbols_of(item))


def deterministic(particle: Particle) -> Particle:
    """The particle where it is deterministic, else one that accepts more and is."""
    match particle:
        case Leaf():
            return particle
        case Rep(item, least, most):
            inner = repeated(deterministic(item), least, most)
            return inner if is_deterministic(inner) else widened([item])
        case Alt(items):
            return _alternate(alternation(deterministic(item) for item in items))
        case Seq(items):
            return _in_order([deterministic(item) for item in items])


def _alternate(particle: Particle) -> Particle:
    if is_deterministic(particle):
        return particle
    inner = particle.item if isinstance(particle, Rep) else particle
    items = list(inner.items) if isinstance(inner, Alt) else [inner]
    for i, one in enumerate(items):
        for other in items[i + 1 :]:
            if not is_deterministic(alternation([one, other])):
                rest = [item for item in items if item not in (one, other)]
                return _alternate(alternation([*rest, widened([one, other])]))
    return widened([particle])


def _in_order(items: list[Particle]) -> Particle:
    """The sequence, its shortest stretches that are not deterministic widened."""
    for end in range(2, len(items) + 1):
        if is_deterministic(sequence(items[:end])):
            continue
        start = next(i for i in range(end - 2, -1, -1) if not is_deterministic(sequence(items[i:end])))
        return _in_order([*items[:start], widened(items[start:end]), *items[end:]])
    return sequence(items)


@dataclass
class _Positions:
    """Glushkov's automaton of a particle: its leaves, and which may follow which."""

    leaves: list[frozenset[Symbol]] = field(default_factory=list)
    follow: list[set[int]] = field(default_factory=list)

    def walk(self, particle: Particle) -> tuple[bool, set[int], set[int]]:
        """Whether it may be nothing; the leaves it may begin and end with."""
        match particle:
            case Leaf(symbols):
                self.leaves.append(symbols)
                self.follow.append(set())
                here = len(self.leaves) - 1
                return False, {here}, {here}
            case Rep(item, least, most):
                nullable, first, last = self.walk(item)
                if most is None or most > 1:
                    self._follow(last, first)
                return nullable or least == 0, first, last
            case Alt(items):
                walked = [self.walk(item) for item in items]
                firsts = set().union(*(first for _, first, _ in walked))
                return any(n for n, _, _ in walked), firsts, set().union(*(last for _, _, last in walked))
            case Seq(items):
                nullable, first, last = True, set[int](), set[int]()
                for item in items:
                    item_nullable, item_first, item_last = self.walk(item)
                    self._follow(last, item_first)
                    first |= item_first if nullable else set()
                    last = last | item_last if item_nullable else item_last
                    nullable = nullable and item_nullable
                return nullable, first, last

    def _follow(self, before: set[int], after: set[int]) -> None:
        for position in before:
            self.follow[position] |= after


def is_deterministic(particle: Particle) -> bool:
    """Whether each element in turn can be attributed to one leaf alone."""
    positions = _Positions()
    _, first, _ = positions.walk(particle)
    return all(_disjoint([positions.leaves[i] for i in sorted(some)]) for some in (first, *positions.follow))


def _disjoint(leaves: list[frozenset[Symbol]]) -> bool:
    seen: set[Symbol] = set()
    for leaf in leaves:
        if seen & leaf or any(_overlap(a, b) for a in leaf for b in seen if not (a.name and b.name)):
            return False
        seen |= leaf
    return True


def _overlap(one: Symbol, other: Symbol) -> bool:
    """Whether an element could be both; one of them at least is a wildcard, never of the schema's own namespace."""
    if one.name or other.name:
        return False
    return "##other" in (one.namespace, other.namespace) or one.namespace == other.namespace
