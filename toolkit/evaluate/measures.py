"""Measures over matched tags. All are counts, so that documents can be added up; rates are made of them at the end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from toolkit.evaluate.days import days_of, has_value
from toolkit.evaluate.flat import DATE_ATTRIBUTES, Span
from toolkit.evaluate.gold import Gold
from toolkit.evaluate.places import Placed
from toolkit.evaluate.spans import Matches
from toolkit.evaluate.speakers import same_speaker

GRADES = ("high", "medium", "low")


class Counts(Counter[str]):
    """Named counts; B-cubed sums are counted in millionths."""

    def add(self, name: str, number: int) -> None:
        self[name] += number


def count_spans(counts: Counts, label: str, gold: Sequence[Span], found: Sequence[Span], matches: Matches) -> None:
    """Tags in the gold, tags found, and pairs of each closeness; and how many of each certainty are right."""
    counts.add(f"{label} gold", len(gold))
    counts.add(f"{label} found", len(found))
    for closeness in ("exact", "trimmed", "overlap"):
        counts.add(f"{label} {closeness}", len(getattr(matches, closeness)))
    hit = {p for _, p in matches.overlap}
    for index, span in enumerate(found):
        grade = span.attributes.get("cert", "")
        if grade in GRADES:
            counts.add(f"{label} {grade}", 1)
            counts.add(f"{label} {grade} right", int(index in hit))


def count_dates(counts: Counts, gold: Sequence[Span], found: Sequence[Span], matches: Matches) -> None:
    """Values: a date is right where it is the same stretch of days. Expressions without a calendar value are apart."""
    counts.add("date valued gold", sum(has_value(span.attributes) for span in gold))
    on_vague = sum(not has_value(gold[g].attributes) for g, _ in matches.overlap)
    counts.add("date valued found", len(found) - on_vague)
    for g, p in matches.overlap:
        wanted, said = gold[g].attributes, found[p].attributes
        if has_value(wanted):
            counts.add("date valued matched", 1)
            counts.add("date value right", int(days_of(wanted) == days_of(said)))
            counts.add("date attributes right", int(all(wanted.get(a) == said.get(a) for a in DATE_ATTRIBUTES)))


def count_persons(counts: Counts, gold: Sequence[Span], found: Sequence[Span], matches: Matches) -> None:
    """Clusters of references by B-cubed (Bagga and Baldwin 1998), on the names that match and have a gold reference."""
    pairs = [
        (gold[g].attributes["ref"], found[p].attributes.get("ref") or f"? {p}")
        for g, p in matches.overlap
        if gold[g].attributes.get("ref")
    ]
    by_gold: dict[str, set[int]] = defaultdict(set)
    by_found: dict[str, set[int]] = defaultdict(set)
    for index, (right, mine) in enumerate(pairs):
        by_gold[right].add(index)
        by_found[mine].add(index)
    for right, mine in pairs:
        both = len(by_gold[right] & by_found[mine])
        counts.add("references", 1)
        counts.add("references precision", round(1e6 * both / len(by_found[mine])))
        counts.add("references recall", round(1e6 * both / len(by_gold[right])))


def count_quotations(
    counts: Counts, gold: Gold, found: Placed, right: Sequence[Span], mine: Sequence[Span], matches: Matches
) -> None:
    """Kinds of matched quotations, and speakers of those whose speaker the gold names."""
    for g, p in matches.overlap:
        counts.add("kinds", 1)
        counts.add("kinds right", int(right[g].attributes.get("kind") == mine[p].attributes.get("kind")))
    speakers = {key: value for key, value in gold.names.items() if value}
    counts.add("speakers gold", sum(span.attributes.get("who") in speakers for span in right))
    for g, p in matches.overlap:
        who = right[g].attributes.get("who")
        if who in speakers:
            said = mine[p].attributes.get("who", "")
            counts.add("speakers matched", 1)
            counts.add("speakers given", int(bool(said)))
            counts.add("speakers right", int(bool(said) and same_speaker(said, found.names, who, speakers)))


def count_notes(counts: Counts, gold: Gold, found: Placed) -> None:
    """Bodies that share most of their text, anchors at the right place, and links from the right anchor to its body."""
    bodies = {s.attributes["id"]: s for s in gold.spans if s.label == "note" and "id" in s.attributes}
    anchors = [s for s in gold.spans if s.label == "noteref"]
    notes = [s for s in found.spans if s.label == "note"]
    same = _same_bodies(gold.text, bodies, notes)
    points = _anchor_points(found, notes)
    counts.add("notes gold", len(bodies))
    counts.add("notes found", len(notes))
    counts.add("notes right", len(same))
    counts.add("anchors gold", len(anchors))
    counts.add("anchors found", sum(len(p) for p in points.values()))
    free = set(range(len(anchors)))
    for index, places in points.items():
        for start, end in places:
            hit = next((k for k in sorted(free) if start <= anchors[k].end + 2 and end >= anchors[k].start - 2), None)
            if hit is not None:
                free.discard(hit)
                counts.add("anchors right", 1)
                note = anchors[hit].attributes.get("note") or anchors[hit].attributes.get("target")
                counts.add("links right", int(same.get(index) == note))


def _same_bodies(text: str, bodies: Mapping[str, Span], notes: Sequence[Span]) -> dict[int, str]:
    """Index of a found note -> the gold note of which it holds at least half, its printed number apart."""
    same: dict[int, str] = {}
    taken: set[str] = set()
    for index, note in enumerate(notes):
        for key, body in bodies.items():
            inner = body.start + _printed_number(text[body.start : body.end])
            shared = min(body.end, note.end) - max(inner, note.start)
            longest = max(body.end - inner, note.end - max(note.start, inner))
            if key not in taken and shared > 0 and shared >= 0.5 * longest:
                same[index] = key
                taken.add(key)
                break
    return same


def _printed_number(words: str) -> int:
    """The length of the marker at a note's beginning, 0 where that is all there is."""
    length = 0
    while length < len(words) and not words[length].isalpha():
        length += 1
    return length if length < len(words) else 0


def _anchor_points(found: Placed, notes: Sequence[Span]) -> dict[int, list[tuple[int, int]]]:
    """Index of a found note -> its anchors: references that point to it, or else where it stands."""
    pointers: dict[str, list[tuple[int, int]]] = defaultdict(list)
    by_id: dict[str, tuple[int, int]] = {}
    for span in found.spans:
        if span.label == "noteref":
            pointers[span.attributes.get("target", "")].append((span.start, span.end))
            if "id" in span.attributes:
                by_id[span.attributes["id"]] = (span.start, span.end)
    points: dict[int, list[tuple[int, int]]] = {}
    for index, note in enumerate(notes):
        at = int(note.attributes.get("at", "0"))
        back = by_id.get(note.attributes.get("target", ""))
        points[index] = pointers.get(note.attributes.get("id", " ")) or ([back] if back else [(at, at)])
    return points
