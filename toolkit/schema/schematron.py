"""ISO Schematron (ISO/IEC 19757-3) from a schema: the customisation's own constraints, and TEI's that hold in it.

TEI's are restated in schemas/constraints.toml; a customisation may delete or replace one of them by its ident.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from toolkit.resources import resource
from toolkit.schema.attributes import Resolver
from toolkit.schema.patterns import XML
from toolkit.schema.specs import EXAMPLES, TEI, Constraint, Kind, Mode, Schema, Spec

SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
S = f"{{{SCHEMATRON}}}"
PREFIXES: Mapping[str, str] = {
    "tei": TEI,
    "teix": EXAMPLES,
    "rng": "http://relaxng.org/ns/structure/1.0",
    "rna": "http://relaxng.org/ns/compatibility/annotations/1.0",
    "sch": SCHEMATRON,
    "sch1x": "http://www.ascc.net/xml/schematron",
    "xs": "http://www.w3.org/2001/XMLSchema",
}
ROLES = {"warning": "warning", "note": "information", "error": "error"}
VALUE = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of TEI, restated. key: its own name; ident: TEI's.

    checks: "assert" or "report", the test, the message with values in braces.
    """

    key: str
    ident: str
    owner: str
    attribute: str
    context: str
    level: str
    lets: tuple[tuple[str, str], ...]
    checks: tuple[tuple[str, str, str], ...]


def tei_rules() -> tuple[Rule, ...]:
    """The constraints of TEI, in the order of their file."""
    data = tomllib.loads((resource("schemas") / "constraints.toml").read_text("utf-8"))
    return tuple(_rule(key, entry) for key, entry in data.items())


def _rule(key: str, entry: dict[str, object]) -> Rule:
    checks = [(kind, test, message) for kind in ("assert", "report") for test, message in _pairs(entry.get(kind, []))]
    texts = {name: str(value) for name, value in entry.items() if isinstance(value, str)}
    return Rule(
        key,
        texts.get("ident", key),
        texts["owner"],
        texts.get("attribute", ""),
        texts["context"],
        texts.get("level", "error"),
        tuple(_pairs(entry.get("let", []))),
        tuple(checks),
    )


def _pairs(value: object) -> Iterator[tuple[str, str]]:
    for pair in value if isinstance(value, list) else []:
        yield str(pair[0]), str(pair[1])


def write_schematron(schema: Schema) -> bytes:
    """The .sch file of a schema. Its queries are XPath 2 (queryBinding xslt2)."""
    own: list[tuple[Constraint, Spec | None]] = [
        (constraint, spec) for spec in schema.specs.values() for constraint in spec.constraints
    ]
    own += [(constraint, None) for constraint in schema.constraints]
    said = {(spec.ident if spec else "", constraint.ident) for constraint, spec in own}
    patterns = [line for constraint, spec in own for line in _own_pattern(constraint, spec, schema)]
    for rule in tei_rules():
        if (rule.owner, rule.ident) not in said and _holds(rule, schema):
            patterns += _tei_pattern(rule)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<schema xmlns="{SCHEMATRON}" queryBinding="xslt2">',
        f" <title>Rules of {escape(schema.ident)}</title>",
        *(f" <ns prefix={quoteattr(prefix)} uri={quoteattr(uri)}/>" for prefix, uri in _namespaces(own).items()),
        *patterns,
        "</schema>\n",
    ]
    return "\n".join(lines).encode()


def _holds(rule: Rule, schema: Schema) -> bool:
    """Whether the schema has the element or class whose rule it is, with its attribute."""
    spec = schema.specs.get(rule.owner)
    if spec is None:
        return False
    return not rule.attribute or rule.attribute in Resolver(schema).of(spec).held


def _namespaces(own: Iterable[tuple[Constraint, Spec | None]]) -> dict[str, str]:
    """The prefixes that rules may use: the usual ones, those of sch:ns, and those declared where a rule uses them."""
    found = dict(PREFIXES)
    for constraint, _ in own:
        for prefix, uri in constraint.namespaces:
            if any(f"{prefix}:" in xml for xml in constraint.xml) and prefix not in found:
                found[prefix] = uri
    for constraint, _ in own:
        for xml in constraint.xml:
            for ns in etree.fromstring(xml).iter(f"{S}ns"):
                found[ns.get("prefix", "")] = ns.get("uri", "")
    return found


def _tei_pattern(rule: Rule) -> Iterator[str]:
    yield f" <pattern id={quoteattr(f'tei-{rule.key}')}>"
    yield f"  <rule context={quoteattr(rule.context)}>"
    for name, value in rule.lets:
        yield f"   <let name={quoteattr(name)} value={quoteattr(value)}/>"
    for kind, test, message in rule.checks:
        yield f"   <{kind} test={quoteattr(test)} role={quoteattr(ROLES[rule.level])}>{_worded(message)}</{kind}>"
    yield "  </rule>"
    yield " </pattern>"


def _worded(message: str) -> str:
    """A message, its values in braces as elements."""
    parts = VALUE.split(message)
    return "".join(f"<value-of select={quoteattr(part)}/>" if i % 2 else escape(part) for i, part in enumerate(parts))


def _own_pattern(constraint: Constraint, spec: Spec | None, schema: Schema) -> Iterator[str]:
    """A customisation's constraint: patterns as they are, rules and bare assertions with what they lack around them."""
    if constraint.mode is Mode.DELETE or constraint.scheme not in ("schematron", "isoschematron"):
        return
    loose: list[str] = []
    rules: list[str] = []
    for xml in constraint.xml:
        element = etree.fromstring(xml)
        match etree.QName(element).localname:
            case "pattern":
                yield f" {_clean(element)}"
            case "rule":
                rules.append(_clean(element))
            case "assert" | "report" | "let":
                loose.append(_clean(element))
            case "ns":
                continue
            case _:
                yield f" {_clean(element)}"
    if loose:
        rules.append(f"<rule context={quoteattr(_context(spec, constraint.attribute, schema))}>{''.join(loose)}</rule>")
    if rules:
        owner = spec.ident if spec else schema.ident
        yield f" <pattern id={quoteattr(f'{owner}-{constraint.ident}'.replace(':', '-'))}>"
        yield from (f"  {rule}" for rule in rules)
        yield " </pattern>"


def _context(spec: Spec | None, attribute: str, schema: Schema) -> str:
    """The context of an assertion that names none: the element or attribute in whose specification it stands."""
    if spec is None:
        return "/*"
    if spec.kind is Kind.ELEMENT:
        names = [spec]
    else:
        names = [
            one for one in schema.specs.values() if one.kind is Kind.ELEMENT and _is_member(one, spec.ident, schema)
        ]
    steps = [_step(one, schema) + (f"/@{attribute}" if attribute else "") for one in names]
    return " | ".join(steps) or "tei:*"


def _step(spec: Spec, schema: Schema) -> str:
    namespace = schema.namespace if spec.namespace is None else spec.namespace
    name = spec.name or spec.ident
    return f"tei:{name}" if namespace == TEI else f"*[local-name() = '{name}'][namespace-uri() = '{namespace}']"


def _is_member(spec: Spec, key: str, schema: Schema) -> bool:
    classes = [schema.specs[one] for one in spec.classes if one in schema.specs]
    return key in spec.classes or any(_is_member(one, key, schema) for one in classes)


def _clean(element: etree._Element) -> str:
    """An element of a rule as it is written here: without prefixes, Schematron's namespace understood, no sch:ns."""
    parts = [escape(element.text or "")]
    for child in element:
        if isinstance(child.tag, str) and child.tag != f"{S}ns":
            parts.append(_clean(child))
        parts.append(escape(child.tail or ""))
    name = etree.QName(element)
    foreign = "" if name.namespace == SCHEMATRON else f" xmlns={quoteattr(name.namespace or '')}"
    attributes = "".join(_attribute(str(key), str(value)) for key, value in element.items())
    content = "".join(parts)
    opening = f"<{name.localname}{foreign}{attributes}"
    return f"{opening}>{content}</{name.localname}>" if content else f"{opening}/>"


def _attribute(key: str, value: str) -> str:
    name = etree.QName(key)
    if not name.namespace:
        return f" {key}={quoteattr(value)}"
    if name.namespace == XML:
        return f" xml:{name.localname}={quoteattr(value)}"
    return f" xmlns:own={quoteattr(name.namespace)} own:{name.localname}={quoteattr(value)}"
