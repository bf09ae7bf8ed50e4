"""Grammars as values: the patterns of RELAX NG (ISO/IEC 19757-2, section 4), after its simplification of sugar.

What compiles an ODD makes such a grammar, what loads a .rng or .rnc file makes one too, and what validates or writes
schemas reads it. `optional`, `zeroOrMore` and `mixed` are spelt out: see the functions `optional` and `zero_or_more`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

XSD_TYPES = "http://www.w3.org/2001/XMLSchema-datatypes"


@dataclass(frozen=True, slots=True)
class Name:
    """One name; namespace "" is none. xml:id is Name("http://www.w3.org/XML/1998/namespace", "id")."""

    namespace: str
    local: str


@dataclass(frozen=True, slots=True)
class NsName:
    """Any name of a namespace, except some."""

    namespace: str
    except_: NameClass | None = None


@dataclass(frozen=True, slots=True)
class AnyName:
    """Any name at all, except some."""

    except_: NameClass | None = None


@dataclass(frozen=True, slots=True)
class NameChoice:
    """Any of several name classes."""

    items: tuple[NameClass, ...]


NameClass: TypeAlias = Name | NsName | AnyName | NameChoice


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing."""


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """Nothing matches this, not even nothing."""


@dataclass(frozen=True, slots=True)
class Text:
    """Any text, also none."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a datatype; library "" is RELAX NG's own, whose types are "string" and "token"."""

    value: str
    type: str = "token"
    library: str = ""
    namespace: str = ""


@dataclass(frozen=True, slots=True)
class Data:
    """A value of a datatype, restricted by parameters (facets, in order), except some."""

    type: str
    library: str = XSD_TYPES
    params: tuple[tuple[str, str], ...] = ()
    except_: Pattern | None = None


@dataclass(frozen=True, slots=True)
class List:
    """Words parted by white space, which match the pattern in order."""

    item: Pattern


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute, required."""

    name: NameClass
    content: Pattern


@dataclass(frozen=True, slots=True)
class Element:
    """An element with its attributes and content."""

    name: NameClass
    content: Pattern


@dataclass(frozen=True, slots=True)
class Group:
    """Several patterns, in order (attributes in any)."""

    items: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Interleave:
    """Several patterns, mingled."""

    items: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several patterns."""

    items: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """A pattern, once or more."""

    item: Pattern


@dataclass(frozen=True, slots=True)
class Ref:
    """The pattern that the grammar defines under a name."""

    name: str


Pattern: TypeAlias = (
    Empty
    | NotAllowed
    | Text
    | Value
    | Data
    | List
    | Attribute
    | Element
    | Group
    | Interleave
    | Choice
    | OneOrMore
    | Ref
)

EMPTY = Empty()
NOT_ALLOWED = NotAllowed()
TEXT = Text()


@dataclass(frozen=True, slots=True)
class Grammar:
    """A start pattern and the patterns it names. Every Ref has its define; what recurs does so through an Element.

    documentation: what is said of a define, for people, by its name.
    """

    start: Pattern
    defines: Mapping[str, Pattern]
    documentation: Mapping[str, str] = field(default_factory=dict)


def group(items: Iterable[Pattern]) -> Pattern:
    """The patterns in order, without needless nesting."""
    kept: list[Pattern] = []
    for item in items:
        if isinstance(item, NotAllowed):
            return NOT_ALLOWED
        if isinstance(item, Group):
            kept.extend(item.items)
        elif not isinstance(item, Empty):
            kept.append(item)
    if not kept:
        return EMPTY
    return kept[0] if len(kept) == 1 else Group(tuple(kept))


def choice(items: Iterable[Pattern]) -> Pattern:
    """One of the patterns, each once, without needless nesting; of none, NotAllowed. Empty, if there, comes last."""
    kept: dict[Pattern, None] = {}
    for item in items:
        for pattern in item.items if isinstance(item, Choice) else (item,):
            if not isinstance(pattern, NotAllowed):
                kept[pattern] = None
    if EMPTY in kept:
        del kept[EMPTY]
        kept[EMPTY] = None
    if not kept:
        return NOT_ALLOWED
    return next(iter(kept)) if len(kept) == 1 else Choice(tuple(kept))


def interleave(items: Iterable[Pattern]) -> Pattern:
    """The patterns mingled, without needless nesting."""
    kept: list[Pattern] = []
    for item in items:
        if isinstance(item, NotAllowed):
            return NOT_ALLOWED
        if isinstance(item, Interleave):
            kept.extend(item.items)
        elif not isinstance(item, Empty):
            kept.append(item)
    if not kept:
        return EMPTY
    return kept[0] if len(kept) == 1 else Interleave(tuple(kept))


def optional(item: Pattern) -> Pattern:
    """The pattern, or nothing: Choice((item, EMPTY))."""
    return choice((item, EMPTY))


def one_or_more(item: Pattern) -> Pattern:
    """The pattern, once or more; the repetition of a repetition is itself, that of an option may be none."""
    if isinstance(item, Choice) and EMPTY in item.items:
        return zero_or_more(item)
    return item if isinstance(item, Empty | NotAllowed | Text | OneOrMore) else OneOrMore(item)


def zero_or_more(item: Pattern) -> Pattern:
    """The pattern, any number of times: Choice((OneOrMore(item), EMPTY)); text is so already."""
    if isinstance(item, Text):
        return item
    if isinstance(item, Choice) and EMPTY in item.items:
        item = choice(part for part in item.items if part != EMPTY)
    return optional(one_or_more(item))


def children(pattern: Pattern) -> tuple[Pattern, ...]:
    """The patterns directly inside a pattern."""
    match pattern:
        case Group(items) | Interleave(items) | Choice(items):
            return items
        case List(item) | OneOrMore(item):
            return (item,)
        case Attribute(_, content) | Element(_, content):
            return (content,)
        case Data(except_=except_) if except_ is not None:
            return (except_,)
        case _:
            return ()


def walk(pattern: Pattern) -> Iterator[Pattern]:
    """The pattern and all patterns inside it, outermost first; references are not followed."""
    stack = [pattern]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(children(current)))
