"""RELAX NG in XML syntax (ISO/IEC 19757-2) -> patterns, a define when it is first referred to.

Everything that a whole schema can get wrong is looked for first (a name without a definition, a file that includes
itself, an unknown datatype), so that a broken schema is refused before any document is judged by it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from toolkit.errors import EngineError
from toolkit.files import address
from toolkit.model.finding import Finding
from toolkit.schema.validator.datatypes import UnknownTypeError, datatype
from toolkit.schema.validator.names import (
    AnyName,
    NameChoice,
    NameClass,
    NamespaceName,
)
from toolkit.schema.validator.patterns import EMPTY, NOT_ALLOWED, TEXT, Element, Pattern
from toolkit.schema.validator.pool import Pool
from toolkit.schema.validator.schema import Schema
from toolkit.schema.validator.scopes import (
    Context,
    Definition,
    Definitions,
    R,
    Scope,
    children,
    qualified,
    schema_error,
)

MAX_FILES = 1000
PATTERNS = frozenset((
    "element", "attribute", "group", "interleave", "choice", "optional", "zeroOrMore", "oneOrMore", "list",
    "mixed", "ref", "parentRef", "empty", "value", "data", "notAllowed", "text", "externalRef", "grammar",
))  # fmt: skip
NODES = PATTERNS | frozenset((
    "define", "start", "div", "include", "param", "except", "name", "anyName", "nsName",
))  # fmt: skip


def _from_compact(data: bytes, path: Path) -> etree._Element:
    from toolkit.schema.validator.load_rnc import CompactSyntaxError, to_xml

    try:
        return to_xml(data)
    except CompactSyntaxError as error:
        raise EngineError(Finding(str(path), error.line, 0, "V090", {"reason": str(error)})) from None


def load_rng(data: bytes, path: Path) -> Schema:
    """The schema in the bytes of a file (compact syntax if it ends in .rnc); raises EngineError (V090) if broken."""
    loader = _Loader()
    root = None
    try:
        root = loader.parse(data, path)
        context = Context(path, "", "", (path.resolve(),)).within(root)
        loader.check(root, path)
        start = loader.pattern(root, context, Scope(None))
    except RecursionError:
        raise schema_error(str(path), root, "its patterns are nested too deeply") from None
    if start is NOT_ALLOWED:
        raise schema_error(str(path), root, "nothing matches it: its start allows no element")
    return Schema(str(path), start, loader.pool, loader.definitions)


class _Loader:
    """Builds patterns from the trees of one schema and the files it includes."""

    def __init__(self) -> None:
        self.pool = Pool()
        self.files = 0
        self.outermost: Scope | None = None
        self.parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        pool = self.pool
        self.simple: dict[str, Callable[[Iterable[Pattern]], Pattern]] = {
            "group": pool.group,
            "interleave": pool.interleave,
            "choice": pool.choice,
            "optional": lambda items: pool.optional(pool.group(items)),
            "zeroOrMore": lambda items: pool.optional(pool.one_or_more(pool.group(items))),
            "oneOrMore": lambda items: pool.one_or_more(pool.group(items)),
            "mixed": lambda items: pool.interleave((TEXT, pool.group(items))),
            "list": lambda items: pool.list_of(pool.group(items)),
        }

    @property
    def definitions(self) -> Definitions | None:
        """What the schema's outermost grammar defines, None for a schema without one."""
        return Definitions(self.outermost, self._resolved) if self.outermost is not None else None

    def _resolved(self, name: str) -> Pattern:
        assert self.outermost is not None
        body, context = self.outermost.definitions[name].bodies[0]
        return self._defined(self.outermost, name, body, context)

    def parse(self, data: bytes, path: Path) -> etree._Element:
        """The root of a schema file."""
        self.files += 1
        if self.files > MAX_FILES:
            raise schema_error(str(path), None, f"more than {MAX_FILES} files are included")
        if path.suffix.lower() == ".rnc":
            return _from_compact(data, path)
        try:
            root = etree.fromstring(data, self.parser)
        except etree.XMLSyntaxError as error:
            reason = (error.msg or "not well-formed").splitlines()[0]
            raise EngineError(
                Finding(str(path), error.lineno or 0, error.offset or 0, "V090", {"reason": reason})
            ) from None
        if not root.tag.startswith(R):
            raise schema_error(str(path), root, f"its root <{etree.QName(root).localname}> is not of RELAX NG")
        return root

    def check(self, root: etree._Element, path: Path) -> None:
        """Refuse elements that RELAX NG does not know."""
        for node in root.iter(f"{R}*"):
            if node.tag[len(R) :] not in NODES:
                raise schema_error(str(path), node, f"RELAX NG has no element <{node.tag[len(R) :]}>")

    def pattern(self, node: etree._Element, context: Context, scope: Scope) -> Pattern:
        """The pattern that an element of the schema writes."""
        kind = node.tag[len(R) :]
        context = context.within(node)
        join = self.simple.get(kind)
        if join is not None:
            return join([self.pattern(child, context, scope) for child in children(node)])
        if kind in ("ref", "parentRef"):
            return self._reference(node, context, scope)
        build = getattr(self, f"_build_{kind.lower()}", None)
        if build is None:
            raise schema_error(str(context.path), node, f"<{kind}> cannot stand here")
        built: Pattern = build(node, context, scope)
        return built

    def _group(self, nodes: Iterable[etree._Element], context: Context, scope: Scope) -> Pattern:
        return self.pool.group([self.pattern(node, context, scope) for node in nodes])

    def _build_empty(self, node: etree._Element, context: Context, scope: Scope) -> Pattern:
        return EMPTY

    def _build_text(self, node: etree._Element, context: Context, scope: Scope) -> Pattern:
        return TEXT

    def _build_notallowed(self, node: etree._Element, context: Context, scope: Scope) -> Pattern:
        return NOT_ALLOWED

    def _build_element(self, node: etree._Element, context: Context, scope: Scope) -> Pattern:
        names, content = self._names_and_content(node, context)
        return Element(names, partial(self._group, content, context, scope))

    def _build_attribute(self, node: etree._Element, context: Context, scope: Scope) -> Pattern:
        names, content = self._names_and_content(node, context)
        value = self._group(content, context, scope) if content else TEXT
        return self.pool.attribute(names, value) if value is not NOT_ALLOWED else NOT_ALLOWED

    def _build_value(self, node: etree._Element, context: Context, scope: Scope) -> Pattern:
        kind = node.get("type")
        library = context.library if kind is not None else ""
        try:
            return self.pool.value(datatype(library, (kind or "token").strip()), node.text or "")
        except UnknownTypeError as error:
            raise schema_error(str(context.path), node, str(error)) from None

    def _build_data(self, node: etree._Element, context: Context, scope: Scope) -> Pattern:
        params = tuple(
            (param.get("name", ""), param.text or "") for param in children(node) if param.tag == f"{R}param"
        )
        try:
            kind = datatype(context.library, node.get("type", "").strip(), params)
        except UnknownTypeError as error:
            raise schema_error(str(context.path), node, str(error)) from None
        exceptions = [child for child in children(node) if child.tag == f"{R}except"]
        if not exceptions:
            return self.pool.data(kind)
        return self.pool.data(
            kind, self.pool.choice([self.pattern(n, context, scope) for n in children(exceptions[0])])
        )

    def _build_grammar(self, node: etree._Element, context: Context, scope: Scope) -> Pattern:
        inner = Scope(scope if scope.definitions else None)
        self.outermost = self.outermost or inner
        self._collect(node, context, inner)
        self._resolve(node, context, inner)
        return self._defined(inner, "", node, context)

    def _build_externalref(self, node: etree._Element, context: Context, scope: Scope) -> Pattern:
        root, outside = self._other_file(node, context)
        if root.get("ns") is None:
            outside = Context(outside.path, context.namespace, outside.library, outside.files)
        return self.pattern(root, outside, Scope(None))

    def _reference(self, node: etree._Element, context: Context, scope: Scope) -> Pattern:
        name = node.get("name", "").strip()
        target = scope.parent if node.tag == f"{R}parentRef" else scope
        if target is None:
            raise schema_error(str(context.path), node, "<parentRef> outside a grammar in a grammar")
        return self._defined(target, name, node, context)

    def _defined(self, scope: Scope, name: str, node: etree._Element, context: Context) -> Pattern:
        definition = scope.definitions.get(name)
        if definition is None:
            what = f"{name!r} is not defined" if name else "the grammar has no <start>"
            raise schema_error(str(context.path), node, what)
        if definition.pattern is None:
            if definition.at_work:
                raise schema_error(str(context.path), node, f"the definition of {name!r} needs itself")
            definition.at_work = True
            bodies = [self._group(children(body), around, scope) for body, around in definition.bodies]
            join = self.pool.interleave if definition.combine == "interleave" else self.pool.choice
            definition.pattern = join(bodies)
            definition.at_work = False
        return definition.pattern

    def _collect(self, node: etree._Element, context: Context, scope: Scope) -> None:
        """Register the definitions below a grammar, div or include."""
        for child in children(node):
            inner = context.within(child)
            if child.tag == f"{R}div":
                self._collect(child, inner, scope)
            elif child.tag == f"{R}include":
                self._include(child, inner, scope)
            elif child.tag in (f"{R}define", f"{R}start"):
                self._register(child, inner, scope)
            else:
                raise schema_error(str(context.path), child, f"<{child.tag[len(R) :]}> cannot stand in a grammar")

    def _register(self, node: etree._Element, context: Context, scope: Scope) -> None:
        name = node.get("name", "").strip() if node.tag == f"{R}define" else ""
        definition = scope.definitions.setdefault(name, Definition())
        combine = node.get("combine", "").strip()
        if definition.bodies and not (combine or definition.combine):
            what = f"{name!r} is defined twice" if name else "there are two <start>s"
            raise schema_error(str(context.path), node, f"{what} and nothing says how to combine them")
        definition.combine = combine or definition.combine
        definition.bodies.append((node, context))

    def _include(self, node: etree._Element, context: Context, scope: Scope) -> None:
        """The other file's definitions, less those that stand inside the include."""
        root, outside = self._other_file(node, context)
        if root.tag != f"{R}grammar":
            raise schema_error(str(context.path), node, "the file included is not a grammar")
        theirs = Scope(None)
        self._collect(root, outside, theirs)
        ours = Scope(None)
        self._collect(node, context, ours)
        for name, definition in theirs.definitions.items():
            if name not in ours.definitions:
                self._merge(name, definition, node, context, scope)
        for name, definition in ours.definitions.items():
            if name not in theirs.definitions:
                what = repr(name) if name else "the start"
                raise schema_error(str(context.path), node, f"{what} is overridden but the included file lacks it")
            self._merge(name, definition, node, context, scope)

    def _merge(self, name: str, more: Definition, node: etree._Element, context: Context, scope: Scope) -> None:
        definition = scope.definitions.setdefault(name, Definition())
        if definition.bodies and not (definition.combine or more.combine):
            raise schema_error(str(context.path), node, f"{name or 'start'!r} is defined here and in the included file")
        definition.combine = definition.combine or more.combine
        definition.bodies += more.bodies

    def _other_file(self, node: etree._Element, context: Context) -> tuple[etree._Element, Context]:
        """The root of the file that @href names; raises where it is remote, missing or being read already."""
        href = (node.get("href") or "").strip()
        parts = address(href)
        if parts.scheme not in ("", "file") or parts.netloc:
            raise schema_error(
                str(context.path), node, f"{href} lies elsewhere; nothing is fetched: save a copy beside this file"
            )
        path = context.path.parent / unquote(parts.path)
        if path.resolve() in context.files:
            raise schema_error(str(context.path), node, f"{href} includes itself")
        try:
            data = path.read_bytes()
        except OSError as error:
            raise schema_error(
                str(context.path), node, f"cannot read {href}: {(error.strerror or '').lower()}"
            ) from None
        root = self.parse(data, path)
        self.check(root, path)
        return root, Context(path, "", "", (*context.files, path.resolve())).within(root)

    def _resolve(self, root: etree._Element, context: Context, scope: Scope) -> None:
        """Refuse references without a definition, also where no document would ever reach them."""
        for definition in scope.definitions.values():
            for body, around in definition.bodies:
                for node in body.iter(f"{R}ref", f"{R}grammar"):
                    if node.tag == f"{R}grammar":
                        break  # its references are its own; they are looked at when it is built
                    if node.get("name", "").strip() not in scope.definitions:
                        raise schema_error(str(around.path), node, f"{node.get('name')!r} is not defined")

    def _names_and_content(self, node: etree._Element, context: Context) -> tuple[NameClass, list[etree._Element]]:
        inner = list(children(node))
        name = node.get("name")
        if name is not None:
            bare = "" if node.tag == f"{R}attribute" and node.get("ns") is None else context.namespace
            return qualified(name.strip(), bare, node, context), inner
        if not inner:
            raise schema_error(str(context.path), node, "an element or attribute without a name")
        return self._name_class(inner[0], context), inner[1:]

    def _name_class(self, node: etree._Element, context: Context) -> NameClass:
        context = context.within(node)
        kind = node.tag[len(R) :]
        if kind == "name":
            return qualified((node.text or "").strip(), context.namespace, node, context)
        if kind == "choice":
            return NameChoice(tuple(self._name_class(child, context) for child in children(node)))
        excepted = [self._name_class(n, context.within(c)) for c in children(node) for n in children(c)]
        exception = NameChoice(tuple(excepted)) if excepted else None
        if kind == "anyName":
            return AnyName(exception)
        if kind == "nsName":
            return NamespaceName(context.namespace, exception)
        raise schema_error(str(context.path), node, f"<{kind}> is no name class")
