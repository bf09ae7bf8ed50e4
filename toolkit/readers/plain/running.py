"""Running heads: lines that come again at the top or the foot of pages (TEI P5, 11.6)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise
from statistics import median

from toolkit.readers.plain.letters import kinds_of_opener
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.signs import ROMAN_NUMBER, is_rule, is_strong_head, keyword_head

# A page's number as scanners read it: "l2" and "1O" are 12 and 10.
PAGE = r"[\[(]?(?=[lIOo]?\d)([\dlIOo]{1,4})[\])]?"
NUMBER_FIRST = re.compile(rf"^{PAGE}([ .|—–-]+)(\S.*)$")
NUMBER_LAST = re.compile(rf"^(.*\S)([ .|—–-]+){PAGE}$")
DIGITS = str.maketrans("lIOo", "1100")
LETTERS = str.maketrans("015l", "oisi")
WORD = re.compile(r"\w*[^\W\d_]\w*")
NUMERIC = frozenset("0123456789[]()")
LONGEST = 80
SHORTEST_PAGE = 6
# Characters of a page, and of a line of prose: shorter ones may be verse, an address or a list.
LEAST_PAGE = 400
PROSE = 45
LONGEST_HEADING = 70
FEWEST_REGULAR = 4


def repeated_lines(lines: Sequence[Line], numbers: Collection[int]) -> list[list[int]]:
    """Groups of lines of the same words, which with their page numbers left out come again pages later."""
    edges = {index for index, line in enumerate(lines) if line.page}
    edges |= {index - 1 for index in edges} | {near for index in numbers for near in (index - 1, index + 1)} | {0}
    groups: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.text) <= LONGEST and index not in numbers and _may_repeat(line.text, index in edges):
            words, number = _parts(line.text)
            if len(words) >= 3:
                groups[f"{_folded(words)}{bool(number)}"].append(index)
    return [
        group for group in groups.values() if len(group) > 1 and _far_apart(lines, group) and _pages_count(lines, group)
    ]


def _folded(words: str) -> str:
    """Words without case, and without what a scanner mistakes: "THE R1VER" is "the river"."""
    return WORD.sub(lambda match: _letters_of(match.group()), words).casefold()


def _letters_of(word: str) -> str:
    return word if ROMAN_NUMBER.match(word) else word.lower().translate(LETTERS)


def _may_repeat(text: str, at_edge: bool) -> bool:
    """Whether a line is worth counting: at a page's edge, with a number at one end, or in capitals."""
    return at_edge or text[0] in NUMERIC or text[-1] in NUMERIC or text.isupper()


def _far_apart(lines: Sequence[Line], group: Sequence[int]) -> bool:
    """Whether most lines of a group are pages apart; form feeds before all of them say so of short pages too."""
    if all(lines[index].page or index == 0 for index in group):
        return True
    far = sum(
        b - a >= SHORTEST_PAGE or (b - a > 1 and lines[b].start - lines[a].start >= 2 * LEAST_PAGE)
        for a, b in pairwise(group)
    )
    return far >= 0.8 * (len(group) - 1)


def _pages_count(lines: Sequence[Line], group: Sequence[int]) -> bool:
    """Whether the numbers of a group of like lines, if it has any, count pages and not chapters or notes."""
    numbers = [_parts(lines[index].text)[1] for index in group]
    if not numbers[0] or all(_at_top(lines, index) for index in group):
        return True
    if any(is_strong_head(lines[index].text) for index in group) and numbers[0] < 3:
        return False
    return all(a < b for a, b in pairwise(numbers)) and (numbers[0] > 3 or numbers[-1] - numbers[0] > len(numbers))


def believed_heads(
    lines: Sequence[Line], group: Sequence[int], furniture: Collection[int], loose: Collection[int]
) -> list[int]:
    """Those of a group of like lines that are running heads: at page edges, amid sentences, or at regular distances.

    furniture: what was found before. loose: it, and all that may be furniture.
    """
    numbered = bool(_parts(lines[group[0]].text)[1])
    # A text's first line is its title, though the same words stand above every page.
    heads = [index for index in group if index or numbered]
    amid = sum(amid_sentence(lines, index, loose) for index in heads)
    edges = [index for index in heads if _at_edge(lines, index, furniture)]
    if len(edges) >= 2:
        return edges if amid or numbered or not _belongs_to_text(lines, edges) else []
    if len(heads) >= 3 and (amid >= max(2, len(heads) / 3) or (numbered and amid)):
        return heads
    return heads if _at_regular_distances(lines, heads, furniture, loose, numbered=numbered) else []


def _belongs_to_text(lines: Sequence[Line], tops: Sequence[int]) -> bool:
    """Whether lines that come again at page tops are what texts repeat: a refrain, a letter's heading, a real head."""
    head = keyword_head(lines[tops[0]].text)
    if head and head.style == "special":
        between = sum(any(is_strong_head(line.text) for line in lines[a + 1 : b]) for a, b in pairwise(tops))
        return 2 * between >= len(tops) - 1
    words = {lines[top].text for top in tops}
    refrain = sum(_verse_adjoins(lines, top) for top in tops)
    elsewhere = sum(line.text in words for line in lines) - len(tops)
    if 2 * refrain >= len(tops) or elsewhere > len(tops):
        return True
    letters = sum(bool(kinds_of_opener([line.text for line in lines[top : top + 8]], cased=True)) for top in tops)
    return 2 * letters >= len(tops)


def _verse_adjoins(lines: Sequence[Line], index: int) -> bool:
    """Whether short lines that begin high follow a line, with no blank line between."""
    after = [line for line in lines[index + 1 : index + 4] if not line.page]
    return len(after) > 1 and all(
        not line.gap and len(line.text) < PROSE and not line.starts_low and line.text[0].isalpha() for line in after
    )


def _at_regular_distances(
    lines: Sequence[Line], heads: Sequence[int], furniture: Collection[int], loose: Collection[int], *, numbered: bool
) -> bool:
    """Whether like lines in capitals, or with page numbers, stand a page apart, and nothing else parts the text so."""
    text = lines[heads[0]].text if heads else ","
    if text[-1] in ".,;:" or is_rule(text) or any(is_strong_head(lines[index].text) for index in heads):
        return False
    if numbered:
        known: list[int] = []
        fits = len(_parts(text)[0].split()) > 1
    else:
        # With the heads of left pages known, those of right pages may be few: the chapters' titles.
        fits = text.isupper()
        known = [index for index in furniture if lines[index].text.isupper()] if fits and len(heads) > 1 else []
    series = sorted({*heads, *known})
    if not fits or len(series) < FEWEST_REGULAR or not _regular(lines, series):
        return False
    prose = sum(_prose_follows(lines, index, loose) for index in heads)
    headed = sum(_headed_between(lines, a, b, loose) for a, b in pairwise(series))
    return 2 * prose > len(heads) and 2 * headed < len(series) - 1


def _regular(lines: Sequence[Line], series: Sequence[int]) -> bool:
    """Whether lines stand about one distance apart, or two: where a chapter begins, a page has no running head."""
    distances = [lines[b].start - lines[a].start for a, b in pairwise(series)]
    page = median(distances)
    near = sum(min(abs(distance - page), abs(distance - 2 * page)) <= 0.35 * page for distance in distances)
    return page >= LEAST_PAGE and near >= 0.75 * len(distances)


def _prose_follows(lines: Sequence[Line], index: int, loose: Collection[int]) -> bool:
    after = index + 1
    while after in loose:
        after += 1
    return after < len(lines) and len(lines[after].text) >= PROSE


def _headed_between(lines: Sequence[Line], first: int, last: int, loose: Collection[int]) -> bool:
    """Whether heads stand between two lines: of their own words, or of two kinds that come again."""
    known = {_folded(_parts(lines[first].text)[0]), ""}
    for index in range(first + 1, last):
        if index in loose:
            known.add(_folded(_parts(lines[index].text)[0]))
        if len(known) > 3 or (index not in loose and _looks_like_head(lines, index)):
            return True
    return False


def _looks_like_head(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if len(line.text) > LONGEST_HEADING:
        return False
    if line.text.isupper() or is_strong_head(line.text):
        return True
    alone = line.gap > 0 and index + 1 < len(lines) and lines[index + 1].gap > 0
    return alone and not line.finished and not line.starts_low


def _at_top(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands after a form feed, or is the first of the text and has a page number."""
    return lines[index].page or (index == 0 and _parts(lines[index].text)[1] > 0)


def _at_edge(lines: Sequence[Line], index: int, numbers: Collection[int]) -> bool:
    """Whether a line begins or ends a page, a page number between left out."""
    if _at_top(lines, index) or index - 1 in numbers or index + 1 in numbers:
        return True
    return index + 1 < len(lines) and lines[index + 1].page


def amid_sentence(lines: Sequence[Line], index: int, loose: Collection[int]) -> bool:
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
        return match[3].strip(" .|—–-[]()"), int(match[1].translate(DIGITS))
    match = NUMBER_LAST.match(text)
    if match:
        return match[1].strip(" .|—–-[]()"), int(match[3].translate(DIGITS))
    return text.strip(" .|—–-[]()"), 0
