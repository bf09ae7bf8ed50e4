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
            for child in node.children:
                child.parent = node
    _give_body_a_block(root)


def _outermost(root: Node) -> None:
    """Front matter only comes first and back matter only last; a title page only stands in front matter."""
    for node in list(root.walk()):
        kept: list[Node] = []
        for number, child in enumerate(node.children):
            before = {c.kind for c in node.children[:number]} - GLOBAL
            after = {c.kind for c in node.children[number + 1 :]} - GLOBAL
            misplaced = (
                (child.kind == "front" and (node.kind != "body" or before or not after))
                or (child.kind == "back" and (node.kind != "body" or after or not before))
                or (child.kind == "title-page" and (node.kind != "front" or before))
            )
            kept.extend(child.children if misplaced else [child])
        node.children = kept


def _ordered(node: Node) -> list[Node]:
    """The children of a division, each at a place where TEI allows it."""
    children = _without_misplaced_wrappers(node)
    ordered: list[Node] = []
    last_block = max((i for i, child in enumerate(children) if child.kind in COMMON | DIVISIONS), default=-1)
    seen_block = seen_division = False
    for index, child in enumerate(children):
        if child.kind in GLOBAL or child.kind == "title-page":
            ordered.append(child)
        elif child.kind in DIVISIONS:
            seen_division = seen_division or child.kind == "div"
            ordered.append(child)
        elif not seen_block and not seen_division and child.kind in TOP:
            ordered.append(child)
        elif (seen_block or seen_division) and index > last_block and child.kind in BOTTOM:
            ordered.append(child)
        else:
            block = (
                child if child.kind in COMMON else Node(_demoted(child), child.start, child.end, None, child.children)
            )
            if seen_division:
                _into_division(ordered, block)
            else:
                seen_block = True
                ordered.append(block)
    return ordered


def _demoted(node: Node) -> str:
    return "late-head" if node.kind == "head" else "ab"


def _into_division(ordered: list[Node], block: Node) -> None:
    """Put a block that follows an inner division into a division made for it."""
    last = ordered[-1]
    if last.kind == "div" and last.annotation is None:
        last.children.append(block)
        last.end = block.end
    else:
        ordered.append(Node("div", block.start, block.end, None, [block]))
    block.parent = ordered[-1]


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
