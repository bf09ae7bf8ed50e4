"""Placing: each inline annotation goes to the block it stands in; one that runs over blocks is cut at their borders."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from toolkit.encode.overlap import Piece, nested
from toolkit.encode.tree import Node
from toolkit.model.annotation import Annotation
from toolkit.vocabulary import QUOTATIONS, VOCABULARY, Level

INTER = {*QUOTATIONS, "note-label", "direction"} - {"so-called"}
Placed = Mapping[int, list[Piece]]


def place(text: str, root: Node, inline: Iterable[Annotation]) -> tuple[Placed, list[Annotation]]:
    """The pieces of each block (by the block's id()), nested and in order; and the annotations that found no place."""
    blocks = [node for node in root.walk() if node.holds_text]
    starts = [node.start for node in blocks]
    by_block: dict[int, list[Piece]] = defaultdict(list)
    nodes = {id(node): node for node in blocks}
    for number, annotation in enumerate(inline):
        for node, start, end in _stretches(text, blocks, starts, annotation):
            by_block[id(node)].append(Piece(start, end, number, annotation))
    dropped: list[Annotation] = []
    for key, pieces in by_block.items():
        fit, barred = _fit(nodes[key], pieces)
        placed, lost = nested(_distinct(fit))
        by_block[key] = _holding([_trimmed(text, piece) for piece in placed])
        dropped.extend(piece.annotation for piece in [*lost, *barred])
    return by_block, dropped


def _stretches(
    text: str, blocks: list[Node], starts: list[int], annotation: Annotation
) -> Iterable[tuple[Node, int, int]]:
    """The blocks an annotation runs over, each with the stretch of it there, where there is more than white space."""
    start = annotation.start
    first = blocks[bisect_right(starts, start) - 1] if blocks else None
    if first is not None and not first.children and first.start <= start and annotation.end <= first.end:
        if text[start : annotation.end].strip():
            yield first, start, annotation.end
        return
    while start < annotation.end:
        node = _innermost(blocks, starts, start)
        if node is None:
            index = bisect_right(starts, start)
            if index == len(starts):
                return
            start = starts[index]
            continue
        end = min(annotation.end, node.end)
        inner = _innermost(blocks, starts, end - 1)
        while inner is not None and inner is not node and inner.parent is not node:
            inner = inner.parent
        if inner is not None and inner is not node and end < inner.end:
            end = inner.start
        if text[start:end].strip():
            yield node, start, end
        start = max(end, start + 1)


def _trimmed(text: str, piece: Piece) -> Piece:
    """The piece without white space at its ends."""
    if not text[piece.start].isspace() and not text[piece.end - 1].isspace():
        return piece
    inside = text[piece.start : piece.end]
    start = piece.start + len(inside) - len(inside.lstrip())
    return replace(piece, start=start, end=start + len(inside.strip()))


def _innermost(blocks: list[Node], starts: list[int], offset: int) -> Node | None:
    """The smallest block that holds the character at `offset`."""
    index = bisect_right(starts, offset) - 1
    node: Node | None = blocks[index] if index >= 0 else None
    while node is not None and not (node.start <= offset < node.end and node.holds_text):
        node = node.parent
    return node


def _distinct(pieces: list[Piece]) -> list[Piece]:
    """Of pieces of one kind on one stretch, the first: a hand-made tag sorts before a machine's."""
    seen: set[tuple[int, int, str]] = set()
    kept: list[Piece] = []
    for piece in pieces:
        key = (piece.start, piece.end, piece.annotation.kind)
        if key not in seen:
            seen.add(key)
            kept.append(piece)
    return kept


def _fit(node: Node, pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces that the block may hold, and the rest: no quotation in a dateline, no marker in a page number."""
    if not VOCABULARY[node.kind].phrase:
        return pieces, []
    fit = [piece for piece in pieces if piece.annotation.kind not in INTER]
    return fit, [piece for piece in pieces if piece.annotation.kind in INTER]


def _holding(pieces: list[Piece]) -> list[Piece]:
    """The pieces, so that none of phrase content holds one of model.inter: so-called words that hold one are a q."""
    if all(piece.annotation.kind not in INTER for piece in pieces):
        return [piece for piece in pieces if piece.start < piece.end]
    kept: list[Piece] = []
    open_at: list[int] = []
    for piece in pieces:
        while open_at and kept[open_at[-1]].end <= piece.start:
            open_at.pop()
        if piece.start >= piece.end:
            continue
        if piece.annotation.kind in INTER:
            narrow = [index for index in open_at if VOCABULARY[kept[index].annotation.kind].phrase]
            if any(kept[index].annotation.kind != "so-called" for index in narrow):
                continue
            for index in narrow:
                kept[index] = replace(kept[index], annotation=replace(kept[index].annotation, kind="q"))
        open_at.append(len(kept))
        kept.append(piece)
    return kept


def is_inline(annotation: Annotation) -> bool:
    """Whether an annotation stands inside a block."""
    return VOCABULARY[annotation.kind].level == Level.INLINE and annotation.start < annotation.end
