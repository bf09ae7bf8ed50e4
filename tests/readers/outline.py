"""What a reader found, as an indented outline that a test can show beside its input."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.model.annotation import Annotation
from toolkit.model.document import Document
from toolkit.readers.plain import READER
from toolkit.vocabulary import VOCABULARY


def read(text: str, language: str = "en") -> Document:
    """The document of a text."""
    return READER.read(text.encode(), "text.txt", language=language)


def nested(annotations: Sequence[Annotation]) -> list[Annotation]:
    """In the order in which elements open: the wider kind first where two have one stretch."""
    return sorted(annotations, key=lambda a: (a.start, -a.end, -VOCABULARY[a.kind].level, -VOCABULARY[a.kind].rank))


def outline(document: Document, *kinds: str) -> list[str]:
    """A line an annotation: indent, kind, attributes "type", "n" and "target", and the words of innermost ones.

    kinds: those to show; all where none is named.
    """
    shown = nested([a for a in document.annotations if not kinds or a.kind in kinds])
    lines: list[str] = []
    holders: list[Annotation] = []
    for place, annotation in enumerate(shown):
        while holders and holders[-1].end <= annotation.start:
            holders.pop()
        following = shown[place + 1] if place + 1 < len(shown) else None
        innermost = following is None or following.start >= annotation.end
        marks = " ".join(annotation.attributes[key] for key in ("type", "n", "target") if key in annotation.attributes)
        words = " ".join(document.source.text[annotation.start : annotation.end].split())
        head = "  " * len(holders) + annotation.kind + (f" ({marks})" if marks else "")
        lines.append(f"{head}: {words}" if innermost else head)
        holders.append(annotation)
    return lines


def texts(document: Document, kind: str) -> list[str]:
    """The words of the annotations of one kind, white space folded."""
    return [" ".join(document.source.text[a.start : a.end].split()) for a in document.of_kind(kind)]


def links(document: Document) -> list[tuple[str, str]]:
    """Each marker with the text just before it, and the body that it leads to."""
    bodies = {a.id: a for a in document.of_kind("note")}
    text = document.source.text
    return [
        (
            " ".join(text[max(0, a.start - 8) : a.end].split()),
            " ".join(text[bodies[a.attributes["target"][1:]].start : bodies[a.attributes["target"][1:]].end].split()),
        )
        for a in document.of_kind("note-marker")
    ]
