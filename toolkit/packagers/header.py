"""What a deposit needs of one TEI file: its header's statements, who tagged it, and what a machine tagged.

Every statement is a row of FIELDS with the TEI path where it is read, so that a message about a missing one names it.
A value that only says "unknown" is no statement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from toolkit.trees import safe_parser

TEI = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
ROOTS = (f"{{{TEI}}}TEI", f"{{{TEI}}}teiCorpus")
HEADER = f"{{{TEI}}}teiHeader"
IDNO = f"{{{TEI}}}idno"

FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("fileDesc/titleStmt/title[@type='main']", "fileDesc/titleStmt/title"),
    "authors": ("fileDesc/titleStmt/author", "fileDesc/sourceDesc//author"),
    "editors": ("fileDesc/titleStmt/editor[not(@role='translator')]",),
    "translators": ("fileDesc/titleStmt/editor[@role='translator']",),
    "contributors": (
        "fileDesc/titleStmt/respStmt/name[not(@type='software')]",
        "fileDesc/titleStmt/respStmt/persName",
    ),
    "funders": ("fileDesc/titleStmt/funder",),
    "edition": ("fileDesc/editionStmt/edition/@n", "fileDesc/editionStmt/edition"),
    "extent": ("fileDesc/extent",),
    "publisher": (
        "fileDesc/publicationStmt/publisher",
        "fileDesc/publicationStmt/distributor",
        "fileDesc/publicationStmt/authority",
    ),
    "issued": ("fileDesc/publicationStmt/date/@when", "fileDesc/publicationStmt/date"),
    "identifiers": ("fileDesc/publicationStmt/idno",),
    "licence": (
        "fileDesc/publicationStmt/availability/licence/@target",
        "fileDesc/publicationStmt/availability/licence",
    ),
    "licence name": ("fileDesc/publicationStmt/availability/licence",),
    "rights": (
        "fileDesc/publicationStmt/availability[not(@status='unknown')]/p",
        "fileDesc/publicationStmt/availability/licence",
    ),
    "contact": ("fileDesc/publicationStmt//email",),
    "source": ("fileDesc/sourceDesc",),
    "created": ("profileDesc/creation/date/@when", "fileDesc/sourceDesc//date/@when"),
    "languages": ("profileDesc/langUsage/language/@ident",),
    "description": ("profileDesc/abstract", "fileDesc/notesStmt/note"),
    "keywords": ("profileDesc/textClass/keywords/term[not(@type)]", "profileDesc/textClass/keywords//item"),
    "genre": ("profileDesc/textClass/keywords/term[@type='genre']",),
    "discipline": ("profileDesc/textClass/classCode",),
}
UNKNOWN = frozenset({"", "unknown"})
ROLES = {
    "authors": "author",
    "editors": "editor",
    "translators": "translator",
    "contributors": "contributor",
    "funders": "funder",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """A value of the header. reference: its @ref or @target (an ORCID, an authority's URL); scheme: its @type."""

    text: str
    reference: str = ""
    scheme: str = ""
    corporate: bool = False


@dataclass(frozen=True, slots=True)
class Application:
    """A program that worked on the file (TEI P5, 2.3.11: appInfo)."""

    id: str
    name: str
    version: str
    description: str


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the file's history (TEI P5, 2.6: revisionDesc)."""

    when: str
    who: str
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Tagged:
    """How often one element was set by one responsible with one certainty; "" where the file does not say."""

    responsible: str
    element: str
    certainty: str
    count: int


@dataclass(frozen=True, slots=True)
class Header:
    """What one TEI file says of itself.

    statements: by field of FIELDS; a field that says nothing is not there.
    tagged: elements that carry @resp, counted. source_names: of files that sourceDesc names as what the text was
    taken from; source_digests: their SHA-256.
    figures: what graphic and media elements point to, and schemas: what xml-model instructions name, where it is a file
    and not a URL.
    """

    statements: Mapping[str, tuple[Statement, ...]] = field(default_factory=dict)
    applications: tuple[Application, ...] = ()
    changes: tuple[Change, ...] = ()
    tagged: tuple[Tagged, ...] = ()
    source_names: tuple[str, ...] = ()
    source_digests: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    schemas: tuple[str, ...] = ()

    def first(self, name: str) -> str:
        """The first value of a field, or ""."""
        values = self.statements.get(name, ())
        return values[0].text if values else ""


def path_of(name: str) -> str:
    """Where a field is read, for a message: the first of its paths."""
    return f"teiHeader/{FIELDS[name][0]}"


def read_header(tei: bytes) -> Header | None:
    """What the TEI file says of itself; None where its root is no TEI. Raises etree.XMLSyntaxError."""
    root = etree.fromstring(tei, safe_parser())
    if root.tag not in ROOTS:
        return None
    header = root.find(HEADER)
    if header is None:
        return Header()
    return Header(
        statements=dict(_statements(header)),
        applications=tuple(_applications(header)),
        changes=tuple(_changes(header)),
        tagged=tuple(_tagged(root)),
        source_names=tuple(_source_names(header)),
        source_digests=tuple(_source_digests(header)),
        figures=tuple(_figures(root)),
        schemas=tuple(_schemas(root)),
    )


@cache
def _compiled(path: str) -> etree.XPath:
    """A path of FIELDS with the TEI prefix on each element's name."""
    steps = [step if not step or step.startswith("@") else f"t:{step}" for step in path.split("/")]
    return etree.XPath("/".join(steps), namespaces={"t": TEI})


def _select(path: str, header: etree._Element) -> list[object]:
    found = _compiled(path)(header)
    return list(found) if isinstance(found, list) else []


def _statements(header: etree._Element) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    for name, paths in FIELDS.items():
        for path in paths:
            said = [_statement(node) for node in _select(path, header)]
            found = [value for value in said if value.text.casefold() not in UNKNOWN]
            if found:
                yield name, tuple(dict.fromkeys(found))
                break


def _statement(node: object) -> Statement:
    if not isinstance(node, etree._Element):
        return Statement(_folded(str(node)))
    inner = node.find(f"{{{TEI}}}persName")
    corporate = node.tag == f"{{{TEI}}}orgName" or node.find(f"{{{TEI}}}orgName") is not None
    named = node if inner is None else inner
    reference = named.get("ref") or node.get("ref") or node.get("target") or ""
    return Statement(_text(named), _identifier(node) or reference, node.get("type") or "", corporate)


def _identifier(node: etree._Element) -> str:
    """A person's idno as a URL: <idno type="ORCID">0000-...</idno>."""
    for idno in node.iter(IDNO):
        value, kind = _text(idno), (idno.get("type") or "").upper()
        if kind == "ORCID" and value and "/" not in value:
            return f"https://orcid.org/{value}"
        if value.startswith("http"):
            return value
    return ""


def _text(node: etree._Element) -> str:
    """The text of an element without the identifiers in it."""
    if node.tag == IDNO:
        return _folded("".join(map(str, node.itertext())))
    inside = {str(text) for idno in node.iter(IDNO) for text in idno.itertext()}
    return _folded("".join(str(part) for part in node.itertext() if part not in inside))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _applications(header: etree._Element) -> Iterator[Application]:
    for node in header.iter(f"{{{TEI}}}application"):
        label = node.find(f"{{{TEI}}}label")
        description = " ".join(_text(part) for part in node if isinstance(part.tag, str))
        name = node.get("ident") or (_text(label) if label is not None else "")
        yield Application(node.get(XML_ID) or name, name, node.get("version") or "", description)


def _changes(header: etree._Element) -> Iterator[Change]:
    for node in header.iter(f"{{{TEI}}}change"):
        yield Change(node.get("when") or "", node.get("who") or node.get("resp") or "", _text(node))
    for node in header.iter(f"{{{TEI}}}application", f"{{{TEI}}}edition"):
        if node.get("when"):
            yield Change(node.get("when") or "", "", "")
    for node in header.iterfind(f"{{{TEI}}}fileDesc/{{{TEI}}}publicationStmt/{{{TEI}}}date[@when]"):
        yield Change(node.get("when") or "", "", "")


def _tagged(root: etree._Element) -> Iterator[Tagged]:
    counts: Counter[tuple[str, str, str]] = Counter()
    for part in root:
        if part.tag != HEADER:
            counts.update(
                (responsible.removeprefix("#"), etree.QName(node).localname, node.get("cert") or "")
                for node in part.iter(etree.Element)
                for responsible in (node.get("resp") or "").split()
            )
    for (responsible, element, certainty), count in sorted(counts.items()):
        yield Tagged(responsible, element, certainty, count)


def _source_names(header: etree._Element) -> Iterator[str]:
    for description in header.iterfind(f"{{{TEI}}}fileDesc/{{{TEI}}}sourceDesc"):
        for node in description.iter(etree.Element):
            kind = (node.get("type") or "").casefold()
            if node.get("target") and not _is_url(node.get("target") or ""):
                yield node.get("target") or ""
            elif kind in {"filename", "file"}:
                yield _text(node)
            elif kind == "digitalsource":
                yield from (_text(title) for title in node.iterfind(f"{{{TEI}}}title"))


def _source_digests(header: etree._Element) -> Iterator[str]:
    for node in header.iter(IDNO):
        if "256" in (node.get("type") or ""):
            yield _text(node).casefold().removeprefix("sha256:").removeprefix("sha-256:")


def _figures(root: etree._Element) -> Iterator[str]:
    for node in root.iter(f"{{{TEI}}}graphic", f"{{{TEI}}}media"):
        url = node.get("url") or ""
        if url and not _is_url(url):
            yield url


def _schemas(root: etree._Element) -> Iterator[str]:
    """Schemas that the document names before its root (https://www.w3.org/TR/xml-model/)."""
    for node in root.itersiblings(preceding=True):
        if isinstance(node, etree._ProcessingInstruction) and node.target == "xml-model":
            href = node.attrib.get("href", "")
            if href and not _is_url(href):
                yield href


def _is_url(text: str) -> bool:
    return ":" in text.split("/")[0] or text.startswith(("#", "//"))
