"""ODD files as trees with places, and the exceptions that name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from lxml import etree

from toolkit.errors import InputError
from toolkit.files import read_file
from toolkit.model.finding import Finding
from toolkit.schema.specs import TEI, Place

T = f"{{{TEI}}}"
RNG = "{http://relaxng.org/ns/structure/1.0}"
SCH = "{http://purl.oclc.org/dsdl/schematron}"


def parse_xml(data: bytes, path: str) -> etree._Element:
    """The root of an XML file; no entity is expanded from elsewhere, nothing is fetched. Raises InputError (S001)."""
    parser = etree.XMLParser(no_network=True, load_dtd=False, collect_ids=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        reason = (error.msg or "not well-formed").rpartition(", line ")[0] or error.msg or "not well-formed"
        line, column = error.position
        raise InputError(Finding(path, line or 0, column or 0, "S001", {"reason": reason})) from None


def read_xml(path: Path) -> etree._Element:
    """The root of the XML file at `path`."""
    return parse_xml(read_file(path), str(path))


def line_of(element: etree._Element) -> int:
    """The line an element begins in, from 1; 0 where it is not known."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


def place_of(element: etree._Element, path: str) -> Place:
    """Where an element begins."""
    return Place(path, line_of(element))


def children(element: etree._Element) -> Iterator[etree._Element]:
    """The child elements, comments and processing instructions left out."""
    return element.iterchildren("*")


def local(element: etree._Element) -> str:
    """The element's name, without its namespace."""
    return etree.QName(element).localname


def words(value: str | None) -> tuple[str, ...]:
    """The words of an attribute's value."""
    return tuple((value or "").split())


def tidy(text: str | None) -> str:
    """Text with its white space tidied."""
    return " ".join((text or "").split())


def refused(place: Place, code: str, **values: str) -> InputError:
    """The exception that refuses an ODD at a place."""
    return InputError(Finding(place.path, place.line, 0, code, values))


def unknown(place: Place, what: str, name: str, known: Iterable[str]) -> InputError:
    """The exception for a name that nothing bears (S002), with the nearest that something does."""
    return refused(place, "S002", what=what, name=name, suggestion=suggestion(name, known))


def suggestion(name: str, known: Iterable[str]) -> str:
    """A question that offers the nearest known names, or advice where none is near."""
    names = sorted(set(known))
    near = get_close_matches(name, names, n=3, cutoff=0.6)
    lower = {candidate.lower(): candidate for candidate in names}
    if name.lower() in lower:
        near = [lower[name.lower()], *(one for one in near if one != lower[name.lower()])]
    if not near:
        return "Nothing has a name like it; check the release of TEI that the customisation was written for."
    return f"Did you mean {' or '.join(near)}?"


def is_near(name: str, known: Iterable[str]) -> bool:
    """Whether a name looks like a slip of the pen for one that is known."""
    return bool(get_close_matches(name, sorted(set(known)), n=1, cutoff=0.75)) or name.lower() in map(str.lower, known)
