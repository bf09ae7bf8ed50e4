"""The XSLT engine (SaxonC through saxonche): one processor a process, limits raised, other files shut out.

Stylesheets are compiled once a process. A compiled stylesheet must not cross processes: start workers by spawn.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from urllib.parse import quote

from saxonche import PySaxonApiError, PySaxonProcessor, PyXdmNode, PyXsltExecutable

from toolkit.errors import EngineError
from toolkit.model.finding import Finding
from toolkit.resources import resource

# The parser inside SaxonC keeps limits meant for servers: element depth 100, 200 attributes, 2,500 entities and
# 100,000 "&amp;" in one document. Documents come to it without entities (see sources.py), so none protects anything.
LIMITS = (
    "maxElementDepth",
    "elementAttributeLimit",
    "entityExpansionLimit",
    "entityReplacementLimit",
    "totalEntitySizeLimit",
    "maxGeneralEntitySizeLimit",
    "maxXMLNameLimit",
)
CLOSED = (
    "http://xml.org/sax/features/external-general-entities",
    "http://xml.org/sax/features/external-parameter-entities",
    "http://apache.org/xml/features/nonvalidating/load-external-dtd",
)
FEATURE = "http://saxon.sf.net/feature/"


@cache
def processor() -> PySaxonProcessor:
    """The process's one processor; its settings hold for every other one too, so they are set once, here."""
    engine = PySaxonProcessor(license=False)
    for limit in LIMITS:
        uri = quote(f"http://www.oracle.com/xml/jaxp/properties/{limit}", safe="")
        engine.set_configuration_property(f"{FEATURE}parserProperty?uri={uri}", "0")
    for feature in CLOSED:
        engine.set_configuration_property(f"{FEATURE}parserFeature?uri={quote(feature, safe='')}", "false")
    return engine


@cache
def stylesheet(folder: str) -> PyXsltExecutable:
    """The compiled stylesheet xslt/FOLDER/main.xsl; raises EngineError (X009) where it is missing or faulty."""
    path = resource("xslt") / folder / "main.xsl"
    compiler = processor().new_xslt30_processor()
    try:
        executable = compiler.compile_stylesheet(stylesheet_file=str(path))
    except PySaxonApiError as error:
        raise EngineError(Finding(str(path), 0, 0, "X009", {"reason": one_line(error)})) from error
    executable.set_save_xsl_message(True)
    return executable


def parse(text: str) -> PyXdmNode:
    """The document whose characters these are, as the engine's tree."""
    return processor().parse_xml(xml_text=text, encoding="UTF-8")


def one_line(error: Exception) -> str:
    """An engine's message without its line feeds."""
    return " ".join(str(error).split())


def file_of(folder: str, name: str) -> Path:
    """A file beside a stylesheet."""
    return resource("xslt") / folder / name
