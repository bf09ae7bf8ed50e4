"""Grammars written as RELAX NG in its compact syntax (ISO/IEC 19757-2, annex C)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from textwrap import wrap

from toolkit.schema.grammar import (
    EMPTY,
    XSD_TYPES,
    AnyName,
    Attribute,
    Choice,
    Data,
    Element,
    Empty,
    Grammar,
    Group,
    Interleave,
    List,
    Name,
    NameChoice,
    NameClass,
    NotAllowed,
    NsName,
    OneOrMore,
    Pattern,
    Ref,
    Text,
    Value,
    choice,
    walk,
)
from toolkit.schema.specs import TEI

XML = "http://www.w3.org/XML/1998/namespace"
KEYWORDS = frozenset(
    [
        *("attribute", "default", "datatypes", "div", "element", "empty", "external", "grammar", "include", "inherit"),
        *("list", "mixed", "namespace", "notAllowed", "parent", "start", "string", "text", "token"),
    ]
)
IDENTIFIER = re.compile(r"[^\W\d][\w.\-]*")
WIDTH = 110


def write_compact(grammar: Grammar, *, namespace: str = TEI, comment: str = "") -> bytes:
    """The grammar as a .rnc file. namespace: the one that names without a prefix are of."""
    writer = _Writer(namespace, _prefixes(grammar, namespace))
    lines = [f"# {line}" for line in wrap(comment, WIDTH)]
    lines.append(f"default namespace = {_literal(namespace)}")
    lines += [f"namespace {prefix} = {_literal(uri)}" for uri, prefix in sorted(writer.prefixes.items())]
    lines += [f"datatypes xsd = {_literal(XSD_TYPES)}", ""]
    lines += _definition("start", writer.pattern(grammar.start))
    for name, pattern in grammar.defines.items():
        lines.append("")
        lines += [f"## {line}" for line in wrap(grammar.documentation.get(name, ""), WIDTH)]
        lines += _definition(_identifier(name), writer.pattern(pattern))
    return ("\n".join(lines) + "\n").encode()


def _prefixes(grammar: Grammar, namespace: str) -> Mapping[str, str]:
    """A prefix for each other namespace that the grammar names."""
    found: set[str] = set()
    for pattern in (grammar.start, *grammar.defines.values()):
        for part in walk(pattern):
            if isinstance(part, Element | Attribute):
                found |= _namespaces(part.name)
    others = sorted(found - {"", namespace, XML})
    prefixes = {uri: f"ns{number}" for number, uri in enumerate(others, 1)}
    if namespace in {uri for part in _attributes(grammar) for uri in _namespaces(part.name)} | _wild(grammar):
        prefixes[namespace] = "own"
    if "" in _wild(grammar):
        prefixes[""] = "none"
    return prefixes


def _attributes(grammar: Grammar) -> Iterable[Attribute]:
    for pattern in (grammar.start, *grammar.defines.values()):
        yield from (part for part in walk(pattern) if isinstance(part, Attribute))


def _wild(grammar: Grammar) -> set[str]:
    """The namespaces that are named as a whole."""
    found: set[str] = set()
    for pattern in (grammar.start, *grammar.defines.values()):
        for part in walk(pattern):
            if isinstance(part, Element | Attribute):
                found |= _whole(part.name)
    return found


def _whole(name: NameClass) -> set[str]:
    match name:
        case NsName(namespace, except_):
            return {namespace} | (_whole(except_) if except_ else set())
        case AnyName(except_):
            return _whole(except_) if except_ else set()
        case NameChoice(items):
            return set().union(*map(_whole, items))
        case _:
            return set()


def _namespaces(name: NameClass) -> set[str]:
    match name:
        case Name(namespace):
            return {namespace}
        case NsName(namespace, except_):
            return {namespace} | (_namespaces(except_) if except_ else set())
        case AnyName(except_):
            return _namespaces(except_) if except_ else set()
        case NameChoice(items):
            return set().union(*map(_namespaces, items))


class _Writer:
    """Writes patterns. Connectors may not be mixed without parentheses, so whatever holds others is put in them."""

    def __init__(self, namespace: str, prefixes: Mapping[str, str]) -> None:
        self.namespace = namespace
        self.prefixes = prefixes

    def pattern(self, pattern: Pattern) -> str:
        match pattern:
            case Empty():
                return "empty"
            case NotAllowed():
                return "notAllowed"
            case Text():
                return "text"
            case Ref(name):
                return _identifier(name)
            case Value(value, type_, library):
                kind = {"token": "", "string": "string "}.get(type_, "") if not library else f"xsd:{type_} "
                return kind + _literal(value)
            case Data():
                return self.data(pattern)
            case List(item):
                return f"list {{ {self.pattern(item)} }}"
            case OneOrMore(item):
                return self.inner(item) + "+"
            case Group(items):
                return ", ".join(self.inner(item) for item in items)
            case Interleave(items):
                return " & ".join(self.inner(item) for item in items)
            case Choice(items):
                return self.choice(items)
            case Attribute(name, content):
                return f"attribute {self.name(name, True)} {{ {self.value(content)} }}"
            case Element(name, content):
                return f"element {self.name(name, False)} {{ {self.pattern(content)} }}"

    def value(self, pattern: Pattern) -> str:
        """An attribute's value. An option is spelt out: once converted, libxml2 would accept anything for it."""
        if isinstance(pattern, Choice) and EMPTY in pattern.items:
            return " | ".join(["empty", *(self.inner(item) for item in pattern.items if item != EMPTY)])
        return self.pattern(pattern)

    def inner(self, pattern: Pattern) -> str:
        """A pattern inside another one."""
        said = self.pattern(pattern)
        if isinstance(pattern, Group | Interleave):
            return f"({said})"
        if isinstance(pattern, Choice) and not said.endswith(("?", "*")):
            return f"({said})"
        return said

    def choice(self, items: tuple[Pattern, ...]) -> str:
        rest = tuple(item for item in items if item != EMPTY)
        if len(rest) == len(items):
            return " | ".join(self.inner(item) for item in items)
        if len(rest) == 1 and isinstance(rest[0], OneOrMore):
            return self.inner(rest[0].item) + "*"
        said = self.inner(choice(rest))
        return f"({said})?" if said.endswith(("+", "*", "?")) else said + "?"

    def data(self, data: Data) -> str:
        said = f"xsd:{data.type}" if data.library == XSD_TYPES else data.type
        if data.params:
            said += " { " + " ".join(f"{name} = {_literal(value)}" for name, value in data.params) + " }"
        if data.except_ is not None:
            said += f" - {self.inner(data.except_)}"
        return said

    def name(self, name: NameClass, attribute: bool) -> str:
        match name:
            case Name(namespace, local) if namespace == XML:
                return f"xml:{local}"
            case Name(namespace, local) if namespace == ("" if attribute else self.namespace):
                return local
            case Name(namespace, local):
                return f"{self.prefixes[namespace]}:{local}" if namespace in self.prefixes else local
            case NsName(namespace, except_):
                return f"{self.prefixes[namespace]}:*" + self.name_except(except_, attribute)
            case AnyName(except_):
                return "*" + self.name_except(except_, attribute)
            case NameChoice(items):
                return "(" + " | ".join(self.name(item, attribute) for item in items) + ")"

    def name_except(self, except_: NameClass | None, attribute: bool) -> str:
        return f" - {self.name(except_, attribute)}" if except_ is not None else ""


def _definition(name: str, pattern: str) -> list[str]:
    """A definition, broken into lines between tokens."""
    return (
        wrap(f"{name} = {pattern}", WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
        if '"' not in pattern
        else [f"{name} =", *_broken(pattern)]
    )


def _broken(pattern: str) -> list[str]:
    """A pattern with literals in it, broken at the commas and bars outside them."""
    lines, line = [], "  "
    for part in re.findall(r'"(?:[^"])*"|[^"\s]+|\s+', pattern):
        if part.isspace():
            if len(line) > WIDTH:
                lines.append(line.rstrip())
                line = "  "
            else:
                line += " "
        else:
            line += part
    return [*lines, line.rstrip()]


def _identifier(name: str) -> str:
    """The name of a define; characters that an identifier cannot hold become full stops."""
    safe = name if IDENTIFIER.fullmatch(name) else re.sub(r"[^\w.\-]", ".", name)
    return f"\\{safe}" if safe in KEYWORDS else safe


def _literal(value: str) -> str:
    """A literal; what would end it or the line is written as \\x{..}."""
    safe = value.replace("\\x{", "\\x{5C}x{")
    return '"' + re.sub(r'["\n\r]', lambda match: f"\\x{{{ord(match[0]):X}}}", safe) + '"'
