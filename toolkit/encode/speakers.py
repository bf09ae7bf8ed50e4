"""Speakers: where a text has no cast, a speech points to the person whose name its label is (TEI P5, 7.2.2)."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from toolkit.model.annotation import Annotation, Certainty
from toolkit.model.document import Document, in_order

AROUND = " \n\t.,:;—–-_*()[]"


def with_speakers(document: Document) -> Document:
    """The document, with @who of its speeches; a label that is no name, or means several persons, gives none."""
    speeches = document.of_kind("sp")
    if not speeches or any("who" in speech.attributes for speech in speeches):
        return document
    labels = {label.start: _words(document, label) for label in document.of_kind("speaker")}
    meant = _meant(document)

    def owned(annotation: Annotation) -> Annotation:
        persons = meant.get(labels.get(annotation.start, ""), frozenset()) if annotation.kind == "sp" else frozenset()
        if len(persons) != 1:
            return annotation
        return replace(annotation, attributes={**annotation.attributes, "who": next(iter(persons))})

    return replace(document, annotations=in_order(owned(annotation) for annotation in document.annotations))


def _meant(document: Document) -> Mapping[str, frozenset[str]]:
    """The words of a label -> the persons whose names they are, wherever they are a label."""
    labels = document.of_kind("speaker")
    starts = [label.start for label in labels]
    known = {f"#{person.id}" for person in document.persons}
    found: dict[str, set[str]] = defaultdict(set)
    for person in document.of_kind("person"):
        before = bisect_right(starts, person.start)
        if not before:  # no label stands there or further up
            continue
        label = labels[before - 1]
        inside = label.start <= person.start and person.end <= label.end
        words = _words(document, person)
        sure = person.cert is not Certainty.LOW and person.attributes.get("ref") in known
        if inside and sure and words == _words(document, label):
            found[words].add(person.attributes["ref"])
    return {words: frozenset(persons) for words, persons in found.items()}


def _words(document: Document, annotation: Annotation) -> str:
    """The words of a stretch, without the marks about them, in small letters."""
    return document.source.text[annotation.start : annotation.end].strip(AROUND).casefold()
