"""Hyphens at line ends: those that only divide a word, told from the others by the document's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from toolkit.model.annotation import Annotation, Certainty
from toolkit.readers.plain.lines import Line

HEAD = re.compile(r"([^\W\d_]+)([-‐\u00ad¬])$")
TAIL = re.compile(r"[^\W\d_]+")
EDGES = ".,;:!?…\"'“”‘’«»()[]_*—–"
# Parts that make compounds written with a hyphen, in the languages of the readers' rules.
COMPOUNDING = frozenset(
    [
        "self",
        "ex",
        "non",
        "half",
        "well",
        "ill",
        "anti",
        "semi",
        "all",
        "vice",
        "co",
        "quasi",
        "pseudo",
        "neo",
        "arch",
        "demi",
        "mid",
        "cross",
        "so",
        "to",
        "peut",
        "vis",
    ]
)
HYPHENS = "-‐\u00ad¬"
SURE_MARKS = "\u00ad¬"


def hyphenations(text: str, lines: Sequence[Line], pairs: Sequence[tuple[int, int]], by: str) -> Iterator[Annotation]:
    """For line pairs of one block: the stretch from a dividing hyphen to the rest of its word."""
    found = []
    for first, second in pairs:
        if lines[first].text[-1] not in HYPHENS:
            continue
        head, tail = HEAD.search(lines[first].text[-40:]), TAIL.match(lines[second].text)
        if head and tail and (tail.group()[0].islower() or head.group(1).isupper()):
            found.append((lines[first].end - 1, lines[second].start, head.group(1), tail.group()))
    if not found:
        return
    words = frozenset(word.strip(EDGES) for word in frozenset(text.lower().split()))
    for start, end, before, after in found:
        cert = _divided(before.lower(), text[start], after.lower(), words)
        if cert:
            yield Annotation(start, end, "hyphenation", by, cert)


def _divided(head: str, mark: str, tail: str, words: frozenset[str]) -> Certainty | None:
    """How sure it is that the hyphen only divides the word; None where it belongs to it."""
    if mark in SURE_MARKS or head + tail in words:
        return Certainty.HIGH
    if (
        f"{head}-{tail}" in words
        or head in COMPOUNDING
        or (head in words and tail in words and len(head) > 2 and len(tail) > 3)
    ):
        return None
    return Certainty.MEDIUM


def line_pairs(ranges: Sequence[tuple[int, int]], skipped: Mapping[int, object]) -> list[tuple[int, int]]:
    """Neighbouring lines of each block (first line, line after the last), what stands between them left out."""
    pairs = []
    for first, last in ranges:
        before = -1
        for index in range(first, last):
            if index not in skipped:
                if before >= 0:
                    pairs.append((before, index))
                before = index
    return pairs
