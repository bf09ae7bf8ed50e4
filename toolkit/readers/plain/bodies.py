"""Bodies: the units that may be notes, by their labels, and how far a note reaches."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from toolkit.readers.plain.labels import Label, label_alone, label_at
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.markers import Marker
from toolkit.readers.plain.signs import is_rule, keyword_head, numbered_head
from toolkit.readers.plain.units import Unit

MOST_CONTINUING = 2
SENTENCE_END = re.compile(r"[.!?]['\"”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Body:
    """A unit that may be a note. weight: how much it looks like one. zone: it stands where notes stand.

    headed: under a head that says "Notes". foot: at the end of a page.
    """

    unit: int
    offset: int
    label: Label
    weight: float
    zone: bool
    headed: bool = False
    foot: bool = False

    @property
    def order(self) -> int:
        """The place of its label in a series; symbols have none."""
        value = self.label.value
        return int(value) if value.isdigit() else ord(value[0]) if value.isalpha() else 0


def bodies_of(lines: Sequence[Line], units: Sequence[Unit]) -> Iterator[Body]:
    """The units that begin with a label, and how likely each is a note."""
    labels = [label_at(lines[unit.first].text) for unit in units]
    feet = _page_feet(units, labels, len(lines))
    headed = ruled = False
    for index, unit in enumerate(units):
        first, label = lines[unit.first], labels[index]
        head = keyword_head(first.text) if len(first.text) < 100 else None
        ruled = ruled and not unit.page
        if head:
            headed, ruled = head.kind == "notes", False
        elif unit.last - unit.first == 1 and is_rule(first.text):
            ruled = index + 1 < len(units) and labels[index + 1] is not None
        if not label and (headed or ruled) and unit.last - unit.first == 1 and index + 1 < len(units):
            label = label_alone(first.text)
        if not label or (head and not label.explicit):
            continue
        zone = headed or ruled or label.explicit or index in feet
        weight = 1.5 if label.explicit else 1.2 if zone else 1.0
        if not zone and not label.strong and _heads_a_section(lines, units, labels, index):
            weight = 0.3
        if unit.soft and not label.strong:
            weight *= 0.8
        yield Body(index, first.start, label, weight, zone, headed, index in feet)


def _page_feet(units: Sequence[Unit], labels: Sequence[Label | None], lines: int) -> set[int]:
    """The labelled units with which pages end, in texts whose page ends can be seen."""
    feet: set[int] = set()
    for index in range(len(units) - 1, -1, -1):
        following = units[index + 1] if index + 1 < len(units) else None
        page = following.page if following else False
        at_end = page or units[index].last != (following.first if following else lines)
        if labels[index] and (at_end or index + 1 in feet):
            feet.add(index)
    return feet


def _heads_a_section(lines: Sequence[Line], units: Sequence[Unit], labels: Sequence[Label | None], index: int) -> bool:
    """Whether a labelled unit looks like a head: short, without a full stop, and not next to another note."""
    unit, label = units[index], labels[index]
    text = lines[unit.first].text
    if unit.last - unit.first > 1 or not numbered_head(text) or SENTENCE_END.search(text):
        return False
    near = [labels[other] for other in (index - 1, index + 1) if 0 <= other < len(labels)]
    return not any(other and label and other.style == label.style for other in near)


@dataclass(frozen=True)
class Reach:
    """How far notes reach, in a text whose bodies have been paired.

    labelled: unit -> body. pairs: unit -> marker. lonely: units of bodies of the series that have no marker.
    """

    lines: Sequence[Line]
    units: Sequence[Unit]
    labelled: Mapping[int, Body]
    pairs: Mapping[int, Marker]
    lonely: frozenset[int]

    @cached_property
    def _known(self) -> list[int]:
        """The units that begin notes, sorted."""
        return sorted({*self.pairs, *self.lonely})

    @cached_property
    def _cased(self) -> bool:
        """Whether capitals tell anything: the text has small letters too."""
        return any(map(str.islower, "".join(line.text for line in self.lines[:100])))

    @cached_property
    def _starts(self) -> list[int]:
        """The starts of the markers, sorted."""
        return sorted(marker.start for marker in self.pairs.values())

    def last_unit(self, unit: int) -> int:
        """The last unit of the note that begins at `unit`."""
        place = bisect_right(self._known, unit)
        following = self._known[place] if place < len(self._known) else len(self.units)
        body = self.labelled[unit]
        if body.label.explicit and self.lines[self.units[unit].first].text[0] == "[":
            return self._closed_by_bracket(unit, following)
        own = min(unit + (body.label.style == "alone"), following - 1)
        # Lines that a false label parted from the note belong to it.
        while own + 1 < following and self.units[own + 1].soft and self._adjoins(own + 1):
            own += 1
        stop = own + 1
        while stop < following and not self._text_goes_on(stop):
            stop += 1
        here = self.lines[self.units[unit].first].start
        marker = self.pairs.get(following)
        if stop == following and marker and marker.start < here:
            return stop - 1
        at_head = stop < following and self._is_head(stop)
        if (body.headed and (at_head or stop == len(self.units))) or (at_head and self._ends_section(unit, own, stop)):
            return stop - 1
        return self._indented(own, stop)

    def section_ends(self) -> set[int]:
        """The units of notes after which no text of their section comes."""
        ends: set[int] = set()
        index = len(self.units)
        closed = True
        for start in sorted(self.pairs, reverse=True):
            last = self.last_unit(start)
            between = range(last + 1, index)
            if between:
                closed = (index == len(self.units) and not between) or self._is_head(last + 1)
            if closed:
                ends.add(last)
            index = start
        return ends

    def _ends_section(self, unit: int, own: int, stop: int) -> bool:
        """Whether what stands between a note and the next head, at `stop`, goes on from it.

        It does where the section's notes stand together at its end: several of them on lines that follow one another,
        with text between the first and its marker; notes at the foot of a page have text after them in the same way,
        but then a page end shows, or more than a paragraph or two follow.
        """
        if not 1 <= stop - own - 1 <= MOST_CONTINUING or self.units[unit].gap:
            return False
        first = unit
        while first - 1 in self.pairs and self.units[first].gap == 0:
            first -= 1
        marker = self.pairs[first].start if first in self.pairs else -1
        before = self.units[first - 1] if first else None
        if first == unit or before is None or not 0 <= marker < self.lines[before.first].start:
            return False
        return self.lines[before.last - 1].finished

    def _adjoins(self, unit: int) -> bool:
        return self.units[unit].gap == 0 and not self.units[unit].page

    def _indented(self, own: int, stop: int) -> int:
        """Further paragraphs that are set in deeper than the note itself."""
        indent = self.lines[self.units[own].first].indent
        while own + 1 < stop and self._margin(own + 1) >= indent + 2:
            own += 1
        return own

    def _margin(self, unit: int) -> int:
        lines = self.lines[self.units[unit].first : self.units[unit].last]
        return min(line.indent for line in lines)

    def _closed_by_bracket(self, unit: int, following: int) -> int:
        """ "[Footnote 3: ..." runs to its closing bracket, over paragraphs."""
        depth = 0
        for other in range(unit, min(following, unit + 40)):
            for line in self.lines[self.units[other].first : self.units[other].last]:
                depth += line.text.count("[") - line.text.count("]")
            if depth <= 0:
                return other
        return unit

    def _text_goes_on(self, index: int) -> bool:
        """Whether the text goes on at a unit: a head, a rule, a new page, or a paragraph that holds a marker."""
        unit = self.units[index]
        start, end = self.lines[unit.first].start, self.lines[unit.last - 1].end
        if unit.page or is_rule(self.lines[unit.first].text) or self._is_head(index):
            return True
        return bisect_left(self._starts, start) < bisect_left(self._starts, end)

    def _is_head(self, index: int) -> bool:
        unit = self.units[index]
        text = self.lines[unit.first].text
        short = unit.last - unit.first == 1 and len(text) < 100
        return short and (keyword_head(text) is not None or (self._cased and text.isupper() and len(text) > 3))
