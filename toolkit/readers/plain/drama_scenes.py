"""Scenes: what stands about the speeches of a play, between a head and the first of them, and behind the cast."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from toolkit.model.annotation import Certainty
from toolkit.readers.plain.blocks import Block
from toolkit.readers.plain.drama_casts import SETTING
from toolkit.readers.plain.drama_words import PRESENT_WORDS
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.signs import Head, is_rule
from toolkit.readers.plain.units import Unit

ACT_RANK = 14
WORD = re.compile(r"[^\W\d_]+")
CAST = Head("special", "castlist", rank=20, strong=True)
PLAY = Head("play", rank=20)
MOST_SETTINGS = 4
LONGEST_SETTING = 900
SCENES = frozenset({"act", "scene", "prologue", "epilogue", "part"})
DOUBTFUL = frozenset({"title", "short", "capitals"})


def scenes_of(
    text: str, lines: Sequence[Line], units: Sequence[Unit], heads: Mapping[int, Block]
) -> tuple[list[Unit], dict[int, Block]]:
    """The units and heads of a text; in a play, with settings as stage directions and a head for its cast.

    An epilogue is of the rank of an act; a play without acts begins a division behind its cast.
    """
    units, found = list(units), dict(heads)
    if not any(unit.kind == "drama" for unit in units):
        return units, found
    names = _names(text, units)
    for index, block in heads.items():
        if block.head and block.head.kind == "epilogue":
            found[index] = replace(block, head=replace(block.head, rank=ACT_RANK))
        if block.head and block.head.kind in SCENES:
            for place in _settings(lines, units, heads, index, names):
                units[place] = _staged(units[place])
                found.pop(place, None)
    for index, unit in enumerate(units):
        if index and unit.block and unit.block.kind == "cast-list":
            above = units[index - 1]
            found[index - 1] = Block("head", above.first, above.last, head=CAST)
            _begin(lines, units, found, index + 1)
    return units, found


def _settings(
    lines: Sequence[Line], units: Sequence[Unit], heads: Mapping[int, Block], index: int, names: Set[str]
) -> Iterator[int]:
    """The units between a scene's head and its first speech: the place, the persons who are there."""
    between: list[int] = []
    for place in range(index + 1, min(len(units), index + 2 + MOST_SETTINGS)):
        unit, head = units[place], heads.get(place)
        if unit.block:
            if unit.block.kind == "sp":
                yield from between
                return
        elif unit.kind or (head and head.head and head.head.style not in DOUBTFUL):
            return
        elif _is_setting(lines, unit, head, names):
            between.append(place)


def _is_setting(lines: Sequence[Line], unit: Unit, head: Block | None, names: Set[str]) -> bool:
    """Whether a unit is whole sentences, or the names of those who are there, and no title."""
    first, last = lines[unit.first], lines[unit.last - 1]
    if is_rule(first.text) or last.end - first.start > LONGEST_SETTING:
        return False
    words = set(WORD.findall(" ".join(line.text for line in lines[unit.first : unit.last]).casefold()))
    return not head or last.text.rstrip("_)]")[-1:] in (".", "") or words <= names


def _names(text: str, units: Sequence[Unit]) -> frozenset[str]:
    """The words of the speakers' names, in small letters, and what stands between such names."""
    spans = [span for unit in units if unit.block for span in unit.block.spans if span.kind in ("speaker", "role")]
    words = {word for span in spans for word in WORD.findall(text[span.start : span.end].casefold())}
    return frozenset({*words, *PRESENT_WORDS.split()})


def _staged(unit: Unit) -> Unit:
    block = Block("stage", unit.first, unit.last, Certainty.MEDIUM)
    return Unit(unit.first, unit.last, unit.gap, unit.page, kind="drama", block=block)


def _begin(lines: Sequence[Line], units: list[Unit], heads: Mapping[int, Block], start: int) -> None:
    """Let a division begin behind the cast, where speeches follow without a head."""
    for place in range(start, len(units)):
        if place in heads:
            return
        block = units[place].block
        if block and block.kind == "sp":
            break
    else:
        return
    first = units[start]
    if not first.block and SETTING.match(lines[first.first].text):
        first = _staged(first)
    block = first.block or Block("p", first.first, first.last)
    units[start] = replace(first, kind="drama", block=replace(block, head=PLAY))
