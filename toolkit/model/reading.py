"""The reading: the text as a person reads it, for taggers, with the way back to the source.

A block (paragraph, head, verse line, note ...) is one line; blocks are parted by "\\n", which stands nowhere else.
A line end inside a block, with the white space about it, is one space; a line-end hyphen that only divides a word is
gone with its line end; page numbers, running heads, note markers and omitted marks are left out; a note's body, which
may stand in the middle of a paragraph that runs on over the page, is a block of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import ClassVar, NamedTuple

from toolkit.model.annotation import Annotation

LINE_END = re.compile(r"[ \t]*\n\s*")
# A line end that is more than one character, which most are not.
WIDE_LINE_END = re.compile(r"[ \t]\n|\n\s")


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the reading: its kind ("p", "head", "l", "note" ...), and its stretch in the reading."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """A reading of a source.

    text: the blocks, parted by line feeds. blocks: their kinds and stretches, in the order of `text`.
    """

    BLOCKS: ClassVar[frozenset[str]] = frozenset(
        {"p", "head", "l", "item", "ab", "cell", "note", "dateline", "salute", "signed", "byline", "address-line"}
        | {"trailer", "title", "imprint", "speaker", "stage", "cast-item"}
    )
    SKIPPED: ClassVar[frozenset[str]] = frozenset(
        {"page-number", "running-head", "page-break", "note-marker", "note-label", "hyphenation", "omitted", "rule"}
    )
    SHAPING: ClassVar[frozenset[str]] = BLOCKS | SKIPPED

    text: str
    blocks: tuple[Block, ...]
    _at: list[int] = field(repr=False)
    _source: list[int] = field(repr=False)

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The source stretch of a (not empty) stretch of the reading; end exclusive."""
        return self.offset(start), self.offset(end - 1) + 1

    def offset(self, position: int) -> int:
        """The source offset of one character of the reading."""
        run = bisect_right(self._at, position) - 1
        return self._source[run] + position - self._at[run]

    def from_source(self, offset: int) -> int | None:
        """The position in the reading of a source character, or None where the reading leaves it out."""
        index = bisect_right(self._runs, (offset, len(self.text), 0)) - 1
        if index < 0:
            return None
        source, position, length = self._runs[index]
        return position + offset - source if offset < source + length else None

    @cached_property
    def _runs(self) -> list[tuple[int, int, int]]:
        """Source offset, position and length of each run, by source offset; without the parting line feeds."""
        ends = [*self._at[1:], len(self.text)]
        runs = zip(self._source, self._at, ends, strict=True)
        return sorted((source, at, end - at) for source, at, end in runs if self.text[at] != "\n")

    def block_at(self, position: int) -> Block:
        """The block in which a position of the reading stands."""
        index = bisect_right(self.blocks, position, key=lambda block: block.start) - 1
        return self.blocks[index]


def reading_of(text: str, annotations: Iterable[Annotation]) -> Reading:
    """The reading of `text` whose blocks and left-out stretches are among `annotations` (in document order)."""
    parts: list[str] = []
    at: list[int] = []
    source: list[int] = []
    blocks: list[Block] = []
    position = 0
    for kind, runs in _blocks(text, annotations):
        if blocks:
            parts.append("\n")
            at.append(position)
            source.append(runs[0].start)
            position += 1
        start = position
        for run in runs:
            parts.append(text[run.start : run.end].replace("\n", " "))
            at.append(position)
            source.append(run.start)
            position += run.end - run.start
        blocks.append(Block(kind, start, position))
    return Reading("".join(parts), tuple(blocks), at, source)


class _Run(NamedTuple):
    """A stretch of the source that a block reads; glued: the line end before it only divides a word."""

    start: int
    end: int
    glued: bool = False


def _blocks(text: str, annotations: Iterable[Annotation]) -> Iterator[tuple[str, list[_Run]]]:
    """Each block's kind and the runs of source characters that it reads, blocks in order of their start."""
    found: list[tuple[str, list[_Run]]] = []
    open_blocks: list[tuple[int, list[_Run]]] = []
    cursor = 0
    glue_until = -1

    def read_to(stop: int) -> None:
        nonlocal cursor
        while open_blocks and open_blocks[-1][0] <= stop:
            end, runs = open_blocks.pop()
            if cursor < end:
                runs.append(_Run(cursor, end, cursor <= glue_until))
                cursor = end
        if open_blocks and cursor < stop:
            open_blocks[-1][1].append(_Run(cursor, stop, cursor <= glue_until))
        cursor = max(cursor, stop)

    for annotation in annotations:
        if annotation.kind in Reading.BLOCKS:
            read_to(annotation.start)
            found.append((annotation.kind, []))
            open_blocks.append((annotation.end, found[-1][1]))
        elif annotation.kind == "hyphenation":
            read_to(annotation.start)
            cursor = max(cursor, annotation.start + 1)
            glue_until = annotation.end
        elif annotation.kind in Reading.SKIPPED:
            read_to(annotation.start)
            cursor = max(cursor, annotation.end)
    read_to(len(text) + 1)
    for kind, runs in found:
        folded = _fold(text, runs)
        if folded:
            yield kind, folded


def _fold(text: str, runs: list[_Run]) -> list[_Run]:
    """The runs with one character for each line end and its white space, and with none at the block's edges."""
    folded: list[_Run] = []
    spaced = True
    for run in runs:
        cut = run.start
        glued = run.glued
        if not _folds(text, run):
            folded.append(run)
            spaced = False
            continue
        for match in LINE_END.finditer(text, run.start, run.end):
            if cut < match.start():
                folded.append(_Run(cut, match.start()))
                spaced = False
            if not spaced and not glued:
                newline = text.index("\n", match.start())
                folded.append(_Run(newline, newline + 1))
                spaced = True
            cut = match.end()
            glued = False
        if cut < run.end:
            folded.append(_Run(cut, run.end))
            spaced = False
    return _trimmed(text, folded)


def _folds(text: str, run: _Run) -> bool:
    """Whether a run does not read as it stands, each line feed as one space."""
    edges = text[run.start] == "\n" or text[run.end - 1] == "\n"
    return edges or run.glued or WIDE_LINE_END.search(text, run.start, run.end) is not None


def _trimmed(text: str, runs: list[_Run]) -> list[_Run]:
    """The runs without white space before the first and after the last character."""
    while runs and text[runs[-1].start : runs[-1].end].isspace():
        runs.pop()
    while runs and text[runs[0].start : runs[0].end].isspace():
        runs.pop(0)
    if runs:
        first = runs[0]
        runs[0] = _Run(first.end - len(text[first.start : first.end].lstrip()), first.end)
        last = runs[-1]
        runs[-1] = _Run(last.start, last.start + len(text[last.start : last.end].rstrip()))
    return runs
