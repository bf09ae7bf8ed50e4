"""Divisions: the tree that the heads of a text stand for (TEI P5, 4.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from toolkit.readers.plain.blocks import Block
from toolkit.readers.plain.signs import Head

FRONT = frozenset({"preface", "dedication", "contents", "acknowledgments", "castlist"})
BACK = frozenset({"appendix", "notes", "bibliography", "glossary", "index", "errata", "afterword"})
NESTED_NOTES = 25


@dataclass(slots=True)
class Division:
    """A division from block `first` to before block `last`. kind: "chapter", "section" ..., or ""."""

    first: int
    last: int
    kind: str
    number: str
    style: str
    rank: int
    inner: list[Division] = field(default_factory=list)


def divisions_of(blocks: Sequence[Block]) -> list[Division]:
    """The divisions of the highest level, in order."""
    last_head = _last_head(blocks)
    top: list[Division] = []
    stack: list[Division] = []
    for index, block in enumerate(blocks):
        if not block.head or _belongs(blocks, index):
            continue
        head = block.head
        # Notes at a chapter's end stand inside it, those at the end of the text do not.
        rank = NESTED_NOTES if head.kind == "notes" and index < last_head else head.rank
        division = Division(index, len(blocks), head.kind, head.number, head.style, rank)
        while stack and not _holds(stack, division):
            stack.pop().last = index
        (stack[-1].inner if stack else top).append(division)
        stack.append(division)
    return top


def _belongs(blocks: Sequence[Block], index: int) -> bool:
    """Whether a head is the second line of the head before it: a title under "CHAPTER IV"."""
    before = blocks[index - 1] if index else None
    mine = blocks[index].head
    if not before or before.kind != "head" or not before.head or blocks[index].kind != "head" or not mine:
        return False
    named = mine.rank and mine.style != "special"
    return bool(before.head.number and not before.head.title and not named and not mine.number)


def _last_head(blocks: Sequence[Block]) -> int:
    """The last block that heads a division of a known kind, notes apart."""
    ranked = (i for i, block in enumerate(blocks) if block.head and block.head.rank and block.head.kind != "notes")
    return max(ranked, default=-1)


def _holds(stack: Sequence[Division], division: Division) -> bool:
    """Whether the innermost open division holds a new one."""
    open_one = stack[-1]
    if any(other.style == division.style for other in stack):
        return False
    if division.rank and open_one.rank:
        return open_one.rank < division.rank
    if division.rank:
        return False
    return open_one.style != "special"


def number_attributes(head: Head | None) -> dict[str, str]:
    """@type and @n of a division."""
    if not head:
        return {}
    attributes = {"type": head.kind} if head.kind else {}
    if head.number and len(head.number.split()) == 1:
        attributes["n"] = head.number
    return attributes
