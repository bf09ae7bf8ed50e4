"""The tree of a text's structure: divisions, wrappers and blocks, nested, and all ink in a block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from toolkit.model.annotation import Annotation
from toolkit.vocabulary import VOCABULARY, Level

# What a wrapper may hold; a wrapper that must hold another thing is taken away and its contents stay.
HOLDS = {
    "list": {"head", "item"},
    "lg": {"head", "l", "lg"},
    "table": {"head", "row"},
    "row": {"cell"},
    "sp": {"speaker", "p", "ab", "l", "lg", "list", "stage"},
    "cast-list": {"head", "cast-item"},
    "opener": {"dateline", "salute", "signed", "byline", "address"},
    "closer": {"dateline", "salute", "signed", "address"},
    "address": {"address-line"},
    "title-page": {"title", "byline", "imprint", "epigraph"},
    "epigraph": {"p", "ab", "lg", "l", "list", "block-quote", "rule"},
    "block-quote": {"p", "ab", "lg", "l", "list", "block-quote", "rule"},
    "postscript": {"p", "ab", "lg", "l", "list", "block-quote", "signed"},
}
NEEDS = {"list": {"item"}, "lg": {"l", "lg"}, "table": {"row"}, "row": {"cell"}, "address": {"address-line"}}
NEEDS |= {"sp": HOLDS["sp"] - {"speaker"}, "cast-list": {"cast-item"}}
NEEDS |= {"title-page": {"title", "byline"}, "postscript": {"p", "ab", "lg", "list"}, "block-quote": HOLDS["epigraph"]}
IN_BLOCKS = {
    "item": {"p", "list", "lg", "note"},
    "cell": {"p", "list", "note"},
    "note": {"p", "ab", "lg", "list", "block-quote"},
    "cast-item": {"role", "role-description"},
}
WHITE = " \t\n\r\f"
ANYWHERE = {"page-number", "running-head", "note"}


@dataclass(slots=True)
class Node:
    """A division, wrapper or block while the document is put together."""

    kind: str
    start: int
    end: int
    annotation: Annotation | None = None
    children: list[Node] = field(default_factory=list)
    parent: Node | None = None

    @property
    def level(self) -> Level:
        return VOCABULARY[self.kind].level if self.kind != "body" else Level.DIVISION

    @property
    def holds_text(self) -> bool:
        return self.level == Level.BLOCK

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the order of the text."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


def grow(text: str, annotations: Iterable[Annotation]) -> tuple[Node, list[Annotation]]:
    """The tree of the structural annotations (sorted), and those that cross others and find no place."""
    root = Node("body", 0, len(text))
    dropped: list[Annotation] = []
    stack = [root]
    for annotation in sorted(annotations, key=lambda a: (a.start, -a.end, -VOCABULARY[a.kind].level)):
        if annotation.start == annotation.end:
            continue
        while stack[-1].end <= annotation.start and len(stack) > 1:
            stack.pop()
        above = stack[-1]
        node = Node(annotation.kind, annotation.start, annotation.end, annotation)
        if node.end > above.end or not _may_hold(above, node):
            dropped.append(annotation)
            continue
        above.children.append(node)
        stack.append(node)
    _cover(text, root)
    _prune(root)
    return root, dropped


def _may_hold(above: Node, below: Node) -> bool:
    if below.kind in ANYWHERE:
        return above.kind not in ANYWHERE or above.kind == "note"
    if above.level == Level.BLOCK:
        return below.kind in IN_BLOCKS.get(above.kind, ())
    return below.level <= above.level


def _cover(text: str, root: Node) -> None:
    """Give every stretch of text that stands in no block a block of its own."""
    for node in reversed(list(root.walk())):
        if node.holds_text:
            continue
        covered: list[Node] = []
        cursor = node.start
        for child in [*node.children, Node("ab", node.end, node.end)]:
            start, end = _inked(text, cursor, child.start)
            if start < end and not (text[start:end].isspace() and _taken_in(start, end, covered, child)):
                covered.append(Node("ab", start, end))
            covered.append(child)
            cursor = child.end
        node.children = covered[:-1]


def _taken_in(start: int, end: int, before: list[Node], after: Node) -> bool:
    """Let a neighbouring block take in a stretch of spaces that XML does not count as white space (no-break spaces)."""
    if after.holds_text and after.start < after.end:
        after.start = start
    elif before and before[-1].holds_text:
        before[-1].end = end
    else:
        return False
    return True


def _inked(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch from the first to the last character that is not white space to XML, or a form feed."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(WHITE))
    return start, start + len(piece.strip(WHITE))


def _prune(root: Node) -> None:
    """Take away wrappers that hold what they may not, or lack what they need; from the inside out."""
    for node in reversed(list(root.walk())):
        kept: list[Node] = []
        for child in node.children:
            kept.extend(child.children if _unfit(child) else [child])
        node.children = kept


def _unfit(node: Node) -> bool:
    if node.level in (Level.BLOCK, Level.DIVISION) and node.kind != "title-page":
        return False
    kinds = {child.kind for child in node.children}
    if not _in_order(node) or not kinds <= HOLDS.get(node.kind, kinds) | ANYWHERE:
        return True
    return not kinds & NEEDS.get(node.kind, kinds | {""}) and node.kind in NEEDS


def _in_order(node: Node) -> bool:
    """Whether heads come first and signatures last."""
    kinds = [child.kind for child in node.children if child.kind not in ANYWHERE]
    heads = [index for index, kind in enumerate(kinds) if kind == "head"]
    signed = [index for index, kind in enumerate(kinds) if kind == "signed"]
    late_head = heads != list(range(len(heads)))
    early_signature = node.kind == "postscript" and signed != list(range(len(kinds) - len(signed), len(kinds)))
    return not late_head and not early_signature
