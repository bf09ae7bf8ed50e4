"""The XSLT processor (SaxonC through saxonche): one a process, its parser's limits raised, other files shut out.

Its settings hold for every processor of the process. What is compiled must not cross processes: start workers by spawn.
"""

from __future__ import annotations

from functools import cache
from urllib.parse import quote

from saxonche import PySaxonProcessor

# The parser inside keeps limits meant for servers: element depth 100, 200 attributes, 2,500 entities and 100,000
# "&amp;" in one document. Documents come to it without entities, so none of them protects anything.
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
    """The process's one processor."""
    engine = PySaxonProcessor(license=False)
    for limit in LIMITS:
        uri = quote(f"http://www.oracle.com/xml/jaxp/properties/{limit}", safe="")
        engine.set_configuration_property(f"{FEATURE}parserProperty?uri={uri}", "0")
    for feature in CLOSED:
        engine.set_configuration_property(f"{FEATURE}parserFeature?uri={quote(feature, safe='')}", "false")
    return engine
