"""The two halves: TEI -> view -> output, each a compiled stylesheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from saxonche import PySaxonApiError, PyXdmNode

from toolkit.errors import InternalError
from toolkit.model.finding import Finding
from toolkit.renderers.engine import element_names, one_line, parse, stylesheet
from toolkit.renderers.options import Options
from toolkit.renderers.sources import characters
from toolkit.saxon import processor

VIEW = "urn:tei-toolkit:view"
UNHANDLED = "unhandled "


@dataclass(frozen=True)
class SheetRenderer:
    """An output that its stylesheet makes alone. name: its folder of xslt/ and the end of its namespace."""

    name: str
    suffix: str
    options: Options = field(default_factory=Options)

    def render(self, tei: bytes, path: str) -> tuple[bytes, tuple[Finding, ...]]:
        """The rendering of a TEI document in UTF-8; raises InputError (X001) where it is not well-formed XML."""
        view, findings = view_of(tei, path, self.options)
        return self.finish(self.output(view, path)).encode("utf-8"), findings

    def output(self, view: PyXdmNode, path: str) -> str:
        """What the output's stylesheet makes of the view."""
        uri = f"urn:tei-toolkit:{self.name}"
        parameters = {f"{{{uri}}}notes": self.options.notes, f"{{{VIEW}}}lang": self.options.lang}
        return _transform(self.name, f"{{{uri}}}page", view, parameters, path)

    def finish(self, text: str) -> str:
        """The last touch on what the stylesheet made."""
        return text


def view_of(tei: bytes, path: str, options: Options) -> tuple[PyXdmNode, tuple[Finding, ...]]:
    """The view of a TEI document, and a finding (X101) for each element that no stylesheet knows."""
    source = parse(characters(tei, path))
    sheet = stylesheet("view").fitting(element_names(source))
    sheet.clear_xsl_messages()
    parameters = {f"{{{VIEW}}}reading": options.reading, f"{{{VIEW}}}apparatus": options.apparatus}
    _configure(sheet, f"{{{VIEW}}}view", parameters)
    try:
        view = sheet.apply_templates_returning_value(xdm_value=source)
    except PySaxonApiError as error:
        raise _failed(path, "view", error) from error
    messages = sheet.get_xsl_messages()
    said = [messages.item_at(place).string_value for place in range(messages.size)] if messages is not None else []
    counts = Counter(text.removeprefix(UNHANDLED) for text in said if text.startswith(UNHANDLED))
    findings = (Finding(path, 0, 0, "X101", {"element": name, "count": str(n)}) for name, n in sorted(counts.items()))
    return view.head.get_node_value() if hasattr(view.head, "get_node_value") else view.head, tuple(findings)


def _configure(sheet: object, mode: str, parameters: Mapping[str, str]) -> None:
    engine = processor()
    sheet.clear_parameters()  # type: ignore[attr-defined]
    for name, value in parameters.items():
        sheet.set_parameter(name, engine.make_string_value(value))  # type: ignore[attr-defined]
    sheet.set_initial_mode(mode)  # type: ignore[attr-defined]


def _transform(folder: str, mode: str, node: PyXdmNode, parameters: Mapping[str, str], path: str) -> str:
    sheet = stylesheet(folder).fitting(element_names(node))
    _configure(sheet, mode, parameters)
    try:
        text = sheet.apply_templates_returning_string(xdm_value=node)
    except PySaxonApiError as error:
        raise _failed(path, folder, error) from error
    return text or ""


def _failed(path: str, folder: str, error: PySaxonApiError) -> InternalError:
    return InternalError(Finding(path, 0, 0, "X008", {"sheet": folder, "reason": one_line(error)}))
