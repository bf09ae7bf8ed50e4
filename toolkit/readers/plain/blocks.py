"""Blocks: what each unit is; the values from which divisions and annotations are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from toolkit.model.annotation import Certainty
from toolkit.readers.plain.signs import Head


class Span(NamedTuple):
    """A stretch of the source within a block, and what it is ("speaker", "stage", "role" ...).

    id: its key, or "". part: of a verse that speakers share, "I", "M" or "F" (TEI P5, 7.2.5); else "".
    """

    start: int
    end: int
    kind: str
    id: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines `first` to before `last`, and what they are ("p", "head", "lg", "list", "rule" ...).

    head: what begins here, if a division does. parts: first line, line after the last and kind of what it holds (verse
    lines, items). omitted: source stretches that are marks of form (an underline). within: "block-quote" or "".
    spans: what it holds that does not keep to lines (a speaker's name and what he says on the same line).
    """

    kind: str
    first: int
    last: int
    cert: Certainty = Certainty.HIGH
    head: Head | None = None
    parts: tuple[tuple[int, int, str], ...] = ()
    omitted: tuple[tuple[int, int], ...] = ()
    within: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Wrap:
    """Blocks `first` to before `last` that together are an opener, a closer, an epigraph, a block quotation ..."""

    kind: str
    first: int
    last: int
    cert: Certainty = Certainty.MEDIUM
