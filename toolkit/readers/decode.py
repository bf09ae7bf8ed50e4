"""Bytes -> Source: the encoding found or taken at its word, line ends made one, and what XML cannot hold refused.

UTF-8 with or without a byte order mark, UTF-16 and UTF-32 by theirs; else the encoding the user gives, else one that is
guessed from the bytes, which a finding says. Characters are kept as they are (no Unicode normalisation).
"""

from __future__ import annotations

import codecs
import hashlib
import re
import unicodedata
from collections.abc import Mapping

from charset_normalizer import from_bytes

from toolkit.errors import InputError
from toolkit.model.finding import Finding
from toolkit.model.source import Source

# UTF-32 before UTF-16: the little-endian mark of the one begins with that of the other.
MARKS = (
    (codecs.BOM_UTF8, "UTF-8"),
    (codecs.BOM_UTF32_LE, "UTF-32LE"),
    (codecs.BOM_UTF32_BE, "UTF-32BE"),
    (codecs.BOM_UTF16_LE, "UTF-16LE"),
    (codecs.BOM_UTF16_BE, "UTF-16BE"),
)
MAGIC = (
    (b"%PDF-", "a PDF document", "Export its text first, for example with pdftotext -layout."),
    (
        b"PK\x03\x04",
        "a ZIP archive",
        "Word, OpenDocument and EPUB files are such archives: save as plain text (UTF-8) first.",
    ),
    (
        b"\xd0\xcf\x11\xe0",
        "an old Word or Office document",
        "Open it in a word processor and save it as plain text (UTF-8).",
    ),
    (b"{\\rtf", "a rich text (RTF) document", "Open it in a word processor and save it as plain text (UTF-8)."),
    (b"\x89PNG", "a PNG image", "Recognise its text (OCR) first."),
    (b"\xff\xd8\xff", "a JPEG image", "Recognise its text (OCR) first."),
    (b"GIF8", "a GIF image", "Recognise its text (OCR) first."),
    (b"II*\x00", "a TIFF image", "Recognise its text (OCR) first."),
    (b"MM\x00*", "a TIFF image", "Recognise its text (OCR) first."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first (gunzip)."),
    (b"BZh", "a bzip2 archive", "Unpack it first (bunzip2)."),
    (b"\xfd7zXZ", "an xz archive", "Unpack it first (unxz)."),
    (b"7z\xbc\xaf", "a 7-Zip archive", "Unpack it first."),
    (b"\x7fELF", "a program", "Name the text file you mean."),
    (b"SQLite format 3\x00", "an SQLite database", "Export its text first."),
)
# What XML 1.0 cannot hold (production 2, Char), form feed apart, which is a page break here and never written.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# More than any line of prose: what is longer is data, and would cost gigabytes before it showed.
LONGEST_LINE = 10_000_000
DETECTED_FROM = 256 * 1024
# What Western prose has beyond ASCII, and how much of it there is at most.
USUAL = frozenset("äöüßÄÖÜéèêëàâçîïôûùœÉÈÀÇáíóúñìòæøåÁÓÑ–—‘’“”„«»…§°£¿¡·†½\xa0º")
MOST_ACCENTED = 0.25
COMMON = ("cp1251", "koi8_r", "cp1250", "cp1253", "cp1254", "cp932", "gb18030", "big5", "euc_jp")
SINGLE_BYTES = ("cp1252", "mac_roman", "cp1250", "iso8859_15", "cp437", "cp850")


def decode(data: bytes, name: str, encoding: str = "") -> tuple[Source, tuple[Finding, ...]]:
    """The source that the bytes of the file `name` hold, and what there is to say of its encoding.

    encoding: the user's word, or "". Raises InputError where the bytes are no text: empty, binary, in another encoding
    than said, with characters that XML forbids, or with a line of more than ten million characters.
    """
    _refuse_empty_or_binary(data, name)
    text, found, detected = _decoded(data, name, encoding)
    text, line_ends = _one_line_end(text)
    if not text or text.isspace():
        raise InputError(Finding(name, 0, 0, "R001"))
    source = Source(name, text, found, line_ends, hashlib.sha256(data).hexdigest(), len(data), detected, "text/plain")
    _refuse_forbidden(source)
    _refuse_endless(source)
    return source, tuple(_remarks(source))


def _refuse_endless(source: Source) -> None:
    start = 0
    while len(source.text) - start > LONGEST_LINE:
        end = source.text.find("\n", start)
        end = len(source.text) if end < 0 else end
        if end - start > LONGEST_LINE:
            line, column = source.line_column(start)
            length = f"{(end - start) / 1e6:.0f}"
            raise InputError(Finding(source.name, line, column, "R013", {"length": length}))
        start = end + 1


def _refuse_empty_or_binary(data: bytes, name: str) -> None:
    if not data:
        raise InputError(Finding(name, 0, 0, "R001"))
    for magic, what, remedy in MAGIC:
        if data.startswith(magic) and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise InputError(Finding(name, 0, 0, "R002", {"what": what, "remedy": remedy}))


def _decoded(data: bytes, name: str, encoding: str) -> tuple[str, str, bool]:
    """The text, the encoding's IANA name, and whether it was guessed."""
    for mark, marked in MARKS:
        if data.startswith(mark):
            _refuse_contradiction(name, encoding, marked)
            return _strictly(data[len(mark) :], marked, name), marked, False
    if encoding:
        return _strictly(data, _known(encoding, name), name), iana(encoding), False
    try:
        return data.decode("utf-8"), "UTF-8", False
    except UnicodeDecodeError as error:
        guess = _guess(data)
        if not guess:
            raise _undecodable(data, name, "UTF-8", error) from None
        return data.decode(guess), iana(guess), True


def _refuse_contradiction(name: str, encoding: str, marked: str) -> None:
    if encoding and not iana(_known(encoding, name)).startswith(marked[:6].rstrip("LB")):
        values = {"given": encoding, "marked": marked}
        raise InputError(Finding(name, 1, 1, "R007", values))


def _known(encoding: str, name: str) -> str:
    try:
        "".encode(encoding)  # refuses codecs that do not make text, such as hex
        return codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise InputError(Finding(name, 0, 0, "R006", {"given": encoding})) from None


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, name, encoding, error) from None


def _undecodable(data: bytes, name: str, encoding: str, error: UnicodeDecodeError) -> InputError:
    before = data[: error.start]
    line = before.count(b"\n") + 1
    column = error.start - (before.rfind(b"\n") + 1) + 1
    values = {"encoding": iana(encoding), "byte": f"0x{data[error.start]:02X}", "offset": str(error.start)}
    return InputError(Finding(name, line, column, "R005", values))


def _guess(data: bytes) -> str:
    """The most probable single- or multi-byte encoding, or "" where the bytes look like no text at all."""
    sample = data[:DETECTED_FROM]
    if sample.count(0) or sum(byte < 32 and byte not in (9, 10, 12, 13, 26) for byte in sample) > len(sample) // 500:
        return ""
    western = _western(data)
    if western:
        return western
    for guess in (_statistical(sample), *SINGLE_BYTES):
        try:
            if guess:
                data.decode(guess)
                return codecs.lookup(guess).name
        except (UnicodeDecodeError, LookupError):
            continue
    return ""


def _statistical(sample: bytes) -> str:
    """What the frequencies of characters speak for; of guesses as good as one another, the most common encoding."""
    matches = list(from_bytes(sample))
    good = [match.encoding for match in matches if match.chaos <= matches[0].chaos + 0.02]
    return next((encoding for encoding in COMMON if encoding in good), good[0] if good else "")


def _western(data: bytes) -> str:
    """The encoding in which nearly all high bytes become characters of Western prose; "" where none does that."""
    high = re.findall(rb"[\x80-\xff]", data)
    letters = len(re.findall(rb"[A-Za-z]", data))
    if len(high) > max(20, MOST_ACCENTED * letters):
        return ""
    shares: dict[str, float] = {}
    for encoding in ("cp1252", "mac_roman", "cp850", "cp437"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            continue
        shares[encoding] = sum(byte.decode(encoding) in USUAL for byte in high) / max(1, len(high))
    best = max(shares, key=lambda key: shares[key], default="")
    return best if best and shares[best] >= 0.9 else ""


def _one_line_end(text: str) -> tuple[str, str]:
    """The text with "\\n" for every line end, and which line ends it had."""
    crlf = text.count("\r\n")
    cr = text.count("\r") - crlf
    lf = text.count("\n") - crlf
    kinds = [kind for kind, count in (("LF", lf), ("CRLF", crlf), ("CR", cr)) if count]
    if crlf or cr:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, "none" if not kinds else kinds[0] if len(kinds) == 1 else "mixed"


def _refuse_forbidden(source: Source) -> None:
    match = FORBIDDEN.search(source.text)
    if not match:
        return
    line, column = source.line_column(match.start())
    character = match.group()
    if character == "\0":
        raise InputError(Finding(source.name, line, column, "R003"))
    values = {"character": f"U+{ord(character):04X}", "count": str(len(FORBIDDEN.findall(source.text)))}
    raise InputError(Finding(source.name, line, column, "R004", values))


def _remarks(source: Source) -> list[Finding]:
    remarks = []
    if source.detected:
        offset = next((i for i, character in enumerate(source.text) if character > "\x7f"), 0)
        line, column = source.line_column(offset)
        values = {"encoding": source.encoding, "example": _around(source.text, offset)}
        remarks.append(Finding(source.name, line, column, "R008", values))
    place = source.text.find("\ufffd")
    if place >= 0:
        line, column = source.line_column(place)
        values = {"count": str(source.text.count("\ufffd"))}
        remarks.append(Finding(source.name, line, column, "R009", values))
    return remarks


def _around(text: str, offset: int) -> str:
    """The word at an offset, for a message."""
    word = re.compile(r"\S{0,20}").match(text, offset)
    before = re.search(r"\S{0,20}$", text[max(0, offset - 20) : offset])
    return unicodedata.normalize("NFC", (before.group() if before else "") + (word.group() if word else ""))


IANA: Mapping[str, str] = {
    "utf-8": "UTF-8",
    "utf_8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "ascii": "US-ASCII",
    "cp1252": "windows-1252",
    "cp1250": "windows-1250",
    "cp1251": "windows-1251",
    "cp1253": "windows-1253",
    "cp1254": "windows-1254",
    "cp1257": "windows-1257",
    "iso8859-1": "ISO-8859-1",
    "mac-roman": "macintosh",
    "koi8-r": "KOI8-R",
    "shift_jis": "Shift_JIS",
    "euc_jp": "EUC-JP",
    "big5": "Big5",
    "gb18030": "GB18030",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16LE",
    "utf-16-be": "UTF-16BE",
    "utf-32": "UTF-32",
    "utf-32-le": "UTF-32LE",
    "utf-32-be": "UTF-32BE",
}


def iana(encoding: str) -> str:
    """The IANA name of an encoding that Python knows, for example "windows-1252" for "cp1252"."""
    name = codecs.lookup(encoding).name
    if name.startswith("iso8859-"):
        return f"ISO-8859-{name.removeprefix('iso8859-')}"
    return IANA.get(name, name)
