"""Content models and datatypes of an ODD, as pure ODD or as RELAX NG, read into values (TEI P5, 23.5.1)."""

from __future__ import annotations

from lxml import etree

from toolkit.schema.grammar import Pattern
from toolkit.schema.odd.embedded import read_pattern
from toolkit.schema.odd.source import RNG, T, children, local, place_of, refused, tidy, words
from toolkit.schema.specs import (
    ONCE,
    Alternate,
    AnyElement,
    ClassRef,
    Content,
    DataRef,
    Datatype,
    ElementRef,
    MacroRef,
    Nothing,
    Occurrence,
    RelaxNg,
    Sequence,
    TextNode,
    Values,
)

DEEPEST = 60  # nested content models; beyond any that was ever written
MOST = 1000  # occurrences that are counted one by one
EXPANSIONS = ("alternate", "sequence", "sequenceOptional", "sequenceOptionalRepeatable", "sequenceRepeatable")
IGNORED = {f"{T}constraintSpec", f"{T}constraint", f"{T}desc", f"{T}gloss", f"{T}equiv"}


def read_content(element: etree._Element, path: str) -> Content:
    """What a content element (or a dataSpec's) says; nothing inside is no content. Raises InputError (S004)."""
    if _deeper(element, DEEPEST):
        reason = f"a content model more than {DEEPEST} levels deep is not compiled"
        raise refused(place_of(element, path), "S004", reason=reason)
    return joined(read_items(element, path))


def _deeper(element: etree._Element, levels: int) -> bool:
    return levels < 0 or any(_deeper(child, levels - 1) for child in children(element))


def read_items(element: etree._Element, path: str) -> list[Content]:
    """The contents directly inside an element."""
    items: list[Content] = []
    patterns: list[Pattern] = []
    for child in children(element):
        if child.tag.startswith(RNG):
            patterns.append(read_pattern(child, path))
        elif child.tag.startswith(T) and child.tag not in IGNORED:
            items.append(_read(child, path))
    return items + [RelaxNg(pattern) for pattern in patterns]


def joined(items: list[Content]) -> Content:
    """Several contents as one."""
    if not items:
        return Nothing()
    return items[0] if len(items) == 1 else Sequence(tuple(items))


def _read(element: etree._Element, path: str) -> Content:
    times = occurrence(element, path)
    match local(element):
        case "textNode":
            return TextNode()
        case "empty":
            return Nothing()
        case "elementRef":
            return ElementRef(key(element, path), times)
        case "macroRef":
            return MacroRef(key(element, path), times)
        case "classRef":
            return _class_ref(element, path, times)
        case "dataRef":
            return data_ref(element, path, times)
        case "sequence":
            ordered = element.get("preserveOrder", "true") not in ("false", "0")
            return Sequence(tuple(read_items(element, path)), times, ordered)
        case "alternate":
            return Alternate(tuple(read_items(element, path)), times)
        case "anyElement":
            except_ = tuple(clark(word, element) for word in words(element.get("except")))
            return AnyElement(words(element.get("require")), except_, times)
        case "valList":
            return Values(tuple(_value(item) for item in element.iterchildren(f"{T}valItem")))
        case "content" | "datatype":
            return joined(read_items(element, path))
        case name:
            raise refused(place_of(element, path), "S004", reason=f"{name} cannot stand in a content model")


def _value(item: etree._Element) -> str:
    return tidy(item.findtext(f"{T}altIdent")) or item.get("ident") or ""


def _class_ref(element: etree._Element, path: str, times: Occurrence) -> ClassRef:
    expand = element.get("expand", "")
    if expand and expand not in EXPANSIONS:
        reason = f"expand={expand!r} is none of {', '.join(EXPANSIONS)}"
        raise refused(place_of(element, path), "S004", reason=reason)
    include, except_ = words(element.get("include")), words(element.get("except"))
    return ClassRef(key(element, path), "" if expand == "alternate" else expand, include, except_, times)


def data_ref(element: etree._Element, path: str, times: Occurrence = ONCE) -> DataRef:
    """A dataRef: a TEI datatype by @key, or a W3C one by @name, with its facets."""
    facets = [(facet.get("name", ""), facet.get("value", "")) for facet in element.iterchildren(f"{T}dataFacet")]
    restriction = element.get("restriction")
    if restriction is not None:
        facets.append(("pattern", restriction))
    if element.get("key") is None and element.get("name") is None:
        raise refused(place_of(element, path), "S004", reason="a dataRef needs @key (a TEI datatype) or @name (W3C's)")
    return DataRef(element.get("key", ""), element.get("name", ""), tuple(facets), times)


def read_datatype(element: etree._Element, path: str) -> Datatype | None:
    """What a datatype element says; nothing inside says nothing."""
    items = read_items(element, path)
    return Datatype(joined(items), occurrence(element, path)) if items else None


def key(element: etree._Element, path: str) -> str:
    """The @key of a reference."""
    value = (element.get("key") or "").strip()
    if not value:
        raise refused(place_of(element, path), "S004", reason=f"{local(element)} needs @key")
    return value


def occurrence(element: etree._Element, path: str) -> Occurrence:
    """How often @minOccurs and @maxOccurs say; more than MOST is without bound.

    Raises InputError (S004) where they are no counts or cross.
    """
    said = (element.get("minOccurs", "1").strip(), element.get("maxOccurs", "1").strip())
    if said == ("1", "1"):
        return ONCE
    try:
        least = int(said[0])
        most = None if said[1] == "unbounded" else int(said[1])
    except ValueError:
        reason = f"minOccurs={said[0]!r} maxOccurs={said[1]!r} are no counts"
        raise refused(place_of(element, path), "S004", reason=reason) from None
    if least > MOST:
        raise refused(
            place_of(element, path), "S004", reason=f"minOccurs {least} is more than {MOST}, which is not compiled"
        )
    if most is not None and most > MOST:
        most = None
    if least < 0 or (most is not None and (most < least or most < 0)):
        reason = f"minOccurs {said[0]} is more than maxOccurs {said[1]}"
        raise refused(place_of(element, path), "S004", reason=reason)
    return Occurrence(least, most)


def clark(word: str, element: etree._Element) -> str:
    """A name with a prefix in Clark notation; a namespace stays as it is."""
    prefix, colon, name = word.partition(":")
    namespace = element.nsmap.get(prefix) if colon else None
    return f"{{{namespace}}}{name}" if namespace and not name.startswith("//") else word
