"""The day of writing: what the metadata, a dateline, or the head or foot of a letter or deed says of it."""

from __future__ import annotations

import re

from toolkit.model.reading import Reading
from toolkit.taggers.dates.days import Moment, is_day, is_real
from toolkit.taggers.dates.language import Language
from toolkit.taggers.dates.statements import Date, dates

LETTER = 40_000  # characters: what is longer is no letter, and a date at its head is that of what it tells
HEAD_LINE = 100  # characters: a line that is hardly more than place and date
W3C = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?")
NAME = r"(?:[^\W\d_][\w.'’-]*,?\s+){0,4}[^\W\d_][\w.'’-]*"
# "PARIS, ", "PARIS (AP) ", "PARIS (AP), ", "Washington, D.C. "
PLACE = re.compile(rf"{NAME}(?:\s*\([\w ]+\))?,\s*|{NAME}\s*\([\w ]+\)\s*|(?:{NAME},?\s)?(?:[^\W\d_]\.\s?){{2,3}}\s*")
FOOT = re.compile(rf"\w{{3}}[.;:!?][”\"]?\s+(?:{PLACE.pattern})?\Z")
CLOSE = re.compile(r"[.:]|\s*(?:--|—)|\s+[-–]\s")


def moment(value: str) -> Moment | None:
    """A W3C date, month or year; None where the value is none."""
    match = W3C.fullmatch(value[:11].split("T")[0])
    if match is None:
        return None
    found = Moment(int(match[1]), int(match[2] or 0), int(match[3] or 0))
    return found if is_real(found) else None


def written(reading: Reading, words: Language) -> Moment | None:
    """The day on which a letter or deed says that it was written.

    It is told by a dateline, a short line at the head or foot, the place and date with which the text begins, or the
    words of a clerk at its end: "this 16th day of April 1862".
    """
    datelines = [block for block in reading.blocks if block.kind == "dateline"]
    letter = len(reading.text) <= LETTER
    edges = [*reading.blocks[:4], *reading.blocks[-4:]] if letter else []
    short = [block for block in edges if block.end - block.start <= HEAD_LINE]
    for block in (*datelines, *short):
        for date in dates(reading.text[block.start : block.end], words):
            if is_day(date.interval):
                return date.interval.first
    for block in edges:
        text = reading.text[block.start : block.end]
        found = [date for date in dates(text, words) if is_day(date.interval)]
        for date in found:
            close = PLACE.fullmatch(text, 0, date.start) and CLOSE.match(text, date.end)
            headed = close and all(other.start != close.end() for other in found)  # no life dates: "1833 – May 5, 1880"
            if headed or _says_this(text[date.start : date.end], words):
                return date.interval.first
        if found and block is edges[-1] and _is_foot(text, found[-1]):
            return found[-1].interval.first
    return None


def _is_foot(text: str, date: Date) -> bool:
    """Whether a text ends with a date that is a sentence of its own: "... was hired out. July 14th 1862."."""
    return FOOT.search(text, 0, date.start) is not None and not text[date.end :].strip(" .")


def _says_this(date: str, words: Language) -> bool:
    """Whether a date begins with "this" or "present"."""
    return words.words.get(date.split()[0].lower(), {}).get("shift") == 0
