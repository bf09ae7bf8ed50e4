"""The datatypes of XML Schema (XSD 1.0, part 2) and RELAX NG's own two, with their facets."""

from __future__ import annotations

import math
import re
from calendar import isleap
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any
from xml.parsers import expat

from toolkit.schema.validator.datatype_words import WORDS
from toolkit.schema.validator.patterns import tokens
from toolkit.schema.validator.xsd_regex import NAME_MORE, NAME_START, BadPatternError, XsdRegex

XSD = "http://www.w3.org/2001/XMLSchema-datatypes"


class UnknownTypeError(ValueError):
    """A datatype or facet that no library here knows."""


ZONE = r"(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
YEAR = r"(?P<year>-?(?:[1-9]\d{3,}|0\d{3}))"
MONTH = r"(?P<month>0[1-9]|1[0-2])"
DAY = r"(?P<day>0[1-9]|[12]\d|3[01])"
TIME = r"(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d*)?"
STARTS = "".join(f"{a}-{b}" for a, b in NAME_START if a != ":")
MORES = STARTS + "".join(f"{re.escape(a)}-{re.escape(b)}" for a, b in NAME_MORE)
NUMBER = r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"

LEXICAL: Mapping[str, str] = {
    "date": f"{YEAR}-{MONTH}-{DAY}{ZONE}",
    "dateTime": f"{YEAR}-{MONTH}-{DAY}T{TIME}{ZONE}",
    "gYear": f"{YEAR}{ZONE}",
    "gYearMonth": f"{YEAR}-{MONTH}{ZONE}",
    "gMonth": f"--{MONTH}{ZONE}",
    "gMonthDay": f"--{MONTH}-{DAY}{ZONE}",
    "gDay": f"---{DAY}{ZONE}",
    "time": f"{TIME}{ZONE}",
    "duration": r"-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:(?:\d+(?:\.\d*)?|\.\d+)S)?)?",
    "boolean": "true|false|1|0",
    "decimal": NUMBER,
    "double": rf"{NUMBER}(?:[eE][+-]?\d+)?|-?INF|NaN",
    "integer": r"[+-]?\d+",
    "language": r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*",
    "Name": f"[:{STARTS}][:{MORES}]*",
    "NCName": f"[{STARTS}][{MORES}]*",
    "NMTOKEN": f"[:{MORES}]+",
    "QName": f"(?:[{STARTS}][{MORES}]*:)?[{STARTS}][{MORES}]*",
    "hexBinary": r"(?:[0-9a-fA-F]{2})*",
    "base64Binary": r"(?:(?:[A-Za-z0-9+/] ?){4})*"
    r"(?:[A-Za-z0-9+/] ?[AQgw] ?= ?=|(?:[A-Za-z0-9+/] ?){2}[AEIMQUYcgkosw048] ?=)?",
}
# Each derived type: the type whose lexical form it has, and its bounds.
DERIVED: Mapping[str, tuple[str, int | None, int | None]] = {
    "nonPositiveInteger": ("integer", None, 0),
    "negativeInteger": ("integer", None, -1),
    "nonNegativeInteger": ("integer", 0, None),
    "positiveInteger": ("integer", 1, None),
    "long": ("integer", -(2**63), 2**63 - 1),
    "int": ("integer", -(2**31), 2**31 - 1),
    "short": ("integer", -(2**15), 2**15 - 1),
    "byte": ("integer", -128, 127),
    "unsignedLong": ("integer", 0, 2**64 - 1),
    "unsignedInt": ("integer", 0, 2**32 - 1),
    "unsignedShort": ("integer", 0, 2**16 - 1),
    "unsignedByte": ("integer", 0, 255),
}
SAME_FORM = {"float": "double", "ID": "NCName", "IDREF": "NCName", "NOTATION": "QName"}
UNPARSED = frozenset(("ENTITY", "ENTITIES"))  # must be declared in a DTD, and DTDs are not read
LISTS = {"IDREFS": "NCName", "NMTOKENS": "NMTOKEN"}
FREE = ("string", "normalizedString", "token", "anyURI")
KNOWN = frozenset((*LEXICAL, *DERIVED, *SAME_FORM, *LISTS, *FREE, *UNPARSED))
NUMERIC = frozenset(("decimal", "double", "float", "integer", *DERIVED))
NAMES = frozenset(("Name", "NCName", "QName", "NMTOKEN"))
LONGEST_YEAR = 9  # digits; other validators count years in 32 bits
MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
BOUNDS = ("minInclusive", "maxInclusive", "minExclusive", "maxExclusive")
COUNTS = ("length", "minLength", "maxLength", "totalDigits", "fractionDigits")


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(LEXICAL[form], re.ASCII)


def _collapsed(text: str) -> str:
    """The text with each run of XML's white space as one space, none at its ends; other spaces are characters."""
    return " ".join(tokens(text))


@dataclass(frozen=True, slots=True)
class Facet:
    """A restriction of a type."""

    name: str
    value: str
    regex: XsdRegex | None = None


@dataclass(frozen=True)
class XsdType:
    """A datatype of XML Schema, restricted by facets."""

    name: str
    facets: tuple[Facet, ...] = ()

    def allows(self, value: str) -> bool:
        text = self._normal(value)
        return self._lexical(text) and all(self._meets(facet, text) for facet in self.facets)

    def equal(self, left: str, right: str) -> bool:
        left, right = self._normal(left), self._normal(right)
        if left == right:
            return True
        if self.name in NUMERIC:
            return self._lexical(right) and _number(left) == _number(right)
        return self.name == "boolean" and {left, right} in ({"true", "1"}, {"false", "0"})

    def describe(self) -> str:
        words = WORDS[self.name]
        patterns = [facet.value for facet in self.facets if facet.name == "pattern"]
        known = WORDS.get(patterns[0]) if len(patterns) == 1 else None
        if known and self.name in ("token", "string"):
            return known
        if patterns and not known:
            words += " that matches " + " and ".join(patterns)
        limits = [f"{PHRASES[facet.name]} {facet.value}" for facet in self.facets if facet.name in PHRASES]
        return ", ".join((words, *limits))

    def _normal(self, value: str) -> str:
        if self.name == "string":
            return value
        if self.name == "normalizedString":
            return value.replace("\t", " ").replace("\n", " ").replace("\r", " ")
        return _collapsed(value)

    def _lexical(self, text: str) -> bool:
        name = self.name
        if name in FREE:
            return name != "anyURI" or is_uri(text)
        if name in LISTS:
            return bool(text) and all(_has_form(LISTS[name], token) for token in text.split(" "))
        if name in DERIVED:
            _, least, most = DERIVED[name]
            if not _compiled("integer").fullmatch(text):
                return False
            number = _number(text)
            return (least is None or number >= least) and (most is None or number <= most)
        return name not in UNPARSED and _has_form(SAME_FORM.get(name, name), text)

    def _meets(self, facet: Facet, text: str) -> bool:
        if facet.regex is not None:
            return facet.regex.matches(text)
        if facet.name in BOUNDS:
            return self._within(facet, text)
        size, limit = self._size(facet.name, text), int(facet.value)
        if facet.name == "length":
            return size == limit
        return size >= limit if facet.name == "minLength" else size <= limit

    def _size(self, facet: str, text: str) -> int:
        if facet == "totalDigits":
            return max(len(text.lstrip("+-").replace(".", "").strip("0")), 1)
        if facet == "fractionDigits":
            return len(text.partition(".")[2].rstrip("0"))
        if self.name in LISTS:
            return len(text.split())
        if self.name == "hexBinary":
            return len(text) // 2
        if self.name == "base64Binary":
            return len(text.replace(" ", "").rstrip("=")) * 3 // 4
        return len(text)

    def _within(self, facet: Facet, text: str) -> bool:
        if self.name not in NUMERIC:  # dates of one form and no zone order as their strings do
            left, right = text, facet.value
            return _in_order(facet.name, left, right)
        number, limit = _number(text), _number(facet.value)
        if isinstance(number, float) and math.isnan(number):
            return False
        return _in_order(facet.name, number, limit)


PHRASES = {
    "minInclusive": "at least", "maxInclusive": "at most", "minExclusive": "more than", "maxExclusive": "less than",
    "length": "length", "minLength": "at least this long:", "maxLength": "at most this long:",
}  # fmt: skip


def _in_order(facet: str, value: Any, limit: Any) -> bool:
    if facet == "minInclusive":
        return bool(value >= limit)
    if facet == "maxInclusive":
        return bool(value <= limit)
    return bool(value > limit if facet == "minExclusive" else value < limit)


def _number(text: str) -> Decimal | float:
    if text in ("INF", "-INF", "NaN"):
        return float(text.replace("INF", "inf"))
    try:
        return Decimal(text)
    except InvalidOperation:
        return float("nan")


def _has_form(form: str, text: str) -> bool:
    """Whether the text is of a lexical form, and a date a day of the calendar."""
    found = _compiled(form).fullmatch(text)
    if not found or (form in NAMES and not text.isascii() and not _is_fourth_edition_name(text, form)):
        return False
    parts = found.groupdict()
    return not parts or _is_calendar_day(parts)


def _is_calendar_day(parts: Mapping[str, str | None]) -> bool:
    """Whether the day is one of its month; there is no year 0 (XSD 1.0)."""
    year = parts.get("year")
    if year is not None and (not year.strip("-0") or len(year.lstrip("-")) > LONGEST_YEAR):
        return False
    if parts.get("day") is None or parts.get("month") is None:
        return True
    month, day = int(parts["month"] or 1), int(parts["day"] or 1)
    if day > MONTHS[month - 1]:
        return False
    if (month, day) != (2, 29) or year is None:
        return True
    number = int(year) if year[0] != "-" else int(year) + 1  # the year -1 comes before 1 and is a leap year
    return isleap(number)


def _is_fourth_edition_name(text: str, form: str) -> bool:
    """Whether a name, by the wide ranges of XML 1.0's fifth edition, is one by the tables that XSD 1.0 refers to.

    Those are the tables by which expat reads element names. The text holds no markup: the wide ranges exclude it.
    """
    try:
        expat.ParserCreate().Parse(f"<{'a' if form == 'NMTOKEN' else ''}{text}/>", True)
    except expat.ExpatError:
        return False
    return True


SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*")
BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")
BRACKETED_HOST = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*://[^/]*\[[0-9a-fA-F:.]+\]")


def is_uri(text: str) -> bool:
    """Whether this is a URI reference (RFC 3986) once spaces and letters, which may stand bare, are escaped."""
    base, *fragments = text.split("#")
    if len(fragments) > 1 or BAD_ESCAPE.search(text):
        return False
    head = re.split(r"[/?#]", text, maxsplit=1)[0]
    scheme, colon, rest = text.partition(":")
    if ":" in head and not (colon and SCHEME.fullmatch(scheme) and rest):
        return False
    return not ("[" in base or "]" in base) or BRACKETED_HOST.match(base) is not None


@dataclass(frozen=True, slots=True)
class OwnType:
    """RELAX NG's own types: "string" compares exactly, "token" after normalising white space."""

    name: str

    def allows(self, value: str) -> bool:
        return True

    def equal(self, left: str, right: str) -> bool:
        return left == right if self.name == "string" else _collapsed(left) == _collapsed(right)

    def describe(self) -> str:
        return WORDS[self.name]


def datatype(library: str, name: str, params: tuple[tuple[str, str], ...] = ()) -> XsdType | OwnType:
    """The datatype of a library; raises UnknownTypeError where it or a facet is not known."""
    if library == "":
        if name not in ("string", "token") or params:
            raise UnknownTypeError(f"RELAX NG itself has no datatype {name!r}" + (" with parameters" if params else ""))
        return OwnType(name)
    if library != XSD:
        raise UnknownTypeError(f"no datatype library {library!r} is known")
    if name not in KNOWN:
        raise UnknownTypeError(f"XML Schema has no datatype {name!r}")
    return XsdType(name, tuple(_facet(*param) for param in params))


def _facet(name: str, value: str) -> Facet:
    if name == "pattern":
        try:
            return Facet(name, value, _regex(value))
        except BadPatternError as error:
            raise UnknownTypeError(str(error)) from None
    if name in BOUNDS:
        return Facet(name, value.strip())
    if name in COUNTS and value.strip().isdigit():
        return Facet(name, value.strip())
    raise UnknownTypeError(f"no facet {name} = {value!r} is known")


@cache
def _regex(pattern: str) -> XsdRegex:
    return XsdRegex(pattern)
