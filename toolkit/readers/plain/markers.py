"""Markers: what in running text may lead to a note; whether it does, only a body with its value can say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit.readers.plain.labels import SUPERSCRIPT, SUPERSCRIPT_LETTER, SUPERSCRIPTS, SYMBOLS, WORDS, family_of

CLOSING = "\"'”’»›)\\]"
AFTER = rf"(?![\w{SUPERSCRIPT}])(?![.,:/]\d)"
ENCLOSED = re.compile(
    rf"\[(?:(?:{WORDS})\.? ?)?\^?(?P<square>\d{{1,4}}|[A-Za-z]|[{SYMBOLS}]{{1,4}})\]|"
    rf"\{{(?P<curly>\d{{1,4}}|[A-Za-z]|[{SYMBOLS}]{{1,4}})\}}|<(?P<angle>\d{{1,4}})>|"
    rf"(?P<super>[{SUPERSCRIPT}]{{1,4}}|[{SUPERSCRIPT_LETTER}])|\^\{{?(?P<caret>\d{{1,4}}|[a-z](?!\w))\}}?",
    re.IGNORECASE,
)
ROUND = re.compile(rf"\((?:(?:{WORDS})\.? ?)?(?P<round>\d{{1,3}}|[a-z]|[{SYMBOLS}]{{1,4}})\)", re.IGNORECASE)
# A number that touches the word or the mark before it; not one of a decimal, an abbreviation or a code.
TOUCHING = re.compile(
    rf"(?:(?<=[^\W\d_][^\W\d_])|(?<=[.,;:!?…{CLOSING}—-]))(?P<touching>\d{{1,3}}){AFTER}(?![%°º$£€½¼¾])"
)
# A number alone between spaces after a mark that ends a sentence or a clause.
SPACED = re.compile(rf"(?<=[.,;:!?…{CLOSING}] )(?P<spaced>\d{{1,3}})(?=[ \n]|$|[.,;:] ?[\n]|$)")
SYMBOL = re.compile(r"(?P<symbol>\*{1,4}|†{1,3}|‡{1,3}|§{1,3}|‖|\|\||¶)(?![\w*†‡])")
LETTER = re.compile(rf"(?<=[.,;:!?{CLOSING}])(?P<letter>[a-z])(?=[\s])")
EMPHASIS = re.compile(r"(?<![\w*])\*(?=[^\s*])[^*\n]{1,120}(?<=[^\s*])\*(?!\*)|(?:^|(?<=\n))[ \t]*(?:\* *){3,}(?=\n|$)")
UNIT_AFTER = re.compile(
    r" (?:per ?cent|percent|%|o'?clock|o’clock|a\.?m|p\.?m|january|february|march|april|may|june|july|august|september|october|"
    r"november|december|jan|feb|aug|sept|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|"
    r"avril|juin|juillet|août|septembre|octobre|novembre|décembre|million|billion|thousand|hundred|years?|days?|months?|"
    r"weeks?|hours?|minutes?|miles?|feet|inches|pounds?|dollars?|francs?|marks?|men|people|tons?|times|and \d|to \d|or \d|x \d)\b",
    re.IGNORECASE,
)
ABBREVIATED = re.compile(
    r"(?:\b(?:p|pp|vol|vols|no|nos|nr|ch|chap|cap|bk|fol|ff|art|sec|sect|par|pl|fig|tab|ver|vs|v|l|ll|s|bd|t|n|col|op|lib|c|ca|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|matt|gen|cor|rom|ps|psalm|isa|ex|lev|deut)\.|[\d£$€#§])\s?$",
    re.IGNORECASE,
)


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
    found: list[Marker] = []
    if families & {"number", "letter", "symbol"}:
        found += _enclosed(text, values)
    if "number" in families:
        found += _numbers(text, values)
    if "symbol" in families:
        found += _symbols(text, values)
    if "letter" in families:
        found += _letters(text, values)
    return list(_apart(sorted(found)))


def _apart(found: list[Marker]) -> Iterator[Marker]:
    end = -1
    for marker in found:
        if marker.start >= end:
            yield marker
            end = marker.end


def _enclosed(text: str, values: frozenset[str]) -> Iterator[Marker]:
    for match in ENCLOSED.finditer(text):
        style = match.lastgroup or ""
        value = match[style].translate(SUPERSCRIPTS).lower()
        if value in values:
            yield Marker(match.start(), match.end(), value, family_of(value), style, 4.0 if style != "curly" else 3.5)
    for match in ROUND.finditer(text):
        value = match["round"].lower()
        if value in values:
            weight = _round_weight(text, match.start(), match.end())
            yield Marker(match.start(), match.end(), value, family_of(value), "round", weight)


def _round_weight(text: str, start: int, end: int) -> float:
    """ "word(1)" and "word (1)." are markers; "(1) the first, (2) the second" are an enumeration."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and not before.isspace() and before not in "(—–-":
        return 3.0
    if after in '.,;:!?)”’"»' and after:
        return 2.5
    mark = text[max(0, start - 2) : start].strip()[-1:]
    if mark in (":", ";", ",", "—", "") or re.search(
        r"(?:\band|\bor|\bund|\bet|\bou|\boder)\s$", text[max(0, start - 6) : start]
    ):
        return 0.4
    return 1.5 if mark in '.!?”’"»)' or not after or after == "\n" else 1.0


def _numbers(text: str, values: frozenset[str]) -> Iterator[Marker]:
    for match in TOUCHING.finditer(text):
        value = match["touching"]
        if value not in values:
            continue
        before = text[match.start() - 1]
        if before in ".,:" and (text[match.start() - 2 : match.start() - 1].isdigit() and before != "."):
            continue
        if before in "-—" or ABBREVIATED.search(text[max(0, match.start() - 8) : match.start()]):
            continue
        if before.isalpha() and _code(text, match.start()):
            continue
        weight = 2.0 if before.isalpha() else 3.0
        yield Marker(match.start(), match.end(), value, "number", "touching", weight)
    for match in SPACED.finditer(text):
        value = match["spaced"]
        if value not in values or UNIT_AFTER.match(text, match.end()):
            continue
        before = text[max(0, match.start() - 8) : match.start()]
        if ABBREVIATED.search(before) or before[-3:-2].isdigit():
            continue
        weight = 1.5 if before[-2] in '.!?”’"»)…' else 0.8
        yield Marker(match.start(), match.end(), value, "number", "spaced", weight)


def _code(text: str, at: int) -> bool:
    """Whether the number belongs to a code ("A4", "H2", "Co2"): after a short word with a capital or none before."""
    word = re.search(r"[^\W\d_]+$", text[max(0, at - 30) : at])
    return word is not None and (
        len(word.group()) < 3 and word.group() not in ("it", "is", "us", "me", "of", "up", "so")
    )


def _symbols(text: str, values: frozenset[str]) -> Iterator[Marker]:
    hidden = [match.span() for match in EMPHASIS.finditer(text)] if "*" in text else []
    place = 0
    for match in SYMBOL.finditer(text):
        while place < len(hidden) and hidden[place][1] <= match.start():
            place += 1
        if match.group() not in values or (place < len(hidden) and hidden[place][0] <= match.start()):
            continue
        before = text[match.start() - 1 : match.start()]
        if not before or before == "\n" or before in SYMBOLS + "([":
            continue
        spaced = before.isspace()
        after = text[match.end() : match.end() + 1]
        if spaced and (text[match.start() - 2 : match.start() - 1] in ("\n", "", " ", "*") or match.group()[0] in "§¶"):
            continue
        if match.group()[0] in "§¶" and (after.isdigit() or re.match(r"\s\d", text[match.end() : match.end() + 2])):
            continue
        yield Marker(match.start(), match.end(), match.group(), "symbol", "symbol", 1.5 if spaced else 3.0)


def _letters(text: str, values: frozenset[str]) -> Iterator[Marker]:
    for match in LETTER.finditer(text):
        if match["letter"] in values and not re.search(r"\b\w\.$", text[max(0, match.start() - 3) : match.start()]):
            yield Marker(match.start(), match.end(), match["letter"], "letter", "touching", 1.5)
