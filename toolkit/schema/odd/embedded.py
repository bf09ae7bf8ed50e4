"""RELAX NG inside an ODD's content models, and whole grammars that a moduleRef's @url brings (MathML, SVG ...)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from toolkit.files import address
from toolkit.schema.grammar import (
    EMPTY,
    NOT_ALLOWED,
    TEXT,
    XSD_TYPES,
    AnyName,
    Attribute,
    Data,
    Element,
    Grammar,
    List,
    Name,
    NameChoice,
    NameClass,
    NsName,
    Pattern,
    Ref,
    Value,
    choice,
    group,
    interleave,
    one_or_more,
    optional,
    zero_or_more,
)
from toolkit.schema.odd.source import RNG, local, place_of, read_xml, refused
from toolkit.schema.specs import TEI

XML = "http://www.w3.org/XML/1998/namespace"
PATTERNS = frozenset(
    [
        *("element", "attribute", "group", "interleave", "choice", "optional", "zeroOrMore", "oneOrMore", "list"),
        *("mixed", "ref", "empty", "text", "notAllowed", "value", "data"),
    ]
)


def read_pattern(node: etree._Element, path: str, namespace: str = TEI, library: str = XSD_TYPES) -> Pattern:
    """The pattern that an element of RELAX NG writes. Raises InputError (S004) where it writes none."""
    namespace, library = node.get("ns", namespace), node.get("datatypeLibrary", library)
    kind = local(node)
    inside = list(node.iterchildren(f"{RNG}*"))

    def parts(nodes: list[etree._Element] = inside) -> list[Pattern]:
        return [read_pattern(child, path, namespace, library) for child in nodes if local(child) in PATTERNS]

    match kind:
        case "empty":
            return EMPTY
        case "text":
            return TEXT
        case "notAllowed":
            return NOT_ALLOWED
        case "ref":
            return Ref(node.get("name", "").strip())
        case "group":
            return group(parts())
        case "choice":
            return choice(parts())
        case "interleave":
            return interleave(parts())
        case "mixed":
            return interleave([TEXT, group(parts())])
        case "optional":
            return optional(group(parts()))
        case "zeroOrMore":
            return zero_or_more(group(parts()))
        case "oneOrMore":
            return one_or_more(group(parts()))
        case "list":
            return List(group(parts()))
        case "value":
            type_ = node.get("type")
            return Value(node.text or "", type_ or "token", library if type_ else "")
        case "data":
            return _data(
                node, library, [read_pattern(c, path, namespace, library) for c in node.iterfind(f"{RNG}except/*")]
            )
        case "element" | "attribute":
            name, rest = _named(node, inside, namespace, path)
            if kind == "element":
                return Element(name, group(parts(rest)))
            return Attribute(name, group(parts(rest)) if parts(rest) else TEXT)
        case _:
            raise refused(place_of(node, path), "S004", reason=f"<{kind}> of RELAX NG cannot stand in a content model")


def _data(node: etree._Element, library: str, except_: list[Pattern]) -> Data:
    params = tuple((param.get("name", ""), param.text or "") for param in node.iterchildren(f"{RNG}param"))
    return Data(node.get("type", "").strip(), library, params, choice(except_) if except_ else None)


def _named(
    node: etree._Element, inside: list[etree._Element], namespace: str, path: str
) -> tuple[NameClass, list[etree._Element]]:
    name = node.get("name")
    if name is not None:
        own = "" if local(node) == "attribute" and node.get("ns") is None else namespace
        return _qualified(name.strip(), own, node), inside
    if not inside:
        raise refused(place_of(node, path), "S004", reason=f"<{local(node)}> of RELAX NG has no name")
    return _name_class(inside[0], namespace), inside[1:]


def _qualified(name: str, namespace: str, node: etree._Element) -> Name:
    prefix, colon, rest = name.partition(":")
    if not colon:
        return Name(namespace, name)
    return Name(XML if prefix == "xml" else node.nsmap.get(prefix) or "", rest)


def _name_class(node: etree._Element, namespace: str) -> NameClass:
    namespace = node.get("ns", namespace)
    inner = [_name_class(child, namespace) for child in node.iterchildren(f"{RNG}*") if local(child) != "except"]
    excepted = [_name_class(child, namespace) for child in node.iterfind(f"{RNG}except/*")]
    except_ = (excepted[0] if len(excepted) == 1 else NameChoice(tuple(excepted))) if excepted else None
    match local(node):
        case "name":
            return _qualified((node.text or "").strip(), namespace, node)
        case "anyName":
            return AnyName(except_)
        case "nsName":
            return NsName(namespace, except_)
        case _:
            return NameChoice(tuple(inner))


@dataclass
class _Definitions:
    """What a grammar and the files it includes define, in order."""

    bodies: dict[str, list[Pattern]] = field(default_factory=dict)
    mingled: set[str] = field(default_factory=set)

    def add(self, name: str, body: Pattern, combine: str) -> None:
        self.bodies.setdefault(name, []).append(body)
        if combine == "interleave":
            self.mingled.add(name)

    def pattern(self, name: str) -> Pattern:
        bodies = self.bodies.get(name, [])
        return interleave(bodies) if name in self.mingled else choice(bodies)


def read_grammar(path: Path) -> Grammar:
    """A whole grammar in XML syntax with what it includes. Raises InputError (S001, S004 to S006)."""
    found = _Definitions()
    _collect(read_xml(path), path, "", "", found, (path.resolve(),), frozenset())
    return Grammar(found.pattern(""), {name: found.pattern(name) for name in found.bodies if name})


def _collect(
    node: etree._Element,
    path: Path,
    namespace: str,
    library: str,
    found: _Definitions,
    chain: tuple[Path, ...],
    overridden: frozenset[str],
) -> None:
    namespace, library = node.get("ns", namespace), node.get("datatypeLibrary", library)
    for child in node.iterchildren(f"{RNG}*"):
        around = child.get("ns", namespace), child.get("datatypeLibrary", library)
        match local(child):
            case "div":
                _collect(child, path, *around, found, chain, overridden)
            case "include":
                _include(child, path, *around, found, chain, overridden)
            case "start" | "define":
                name = child.get("name", "") if local(child) == "define" else ""
                if name not in overridden:
                    body = group(read_pattern(part, str(path), *around) for part in child.iterchildren(f"{RNG}*"))
                    found.add(name, body, child.get("combine", ""))


def _include(
    node: etree._Element,
    path: Path,
    namespace: str,
    library: str,
    found: _Definitions,
    chain: tuple[Path, ...],
    overridden: frozenset[str],
) -> None:
    target = beside(node.get("href", ""), path, node)
    if target.resolve() in chain:
        raise refused(place_of(node, str(path)), "S005", chain=" -> ".join(p.name for p in (*chain, target)))
    own = frozenset(_defined_in(node))
    _collect(read_xml(target), target, namespace, "", found, (*chain, target.resolve()), overridden | own)
    _collect(node, path, namespace, library, found, chain, overridden)


def _defined_in(node: etree._Element) -> Iterator[str]:
    for child in node.iter(f"{RNG}define", f"{RNG}start"):
        yield child.get("name", "") if local(child) == "define" else ""


def beside(href: str, path: Path, node: etree._Element) -> Path:
    """The file that a relative reference in the file at `path` leads to.

    Nothing is fetched: for an address elsewhere, a copy of that name beside the file is taken. Raises InputError
    (S006) where there is none.
    """
    parts = address(href.strip())
    remote = parts.scheme not in ("", "file") or bool(parts.netloc)
    target = path.parent / (Path(unquote(parts.path)).name if remote else unquote(parts.path))
    if not parts.path or not target.is_file():
        raise refused(place_of(node, str(path)), "S006", href=href, name=Path(unquote(parts.path)).name or href)
    return target
