"""One pass over a TEI file: the characters of its text with their bytes, its elements, and where new parts can go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.markup import XML_ID, new_parser, pieces, run, split_name
from toolkit.model.marked import Element, Marked, Run
from toolkit.model.person import Person
from toolkit.readers.tei.listing import listed

NAMESPACE = "http://www.tei-c.org/ns/1.0"
LANGUAGE = "http://www.w3.org/XML/1998/namespace}lang"
# Elements outside the text whose end-tag is a place for additions.
PLACES = {"listPerson", "appInfo", "encodingDesc", "fileDesc", "standOff"}


@dataclass(frozen=True, slots=True)
class Walked:
    """What one pass found.

    language: the @xml:lang of the text or the document, or "". pointed: id -> the ids of those responsible (@resp) for
    the elements that point to it, "" for an element that names nobody.
    """

    marked: Marked
    persons: tuple[Person, ...]
    language: str
    pointed: Mapping[str, set[str]]


def walk(data: bytes, path: str) -> Walked:
    """Read the file once; raises InputError where it is not well-formed."""
    walker = _Walker(data, path)
    run(walker.parser, pieces(data), path)
    walker.settle(len(data))
    elements = sorted(walker.elements, key=lambda e: (e.start, -e.end, e.before))
    marked = Marked(
        data, tuple(walker.runs), tuple(elements), frozenset(walker.ids), dict(walker.marks), walker.encoding
    )
    language = walker.languages.get("text") or walker.languages.get("TEI", "")
    return Walked(marked, listed(data, path), language, walker.pointed)


@dataclass(slots=True)
class _Open:
    name: str
    start: int
    before: int
    by: str


@dataclass
class _Walker:
    """Gathers what the parser tells; every event ends the one before it, whose last byte is known only then."""

    data: bytes
    path: str
    runs: list[Run] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    marks: dict[str, int] = field(default_factory=dict)
    languages: dict[str, str] = field(default_factory=dict)
    pointed: dict[str, set[str]] = field(default_factory=dict)
    encoding: str = "utf-8"
    opened: list[_Open] = field(default_factory=list)
    length: int = 0
    depth_of_text: int = 0
    pending_text: tuple[str, int] | None = None
    pending_end: tuple[_Open, str] | None = None

    def __post_init__(self) -> None:
        self.parser = new_parser(self.path)
        self.parser.buffer_text = False
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.CommentHandler = lambda _: self.settle(self.parser.CurrentByteIndex)
        self.parser.ProcessingInstructionHandler = lambda _, __: self.settle(self.parser.CurrentByteIndex)
        self.parser.StartCdataSectionHandler = lambda: self.settle(self.parser.CurrentByteIndex)
        self.parser.EndCdataSectionHandler = lambda: self.settle(self.parser.CurrentByteIndex)
        self.parser.XmlDeclHandler = self.declared
        if self.data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            self.encoding = "utf-16-le" if self.data[:1] == b"\xff" else "utf-16-be"

    def declared(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and not self.encoding.startswith("utf-16"):
            self.encoding = encoding

    def start(self, name: str, attributes: list[str]) -> None:
        place = self.parser.CurrentByteIndex
        self.settle(place)
        namespace, local = split_name(name)
        said = dict(zip(attributes[::2], attributes[1::2], strict=True))
        if XML_ID in said:
            self.ids.add(said[XML_ID])
        if LANGUAGE in said:
            self.languages.setdefault(local, said[LANGUAGE])
        if namespace == NAMESPACE and local == "text" and not self.depth_of_text and "text" not in self.marks:
            self.marks["text"] = place
            self.depth_of_text = len(self.opened) + 1
        by = said.pop("resp", "").removeprefix("#")
        for token in " ".join(said.values()).split():
            if token.startswith("#"):
                self.pointed.setdefault(token[1:], set()).add(by)
        self.opened.append(_Open(local, self.length, place, by))

    def end(self, name: str) -> None:
        place = self.parser.CurrentByteIndex
        self.settle(place)
        element = self.opened.pop()
        _, local = split_name(name)
        if self.depth_of_text:
            parent = self.opened[-1].name if self.opened else ""
            self.pending_end = (element, parent)
            if len(self.opened) + 1 == self.depth_of_text:
                self.depth_of_text = 0
        elif local in PLACES and "text" not in self.marks:
            self.marks.setdefault(f"/{local}", place)

    def characters(self, data: str) -> None:
        place = self.parser.CurrentByteIndex
        self.settle(place)
        if self.depth_of_text:
            self.pending_text = (data, place)

    def settle(self, place: int) -> None:
        """The event before ends at this byte: make of it what it was."""
        if self.pending_text is not None:
            text, first = self.pending_text
            self.runs.append(Run(self.length, text, first, place))
            self.length += len(text)
            self.pending_text = None
        if self.pending_end is not None:
            element, parent = self.pending_end
            stretch = element.start, self.length, element.before, place
            self.elements.append(Element(element.name, *stretch, parent, element.by))
            self.pending_end = None
