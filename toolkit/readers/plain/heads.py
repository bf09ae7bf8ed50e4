"""Heads: which units name a division. A false head costs more than a missed one, so doubt leaves a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from toolkit.model.annotation import Certainty
from toolkit.readers.plain.blocks import Block
from toolkit.readers.plain.layout import Layout
from toolkit.readers.plain.letters import is_date_alone, is_dated, is_dateline, is_postscript, is_salute, is_valediction
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.signs import (
    LONGEST_HEAD,
    Head,
    bare_number,
    is_rule,
    keyword_head,
    number_value,
    numbered_head,
    underlines,
)
from toolkit.readers.plain.units import Unit
from toolkit.readers.plain.verse import is_stanza

SHORT = 70
SENTENCE_END = re.compile(r"[,;:\-–—―]$|[.!?…]['\"”’)]*$")
FULL_STOP = re.compile(r"[.!?…]['\"”’»)\]]*(?:\[?\d{1,3}\]?|[*†‡])?$")
CLAUSE_END = re.compile(r"[.;,]['\"”’)]*$")
MARKED_HEAD = re.compile(r"(#{1,6})\s+(?=[^\s#])")
MARKED = "\"“'‘«„([*†‡-–—_"


def heads_of(lines: Sequence[Line], units: Sequence[Unit], layout: Layout) -> dict[int, Block]:
    """Unit index -> its head. Surer signs are looked for first; a table of contents holds no heads."""
    finder = Finder(lines, units, layout)
    found = finder.by_word()
    for rule in (finder.numbered, finder.bare, finder.dated, finder.capitals, finder.titles, finder.short):
        found |= rule(found)
    return found


class Finder:
    """The units of one text, looked at one rule after the other."""

    def __init__(self, lines: Sequence[Line], units: Sequence[Unit], layout: Layout) -> None:
        self.lines, self.units, self.layout = lines, units, layout
        self.texts = [self._text(unit) for unit in units]
        self.listed: set[int] = set()  # units of tables of contents

    def _text(self, unit: Unit) -> str:
        """A short unit's text on one line; "" for a unit too long to be a head."""
        if unit.last - unit.first > 3 or unit.kind:
            return ""
        text = " ".join(line.text for line in self.lines[unit.first : unit.last])
        return text if len(text) <= 2 * LONGEST_HEAD else ""

    def _block(self, index: int, head: Head, cert: Certainty = Certainty.HIGH) -> Block:
        unit = self.units[index]
        return Block("head", unit.first, unit.last, cert, head)

    def by_word(self) -> dict[int, Block]:
        """Heads by a word ("Chapter 4", "Preface") or an underline."""
        found: dict[int, Block] = {}
        for index, text in enumerate(self.texts):
            if not text or index in self.listed:
                continue
            head = self._marked(index) or self._underlined(index) or self._worded(index)
            if head:
                found[index] = head
                if head.head and head.head.kind in ("contents", "castlist"):
                    cast = head.head.kind == "castlist"
                    self.listed.update(range(index + 1, self._end_of_contents(index + 1, cast=cast)))
        return found

    def _marked(self, index: int) -> Block | None:
        """ "## The River": as many signs as its level has."""
        unit, text = self.units[index], self.texts[index]
        match = MARKED_HEAD.match(text) if text[0] == "#" and unit.last - unit.first == 1 else None
        if not match or len(text) > LONGEST_HEAD:
            return None
        title = text[match.end() :]
        named = keyword_head(title) or numbered_head(title) or Head("", title=title)
        head = Head(f"marked{len(match[1])}", named.kind, named.number, named.title, named.rank, True)
        start = self.lines[unit.first].start
        return Block("head", unit.first, unit.last, head=head, omitted=((start, start + match.end()),))

    def _underlined(self, index: int) -> Block | None:
        unit = self.units[index]
        if unit.last - unit.first != 2:
            return None
        title, mark = self.lines[unit.first], self.lines[unit.last - 1]
        if not underlines(mark.text, title.text):
            return None
        named = keyword_head(title.text) or numbered_head(title.text) or Head("", title=title.text)
        head = Head(f"underline{mark.text[0]}", named.kind, named.number, named.title, named.rank, True)
        return Block("head", unit.first, unit.last, head=head, omitted=((mark.start, mark.end),))

    def _worded(self, index: int) -> Block | None:
        unit, text = self.units[index], self.texts[index]
        head = keyword_head(text)
        if not head and unit.last - unit.first > 1:
            head = keyword_head(self.lines[unit.first].text)
            if head and (head.title or not unit.ragged):
                return None
        low = head and self.layout.cased and text[0].islower() and not (head.number and not head.title)
        if not head or low or not self._parted(index):
            return None
        return self._block(index, head)

    def _end_of_contents(self, start: int, *, cast: bool) -> int:
        """The unit after a table of contents: at prose, at a wider gap, or where its first entry comes again.

        A list of the cast ends with the first act.
        """
        if start >= len(self.units):
            return start
        single = [
            self.units[i].gap
            for i in range(start + 1, len(self.units))
            if not self._several(i) and not self._several(i - 1)
        ]
        widest = max(single[0] if single else 0, self.layout.gap, 1)
        opening = self.lines[self.units[start].first].text
        first, worded = _entry(opening), keyword_head(opening) is not None
        for index in range(start + 1, len(self.units)):
            text = self.texts[index]
            head = keyword_head(text) if text else None
            # Entries "I. The Road" are no "CHAPTER I": there the text begins.
            untold = head and head.number and not head.title and index > start and not worded
            if (cast and head) or untold:
                return index
            if _entry(text) == first or self.units[index].gap > widest or (not text and not self._several(index)):
                return index
        return len(self.units)

    def _several(self, index: int) -> bool:
        """Whether a unit is a list or a block of short lines: several entries at once."""
        unit = self.units[index]
        return bool(unit.kind) or (unit.ragged and unit.last - unit.first > 2)

    def _parted(self, index: int) -> bool:
        """Whether a unit stands apart enough to be a head: not in the middle of a sentence."""
        if index == 0 or self.units[index].gap or not self.layout.width:
            return True
        return self.lines[self.units[index].first - 1].finished

    def _long(self, index: int) -> bool:
        """Whether a unit holds prose, longer than a head."""
        if not 0 <= index < len(self.units):
            return False
        unit, text = self.units[index], self.texts[index]
        return not text or unit.last - unit.first >= 3 or len(text) > LONGEST_HEAD

    def _prose_after(self, index: int) -> bool:
        """Whether prose follows a unit, at once or after one more short unit."""
        return self._prose(index + 1) or self._prose(index + 2)

    def _prose(self, index: int) -> bool:
        """Whether a unit is long, or a whole sentence of some words."""
        if not 0 <= index < len(self.units):
            return False
        text = self.texts[index]
        return self._long(index) or (len(text) >= 40 and FULL_STOP.search(text) is not None)

    def _sentence(self, index: int) -> bool:
        """Whether a unit is a sentence, however short, and no item of a list."""
        text = self.texts[index] if index < len(self.units) else ""
        return len(text.split()) >= 2 and FULL_STOP.search(text) is not None and not text[0].isdigit()

    def _may_head(self, index: int, found: dict[int, Block]) -> bool:
        """Whether a unit is short, stands apart, and is nothing of a letter."""
        text = self.texts[index]
        if not self._stands_apart(index, found) or is_salute(text) or is_valediction(text):
            return False
        return not (len(text) <= 45 and is_dated(text) and is_dateline(text))

    def _stands_apart(self, index: int, found: dict[int, Block]) -> bool:
        """Whether a unit is short, and parted from what stands before it."""
        text, unit = self.texts[index], self.units[index]
        if not text or index in found or index in self.listed or len(text) > LONGEST_HEAD:
            return False
        return unit.last - unit.first <= 2 and (self._parted(index) or index - 1 in found) and not is_rule(text)

    def numbered(self, found: dict[int, Block]) -> dict[int, Block]:
        """Heads "1. title": in sequence, with prose between them; a run of them without prose is a list."""
        runs: dict[str, list[tuple[int, Head]]] = {}
        numbers: set[str] = set()
        for index, text in enumerate(self.texts):
            head = numbered_head(text) if text and text[0] not in "([" else None
            if not head or (CLAUSE_END.search(head.title) and not head.title.isupper()):
                continue
            # "1.1 Sources" under "1. Introduction" is no day and month.
            within = head.number.rpartition(".")[0] in numbers
            if self._stands_apart(index, found) if within else self._may_head(index, found):
                numbers.add(head.number)
                runs.setdefault(head.style, []).append((index, head))
        return {
            index: self._block(index, head)
            for run in runs.values()
            for place, (index, head) in enumerate(run)
            if (self._prose(index + 1) or (len(run) > 1 and self._sentence(index + 1))) and self._counts(run, place)
        }

    def _counts(self, run: Sequence[tuple[int, Head]], place: int) -> bool:
        """Whether a numbered head has a neighbour in its run, or begins and ends one."""
        head = run[place][1]
        value = number_value(head.number)
        near = [run[other][1] for other in (place - 1, place + 1) if 0 <= other < len(run)]
        if any(abs(number_value(other.number) - value) == 1 for other in near) or "." in head.number:
            return True
        return value == 1 and len(run) == 1

    def bare(self, found: dict[int, Block]) -> dict[int, Block]:
        """Heads "IV": a number alone, counting up from one."""
        expected: Counter[str] = Counter()
        heads: dict[int, Block] = {}
        for index, text in enumerate(self.texts):
            head = bare_number(text) if text and len(text) < 20 else None
            if (
                not head
                or not self._may_head(index, found)
                or not (self.units[index].gap or not self.layout.width or index == 0)
            ):
                continue
            value = number_value(head.number)
            if value and value in (1, expected[head.style] + 1) and index + 1 < len(self.units):
                expected[head.style] = value
                heads[index] = self._block(index, head)
        alone = Counter(block.head.style for block in heads.values() if block.head)
        return {
            index: block
            for index, block in heads.items()
            if block.head and (alone[block.head.style] > 1 or block.head.style == "bare-roman" or index - 1 in found)
        }

    def dated(self, found: dict[int, Block]) -> dict[int, Block]:
        """Dates that stand alone before prose, as over the entries of a diary: two at least, and no letters there."""
        dates: dict[int, Block] = {}
        for index, text in enumerate(self.texts):
            if not text or len(text) > SHORT or index in self.listed or not is_date_alone(text):
                continue
            if self._parted(index) and index not in found and (self._prose(index + 1) or self._sentence(index + 1)):
                dates[index] = self._block(index, Head("dated", "entry", title=text), Certainty.MEDIUM)
        if len(dates) < 2 or any(text and (is_salute(text) or is_valediction(text)) for text in self.texts):
            return {}
        return dates

    def capitals(self, found: dict[int, Block]) -> dict[int, Block]:
        """Heads in capitals in a text that is not."""
        heads: dict[int, Block] = {}
        for index, text in enumerate(self.texts):
            if not self.layout.cased or text.upper() != text or not self._may_head(index, found):
                continue
            words = re.findall(r"[^\W\d_]{2,}", text)
            if not words or text[0] in MARKED or text[-1] in ",;:—-":
                continue
            if not self._prose_after(index) and not self._stanza_after(index):
                continue
            if self._set_off(index, found) and (len(words) > 1 or len(words[0]) > 2):
                heads[index] = self._block(index, Head("capitals", title=text), Certainty.MEDIUM)
        return heads

    def _set_off(self, index: int, found: dict[int, Block]) -> bool:
        """Whether more than a paragraph's gap parts a unit from the text, or another head does."""
        unit = self.units[index]
        if index == 0 or index - 1 in found or unit.gap > self.layout.gap or unit.page:
            return True
        if not self.lines[unit.first - 1].finished or not (unit.gap or not self.layout.width):
            return False
        after = self.texts[index + 1] or "-"
        parted = unit.gap and self.units[index + 1].gap and not is_salute(after) and not is_postscript(after)
        between = self._prose(index - 1) or is_dated(self.texts[index - 1])
        return bool(parted and (between or self._stanza_after(index))) or (
            self._long(index + 1) and self._long(index - 1)
        )

    def _stanza_after(self, index: int) -> bool:
        """Whether verse follows a unit, at once or after one more short unit."""
        for after in (index + 1, index + 2):
            if after >= len(self.units) or not self.units[after].gap:
                return False
            end = after + 1
            while end < len(self.units) and not self.units[end].gap:
                end += 1
            first, last = self.units[after].first, self.units[end - 1].last
            if last - first >= 3 and is_stanza(self.lines, first, last, self.layout):
                return True
        return False

    def titles(self, found: dict[int, Block]) -> dict[int, Block]:
        """The title on the line after "CHAPTER IV" or "1"."""
        heads: dict[int, Block] = {}
        doubtful: dict[int, str] = {}  # those that only their likes under other heads can confirm
        styles: set[str] = set()
        for index, block in found.items():
            after = index + 1
            if not block.head or not self._untitled(block) or not self._may_title(after, found):
                continue
            text = self.texts[after]
            short = not SENTENCE_END.search(text) and len(text) <= SHORT
            capitals = self.layout.cased and text.isupper()
            if (short and capitals and len(text) > 3) or (self._prose_after(after) and (short or self._high(text))):
                heads[after] = self._block(after, Head("title", title=text), Certainty.MEDIUM)
                styles.add(block.head.style)
            elif short:
                doubtful[after] = block.head.style
        for after, style in doubtful.items():
            if style in styles:
                heads[after] = self._block(after, Head("title", title=self.texts[after]), Certainty.LOW)
        return heads

    def _may_title(self, index: int, found: dict[int, Block]) -> bool:
        """Whether a unit under a number may be its title: something follows that is no head."""
        if index + 1 >= len(self.units) or index + 1 in found or not self._may_head(index, found):
            return False
        text = self.texts[index]
        return text[0] not in MARKED and not text[0].isdigit() and len(text) <= 100

    def _high(self, text: str) -> bool:
        """Whether most longer words of a line begin with capitals."""
        words = re.findall(r"[^\W\d_]{4,}", text)
        return bool(words) and self.layout.cased and sum(word[0].isupper() for word in words) >= 0.6 * len(words)

    def _untitled(self, block: Block) -> bool:
        """Whether a head is a number without its title."""
        return bool(block.head and block.head.number and not block.head.title and not block.omitted)

    def short(self, found: dict[int, Block]) -> dict[int, Block]:
        """Heads that only their shortness, their place and their missing full stop tell."""
        heads: dict[int, Block] = {}
        for index, text in enumerate(self.texts):
            if not text or len(text) > SHORT or SENTENCE_END.search(text) or self.units[index].soft:
                continue
            if not text[0].isalnum() or (self.layout.cased and text[0].islower()) or not self._may_head(index, found):
                continue
            if self._stands_alone(index):
                heads[index] = self._block(index, Head("short", title=text), Certainty.LOW)
        # In a text of a line a paragraph one short line proves nothing.
        return heads if self.layout.width or len(heads) > 1 or self._long_lines() else {}

    def _long_lines(self) -> bool:
        """Whether most lines are paragraphs of some length."""
        return 2 * sum(len(line.text) > 2 * LONGEST_HEAD for line in self.lines) > len(self.lines)

    def _stands_alone(self, index: int) -> bool:
        """A short unit before prose and after a whole paragraph."""
        unit, text = self.units[index], self.texts[index]
        if unit.last - unit.first > 1 or not self._long(index + 1):
            return False
        if index and not (self._prose(index - 1) and self.lines[unit.first - 1].finished):
            return False
        if self.layout.width:
            return unit.gap > self.layout.gap and len(text) < self.layout.width * 0.75
        return len(text.split()) <= 10


def _entry(text: str) -> str:
    """An entry of a table of contents without its leaders and page number, to be compared."""
    return re.sub(r"[\s.·…_]*\d*$", "", text).strip().casefold()
