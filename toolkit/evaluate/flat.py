"""Flat documents: the visible text of a TEI document, and the stretches that somebody tagged in it.

White space is left out, so that documents which break lines differently are comparable. The text of each note is a
stream of its own, for a note may stand at its anchor in one document and at the page's foot in the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

QUOTATIONS = {"q", "said", "quote", "soCalled", "mentioned"}
DATE_ATTRIBUTES = ("when", "from", "to", "notBefore", "notAfter")
# Elements that white space stands around, whether or not the file has it there.
BLOCKS = "ab bibl cell closer dateline div epigraph head item l lg note opener p row salute signed"
APART = frozenset((*BLOCKS.split(), "lb", "pb"))
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True, slots=True)
class Span:
    """A tagged stretch. label: "persName", "date", "q", "noteref" or "note"; start, end: offsets, end exclusive."""

    label: str
    start: int
    end: int
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Stream:
    """A run of visible characters; order: the place of each in the file; spans: the tags, in offsets of this stream.

    at: for a note's stream, the stream and the offset at which the note stands.
    """

    characters: list[str] = field(default_factory=list)
    order: list[int] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    at: tuple[int, int] = (0, 0)

    @property
    def text(self) -> str:
        return "".join(self.characters)


@dataclass(frozen=True, slots=True)
class Flat:
    """streams: the main text first, then each note. length: visible characters in all. names: person's id -> names.

    gaps: the characters, by their place in the file, that white space stands before.
    """

    streams: tuple[Stream, ...]
    length: int
    names: Mapping[str, frozenset[str]]
    gaps: frozenset[int] = frozenset()


def visible(text: str) -> tuple[str, list[int]]:
    """The characters that are not white space, and the offset of each."""
    offsets = [index for index, character in enumerate(text) if not character.isspace()]
    return "".join(text[index] for index in offsets), offsets


def flatten(root: etree._Element) -> Flat:
    """The visible text of a TEI document's first text element, with its tags; raises ValueError where it has none."""
    text = next(root.iter("{*}text"), None)
    if text is None:
        raise ValueError("there is no text element")
    streams = [Stream()]
    gaps: set[int] = set()
    length = _walk(text, 0, streams, 0, gaps)
    return Flat(tuple(streams), length, dict(_names(root)), frozenset(gaps))


def _walk(element: etree._Element, number: int, streams: list[Stream], length: int, gaps: set[int]) -> int:
    """Add the element to its stream; the number of visible characters so far."""
    name = etree.QName(element).localname
    apart = name in APART and element.get("break") != "no"
    if apart:
        gaps.add(length)
    if name == "note":
        streams.append(Stream(at=(number, len(streams[number].characters))))
        number = len(streams) - 1
    stream = streams[number]
    start = len(stream.characters)
    length = _write(element.text, stream, length, gaps)
    for child in element:
        if isinstance(child.tag, str):
            length = _walk(child, number, streams, length, gaps)
        length = _write(child.tail, stream, length, gaps)
    if apart:
        gaps.add(length)
    label = _label(element, name)
    if label:
        stream.spans.append(Span(label, start, len(stream.characters), _attributes(element, name)))
    return length


def _write(text: str | None, stream: Stream, length: int, gaps: set[int]) -> int:
    for character in text or "":
        if character.isspace():
            gaps.add(length)
        else:
            stream.characters.append(character)
            stream.order.append(length)
            length += 1
    return length


def _label(element: etree._Element, name: str) -> str:
    if name == "persName" or (name in ("name", "rs") and element.get("type") in ("person", "pers")):
        return "persName"
    if name in ("date", "time"):
        return "date"
    if name in QUOTATIONS:
        return "q"
    if name == "note":
        return "note"
    return "noteref" if name in ("ref", "ptr") and element.get("target", "").startswith("#") else ""


def _attributes(element: etree._Element, name: str) -> dict[str, str]:
    """What measures ask of a tag; pointers without their number sign."""
    pointers = {
        "ref": element.get("ref") or element.get("key") or "",
        "who": element.get("who") or "",
        "next": element.get("next") or "",
        "prev": element.get("prev") or "",
        "target": element.get("target") or "",
    }
    said = {key: value.split()[0].removeprefix("#") for key, value in pointers.items() if value.split()}
    dates = {key: element.get(key) or element.get(f"{key}-iso") or "" for key in DATE_ATTRIBUTES}
    others = {"id": element.get(XML_ID) or "", "n": element.get("n") or "", "cert": element.get("cert") or ""}
    return {"kind": name, **said, **{key: value for key, value in (dates | others).items() if value}}


def _names(root: etree._Element) -> Iterator[tuple[str, frozenset[str]]]:
    for person in root.iter("{*}person", "{*}personGrp"):
        key = person.get(XML_ID)
        if key:
            names = (
                " ".join(" ".join(map(str, name.itertext())).split()) for name in person.iter("{*}persName", "{*}name")
            )
            yield key, frozenset(names) - {""}


def whole(spans: Sequence[Span]) -> Iterator[Span]:
    """The spans, with the parts of one quotation, tied by next and prev, as one."""
    parts = {span.attributes["id"]: span for span in spans if span.label == "q" and "id" in span.attributes}
    for span in spans:
        if span.label == "q" and span.attributes.get("prev") in parts:
            continue
        end, part, seen = span.end, span, {span.attributes.get("id", "")}
        while span.label == "q" and part.attributes.get("next", "") in parts.keys() - seen:
            part = parts[part.attributes["next"]]
            seen.add(part.attributes["id"])
            end = max(end, part.end)
        yield replace(span, end=end)
