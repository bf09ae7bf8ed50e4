"""The teiHeader (TEI P5, chapter 2): what is known of the text, what was done to it and by what, what is unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toolkit.encode.markup import element, empty_tag, escaped, start_tag
from toolkit.markup import FORBIDDEN
from toolkit.model.document import Document
from toolkit.model.metadata import Metadata

UNKNOWN = "unknown"
ADDRESS = re.compile(r"https?://[^\s<>\[\]{}|\\^`\"]+")
ASKED = ("title", "authors", "publisher", "licence", "written")


@dataclass(frozen=True, slots=True)
class Application:
    """A reader, tagger or other part that @resp points to. title: what it does, in a phrase."""

    ident: str
    version: str
    title: str


def write_header(
    document: Document, applications: Iterable[Application], counts: Mapping[str, int], version: str, when: str
) -> str:
    """The teiHeader.

    counts: element name -> occurrences in the text. version: the toolkit's. when: the W3C date of the encoding, or "".
    """
    metadata = document.metadata
    parts = [
        "<teiHeader>",
        "<fileDesc>",
        _title_statement(document, version),
        _publication(metadata),
        _notes(metadata),
        _source(document),
        "</fileDesc>",
        _encoding(document, list(applications), counts, version),
        _profile(document),
        f"<revisionDesc>{_change(version, when)}</revisionDesc>",
        "</teiHeader>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def missing(document: Document) -> tuple[str, ...]:
    """What neither the metadata nor the text's own title say, and the header therefore calls unknown."""
    said = {name: getattr(document.metadata, name) for name in ASKED}
    said["title"] = said["title"] or text_title(document)
    return tuple(name for name, value in said.items() if not value)


def text_title(document: Document) -> str:
    """The text's own title: its first title or head, as it stands; "" where it has none."""
    first = next(iter(document.of_kind("title", "head")), None)
    return " ".join(document.source.text[first.start : first.end].split()) if first else ""


def _title_statement(document: Document, version: str) -> str:
    metadata = document.metadata
    title = metadata.title or text_title(document) or UNKNOWN
    lines = ["<titleStmt>", element("title", title, type="main")]
    lines.append(element("title", metadata.subtitle, type="sub"))
    lines.extend(element("author", name) for name in metadata.authors or (UNKNOWN,))
    for role, names in (("translator", metadata.translators), ("editor", metadata.editors)):
        lines.extend(element("editor", name, role=role, xml_id=f"{role}-{i}") for i, name in enumerate(names, 1))
    lines.append(
        "<respStmt><resp>automatic encoding</resp>"
        f'<name type="software">tei-toolkit {escaped(version)}</name></respStmt>'
    )
    return "\n".join(line for line in [*lines, "</titleStmt>"] if line)


def _publication(metadata: Metadata) -> str:
    lines = ["<publicationStmt>", element("publisher", metadata.depositor or UNKNOWN)]
    lines.extend(element("idno", value, type=scheme) for scheme, value in metadata.identifiers)
    licence = metadata.licence
    if licence:
        address = ADDRESS.match(licence)
        target = address[0].rstrip(".,;") if address else ""
        lines.append(f"<availability>{start_tag('licence', {'target': target})}{escaped(licence)}</licence>")
    elif not metadata.rights:
        lines.append('<availability status="unknown"><p>The licence is unknown.</p>')
    else:
        lines.append("<availability>")
    lines.append(element("p", metadata.rights) + "</availability>")
    return "\n".join([*lines, "</publicationStmt>"])


def _notes(metadata: Metadata) -> str:
    notes = "".join(element("note", note) for note in metadata.notes)
    return f"<notesStmt>{notes}</notesStmt>" if notes else ""


def _source(document: Document) -> str:
    """The edition that the file follows, and the file itself with what proves that it is the same file."""
    metadata, source = document.metadata, document.source
    title = metadata.title or text_title(document) or UNKNOWN
    level = "a" if metadata.container else "m"
    edition = [
        *(element("author", name) for name in metadata.authors or (UNKNOWN,)),
        element("title", title, level=level),
        element("title", metadata.container, level="m"),
        element("biblScope", metadata.part),
        *(element("editor", name, role="translator") for name in metadata.translators),
        element("publisher", metadata.publisher),
        element("pubPlace", metadata.place),
        _date(metadata.published, "published"),
        element("note", metadata.source),
    ]
    file = [
        element("title", _file_name(source.name)),
        element("idno", source.digest, type="sha256"),
        element("extent", f"{source.size} bytes, {len(source.text)} characters"),
        element("note", source.media_type, type="mediaType"),
        element("note", source.encoding + (" (detected)" if source.detected else ""), type="encoding"),
        element("note", source.line_ends, type="lineEnds"),
    ]
    return "\n".join(
        [
            "<sourceDesc>",
            f'<bibl type="edition">{"".join(edition)}</bibl>',
            f'<bibl type="digitalSource" xml:id="source">{"".join(file)}</bibl>',
            "</sourceDesc>",
        ]
    )


def _file_name(path: str) -> str:
    """The name of a file without its folders; what is no character of UTF-8 or XML in it becomes U+FFFD."""
    name = path.rpartition("/")[2] or path
    return FORBIDDEN.sub("\ufffd", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _date(value: str, kind: str) -> str:
    return element("date", value, type=kind, when=value) if value else ""


def _encoding(document: Document, applications: Iterable[Application], counts: Mapping[str, int], version: str) -> str:
    lines = ["<encodingDesc>", _editorial(document, counts)]
    lines.append('<tagsDecl><namespace name="http://www.tei-c.org/ns/1.0">')
    lines.extend(empty_tag("tagUsage", {"gi": name, "occurs": str(counts[name])}) for name in sorted(counts))
    lines.append("</namespace></tagsDecl>")
    lines.append("<appInfo>")
    toolkit = Application("tei-toolkit", version, "reads, tags, encodes and proves")
    for application in (toolkit, *applications):
        key = {"ident": application.ident, "version": application.version, "xml:id": application.ident}
        lines.append(f"{start_tag('application', key)}{element('label', application.title)}</application>")
    return "\n".join([*lines, "</appInfo>", "</encodingDesc>"])


def _editorial(document: Document, counts: Mapping[str, int]) -> str:
    """The decisions: true of every document that the toolkit writes, but for what the counts tell."""
    said = {
        "correction": "Nothing is corrected: the text is the source's, character for character, white space included.",
        "normalization": "Nothing is normalised; every line end of the source file is written as a line feed.",
        "interpretation": "Tags with @resp were set by the part of the toolkit that @resp names; @cert tells how sure "
        "it is. Structure without @resp was found by the reader that the text element names.",
    }
    marks = "Quotation marks stay in the text, inside the element that they mark."
    eol = "some" if counts.get("lb") else "none"
    hyphens = "A hyphen that only divides a word at a line end stays in the text, followed by lb with @break."
    moved = (
        "A note's text stands at its anchor; the instruction tei-toolkit moved keeps its place in the source. "
        "Signs that are not read, as marks of italics, are metamarks; a page's form feed, which XML forbids, stands "
        "in the instruction tei-toolkit omitted."
    )
    return "\n".join(
        [
            "<editorialDecl>",
            f"<correction><p>{said['correction']}</p></correction>",
            f"<normalization><p>{said['normalization']}</p></normalization>",
            f'<quotation marks="all"><p>{marks}</p></quotation>',
            f'<hyphenation eol="{eol}"><p>{hyphens}</p></hyphenation>',
            f"<interpretation><p>{said['interpretation']}</p><p>{moved}</p></interpretation>",
            "</editorialDecl>",
        ]
    )


def _profile(document: Document) -> str:
    metadata = document.metadata
    written = _date(metadata.written, "written") or element("date", UNKNOWN, type="written")
    own = _date(metadata.date, "document")
    languages = dict.fromkeys((document.language, *metadata.languages))
    spoken = "".join(start_tag("language", {"ident": tag}) + escaped(tag) + "</language>" for tag in languages)
    return f"<profileDesc>\n<creation>{written}{own}</creation>\n<langUsage>{spoken}</langUsage>\n</profileDesc>"


def _change(version: str, when: str) -> str:
    attributes = {"when": when, "who": "#tei-toolkit"}
    return f"{start_tag('change', attributes)}Encoded by tei-toolkit {escaped(version)}.</change>"
