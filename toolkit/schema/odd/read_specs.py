"""elementSpec, classSpec, macroSpec and dataSpec read into values (TEI P5, 23.4 and 23.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from lxml import etree

from toolkit.schema.odd.read_content import data_ref, joined, key, occurrence, read_content, read_datatype
from toolkit.schema.odd.source import SCH, T, children, local, place_of, refused, tidy
from toolkit.schema.specs import (
    AttributeDef,
    AttributeGroup,
    AttributeItem,
    AttributeRef,
    Constraint,
    Content,
    Kind,
    Memberships,
    Mode,
    Prose,
    Spec,
    ValueItem,
    ValueList,
)

SPECS = tuple(T + name for name in ("elementSpec", "classSpec", "macroSpec", "dataSpec"))
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
USAGES = {"req": "req", "rec": "rec", "opt": "opt", "mwa": "rec", "rwa": "rec", None: ""}


def read_spec(element: etree._Element, path: str) -> Spec:
    """The specification that an element writes. Raises InputError where it is malformed (S004)."""
    memberships = element.find(f"{T}classes")
    return Spec(
        kind_of(element, path),
        ident(element, path),
        element.get("module", ""),
        element.get("ns"),
        mode(element, path),
        _memberships(memberships, path) if memberships is not None else None,
        _content(element, path),
        tuple(_attributes(element, path)),
        _value_list(element, path),
        tuple(read_constraints(element, path)),
        _alternative(element),
        read_prose(element),
        place_of(element, path),
    )


def kind_of(element: etree._Element, path: str) -> Kind:
    """What the element specifies. A classSpec that does not say its type is of attributes where its name says so."""
    match local(element):
        case "elementSpec":
            return Kind.ELEMENT
        case "macroSpec":
            return Kind.DATA if element.get("type") == "dt" else Kind.MACRO
        case "dataSpec":
            return Kind.DATA
        case _:
            kind = element.get("type") or ("atts" if element.get("ident", "").startswith("att.") else "model")
            if kind not in ("atts", "model"):
                raise refused(
                    place_of(element, path), "S004", reason=f"a classSpec's type is atts or model, not {kind!r}"
                )
            return Kind.ATTRIBUTES if kind == "atts" else Kind.MODEL


def ident(element: etree._Element, path: str) -> str:
    """The @ident of a specification or attribute."""
    value = (element.get("ident") or "").strip()
    if not value:
        raise refused(place_of(element, path), "S004", reason=f"{local(element)} needs @ident")
    return value


def mode(element: etree._Element, path: str) -> Mode:
    """The @mode of an element; add where it says none."""
    try:
        return Mode(element.get("mode", "add"))
    except ValueError:
        reason = f"mode={element.get('mode')!r} is none of add, change, replace, delete"
        raise refused(place_of(element, path), "S004", reason=reason) from None


def read_prose(element: etree._Element) -> Prose:
    """The gloss and description of a thing: those in English or of no language said, else the first."""
    return Prose(_in_english(element, "gloss"), _in_english(element, "desc"))


def _in_english(element: etree._Element, name: str) -> str:
    found = [child for child in element.iterchildren(T + name) if child.get("type") != "deprecationInfo"]
    chosen = next((child for child in found if child.get(XML_LANG, "en").startswith("en")), found[0] if found else None)
    return tidy("".join(cast("list[str]", list(chosen.itertext())))) if chosen is not None else ""


def _alternative(element: etree._Element) -> str:
    return tidy(element.findtext(f"{T}altIdent")) or element.get("ident", "").strip()


def _memberships(element: etree._Element, path: str) -> Memberships:
    members = list(element.iterchildren(f"{T}memberOf"))
    kept = tuple(key(member, path) for member in members if member.get("mode") != "delete")
    without = tuple(key(member, path) for member in members if member.get("mode") == "delete")
    return Memberships(kept, without, element.get("mode") == "change")


def _content(element: etree._Element, path: str) -> Content | None:
    written = element.find(f"{T}content")
    if written is not None:
        return read_content(written, path)
    references = list(element.iterchildren(f"{T}dataRef"))
    return joined([data_ref(child, path, occurrence(child, path)) for child in references]) if references else None


def _attributes(element: etree._Element, path: str) -> Iterator[AttributeItem]:
    for list_ in element.iterchildren(f"{T}attList"):
        yield from _attribute_list(list_, path)


def _attribute_list(list_: etree._Element, path: str) -> Iterator[AttributeItem]:
    org = list_.get("org", "group")
    items = tuple(_attribute_items(list_, path))
    if org == "choice" or (
        list_.getparent() is not None and local(cast("etree._Element", list_.getparent())) == "attList"
    ):
        yield AttributeGroup(org, items)
    else:
        yield from items


def _attribute_items(list_: etree._Element, path: str) -> Iterator[AttributeItem]:
    for child in children(list_):
        match child.tag:
            case tag if tag == f"{T}attDef":
                yield _attribute(child, path)
            case tag if tag == f"{T}attRef":
                yield _attribute_ref(child, path)
            case tag if tag == f"{T}attList":
                yield from _attribute_list(child, path)


def _attribute_ref(element: etree._Element, path: str) -> AttributeRef:
    name, class_ = element.get("name", ""), element.get("class", "")
    if not class_ and ".attribute." in name:  # the old way of writing it: a pattern's name
        class_, _, name = name.partition(".attribute.")
    return AttributeRef(class_ or element.get("key", ""), name, place_of(element, path))


def _attribute(element: etree._Element, path: str) -> AttributeDef:
    usage = element.get("usage")
    if usage not in USAGES:
        raise refused(place_of(element, path), "S004", reason=f"usage={usage!r} is none of req, rec, opt")
    datatype = element.find(f"{T}datatype")
    default = element.find(f"{T}defaultVal")
    return AttributeDef(
        ident(element, path),
        USAGES[usage],
        mode(element, path),
        read_datatype(datatype, path) if datatype is not None else None,
        _value_list(element, path),
        None if default is None else tidy("".join(cast("list[str]", list(default.itertext())))),
        _alternative(element),
        element.get("ns", ""),
        read_prose(element),
        place_of(element, path),
    )


def _value_list(element: etree._Element, path: str) -> ValueList | None:
    list_ = element.find(f"{T}valList")
    if list_ is None:
        return None
    kind = list_.get("type", "")
    if kind not in ("", "open", "semi", "closed"):
        reason = f"a valList's type is closed, semi or open, not {kind!r}"
        raise refused(place_of(list_, path), "S004", reason=reason)
    items = (
        ValueItem(item.get("ident", ""), mode(item, path), _alternative(item), read_prose(item))
        for item in list_.iterchildren(f"{T}valItem")
    )
    return ValueList(kind, tuple(items), mode(list_, path))


def read_constraints(element: etree._Element, path: str) -> Iterator[Constraint]:
    """The rules that a specification or schemaSpec carries itself, those of its content and attributes included."""
    for spec in element.iterchildren(f"{T}constraintSpec"):
        yield _constraint(spec, path, "")
    for spec in element.iterfind(f"{T}content//{T}constraintSpec"):
        yield _constraint(spec, path, "")
    for attribute in element.iterfind(f"{T}attList//{T}attDef"):
        for spec in attribute.iterchildren(f"{T}constraintSpec"):
            yield _constraint(spec, path, attribute.get("ident", ""))


def _constraint(spec: etree._Element, path: str, attribute: str) -> Constraint:
    inner = [
        rule for part in spec.iterchildren(f"{T}constraint") for rule in children(part) if rule.tag.startswith(SCH)
    ]
    return Constraint(
        spec.get("ident", ""),
        mode(spec, path),
        tuple(etree.tostring(rule, encoding="unicode", with_tail=False) for rule in inner),
        spec.get("scheme", "schematron"),
        attribute,
        tuple(sorted((prefix, uri) for prefix, uri in spec.nsmap.items() if prefix)),
        read_prose(spec),
        place_of(spec, path),
    )
