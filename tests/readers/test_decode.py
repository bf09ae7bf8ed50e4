"""Bytes become a source, or one error says what is wrong, where, and what to do."""

from __future__ import annotations

import hashlib

import pytest

from toolkit.codes import hint, message
from toolkit.errors import InputError
from toolkit.model.finding import Finding
from toolkit.model.source import Source
from toolkit.readers.decode import decode

GERMAN = "Die Straße führt über die Brücke – „schön“, sagte er, und ging nach Köln. Größe, Mühe, Äpfel.\n"
FRENCH = "L’été dernier, le père Noël a reçu une lettre ; « c’est très français », dit-il à sa sœur.\n"


def source_of(data: bytes, encoding: str = "") -> Source:
    return decode(data, "a.txt", encoding)[0]


def refusal(data: bytes, encoding: str = "") -> Finding:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt", encoding)
    finding = caught.value.finding
    assert message(finding) and hint(finding)
    return finding


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Größe".encode(), "UTF-8"),
        (b"\xef\xbb\xbf" + "Größe".encode(), "UTF-8"),
        (b"\xff\xfe" + "Größe".encode("utf-16-le"), "UTF-16LE"),
        (b"\xfe\xff" + "Größe".encode("utf-16-be"), "UTF-16BE"),
        (b"\xff\xfe\x00\x00" + "Größe".encode("utf-32-le"), "UTF-32LE"),
    ],
)
def test_utf_8_and_byte_order_marks_are_read_without_a_word(data: bytes, encoding: str) -> None:
    source, findings = decode(data, "a.txt")
    assert (source.text, source.encoding, source.detected, findings) == ("Größe", encoding, False, ())


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (GERMAN, "cp1252", "windows-1252"),
        (FRENCH.replace("œ", "oe"), "cp1252", "windows-1252"),
        (GERMAN, "mac_roman", "macintosh"),
        (FRENCH, "mac_roman", "macintosh"),
        ("Москва слезам не верит, и никто не знает, почему это так. " * 5, "cp1251", "windows-1251"),
    ],
)
def test_another_encoding_is_detected_and_said(text: str, codec: str, name: str) -> None:
    source, findings = decode(text.encode(codec), "a.txt")
    assert (source.text, source.encoding, source.detected) == (text, name, True)
    assert [finding.code for finding in findings] == ["R008"]
    assert name in message(findings[0])


def test_a_given_encoding_is_taken_at_its_word() -> None:
    source, findings = decode("Größe".encode("latin-1"), "a.txt", "latin1")
    assert (source.text, source.encoding, source.detected, findings) == ("Größe", "ISO-8859-1", False, ())


@pytest.mark.parametrize(
    ("data", "line_ends"),
    [(b"a\nb\n", "LF"), (b"a\r\nb\r\n", "CRLF"), (b"a\rb\r", "CR"), (b"a\r\nb\nc", "mixed"), (b"abc", "none")],
)
def test_line_ends_are_one_in_the_text_and_recorded(data: bytes, line_ends: str) -> None:
    source = source_of(data)
    assert "\r" not in source.text
    assert source.line_ends == line_ends


def test_characters_are_not_normalised() -> None:
    assert source_of("e\u0301 \u00e9 \ufb01".encode()).text == "e\u0301 \u00e9 \ufb01"


def test_the_digest_and_size_are_those_of_the_bytes() -> None:
    data = b"\xef\xbb\xbfabc\r\n"
    source = source_of(data)
    assert (source.digest, source.size) == (hashlib.sha256(data).hexdigest(), len(data))


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x0c\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert refusal(data).code == "R001"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04word/document.xml", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0JFIF", "JPEG"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"{\\rtf1 text}", "RTF"),
    ],
)
def test_other_formats_are_named(data: bytes, what: str) -> None:
    finding = refusal(data)
    assert finding.code == "R002"
    assert what in message(finding)


def test_nul_is_refused_with_its_place() -> None:
    finding = refusal(b"one\ntwo \x00 three")
    assert (finding.code, finding.line, finding.column) == ("R003", 2, 5)


@pytest.mark.parametrize(
    ("text", "name"), [("a\x07b", "U+0007"), ("a\x1bb", "U+001B"), ("a\ufffeb", "U+FFFE"), ("a\x0bb", "U+000B")]
)
def test_characters_that_xml_forbids_are_refused_with_their_place(text: str, name: str) -> None:
    finding = refusal(b"first\n" + text.encode())
    assert (finding.code, finding.line, finding.column) == ("R004", 2, 2)
    assert name in message(finding)


def test_a_form_feed_is_allowed() -> None:
    assert source_of(b"one\n\x0ctwo").text == "one\n\ftwo"


def test_bytes_that_are_not_in_the_encoding_given_are_refused_with_their_place() -> None:
    finding = refusal("eins\nzwei Größe".encode("latin-1"), "utf-8")
    assert (finding.code, finding.line, finding.column) == ("R005", 2, 8)
    assert "0xF6" in message(finding)


def test_bytes_that_are_no_text_are_refused() -> None:
    assert refusal(bytes(range(128, 256)) * 3 + bytes(range(1, 9)) * 20).code in ("R004", "R005")


@pytest.mark.parametrize("encoding", ["utf-9", "hex", "nonsense"])
def test_an_unknown_encoding_is_refused(encoding: str) -> None:
    assert refusal(b"abc", encoding).code == "R006"


def test_a_mark_that_contradicts_the_encoding_given_is_refused() -> None:
    assert refusal(b"\xff\xfea\x00", "latin-1").code == "R007"


@pytest.mark.parametrize("encoding", ["utf-16", "UTF-16LE", "utf-16-le"])
def test_a_mark_that_agrees_with_the_encoding_given_is_fine(encoding: str) -> None:
    assert source_of(b"\xff\xfea\x00", encoding).text == "a"


def test_replacement_characters_are_a_warning() -> None:
    _, findings = decode("caf\ufffd".encode(), "a.txt")
    assert [(f.code, f.line, f.column) for f in findings] == [("R009", 1, 4)]
