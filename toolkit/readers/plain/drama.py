"""Drama: the units of a play, an interview or a hearing become speeches and stage directions (TEI P5, 7)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from toolkit.model.annotation import Certainty
from toolkit.readers.plain.blocks import Block, Span
from toolkit.readers.plain.drama_casts import Cast, Roles, spans_of
from toolkit.readers.plain.drama_evidence import Script, script_of
from toolkit.readers.plain.drama_speeches import Speech, Writing, is_verse_play
from toolkit.readers.plain.drama_verses import with_shared_verses
from toolkit.readers.plain.drama_words import SOUND_WORDS
from toolkit.readers.plain.layout import Layout
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.signs import is_rule, keyword_head
from toolkit.readers.plain.stage import end_of_direction, ends_sentence
from toolkit.readers.plain.units import Unit

SOUNDS = frozenset(SOUND_WORDS.split())
FAR_BEFORE = 4  # lines before a run of speeches within which a stage direction belongs to it


def with_drama(
    text: str, lines: Sequence[Line], units: Sequence[Unit], skipped: Collection[int], layout: Layout
) -> list[Unit]:
    """The units, with those of speeches and stage directions cut anew; skipped: lines of notes and page furniture."""
    script = script_of(text, lines, skipped, layout)
    if script is None:
        return list(units)
    cutter = Cutter(lines, skipped, layout, script)
    pieces = list(cutter.cut(units))
    writing = Writing(text, lines, layout, script.acted)
    speeches = [piece for piece in pieces if isinstance(piece, Speech)]
    writing = replace(writing, verse=is_verse_play(writing, speeches))
    cast = tuple(spans_of(text, lines, script.cast)) if script.cast else ()
    roles = Roles(text, cast)
    cert = Certainty.HIGH if script.sure else Certainty.MEDIUM
    cut = [_unit(piece, writing, roles, cert) if isinstance(piece, Speech) else piece for piece in pieces]
    cut = with_shared_verses(lines, cut) if writing.verse else cut
    return _with_cast(cut, script.cast, cast) if script.cast else cut


def _with_cast(units: Sequence[Unit], cast: Cast, spans: tuple[Span, ...]) -> list[Unit]:
    """The units, with the entries of the cast in one."""
    kept: list[Unit] = []
    for unit in units:
        if unit.last <= cast.head or cast.last <= unit.first or unit.block:
            kept.append(unit)
            continue
        if unit.first < cast.head:
            kept.append(replace(unit, last=cast.head))
        if unit.first <= cast.head:
            kept.append(Unit(cast.head, cast.head + 1, unit.gap, unit.page))
        if not kept[-1].block and cast.first < unit.last:
            block = Block("cast-list", cast.first, cast.last, spans=spans)
            kept.append(Unit(cast.first, cast.last, 1, kind="drama", block=block))
        if cast.last < unit.last:
            kept.append(replace(unit, first=cast.last, gap=0))
    return kept


def _unit(speech: Speech, writing: Writing, roles: Roles, cert: Certainty) -> Unit:
    """A speech as a unit that is settled."""
    first = speech.label.line
    spans = tuple(writing.spans(speech))
    role = roles.of(speech.label.name)
    block = Block("sp", first, speech.last, cert, attributes={"who": f"#{role}"} if role else {}, spans=spans)
    return Unit(first, speech.last, speech.gap, speech.page, kind="drama", block=block)


class Cutter:
    """Cuts the units within the runs of a script."""

    def __init__(self, lines: Sequence[Line], skipped: Collection[int], layout: Layout, script: Script) -> None:
        self.lines, self.skipped, self.layout, self.script = lines, skipped, layout, script
        self.open: Speech | None = None
        self.behind = False  # whether nothing but stage directions stands between the last speech and here
        self.waiting: list[Unit] = []  # stage directions behind the open speech, which may go on after them

    def cut(self, units: Sequence[Unit]) -> Iterator[Unit | Speech]:
        """The speeches, stage directions and other units, in order."""
        for unit in units if self.layout.width else _in_chunks(units):
            if self._within(unit):
                self.behind = True
                yield from self._cut(unit)
            else:
                yield from self._close()
                yield from self._beside(unit)
        yield from self._close()

    def _within(self, unit: Unit) -> bool:
        if self.open and (not self.open.said or not (self.lines[unit.first].gap or unit.page)):
            return True
        run = bisect_left(self.script.runs, unit.first, key=lambda run: run[1] - 1)
        return run < len(self.script.runs) and self.script.runs[run][0] < unit.last

    def _beside(self, unit: Unit) -> Iterator[Unit]:
        """A unit outside the runs: a stage direction next to one is one too."""
        after = bisect_right(self.script.runs, unit.first, key=lambda run: run[0])
        before = after < len(self.script.runs) and self.script.runs[after][0] - unit.last <= FAR_BEFORE
        if (
            (before or self.behind)
            and not unit.kind
            and end_of_direction(self.lines, unit.first, unit.last, apart=True) == unit.last
        ):
            yield self._stage(unit.first, unit.last, unit.gap, unit.page)
        else:
            self.behind = False
            yield from self._plain(unit)

    def _plain(self, unit: Unit) -> Iterator[Unit]:
        """A unit that is no drama; where paragraphs are lines, a unit a line."""
        joined = all(not self.lines[i].gap and i not in self.skipped for i in range(unit.first + 1, unit.last))
        if self.layout.width or unit.kind or not joined:
            yield unit
            return
        yield Unit(unit.first, unit.first + 1, unit.gap, unit.page)
        for index in range(unit.first + 1, unit.last):
            yield Unit(index, index + 1, self.lines[index].gap)

    def _cut(self, unit: Unit) -> Iterator[Unit | Speech]:
        labelled = any(index in self.script.labels for index in range(unit.first, unit.last))
        if unit.kind and not labelled:
            yield from self._close()
            yield unit
            return
        index = unit.first
        while index < unit.last:
            if index in self.skipped:
                index += 1
                continue
            end = self._end(index, unit)
            gap, page = (unit.gap, unit.page) if index == unit.first else (self.lines[index].gap, False)
            yield from self._piece(index, end, gap, page, replace(unit, first=index, last=end, gap=gap, page=page))
            index = end

    def _end(self, index: int, unit: Unit) -> int:
        """The line after the piece that begins with a line: a label, a direction, or what stands before the next."""
        if index in self.script.labels:
            return index + 1
        end = self._direction(index, unit.last)
        if end > index:
            return end
        end = index + 1
        while end < unit.last and end not in self.script.labels and self._direction(end, unit.last) == end:
            if end not in self.skipped and (self.lines[end].gap or keyword_head(self.lines[end].text)):
                break
            end += 1
        return end

    def _direction(self, index: int, stop: int) -> int:
        line = self.lines[index]
        if index in self.skipped or (index and not line.gap and not self._rests(index)):
            return index
        if line.text.startswith("(") and not line.gap and not self._sentence_ends(index):
            return index
        limit = min([stop, *(label for label in range(index + 1, min(stop, index + 9)) if label in self.script.labels)])
        return end_of_direction(self.lines, index, limit, apart=line.gap > 0)

    def _sentence_ends(self, index: int) -> bool:
        """Whether a sentence or a speaker's name ends before a line, so that brackets there are no part of one."""
        return index == 0 or index - 1 in self.script.labels or ends_sentence(self.lines[index - 1].text)

    def _rests(self, index: int) -> bool:
        """Whether the line before one ends as a sentence or a verse does."""
        before = self.lines[index - 1]
        if before.finished or index - 1 in self.script.labels or not self.layout.width:
            return True
        return before.text[-1] in "-—–_)],;" or self.layout.room(before, self.lines[index]) >= 4

    def _piece(self, first: int, last: int, gap: int, page: bool, unit: Unit) -> Iterator[Unit | Speech]:
        label = self.script.labels.get(first)
        cast = self.script.cast
        if cast and cast.head <= first < cast.last:
            yield from self._close()
            yield from self._plain(replace(unit, kind="", parts=()))
            return
        if label:
            yield from self._close()
            self.open = Speech(label, gap, page, last)
            return
        if self._direction(first, last) == last:
            stage = self._stage(first, last, gap, page)
            if self.open and (not gap or not self.open.said):
                self._take(first, last, stage=True)
            elif self.open:
                self.waiting.append(stage)
            else:
                yield stage
            return
        if self.open and self._goes_on(first, gap, page):
            for waiting in self.waiting:
                self._take(waiting.first, waiting.last, stage=True)
            self.waiting = []
            self._take(first, last)
            return
        yield from self._close()
        yield from self._plain(replace(unit, kind="", parts=()))

    def _take(self, first: int, last: int, *, stage: bool = False) -> None:
        lines = [index for index in range(first, last) if index not in self.skipped]
        if self.open and lines:
            self.open.add(lines, stage=stage)

    def _goes_on(self, index: int, gap: int, page: bool) -> bool:
        """Whether unlabelled lines belong to the open speech."""
        speech, line = self.open, self.lines[index]
        if speech is None or keyword_head(line.text) or is_rule(line.text):
            return False
        if not speech.said:
            return True
        if not gap:
            return True
        if self.layout.cased and line.text.isupper():
            return False
        run = bisect_right(self.script.runs, index, key=lambda run: run[0]) - 1
        if run < 0 or index >= self.script.runs[run][1]:
            return False
        # Below a name in the middle of the page, what is not set in is done and not said.
        return not speech.label.alone or line.indent >= self._indent(speech) - 1

    def _indent(self, speech: Speech) -> int:
        """How far in a speech is set."""
        said = [index for part in speech.parts if not part.stage for index in part.lines]
        return min((self.lines[index].indent for index in said), default=self.lines[speech.label.line].indent)

    def _stage(self, first: int, last: int, gap: int, page: bool) -> Unit:
        block = Block("stage", first, last)
        return Unit(first, last, gap, page, kind="drama", block=block)

    def _close(self) -> Iterator[Unit | Speech]:
        """The open speech, if there is one, and the stage directions behind it."""
        if self.open:
            speech, self.open = self.open, None
            if speech.label.name in SOUNDS:
                yield self._stage(speech.label.line, speech.last, speech.gap, speech.page)
            elif speech.said:
                yield speech
            else:
                yield Unit(speech.label.line, speech.last, speech.gap, speech.page)
        yield from self.waiting
        self.waiting = []


def _in_chunks(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units, with lines that no blank line parts in one."""
    chunk: Unit | None = None
    for unit in units:
        single = not unit.kind and unit.last - unit.first == 1
        if chunk and single and not unit.gap and not unit.page and unit.first == chunk.last:
            chunk = replace(chunk, last=unit.last)
            continue
        if chunk:
            yield chunk
        chunk = unit if single else None
        if not single:
            yield unit
    if chunk:
        yield chunk
