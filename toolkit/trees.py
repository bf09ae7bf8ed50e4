"""A TEI file as a tree: read whole, without entities, without network, with duplicate ids for the checks to find."""

from __future__ import annotations

from lxml import etree

from toolkit.errors import InputError
from toolkit.model.finding import Finding


def parse_tree(tei: bytes, path: str) -> etree._Element:
    """The root element; raises InputError (E002) with the place where the file is not well-formed XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, collect_ids=False)
    try:
        return etree.fromstring(tei, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        said = (error.msg or "not XML").partition(", line")[0]
        raise InputError(Finding(path, line, column, "E002", {"reason": said})) from None
