"""One reading of a TEI document for all checks: its ids, pointers, dates and persons, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from toolkit.markup import MAX_TAG, XML_ID, TagReader, attribute_position, new_parser, pieces, position, run, split_name
from toolkit.model.finding import Finding

TEI = "http://www.tei-c.org/ns/1.0"
EXAMPLES = "http://www.tei-c.org/ns/Examples"
TARGET = "tei-toolkit"
# Attributes whose datatype is teidata.pointer (TEI P5, appendix D); @from and @to are so on some elements only.
POINTERS = frozenset((
    "active", "ana", "calendar", "change", "copyOf", "corresp", "datingMethod", "datingPoint", "decls", "edRef",
    "end", "exclude", "facs", "from", "hand", "lemmaRef", "mergedIn", "mutual", "next", "nymRef", "origin",
    "parts", "passive", "perf", "period", "prev", "ref", "rendition", "resp", "sameAs", "scribeRef", "select",
    "since", "source", "spanTo", "start", "synch", "target", "targetEnd", "to", "where", "who", "wit",
))  # fmt: skip
DATES = frozenset(("when", "from", "to", "notBefore", "notAfter"))
PERSONS = frozenset(("person", "personGrp"))
NO_ATTRIBUTE = 1 << 20


class Attributed(NamedTuple):
    """A value of an attribute. line, column, byte: where its tag begins; number: of the attribute, from 0."""

    element: str
    attribute: str
    value: str
    line: int
    column: int
    byte: int
    number: int


@dataclass(slots=True)
class Scan:
    """What the checks look at. dates: for each element its dating attributes. notes: the toolkit's instructions."""

    path: str
    data: bytes
    encoding: str = "utf-8"
    ids: list[Attributed] = field(default_factory=list)
    pointers: list[Attributed] = field(default_factory=list)
    dates: list[tuple[Attributed, ...]] = field(default_factory=list)
    notes: list[Attributed] = field(default_factory=list)
    based: bool = False

    def finding(self, one: Attributed, code: str, **values: str) -> Finding:
        """A finding at the place of an attribute."""
        tag = self.data[one.byte : one.byte + MAX_TAG]
        line, column = attribute_position(tag, self.encoding, one.number, (one.line, one.column))
        return Finding(self.path, line, column, code, values)


def scan(tei: bytes, path: str) -> Scan:
    """Read a document; raises InputError (V001 to V003) where it is not well-formed or leans on other files."""
    found = Scan(path, tei)
    parser = new_parser(path)
    tags = TagReader(parser, tei)

    def at(element: str, attribute: str, value: str, index: int) -> Attributed:
        return Attributed(element, attribute, value, *position(parser), parser.CurrentByteIndex, index)

    def start(name: str, attributes: list[str]) -> None:
        namespace, element = split_name(name)
        if not attributes or namespace == EXAMPLES:
            return
        dates = []
        for index in range(0, len(attributes), 2):
            attribute, value = attributes[index], attributes[index + 1]
            if attribute == XML_ID:
                found.ids.append(at(element, "xml:id", value, index // 2))
            elif namespace != TEI:
                continue
            elif attribute in DATES and not value.startswith("#") and value[:1] in "-0123456789" and value:
                dates.append(at(element, attribute, value, index // 2))
            elif attribute in POINTERS:
                found.pointers.append(at(element, attribute, value, index // 2))
            elif attribute.endswith("}base"):
                found.based = True
        if dates:
            found.dates.append(tuple(dates))

    def instruction(target: str, data: str) -> None:
        if target == TARGET:
            found.notes.append(at("?", target, data, NO_ATTRIBUTE))

    parser.StartElementHandler = start
    parser.ProcessingInstructionHandler = instruction
    run(parser, pieces(tei), path)
    found.encoding = tags.encoding
    return found
