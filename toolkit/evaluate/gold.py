"""Gold: what a person tagged, as TEI or as standoff JSON beside its plain text."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.errors import InputError
from toolkit.evaluate.flat import Flat, Span, flatten, visible, whole
from toolkit.files import read_file
from toolkit.model.finding import Finding
from toolkit.trees import parse_tree


@dataclass(frozen=True, slots=True)
class Gold:
    """text: the visible characters. spans: in offsets of `text`. labels: what is tagged completely, so that it can be
    scored. names: speaker's id -> names. shown: the text with its white space, and the offset there of each character.
    """

    text: str
    spans: tuple[Span, ...]
    labels: frozenset[str]
    names: Mapping[str, frozenset[str]] = field(default_factory=dict)
    shown: str = ""
    places: tuple[int, ...] = ()


def read_gold(path: Path) -> Gold:
    """The gold of a file; raises InputError where it is neither TEI nor standoff JSON with its text beside it."""
    if path.suffix == ".json":
        return _standoff(path)
    try:
        return gold_of(flatten(parse_tree(read_file(path), str(path))))
    except ValueError:
        raise InputError(Finding(str(path), 0, 0, "E003")) from None


def gold_of(flat: Flat) -> Gold:
    """A hand-made TEI as gold: all its tags, at their places in the order of the file."""
    characters = [""] * flat.length
    spans: list[Span] = []
    for stream in flat.streams:
        for character, place in zip(stream.characters, stream.order, strict=True):
            characters[place] = character
        for span in stream.spans:
            if span.start < span.end:
                order = stream.order
                spans.append(Span(span.label, order[span.start], order[span.end - 1] + 1, span.attributes))
    text = "".join(characters)
    labels = frozenset(span.label for span in spans)
    ordered = tuple(whole(sorted(spans, key=lambda s: (s.start, -s.end))))
    return Gold(text, ordered, labels, flat.names, *_spaced(text, flat.gaps))


def _spaced(text: str, gaps: frozenset[int]) -> tuple[str, tuple[int, ...]]:
    """The text with a space in each gap, and the offset there of each of its characters."""
    shown: list[str] = []
    places: list[int] = []
    for index, character in enumerate(text):
        if index in gaps and index:
            shown.append(" ")
        places.append(len(shown))
        shown.append(character)
    return "".join(shown), tuple(places)


def _standoff(path: Path) -> Gold:
    source = path.with_suffix(".txt")
    try:
        said = json.loads(read_file(path).decode("utf-8"))
        text = read_file(source).decode("utf-8")
        flat, places = visible(text)
        spans = tuple(
            Span(
                label, bisect_left(places, start), bisect_left(places, end), {k: str(v) for k, v in attributes.items()}
            )
            for start, end, label, attributes in said["spans"]
        )
        about = said.get("meta", {})
        names = {key: frozenset(value) for key, value in (about.get("names") or {}).items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        said = f"it lacks {error}" if isinstance(error, KeyError) else str(error)
        raise InputError(Finding(str(path), 0, 0, "E010", {"reason": said})) from None
    labels = frozenset(about.get("labels") or {span.label for span in spans})
    return Gold(flat, spans, labels, names, text, tuple(places))
