"""Annotations: statements about a stretch of text, kept apart from the text (standoff)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Certainty(StrEnum):
    """TEI's teidata.certainty, less "unknown": a tagger that does not know says nothing."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, order=True, slots=True)
class Annotation:
    """A stretch of source text and what somebody says it is.

    start, end: offsets in characters of the decoded source, end exclusive; equal for a point (a page break).
    kind: a key of the vocabulary ("person", "date", "p", ...).
    by: the name of the reader, tagger or editor who says so.
    attributes: TEI attributes, without @resp, @cert, @xml:id; a pointer is "#" and the id of an annotation or person.
    id: a key, unique in the document, where others point to this annotation; it becomes the @xml:id.
    group: annotations of one kind that share a group are the parts of one thing (an interrupted quotation);
        they are tied with @next and @prev in the order of the text.
    """

    start: int
    end: int
    kind: str
    by: str
    cert: Certainty = Certainty.HIGH
    attributes: Mapping[str, str] = field(default_factory=dict, compare=False)
    id: str = ""
    group: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"annotation {self.kind} runs from {self.start} to {self.end}")
