"""Blocks: what each unit is; the values from which divisions and annotations are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.model.annotation import Certainty
from toolkit.readers.plain.signs import Head


@dataclass(slots=True)
class Block:
    """Lines `first` to before `last`, and what they are ("p", "head", "lg", "list", "rule", "note" ...).

    head: what a head says of its division. parts: (first, last, kind) of the lines inside a stanza or a list.
    omitted: source stretches that are marks of form (an underline).
    """

    kind: str
    first: int
    last: int
    cert: Certainty = Certainty.HIGH
    attributes: Mapping[str, str] = field(default_factory=dict)
    head: Head | None = None
    level: int = 0
    parts: tuple[tuple[int, int, str], ...] = ()
    omitted: tuple[tuple[int, int], ...] = ()
