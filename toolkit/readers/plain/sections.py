"""Sections: what stands between two heads becomes blocks; a letter's beginning and end, stanzas, lists, quotations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from toolkit.model.annotation import Certainty
from toolkit.readers.plain.blocks import Block, Wrap
from toolkit.readers.plain.layout import Layout
from toolkit.readers.plain.letters import (
    LONGEST_LINE,
    is_addressee,
    is_dateline,
    is_postscript,
    is_reference,
    is_signature,
    is_signed_valediction,
    is_valediction,
    kinds_of_opener,
    signs_again,
)
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.lists import items_of_lines
from toolkit.readers.plain.signs import Head, is_rule
from toolkit.readers.plain.units import Unit
from toolkit.readers.plain.verse import LONGEST_VERSE, is_stanza, verse_lines

LETTER = Head("letter", "letter", rank=20)
ATTRIBUTION = re.compile(r"^(?:[—–]|--)\s?[^\W\d_]|^\([^()]{3,60}\)$|^[A-Z][A-Z .,'’]{3,50}$")
MOST_POSTSCRIPTS = 4
MOST_TRIES = 8  # lines of a run from which verse may begin
FAR = 12  # columns from the margin: what is set so far in stands in lines of its own


class Piece(NamedTuple):
    """Lines that are one thing at a letter's beginning or end; text: on one line, "" where it is long."""

    first: int
    last: int
    text: str


class Shaper:
    """Makes the blocks of a text, section by section."""

    def __init__(self, lines: Sequence[Line], layout: Layout) -> None:
        self.lines, self.layout = lines, layout
        self.blocks: list[Block] = []
        self.wraps: list[Wrap] = []
        self.run_end = self.tries = 0  # of a run of short lines: its end, and how often verse was sought in it

    def head(self, block: Block) -> None:
        """A head, which begins a section."""
        self.blocks.append(block)

    def section(self, units: Sequence[Unit], head: Block | None) -> None:
        """What stands under a head; None for what stands before the first."""
        if head and head.head and head.head.kind in ("contents", "castlist") and not any(unit.block for unit in units):
            self._entries(units)
            return
        pieces = [self._pieces(unit) for unit in units]
        starts = self._letters(pieces)
        for place, (start, kinds) in enumerate(starts):
            end = starts[place + 1][0] if place + 1 < len(starts) else len(units)
            apart = bool(kinds) and kinds[-1] == "salute" and (head is None or len(starts) > 1)
            self._letter(units[start:end], pieces[start:end], kinds, LETTER if apart else None)

    def _entries(self, units: Sequence[Unit]) -> None:
        """A table of contents or a list of the cast: every line an item."""
        for unit in units:
            if unit.last - unit.first == 1 and is_rule(self.lines[unit.first].text):
                self.blocks.append(Block("rule", unit.first, unit.last))
            elif self.blocks[-1].kind == "list":
                parts = tuple(items_of_lines(self.lines, unit.first, unit.last))
                before = self.blocks.pop()
                self.blocks.append(
                    Block("list", before.first, unit.last, Certainty.MEDIUM, parts=(*before.parts, *parts))
                )
            else:
                parts = tuple(items_of_lines(self.lines, unit.first, unit.last))
                self.blocks.append(Block("list", unit.first, unit.last, Certainty.MEDIUM, parts=parts))

    def _pieces(self, unit: Unit) -> list[Piece]:
        """A short unit of ragged lines as its lines, any other as one piece."""
        lines = self.lines[unit.first : unit.last]
        if unit.kind or len(lines) > 8 or sum(len(line.text) for line in lines) > 4 * LONGEST_LINE:
            return [Piece(unit.first, unit.last, "")]
        far = min(line.indent for line in lines) >= self.layout.margin + FAR
        if len(lines) > 1 and (unit.ragged or far):
            return [Piece(index, index + 1, self.lines[index].text) for index in range(unit.first, unit.last)]
        return [Piece(unit.first, unit.last, " ".join(line.text for line in lines))]

    def _letters(self, pieces: Sequence[Sequence[Piece]]) -> list[tuple[int, list[str]]]:
        """Where letters begin in a section, with the kinds of their openers' pieces; its start alone if none."""
        cased = self.layout.cased
        flat = [piece.text for unit in pieces for piece in unit]
        at = [0]
        for unit in pieces:
            at.append(at[-1] + len(unit))
        starts = [(0, kinds_of_opener(flat[:9], cased=cased))]
        prose = 0  # where the prose of the present letter began
        for index in range(1, len(pieces) if starts[0][1] else 0):
            text = flat[at[index]]
            if not text or len(text) > LONGEST_LINE:
                prose = prose or at[index] + 1
            elif not prose and at[index] >= len(starts[-1][1]) and text[-1] in ".!?" and not is_valediction(text):
                prose = at[index] + 1
            elif prose and self._closes(flat[prose : at[index]]):
                kinds = kinds_of_opener(flat[at[index] : at[index] + 9], cased=cased)
                after = at[index] + len(kinds)
                if is_valediction(flat[at[index] - 1]) and is_signature(text, cased=cased) and kinds != ["salute"]:
                    continue  # the name under a closing formula
                if kinds and kinds[-1] == "salute" and after < len(flat) and not is_valediction(flat[after]):
                    starts.append((index, kinds))
                    prose = 0
        return starts

    def _closes(self, texts: Sequence[str]) -> bool:
        """Whether a letter may end after these pieces."""
        short = [text for text in texts if text and len(text) <= LONGEST_LINE]
        return any(is_valediction(text) or is_signature(text, cased=self.layout.cased) for text in short)

    def _letter(
        self, units: Sequence[Unit], pieces: Sequence[Sequence[Piece]], kinds: Sequence[str], head: Head | None
    ) -> None:
        """A section or one letter of it: opener, what stands between, closer."""
        opened = self._opener(pieces, kinds)
        closing = self._closing(pieces, opened, letter=bool(kinds) and kinds[-1] == "salute")
        first = len(self.blocks)
        if opened:
            flat = [piece for unit in pieces[:opened] for piece in unit]
            for piece, kind in zip(flat, kinds, strict=True):
                self._line(piece, kind)
            self._wrap_opener(first)
        self._interior(units[opened:closing], first_of_section=not opened)
        self._close(pieces[closing:])
        if head and first < len(self.blocks):
            begun = self.blocks[first]
            self.blocks[first] = Block(
                begun.kind, begun.first, begun.last, begun.cert, head, begun.parts, begun.omitted, begun.within
            )

    def _wrap_opener(self, first: int) -> None:
        """Openers about the lines since block `first`; a head between them stands outside."""
        for index in range(first, len(self.blocks) + 1):
            if index == len(self.blocks) or self.blocks[index].kind == "head":
                if first < index:
                    self.wraps.append(Wrap("opener", first, index))
                first = index + 1

    def _opener(self, pieces: Sequence[Sequence[Piece]], kinds: Sequence[str]) -> int:
        """How many units the opener takes: only whole units, and something must follow."""
        count = 0
        for index, unit in enumerate(pieces):
            count += len(unit)
            if count == len(kinds):
                return index + 1 if index + 1 < len(pieces) else 0
        return 0

    def _closing(self, pieces: Sequence[Sequence[Piece]], opened: int, *, letter: bool) -> int:
        """The unit with which the closer begins; the number of units where there is none."""
        none = len(pieces)
        for index in range(max(opened + 1, none - 14), none):
            text = pieces[index][0].text
            if is_valediction(text) and self._only_closing(pieces[index:]):
                return index
        last = none
        while letter and last > opened + 1 and all(self._signs(piece) for piece in pieces[last - 1]):
            last -= 1
        if last == none and none > opened + 1 and self._signed_and_dated(pieces[none - 1]):
            return none - 1
        return last

    def _signs(self, piece: Piece) -> bool:
        """Whether a piece at a letter's end may be its signature, date or addressee."""
        if not piece.text or len(piece.text) > 60:
            return False
        return is_signature(piece.text, cased=self.layout.cased) or is_dateline(piece.text) or is_addressee(piece.text)

    def _signed_and_dated(self, unit: Sequence[Piece]) -> bool:
        """A preface's end: a name, and a place or a date, on short lines."""
        texts = [piece.text for piece in unit]
        if not 2 <= len(texts) <= 5 or not all(texts):
            return False
        dated = any(is_dateline(text) for text in texts)
        return dated and any(is_signature(text, cased=self.layout.cased) for text in texts)

    def _only_closing(self, pieces: Sequence[Sequence[Piece]]) -> bool:
        """Whether a closing formula is followed by short lines alone, and by few paragraphs or a P.S."""
        later = 0
        for unit in pieces[1:]:
            text = unit[0].text
            if is_postscript(text or self.lines[unit[0].first].text):
                return True
            later += not text or len(text) > LONGEST_LINE
        return later <= MOST_POSTSCRIPTS and (later == 0 or len(pieces) > 1)

    def _close(self, pieces: Sequence[Sequence[Piece]]) -> None:
        """The closer and the postscript."""
        first = len(self.blocks)
        for index, unit in enumerate(pieces):
            text = unit[0].text
            if index and self._after_closer(text, self._signed(first)):
                self._closed(first)
                self._postscript(pieces[index:])
                return
            for piece in unit:
                if is_reference(piece.text):
                    self._closed(first)
                    self.blocks.append(Block("trailer", piece.first, piece.last, Certainty.MEDIUM))
                    first = len(self.blocks)
                    continue
                self._line(piece, self._kind_at_end(piece.text, self._signed(first)))
        self._closed(first)

    def _signed(self, first: int) -> str:
        """The last signature among the blocks from `first` on; "" for none."""
        signed = [block for block in self.blocks[first:] if block.kind == "signed"]
        return " ".join(line.text for line in self.lines[signed[-1].first : signed[-1].last]) if signed else ""

    def _after_closer(self, text: str, signed: str) -> bool:
        """Whether a unit of a closer is a postscript, said or not."""
        if not text or len(text) > LONGEST_LINE or is_postscript(text):
            return True
        if is_reference(text):
            return False
        low = signed and self.layout.cased and text[0].islower()
        return bool(low) and self._kind_at_end(text, "") == "address" and not is_addressee(text)

    def _closed(self, first: int) -> None:
        if first < len(self.blocks):
            self.wraps.append(Wrap("closer", first, len(self.blocks)))

    def _postscript(self, pieces: Sequence[Sequence[Piece]]) -> None:
        first = len(self.blocks)
        for unit in pieces:
            self.blocks.append(Block("p", unit[0].first, unit[-1].last, Certainty.MEDIUM))
        self.wraps.append(Wrap("postscript", first, len(self.blocks)))

    def _kind_at_end(self, text: str, signed: str) -> str:
        """What a line of a closer is; after the signature, which is `signed`, comes an address."""
        if is_valediction(text):
            return "signed" if is_signed_valediction(text) else "salute"
        if is_addressee(text):
            return "address"
        if is_dateline(text):
            return "dateline"
        if signed:
            return "signed" if signs_again(text, signed, cased=self.layout.cased) else "address"
        return "signed" if is_signature(text, cased=self.layout.cased) else "address"

    def _line(self, piece: Piece, kind: str) -> None:
        """A line of an opener or closer; neighbouring lines of an address make one."""
        if kind != "address":
            self.blocks.append(Block(kind, piece.first, piece.last, Certainty.MEDIUM))
            return
        part = (piece.first, piece.last, "address-line")
        before = self.blocks[-1] if self.blocks else None
        if before and before.kind == "address" and before.last == piece.first:
            self.blocks[-1] = Block("address", before.first, piece.last, Certainty.MEDIUM, parts=(*before.parts, part))
        else:
            self.blocks.append(Block("address", piece.first, piece.last, Certainty.MEDIUM, parts=(part,)))

    def _interior(self, units: Sequence[Unit], *, first_of_section: bool) -> None:
        """The blocks between opener and closer."""
        self.run_end = self.tries = 0
        index = self._epigraph(units) if first_of_section else 0
        while index < len(units):
            index = self._block(units, index)

    def _block(self, units: Sequence[Unit], index: int) -> int:
        """One block, and the index of the unit after it."""
        unit = units[index]
        run = self._run_of_lines(units, index)
        if unit.block:
            self.blocks.append(unit.block)
        elif unit.kind == "table":
            self.blocks.append(Block("table", unit.first, unit.last, parts=unit.parts))
        elif unit.kind == "list":
            self.blocks.append(Block("list", unit.first, unit.last, Certainty.MEDIUM, parts=unit.parts))
        elif unit.last - unit.first == 1 and is_rule(self.lines[unit.first].text):
            self.blocks.append(Block("rule", unit.first, unit.last))
        elif unit.ragged and is_stanza(self.lines, unit.first, unit.last, self.layout):
            self._stanza(unit.first, unit.last)
        elif run > index + 1:
            self._stanza(unit.first, units[run - 1].last)
            return run
        elif self._set_in(unit):
            return self._quotation(units, index)
        else:
            self.blocks.append(Block("p", unit.first, unit.last))
        return index + 1

    def _stanza(self, first: int, last: int) -> None:
        parts = verse_lines(self.lines, first, last)
        self.blocks.append(Block("lg", first, last, Certainty.MEDIUM, parts=parts))

    def _run_of_lines(self, units: Sequence[Unit], index: int) -> int:
        """In a text of one paragraph a line: the unit after a run of short lines that are a stanza; `index` if none."""
        if self.layout.width or len(self.lines[units[index].first].text) > LONGEST_VERSE:
            return index
        end = self._end_of_run(units, index)
        if self.tries > MOST_TRIES:
            return index
        whole = units[index].gap > 0 or index == 0
        closed = end == len(units) or units[end].gap > 0
        if end - index < (2 if whole and closed and self.layout.gap else 3):
            return index
        return end if is_stanza(self.lines, units[index].first, units[end - 1].last, self.layout) else index

    def _end_of_run(self, units: Sequence[Unit], index: int) -> int:
        """The unit after the run of short lines in which a unit stands; it is looked for once a run."""
        self.tries += 1
        if index < self.run_end:
            return self.run_end
        self.tries = 0
        end = index + 1
        while end < len(units) and units[end].gap == 0 and not units[end].page and self._short_line(units[end]):
            end += 1
        self.run_end = end
        return end

    def _short_line(self, unit: Unit) -> bool:
        """Whether a unit is one line that may be verse."""
        text = self.lines[unit.first].text
        return unit.last - unit.first == 1 and len(text) <= LONGEST_VERSE and not unit.kind and not is_rule(text)

    def _set_in(self, unit: Unit) -> bool:
        """Whether a unit of hard-wrapped prose is set in from the margin as a whole."""
        if not self.layout.width or unit.last - unit.first < 2:
            return False
        return min(line.indent for line in self.lines[unit.first : unit.last]) >= self.layout.margin + 2

    def _quotation(self, units: Sequence[Unit], index: int) -> int:
        """A block quotation: neighbouring units that are set in."""
        first = len(self.blocks)
        while index < len(units) and self._set_in(units[index]) and not units[index].kind:
            unit = units[index]
            if unit.ragged and is_stanza(self.lines, unit.first, unit.last, self.layout):
                self._stanza(unit.first, unit.last)
            else:
                self.blocks.append(Block("p", unit.first, unit.last))
            index += 1
        self.wraps.append(Wrap("block-quote", first, len(self.blocks)))
        return index

    def _epigraph(self, units: Sequence[Unit]) -> int:
        """How many units at a section's start are a motto with its source, and what they are."""
        if len(units) < 2 or len(self.lines[units[1].first].text) > 70 or units[1].last - units[1].first > 1:
            return 0
        if units[0].block or units[1].block:
            return 0
        motto, source = units[0], self.lines[units[1].first].text
        text = self.lines[motto.first].text
        stanza = motto.ragged and is_stanza(self.lines, motto.first, motto.last, self.layout)
        if not ATTRIBUTION.match(source) or not (stanza or self._set_in(motto) or text[0] in "\"“„«‘'_"):
            return 0
        first = len(self.blocks)
        if stanza:
            self._stanza(motto.first, motto.last)
        else:
            self.blocks.append(Block("p", motto.first, motto.last, Certainty.MEDIUM))
        self.blocks.append(Block("p", units[1].first, units[1].last, Certainty.MEDIUM))
        self.wraps.append(Wrap("epigraph", first, len(self.blocks)))
        return 2


def shaped(
    lines: Sequence[Line], units: Sequence[Unit], heads: Mapping[int, Block], leading: Sequence[Block], layout: Layout
) -> tuple[list[Block], list[Wrap]]:
    """The blocks of a text whose first units are the title page's, and what wraps several of them."""
    shaper = Shaper(lines, layout)
    for block in leading:
        shaper.head(block)
    start, head = len(leading), None
    for index in [*sorted(index for index in heads if index >= len(leading)), len(units)]:
        if start < index:
            shaper.section(units[start:index], head)
        if index < len(units):
            head = heads[index]
            shaper.head(head)
        start = index + 1
    return shaper.blocks, shaper.wraps
