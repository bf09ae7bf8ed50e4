"""ISO Schematron (ISO/IEC 19757-3) -> one XSLT 3.0 stylesheet: a mode a pattern, a template a rule.

The first rule of a pattern that matches a node fires, as the standard says: templates in falling priority. What fails
comes out as `<fault at="number of the element" role="..." test="...">message</fault>`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from toolkit.files import address

SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
XSLT = "http://www.w3.org/1999/XSL/Transform"
S = f"{{{SCHEMATRON}}}"
X = f"{{{XSLT}}}"
TOP_PRIORITY = 100_000
BINDINGS = ("", "xslt", "xslt1", "xslt2", "xslt3", "xpath", "xpath2", "xpath3", "xpath31")
EXPRESSIONS = ("context", "test", "value", "select", "path")


class SchematronError(ValueError):
    """The schema is no Schematron that can be run. line: where."""

    def __init__(self, node: etree._Element | None, reason: str) -> None:
        super().__init__(reason)
        line = node.sourceline if node is not None else 0
        self.line = line if isinstance(line, int) else 0


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern ready to compile: its own variables and its rules, abstract ones filled in."""

    lets: tuple[etree._Element, ...]
    rules: tuple[etree._Element, ...]


def compile_schematron(root: etree._Element, path: Path) -> bytes:
    """The stylesheet for a Schematron schema, or for the Schematron inside another schema (a RELAX NG, an ODD).

    Raises SchematronError.
    """
    binding = root.get("queryBinding", "") if root.tag == f"{S}schema" else ""
    if binding not in BINDINGS:
        raise SchematronError(root, f"the query binding {binding!r} is not known: xslt2 and xslt3 are")
    _include(root, path, (path.resolve(),))
    return _Compiler(root).stylesheet()


def _include(root: etree._Element, path: Path, chain: tuple[Path, ...]) -> None:
    """Put the roots of other files in the place of sch:include."""
    for node in list(root.iter(f"{S}include")):
        target = path.parent / unquote(address(node.get("href", "")).path)
        if address(node.get("href", "")).scheme not in ("", "file"):
            raise SchematronError(node, f"{node.get('href')} lies elsewhere; nothing is fetched: save a copy here")
        if target.resolve() in chain:
            raise SchematronError(node, f"{target.name} includes itself")
        try:
            inner = etree.parse(target, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
        except (OSError, etree.XMLSyntaxError) as error:
            raise SchematronError(node, f"cannot include {node.get('href')}: {str(error).splitlines()[0]}") from None
        _include(inner, target, (*chain, target.resolve()))
        parent = node.getparent()
        if parent is not None:
            parent.replace(node, inner)


class _Compiler:
    """Writes one stylesheet."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.abstract_rules = {rule.get("id"): rule for rule in root.iter(f"{S}rule") if rule.get("abstract") == "true"}
        self.diagnostics = {node.get("id"): node for node in root.iter(f"{S}diagnostic")}
        prefixes = {ns.get("prefix", ""): ns.get("uri", "") for ns in root.iter(f"{S}ns")}
        self.sheet = etree.Element(f"{X}stylesheet", nsmap={**self._declared(), **prefixes, "xsl": XSLT})
        self.sheet.set("version", "3.0")

    def _declared(self) -> Mapping[str, str]:
        """The prefixes declared on the schema's root, which its expressions may use as well."""
        return {prefix: uri for prefix, uri in self.root.nsmap.items() if prefix and prefix not in ("xsl", "xml")}

    def stylesheet(self) -> bytes:
        self._made(self.sheet, "output", method="xml", indent="no")
        for node in self.root.iter(f"{X}function", f"{X}key", f"{X}include", f"{X}import"):
            self.sheet.append(node)
        for let in self.root.iter(f"{S}let"):
            holder = let.getparent()
            if holder is None or holder.tag not in (f"{S}pattern", f"{S}rule", f"{S}phase"):
                self._variable(self.sheet, let, "param" if let.get("value") is None and not len(let) else "variable")
        faults = etree.SubElement(self._made(self.sheet, "template", match="/"), "faults")
        for number, pattern in enumerate(self._patterns()):
            mode = f"p{number}"
            self._made(faults, "apply-templates", select=".", mode=mode)
            self._made(self.sheet, "mode", name=mode, **{"on-no-match": "shallow-skip"})
            for place, rule in enumerate(pattern.rules):
                self._rule(rule, pattern, mode, TOP_PRIORITY - place)
        return etree.tostring(self.sheet)

    def _patterns(self) -> Iterator[Pattern]:
        """The patterns to run: abstract ones filled in, and only those of the default phase where there is one."""
        by_id = {node.get("id"): node for node in self.root.iter(f"{S}pattern")}
        active = self._active()
        for node in self.root.iter(f"{S}pattern"):
            if node.get("abstract") == "true" or (active is not None and node.get("id") not in active):
                continue
            source = node
            if node.get("is-a"):
                source = by_id.get(node.get("is-a"), node)
                if source is node:
                    raise SchematronError(node, f"there is no abstract pattern {node.get('is-a')!r}")
                source = _filled(source, {p.get("name", ""): p.get("value", "") for p in node.iter(f"{S}param")})
            rules = tuple(rule for rule in source.iterchildren(f"{S}rule") if rule.get("abstract") != "true")
            yield Pattern(tuple(source.iterchildren(f"{S}let")), rules)
        for rule in self.root.iter(f"{S}rule"):
            parent = rule.getparent()
            if rule.get("abstract") != "true" and (parent is None or parent.tag not in (f"{S}pattern", f"{S}rules")):
                yield Pattern((), (rule,))

    def _active(self) -> set[str | None] | None:
        default = self.root.get("defaultPhase")
        for phase in self.root.iter(f"{S}phase"):
            if default and phase.get("id") == default:
                return {active.get("pattern") for active in phase.iter(f"{S}active")}
        return None

    def _rule(self, rule: etree._Element, pattern: Pattern, mode: str, priority: int) -> None:
        context = rule.get("context")
        if not context:
            raise SchematronError(rule, "a rule without a context")
        template = self._made(self.sheet, "template", match=context, mode=mode, priority=str(priority))
        for let in pattern.lets:
            self._variable(template, let, "variable", at_root=True)
        self._body(template, rule, ())
        self._made(template, "apply-templates", select="@*, node()", mode=mode)

    def _body(self, template: etree._Element, rule: etree._Element, within: tuple[str | None, ...]) -> None:
        """A rule's variables and tests, those of the abstract rules it extends in their place."""
        for node in rule.iterchildren(f"{S}*"):
            kind = node.tag[len(S) :]
            if kind == "let":
                self._variable(template, node, "variable")
            elif kind == "extends":
                name = node.get("rule")
                if name not in self.abstract_rules or name in within:
                    raise SchematronError(node, f"there is no abstract rule {name!r} to extend, or it extends itself")
                self._body(template, self.abstract_rules[name], (*within, name))
            elif kind in ("assert", "report"):
                self._test(template, node, kind)

    def _test(self, template: etree._Element, node: etree._Element, kind: str) -> None:
        test = node.get("test")
        if not test:
            raise SchematronError(node, f"an {kind} without a test")
        holder = self._made(template, "if", test=f"not({test})" if kind == "assert" else test)
        fault = etree.SubElement(holder, "fault", at="{count(ancestor-or-self::* | preceding::*)}")
        fault.set("role", _literal(node.get("role", "")))
        fault.set("test", _literal(node.get("id") or test))
        self._message(fault, node)
        for name in (node.get("diagnostics") or "").split():
            if name in self.diagnostics:
                self._made(fault, "text").text = " "
                self._message(fault, self.diagnostics[name])

    def _message(self, parent: etree._Element, node: etree._Element) -> None:
        """The text of a test or diagnostic, with its values."""
        self._made(parent, "text").text = node.text or ""
        for child in node:
            if child.tag == f"{S}value-of":
                self._made(parent, "value-of", select=child.get("select", "."))
            elif child.tag == f"{S}name":
                self._made(parent, "value-of", select=f"name({child.get('path', '.')})")
            elif isinstance(child.tag, str):
                self._message(parent, child)
            self._made(parent, "text").text = child.tail or ""

    def _variable(self, parent: etree._Element, let: etree._Element, kind: str, *, at_root: bool = False) -> None:
        variable = self._made(parent, kind, name=let.get("name", ""))
        value = let.get("value")
        if value is not None:
            variable.set("select", f"root(.)/({value})" if at_root else value)
        variable.extend(list(let))
        if let.get("as"):
            variable.set("as", let.get("as", ""))

    def _made(self, parent: etree._Element, kind: str, **attributes: str) -> etree._Element:
        return etree.SubElement(parent, f"{X}{kind}", attributes)


def _filled(pattern: etree._Element, values: Mapping[str, str]) -> etree._Element:
    """A copy of an abstract pattern, its parameters replaced in every expression."""
    copy = etree.fromstring(etree.tostring(pattern, with_tail=False))
    for node in copy.iter(f"{S}*"):
        for attribute in EXPRESSIONS:
            expression = node.get(attribute)
            if expression is not None:
                for name in sorted(values, key=len, reverse=True):
                    expression = expression.replace(f"${name}", values[name])
                node.set(attribute, expression)
    return copy


def _literal(text: str) -> str:
    """The text as an attribute value template that yields it."""
    return text.replace("{", "{{").replace("}", "}}")
