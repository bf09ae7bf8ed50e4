"""XML read event by event, safely and with true positions: expat, entities bounded, nothing fetched.

An entity that the document itself declares is read; one that lies in another file, and a DTD elsewhere, never is
(XML 1.0, 4.4.3: a non-validating processor need not). Amplification is bounded by expat (100 times, past 8 MiB).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat

from toolkit.errors import InputError
from toolkit.model.finding import Finding

SEPARATOR = "}"
StartHandler = Callable[[str, list[str]], None]  # of an element's name, and its attributes as a flat list
WHITE = " \t\r\n"
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # no characters of XML 1.0 (2.2)
CHUNK = 1 << 16
MAX_TAG = 1 << 16
MAX_NAME = 100  # bytes of an end tag that a message shows
XML = "http://www.w3.org/XML/1998/namespace"
XML_ID = f"{XML}}}id"

# Remedies by expat's error number (xml.parsers.expat.errors): what an editor can do about it.
REMEDIES = {
    2: "Remove the stray character; a literal < is written &lt; and a literal & is written &amp;.",
    3: "The file is empty, or holds nothing but comments: it needs one root element.",
    4: "Remove the stray character; a literal < is written &lt; and a literal & is written &amp;.",
    5: "The file ends inside a tag or comment: complete it.",
    7: "Close the elements in the reverse order of their opening.",
    8: "An attribute may stand once in a tag: remove one of the two.",
    9: "Only comments and processing instructions may follow the root element's end tag.",
    11: "Write the character itself, or its number (&#233; for é), or declare the entity in the DOCTYPE.",
    17: "Nothing may stand before <?xml ...?>, not even a space.",
    18: "State the encoding that the file is really in, or save it as UTF-8.",
    19: "State the encoding that the file is really in, or save it as UTF-8.",
    27: 'Declare the prefix: xmlns:PREFIX="..." on this element or one around it.',
    30: "Nothing may stand before <?xml ...?>, not even a space.",
    43: "The entities multiply far beyond the file's size: write their text out.",
}
INVALID_TOKEN, MISMATCHED_TAG = 4, 7
DEFAULT_REMEDY = "Correct the markup at this place; everything after it is unread."


def new_parser(path: str) -> expat.XMLParserType:
    """A namespace-aware parser: names are "namespace}local", attributes come as a flat list in their order.

    An entity in another file raises InputError (V002) where it is used.
    """
    parser = expat.ParserCreate(namespace_separator=SEPARATOR)
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def external(context: str, base: str | None, system: str | None, public: str | None) -> int:
        raise InputError(
            Finding(path, *position(parser), "V002", {"entity": (context or "").split("\f")[-1], "where": system or ""})
        )

    def skipped(name: str, is_parameter: bool) -> None:
        if not is_parameter:
            raise InputError(Finding(path, *position(parser), "V003", {"entity": name}))

    parser.ExternalEntityRefHandler = external
    parser.SkippedEntityHandler = skipped
    return parser


def position(parser: expat.XMLParserType) -> tuple[int, int]:
    """Line and column, both from 1, in characters, of the event at hand."""
    return parser.CurrentLineNumber, parser.CurrentColumnNumber + 1


def run(parser: expat.XMLParserType, chunks: Iterable[bytes], path: str) -> None:
    """Parse; raises InputError (V001) where the document is not well-formed, with the place and a remedy."""
    before, chunk = 0, b""
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            before += len(chunk)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        at = parser.ErrorByteIndex - before
        raise InputError(_ill_formed(error, chunk, at, path)) from None
    except (ValueError, LookupError) as error:  # an encoding that Python does not know
        values = {"reason": str(error), "remedy": REMEDIES[18]}
        raise InputError(Finding(path, *position(parser), "V001", values)) from None


def pieces(data: bytes) -> Iterator[bytes]:
    """`data` in chunks, so that a parser's buffer stays small."""
    for start in range(0, len(data), CHUNK):
        yield data[start : start + CHUNK]


def _ill_formed(error: expat.ExpatError, chunk: bytes, at: int, path: str) -> Finding:
    """What is wrong at byte `at` of the chunk that was read last; `at` is negative where that lies further back."""
    reason = (expat.ErrorString(error.code) or "bad markup").removeprefix("not well-formed (").removesuffix(")")
    remedy = REMEDIES.get(error.code, DEFAULT_REMEDY)
    column = error.offset + 1
    if error.code == INVALID_TOKEN and at >= 0:
        reason, remedy = _stray(chunk[max(0, at - 1) : at], chunk[at : at + 1]) or (reason, remedy)
    elif error.code == MISMATCHED_TAG:
        column -= 2  # expat points at the name, after "</"
        name = chunk[at : at + MAX_NAME].partition(b">")[0].decode("utf-8", "replace").strip() if at >= 0 else ""
        reason += f" </{name}>" if name and "\0" not in name else ""  # in UTF-16, every other byte is null
    return Finding(path, error.lineno, column, "V001", {"reason": reason, "remedy": remedy})


def _stray(before: bytes, byte: bytes) -> tuple[str, str] | None:
    """Why a byte is no XML after the one before it, and the remedy; None where neither byte tells."""
    if byte > b"\x7f":  # every legal sequence beyond ASCII is a character
        return "a character that is not of the file's encoding", REMEDIES[18]
    if before in (b"&", b"<"):
        written = {b"&": "&amp;", b"<": "&lt;"}[before]
        return f"invalid token, {before.decode()} by itself", f"Write it {written}, or complete the markup."
    if before == b"=":
        return "invalid token, a value without quotation marks", 'Set the attribute\'s value in quotation marks: n="1".'
    if b"\0" < byte < b" ":
        return f"invalid token, the control character U+{byte[0]:04X}", "Remove the character: XML forbids it."
    return None


def element_places(tei: bytes, path: str) -> list[tuple[int, int]]:
    """Line and column of each start tag, in the order of the document; raises InputError where it is ill-formed."""
    parser = new_parser(path)
    places: list[tuple[int, int]] = []
    parser.StartElementHandler = lambda name, attributes: places.append(position(parser))
    run(parser, pieces(tei), path)
    return places


def split_name(name: str) -> tuple[str, str]:
    """Namespace and local part of an expat name."""
    namespace, _, local = name.rpartition(SEPARATOR)
    return namespace, local


class TagReader:
    """Reads the start tag that a parser is at, from the bytes it holds: expat tells the place of the tag only."""

    def __init__(self, parser: expat.XMLParserType, data: bytes) -> None:
        self.parser = parser
        self.data = data
        self.encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE)) else "utf-8"
        self._read: tuple[int, str, list[int]] = (-1, "", [])  # the tag read last: where it begins, its text
        parser.XmlDeclHandler = self._declared

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        try:
            name = codecs.lookup(encoding or "utf-8").name
        except LookupError:
            return  # expat refuses the document
        self.encoding = name

    def attribute(self, index: int) -> tuple[int, int]:
        """Line and column of the attribute of this number (from 0, without namespace declarations), or of the tag."""
        byte = self.parser.CurrentByteIndex
        if self._read[0] != byte:
            self._read = (byte, *read_tag(self.parser.GetInputContext() or b"", self.encoding))
        return _place(*self._read[1:], index, position(self.parser))

    def end_tag(self) -> tuple[int, int]:
        """Where the element that ends here has its end tag, or its one tag where it is empty: expat is past that."""
        byte = self.parser.CurrentByteIndex
        data = self.data
        if data.startswith(b"</", byte) or not self._is_ascii:
            return position(self.parser)
        return line_column(data, data.rfind(b"<", 0, byte), self.encoding)

    def text_before(self) -> tuple[int, int]:
        """Where the text that ends here begins, white space aside; expat, which gathers text, is past that."""
        byte = self.parser.CurrentByteIndex
        if not self._is_ascii:
            return position(self.parser)
        text = self.data[self.data.rfind(b">", 0, byte) + 1 : byte]
        return line_column(self.data, byte - len(text.lstrip(WHITE.encode())), self.encoding)

    @property
    def _is_ascii(self) -> bool:
        return not self.encoding.startswith("utf-16")


def line_column(data: bytes, byte: int, encoding: str) -> tuple[int, int]:
    """Line and column, both from 1, of a byte of a document."""
    breaks = data.count(b"\n", 0, byte) + data.count(b"\r", 0, byte) - data.count(b"\r\n", 0, byte)
    start = max(data.rfind(b"\n", 0, byte), data.rfind(b"\r", 0, byte)) + 1
    if start == 0 and data.startswith(codecs.BOM_UTF8):
        start = len(codecs.BOM_UTF8)
    return breaks + 1, len(data[start:byte].decode(encoding, "replace")) + 1


def attribute_position(data: bytes, encoding: str, index: int, tag: tuple[int, int]) -> tuple[int, int]:
    """Where an attribute of a start tag stands. data: begins with the tag, which stands at `tag`."""
    return _place(*read_tag(data, encoding), index, tag)


def read_tag(data: bytes, encoding: str) -> tuple[str, list[int]]:
    """The text that begins with a start tag, and the offsets of its attributes."""
    if encoding.startswith("utf-16"):
        encoding = "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
    size = 1 << 9
    while True:
        text = data[:size].decode(encoding, "replace").replace("\r\n", "\n")
        starts, is_whole = _starts(text)
        if is_whole or size >= min(len(data), MAX_TAG):
            return text, starts
        size *= 4


def _place(text: str, starts: list[int], index: int, tag: tuple[int, int]) -> tuple[int, int]:
    if index >= len(starts):
        return tag
    before = text[: starts[index]]
    breaks = before.count("\n")
    line, column = tag
    return (line + breaks, starts[index] - before.rfind("\n")) if breaks else (line, column + starts[index])


def _starts(tag: str) -> tuple[list[int], bool]:
    """The offsets at which the attributes of a start tag begin, without namespace declarations; whether it is whole."""
    if not tag.startswith("<"):
        return [], True
    starts: list[int] = []
    at = _until(tag, 1, WHITE + "/>")
    while True:
        while tag[at : at + 1] and tag[at] in WHITE:
            at += 1
        if tag[at : at + 1] in ("", "/", ">"):
            return starts, at < len(tag)
        start = at
        at = _until(tag, at, WHITE + "=")
        name = tag[start:at]
        at = _until(tag, at, "'\"")
        end = tag.find(tag[at : at + 1] or "\0", at + 1)
        if end < 0:
            return starts, False
        at = end + 1
        if name != "xmlns" and not name.startswith("xmlns:"):
            starts.append(start)


def _until(text: str, start: int, stops: str) -> int:
    at = start
    while at < len(text) and text[at] not in stops:
        at += 1
    return at
