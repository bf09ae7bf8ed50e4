"""The date tagger: what the statements of a document's reading come to in its source."""

from __future__ import annotations

from toolkit.model.annotation import Annotation
from toolkit.model.document import Document, Tagging
from toolkit.model.finding import Finding
from toolkit.taggers.dates.language import language
from toolkit.taggers.dates.oddities import oddity
from toolkit.taggers.dates.ranges import Ranges, ranges_of
from toolkit.taggers.dates.statements import statements
from toolkit.taggers.dates.writing import moment, written


class DateTagger:
    """Tags dates as `date` with @when, @from and @to, or @notBefore and @notAfter (TEI P5, 3.6.4 and 14.4)."""

    name = "dates"
    version = "1.0"
    title = "dates by grammar, relative ones by the document's date and the dates named before"
    after: tuple[str, ...] = ()

    def __init__(self, *, ranges: str = Ranges.BY_FORM) -> None:
        """ranges: whether a range is one date or two (see Ranges); raises ConfigError where it is none of these."""
        self._ranges = ranges_of(ranges)

    def tag(self, document: Document) -> Tagging:
        """The dates of the document's reading, and what is odd about them; nothing where the language is not known."""
        words = language(document.language)
        if words is None:
            return Tagging()
        reading = document.reading
        spoken = moment(document.metadata.date) or written(reading, words)
        found: list[Annotation] = []
        findings: list[Finding] = []
        kinds = {block.start: block.kind for block in reading.blocks if block.kind in ("dateline", "note")}
        for start, end, meaning, value in statements(reading.text, words, spoken, self._ranges, kinds):
            first, last = reading.to_source(start, end)
            if value:
                found.append(Annotation(first, last, "date", self.name, value[1], value[0].attributes))
            odd = oddity(meaning, reading.text[start:end])
            if odd:
                findings.append(document.finding(odd[0], first, **odd[1]))
        return Tagging(tuple(found), findings=tuple(findings))
