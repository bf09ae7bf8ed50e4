"""Heads: which units name a division. A false head costs more than a missed one, so doubt leaves a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.model.annotation import Certainty
from toolkit.readers.plain.blocks import Block
from toolkit.readers.plain.layout import Layout
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.signs import (
    LONGEST_HEAD,
    Head,
    bare_number,
    is_rule,
    keyword_head,
    numbered_head,
    roman_value,
    underlines,
)
from toolkit.readers.plain.units import Unit

SHORT = 70
UNTITLED_END = re.compile(r"[,;:\-–—]$|[.!?…]['\"”’)]*$")


def heads_of(lines: Sequence[Line], units: Sequence[Unit], layout: Layout) -> dict[int, Block]:
    """Unit index -> its head block; a block may take in the unit after it (a chapter's title, an underline)."""
    finder = _Finder(lines, units, layout)
    found = finder.strong()
    for rule in (finder.numbered, finder.bare, finder.capitals, finder.short):
        found |= rule(found)
    return found


class _Finder:
    """The units of one text, looked at one rule after the other."""

    def __init__(self, lines: Sequence[Line], units: Sequence[Unit], layout: Layout) -> None:
        self.lines, self.units, self.layout = lines, units, layout
        self.texts = [self._text(unit) for unit in units]

    def _text(self, unit: Unit) -> str:
        """A short unit's text on one line; "" for a unit too long to be a head."""
        if unit.last - unit.first > 3:
            return ""
        text = " ".join(line.text for line in self.lines[unit.first : unit.last])
        return text if len(text) <= 2 * LONGEST_HEAD else ""

    def strong(self) -> dict[int, Block]:
        """Heads by a word ("Chapter 4", "Preface") or an underline."""
        found: dict[int, Block] = {}
        for index, unit in enumerate(self.units):
            if index in found or not self.texts[index]:
                continue
            first = self.lines[unit.first]
            if unit.last - unit.first == 2 and underlines(self.lines[unit.last - 1].text, first.text):
                mark = self.lines[unit.last - 1]
                head = keyword_head(first.text) or numbered_head(first.text) or Head("", "", "", first.text)
                style = Head(f"underline{mark.text[0]}", head.kind, head.number, head.title, head.rank, True)
                found[index] = Block("head", unit.first, unit.last, head=style, omitted=((mark.start, mark.end),))
                continue
            head = keyword_head(first.text) if unit.last - unit.first == 1 else keyword_head(self.texts[index])
            if head and self._parted(index):
                found[index] = Block("head", unit.first, unit.last, head=head)
        return found

    def _parted(self, index: int) -> bool:
        """Whether a unit stands apart enough to be a head: not in the middle of a sentence."""
        if index == 0:
            return True
        before = self.lines[self.units[index].first - 1]
        return bool(self.units[index].gap) or before.finished or not self.layout.width

    def _long(self, index: int) -> bool:
        """Whether a unit holds prose, longer than a head."""
        if not 0 <= index < len(self.units):
            return False
        unit = self.units[index]
        return not self.texts[index] or unit.last - unit.first >= 3 or len(self.texts[index]) > LONGEST_HEAD

    def _headlike(self, index: int) -> bool:
        """Whether a unit is short, stands apart and does not end as a sentence of prose does."""
        text = self.texts[index]
        if not text or len(text) > LONGEST_HEAD or self.units[index].last - self.units[index].first > 2:
            return False
        return self._parted(index)

    def numbered(self, found: dict[int, Block]) -> dict[int, Block]:
        """Heads "1. title": in sequence, with prose between them; a run of them without prose is a list."""
        candidates: dict[str, list[tuple[int, Head]]] = {}
        for index, text in enumerate(self.texts):
            head = numbered_head(text) if index not in found and self._headlike(index) else None
            if head and not self._sentence(head):
                candidates.setdefault(head.style, []).append((index, head))
        heads: dict[int, Block] = {}
        for run in candidates.values():
            for index, head in self._in_sequence(run):
                unit = self.units[index]
                heads[index] = Block("head", unit.first, unit.last, Certainty.HIGH, head=head)
        return heads

    def _sentence(self, head: Head) -> bool:
        return bool(re.search(r"[.;,]['\"”’)]*$", head.title)) and not head.title.isupper()

    def _in_sequence(self, run: list[tuple[int, Head]]) -> list[tuple[int, Head]]:
        """Those of one style that count up with prose between them; one alone must be the first of its kind."""
        good = []
        for place, (index, head) in enumerate(run):
            prose = self._prose_after(index)
            value = _value(head.number)
            neighbours = [run[other] for other in (place - 1, place + 1) if 0 <= other < len(run)]
            counts = any(abs(_value(other.number) - value) == 1 for _, other in neighbours) or "." in head.number
            if prose and (counts or (value == 1 and len(run) == 1 and self._prose_after(index))):
                good.append((index, head))
        return good

    def _prose_after(self, index: int) -> bool:
        """Whether prose follows a unit, at once or after one more short unit."""
        return self._long(index + 1) or (index + 2 < len(self.units) and self._long(index + 2))

    def bare(self, found: dict[int, Block]) -> dict[int, Block]:
        """Heads "IV": a number alone, counting up from one."""
        expected: dict[str, int] = {}
        heads: dict[int, Block] = {}
        for index, text in enumerate(self.texts):
            head = bare_number(text) if text and index not in found else None
            if (
                not head
                or not self._parted(index)
                or not (self.units[index].gap or not self.layout.width or index == 0)
            ):
                continue
            value = _value(head.number)
            if value and value in (1, expected.get(head.style, 1)) and index + 1 < len(self.units):
                expected[head.style] = value + 1
                unit = self.units[index]
                heads[index] = Block("head", unit.first, unit.last, head=head)
        return heads

    def capitals(self, found: dict[int, Block]) -> dict[int, Block]:
        """Heads in capitals in a text that is not."""
        heads: dict[int, Block] = {}
        if not self.layout.cased:
            return heads
        for index, text in enumerate(self.texts):
            letters = [character for character in text if character.isalpha()]
            if index in found or len(letters) < 3 or not text.upper() == text or text[0] in "\"“'‘«„([":
                continue
            if text[-1] in ",;:—-" or is_rule(text) or not self._headlike(index) or not self._prose_after(index):
                continue
            unit = self.units[index]
            if unit.gap or (not self.layout.width and len(text) < SHORT):
                heads[index] = Block(
                    "head", unit.first, unit.last, Certainty.MEDIUM, head=Head("capitals", "", "", text)
                )
        return heads

    def short(self, found: dict[int, Block]) -> dict[int, Block]:
        """Heads that only their shortness, their place and their missing full stop tell."""
        heads: dict[int, Block] = {}
        for index, text in enumerate(self.texts):
            if index in found or not text or len(text) > SHORT or UNTITLED_END.search(text) or self.units[index].soft:
                continue
            if self._stands_alone(index) and text[0].isalnum() and not (self.layout.cased and text[0].islower()):
                unit = self.units[index]
                heads[index] = Block("head", unit.first, unit.last, Certainty.LOW, head=Head("short", "", "", text))
        return heads

    def _stands_alone(self, index: int) -> bool:
        """A short unit before prose and after a whole paragraph."""
        unit = self.units[index]
        if unit.last - unit.first > 1 or not self._long(index + 1):
            return False
        if index and not self._long(index - 1):
            return False
        if index and not self.lines[unit.first - 1].finished:
            return False
        if self.layout.width:
            return unit.gap >= 2 and len(self.texts[index]) < self.layout.width * 0.75
        return self.layout.typical > 2 * LONGEST_HEAD and len(self.texts[index].split()) <= 10


def _value(number: str) -> int:
    last = number.rsplit(".", 1)[-1]
    if len(last) == 1 and last.isalpha() and not roman_value(last):
        return ord(last.lower()) - 96
    return roman_value(last)
