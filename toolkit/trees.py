"""A TEI file as a tree: its own entities written out, nothing read from elsewhere, ids that stand twice allowed."""

from __future__ import annotations

from lxml import etree

from toolkit.errors import InputError
from toolkit.model.finding import Finding


def safe_parser() -> etree.XMLParser:
    """A parser for files of unknown origin: their own entities are written out, and nothing is read from elsewhere.

    An entity that stands in another file is an error, as are entities that multiply beyond libxml2's limit.
    """
    return etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type]  # lxml 5 takes it, the stubs know True and False
        no_network=True,
        huge_tree=True,
        collect_ids=False,
    )


def parse_tree(tei: bytes, path: str) -> etree._Element:
    """The root element; raises InputError (E002) with the place where the file is not well-formed XML."""
    try:
        return etree.fromstring(tei, safe_parser())
    except etree.XMLSyntaxError as error:
        line, column = error.position
        said = (error.msg or "not XML").partition(", line")[0]
        raise InputError(Finding(path, line, column, "E002", {"reason": said})) from None
