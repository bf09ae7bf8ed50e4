"""Values in words: what an attribute may hold, with an example, and what is wrong with the value that it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from toolkit.schema.validator.datatypes import NUMERIC, XsdType
from toolkit.schema.validator.date_faults import why_no_date
from toolkit.schema.validator.nearest import by_likeness, close_match, phrase
from toolkit.schema.validator.patterns import Data, List, Pattern, Value

SHOWN = 12


def in_words(patterns: Sequence[Pattern], value: str = "") -> str:
    """What the patterns admit, in words; values of a closed list nearest first."""
    leaves = list(_leaves(patterns))
    words: list[str] = []
    values = [leaf.value for leaf, _ in leaves if isinstance(leaf, Value) and leaf.value]
    if values:
        ordered = by_likeness(value, values)
        listed = phrase([f'"{one}"' for one in ordered[:SHOWN]], "or", len(set(values)))
        words.append(f"one of {listed}" if len(set(values)) > 1 else listed)
    types = {leaf.datatype.name for leaf, _ in leaves if isinstance(leaf, Data) and isinstance(leaf.datatype, XsdType)}
    if {"date", "gYear"} <= types:
        words.append("a date as YYYY, YYYY-MM or YYYY-MM-DD, for example 1936-06-05 (also --06-05 or a time, 18:30:00)")
        leaves = [(leaf, listed) for leaf, listed in leaves if not _is_of_time(leaf)]
    if "double" in types:
        leaves = [(leaf, listed) for leaf, listed in leaves if not _is_named(leaf, "decimal")]
    for leaf, _ in leaves:
        if isinstance(leaf, Data) and (said := leaf.datatype.describe()) not in words:
            words.append(said)
    if any(listed for _, listed in leaves):
        words.append("several parted by spaces where needed")
    return (phrase(words, "or") if len(words) < 3 else "; or ".join(words)) or "any text"


def why_not(value: str, patterns: Sequence[Pattern]) -> str:
    """A reason in a clause where there is a plain one, else "": no such month, a word too like one of the list."""
    leaves = list(_leaves(patterns))
    if not value.strip():
        return "it is empty"
    values = [leaf.value for leaf, _ in leaves if isinstance(leaf, Value) and leaf.value]
    near = close_match(value.strip(), values)
    if near:
        return f'did you mean "{near}"?'
    if any(_is_of_time(leaf) for leaf, _ in leaves):
        return why_no_date(value.strip())
    named = {leaf.datatype.name for leaf, _ in leaves if isinstance(leaf, Data) and isinstance(leaf.datatype, XsdType)}
    if named and named <= NUMERIC and not values:
        return "it is below 0" if value.strip().removeprefix("-").isdigit() else "it is no such number"
    if named & {"ID", "NCName"} and value[:1].isdigit():
        return "it begins with a digit"
    if len(value.split()) > 1 and not any(listed for _, listed in leaves):
        return "it holds a space"
    return ""


def _is_of_time(leaf: Pattern) -> bool:
    return (
        isinstance(leaf, Data)
        and isinstance(leaf.datatype, XsdType)
        and (leaf.datatype.name.startswith(("g", "date", "time")))
    )


def _is_named(leaf: Pattern, name: str) -> bool:
    return isinstance(leaf, Data) and isinstance(leaf.datatype, XsdType) and leaf.datatype.name == name


def _leaves(patterns: Iterable[Pattern]) -> Iterable[tuple[Pattern, bool]]:
    """Data and values below the patterns, each with whether it stands in a list."""
    waiting = [(pattern, False) for pattern in reversed(list(patterns))]
    while waiting:
        pattern, listed = waiting.pop()
        if isinstance(pattern, Data | Value):
            yield pattern, listed
        elif isinstance(pattern, List):
            waiting.append((pattern.inner, True))
        else:
            waiting += [(part, listed) for part in reversed(pattern.parts)]
