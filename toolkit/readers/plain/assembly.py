"""Assembly: blocks, divisions, notes and furniture become annotations that nest."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.model.annotation import Annotation, Certainty
from toolkit.readers.plain.blocks import Block, Span, Wrap
from toolkit.readers.plain.divisions import BACK, FRONT, Division, divisions_of, number_attributes
from toolkit.readers.plain.emphasis import emphases
from toolkit.readers.plain.hyphens import hyphenations, line_pairs
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.notes import Note, Notes
from toolkit.readers.plain.tables import cells_of, marks_of

# What holds words, of what stands within blocks: emphasis does not go beyond it.
LEAVES = frozenset({"speaker", "p", "l", "stage", "cast-item"})


@dataclass(frozen=True)
class Found:
    """What was found in a text. leading: how many of the blocks are the title page's. furniture: line index -> kind.

    rules: lines that only part the text from its notes. numbers: page numbers within lines.
    """

    text: str
    lines: Sequence[Line]
    blocks: Sequence[Block]
    wraps: Sequence[Wrap]
    leading: int
    furniture: Mapping[int, str]
    notes: Notes
    rules: Sequence[int]
    numbers: Sequence[tuple[int, int]]
    by: str

    def start(self, block: int) -> int:
        """The offset at which a block begins."""
        return self.lines[self.blocks[block].first].start

    def end(self, block: int) -> int:
        """The offset after everything that stands before block `block` + 1, page furniture and notes with it."""
        last = self.blocks[block + 1].first if block + 1 < len(self.blocks) else len(self.lines)
        return self.lines[last - 1].end


def annotations_of(found: Found) -> list[Annotation]:
    """Every annotation of the structure."""
    return [
        *_divisions(found),
        *_wraps(found),
        *_blocks(found),
        *_furniture(found),
        *(annotation for note in found.notes.notes for annotation in _note(found, note)),
        *_inline(found),
    ]


def _divisions(found: Found) -> Iterator[Annotation]:
    body = found.blocks[found.leading :]
    top = divisions_of(body)
    front = 0
    while front < len(top) and top[front].kind in FRONT and (front > 0 or top[0].first == 0):
        front += 1
    if front == len(top):
        front = 0
    back = len(top)
    while back > max(front, 1) and top[back - 1].kind in BACK:
        back -= 1
    if found.leading or front:
        last = found.leading + top[front - 1].last - 1 if front else found.leading - 1
        yield Annotation(found.start(0), found.end(last), "front", found.by)
    if found.leading:
        yield Annotation(found.start(0), found.end(found.leading - 1), "title-page", found.by)
    if back < len(top):
        yield Annotation(
            found.start(found.leading + top[back].first), found.end(found.leading + top[-1].last - 1), "back", found.by
        )
    for division in top:
        yield from _division(found, division)


def _division(found: Found, division: Division) -> Iterator[Annotation]:
    first, last = found.leading + division.first, found.leading + division.last - 1
    block = found.blocks[first]
    yield Annotation(found.start(first), found.end(last), "div", found.by, block.cert, number_attributes(block.head))
    for inner in division.inner:
        yield from _division(found, inner)


def _wraps(found: Found) -> Iterator[Annotation]:
    for wrap in found.wraps:
        first, last = found.blocks[wrap.first], found.blocks[wrap.last - 1]
        start, end = found.lines[first.first].start, found.lines[last.last - 1].end
        yield Annotation(start, end, wrap.kind, found.by, wrap.cert)


def _blocks(found: Found) -> Iterator[Annotation]:
    for block in found.blocks:
        start, end = found.lines[block.first].start, found.lines[block.last - 1].end
        yield Annotation(start, end, block.kind, found.by, block.cert, block.attributes)
        for first, last, kind in block.parts:
            yield Annotation(found.lines[first].start, found.lines[last - 1].end, kind, found.by, block.cert)
            if kind == "row":
                yield from _row(found, found.lines[first:last], block.cert)
        for span in block.spans:
            part = {"part": span.part} if span.part else {}
            yield Annotation(span.start, span.end, span.kind, found.by, Certainty.HIGH, part, span.id)
        for start, end in block.omitted:
            yield Annotation(start, end, "omitted", found.by)


def _row(found: Found, row: Sequence[Line], cert: Certainty) -> Iterator[Annotation]:
    for start, end in cells_of(row):
        yield Annotation(start, end, "cell", found.by, cert)
    for start, end in marks_of(row):
        yield Annotation(start, end, "omitted", found.by)


def _inline(found: Found) -> Iterator[Annotation]:
    """What stands inside blocks: hyphens at line ends, and emphasis."""
    ranges = [
        span
        for block in found.blocks
        if not block.spans
        for span in (block.parts or ((block.first, block.last, block.kind),))
    ]
    spans = [span for block in found.blocks for span in block.spans if span.kind in LEAVES]
    notes = [(note.first, note.last) for note in found.notes.notes]
    notes += [note.more for note in found.notes.notes if note.more]
    skipped = (
        dict(found.furniture)
        | dict.fromkeys(found.rules, "rule")
        | {index: "note" for first, last in notes for index in range(first, last)}
    )
    pairs = line_pairs([(first, last) for first, last, _ in ranges], skipped)
    pairs += line_pairs(_lines_of(found, [span for span in spans if span.kind == "p"]), skipped)
    pairs += line_pairs([span for note in found.notes.notes for span in note.paragraphs], found.furniture)
    yield from hyphenations(found.text, found.lines, pairs, found.by)
    leaves = [(found.lines[first].start, found.lines[last - 1].end) for first, last, _ in ranges]
    leaves += [(span.start, span.end) for span in spans]
    yield from emphases(found.text, sorted([*leaves, *_paragraphs(found)]), found.by)


def _lines_of(found: Found, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """First line and line after the last of each stretch."""
    starts = [line.start for line in found.lines] if spans else []
    return [(bisect_right(starts, span.start) - 1, bisect_right(starts, span.end - 1)) for span in spans]


def _paragraphs(found: Found) -> Iterator[tuple[int, int]]:
    """The stretches of the paragraphs of notes."""
    for note in found.notes.notes:
        for first, last in note.paragraphs:
            yield found.lines[first].start, found.lines[last - 1].end


def _furniture(found: Found) -> Iterator[Annotation]:
    for index, kind in found.furniture.items():
        line = found.lines[index]
        yield Annotation(line.start, line.end, kind, found.by)
    for start, end in found.numbers:
        yield Annotation(start, end, "page-number", found.by)
    for index in found.rules:
        yield Annotation(found.lines[index].start, found.lines[index].end, "omitted", found.by)
    for match in re.finditer("\f", found.text):
        yield Annotation(match.start(), match.end(), "page-break", found.by)


def _note(found: Found, note: Note) -> Iterator[Annotation]:
    cert = Certainty.HIGH if note.sure else Certainty.MEDIUM
    attributes = {"n": note.value, "place": note.place, "type": note.type, "next": note.more and f"#{note.id}.2"}
    yield Annotation(
        note.start,
        note.end,
        "note",
        found.by,
        cert,
        {key: value for key, value in attributes.items() if value},
        note.id,
    )
    if note.label_end > note.start:
        yield Annotation(note.start, note.label_end, "note-label", found.by)
    for first, last in note.paragraphs if len(note.paragraphs) > 1 else ():
        yield Annotation(found.lines[first].start, found.lines[last - 1].end, "p", found.by)
    if note.more:
        first, last = note.more
        rest = {"place": note.place, "prev": f"#{note.id}"}
        yield Annotation(
            found.lines[first].start,
            found.lines[last - 1].end,
            "note",
            found.by,
            Certainty.MEDIUM,
            rest,
            f"{note.id}.2",
        )
    for start, end in note.markers:
        yield Annotation(start, end, "note-marker", found.by, cert, {"target": f"#{note.id}"})
