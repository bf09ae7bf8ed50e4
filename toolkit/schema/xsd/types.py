"""Values as simple types of XML Schema. Where a type cannot be said exactly, a wider one is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.sax.saxutils import quoteattr

from toolkit.schema.grammar import (
    EMPTY,
    XSD_TYPES,
    Choice,
    Data,
    Empty,
    Group,
    Interleave,
    List,
    OneOrMore,
    Pattern,
    Ref,
    Text,
    Value,
)

# Types that are more than a form: that identifiers are unique and lead somewhere is no part of a grammar.
LOOSER = {
    "ID": "NCName",
    "IDREF": "NCName",
    "ENTITY": "NCName",
    "NOTATION": "string",
    "IDREFS": "string",
    "ENTITIES": "string",
    "QName": "string",
}
BUILT_IN = frozenset(
    [
        *(
            "string",
            "normalizedString",
            "token",
            "language",
            "Name",
            "NCName",
            "NMTOKEN",
            "NMTOKENS",
            "anyURI",
            "boolean",
        ),
        *(
            "decimal",
            "integer",
            "nonPositiveInteger",
            "negativeInteger",
            "nonNegativeInteger",
            "positiveInteger",
            "long",
        ),
        *("int", "short", "byte", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte", "float", "double"),
        *("duration", "dateTime", "time", "date", "gYearMonth", "gYear", "gMonthDay", "gDay", "gMonth", "hexBinary"),
        "base64Binary",
    ]
)
BOUNDS = ("minInclusive", "maxInclusive", "minExclusive", "maxExclusive", "totalDigits", "fractionDigits")
FACETS = frozenset(["length", "minLength", "maxLength", "pattern", *BOUNDS])
STRING = "xs:string"


def built_in(type_: str) -> str:
    """The name of the type of XML Schema that holds all values of a datatype."""
    type_ = LOOSER.get(type_, type_)
    return f"xs:{type_}" if type_ in BUILT_IN else STRING


class SimpleTypes:
    """Writes simple types. named: the name of the simple type that stands for a define."""

    def __init__(self, named: Callable[[str], str]) -> None:
        self.named = named

    def reference(self, pattern: Pattern) -> str:
        """The name of a type that the pattern is, "" where it needs one of its own."""
        match pattern:
            case Text():
                return STRING
            case Ref(name):
                return self.named(name)
            case Data(type_, library, params, _) if not self._facets(type_, library, params):
                return built_in(type_)
            case Data() | Value() | List() | Choice() | Empty():
                return ""
            case _:
                return STRING

    def definition(self, pattern: Pattern, depth: int) -> Iterator[str]:
        """The inside of an xs:simpleType for the pattern."""
        pad = " " * depth
        match pattern:
            case Data(type_, library, params, _) if self._facets(type_, library, params):
                yield from _restricted(built_in(type_), self._facets(type_, library, params), depth)
            case Value():
                yield from _enumerated([pattern], depth)
            case Empty():
                yield from _enumerated([Value("")], depth)
            case List(item):
                yield from self._list(item, depth)
            case Choice(items):
                yield from self._union(items, depth)
            case _:
                yield f'{pad}<xs:restriction base="{self.reference(pattern) or STRING}"/>'

    def wrapped(self, pattern: Pattern, depth: int) -> Iterator[str]:
        """An anonymous xs:simpleType."""
        pad = " " * depth
        yield f"{pad}<xs:simpleType>"
        yield from self.definition(pattern, depth + 1)
        yield f"{pad}</xs:simpleType>"

    def _facets(self, type_: str, library: str, params: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
        if library not in (XSD_TYPES, "") or built_in(type_) != f"xs:{type_}":
            return []
        return [(name, value) for name, value in params if name in FACETS]

    def _union(self, items: tuple[Pattern, ...], depth: int) -> Iterator[str]:
        pad = " " * depth
        values = [item for item in items if isinstance(item, Value)] + [Value("") for item in items if item == EMPTY]
        rest = [item for item in items if not isinstance(item, Value | Empty)]
        if not rest:
            yield from _enumerated(values, depth)
            return
        names = [self.reference(item) for item in rest]
        if STRING in names:
            yield f'{pad}<xs:restriction base="{STRING}"/>'
            return
        members = " ".join(dict.fromkeys(name for name in names if name))
        yield f"{pad}<xs:union" + (f" memberTypes={quoteattr(members)}>" if members else ">")
        for item, name in zip(rest, names, strict=True):
            if not name:
                yield from self.wrapped(item, depth + 1)
        if values:
            yield f"{pad} <xs:simpleType>"
            yield from _enumerated(values, depth + 2)
            yield f"{pad} </xs:simpleType>"
        yield f"{pad}</xs:union>"

    def _list(self, item: Pattern, depth: int) -> Iterator[str]:
        pad = " " * depth
        least, most = _length(item)
        kinds = tuple(dict.fromkeys(_words(item)))
        bounds = [("minLength", str(least))] if least else []
        bounds += [("maxLength", str(most))] if most is not None else []
        if bounds:
            yield f"{pad}<xs:restriction>"
            yield f"{pad} <xs:simpleType>"
            yield from self._plain_list(kinds, depth + 2)
            yield f"{pad} </xs:simpleType>"
            for name, value in bounds:
                yield f'{pad} <xs:{name} value="{value}"/>'
            yield f"{pad}</xs:restriction>"
        else:
            yield from self._plain_list(kinds, depth)

    def _plain_list(self, kinds: tuple[Pattern, ...], depth: int) -> Iterator[str]:
        pad = " " * depth
        one: Pattern = kinds[0] if len(kinds) == 1 else Choice(kinds)
        name = self.reference(one)
        if name and name != STRING:
            yield f'{pad}<xs:list itemType="{name}"/>'
        elif name == STRING or not kinds:
            yield f'{pad}<xs:list itemType="xs:token"/>'
        else:
            yield f"{pad}<xs:list>"
            yield from self.wrapped(one, depth + 1)
            yield f"{pad}</xs:list>"


def _enumerated(values: list[Value], depth: int) -> Iterator[str]:
    pad = " " * depth
    base = "xs:string" if any(value.type == "string" for value in values) else "xs:token"
    yield f'{pad}<xs:restriction base="{base}">'
    for value in dict.fromkeys(
        value.value if base == "xs:string" else " ".join(value.value.split()) for value in values
    ):
        yield f"{pad} <xs:enumeration value={quoteattr(value)}/>"
    yield f"{pad}</xs:restriction>"


def _restricted(base: str, facets: list[tuple[str, str]], depth: int) -> Iterator[str]:
    """A restriction. Two patterns of one step are alternatives in XML Schema, so each takes a step of its own."""
    pad = " " * depth
    patterns = [facet for facet in facets if facet[0] == "pattern"]
    if len(patterns) > 1:
        yield f"{pad}<xs:restriction>"
        yield f"{pad} <xs:simpleType>"
        yield from _restricted(base, [facet for facet in facets if facet != patterns[-1]], depth + 2)
        yield f"{pad} </xs:simpleType>"
        facets = patterns[-1:]
    else:
        yield f'{pad}<xs:restriction base="{base}">'
    for name, value in facets:
        yield f"{pad} <xs:{name} value={quoteattr(value)}/>"
    yield f"{pad}</xs:restriction>"


def _length(pattern: Pattern) -> tuple[int, int | None]:
    """The least and most words of a list."""
    match pattern:
        case Empty():
            return 0, 0
        case Group(items) | Interleave(items):
            lengths = [_length(item) for item in items]
            bounds = [most for _, most in lengths]
            return sum(least for least, _ in lengths), None if None in bounds else sum(b or 0 for b in bounds)
        case Choice(items):
            lengths = [_length(item) for item in items]
            bounds = [most for _, most in lengths]
            return min(least for least, _ in lengths), None if None in bounds else max(b or 0 for b in bounds)
        case OneOrMore(item):
            return _length(item)[0], None
        case _:
            return 1, 1


def _words(pattern: Pattern) -> Iterator[Pattern]:
    """The patterns of single words in a list."""
    match pattern:
        case Group(items) | Interleave(items) | Choice(items):
            for item in items:
                yield from _words(item)
        case OneOrMore(item):
            yield from _words(item)
        case Empty():
            return
        case _:
            yield pattern
