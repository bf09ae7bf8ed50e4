"""Notes: bodies and the markers that lead to them, paired (TEI P5, 3.9).

A body is a unit that begins with a label; so do list items and heads. What makes it a note is a marker of the same value
in the text before it, in the order of the other notes. Nothing is a note by its look alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from toolkit.readers.plain.labels import Label, label_at
from toolkit.readers.plain.layout import Layout
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.markers import Marker, markers_of
from toolkit.readers.plain.pairing import Point, chain
from toolkit.readers.plain.signs import is_rule, keyword_head, numbered_head
from toolkit.readers.plain.units import Unit

KINDS = (
    ("translator", r"translator['’]?s? note|note (?:by|of) the translator|\btr(?:ans)?\.?[\])]?$|[—–-] ?tr(?:ans)?\.|\[tr(?:ans(?:l)?)?\.?\]|n\. ?d\. ?t\.|"
     r"note du traducteur|anm(?:erkung|\.)? d(?:es|\.) übers|a\. ?d\. ?ü\."),
    ("editor", r"editor['’]?s? note|note (?:by|of) the editor|\bed\.?[\])]?$|[—–-] ?ed\.|\[eds?\.?\]|n\. ?d\. ?l\. ?r\.|n\. ?d\. ?e\.|"
     r"note de l['’]éditeur|anm(?:erkung|\.)? d(?:es|\.) (?:hrsg|herausg)|a\. ?d\. ?h\."),
    ("author", r"author['’]?s? note|note (?:by|of) the author|\[auth?\.?\]|n\. ?d\. ?a\.|note de l['’]auteur|anm(?:erkung|\.)? d(?:es|\.) verf|a\. ?d\. ?v\."),
)  # fmt: skip
TYPES = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in KINDS)


@dataclass(frozen=True, slots=True)
class Note:
    """A note that has a marker.

    id: its key in the document. start, end: its body with the label. label_end: where the label ends.
    paragraphs: stretches of its paragraphs, where there is more than one. markers: the stretches that lead to it.
    """

    id: str
    value: str
    start: int
    end: int
    label_end: int
    place: str
    type: str
    markers: tuple[tuple[int, int], ...]
    paragraphs: tuple[tuple[int, int], ...] = ()
    sure: bool = True


@dataclass(frozen=True)
class Notes:
    """units: indexes of the units that are note bodies. remarks: code, offset, values."""

    notes: tuple[Note, ...] = ()
    units: frozenset[int] = frozenset()
    remarks: tuple[tuple[str, int, Mapping[str, str]], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Body:
    """A unit that may be a note. weight: how much it looks like one; zone: it stands where notes stand."""

    unit: int
    offset: int
    label: Label
    weight: float
    zone: bool


def notes_of(text: str, lines: Sequence[Line], units: Sequence[Unit], layout: Layout) -> Notes:
    """The notes of a text."""
    bodies = list(_bodies(lines, units))
    if not bodies:
        return Notes()
    labels = {body.offset for body in bodies}
    markers = [m for m in markers_of(text, {body.label.value for body in bodies}) if m.start not in labels]
    pairs: dict[int, Marker] = {}
    for family in ("number", "symbol", "letter"):
        of_family = [body for body in bodies if body.label.family == family]
        pairs |= _paired(of_family, [marker for marker in markers if marker.family == family])
    return _made(text, lines, units, bodies, pairs, markers)


def _bodies(lines: Sequence[Line], units: Sequence[Unit]) -> Iterator[Body]:
    """The units that begin with a label, and how likely each is a note."""
    zone = False
    labels = [label_at(lines[unit.first].text) for unit in units]
    for index, unit in enumerate(units):
        first = lines[unit.first]
        label = labels[index]
        head = keyword_head(first.text) if len(first.text) < 100 else None
        if head:
            zone = head.kind == "notes"
        elif unit.last - unit.first == 1 and is_rule(first.text):
            zone = index + 1 < len(units) and labels[index + 1] is not None
        if not label or (head and not label.explicit):
            if unit.page:
                zone = False
            continue
        weight = 1.5 if label.explicit else 1.2 if zone else 1.0
        if not zone and not label.strong and _heads_a_section(lines, units, labels, index):
            weight = 0.3
        yield Body(index, first.start, label, weight, zone or label.explicit)


def _heads_a_section(lines: Sequence[Line], units: Sequence[Unit], labels: Sequence[Label | None], index: int) -> bool:
    """Whether a labelled unit looks like a head: short, without a full stop, and not next to another note."""
    unit = units[index]
    text = lines[unit.first].text
    if unit.last - unit.first > 1 or not numbered_head(text) or re.search(r"[.!?]['\"”’)\]]*$", text):
        return False
    label = labels[index]
    for other in (index - 1, index + 1):
        near = labels[other] if 0 <= other < len(labels) else None
        if near and label and near.style == label.style:
            return False
    return True


def _paired(bodies: list[Body], markers: list[Marker]) -> dict[int, Marker]:
    """Unit index -> marker, for the bodies of one family."""
    if not bodies or not markers:
        return {}
    shares = _shares(bodies, markers)
    weighed = [replace(body, weight=body.weight * shares[body.unit]) for body in bodies]
    first = _chained(weighed, markers)
    styles = Counter(marker.style for marker in first.values())
    if not styles:
        return {}
    common = max(styles.values())
    favoured = [m._replace(weight=m.weight * (0.25 + styles[m.style] / common)) for m in markers]
    chosen = _chained(weighed, favoured)
    by_start = {marker.start: marker for marker in markers}
    return {
        unit: by_start[marker.start] for unit, marker in chosen.items() if _believable(unit, chosen, weighed, styles)
    }


def _believable(unit: int, chosen: Mapping[int, Marker], bodies: Sequence[Body], styles: Counter[str]) -> bool:
    """Whether a pair holds: by a marker that can be nothing else, by its zone, or by the company of other pairs."""
    marker = chosen[unit]
    body = next(body for body in bodies if body.unit == unit)
    if marker.weight * body.weight >= 1.4 or body.zone:
        return True
    return styles[marker.style] >= 3 and body.weight >= 0.5 and marker.weight >= 0.8


def _chained(bodies: Sequence[Body], markers: Sequence[Marker]) -> dict[int, Marker]:
    points = [Point(body.offset, body.label.value, body.weight) for body in bodies]
    pairs = chain([Point(m.start, m.value, m.weight) for m in markers], points)
    return {bodies[body].unit: markers[marker] for body, marker in pairs.items()}


def _shares(bodies: Sequence[Body], markers: Sequence[Marker]) -> dict[int, float]:
    """Unit index -> which share of its series has markers: a numbered list has few or none."""
    series: dict[str, list[list[Body]]] = {}
    for body in bodies:
        runs = series.setdefault(body.label.style, [[]])
        if runs[-1] and _order(body) <= _order(runs[-1][-1]):
            runs.append([])
        runs[-1].append(body)
    shares = {}
    for runs in series.values():
        for run in runs:
            share = len(_chained(run, markers)) / len(run)
            shares.update(dict.fromkeys((body.unit for body in run), share))
    return shares


def _order(body: Body) -> int:
    """The place of a label in its series; symbols have none."""
    value = body.label.value
    return int(value) if value.isdigit() else ord(value[0]) if value.isalpha() else 0


def _made(
    text: str,
    lines: Sequence[Line],
    units: Sequence[Unit],
    bodies: Sequence[Body],
    pairs: Mapping[int, Marker],
    markers: Sequence[Marker],
) -> Notes:
    """The notes of the pairs, with the units that continue them, and what is left alone."""
    taken: dict[int, int] = {}
    labelled = {body.unit: body for body in bodies}
    starts = sorted(marker.start for marker in pairs.values())
    notes = []
    order = sorted(pairs, key=lambda unit: (pairs[unit].start, unit))
    more = _second_references(pairs, markers, units, lines)
    for number, unit in enumerate(order, 1):
        body, marker = labelled[unit], pairs[unit]
        last = _last_unit(lines, units, labelled, pairs, unit, starts)
        taken.update(dict.fromkeys(range(unit, last + 1), unit))
        end = lines[units[last].last - 1].end
        label_end = body.offset + len(text[body.offset : body.offset + body.label.length].rstrip())
        spans = [(lines[units[i].first].start, lines[units[i].last - 1].end) for i in range(unit, last + 1)]
        notes.append(
            Note(
                f"note-{number}",
                body.label.value,
                body.offset,
                end,
                label_end,
                "end" if body.zone and not body.label.explicit else "bottom",
                _type(text[body.offset : end]),
                ((marker.start, marker.end), *more.get(unit, ())),
                tuple(spans) if len(spans) > 1 else (),
                marker.weight * body.weight >= 1.4,
            )
        )
    lonely = [body for body in bodies if body.unit not in taken and (body.zone or _amid(body, bodies, pairs))]
    remarks = [("R011", body.offset, {"label": body.label.value or "?"}) for body in lonely]
    return Notes(tuple(notes), frozenset(taken), tuple(remarks))


def _amid(body: Body, bodies: Sequence[Body], pairs: Mapping[int, Marker]) -> bool:
    """Whether a body without marker stands between notes of its series."""
    near = [b for b in bodies if b.label.style == body.label.style and abs(b.unit - body.unit) <= 2 and b.unit in pairs]
    return len(near) > 1


def _second_references(
    pairs: Mapping[int, Marker], markers: Sequence[Marker], units: Sequence[Unit], lines: Sequence[Line]
) -> dict[int, tuple[tuple[int, int], ...]]:
    """Unit index -> further markers that lead to its note: strong ones, whose value only one note has."""
    used = {marker.start for marker in pairs.values()}
    by_value: dict[str, list[int]] = {}
    for unit, marker in pairs.items():
        by_value.setdefault(marker.value, []).append(unit)
    more: dict[int, tuple[tuple[int, int], ...]] = {}
    for marker in markers:
        owners = by_value.get(marker.value, [])
        if marker.start in used or len(owners) != 1 or marker.weight < 3 or marker.style != pairs[owners[0]].style:
            continue
        if marker.family == "number" and marker.style != "touching":
            more[owners[0]] = (*more.get(owners[0], ()), (marker.start, marker.end))
    return more


def _last_unit(
    lines: Sequence[Line],
    units: Sequence[Unit],
    labelled: Mapping[int, Body],
    pairs: Mapping[int, Marker],
    unit: int,
    marker_starts: Sequence[int],
) -> int:
    """The last unit of the note that begins at `unit`."""
    following = next((other for other in range(unit + 1, len(units)) if other in labelled), len(units))
    if labelled[unit].label.explicit and lines[units[unit].first].text.startswith("["):
        return _closed_by_bracket(lines, units, unit, following)
    stop = unit + 1
    while stop < following and not _ends_notes(lines, units[stop], marker_starts):
        stop += 1
    here = lines[units[unit].first].start
    contiguous = stop == following and following in pairs and pairs[following].start < here
    zone_to_end = labelled[unit].zone and (stop == len(units) or (stop < following and _is_head(lines, units[stop])))
    if contiguous or zone_to_end:
        return stop - 1
    return unit


def _closed_by_bracket(lines: Sequence[Line], units: Sequence[Unit], unit: int, following: int) -> int:
    """ "[Footnote 3: ..." runs to its closing bracket, over paragraphs."""
    depth = 0
    for other in range(unit, min(following, unit + 12)):
        for line in lines[units[other].first : units[other].last]:
            depth += line.text.count("[") - line.text.count("]")
        if depth <= 0:
            return other
    return unit


def _ends_notes(lines: Sequence[Line], unit: Unit, marker_starts: Sequence[int]) -> bool:
    """Whether the text goes on at this unit: a head, a rule, a new page, or a paragraph that holds a marker."""
    start, end = lines[unit.first].start, lines[unit.last - 1].end
    if unit.page or is_rule(lines[unit.first].text) or _is_head(lines, unit):
        return True
    return any(start <= marker < end for marker in marker_starts)


def _is_head(lines: Sequence[Line], unit: Unit) -> bool:
    text = lines[unit.first].text
    short = unit.last - unit.first == 1 and len(text) < 100
    return short and (keyword_head(text) is not None or (text.isupper() and len(text) > 3))


def _type(body: str) -> str:
    """Whose the note is, where it says so: "translator", "editor", "author", or ""."""
    edges = (body[:80], body[-40:].strip())
    return next((kind for kind, pattern in TYPES if any(pattern.search(edge) for edge in edges)), "")
