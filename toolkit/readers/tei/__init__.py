"""The TEI reader: a document that is marked up already becomes text for taggers; its markup is what an editor said.

Nothing is rebuilt: tags that are added later go into the file's own bytes (toolkit.encode.insertion).
"""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from toolkit.errors import InputError
from toolkit.model.annotation import Annotation
from toolkit.model.document import Document, in_order
from toolkit.model.finding import Finding
from toolkit.model.marked import Element, Marked
from toolkit.model.source import Source
from toolkit.readers.language import detect_language
from toolkit.readers.tei.walk import NAMESPACE, walk

NAME = "tei"
PROLOG = 1 << 16  # bytes in which the root element's namespace is looked for
# What stands for a line of the reading, and what a reader of the text does not read.
BLOCKS = {"p": "p", "head": "head", "l": "l", "ab": "ab", "item": "item", "cell": "cell", "note": "note"}
BLOCKS |= {"dateline": "dateline", "salute": "salute", "signed": "signed", "byline": "byline", "trailer": "trailer"}
BLOCKS |= {"titlePart": "title", "docImprint": "imprint", "addrLine": "address-line", "u": "p", "stage": "p"}
BLOCKS |= {"speaker": "p", "opener": "p", "closer": "p", "argument": "p", "epigraph": "p", "label": "p"}
SKIPPED = {"fw": "running-head", "metamark": "omitted", "del": "omitted", "orig": "omitted", "sic": "omitted"}
SKIPPED |= {"abbr": "omitted", "figDesc": "omitted"}
ONLY_IN_CHOICE = {"orig", "sic", "abbr"}
HAND_MADE = {"persName": "person", "date": "date", "said": "said", "quote": "quote", "soCalled": "so-called", "q": "q"}


@dataclass(frozen=True)
class MarkedSource(Source):
    """The text of a TEI file; its places are those of the file."""

    marked: Marked | None = field(default=None, repr=False)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column in the file, both from 1, of a character of the text."""
        if self.marked is None:
            return super().line_column(offset)
        before = self.marked.data[: self.marked.byte_at(offset)].decode(self.marked.encoding, "replace")
        line_start = before.rfind("\n") + 1
        return before.count("\n") + 1, len(before) - line_start + 1


def is_tei(data: bytes) -> bool:
    """Whether bytes that have no telling name (standard input) begin as TEI: with markup, and its namespace soon."""
    wide = data.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE))
    head = data[:PROLOG].decode("utf-16" if wide else "utf-8-sig", "ignore")
    return head.lstrip().startswith("<") and f'"{NAMESPACE}"' in head.replace("'", '"')


def read(data: bytes, name: str, *, language: str = "", again: Collection[str] = ()) -> tuple[Document, Marked]:
    """The document for taggers, and the file for what they find.

    again: taggers that are to read the text once more; what they said before is left out, lest they build on it: their
    tags, and the persons to whom nothing else points.

    Raises InputError where the bytes are not well-formed XML, or hold no text element of TEI.
    """
    walked = walk(data, name)
    if "text" not in walked.marked.marks:
        raise InputError(Finding(name, 0, 0, "E003"))
    text = "".join(run.text for run in walked.marked.runs)
    digest = hashlib.sha256(data).hexdigest()
    source = MarkedSource(name, text, "UTF-8", "LF", digest, len(data), False, "application/tei+xml", walked.marked)
    tongue = language or walked.language.partition("-")[0] or detect_language(text)
    by_hand = (element for element in walked.marked.elements if element.by not in again)
    annotations = in_order(_annotations(by_hand, text))
    persons = tuple(person for person in walked.persons if walked.pointed.get(person.id, {""}) - set(again))
    return Document(source, tongue, annotations, persons), walked.marked


def _annotations(elements: Iterable[Element], text: str) -> list[Annotation]:
    """Blocks, what is not read, and the tags that are there already."""
    found: list[Annotation] = []
    for element in elements:
        if element.start == element.end:
            continue
        if element.name in BLOCKS:
            found.append(Annotation(element.start, element.end, BLOCKS[element.name], NAME))
        elif element.name in SKIPPED and (element.parent == "choice" or element.name not in ONLY_IN_CHOICE):
            found.append(Annotation(element.start, element.end, SKIPPED[element.name], NAME))
        elif element.name in HAND_MADE:
            found.append(Annotation(element.start, element.end, HAND_MADE[element.name], NAME))
    return found
