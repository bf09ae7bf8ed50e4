"""The datatypes of XML Schema: values that are of a type and values that are not."""

from __future__ import annotations

import pytest

from toolkit.schema.validator.datatypes import KNOWN, XSD, UnknownTypeError, datatype
from toolkit.schema.validator.pool import Pool
from toolkit.schema.validator.values import in_words

VALUES = [
    (
        "date",
        "1936-06-05 2000-02-29 -0001-02-29 -0044-03-15 1936-06-05Z 12000-01-01",
        "1936-02-30 1900-02-29 0000-01-01 36-06-05",
    ),
    ("gYear", "1936 -0044 1936+01:00", "36 0000 01936 1936-06"),
    ("gYearMonth", "1936-06", "1936-13 1936"),
    ("gMonthDay", "--02-29 --06-05", "--02-30 06-05"),
    ("gDay", "---31", "---32 31"),
    ("gMonth", "--12", "--13"),
    ("time", "18:30:00 23:59:60 18:30:00.5Z", "18:30 24:00:00 25:00:00"),
    ("dateTime", "1936-06-05T18:30:00", "1936-06-05 1936-06-05T18:30"),
    ("duration", "P2Y6M PT45M -P1D P1DT0.5S", "P 2Y PT P1H 5 minutes"),
    ("boolean", "true false 1 0", "True yes"),
    ("integer", "+7 -007", "7.0 seven ٣"),
    ("nonNegativeInteger", "0 -0 +7", "-1"),
    ("byte", "127 -128", "128"),
    ("decimal", "7. .5 -7.25", ". 1e3"),
    ("double", "1e3 INF NaN -INF", "inf +INF"),
    ("NCName", "p-1 _x é", "1p a:b a/b"),
    ("NMTOKEN", "1p a:b", "a/b"),
    ("language", "en de-AT x-klingon", "b@d e_n"),
    ("anyURI", "#a http://x.org/a%20b a/b ä", "http: a%2 a#b#c http://[x"),
    ("hexBinary", "0fb7", "0fb"),
    ("base64Binary", "dGVp dGU= QQ==", "dGV AB=="),
]


@pytest.mark.parametrize(("name", "good", "bad"), VALUES, ids=[row[0] for row in VALUES])
def test_values(name: str, good: str, bad: str) -> None:
    kind = datatype(XSD, name)
    assert [value for value in good.split() if not kind.allows(value)] == []
    assert [value for value in bad.split() if kind.allows(value)] == []


FACETS = [
    ("string", ("pattern", r"[A-Z]\d{2,3}"), ["A12", "B123"], ["A1", "A12 ", "xA12"]),
    ("token", ("pattern", r"[^\p{C}\p{Z}]+"), ["a", "ä☃", "字"], ["a b", "\u200b", "\u3000"]),
    ("token", ("pattern", r"\p{Lu}\p{Ll}*"), ["É", "Éa"], ["é", "E1"]),
    ("token", ("pattern", r"[a-z-[aeiou]]+"), ["xyz"], ["abc"]),
    ("token", ("pattern", r"\i\c*"), ["é-1"], ["-1"]),
    ("string", ("pattern", r"a.c|^$"), ["abc", "^$"], ["a\nc", ""]),
    ("token", ("pattern", r"[\-+.]\."), ["-.", "+."], ["a.", "-a"]),
    ("string", ("minLength", "2"), ["ab"], ["a"]),
    ("token", ("length", "2"), [" ab "], ["abc"]),
    ("decimal", ("maxInclusive", "1"), ["1.0", "-3"], ["1.01"]),
    ("integer", ("minExclusive", "3"), ["4"], ["3"]),
    ("decimal", ("fractionDigits", "1"), ["2.50"], ["2.25"]),
    ("NMTOKENS", ("maxLength", "2"), ["a b"], ["a b c"]),
]


@pytest.mark.parametrize(("name", "facet", "good", "bad"), FACETS, ids=[f"{row[0]} {row[1][1]}" for row in FACETS])
def test_facets(name: str, facet: tuple[str, str], good: list[str], bad: list[str]) -> None:
    kind = datatype(XSD, name, (facet,))
    assert [value for value in good if not kind.allows(value)] == []
    assert [value for value in bad if kind.allows(value)] == []


@pytest.mark.parametrize(
    ("library", "name", "params"),
    [
        (XSD, "nosuch", ()),
        ("urn:other", "string", ()),
        ("", "int", ()),
        (XSD, "string", (("nosuch", "1"),)),
        (XSD, "string", (("pattern", "[a"),)),
        (XSD, "string", (("pattern", "a{2"),)),
        (XSD, "string", (("minLength", "x"),)),
    ],
)
def test_unknown_types_and_facets_are_refused(library: str, name: str, params: tuple[tuple[str, str], ...]) -> None:
    with pytest.raises(UnknownTypeError):
        datatype(library, name, params)


def test_every_type_has_words() -> None:
    pool = Pool()
    for name in KNOWN:
        assert in_words([pool.data(datatype(XSD, name))])
