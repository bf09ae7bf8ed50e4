"""XML Schema (XSD 1.0) through xmlschema; the places of what it finds come from a reading of our own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from lxml import etree

from toolkit.errors import EngineError, InputError
from toolkit.markup import element_places
from toolkit.model.finding import Finding

MAX_FINDINGS = 1000
CLASS = re.compile(r"<class '(?:\w+\.)*(\w+?)(?:1[01])?'>")  # xmlschema names types by its classes


class XsdChecker:
    """Judges documents by an XML Schema. Raises EngineError (V090) where it is none."""

    name = "grammar"

    def __init__(self, path: Path) -> None:
        import xmlschema

        try:
            self.schema: Any = xmlschema.XMLSchema(str(path), allow="local", defuse="always")
        except (xmlschema.XMLSchemaException, OSError, SyntaxError, ValueError) as error:
            reason = " ".join(str(getattr(error, "message", "") or error).split())[:300]
            raise EngineError(Finding(str(path), 0, 0, "V090", {"reason": reason})) from None

    def check(self, tei: bytes, path: str) -> list[Finding]:
        """What is wrong with a document, by its places."""
        try:
            places = element_places(tei, path)
        except InputError as error:
            return [error.finding]
        parser = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False, huge_tree=True)
        root = etree.fromstring(tei, parser)
        order = {element: index for index, element in enumerate(root.iter("*"))}
        findings = []
        for fault in self.schema.iter_errors(root):
            index = order.get(fault.elem)
            line, column = places[index] if index is not None else (fault.sourceline or 0, 0)
            reason = CLASS.sub(r"\1", " ".join(str(fault.reason).split()))
            values = {"reason": reason, "component": _component(fault)}
            findings.append(Finding(path, line, column, "V040", values))
            if len(findings) == MAX_FINDINGS:
                findings.append(Finding(path, line, column, "V029", {"count": str(MAX_FINDINGS)}))
                break
        return sorted(findings)


def _component(error: Any) -> str:
    name = getattr(error.validator, "local_name", None) or type(error.validator).__name__
    return str(name)
