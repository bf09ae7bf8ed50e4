"""The order that TEI asks of a division: heads and openers first, then blocks, then inner divisions, closers last.

TEI P5, chapter 4: content of div, body, front and back. What a reader found in another order keeps its text and loses
its rank: a late head becomes an ab of type "head", an opener in the middle gives up its wrapper, blocks that follow an
inner division get a division of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.encode.tree import Node
from toolkit.vocabulary import Level

TOP = {"head", "opener", "dateline", "salute", "byline", "epigraph", "signed"}
COMMON = {"p", "ab", "l", "lg", "list", "table", "block-quote", "rule", "sp", "stage", "cast-list"}
BOTTOM = {"closer", "signed", "postscript", "trailer", "salute", "dateline", "byline", "epigraph"}
GLOBAL = {"note", "page-number", "running-head"}
LOOSE = {"p", "ab", "rule", "title-page", *GLOBAL}
DIVISIONS = {"div", "front", "back"}


def shape(root: Node) -> None:
    """Bring the tree into TEI's order, in place."""
    _outermost(root)
    for matter in root.children:
        if matter.kind in ("front", "back") and {child.kind for child in matter.children} - LOOSE:
            matter.children = _in_divisions(matter)
    for node in list(root.walk()):
        if node.kind in ("body", "div", "front", "back"):
            node.children = _ordered(node)
    _give_body_a_block(root)
    for node in root.walk():
        for child in node.children:
            child.parent = node


def _in_divisions(matter: Node) -> list[Node]:
    """The children of front or back matter, where blocks other than paragraphs stand in divisions only."""
    kept: list[Node] = []
    for child in matter.children:
        last = kept[-1] if kept else None
        if child.kind in ("title-page", "div", *GLOBAL):
            kept.append(child)
        elif last is not None and last.kind == "div" and last.annotation is None:
            last.children.append(child)
            last.end = child.end
        else:
            kept.append(Node("div", child.start, child.end, None, [child]))
    return kept


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
    last_block = max((i for i, child in enumerate(children) if child.kind not in BOTTOM | GLOBAL), default=-1)
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
    """The node as a plain block: what it held stays if it may stand anywhere, else its text does."""
    return Node(kind, node.start, node.end, None, list(_loose(node)))


def _loose(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.kind in GLOBAL:
            yield child
        else:
            yield from _loose(child)


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
    children = list(node.children)
    index = 0
    while index < len(children):
        child = children[index]
        if child.level == Level.WRAPPER and child.kind not in COMMON and not _fits(children, index):
            children[index : index + 1] = child.children
        else:
            index += 1
    return children


def _fits(children: list[Node], index: int) -> bool:
    """Whether a wrapper stands before all blocks or after them, and is one that may."""
    kind = children[index].kind
    if kind == "title-page":
        return True
    firm = [i for i, child in enumerate(children) if child.kind in COMMON | DIVISIONS]
    if not firm or index < firm[0]:
        return kind in TOP
    return index > firm[-1] and kind in BOTTOM


def _give_body_a_block(root: Node) -> None:
    """A body needs a block or a division: where a text is but a title, its last line is a block."""
    kinds = {child.kind for child in root.children}
    if kinds & (COMMON | {"late-head", "div"}):
        return
    for index in range(len(root.children) - 1, -1, -1):
        child = root.children[index]
        if child.kind not in GLOBAL | DIVISIONS and child.holds_text:
            root.children[index] = _renamed(child, "ab")
            return
    before = [child for child in root.children if child.kind != "back"]
    place = before[-1].end if before else root.start
    root.children.insert(len(before), Node("ab", place, place))
