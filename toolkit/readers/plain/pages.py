"""Page furniture: page numbers and running heads, which interrupt the text and are no part of it (TEI P5, 11.6)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.signs import ANY_ROMAN, number_value

PAGE_NUMBER = re.compile(
    rf"^(?P<open>[-–—~·.*|_ ]*[\[({{]?)\s*(?P<word>(?:p|pp|pg|page|seite|s|pag|pagina|bl)\b\.?\s*)?(?P<number>\d{{1,4}}|{ANY_ROMAN})\s*"
    r"(?P<close>[\])}]?[-–—~·.*|_ ]*)$",
    re.IGNORECASE,
)
INLINE_NUMBER = re.compile(r"[\[{](?:p|pp|pg|page|seite|s)\.? ?(?:\d{1,4}|[ivxlc]{1,7})[\]}]", re.IGNORECASE)
NUMBER_FIRST = re.compile(r"^[\[(]?(\d{1,4})[\])]?[ .|—–-]+(\S.*)$")
NUMBER_LAST = re.compile(r"^(.*\S)[ .|—–-]+[\[(]?(\d{1,4})[\])]?$")
LONGEST = 80
WIDEST_STEP = 3


def furniture_of(lines: Sequence[Line]) -> dict[int, str]:
    """Line index -> "page-number" or "running-head"."""
    found = dict.fromkeys(_page_numbers(lines), "page-number")
    found |= dict.fromkeys(_running_heads(lines, found), "running-head")
    return found if len(found) < len(lines) else {}


def _page_numbers(lines: Sequence[Line]) -> list[int]:
    """Numbers alone on a line that count up as pages do: at page ends, dressed as such, or amid sentences."""
    candidates: list[tuple[int, int, bool]] = []
    for index, line in enumerate(lines):
        match = PAGE_NUMBER.match(line.text) if len(line.text) <= 16 else None
        if match:
            dressed = bool(match["word"] or (match["open"].strip("[({. ") and match["close"].strip("])}. ")))
            at_edge = line.page or index + 1 == len(lines) or lines[index + 1].page
            plain = not (match["number"].isdigit() or dressed or at_edge)
            if not plain:
                candidates.append((index, number_value(match["number"].upper()), dressed or at_edge))
    chain = _longest_count(candidates)
    sure = sum(strong for _, _, strong in chain)
    amid = sum(_amid_sentence(lines, index) for index, _, _ in chain)
    if not chain or (sure < len(chain) / 2 and (len(chain) < 3 or amid < len(chain) / 4)):
        return []
    return [index for index, _, _ in chain] if len(chain) > 1 or lines[chain[0][0]].page or _feeds(lines) else []


def _feeds(lines: Sequence[Line]) -> bool:
    return any(line.page for line in lines)


def _amid_sentence(lines: Sequence[Line], index: int) -> bool:
    """Whether the lines about a line belong to one sentence."""
    if not 0 < index < len(lines) - 1:
        return False
    return not lines[index - 1].finished and lines[index + 1].starts_low


def _longest_count(candidates: Sequence[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """The longest run of candidates that counts up in small steps, false ones between them left out."""
    best: list[tuple[int, int]] = []  # length and the place of the one before, for each candidate
    latest: dict[int, int] = {}
    for place, (_, number, _) in enumerate(candidates):
        before = max(
            (latest[value] for value in range(number - WIDEST_STEP, number) if value in latest),
            key=lambda other: best[other][0],
            default=-1,
        )
        best.append((best[before][0] + 1 if before >= 0 else 1, before))
        if number not in latest or best[latest[number]][0] <= best[place][0]:
            latest[number] = place
    place = max(range(len(best)), key=lambda other: best[other][0], default=-1)
    chain = []
    while place >= 0:
        chain.append(candidates[place])
        place = best[place][1]
    return chain[::-1]


def _running_heads(lines: Sequence[Line], numbers: dict[int, str]) -> list[int]:
    """Lines at page tops or bottoms that come again and again, with or without the page's number."""
    edges = {index for index, line in enumerate(lines) if line.page}
    edges |= {index - 1 for index in edges}
    edges |= {near for index in numbers for near in (index - 1, index + 1)}
    edges |= {index + 1 for index in edges if index in numbers} | {index - 1 for index in edges if index in numbers}
    groups: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.text) <= LONGEST and index not in numbers and _may_repeat(line.text, index in edges):
            words, numbered = _without_number(line.text)
            if words and (numbered or index in edges or words.isupper()):
                groups[words.casefold()].append(index)
    heads: list[int] = []
    for words, group in groups.items():
        heads += _repeated(lines, group, edges, len(words))
    return sorted(heads)


def _may_repeat(text: str, at_edge: bool) -> bool:
    """Whether a line is worth counting: at a page's edge, with a number at one end, or in capitals."""
    return at_edge or text[0].isdigit() or text[-1].isdigit() or text[0] in "[(" or text[-1] in "])" or text.isupper()


def _repeated(lines: Sequence[Line], group: Sequence[int], edges: set[int], length: int) -> list[int]:
    """Those of a group of like lines that are running heads."""
    at_edge = [index for index in group if index in edges]
    if len(at_edge) >= 2 and length >= 3:
        return at_edge
    if len(group) >= 3 and length >= 4 and sum(_amid_sentence(lines, index) for index in group) >= len(group) / 2:
        return list(group)
    return []


def _without_number(text: str) -> tuple[str, bool]:
    """The words of a line without a page number before or after them, and whether there was one."""
    match = NUMBER_FIRST.match(text)
    if match:
        return match[2].strip(" .|—–-[]()"), True
    match = NUMBER_LAST.match(text)
    if match:
        return match[1].strip(" .|—–-[]()"), True
    return text.strip(" .|—–-[]()"), False
