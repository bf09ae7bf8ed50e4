"""Notes: bodies and the markers that lead to them, paired (TEI P5, 3.9).

A body is a unit that begins with a label; so do list items and heads. What makes it a note is a marker of the same
value in the text before it, in the order of the other notes. Nothing is a note by its look alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from toolkit.readers.plain.bodies import Body, Reach, bodies_of
from toolkit.readers.plain.continuing import continuations
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.markers import Marker, markers_of
from toolkit.readers.plain.pairing import Point, chain
from toolkit.readers.plain.strays import strays
from toolkit.readers.plain.units import Unit

TRANSLATOR = (
    r"translator['’]?s? note|note (?:by|of) the translator|(?:[\[(]|[—–-] ?)tr(?:ans(?:l)?)?\.?[\])]?$|"
    r"\[tr(?:ans(?:l)?)?\.?\]|"
    r"n\. ?d\. ?t\.|note du traducteur|anm(?:erkung|\.)? d(?:es|\.) übers|a\. ?d\. ?ü\."
)
EDITOR = (
    r"editor['’]?s? note|note (?:by|of) the editor|(?:[\[(]|[—–-] ?)eds?\.?[\])]?$|\[eds?\.?\]|^\W*\w?\W*ed\.:|n\. "
    r"?d\. ?l\. ?r\.|"
    r"n\. ?d\. ?e\.|note de l['’]éditeur|anm(?:erkung|\.)? d(?:es|\.) (?:hrsg|herausg)|a\. ?d\. ?h\."
)
AUTHOR = (
    r"author['’]?s? note|note (?:by|of) the author|\[auth?\.?\]|n\. ?d\. ?a\.|note de l['’]auteur|"
    r"anm(?:erkung|\.)? d(?:es|\.) verf|a\. ?d\. ?v\."
)
TYPES = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (("translator", TRANSLATOR), ("editor", EDITOR), ("author", AUTHOR))
)
DRAWN = re.compile(r"^[-_—–=]{3,}$")
SURE = 1.4
NEAR = 80
HEADLIKE = 0.5
LAST_FEW = 4
# So many sure pairs of a run, however long it is, speak for the others.
ENOUGH = 5


@dataclass(frozen=True, slots=True)
class Note:
    """A note that has a marker.

    id: its key in the document. first, last: its first line and the line after its last. start, end: its body with the
    label. label_end: where the label ends. markers: the stretches that lead to it. paragraphs: first line and line
    after the last of each. sure: whether its marker can be nothing else. more: first line and line after the last of
    the piece at the foot of the next page with which it goes on.
    """

    id: str
    value: str
    first: int
    last: int
    start: int
    end: int
    label_end: int
    place: str
    type: str
    markers: tuple[tuple[int, int], ...]
    paragraphs: tuple[tuple[int, int], ...] = ()
    sure: bool = True
    more: tuple[int, int] | None = None


@dataclass(frozen=True)
class Notes:
    """units: indexes of the units that are note bodies. rules: of the drawn lines that part them from the text.

    remarks: code, offset, values.
    """

    notes: tuple[Note, ...] = ()
    units: frozenset[int] = frozenset()
    rules: frozenset[int] = frozenset()
    remarks: tuple[tuple[str, int, Mapping[str, str]], ...] = field(default=())


def notes_of(text: str, lines: Sequence[Line], units: Sequence[Unit]) -> Notes:
    """The notes of a text."""
    bodies = list(bodies_of(lines, units))
    if not bodies:
        return Notes()
    labels = {body.offset for body in bodies if not units[body.unit].soft}
    markers = [m for m in markers_of(text, {body.label.value for body in bodies}) if m.start not in labels]
    pairs: dict[int, Marker] = {}
    for family in ("number", "symbol", "letter", "name"):
        of_family = [body for body in bodies if body.label.family == family and body.unit not in pairs]
        outside = [marker for marker in markers if marker.family == family]
        pairs |= _without_nested(_paired(of_family, _outside(outside, bodies, pairs, lines, units)), lines, units)
    begun = {body.offset for body in bodies if body.unit in pairs}
    pairs = {unit: marker for unit, marker in pairs.items() if marker.start not in begun}
    styles = frozenset(body.label.style for body in bodies if body.unit in pairs)
    labelled = {body.unit: body for body in bodies}
    lonely = frozenset(
        body.unit
        for body in bodies
        if body.unit not in pairs and _lonely(body, labelled, pairs, styles, soft=units[body.unit].soft)
    )
    reach = Reach(lines, units, labelled, pairs, lonely)
    more = _second_references(pairs, [marker for marker in markers if marker.start not in begun])
    notes = _made(text, reach, more)
    found = {span[0] for note in notes.notes for span in note.markers}
    spans = [(note.start, note.end) for note in notes.notes]
    lost = strays(
        text, [marker for marker in markers if marker.start in found], spans, [body.offset for body in bodies]
    )
    return replace(notes, remarks=(*notes.remarks, *lost))


def _outside(
    markers: Sequence[Marker],
    bodies: Sequence[Body],
    pairs: Mapping[int, Marker],
    lines: Sequence[Line],
    units: Sequence[Unit],
) -> list[Marker]:
    """The markers that do not stand in the notes found so far: a note within a note stays text."""
    reach = Reach(lines, units, {body.unit: body for body in bodies}, pairs, frozenset())
    spans = sorted((lines[units[u].first].start, lines[units[reach.last_unit(u)].last - 1].end) for u in pairs)
    kept, place = [], 0
    for marker in markers:
        while place < len(spans) and spans[place][1] <= marker.start:
            place += 1
        if place == len(spans) or marker.start < spans[place][0]:
            kept.append(marker)
    return kept


def _without_nested(pairs: Mapping[int, Marker], lines: Sequence[Line], units: Sequence[Unit]) -> dict[int, Marker]:
    """The pairs whose markers stand in no other pair's body, unless they are of the usual style."""
    styles = Counter(marker.style for marker in pairs.values())
    common = max(styles, key=lambda style: styles[style], default="")
    spans = sorted((lines[units[unit].first].start, lines[units[unit].last - 1].end) for unit in pairs)
    starts = [start for start, _ in spans]
    kept = {}
    for unit, marker in pairs.items():
        place = bisect_right(starts, marker.start) - 1
        if marker.style == common or place < 0 or marker.start >= spans[place][1]:
            kept[unit] = marker
    return kept


def _paired(bodies: Sequence[Body], markers: Sequence[Marker]) -> dict[int, Marker]:
    """Unit index -> marker, for the bodies of one family."""
    if not bodies or not markers:
        return {}
    runs = _runs(bodies)
    # A numbered list has few markers or none: its items weigh little.
    shares = _shares(runs, markers)
    weighed = {body.unit: replace(body, weight=body.weight * shares[body.unit]) for body in bodies}
    first = _chained(list(weighed.values()), markers)
    styles = Counter(marker.style for marker in first.values())
    if not styles:
        return {}
    common = max(styles.values())
    favoured = [m._replace(weight=m.weight * (0.25 + styles[m.style] / common)) for m in markers]
    original = {marker.start: marker for marker in markers}
    likely_notes = _of_usual_label([weighed[body.unit] for body in bodies], first)
    chosen = {unit: original[m.start] for unit, m in _chained(likely_notes, favoured).items()}
    chosen = _in_whole_runs(chosen, runs)
    counted = _enumerated(chosen.values())
    believed: dict[int, Marker] = {}
    for run in runs:
        likely = [b.unit for b in run if b.unit in chosen and _believable(chosen[b.unit], weighed[b.unit], styles)]
        sure = [unit for unit in likely if weighed[unit].zone or chosen[unit].start not in counted]
        whole = len(sure) >= max(2, min(ENOUGH, len(run) / 2))  # the company of the others makes up for a weak marker
        believed |= {b.unit: chosen[b.unit] for b in run if b.unit in chosen and (whole or b.unit in sure)}
    return believed


def _in_whole_runs(chosen: Mapping[int, Marker], runs: Sequence[Sequence[Body]]) -> dict[int, Marker]:
    """The pairs, those of a list given to the notes after it.

    A list's "1.", "2." takes the first markers of a series whose other markers lead to a later run that has a "1." and
    a "2." of its own: the numbers of one series belong to one run.
    """
    unit_of = {marker: unit for unit, marker in chosen.items()}
    series = sorted(unit_of)
    run_of = {body.unit: place for place, run in enumerate(runs) for body in run}
    sizes = Counter(run_of[unit] for unit in chosen)
    for place, run in enumerate(runs):
        units = {body.label.value: body.unit for body in run}
        led = [chosen[body.unit] for body in run if body.unit in chosen]
        before = _counting_up_to(min(led), series, units) if 0 < len(led) < len(run) else []
        lists = Counter(run_of[unit_of[marker]] for marker in before)
        if before and all(sizes[other] == lists[other] for other in lists):
            unit_of |= {marker: units[marker.value] for marker in before}
            sizes.subtract(lists)
            sizes[place] += len(before)
    return {unit: marker for marker, unit in unit_of.items()}


def _counting_up_to(first: Marker, series: Sequence[Marker], values: Collection[str]) -> list[Marker]:
    """The markers before `first` that count up to it, from the last back to one that is not among `values`."""
    found: list[Marker] = []
    later = first
    for place in range(bisect_left(series, first) - 1, -1, -1):
        marker = series[place]
        if not (marker.value.isdigit() and later.value.isdigit() and int(marker.value) < int(later.value)):
            break
        if marker.value not in values:
            break
        found.append(marker)
        later = marker
    return found


def _of_usual_label(bodies: Sequence[Body], pairs: Mapping[int, Marker]) -> list[Body]:
    """The bodies, those lighter whose labels are not printed as most notes' are: a list's "1." among notes "[1]"."""
    styles = Counter(body.label.style for body in bodies if body.unit in pairs)
    common = max(styles.values())
    return [replace(body, weight=body.weight * (0.25 + styles[body.label.style] / common)) for body in bodies]


def _enumerated(markers: Iterable[Marker]) -> set[int]:
    """The starts of "(1)", "(2)" ... that stand so close together that they count phrases."""
    spaced = sorted(marker for marker in markers if marker.style == "round" and marker.weight < 3)
    close = [(a, b) for a, b in pairwise(spaced) if b.start - a.end < NEAR]
    return {marker.start for pair in close for marker in pair}


def _believable(marker: Marker, body: Body, styles: Mapping[str, int]) -> bool:
    """Whether a pair holds: by a marker that can be nothing else, by its zone, or by the company of other pairs."""
    if marker.weight * body.weight >= SURE or body.zone:
        return True
    company = styles[marker.style] >= 3 and body.weight >= 0.5
    return marker.weight >= 0.8 and (company or body.weight >= 0.9)


def _chained(bodies: Sequence[Body], markers: Sequence[Marker]) -> dict[int, Marker]:
    points = [Point(body.offset, body.label.value, body.weight) for body in bodies]
    pairs = chain([Point(m.start, m.value, m.weight) for m in markers], points)
    return {bodies[body].unit: markers[marker] for body, marker in pairs.items()}


def _shares(runs: Sequence[Sequence[Body]], markers: Sequence[Marker]) -> dict[int, float]:
    """Unit index -> which share of its run finds markers, among the last few of each value before it."""
    by_value: dict[str, list[Marker]] = {}
    for marker in markers:
        by_value.setdefault(marker.value, []).append(marker)
    shares: dict[int, float] = {}
    for run in runs:
        near: set[Marker] = set()
        for body in run:
            alike = by_value.get(body.label.value, [])
            end = bisect_left(alike, body.offset, key=lambda marker: marker.start)
            near.update(alike[max(0, end - LAST_FEW) : end])
        found = _chained(run, sorted(near))
        heads = sum(body.weight < HEADLIKE and body.unit not in found for body in run)
        share = len(found) / max(1, len(run) - heads)
        shares.update(dict.fromkeys((body.unit for body in run), share))
    return shares


def _runs(bodies: Sequence[Body]) -> list[list[Body]]:
    """The bodies in runs of one style that count up."""
    series: dict[str, list[list[Body]]] = {}
    for body in bodies:
        runs = series.setdefault(body.label.style, [[]])
        if runs[-1] and body.order <= runs[-1][-1].order:
            runs.append([])
        runs[-1].append(body)
    return [run for runs in series.values() for run in runs]


def _lonely(
    body: Body, bodies: Mapping[int, Body], pairs: Mapping[int, Marker], styles: Collection[str], *, soft: bool
) -> bool:
    """Whether a body without marker belongs to a series of notes: by its zone, or between its neighbours in number."""
    if body.label.explicit or (body.headed and not soft and (body.label.style in styles or not styles)):
        return True
    near = [bodies[unit] for unit in range(body.unit - 3, body.unit + 4) if unit in bodies and unit in pairs]
    alike = [b for b in near if b.label.style == body.label.style]
    return any(b.order == body.order - 1 for b in alike) and any(b.order == body.order + 1 for b in alike)


def _made(text: str, reach: Reach, more: Mapping[int, tuple[tuple[int, int], ...]]) -> Notes:
    """The notes of the pairs, with the units that continue them, and what is left alone."""
    lines, units, pairs = reach.lines, reach.units, reach.pairs
    taken: set[int] = set()
    notes = []
    ends = reach.section_ends()
    going_on = continuations(reach)
    for number, unit in enumerate(sorted(pairs, key=lambda unit: (pairs[unit].start, unit)), 1):
        body, marker = reach.labelled[unit], pairs[unit]
        last = reach.last_unit(unit)
        taken.update(range(unit, last + 1))
        next_page = units[going_on[unit]] if unit in going_on else None
        start, end = body.offset, lines[units[last].last - 1].end
        note = Note(
            id=f"note-{number}",
            value=body.label.value,
            first=units[unit].first,
            last=units[last].last,
            start=start,
            end=end,
            label_end=start + len(text[start : start + body.label.length].rstrip()),
            place="end" if body.headed or (last in ends and not body.foot) else "bottom",
            type=_type(text[start:end]),
            markers=((marker.start, marker.end), *more.get(unit, ())),
            paragraphs=_paragraphs(reach, unit, last),
            sure=marker.weight * body.weight >= SURE,
            more=(next_page.first, next_page.last) if next_page else None,
        )
        notes.append(note)
    lonely = [reach.labelled[unit] for unit in sorted(reach.lonely - taken)]
    remarks = tuple(("R011", body.offset, {"label": body.label.value or "?"}) for body in lonely)
    remarks += tuple(
        ("R014", lines[units[unit].first].start, {"label": reach.labelled[note].label.value})
        for note, unit in going_on.items()
    )
    taken.update(going_on.values())
    return Notes(tuple(notes), frozenset(taken), _rules(reach, taken), remarks)


def _rules(reach: Reach, taken: Collection[int]) -> frozenset[int]:
    """The drawn lines between text and notes."""
    above = {unit - 1 for unit in taken if unit and unit - 1 not in taken}
    return frozenset(unit for unit in above if DRAWN.match(reach.lines[reach.units[unit].first].text))


def _paragraphs(reach: Reach, unit: int, last: int) -> tuple[tuple[int, int], ...]:
    """First line and line after the last of a note's paragraphs."""
    spans: list[tuple[int, int]] = []
    for piece in reach.units[unit : last + 1]:
        first = spans.pop()[0] if spans and piece.soft else piece.first
        spans.append((first, piece.last))
    return tuple(spans)


def _second_references(
    pairs: Mapping[int, Marker], markers: Sequence[Marker]
) -> dict[int, tuple[tuple[int, int], ...]]:
    """Unit index -> further markers that lead to its note: strong ones, whose value only one note has."""
    used = {marker.start for marker in pairs.values()}
    owners: dict[str, list[int]] = {}
    for unit, marker in pairs.items():
        owners.setdefault(marker.value, []).append(unit)
    more: dict[int, tuple[tuple[int, int], ...]] = {}
    for marker in markers:
        own = owners.get(marker.value, [])
        if marker.start in used or len(own) != 1 or marker.weight < 3 or marker.style != pairs[own[0]].style:
            continue
        if marker.family == "number" and marker.style != "touching":
            more[own[0]] = (*more.get(own[0], ()), (marker.start, marker.end))
    return more


def _type(body: str) -> str:
    """Whose the note is, where it says so: "translator", "editor", "author", or ""."""
    edges = (body[:80], body[-40:].strip())
    return next((kind for kind, pattern in TYPES if any(pattern.search(edge) for edge in edges)), "")
