"""Speeches: a speaker's name, what is said in prose or verse, and what is done meanwhile (TEI P5, 7.2.2 to 7.2.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from toolkit.readers.plain.blocks import Span
from toolkit.readers.plain.drama_labels import Label
from toolkit.readers.plain.layout import Layout, starts_high
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.stage import directions_in
from toolkit.readers.plain.verse import LONGEST_VERSE, verse_lines

VERSE_PLAY = 0.85
FEWEST_VERSES = 2


@dataclass(slots=True)
class Part:
    """Lines of a speech that are one paragraph, one stanza or one stage direction."""

    lines: list[int]
    stage: bool = False


@dataclass(slots=True)
class Speech:
    """A speech while its lines are gathered. last: the line after its last."""

    label: Label
    gap: int
    page: bool
    last: int
    parts: list[Part] = field(default_factory=list)

    @property
    def said(self) -> bool:
        """Whether anything is said or done in it."""
        return bool(self.parts) or not self.label.alone

    def add(self, lines: Sequence[int], *, stage: bool = False) -> None:
        """Lines that belong to the speech; those of a stage direction stand apart."""
        self.parts.append(Part(list(lines), stage))
        self.last = lines[-1] + 1


@dataclass(frozen=True, slots=True)
class Writing:
    """How the speeches of a text are written. acted: on a stage. verse: most speeches are verse."""

    text: str
    lines: Sequence[Line]
    layout: Layout
    acted: bool
    verse: bool = False

    def spans(self, speech: Speech) -> Iterator[Span]:
        """The stretches of a speech: the speaker's name first."""
        yield Span(*speech.label.speaker, "speaker")
        if speech.label.direction:
            yield Span(*speech.label.direction, "stage")
        for part in self.parts(speech):
            if part.stage:
                yield Span(self._start(part.lines[0], speech), self.lines[part.lines[-1]].end, "stage")
            elif is_verse(self.lines, part.lines, self.layout, self.verse, speech.label):
                yield from self._verse(part, speech)
            else:
                start = self._start(part.lines[0], speech)
                yield from self._said(start, self.lines[part.lines[-1]].end, "p", speech)

    def parts(self, speech: Speech) -> list[Part]:
        """The parts of a speech; where paragraphs are lines, lines that are a stanza are one part."""
        parts = [*([Part([speech.label.line])] if not speech.label.alone else []), *speech.parts]
        parts = [Part(list(part.lines), part.stage) for part in parts]
        joined: list[Part] = []
        for part in parts:
            before = joined[-1] if joined else None
            if before and not part.stage and not before.stage and self._goes_on(before, part, speech):
                before.lines += part.lines
            else:
                joined.append(part)
        if self.layout.width:
            return joined
        return [split for part in joined for split in self._paragraphs(part, speech)]

    def _goes_on(self, before: Part, part: Part, speech: Speech) -> bool:
        """Whether no blank line parts two parts, and they are not paragraphs of their own."""
        if self.lines[part.lines[0]].gap:
            return False
        return not self.layout.width or before.lines == [speech.label.line] or part.lines[0] == before.lines[-1] + 1

    def _paragraphs(self, part: Part, speech: Speech) -> Iterator[Part]:
        """A part as it is if it is verse, else a paragraph a line."""
        if part.stage or is_verse(self.lines, part.lines, self.layout, self.verse, speech.label):
            yield part
            return
        lines = part.lines[:1]
        for index in part.lines[1:]:
            before, line = self.lines[lines[-1]], self.lines[index]
            if (before.finished and not line.starts_low) or (not self.layout.cased and before.finished):
                yield Part(lines)
                lines = []
            lines.append(index)
        yield Part(lines)

    def _start(self, index: int, speech: Speech) -> int:
        return speech.label.body if index == speech.label.line else self.lines[index].start

    def _verse(self, part: Part, speech: Speech) -> Iterator[Span]:
        """A line of verse each, but one that is turned over."""
        lines = [self.lines[index] for index in part.lines]
        for first, last, _ in verse_lines(lines, 0, len(lines)):
            yield from self._said(self._start(part.lines[first], speech), lines[last - 1].end, "l", speech)

    def _said(self, start: int, end: int, kind: str, speech: Speech) -> Iterator[Span]:
        """What is said, and the stage directions in it; a stage direction alone is no speech."""
        directions = list(directions_in(self.text, start, end, speech.label.body, acted=self.acted))
        if any(first == start and last == end for first, last in directions):
            yield Span(start, end, "stage")
            return
        yield Span(start, end, kind)
        for first, last in directions:
            yield Span(first, last, "direction")


def is_verse(lines: Sequence[Line], within: Sequence[int], layout: Layout, verse: bool, label: Label) -> bool:
    """Whether what is said in these lines is verse; verse: most of the play is, so that one line is enough."""
    said = [lines[index] for index in within]
    first = said[0].end - label.body if within[0] == label.line else len(said[0].text)
    if any(len(line.text) > LONGEST_VERSE for line in said[1:]) or first > LONGEST_VERSE:
        return False
    if len(said) == 1:
        return verse
    if layout.cased and sum(map(starts_high, said[1:])) < (0.75 if verse else 0.85) * (len(said) - 1):
        return False
    ended = sum(line.text[-1] in ".!?" for line in said[:-1])
    if layout.width:
        free = sum(layout.room(a, b) >= 4 for a, b in pairwise(said))
        if len(said) == 2 and ended and not verse:
            return False
        return free >= 0.75 * (len(said) - 1) and (layout.cased or verse or len(said) > 2)
    return verse or (ended <= 0.6 * (len(said) - 1) and (len(said) > 2 or ended == 0))


def is_verse_play(writing: Writing, speeches: Sequence[Speech]) -> bool:
    """Whether nearly all lines that follow another in a speech begin as verses do, and not all behind a full stop."""
    followed = [pair for speech in speeches for pair in _pairs(writing, speech)]
    if len(followed) < FEWEST_VERSES or not writing.layout.cased:
        return False
    high = sum(starts_high(line) and len(line.text) <= LONGEST_VERSE for _, line in followed)
    ended = sum(before.text[-1] in ".!?" for before, _ in followed)
    few = len(followed) == FEWEST_VERSES
    return high >= VERSE_PLAY * len(followed) and ended <= (0 if few else 0.7 * len(followed))


def _pairs(writing: Writing, speech: Speech) -> Iterator[tuple[Line, Line]]:
    """The lines of a speech that follow one another."""
    said = [index for part in speech.parts if not part.stage for index in part.lines]
    if not speech.label.alone:
        said.insert(0, speech.label.line)
    for first, second in pairwise(said):
        before, line = writing.lines[first], writing.lines[second]
        if not line.gap and second == first + 1 and line.indent < before.indent + 12:
            yield before, line
