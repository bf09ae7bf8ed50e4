"""A document from a text with marks in it, for tests: what stands between ⟦kind:...⟧ is an annotation."""

from __future__ import annotations

from toolkit.model.annotation import Annotation, Certainty
from toolkit.model.document import Document, in_order
from toolkit.model.source import Source


def document(marked: str) -> Document:
    """Read `⟦kind words⟧`, nested at will; `⟦kind#id@target words⟧` names an id and a pointer; `kind?` is a guess."""
    text: list[str] = []
    length = 0
    open_marks: list[tuple[int, str]] = []
    annotations: list[Annotation] = []
    index = 0
    while index < len(marked):
        character = marked[index]
        if character == "⟦":
            end = next(i for i in range(index, len(marked)) if marked[i] in " \n⟧")
            open_marks.append((length, marked[index + 1 : end]))
            index = end + (marked[end] != "⟧")
        elif character == "⟧":
            annotations.append(_annotation(*open_marks.pop(), length))
            index += 1
        else:
            text.append(character)
            length += 1
            index += 1
    return Document(Source("test.txt", "".join(text)), annotations=in_order(annotations))


def _annotation(start: int, name: str, end: int) -> Annotation:
    name, _, target = name.partition("@")
    name, _, key = name.partition("#")
    name, guess, _ = name.partition("?")
    structural = {"p", "head", "div", "note", "note-marker", "note-label", "emphasis", "omitted", "hyphenation"}
    return Annotation(
        start,
        end,
        name,
        "plain" if name in structural else "tagger",
        Certainty.LOW if guess else Certainty.HIGH,
        {"target": f"#{target}"} if target else {},
        key,
    )
