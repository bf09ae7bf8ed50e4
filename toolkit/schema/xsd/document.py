"""The XML Schema document of a grammar: elements, groups, types, and what it cannot say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from toolkit.schema.flat import flatten, is_value
from toolkit.schema.grammar import (
    EMPTY,
    NOT_ALLOWED,
    AnyName,
    Attribute,
    Element,
    Grammar,
    Name,
    NameChoice,
    NameClass,
    NsName,
    Pattern,
    Ref,
    Text,
    choice,
    walk,
)
from toolkit.schema.rewriting import rewrite
from toolkit.schema.xsd.attributes import collect, namespaces
from toolkit.schema.xsd.particles import (
    NOTHING,
    Alt,
    Leaf,
    Particle,
    Rep,
    Seq,
    Symbol,
    deterministic,
    to_particle,
)
from toolkit.schema.xsd.types import SimpleTypes

XS = "http://www.w3.org/2001/XMLSchema"
XML = "http://www.w3.org/XML/1998/namespace"
SMALLEST_GROUP = 3
# RELAX NG lets white space stand in an empty element, XML Schema only where elements may: here, of a namespace of none.
WHITE_SPACE = '<xs:any namespace="urn:tei-toolkit:none" processContents="skip" minOccurs="0"/>'
ALWAYS = (
    "A document may start with any element.",
    "xml:id, xml:lang and other attributes of foreign namespaces are accepted with any value where one may stand.",
    "Identifiers need not be unique.",
    "Attributes of which one only may stand may stand together.",
    "Elements of other namespaces are accepted wherever one of their namespace may stand.",
)


def write_xsd(grammar: Grammar, *, namespace: str, comment: str = "") -> bytes:
    """The schema document of the elements of `namespace`; those of others are let through."""
    return ("\n".join(_Document(grammar, namespace).lines(comment)) + "\n").encode()


@dataclass(frozen=True, slots=True)
class _Model:
    """An element's type: its particle, whether text may stand in it, its value if that is all, its attributes."""

    particle: Particle
    mixed: bool
    value: Pattern | None
    attributes: list[tuple[Attribute, bool]]
    groups: list[str]


class _Document:
    """Writes one document. An element of several defines is written once, with the content of them all."""

    def __init__(self, grammar: Grammar, namespace: str) -> None:
        self.grammar = grammar
        self.namespace = namespace
        self.flat = flatten(grammar)
        self.types = SimpleTypes(self.type_name)
        self.type_names: dict[str, None] = {}
        self.attribute_groups: dict[str, None] = {}
        self.widened: list[str] = []
        self.models = {name: self.model(name, pattern) for name, pattern in sorted(self.own_elements().items())}
        self.groups = self.named_groups()

    # --- what there is -----------------------------------------------------------------------------------------------

    def own_elements(self) -> dict[str, Pattern]:
        """The content of the elements of the schema's own namespace, by name."""
        contents: dict[str, list[Pattern]] = {}
        for pattern in self.flat.defines.values():
            if (
                isinstance(pattern, Element)
                and isinstance(pattern.name, Name)
                and pattern.name.namespace == self.namespace
            ):
                contents.setdefault(pattern.name.local, []).append(pattern.content)
        return {name: choice(found) for name, found in contents.items()}

    def symbol(self, define: str) -> Symbol:
        """The element that a define is."""
        pattern = self.flat.defines.get(define, NOT_ALLOWED)
        return _symbol(pattern.name, self.namespace) if isinstance(pattern, Element) else Symbol("", "##other")

    def model(self, element: str, content: Pattern) -> _Model:
        attributes: list[tuple[Attribute, bool]] = []
        groups: list[str] = []
        collect(content, False, attributes, groups, self.flat.defines)
        for name in groups:
            self.attribute_groups[name] = None
        inner = rewrite(content, self._without_attributes)
        exact = to_particle(rewrite(inner, self._without_values), self.symbol)
        particle = deterministic(exact)
        if particle != exact:
            self.widened.append(element)
        parts = list(walk(inner))
        text = any(isinstance(part, Text) for part in parts)
        values = any(is_value(part, self.flat.defines) for part in parts)
        only_value = values and not text and exact == NOTHING
        return _Model(particle, text or (values and not only_value), inner if only_value else None, attributes, groups)

    def _without_attributes(self, pattern: Pattern) -> Pattern:
        match pattern:
            case Attribute():
                return EMPTY
            case Ref(name) if self.is_attributes(name):
                return EMPTY
            case _:
                return pattern

    def _without_values(self, pattern: Pattern) -> Pattern:
        return EMPTY if isinstance(pattern, Ref) and is_value(pattern, self.flat.defines) else pattern

    def is_attributes(self, define: str) -> bool:
        """Whether a define of the flat grammar is a group of attributes."""
        target = self.flat.defines.get(define, NOT_ALLOWED)
        return not isinstance(target, Element) and not is_value(target, self.flat.defines)

    def named_groups(self) -> dict[str, frozenset[Symbol]]:
        """The model classes that content models can be written with, largest first."""
        found: dict[str, frozenset[Symbol]] = {}
        flattened = {
            name: to_particle(rewrite(pattern, self._written_out), self.symbol)
            for name, pattern in self.grammar.defines.items()
            if name.rpartition("model.")[2] != name or "macro." in name
        }
        for name, particle in flattened.items():
            inner = particle.item if isinstance(particle, Rep) else particle
            if isinstance(inner, Leaf) and len(inner.symbols) >= SMALLEST_GROUP and inner.symbols not in found.values():
                found[name] = inner.symbols
        return dict(sorted(found.items(), key=lambda item: (-len(item[1]), item[0])))

    def _written_out(self, pattern: Pattern) -> Pattern:
        if not isinstance(pattern, Ref) or pattern.name in self.flat.defines:
            return pattern
        target = self.grammar.defines.get(pattern.name, NOT_ALLOWED)
        return NOT_ALLOWED if isinstance(target, Element) else rewrite(target, self._written_out)

    def type_name(self, define: str) -> str:
        """The simple type that stands for a define of values."""
        self.type_names[define] = None
        return _ncname(define)

    # --- the document ------------------------------------------------------------------------------------------------

    def lines(self, comment: str) -> Iterator[str]:
        body = [line for name, model in self.models.items() for line in self.element(name, model)]
        groups = [line for name, symbols in self.groups.items() for line in self.group(name, symbols)]
        attributes = list(self.attribute_group_lines())
        types = list(self.type_lines())
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        if comment:
            yield f"<!-- {escape(comment.replace('--', '- -'))} -->"
        yield (
            f'<xs:schema xmlns:xs="{XS}" xmlns={quoteattr(self.namespace)} targetNamespace={quoteattr(self.namespace)} '
            'elementFormDefault="qualified">'
        )
        yield from self.confession()
        yield from (*body, *groups, *attributes, *types)
        yield "</xs:schema>"

    def confession(self) -> Iterator[str]:
        """What the grammar says and this schema cannot."""
        yield " <xs:annotation>"
        yield "  <xs:documentation>This schema accepts every document that the RELAX NG grammar accepts, and more:"
        yield from (f"   {line}" for line in ALWAYS)
        if self.widened:
            names = " ".join(sorted(self.widened))
            yield f"   In these elements, order or number of what they hold is not checked: {names}."
        yield "  </xs:documentation>"
        yield " </xs:annotation>"

    def element(self, name: str, model: _Model) -> Iterator[str]:
        yield f" <xs:element name={quoteattr(name)}>"
        if model.value is not None:
            yield from self.simple_content(model)
        else:
            mixed = ' mixed="true"' if model.mixed else ""
            yield f"  <xs:complexType{mixed}>"
            if model.particle != NOTHING:
                yield from self.particle(_outermost(model.particle), 3)
            elif not model.mixed:
                yield f"   <xs:sequence>{WHITE_SPACE}</xs:sequence>"
            yield from self.attribute_uses(model.attributes, model.groups, 3)
            yield "  </xs:complexType>"
        yield " </xs:element>"

    def simple_content(self, model: _Model) -> Iterator[str]:
        value = model.value or EMPTY
        name = self.types.reference(value)
        if not name:
            name = f"content.{len(self.type_names)}"
            self.inline_types[name] = value
        yield "  <xs:complexType>"
        yield "   <xs:simpleContent>"
        yield f'    <xs:extension base="{name}">'
        yield from self.attribute_uses(model.attributes, model.groups, 5)
        yield "    </xs:extension>"
        yield "   </xs:simpleContent>"
        yield "  </xs:complexType>"

    def particle(self, particle: Particle, depth: int, least: int = 1, most: int | None = 1) -> Iterator[str]:
        pad, times = " " * depth, _times(least, most)
        match particle:
            case Rep(item, low, high):
                if (least, most) == (1, 1):
                    yield from self.particle(item, depth, low, high)
                else:
                    yield f"{pad}<xs:sequence{times}>"
                    yield from self.particle(item, depth + 1, low, high)
                    yield f"{pad}</xs:sequence>"
            case Leaf(symbols):
                yield from self.leaf(symbols, depth, times)
            case Seq(items) | Alt(items):
                tag = "sequence" if isinstance(particle, Seq) else "choice"
                yield f"{pad}<xs:{tag}{times}>"
                for item in items:
                    yield from self.particle(item, depth + 1)
                yield f"{pad}</xs:{tag}>"

    def leaf(self, symbols: frozenset[Symbol], depth: int, times: str) -> Iterator[str]:
        """One of several elements, written with the groups that fit."""
        pad = " " * depth
        chosen: list[str] = []
        left = set(symbols)
        for name, members in self.groups.items():
            if members <= left:
                chosen.append(name)
                left -= members
        singles = [_single(symbol) for symbol in sorted(left)]
        parts = [f"xs:group ref={quoteattr(_ncname(name))}" for name in chosen] + singles
        if len(parts) == 1:
            yield f"{pad}<{parts[0]}{times}/>"
            return
        yield f"{pad}<xs:choice{times}>"
        yield from (f"{pad} <{part}/>" for part in parts)
        yield f"{pad}</xs:choice>"

    def group(self, name: str, symbols: frozenset[Symbol]) -> Iterator[str]:
        yield f" <xs:group name={quoteattr(_ncname(name))}>"
        yield "  <xs:choice>"
        yield from (f"   <{_single(symbol)}/>" for symbol in sorted(symbols))
        yield "  </xs:choice>"
        yield " </xs:group>"

    # --- attributes --------------------------------------------------------------------------------------------------

    def attribute_group_lines(self) -> Iterator[str]:
        waiting, done = list(self.attribute_groups), set[str]()
        while waiting:
            name = waiting.pop(0)
            if name in done:
                continue
            done.add(name)
            attributes: list[tuple[Attribute, bool]] = []
            groups: list[str] = []
            collect(self.flat.defines[name], False, attributes, groups, self.flat.defines)
            waiting += groups
            yield f" <xs:attributeGroup name={quoteattr(_ncname(name))}>"
            yield from self.attribute_uses(attributes, groups, 2, wildcard=False)
            yield " </xs:attributeGroup>"

    def attribute_uses(
        self, attributes: list[tuple[Attribute, bool]], groups: list[str], depth: int, wildcard: bool = True
    ) -> Iterator[str]:
        pad = " " * depth
        seen: set[str] = set()
        for attribute, required in attributes:
            if isinstance(attribute.name, Name) and not attribute.name.namespace and attribute.name.local not in seen:
                seen.add(attribute.name.local)
                yield from self.attribute(attribute.name.local, attribute.content, required, depth)
        yield from (f"{pad}<xs:attributeGroup ref={quoteattr(_ncname(name))}/>" for name in groups)
        foreign = self.foreign(attributes, groups) if wildcard else ""
        if foreign:
            yield f'{pad}<xs:anyAttribute namespace={quoteattr(foreign)} processContents="skip"/>'

    def attribute(self, name: str, value: Pattern, required: bool, depth: int) -> Iterator[str]:
        pad = " " * depth
        use = ' use="required"' if required else ""
        type_ = self.types.reference(value)
        if type_:
            yield f'{pad}<xs:attribute name={quoteattr(name)} type="{type_}"{use}/>'
            return
        yield f"{pad}<xs:attribute name={quoteattr(name)}{use}>"
        yield from self.types.wrapped(value, depth + 1)
        yield f"{pad}</xs:attribute>"

    def foreign(self, attributes: list[tuple[Attribute, bool]], groups: Iterable[str]) -> str:
        """The namespaces whose attributes are let through, as xs:anyAttribute names them; "" where none is."""
        found: set[str] = set()
        waiting, done = list(groups), set[str]()
        collected = list(attributes)
        while waiting:
            name = waiting.pop()
            if name not in done:
                done.add(name)
                collect(self.flat.defines[name], False, collected, waiting, self.flat.defines)
        for attribute, _ in collected:
            found |= namespaces(attribute.name)
        found.discard("")
        return "##any" if "##any" in found else " ".join(sorted(found))

    # --- types -------------------------------------------------------------------------------------------------------

    @property
    def inline_types(self) -> dict[str, Pattern]:
        """Types of elements' own text."""
        if not hasattr(self, "_inline"):
            self._inline: dict[str, Pattern] = {}
        return self._inline

    def type_lines(self) -> Iterator[str]:
        waiting, done = list(self.type_names), set[str]()
        for name, pattern in self.inline_types.items():
            yield f" <xs:simpleType name={quoteattr(name)}>"
            yield from self.types.definition(pattern, 2)
            yield " </xs:simpleType>"
        while waiting:
            name = waiting.pop(0)
            if name in done:
                continue
            done.add(name)
            yield f" <xs:simpleType name={quoteattr(_ncname(name))}>"
            yield from self.types.definition(self.grammar.defines.get(name, NOT_ALLOWED), 2)
            yield " </xs:simpleType>"
            waiting += [one for one in self.type_names if one not in done]


def _symbol(name: NameClass, own: str) -> Symbol:
    match name:
        case Name(namespace, local):
            return Symbol(local) if namespace == own else Symbol("", namespace or "##local")
        case NsName(namespace):
            return Symbol("", namespace or "##local")
        case AnyName():
            return Symbol("", "##other")
        case NameChoice(items):
            found = {_symbol(item, own) for item in items}
            if len(found) == 1:
                return found.pop()
            namespaces = sorted({symbol.namespace for symbol in found})
            return Symbol("", " ".join(namespaces) if all(namespaces) and "##other" not in namespaces else "##other")


def _single(symbol: Symbol) -> str:
    if symbol.name:
        return f"xs:element ref={quoteattr(symbol.name)}"
    return f'xs:any namespace={quoteattr(symbol.namespace)} processContents="skip"'


def _outermost(particle: Particle) -> Particle:
    """A complex type takes a group of particles, not an element alone."""
    inner = particle.item if isinstance(particle, Rep) else particle
    if isinstance(inner, Leaf) or isinstance(particle, Rep):
        return Seq((particle,))
    return particle


def _times(least: int, most: int | None) -> str:
    said = "" if least == 1 else f' minOccurs="{least}"'
    return said + ("" if most == 1 else f' maxOccurs="{"unbounded" if most is None else most}"')


def _ncname(define: str) -> str:
    return define.replace(":", "_")
