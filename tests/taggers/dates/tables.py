"""How the tables of the date tests are written and read."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.taggers.dates.language import language
from toolkit.taggers.dates.statements import dates
from toolkit.taggers.dates.writing import moment

Row = tuple[str, list[tuple[str, str]]]


def found(text: str, code: str, spoken: str = "") -> list[tuple[str, str]]:
    """The dates of a text as the tables write them: words and value."""
    words = language(code)
    assert words is not None
    return [(text[d.start : d.end], spell(d.interval.attributes)) for d in dates(text, words, moment(spoken))]


def spell(attributes: Mapping[str, str]) -> str:
    """ "1936-06-05" for @when, "1923/1928" for @from and @to, "1830..1848" for @notBefore and @notAfter."""
    if "when" in attributes:
        return attributes["when"]
    if attributes.keys() & {"from", "to"}:
        return f"{attributes.get('from', '')}/{attributes.get('to', '')}"
    return f"{attributes.get('notBefore', '')}..{attributes.get('notAfter', '')}"
