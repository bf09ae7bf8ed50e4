"""Specifications as values: what TEI's facts and a customisation (ODD) say of elements, classes, macros and datatypes.

The vocabulary is that of TEI P5, chapter 23 (Documentation Elements): elementSpec, classSpec, macroSpec and dataSpec.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from toolkit.schema.grammar import Grammar, Pattern

TEI = "http://www.tei-c.org/ns/1.0"
EXAMPLES = "http://www.tei-c.org/ns/Examples"


class Kind(StrEnum):
    """What a specification is of."""

    ELEMENT = "element"
    MODEL = "model class"
    ATTRIBUTES = "attribute class"
    MACRO = "macro"
    DATA = "datatype"


class Mode(StrEnum):
    """What a specification does to the one of that name which is already there."""

    ADD = "add"
    CHANGE = "change"
    REPLACE = "replace"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is said: the file as the user named it and a line from 1, 0 where there is none."""

    path: str = ""
    line: int = 0


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Prose:
    """What an ODD says of a thing to people, white space tidied."""

    gloss: str = ""
    description: str = ""


SILENT = Prose()


@dataclass(frozen=True, slots=True)
class Occurrence:
    """How often: at least and at most; None is without bound."""

    least: int = 1
    most: int | None = 1


ONCE = Occurrence()


@dataclass(frozen=True, slots=True)
class ElementRef:
    """An element, by its ident."""

    key: str
    times: Occurrence = ONCE


@dataclass(frozen=True, slots=True)
class ClassRef:
    """The members of a model class: one of them, or all in sequence. include, except_: only or without these."""

    key: str
    expand: str = ""
    include: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()
    times: Occurrence = ONCE


@dataclass(frozen=True, slots=True)
class MacroRef:
    """What a macro stands for."""

    key: str
    times: Occurrence = ONCE


@dataclass(frozen=True, slots=True)
class DataRef:
    """A value of a TEI datatype (key) or of one of W3C XML Schema's (name), with facets."""

    key: str = ""
    name: str = ""
    facets: tuple[tuple[str, str], ...] = ()
    times: Occurrence = ONCE


@dataclass(frozen=True, slots=True)
class Sequence:
    """Several contents, in order or, unless `ordered`, mingled."""

    items: tuple[Content, ...]
    times: Occurrence = ONCE
    ordered: bool = True


@dataclass(frozen=True, slots=True)
class Alternate:
    """One of several contents."""

    items: tuple[Content, ...]
    times: Occurrence = ONCE


@dataclass(frozen=True, slots=True)
class TextNode:
    """Text."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No content."""


@dataclass(frozen=True, slots=True)
class AnyElement:
    """Any element of the namespaces required, or of any but those excepted (namespaces, or names in Clark notation)."""

    require: tuple[str, ...] = ()
    except_: tuple[str, ...] = ()
    times: Occurrence = ONCE


@dataclass(frozen=True, slots=True)
class Values:
    """One of several literal values, as content."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RelaxNg:
    """Content written as RELAX NG; a Ref in it names an element, class, macro or datatype."""

    pattern: Pattern


Content: TypeAlias = (
    ElementRef
    | ClassRef
    | MacroRef
    | DataRef
    | Sequence
    | Alternate
    | TextNode
    | Nothing
    | AnyElement
    | Values
    | RelaxNg
)


@dataclass(frozen=True, slots=True)
class ValueItem:
    """A value of a list; name is what documents write where altIdent says other than ident."""

    ident: str
    mode: Mode = Mode.ADD
    name: str = ""
    prose: Prose = SILENT


@dataclass(frozen=True, slots=True)
class ValueList:
    """Values of an attribute: the only ones ("closed"), the suggested ("semi") or examples ("open", or not said)."""

    kind: str
    items: tuple[ValueItem, ...]
    mode: Mode = Mode.ADD


@dataclass(frozen=True, slots=True)
class Datatype:
    """What an attribute's value is, and how many of it, parted by white space."""

    content: Content
    times: Occurrence = ONCE


@dataclass(frozen=True, slots=True)
class AttributeDef:
    """An attribute. usage: "req", "rec", "opt" or "" (not said). A None is not said."""

    ident: str
    usage: str = ""
    mode: Mode = Mode.ADD
    datatype: Datatype | None = None
    values: ValueList | None = None
    default: str | None = None
    name: str = ""
    namespace: str = ""
    prose: Prose = SILENT
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class AttributeRef:
    """An attribute of a class, taken alone; name "" takes them all."""

    class_: str
    name: str = ""
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class AttributeGroup:
    """Attributes of which one only may stand ("choice"), or which stand together in such a choice ("group")."""

    org: str
    items: tuple[AttributeItem, ...]


AttributeItem: TypeAlias = AttributeDef | AttributeRef | AttributeGroup


@dataclass(frozen=True, slots=True)
class Constraint:
    """Rules of Schematron. xml: the elements of Schematron in the constraint, serialised, each with its namespaces.

    attribute: the attribute in whose definition it stands. namespaces: the prefixes that are declared where it stands.
    """

    ident: str
    mode: Mode
    xml: tuple[str, ...]
    scheme: str = "schematron"
    attribute: str = ""
    namespaces: tuple[tuple[str, str], ...] = ()
    prose: Prose = SILENT
    place: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Memberships:
    """The classes of a specification; with `change` they are added to, and `without` taken from, those it had."""

    keys: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    change: bool = False


@dataclass(frozen=True, slots=True)
class Spec:
    """A specification. A None is not said, which matters where it changes another. name: altIdent, else ident."""

    kind: Kind
    ident: str
    module: str = ""
    namespace: str | None = None
    mode: Mode = Mode.ADD
    memberships: Memberships | None = None
    content: Content | None = None
    attributes: tuple[AttributeItem, ...] = ()
    values: ValueList | None = None
    constraints: tuple[Constraint, ...] = ()
    name: str = ""
    prose: Prose = SILENT
    place: Place = field(default=NOWHERE, compare=False)

    @property
    def classes(self) -> tuple[str, ...]:
        """The keys of the classes it is a member of."""
        return self.memberships.keys if self.memberships else ()


@dataclass(frozen=True, slots=True)
class Schema:
    """A whole customisation, or all of TEI: its specifications in order, by ident.

    roots: idents of the elements a document may start with. release: the TEI release it rests on.
    modules: idents of the modules it takes. exceptions: what anyElement leaves out where it does not say. foreign:
    grammars of other languages, by the prefix of their patterns.
    """

    ident: str
    specs: dict[str, Spec]
    roots: tuple[str, ...] = ()
    namespace: str = TEI
    prefix: str = ""
    release: str = ""
    modules: tuple[str, ...] = ()
    foreign: dict[str, Grammar] = field(default_factory=dict)
    exceptions: tuple[str, ...] = (TEI, f"{{{EXAMPLES}}}egXML")
    title: str = ""
    constraints: tuple[Constraint, ...] = ()
