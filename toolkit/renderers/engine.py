"""The stylesheets of xslt/, compiled by the process's one XSLT processor.

A compiled stylesheet must not cross processes: start workers by spawn.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from lxml import etree
from saxonche import PySaxonApiError, PyXdmNode, PyXsltExecutable

from toolkit.errors import EngineError
from toolkit.model.finding import Finding
from toolkit.renderers.cut import cut
from toolkit.resources import resource
from toolkit.saxon import processor


@dataclass
class Stylesheet:
    """A stylesheet, compiled as documents need it: cut to the first one; whole as soon as another needs more."""

    path: Path
    compiled: list[tuple[frozenset[str] | None, PyXsltExecutable]] = field(default_factory=list)

    def fitting(self, names: frozenset[str]) -> PyXsltExecutable:
        """The executable for a document whose elements have these local names.

        Raises EngineError (X009) where the stylesheet is missing or faulty.
        """
        for known, executable in self.compiled:
            if known is None or names <= known:
                return executable
        wanted = None if self.compiled else names
        executable = self._compile(wanted)
        self.compiled.append((wanted, executable))
        return executable

    def _compile(self, names: frozenset[str] | None) -> PyXsltExecutable:
        compiler = processor().new_xslt30_processor()
        try:
            if names is None:
                executable = compiler.compile_stylesheet(stylesheet_file=str(self.path))
            else:
                executable = compiler.compile_stylesheet(stylesheet_text=cut(self.path, names))
        except (OSError, etree.XMLSyntaxError, PySaxonApiError) as error:
            raise EngineError(Finding(str(self.path), 0, 0, "X009", {"reason": one_line(error)})) from error
        executable.set_save_xsl_message(True)
        return executable


@cache
def stylesheet(folder: str) -> Stylesheet:
    """The stylesheet xslt/FOLDER/main.xsl."""
    return Stylesheet(resource("xslt") / folder / "main.xsl")


def parse(text: str) -> PyXdmNode:
    """The document whose characters these are, as the engine's tree."""
    return processor().parse_xml(xml_text=text, encoding="UTF-8")


def element_names(tree: PyXdmNode) -> frozenset[str]:
    """The local names of the elements of a tree."""
    xpath = processor().new_xpath_processor()
    xpath.set_context(xdm_item=tree)
    names = xpath.evaluate("distinct-values(descendant-or-self::*/local-name())")
    return frozenset(names.item_at(place).string_value for place in range(names.size))


def one_line(error: Exception) -> str:
    """An engine's message without its line feeds."""
    return " ".join(str(error).split())
