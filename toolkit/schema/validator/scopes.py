"""What a RELAX NG grammar in XML syntax defines, and what its patterns inherit from the elements around them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from lxml import etree

from toolkit.errors import EngineError
from toolkit.markup import XML
from toolkit.model.finding import Finding
from toolkit.schema.validator.names import Name, expanded, listed
from toolkit.schema.validator.patterns import Element, Pattern

RNG = "http://relaxng.org/ns/structure/1.0"
R = f"{{{RNG}}}"


def schema_error(path: str, node: etree._Element | None, reason: str) -> EngineError:
    """The exception for a schema that cannot be used: V090 at the place."""
    line = node.sourceline if node is not None else None
    return EngineError(Finding(path, line if isinstance(line, int) else 0, 0, "V090", {"reason": reason}))


@dataclass(frozen=True, slots=True)
class Context:
    """What a pattern inherits from the elements around it. files: the chain of files being read."""

    path: Path
    namespace: str
    library: str
    files: tuple[Path, ...]

    def within(self, node: etree._Element) -> Context:
        """The context inside `node`."""
        namespace, library = node.get("ns"), node.get("datatypeLibrary")
        if namespace is None and library is None:
            return self
        return Context(
            self.path,
            self.namespace if namespace is None else namespace,
            self.library if library is None else library.strip(),
            self.files,
        )


@dataclass
class Definition:
    """All that defines one name. combine: "choice", "interleave", or "" where nothing says it."""

    bodies: list[tuple[etree._Element, Context]] = field(default_factory=list)
    combine: str = ""
    pattern: Pattern | None = None
    at_work: bool = False


@dataclass
class Scope:
    """The definitions of one grammar; the start stands under the name ""."""

    parent: Scope | None
    definitions: dict[str, Definition] = field(default_factory=dict)


class Definitions:
    """The definitions of a scope by the names of their elements. resolve: the pattern that a name stands for."""

    def __init__(self, scope: Scope, resolve: Callable[[str], Pattern]) -> None:
        self.scope = scope
        self.resolve = resolve

    @property
    def names(self) -> Collection[str]:
        return self._index.keys()

    @cached_property
    def _index(self) -> dict[str, list[str]]:
        """For each element name the definitions that hold it."""
        index: dict[str, list[str]] = {}
        for define, definition in self.scope.definitions.items():
            for body, context in definition.bodies:
                for name in _element_names(body, context):
                    index.setdefault(name, []).append(define)
        return index

    def find(self, name: str) -> tuple[Element, ...]:
        """The element patterns of this name at the level of a definition."""
        found: dict[Element, None] = {}
        for define in self._index.get(name, ()):
            waiting = [self.resolve(define)]
            while waiting:
                pattern = waiting.pop()
                waiting += pattern.parts
                if isinstance(pattern, Element) and name in listed(pattern.names):
                    found[pattern] = None
        return tuple(found)


def _element_names(node: etree._Element, context: Context) -> Iterator[str]:
    """The names that the element patterns below a node spell out."""
    waiting = [(node, context)]
    while waiting:
        at, around = waiting.pop()
        around = around.within(at)
        if at.tag == f"{R}element" and at.get("name") is not None:
            yield qualified(at.get("name", "").strip(), around.namespace, at, around).key
        waiting += [(child, around) for child in children(at)]


def qualified(name: str, namespace: str, node: etree._Element, context: Context) -> Name:
    """The name class of a name as a schema writes it, with or without a prefix."""
    prefix, colon, local = name.partition(":")
    if not colon:
        return Name(expanded(namespace, name))
    if prefix == "xml":
        return Name(expanded(XML, local))
    if prefix not in node.nsmap:
        raise schema_error(str(context.path), node, f"the prefix {prefix!r} is not declared")
    return Name(expanded(node.nsmap[prefix], local))


def children(node: etree._Element) -> Iterator[etree._Element]:
    """The child elements of RELAX NG's namespace."""
    return node.iterchildren(f"{R}*")
