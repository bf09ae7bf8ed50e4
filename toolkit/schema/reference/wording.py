"""Attribute values and content models in words."""

from __future__ import annotations

from toolkit.schema.specs import (
    ONCE,
    Alternate,
    AnyElement,
    AttributeDef,
    ClassRef,
    Content,
    DataRef,
    ElementRef,
    MacroRef,
    Nothing,
    Occurrence,
    RelaxNg,
    Sequence,
    TextNode,
    Values,
)

DATATYPES = {
    "teidata.word": "a word without spaces",
    "teidata.enumerated": "a word without spaces",
    "teidata.text": "any text",
    "teidata.pointer": "an address, such as #p1",
    "teidata.truthValue": "true or false",
    "teidata.xTruthValue": "true, false, unknown or inapplicable",
    "teidata.count": "a whole number from 0",
    "teidata.numeric": "a number",
    "teidata.language": "a language tag, such as en or de-AT",
    "teidata.temporal.w3c": "a date or time, such as 1936-06-05 or 1936",
    "teidata.temporal.iso": "a date or time in ISO 8601",
    "teidata.duration.w3c": "a duration, such as P3D",
    "teidata.certainty": "high, medium, low or unknown",
    "teidata.probCert": "a number from 0 to 1, or high, medium, low, unknown",
    "teidata.probability": "a number from 0 to 1",
    "teidata.name": "an XML name",
    "teidata.xmlName": "an XML name without colon",
    "teidata.namespace": "the address of a namespace",
    "teidata.version": "a version, such as 4.9.0",
    "teidata.versionNumber": "a version, such as 4.9.0",
    "teidata.xpath": "an XPath",
    "teidata.pattern": "a regular expression",
    "teidata.outputMeasurement": "a measure, such as 12pt",
    "ID": "an identifier, once in the document",
    "integer": "a whole number",
    "nonNegativeInteger": "a whole number from 0",
    "anyURI": "an address",
    "boolean": "true or false",
    "date": "a date, such as 1936-06-05",
    "string": "any text",
    "token": "any text",
}


def datatype_in_words(attribute: AttributeDef) -> str:
    """What the value of an attribute is, its values listed apart."""
    if attribute.datatype is None:
        return "" if attribute.values else "any text"
    return _counted(_kind(attribute.datatype.content), attribute.datatype.times)


def _kind(content: Content) -> str:
    match content:
        case DataRef(key, name, facets):
            said = DATATYPES.get(key or name, key or name)
            patterns = [value for facet, value in facets if facet == "pattern"]
            return said + (f" of the form {patterns[0]}" if patterns else "")
        case Values(values):
            return " or ".join(values)
        case Alternate(items) | Sequence(items):
            return " or ".join(_kind(item) for item in items)
        case _:
            return "any text"


def _counted(said: str, times: Occurrence) -> str:
    match times:
        case Occurrence(1, 1):
            return said
        case Occurrence(0, 1):
            return f"{said}, or nothing"
        case Occurrence(least, None):
            return (
                f"{said}; one or more, parted by spaces" if least <= 1 else f"{said}; {least} or more, parted by spaces"
            )
        case Occurrence(least, most):
            return f"{said}; {least} to {most}, parted by spaces"


def content_in_words(content: Content | None) -> str:
    """A content model as a formula: commas for order, bars for choice, ? * + and {2,5} for how often."""
    match content:
        case None | Nothing():
            return "empty"
        case TextNode():
            return "text"
        case ElementRef(key, times) | MacroRef(key, times):
            return key + _sign(times)
        case ClassRef(key, expand, include, except_, times):
            chosen = f" only {' '.join(include)}" if include else f" without {' '.join(except_)}" if except_ else ""
            return f"{key}{f' in {expand}' if expand else ''}{chosen}{_sign(times)}"
        case DataRef(times=times):
            return _kind(content) + _sign(times)
        case Values(values):
            return "(" + " | ".join(f"“{value}”" for value in values) + ")"
        case Sequence(items, times, ordered):
            return (
                "(" + (", " if ordered else " & ").join(content_in_words(item) for item in items) + ")" + _sign(times)
            )
        case Alternate(items, times):
            return "(" + " | ".join(content_in_words(item) for item in items) + ")" + _sign(times)
        case AnyElement(require, _, times):
            return ("any element" + (f" of {' '.join(require)}" if require else "")) + _sign(times)
        case RelaxNg():
            return "as the RELAX NG in the customisation says"


def _sign(times: Occurrence) -> str:
    if times == ONCE:
        return ""
    signs = {(0, 1): "?", (0, None): "*", (1, None): "+"}
    return signs.get((times.least, times.most)) or f"{{{times.least},{'' if times.most is None else times.most}}}"
