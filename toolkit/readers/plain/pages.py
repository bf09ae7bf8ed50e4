"""Page furniture: page numbers and running heads, which interrupt the text and are no part of it (TEI P5, 11.6)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.signs import ANY_ROMAN, is_strong_head, number_value

PAGE_NUMBER = re.compile(
    rf"^(?P<open>[-–—~·.*|_ ]*[\[({{]?)\s*(?P<word>(?:p|pp|pg|page|seite|s|pag|pagina|bl)\b\.?\s*)?"
    rf"(?P<number>\d{{1,4}}|{ANY_ROMAN})\s*(?P<close>[\])}}]?[-–—~·.*|_ ]*)$",
    re.IGNORECASE,
)
INLINE_NUMBER = re.compile(r"[\[{](?:pg|page|p|pp|seite|s)\.? ?(?:\d{1,4}|[ivxlc]{1,7})[\]}]", re.IGNORECASE)
NUMBER_FIRST = re.compile(r"^[\[(]?(\d{1,4})[\])]?([ .|—–-]+)(\S.*)$")
NUMBER_LAST = re.compile(r"^(.*\S)([ .|—–-]+)[\[(]?(\d{1,4})[\])]?$")
NUMERIC = frozenset("0123456789[]()")
LONGEST = 80
SHORTEST_PAGE = 6
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
    groups = _repeated_lines(lines, {candidate.line for candidate in numbers})
    loose = {candidate.line for candidate in numbers} | {line for group in groups for line in group}
    chain = _believed_numbers(lines, _longest_count(numbers), loose)
    found = dict.fromkeys(chain, "page-number")
    for group in groups:
        found |= dict.fromkeys(_believed_heads(lines, group, found, loose), "running-head")
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
    amid = sum(_amid_sentence(lines, candidate.line, loose) for candidate in run)
    believed = sure >= len(run) / 2 or (len(run) >= 3 and amid >= len(run) / 4)
    return [candidate.line for candidate in run] if believed else []


def _repeated_lines(lines: Sequence[Line], numbers: Collection[int]) -> list[list[int]]:
    """Groups of lines of the same words, which with their page numbers left out come again pages later."""
    edges = {index for index, line in enumerate(lines) if line.page}
    edges |= {index - 1 for index in edges} | {near for index in numbers for near in (index - 1, index + 1)}
    groups: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.text) <= LONGEST and index not in numbers and _may_repeat(line.text, index in edges):
            words, number = _parts(line.text)
            if len(words) >= 3:
                groups[f"{words.casefold()}{bool(number)}"].append(index)
    return [
        group for group in groups.values() if len(group) > 1 and _far_apart(lines, group) and _pages_count(lines, group)
    ]


def _may_repeat(text: str, at_edge: bool) -> bool:
    """Whether a line is worth counting: at a page's edge, with a number at one end, or in capitals."""
    return at_edge or text[0] in NUMERIC or text[-1] in NUMERIC or text.isupper()


def _far_apart(lines: Sequence[Line], group: Sequence[int]) -> bool:
    """Whether most lines of a group are pages apart; form feeds before all of them say so of short pages too."""
    return all(_at_top(lines, index) for index in group) or sum(
        b - a >= SHORTEST_PAGE for a, b in pairwise(group)
    ) >= 0.8 * (len(group) - 1)


def _pages_count(lines: Sequence[Line], group: Sequence[int]) -> bool:
    """Whether the numbers of a group of like lines, if it has any, count pages and not chapters or notes."""
    numbers = [_parts(lines[index].text)[1] for index in group]
    if not numbers[0] or all(_at_top(lines, index) for index in group):
        return True
    if any(is_strong_head(lines[index].text) for index in group) and numbers[0] < 3:
        return False
    return all(a < b for a, b in pairwise(numbers)) and (numbers[0] > 3 or numbers[-1] - numbers[0] > len(numbers))


def _believed_heads(
    lines: Sequence[Line], group: Sequence[int], numbers: Collection[int], loose: Collection[int]
) -> list[int]:
    """Those of a group of like lines that are running heads: at page edges, or amid sentences."""
    edges = [index for index in group if _at_edge(lines, index, numbers)]
    if len(edges) >= 2:
        return edges
    amid = sum(_amid_sentence(lines, index, loose) for index in group)
    numbered = bool(_parts(lines[group[0]].text)[1])
    if len(group) >= 3 and (amid >= max(2, len(group) / 3) or (numbered and amid)):
        return list(group)
    return []


def _at_top(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands after a form feed, or is the first of the text and has a page number."""
    return lines[index].page or (index == 0 and _parts(lines[index].text)[1] > 0)


def _at_edge(lines: Sequence[Line], index: int, numbers: Collection[int]) -> bool:
    """Whether a line begins or ends a page, a page number between left out."""
    if _at_top(lines, index) or index - 1 in numbers or index + 1 in numbers:
        return True
    return index + 1 < len(lines) and lines[index + 1].page


def _amid_sentence(lines: Sequence[Line], index: int, loose: Collection[int]) -> bool:
    """Whether the lines about a line, other furniture left out, belong to one sentence."""
    before, after = index - 1, index + 1
    while before in loose:
        before -= 1
    while after in loose:
        after += 1
    if before < 0 or after >= len(lines):
        return False
    return not lines[before].finished and lines[after].starts_low


def _parts(text: str) -> tuple[str, int]:
    """The words of a line and the page number before or after them, 0 where there is none."""
    match = NUMBER_FIRST.match(text)
    if match:
        return match[3].strip(" .|—–-[]()"), int(match[1])
    match = NUMBER_LAST.match(text)
    if match:
        return match[1].strip(" .|—–-[]()"), int(match[3])
    return text.strip(" .|—–-[]()"), 0
