"""The document: a source and what readers, taggers and editors say of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from toolkit.model.annotation import Annotation
from toolkit.model.finding import Finding
from toolkit.model.metadata import Metadata
from toolkit.model.person import Person
from toolkit.model.reading import Reading, reading_of
from toolkit.model.source import Source


@dataclass(frozen=True)
class Tagging:
    """What one tagger has to say of a document."""

    annotations: tuple[Annotation, ...] = ()
    persons: tuple[Person, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Document:
    """A source plus sorted annotations, the persons they refer to, and what was found on the way.

    language: the BCP 47 tag of the main language.
    """

    source: Source
    language: str = "en"
    annotations: tuple[Annotation, ...] = field(default=(), repr=False)
    persons: tuple[Person, ...] = ()
    findings: tuple[Finding, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)

    @cached_property
    def reading(self) -> Reading:
        """The text as a reader reads it: a block a line, without page furniture (see `Reading`)."""
        return reading_of(self.source.text, self.annotations)

    def of_kind(self, *kinds: str) -> tuple[Annotation, ...]:
        """The annotations of these kinds, in the order of the text."""
        return tuple(a for a in self.annotations if a.kind in kinds)

    def with_tagging(self, tagging: Tagging) -> Document:
        """This document and what a tagger said; persons of the same id are replaced by the newer ones."""
        persons = {person.id: person for person in (*self.persons, *tagging.persons)}
        enriched = replace(
            self,
            annotations=in_order((*self.annotations, *tagging.annotations)),
            persons=tuple(persons.values()),
            findings=(*self.findings, *tagging.findings),
        )
        if not any(a.kind in Reading.SHAPING for a in tagging.annotations) and "reading" in self.__dict__:
            enriched.__dict__["reading"] = self.reading
        return enriched

    def finding(self, code: str, offset: int, **values: str) -> Finding:
        """A finding at the place of a source character."""
        line, column = self.source.line_column(offset)
        return Finding(self.source.name, line, column, code, values)


def in_order(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Sorted by start, the longer one first, then by kind: the order in which elements open."""
    return tuple(sorted(annotations, key=lambda a: (a.start, -a.end, a.kind, a.by)))
