"""Small means to write XML that is the same every time: elements in order, no clock, one serialisation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO

from lxml import etree

XSI = "http://www.w3.org/2001/XMLSchema-instance"
XLINK = "http://www.w3.org/1999/xlink"


def root(namespace: str, name: str, prefixes: Mapping[str, str]) -> etree._Element:
    """A document's root element; the empty prefix names the default namespace."""
    nsmap: dict[str | None, str] = {prefix or None: uri for prefix, uri in prefixes.items()}
    return etree.Element(f"{{{namespace}}}{name}", nsmap=nsmap)  # type: ignore[arg-type]


def child(parent: etree._Element, name: str, text: str = "", /, **attributes: str) -> etree._Element:
    """Append an element in its parent's namespace; text that XML cannot hold is left out."""
    namespace = etree.QName(parent).namespace
    element = etree.SubElement(parent, f"{{{namespace}}}{name}" if namespace else name, dict(attributes))
    if text:
        element.text = clean(text)
    return element


def clean(text: str) -> str:
    """The text without characters that XML 1.0 does not know (control characters, halves of pairs)."""
    return "".join(char for char in text if char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff"))


def write(element: etree._Element, target: BinaryIO) -> None:
    """Serialise a small document, indented."""
    etree.indent(element)
    target.write(etree.tostring(element, xml_declaration=True, encoding="UTF-8"))
    target.write(b"\n")


def write_into(file: etree._IncrementalFileWriter, element: etree._Element, level: int = 1) -> None:
    """Write an element on a line of its own, indented, with the prefixes that the elements around it declare."""
    etree.indent(element, level=level)
    file.write("\n" + level * "  ")
    _write_into(file, element)


def _write_into(file: etree._IncrementalFileWriter, element: etree._Element) -> None:
    with file.element(element.tag, {str(name): str(value) for name, value in element.attrib.items()}):
        if element.text:
            file.write(element.text)
        for part in element:
            _write_into(file, part)
            if part.tail:
                file.write(part.tail)
