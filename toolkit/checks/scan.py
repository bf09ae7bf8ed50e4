"""One reading of a TEI document for all checks: its ids, pointers, dates and persons, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from toolkit.markup import (
    MAX_TAG,
    XML_ID,
    StartHandler,
    TagReader,
    attribute_position,
    new_parser,
    pieces,
    position,
    run,
    split_name,
)
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
    """What the checks look at. dates: for each element its dating attributes. notes: the toolkit's instructions.

    pointed: the values of all pointers. pointers: those with their places whose target was not yet read before them.
    """

    path: str
    data: bytes
    tags: TagReader | None = None
    ids: list[Attributed] = field(default_factory=list)
    pointed: set[str] = field(default_factory=set)
    pointers: list[Attributed] = field(default_factory=list)
    dates: list[tuple[Attributed, ...]] = field(default_factory=list)
    notes: list[Attributed] = field(default_factory=list)
    based: bool = False

    def finding(self, one: Attributed, code: str, **values: str) -> Finding:
        """A finding at the place of an attribute."""
        tag = self.data[one.byte : one.byte + MAX_TAG]
        encoding = self.tags.encoding if self.tags else "utf-8"
        line, column = attribute_position(tag, encoding, one.number, (one.line, one.column))
        return Finding(self.path, line, column, code, values)


Role = tuple[int, str, str]  # the number of an attribute, its name, and what it is: an id, a pointer, or a date


def scan(tei: bytes, path: str) -> Scan:
    """Read a document; raises InputError (V001 to V003) where it is not well-formed or leans on other files."""
    scanner = Scanner(tei, path)
    parser = new_parser(path)
    parser.StartElementHandler = scanner.listen(parser, TagReader(parser, tei))
    run(parser, pieces(tei), path)
    return scanner.found


class Scanner:
    """Takes down what the checks look at while a parser reads the document, be it another's parser."""

    def __init__(self, tei: bytes, path: str) -> None:
        self.found = Scan(path, tei)
        self._known: dict[tuple[str, ...], tuple[Role, ...]] = {}
        self._elements: dict[str, str] = {}

    def listen(self, parser: expat.XMLParserType, tags: TagReader) -> StartHandler:
        """The handler of start tags to be called by the parser; instructions are heard at once."""
        self.found.tags = tags
        found, known, elements = self.found, self._known, self._elements
        behind: set[str] = set()  # pointers to the ids that were read

        def here(name: str, attribute: str, value: str, number: int) -> Attributed:
            return Attributed(elements[name], attribute, value, *position(parser), parser.CurrentByteIndex, number)

        def start(name: str, attributes: list[str]) -> None:
            if not attributes:
                return
            shape = (name, *attributes[::2])
            roles = known.get(shape)
            if roles is None:
                roles = self._learn(shape)
            dates: list[Attributed] = []
            for number, attribute, role in roles:
                value = attributes[2 * number + 1]
                if role == "id":
                    behind.add(f"#{value}")
                    found.ids.append(here(name, attribute, value, number))
                elif role == "date" and value[:1] in "-0123456789" and value:
                    dates.append(here(name, attribute, value, number))
                elif attribute in POINTERS:
                    found.pointed.add(value)
                    if value not in behind:
                        found.pointers.append(here(name, attribute, value, number))
            if dates:
                found.dates.append(tuple(dates))

        def instruction(target: str, data: str) -> None:
            if target == TARGET:
                place = *position(parser), parser.CurrentByteIndex
                found.notes.append(Attributed("?", target, data, *place, NO_ATTRIBUTE))

        parser.ProcessingInstructionHandler = instruction
        return start

    def _learn(self, shape: tuple[str, ...]) -> tuple[Role, ...]:
        """The roles of a tag's attributes, looked up once for all tags of one name and the same attributes."""
        namespace, self._elements[shape[0]] = split_name(shape[0])
        self.found.based = self.found.based or (namespace == TEI and any(key.endswith("}base") for key in shape[1:]))
        self._known[shape] = _roles(*shape)
        return self._known[shape]


def _roles(name: str, *attributes: str) -> tuple[Role, ...]:
    """What the attributes of an element are to the checks; an example's are nothing to them."""
    namespace, _ = split_name(name)
    roles: list[Role] = []
    for number, attribute in enumerate(attributes if namespace != EXAMPLES else ()):
        if attribute == XML_ID:
            roles.append((number, "xml:id", "id"))
        elif namespace == TEI and attribute in DATES:
            roles.append((number, attribute, "date"))
        elif namespace == TEI and attribute in POINTERS:
            roles.append((number, attribute, "pointer"))
    return tuple(roles)
