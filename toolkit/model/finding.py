"""Findings: coded messages about a document. They are values and are returned; the catalogue words them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Level(StrEnum):
    """How grave a finding is: only errors count for the exit status, unless --strict."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """Something to be said about a place in a document.

    path: the file as the user named it ("-" for standard input).
    line, column: the place, both from 1; 0 where there is none.
    code: a key of the catalogue (toolkit/codes/). values: what the catalogue's message and hint name in braces.
    """

    path: str
    line: int
    column: int
    code: str
    values: Mapping[str, str] = field(default_factory=dict, compare=False)
