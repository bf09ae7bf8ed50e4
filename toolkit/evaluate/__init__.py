"""Evaluate: a TEI that was tagged by a machine against one tagged by hand, of the same text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import InputError
from toolkit.evaluate.days import days_of, has_value
from toolkit.evaluate.flat import DATE_ATTRIBUTES, Span, flatten
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
REACH = 60  # characters of context on either side of a miss
SPEECH = {"said", "q"}


@dataclass(frozen=True, slots=True)
class Miss:
    """What one side tagged and the other did not, or otherwise: its words, and some of the text on either side.

    side: "missed" (by the machine), "added" (by it) or "wrong". wanted, said: what the gold and the machine say of it,
    where it is wrong.
    """

    label: str
    side: str
    before: str
    words: str
    after: str
    wanted: str = ""
    said: str = ""


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
        wrong = {g: pair for g, p in matches.overlap if (pair := _difference(right[g], mine[p]))}
        misses.extend(_misses(gold.shown, label, gold_stretches, found_stretches, matches, wrong))
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


def _difference(gold: Span, found: Span) -> tuple[str, str] | None:
    """What the gold and the machine say of one date or quotation, where that is not the same."""
    if gold.label == "date" and has_value(gold.attributes):
        if days_of(gold.attributes) != days_of(found.attributes):
            return _value(gold), _value(found)
    elif gold.label == "q" and gold.attributes.get("kind") != found.attributes.get("kind"):
        return gold.attributes.get("kind", ""), found.attributes.get("kind", "")
    return None


def _value(date: Span) -> str:
    said = [f"{name}={date.attributes[name]}" for name in DATE_ATTRIBUTES if name in date.attributes]
    return " ".join(said) or "no value"


def _misses(
    text: str,
    label: str,
    gold: Sequence[tuple[int, int]],
    found: Sequence[tuple[int, int]],
    matches: Matches,
    wrong: Mapping[int, tuple[str, str]],
) -> list[Miss]:
    """What one side lacks or says otherwise, in the order of the text. wrong: by the number of the gold's stretch."""

    def shown(stretch: tuple[int, int], side: str, wanted: str = "", said: str = "") -> tuple[int, Miss]:
        start, end = stretch
        before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
        return start, Miss(label, side, before, text[start:end], after, wanted, said)

    seen_gold, seen_found = {g for g, _ in matches.overlap}, {p for _, p in matches.overlap}
    misses = [shown(stretch, "missed") for index, stretch in enumerate(gold) if index not in seen_gold]
    misses += [shown(stretch, "added") for index, stretch in enumerate(found) if index not in seen_found]
    misses += [shown(gold[index], "wrong", *pair) for index, pair in wrong.items()]
    return [miss for _, miss in sorted(misses, key=lambda pair: pair[0])]
