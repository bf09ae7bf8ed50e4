"""TEI bytes -> characters that any XML parser takes: entities resolved, nothing fetched, nothing that HTML forbids."""

from __future__ import annotations

import re

from lxml import etree

from toolkit.errors import InputError
from toolkit.model.finding import Finding

NAMESPACES = {"http://www.tei-c.org/ns/1.0", "http://www.tei-c.org/ns/Examples"}
# C1 controls in a text were typed in Windows-1252 and decoded as Latin-1; HTML has no place for them.
C1 = re.compile("[\x80-\x9f\ufdd0-\ufdef]")
WINDOWS = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
FORBIDDEN = WINDOWS | {0x85: " "} | dict.fromkeys(range(0xFDD0, 0xFDF0), "\ufffd")


def characters(tei: bytes, path: str) -> str:
    """The document as one string without declaration and DOCTYPE; raises InputError: X001, not XML; X102, not TEI.

    A document that declares entities is read within the parser's limits, against entities that unfold without end;
    others may be of any size and depth. External entities are never read.
    """
    declares = b"<!ENTITY" in tei[:100_000] or b"<\0!\0E\0N\0T" in tei[:100_000]
    parser = etree.XMLParser(
        huge_tree=not declares,
        resolve_entities="internal",  # type: ignore[arg-type]  # the stubs do not know lxml 5
        no_network=True,
        load_dtd=False,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(tei, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise InputError(Finding(path, line or 0, column or 0, "X001", {"reason": reason(error)})) from None
    if etree.QName(root).namespace not in NAMESPACES:
        raise InputError(Finding(path, 1, 1, "X102", {"root": str(root.tag)}))
    text = etree.tostring(root, encoding="unicode", with_tail=False)
    return text.translate(FORBIDDEN) if C1.search(text) else text


def reason(error: etree.XMLSyntaxError) -> str:
    """The parser's words, without the place that stands before them already."""
    return re.sub(r", line \d+, column \d+.*$", "", error.msg or "it is not XML", flags=re.DOTALL).strip()
