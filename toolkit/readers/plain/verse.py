"""Verse: lines whose ends are the author's (TEI P5, 3.13.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.readers.plain.layout import Layout, starts_high
from toolkit.readers.plain.lines import Line

LONGEST_VERSE = 75
COLUMNS = re.compile(r"\S {3,}\S|\t|\|")
SENTENCE_END = re.compile(r"[.!?]['\"”’»]*$")
WORD = re.compile(r"[^\W\d_]{2,}")
LABELLED = re.compile(r"[^\W\d_]+:\s")
SPEECH = re.compile(r"^(?:[-–—]\s|[\"“«„].*[\"”»“]$)")


def is_stanza(lines: Sequence[Line], first: int, last: int, layout: Layout) -> bool:
    """Whether lines that follow one another are verse, and not an address, a table or short paragraphs."""
    stanza = lines[first:last]
    if len(stanza) < 2 or any(len(line.text) > LONGEST_VERSE or COLUMNS.search(line.text) for line in stanza):
        return False
    if sum(len(line.text) for line in stanza) < 16 * len(stanza) and len(stanza) < 4:
        return False
    if not layout.cased and len(stanza) < 3 and layout.width and stanza[0].indent <= layout.margin:
        return False
    if layout.cased and (sum(map(starts_high, stanza)) < 0.75 * len(stanza) or _names(stanza)):
        return False
    ended = sum(SENTENCE_END.search(line.text[-4:]) is not None for line in stanza[:-1])
    digits = sum(line.text[-1].isdigit() or line.text[0].isdigit() for line in stanza)
    spoken = sum(SPEECH.match(line.text) is not None for line in stanza)
    if 2 * sum(LABELLED.match(line.text) is not None for line in stanza) > len(stanza):
        return False  # "From: ...", "Date: ...": the head of a memorandum
    return ended <= 0.5 * (len(stanza) - 1) and digits <= 0.3 * len(stanza) and spoken <= 0.4 * len(stanza)


def _names(lines: Sequence[Line]) -> bool:
    """Whether lines are names and titles, as signatures and credits are: most words have a capital."""
    words = [word for line in lines for word in WORD.findall(line.text)]
    return sum(word[0].isupper() for word in words) >= 0.7 * len(words) and not all(map(str.isupper, words))


def verse_lines(lines: Sequence[Line], first: int, last: int) -> tuple[tuple[int, int, str], ...]:
    """Each line a verse; one set far to the right with a small letter goes with the one before."""
    parts = []
    start = first
    for index in range(first + 1, last):
        turned = lines[index].indent >= lines[start].indent + 12 and lines[index].starts_low
        if not turned:
            parts.append((start, index, "l"))
            start = index
    return (*parts, (start, last, "l"))
