"""Page furniture: page numbers and running heads, which interrupt the text and are no part of it (TEI P5, 11.6)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.running import amid_sentence, believed_heads, repeated_lines
from toolkit.readers.plain.signs import ANY_ROMAN, number_value

PAGE_NUMBER = re.compile(
    rf"^(?P<open>[-–—~·.*|_ ]*[\[({{]?)\s*(?P<word>(?:p|pp|pg|page|seite|s|pag|pagina|bl)\b\.?\s*)?"
    rf"(?P<number>\d{{1,4}}|{ANY_ROMAN})\s*(?P<close>[\])}}]?[-–—~·.*|_ ]*)$",
    re.IGNORECASE,
)
INLINE_NUMBER = re.compile(r"[\[{](?:pg|page|p|pp|seite|s)\.? ?(?:\d{1,4}|[ivxlc]{1,7})[\]}]", re.IGNORECASE)
WIDEST_STEP = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be page furniture. number: 0 where it has none. sure: it stands at a page's edge, or says so."""

    line: int
    number: int
    sure: bool


def furniture_of(lines: Sequence[Line]) -> dict[int, str]:
    """Line index -> "page-number" or "running-head"."""
    numbers = _number_lines(lines)
    groups = repeated_lines(lines, {candidate.line for candidate in numbers})
    loose = {candidate.line for candidate in numbers} | {line for group in groups for line in group}
    chain = _believed_numbers(lines, _longest_count(numbers), loose)
    found = dict.fromkeys(chain, "page-number")
    for group in sorted(groups, key=len, reverse=True):
        found |= dict.fromkeys(believed_heads(lines, group, found, loose), "running-head")
    return found if len(found) < len(lines) else {}


def inline_numbers(text: str, lines: Sequence[Line], furniture: Collection[int]) -> list[tuple[int, int]]:
    """The stretches of page numbers within lines, "[Pg 12]", as transcriptions have them: three at least."""
    taken = {lines[index].start for index in furniture}
    found = [match.span() for match in INLINE_NUMBER.finditer(text)] if "[" in text or "{" in text else []
    return [span for span in found if span[0] not in taken] if len(found) >= 3 else []


def _number_lines(lines: Sequence[Line]) -> list[Candidate]:
    """Lines that are a number alone."""
    found = []
    for index, line in enumerate(lines):
        match = PAGE_NUMBER.match(line.text) if len(line.text) <= 16 else None
        if not match:
            continue
        dressed = bool(match["word"] or (match["open"].strip("[({. ") and match["close"].strip("])}. ")))
        sure = dressed or line.page or index + 1 == len(lines) or lines[index + 1].page
        if sure or match["number"].isdigit():
            found.append(Candidate(index, number_value(match["number"].upper()), sure))
    return found


def _longest_count(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The longest run of candidates that counts up in small steps, false ones between them left out."""
    best: list[tuple[int, int]] = []  # for each candidate, the length of its run and the place of the one before
    latest: dict[int, int] = {}
    for place, candidate in enumerate(candidates):
        number = candidate.number
        nearest = [latest[value] for value in range(number - WIDEST_STEP, number) if value in latest]
        before = max(nearest, key=lambda other: best[other][0], default=-1)
        best.append((best[before][0] + 1 if before >= 0 else 1, before))
        if number not in latest or best[latest[number]][0] <= best[place][0]:
            latest[number] = place
    place = max(range(len(best)), key=lambda other: best[other][0], default=-1)
    run = []
    while place >= 0:
        run.append(candidates[place])
        place = best[place][1]
    return run[::-1]


def _believed_numbers(lines: Sequence[Line], run: Sequence[Candidate], loose: Collection[int]) -> list[int]:
    """The run's lines if it counts pages: at page ends, dressed as page numbers, or amid sentences."""
    if not run or (len(run) == 1 and not any(line.page for line in lines)):
        return []
    sure = sum(candidate.sure for candidate in run)
    amid = sum(amid_sentence(lines, candidate.line, loose) for candidate in run)
    believed = sure >= len(run) / 2 or (len(run) >= 3 and amid >= len(run) / 4)
    return [candidate.line for candidate in run] if believed else []
