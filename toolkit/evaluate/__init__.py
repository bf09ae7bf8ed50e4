"""Evaluate: a TEI that was tagged by a machine against one tagged by hand, of the same text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import InputError
from toolkit.evaluate.flat import Span, flatten
from toolkit.evaluate.gold import Gold, read_gold
from toolkit.evaluate.measures import Counts, count_dates, count_notes, count_persons, count_quotations, count_spans
from toolkit.evaluate.places import Placed, placed
from toolkit.evaluate.spans import Matches, match
from toolkit.files import read_file
from toolkit.model.finding import Finding
from toolkit.trees import parse_tree

__all__ = ["Compared", "Counts", "Gold", "Miss", "Placed", "compare", "evaluate", "read_gold"]

SPANS = ("persName", "date", "q")
LEAST_SHARE = 20
SPEECH = {"said", "q"}


@dataclass(frozen=True, slots=True)
class Miss:
    """What one side tagged and the other did not: its words, and some of the text on either side."""

    label: str
    side: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Compared:
    """The counts of one document, or of several added up, and the misses of one."""

    counts: Counts
    misses: tuple[Miss, ...] = ()


def evaluate(gold: Path, predicted: Path) -> Compared:
    """Compare two files; raises InputError where one cannot be read or they are not of one text."""
    right = read_gold(gold)
    try:
        found = placed(flatten(parse_tree(read_file(predicted), str(predicted))), right)
    except ValueError:
        raise InputError(Finding(str(predicted), 0, 0, "E003")) from None
    share = 100 * found.matched // max(len(right.text), 1)
    if share < LEAST_SHARE:
        raise InputError(Finding(str(predicted), 0, 0, "E011", {"share": str(share)}))
    return compare(right, found)


def compare(gold: Gold, found: Placed) -> Compared:
    """The counts of everything that the gold tags completely."""
    counts = Counts({"documents": 1, "text": len(gold.text), "text kept": found.matched, "text added": found.added})
    counts.add("text identical", int(found.matched == len(gold.text) and not found.added))
    misses: list[Miss] = []
    for label in SPANS:
        if label not in gold.labels:
            continue
        right = [span for span in gold.spans if span.label == label]
        mine = _comparable([span for span in found.spans if span.label == label], right, label)
        gold_stretches = [_shown(gold, span) for span in right]
        found_stretches = [_shown(gold, span) for span in mine]
        matches = match(gold_stretches, found_stretches, gold.shown, label)
        count_spans(counts, label, right, mine, matches)
        if label == "date":
            count_dates(counts, right, mine, matches)
        elif label == "persName":
            count_persons(counts, right, mine, matches)
        else:
            count_quotations(counts, gold, found, right, mine, matches)
        misses.extend(_misses(gold.shown, label, gold_stretches, found_stretches, matches))
    if "note" in gold.labels:
        count_notes(counts, gold, found)
    return Compared(counts, tuple(misses))


def _comparable(spans: Sequence[Span], right: Sequence[Span], label: str) -> list[Span]:
    """The spans that the gold could have: names and dates do not nest, and a gold of speech knows speech only."""
    if label != "q":
        return outermost(spans)
    if {span.attributes.get("kind") for span in right} <= SPEECH:
        return outermost([span for span in spans if span.attributes.get("kind") in SPEECH])
    return sorted(spans, key=lambda s: (s.start, -s.end))


def outermost(spans: Sequence[Span]) -> list[Span]:
    """The spans, in order, that stand in no other of them."""
    kept: list[Span] = []
    reach = -1
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if span.start >= reach:
            kept.append(span)
            reach = span.end
    return kept


def _shown(gold: Gold, span: Span) -> tuple[int, int]:
    """A span in offsets of the text as it is shown."""
    return gold.places[span.start], gold.places[span.end - 1] + 1


def _misses(
    text: str,
    label: str,
    gold: Sequence[tuple[int, int]],
    found: Sequence[tuple[int, int]],
    matches: Matches,
    reach: int = 60,
) -> list[Miss]:
    sides: Mapping[str, tuple[Sequence[tuple[int, int]], set[int]]] = {
        "missed": (gold, {g for g, _ in matches.overlap}),
        "added": (found, {p for _, p in matches.overlap}),
    }
    misses = [
        (start, Miss(label, side, text[max(0, start - reach) : start], text[start:end], text[end : end + reach]))
        for side, (stretches, hit) in sides.items()
        for index, (start, end) in enumerate(stretches)
        if index not in hit
    ]
    return [miss for _, miss in sorted(misses, key=lambda pair: pair[0])]
