"""A stylesheet cut to a document: its modules in one, without what names elements that the document does not have.

Compiling a stylesheet takes longer than rendering a letter by it, and most of that time goes into the names of match
patterns. A template that is left out could match nothing, so the result is the whole stylesheet's (XSLT 3.0, 5.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

XSL = "{http://www.w3.org/1999/XSL/Transform}"
BASE = "{http://www.w3.org/XML/1998/namespace}base"
# An attribute of templates that match other things than elements, but only about these.
ONLY_WITH = "{urn:tei-toolkit:view}only-with"
# A step that is a name, without its predicates; any other step ("*", "@rend", "text()") may match in every document.
NAME = re.compile(r"(?:[\w.-]+:)?([\w.-]+)")
OPENING, CLOSING, QUOTES = "[(", "])", "'\""


def cut(path: Path, names: frozenset[str]) -> str:
    """The stylesheet and all that it includes, for documents that have elements of these local names only.

    Its modules must not give one prefix to two namespaces. Raises OSError and etree.XMLSyntaxError where one of them
    cannot be read.
    """
    declarations = list(_declarations(path))
    prefixes = {prefix: uri for found in declarations for prefix, uri in found.nsmap.items()}
    whole = etree.Element(
        f"{XSL}stylesheet",
        {"version": "3.0"},
        prefixes,  # type: ignore[arg-type]  # the stubs do not know that None is the default namespace
    )
    whole.extend(found for found in declarations if _can_match(found, names))
    return etree.tostring(whole, encoding="unicode")


def _declarations(path: Path) -> Iterator[etree._Element]:
    """What stands in a stylesheet and its modules, in order; with its module's address and standard attributes."""
    module = etree.parse(path).getroot()
    inherited = {name: value for name, value in module.attrib.items() if name != "version"}
    inherited[BASE] = path.absolute().as_uri()
    for found in module.iterchildren("*"):
        if found.tag == f"{XSL}include":
            yield from _declarations(path.parent / found.get("href", ""))
            continue
        for name, value in {**inherited, **found.attrib}.items():
            found.set(name, value)
        yield found


def _can_match(found: etree._Element, names: frozenset[str]) -> bool:
    """Whether a declaration is needed; a template's pattern keeps only the alternatives that can match."""
    if found.tag != f"{XSL}template" or "match" not in found.attrib:
        return True
    if ONLY_WITH in found.attrib and names.isdisjoint(str(found.attrib[ONLY_WITH]).split()):
        return False
    kept = [one for one in alternatives(str(found.attrib["match"])) if named(one) <= names]
    found.set("match", "|".join(kept))
    return bool(kept)


def alternatives(pattern: str) -> list[str]:
    """The alternatives of a pattern: what stands between its "|", save those in brackets and strings."""
    parts = [""]
    for character, depth in _depths(pattern):
        if character == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]


def named(alternative: str) -> frozenset[str]:
    """The local names of elements that must occur where an alternative matches: its steps' own, not its predicates'."""
    bare = "".join(
        character
        for character, depth in _depths(alternative)
        if depth == 0 or (depth == 1 and character == "(")  # a test or a group, of which no name is known
    )
    steps = (NAME.fullmatch(step.strip()) for step in bare.split("/"))
    return frozenset(step[1] for step in steps if step)


def _depths(pattern: str) -> Iterator[tuple[str, int]]:
    """Each character and how many brackets it stands in, those that open and close included."""
    depth, quote = 0, ""
    for character in pattern:
        if quote:
            yield character, depth + 1
            quote = "" if character == quote else quote
            continue
        quote = character if character in QUOTES else ""
        depth += character in OPENING
        yield character, depth + bool(quote)
        depth -= character in CLOSING
