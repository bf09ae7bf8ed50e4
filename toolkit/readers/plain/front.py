"""The title page: what stands before the first head or the first paragraph of prose (TEI P5, 4.6)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from toolkit.model.annotation import Certainty
from toolkit.readers.plain.blocks import Block
from toolkit.readers.plain.drama_words import GENRE_WORDS
from toolkit.readers.plain.layout import Layout
from toolkit.readers.plain.letters import ARTICLE, SENTENCE, is_dated, is_dateline, is_salute
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.signs import LONGEST_HEAD, bare_number, is_rule, numbered_head
from toolkit.readers.plain.units import Unit
from toolkit.readers.plain.verse import is_stanza

MOST_UNITS = 14
MOST_SENDER_LINES = 9
BYLINE = re.compile(
    r"^(?:written |translated |edited |illustrated |compiled |collected |arranged |prepared |produced |e-?text |"
    r"with |an? )?[^,.;]{0,40}"
    r"\bby\b(?: |$)|^(?:von|par|di|por|door|übersetzt|traduit|herausgegeben|tradotto|traducid[oa]|vertaald|traduction|"
    r"übersetzung)\b(?: |$)",
    re.IGNORECASE,
)
PLAIN_BYLINE = re.compile(
    r"^(?:(?:written|translated|edited|compiled|told|done into english)[^.;]{0,40} )?(?:by|von|par)\b[^.;!?]*\.?$",
    re.IGNORECASE,
)
# A sentence with the marker of its note.
STATED = re.compile(r"\.[\"'”’»)\]]*(?:[\[(]?\d{1,3}[\])]?|[*†‡¹²³]+)$")
NAMED_BYLINE = re.compile(r"[Bb][Yy] (?:[^\W\da-z_][\w.'’-]*,?(?: |$)){2,6}$")
GENRE = re.compile(GENRE_WORDS, re.IGNORECASE)
IMPRINT = re.compile(
    r"\b(?:1[4-9]|20)\d\d\b|^M[DCLXVI. ]{3,}$|\b(?:publish|press\b|verlag|éditeur|libraire|imprim|printed|druck|"
    r"company|& co\b|"
    r"& sons?\b|bros\b|brothers|edition|auflage|édition|copyright|london|new york|paris|berlin|leipzig|boston|"
    r"edinburgh|"
    r"philadelphia|wien|stuttgart|amsterdam|roma|milano|madrid)",
    re.IGNORECASE,
)


def title_page(lines: Sequence[Line], units: Sequence[Unit], heads: Mapping[int, Block], layout: Layout) -> list[Block]:
    """The blocks of the title page, one for each of the first units; none where the text begins at once."""
    texts = [_text(lines, unit, layout) for unit in units[: MOST_UNITS + 1]]
    if len(units) < 2 or _is_first_verse(lines, units, layout) or not _is_title(texts[0], heads.get(0)):
        return []
    if _is_masthead(texts, heads):
        kinds = ("title", "imprint")
        return [Block(kind, unit.first, unit.last, Certainty.MEDIUM) for kind, unit in zip(kinds, units, strict=False)]
    if _heads_letter(texts, heads):
        return []
    end = _end(texts, heads)
    blocks: list[Block] = []
    for index in range(end):
        kind = _kind(texts, index, [block.kind for block in blocks], layout)
        if not kind:
            break
        blocks.append(Block(kind, units[index].first, units[index].last, Certainty.MEDIUM))
    return blocks


def byline_apart(lines: Sequence[Line], units: Sequence[Unit]) -> list[Unit]:
    """The units, with a first one that is a title and a byline on lines of their own made two."""
    first = units[0] if units else None
    if first and not first.kind and 1 < first.last - first.first <= 4:
        for index in range(first.first + 1, first.last):
            if NAMED_BYLINE.match(lines[index].text):
                title = Unit(first.first, index, first.gap, first.page, ragged=first.ragged)
                return [title, Unit(index, first.last, 0, ragged=first.ragged), *units[1:]]
    return list(units)


def _is_first_verse(lines: Sequence[Line], units: Sequence[Unit], layout: Layout) -> bool:
    """Whether the first line is the first of a poem without a title."""
    end = 1
    while end < len(lines) and lines[end].gap == 0:
        end += 1
    return end > 3 and units[0].last == 1 and not lines[0].text.isupper() and is_stanza(lines, 0, end, layout)


def _text(lines: Sequence[Line], unit: Unit, layout: Layout) -> str:
    """A unit of a few short lines on one line; "" for any other, and for prose."""
    if unit.kind or unit.last - unit.first > 6:
        return ""
    text = " ".join(line.text for line in lines[unit.first : unit.last])
    words = text.split()
    finished = lines[unit.last - 1].finished
    plain = not layout.cased or 2 * sum(map(str.islower, words)) > len(words)
    prose = len(text) > LONGEST_HEAD and finished and plain
    return text if len(text) <= 2 * LONGEST_HEAD and not prose else ""


def _end(texts: Sequence[str], heads: Mapping[int, Block]) -> int:
    """The unit with which the text itself begins."""
    for index in range(1, len(texts)):
        if not texts[index] or is_rule(texts[index]) or _divides(heads.get(index)):
            # The last short line before prose heads it, if it looks like a head at all.
            heading = index > 1 and not texts[index] and index - 1 in heads
            return index - 1 if heading else index
    return 2 if len(texts) > 2 and PLAIN_BYLINE.match(texts[1]) else 1


def _divides(head: Block | None) -> bool:
    """Whether a head begins a division and is no line of a title."""
    return (
        head is not None
        and head.head is not None
        and bool(head.head.number or head.head.rank or head.head.kind or head.omitted)
    )


def _is_masthead(texts: Sequence[str], heads: Mapping[int, Block]) -> bool:
    """Whether a newspaper's name and date stand above the head of its first piece."""
    return texts[0].isupper() and 2 in heads and 1 not in heads and is_dated(texts[1]) and is_dateline(texts[1])


def _heads_letter(texts: Sequence[str], heads: Mapping[int, Block]) -> bool:
    """Whether a letter begins in the lines after the first, before any prose: with its date, or at last its salute."""
    for index, text in enumerate(texts[1:MOST_SENDER_LINES], 1):
        if not text or len(text) > LONGEST_HEAD or numbered_head(text) or index in heads or BYLINE.search(text):
            return False
        if is_salute(text) or (index < 4 and is_dated(text) and is_dateline(text)):
            return True
    return False


def _is_title(text: str, head: Block | None) -> bool:
    """Whether the first unit is a title: short, no head of a division, nothing of a letter."""
    if not text or len(text) > LONGEST_HEAD or (head and head.head and (head.head.number or head.head.rank)):
        return False
    if head and head.omitted and text[0] == "#":
        return False
    if head is None and (STATED.search(text) or SENTENCE.search(text)):
        return False
    if _dates_letter(text) or is_salute(text) or bare_number(text) or is_rule(text):
        return False
    if text[-1] in "―—–-,;:" or not any(character.isalpha() for character in text):
        return False
    return head is not None or text[-1] != "." or text.isupper()


def _dates_letter(text: str) -> bool:
    """Whether a first line says where and when a letter was written; a title may end in its subject's years."""
    if is_dated(text) and len(text) <= 45:
        return True
    return (
        is_dateline(text) and (is_dated(text) or len(text.split()) <= 4) and not ARTICLE.match(text) and "(" not in text
    )


def _kind(texts: Sequence[str], index: int, before: Sequence[str], layout: Layout) -> str:
    """What a line of a title page is; "" where it is none."""
    text = texts[index]
    if index == 0 or (index == 1 and GENRE.match(text)):
        return "title"
    if BYLINE.search(text) or re.fullmatch(r"\W*(?:by|von|par|di|por|door)\W*", texts[index - 1], re.IGNORECASE):
        return "byline"
    if is_salute(text) or text[0] in '"“„«‘':
        return ""
    # A year amid words is an imprint's only after other lines of a title page.
    if IMPRINT.search(text) and (len(before) > 1 or any(IMPRINT.search(part) for part in re.split(r"\b\d{4}\b", text))):
        return "imprint"
    if re.fullmatch(r"\W*\d{4}\W*", text):
        return "imprint"
    if "byline" not in before and "imprint" not in before:
        later = any(BYLINE.search(other) or IMPRINT.search(other) for other in texts[index + 1 : index + 3] if other)
        return "title" if later or (layout.cased and text.isupper()) else ""
    return "imprint" if "imprint" in before else ""
