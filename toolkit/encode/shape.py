"""The order that TEI asks of a division: heads and openers first, then blocks, then inner divisions, closers last.

TEI P5, chapter 4: content of div, body, front and back. What a reader found in another order keeps its text and loses
its rank: a late head becomes an ab of type "head", an opener in the middle gives up its wrapper, blocks that follow an
inner division get a division of their own.
"""

from __future__ import annotations

from toolkit.encode.tree import Node
from toolkit.vocabulary import Level

TOP = {"head", "opener", "dateline", "salute", "byline", "epigraph", "signed"}
COMMON = {"p", "ab", "l", "lg", "list", "table", "block-quote", "rule"}
BOTTOM = {"closer", "signed", "postscript", "trailer", "salute", "dateline", "byline", "epigraph"}
GLOBAL = {"note", "page-number", "running-head"}
DIVISIONS = {"div", "front", "back"}


def shape(root: Node) -> None:
    """Bring the tree into TEI's order, in place."""
    _outermost(root)
    for node in list(root.walk()):
        if node.kind in ("body", "div", "front", "back"):
            node.children = _ordered(node)
    _give_body_a_block(root)
    for node in root.walk():
        for child in node.children:
            child.parent = node


def _outermost(root: Node) -> None:
    """Front matter only comes first and back matter only last; a title page only stands first in front matter."""
    for node in root.walk():
        while misplaced := [child for child in node.children if _misplaced(node, child)]:
            at = node.children.index(misplaced[0])
            node.children[at : at + 1] = misplaced[0].children


def _misplaced(node: Node, child: Node) -> bool:
    if child.kind not in ("front", "back", "title-page"):
        return False
    at = node.children.index(child)
    before = {c.kind for c in node.children[:at]} - GLOBAL
    after = {c.kind for c in node.children[at + 1 :]} - GLOBAL
    if child.kind == "title-page":
        return node.kind != "front" or bool(before)
    if child.kind == "front":
        return node.kind != "body" or bool(before) or not after
    return node.kind != "body" or bool(after) or not before


def _ordered(node: Node) -> list[Node]:
    """The children of a division, each at a place where TEI allows it."""
    children = _without_misplaced_wrappers(node)
    ordered: list[Node] = []
    last_block = max((i for i, child in enumerate(children) if child.kind in COMMON | DIVISIONS), default=-1)
    seen_block = seen_division = False
    for index, child in enumerate(children):
        on_top = not seen_block and not seen_division
        if child.kind in DIVISIONS:
            seen_division = seen_division or child.kind == "div"
        in_place = child.kind in TOP if on_top else index > last_block and child.kind in BOTTOM
        if in_place or child.kind in GLOBAL | DIVISIONS | {"title-page"}:
            ordered.append(child)
        elif on_top and child.kind == "title":
            ordered.append(child if node.kind == "front" else _renamed(child, "head"))
        else:
            block = child if child.kind in COMMON else _renamed(child, "late-head" if child.kind == "head" else "ab")
            if seen_division:
                _into_division(ordered, block)
            else:
                seen_block = True
                ordered.append(block)
    return ordered


def _renamed(node: Node, kind: str) -> Node:
    return Node(kind, node.start, node.end, None, node.children)


def _into_division(ordered: list[Node], block: Node) -> None:
    """Put a block that follows an inner division into a division made for it."""
    last = ordered[-1]
    if last.kind == "div" and last.annotation is None:
        last.children.append(block)
        last.end = block.end
    else:
        ordered.append(Node("div", block.start, block.end, None, [block]))


def _without_misplaced_wrappers(node: Node) -> list[Node]:
    """The children, less wrappers of a letter's head and foot that stand amid the text: their contents stay."""
    children = node.children
    firm = [i for i, child in enumerate(children) if child.kind in COMMON | DIVISIONS]
    first, last = (firm[0], firm[-1]) if firm else (len(children), -1)
    kept: list[Node] = []
    for index, child in enumerate(children):
        if child.level == Level.WRAPPER and child.kind not in COMMON:
            on_top = index < first and child.kind in TOP
            at_bottom = index > last and firm and child.kind in BOTTOM
            kept.extend([child] if on_top or at_bottom else child.children)
        else:
            kept.append(child)
    return kept


def _give_body_a_block(root: Node) -> None:
    """A body needs a block or a division: where a text is but a title, its last line is a block."""
    kinds = {child.kind for child in root.children}
    if kinds & (COMMON | {"late-head", "div"}):
        return
    for index in range(len(root.children) - 1, -1, -1):
        child = root.children[index]
        if child.kind not in GLOBAL and child.holds_text:
            root.children[index] = Node("ab", child.start, child.end, None, child.children, root)
            return
    root.children.append(Node("ab", root.end, root.end, None, [], root))
