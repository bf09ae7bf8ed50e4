"""The foreign-words tagger: known phrases anywhere, and what is emphasised or quoted in another language."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from toolkit.model.annotation import Annotation, Certainty
from toolkit.model.document import Document, Tagging
from toolkit.model.reading import Reading
from toolkit.taggers.foreign.evidence import known_phrases, language_of

SET_OFF = ("emphasis", "said", "quote", "q", "so-called", "mentioned")
MARKS = " \t\n_*\"“”„‟«»‹›「」『』'‘’‚`.,;:!?—–-"
LONGEST = 300


class ForeignTagger:
    """Tags phrases that are surely in another language than the document."""

    name = "foreign"
    version = "1.0"
    title = "phrases in another language, where that is beyond doubt"
    after = ("quotations",)

    def tag(self, document: Document) -> Tagging:
        """The foreign phrases of a document; nested ones are left out."""
        main = document.language.split("-")[0].casefold()
        found = sorted(
            {*_known(document.reading, main), *_set_off(document, main)}, key=lambda each: (each[0], -each[1])
        )
        return Tagging(annotations=tuple(_annotations(document, found)))


_Found = tuple[int, int, str, Certainty]


def _known(reading: Reading, main: str) -> Iterator[_Found]:
    """Known phrases, in the offsets of the source."""
    for start, end, language in known_phrases(reading.text, main):
        yield *reading.to_source(start, end), language, Certainty.HIGH


def _set_off(document: Document, main: str) -> Iterator[_Found]:
    """What the source emphasises or quotes, without its marks, where all of it is in another language."""
    text = document.source.text
    languages: dict[str, str] = {}
    for annotation in document.of_kind(*SET_OFF):
        if annotation.end - annotation.start > LONGEST:
            continue
        words = text[annotation.start : annotation.end]
        language = languages.get(words)
        if language is None:
            language = languages[words] = language_of(words, main)
        if language:
            start = annotation.start + len(words) - len(words.lstrip(MARKS))
            end = annotation.end - len(words) + len(words.rstrip(MARKS))
            yield start, end, language, Certainty.HIGH if annotation.kind == "emphasis" else Certainty.MEDIUM


def _annotations(document: Document, found: Sequence[_Found]) -> Iterator[Annotation]:
    """One annotation for each stretch that no other holds, and that crosses no tag that is there already."""
    borders = _borders(document)
    reached = -1
    for start, end, language, cert in found:
        if start >= reached and bisect_right(borders, start) == bisect_left(borders, end):
            yield Annotation(start, end, "foreign", "foreign", cert, {"xml:lang": language})
            reached = end


def _borders(document: Document) -> list[int]:
    """Where persons and dates start and end: a foreign phrase that holds one is more likely a name."""
    return sorted({border for each in document.of_kind("person", "date") for border in (each.start, each.end)})
