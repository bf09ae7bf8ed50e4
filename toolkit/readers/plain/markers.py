"""Markers: what in running text may lead to a note; whether it does, only a body with its value can say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from toolkit.readers.plain.labels import SUPERSCRIPT, SUPERSCRIPT_LETTER, SUPERSCRIPTS, SYMBOLS, WORDS, family_of

CLOSING = "\"'”’»›)]"
VALUE = rf"\d{{1,4}}|[A-Za-z]|[{SYMBOLS}]{{1,4}}"
ENCLOSED = re.compile(
    rf"\[(?:(?:{WORDS})\.?[ \n]?)?\^?(?P<square>{VALUE})\]|\[(?P<named>\^[\w-]{{2,40}})\](?!:)|"
    rf"\{{(?P<curly>{VALUE})\}}|<(?P<angle>\d{{1,4}})>|"
    rf"\((?:(?:{WORDS})\.?[ \n]?)?(?P<round>{VALUE})\)|\^\{{?(?P<caret>\d{{1,4}}|[a-z](?!\w))\}}?|"
    rf"(?P<super>[{SUPERSCRIPT}]{{1,4}}|[{SUPERSCRIPT_LETTER}])",
    re.IGNORECASE,
)
OPENING = re.compile(rf"[\[{{<(^{SUPERSCRIPT}{SUPERSCRIPT_LETTER}]")  # what ENCLOSED begins with, found much faster
NUMBER = re.compile(r"[0-9]+")
AFTER_TOUCHING = re.compile(rf"[\w{SUPERSCRIPT}%°º$£€½¼¾]|[.,:/]\d")
AFTER_SPACED = re.compile(r"[ \n]|$|[.,;:] ?(?:\n|$)")
SYMBOL = re.compile(r"\*{1,4}|†{1,3}|‡{1,3}|§{1,3}|‖|\|\||¶")
LETTER = re.compile(r"[.,;:!?\"'”’»›)\]]([a-z])(?=\s)")
EMPHASIS = re.compile(r"\*(?<![\w*]\*)(?=[^\s*])[^*\n]{1,120}(?<=[^\s*])\*(?!\*)|^[ \t]*(?:\* *){3,}$", re.MULTILINE)
UNIT_AFTER = re.compile(
    r" (?:per ?cent|percent|%|o['’]?clock|a\.?m|p\.?m|january|february|march|april|may|june|july|august|september|"
    r"october|"
    r"november|december|jan|feb|aug|sept|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|"
    r"février|"
    r"mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|million|billion|thousand|hundred|years?|days?|"
    r"months?|weeks?|hours?|minutes?|miles?|feet|inches|pounds?|dollars?|francs?|marks?|men|people|tons?|times|and \d|"
    r"to \d|or \d|x \d)\b",
    re.IGNORECASE,
)
# "1,250" and "4:30" are numbers; "1947,39" is a year and a marker.
DECIMAL = re.compile(r"(?:^|\D)\d{1,3}[,:]$")
SUPPLIED = re.compile(r"(?:^|[^\d,.])\d{2,3}$")
COUNTING = re.compile(
    r"(?:[:;,—]|\b(?:and|or|und|oder|et|ou|e|y|points?|clauses?|sections?|articles?|nos?\.?|paragraphs?|items?|as "
    r"regards|see))"
    r"\s$",
    re.IGNORECASE,
)
ABBREVIATED = re.compile(
    r"(?:(?<![’'\w])(?:p|pp|vol|vols|no|nos|nr|ch|chap|cap|bk|fol|ff|art|sec|sect|par|pl|fig|tab|ver|vs|v|l|ll|s|"
    r"bd|t|n|col|op|"
    r"lib|c|ca|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|matt|gen|cor|rom|ps|psalm|isa|ex|lev|deut)\.|"
    r"[\d£$€#§])\s?$",
    re.IGNORECASE,
)
SHORT = "it is us me of up so he we du es er il lui on at in to by as be do go my or an am if un en le la de zu im ab"
SHORT_WORDS = frozenset(SHORT.split())
LAST_WORD = re.compile(r"[^\W\d_]+$")


# What "and (2)" weighs, and what ", (2)" weighs before its neighbours are looked at.
COUNTED, DOUBTFUL = 0.3, 0.9
# "(1)", "(2)" ... within so many characters of one another count phrases.
SPAN_OF_COUNTING = 250


class Marker(NamedTuple):
    """A stretch that may lead to a note. weight: how much it looks like it, from 0.3 to 4."""

    start: int
    end: int
    value: str
    family: str
    style: str
    weight: float


def markers_of(text: str, wanted: Iterable[str]) -> list[Marker]:
    """The possible markers whose values are among `wanted`, in order; where two cross, the first is kept."""
    values = frozenset(wanted)
    families = {family_of(value) for value in values}
    found = list(_enclosed(text, values))
    if "number" in families:
        found += _numbers(text, values)
    if "symbol" in families:
        found += _symbols(text, values)
    if "letter" in families:
        found += _letters(text, values)
    return list(_apart(_enumerations_lowered(sorted(found))))


def _enumerations_lowered(found: list[Marker]) -> list[Marker]:
    """The markers, with those that follow one another closely as "(1) ..., (2) ..." made unlikely."""
    doubtful = [index for index, marker in enumerate(found) if marker.style == "round" and marker.weight <= 1.5]
    for one, two in pairwise(doubtful):
        a, b = found[one], found[two]
        follows = b.value.isdigit() and a.value.isdigit() and int(b.value) == int(a.value) + 1
        if follows and b.start - a.end < SPAN_OF_COUNTING and min(a.weight, b.weight) <= DOUBTFUL:
            found[one], found[two] = a._replace(weight=COUNTED), b._replace(weight=COUNTED)
    return found


def _apart(found: list[Marker]) -> Iterator[Marker]:
    end = -1
    for marker in found:
        if marker.start >= end:
            yield marker
            end = marker.end


def _enclosed(text: str, values: frozenset[str]) -> Iterator[Marker]:
    done = 0
    for opening in OPENING.finditer(text):
        match = ENCLOSED.match(text, opening.start()) if opening.start() >= done else None
        if match is None:
            continue
        done = match.end()
        style = match.lastgroup or ""
        value = match[style].translate(SUPERSCRIPTS).lower()
        if value not in values:
            continue
        start, end = match.span()
        weight = 4.0
        if style == "round":
            weight = _round_weight(text, start, end)
        elif (
            style == "square" and len(value) == 1 and SUPPLIED.search(text[max(0, start - 4) : start])
        ):  # "198[1]" supplies a digit
            weight = 2.9
        yield Marker(start, end, value, family_of(value), style, weight)


def _round_weight(text: str, start: int, end: int) -> float:
    """ "word(1)" and "word (1)." are markers; "(1) the first, (2) the second" are an enumeration."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and not before.isspace() and before not in "(—–-":
        return 3.0
    if COUNTING.search(text[max(0, start - 12) : start]):
        return COUNTED if before and text[start - 2 : start - 1] not in (",", ";") else DOUBTFUL
    if after and after in '.,;:!?)”’"»':
        return 2.0
    return 1.5 if text[start - 2 : start - 1] in tuple('.!?”’"»)') or after in ("", "\n") else 1.0


def _numbers(text: str, values: frozenset[str]) -> Iterator[Marker]:
    """Numbers that touch the word or mark before them, and numbers alone after the end of a clause."""
    for match in NUMBER.finditer(text):
        value = match.group()
        if value not in values or match.start() < 2:
            continue
        start, end = match.span()
        before = text[start - 1]
        if before.isalpha() or before in ".,;:!?…" or before in CLOSING:
            weight, style = _touching_weight(text, start, end), "touching"
        elif before in " \n":
            weight, style = _spaced_weight(text, start, end), "spaced"
        else:
            continue
        if _closed(text, start, end):
            weight, style, end = max(weight, _closed_weight(text, start)), "closed", end + 1
        if weight:
            yield Marker(start, end, value, "number", style, weight)


def _closed(text: str, start: int, end: int) -> bool:
    """Whether a closing parenthesis that nothing opened follows: "word 1)"."""
    return text[end : end + 1] == ")" and "(" not in text[max(0, start - 60) : start].rpartition(")")[2]


def _closed_weight(text: str, start: int) -> float:
    """How much "word 1)" looks like a marker; "first: 1) one, 2) two" counts phrases."""
    return COUNTED if COUNTING.search(text[max(0, start - 12) : start]) else 1.5


def _touching_weight(text: str, start: int, end: int) -> float:
    """How much "word12" or "word.12" looks like a marker: 0 for a decimal, an abbreviation's number or a code."""
    before = text[start - 1]
    if AFTER_TOUCHING.match(text, end):
        return 0.0
    if before in ",:" and DECIMAL.search(text[max(0, start - 6) : start]):
        return 0.0
    if before in "\"'" and text[start - 2].isspace():
        return 0.0
    if before.isalpha():
        word = LAST_WORD.search(text[max(0, start - 30) : start])
        code = word is not None and len(word.group()) < 3 and word.group() not in SHORT_WORDS
        return 0.0 if code else 2.0
    return 0.0 if ABBREVIATED.search(text[max(0, start - 8) : start]) else 3.0


def _spaced_weight(text: str, start: int, end: int) -> float:
    """How much "word. 12 Next" looks like a marker: 0 for a quantity, a day, an abbreviation's number."""
    before = text[start - 2]
    if before not in ".,;:!?…" and before not in CLOSING:
        return 0.0
    if not AFTER_SPACED.match(text, end) or UNIT_AFTER.match(text, end):
        return 0.0
    if text[start - 3].isdigit() or ABBREVIATED.search(text[max(0, start - 8) : start]):
        return 0.0
    return 1.5 if before in '.!?”’"»)…' else 0.8


def _symbols(text: str, values: frozenset[str]) -> Iterator[Marker]:
    hidden = [match.span() for match in EMPHASIS.finditer(text)] if "*" in text else []
    place = 0
    for match in SYMBOL.finditer(text):
        symbol, (start, end) = match.group(), match.span()
        while place < len(hidden) and hidden[place][1] <= start:
            place += 1
        if symbol not in values or (place < len(hidden) and hidden[place][0] <= start):
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        if not before or before == "\n" or before in SYMBOLS + "([" or after.isalnum() or after in tuple(SYMBOLS + "_"):
            continue
        if symbol[0] in "§¶" and not _is_no_section(text, start, end):
            continue
        if before.isspace() and text[start - 2 : start - 1] in ("\n", "", " ", "*"):
            continue
        end += _closed(text, start, end)
        yield Marker(start, end, symbol, "symbol", "symbol", 1.5 if before.isspace() else 3.0)


def _is_no_section(text: str, start: int, end: int) -> bool:
    """Whether "§" is a marker: no number follows, and where it stands apart it does so after a sentence."""
    if re.match(r"\s?\d", text[end : end + 2]):
        return False
    return not text[start - 1].isspace() or text[start - 2 : start - 1] in tuple('.!?”’"»)')


def _letters(text: str, values: frozenset[str]) -> Iterator[Marker]:
    for match in LETTER.finditer(text):
        start = match.start(1)
        if match[1] not in values or (
            text[max(0, start - 3) : start - 1].strip().isalpha() and text[start - 3 : start - 2].isspace()
        ):
            continue
        quoted = text[start - 1] in "\"'" and text[start - 2 : start - 1].isspace()
        if not quoted:
            yield Marker(start, start + 1, match[1], "letter", "touching", 1.5)
