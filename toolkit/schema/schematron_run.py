"""Schematron run: compiled once to XSLT, each failed test a finding at the place of its element."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lxml import etree
from saxonche import PySaxonApiError, PyXsltExecutable

from toolkit.errors import EngineError, InputError
from toolkit.files import read_file
from toolkit.markup import element_places
from toolkit.model.finding import Finding
from toolkit.saxon import processor
from toolkit.schema.schematron_xslt import SchematronError, compile_schematron

CODES = {"warning": "V031", "warn": "V031", "nonfatal": "V031", "info": "V032", "information": "V032", "hint": "V032"}
MAX_FINDINGS = 1000
PLAIN: Any = {"resolve_entities": "internal", "no_network": True, "huge_tree": True, "collect_ids": False}
SHOWN = 200


class SchematronChecker:
    """Judges documents by the Schematron of a file: a .sch, or a schema that holds rules among its patterns.

    schema: what to run in the file's name, where it is not the file itself.
    Raises EngineError (V090) where it cannot be run.
    """

    name = "schematron"

    def __init__(self, path: Path, schema: bytes | None = None) -> None:
        self.path = path
        self.sheet = _compiled(read_file(path) if schema is None else schema, path)

    def check(self, tei: bytes, path: str) -> list[Finding]:
        """What breaks the rules, in the order of the document."""
        try:
            places = element_places(tei, path)
        except InputError as error:
            return [error.finding]
        try:
            node = processor().parse_xml(xml_text=_plain(tei), encoding="UTF-8")
            result = self.sheet.transform_to_string(xdm_node=node)
        except PySaxonApiError as error:
            raise EngineError(Finding(str(self.path), 0, 0, "V090", {"reason": _one_line(str(error))})) from None
        faults = etree.fromstring((result or "<faults/>").encode(), etree.XMLParser(huge_tree=True))
        findings = [_finding(fault, places, path) for fault in list(faults)[:MAX_FINDINGS]]
        if len(faults) > MAX_FINDINGS:
            findings.append(Finding(path, findings[-1].line, findings[-1].column, "V029", {"count": str(MAX_FINDINGS)}))
        return sorted(findings)


def _compiled(schema: bytes, path: Path) -> PyXsltExecutable:
    try:
        root = etree.fromstring(schema, etree.XMLParser(resolve_entities=False, no_network=True))
        sheet = compile_schematron(root, path)
        return processor().new_xslt30_processor().compile_stylesheet(stylesheet_text=sheet.decode())
    except etree.XMLSyntaxError as error:
        place, reason = (error.lineno or 0, error.offset or 0), (error.msg or "not well-formed")
    except SchematronError as error:
        place, reason = (error.line, 0), str(error)
    except PySaxonApiError as error:
        place, reason = (0, 0), str(error)
    raise EngineError(Finding(str(path), *place, "V090", {"reason": _one_line(reason)}))


def _plain(tei: bytes) -> str:
    """The document without a DTD, its own entities written out; `element_places` has refused all others."""
    parser = etree.XMLParser(**PLAIN)
    tree = etree.ElementTree(etree.fromstring(tei, parser))
    if tree.docinfo.internalDTD is not None:
        return etree.tostring(tree.getroot(), encoding="unicode")
    return etree.tostring(tree, encoding="unicode")


def _finding(fault: etree._Element, places: list[tuple[int, int]], path: str) -> Finding:
    number = int(fault.get("at", "0"))
    line, column = places[max(number, 1) - 1]
    rule = _one_line(fault.get("test", ""))
    values = {"text": _one_line(str(fault.xpath("string()"))) or rule, "rule": rule[:SHOWN]}
    return Finding(path, line, column, CODES.get(fault.get("role", "").lower(), "V030"), values)


def _one_line(text: str) -> str:
    return " ".join(text.split())
