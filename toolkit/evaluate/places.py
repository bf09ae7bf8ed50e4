"""Places: the tags of a document carried over to the gold's text, character by character."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from toolkit.evaluate.align import align
from toolkit.evaluate.flat import Flat, Span, Stream, whole
from toolkit.evaluate.gold import Gold

PROBES = tuple((offset, length) for length in (40, 16, 6) for offset in (0, 1, 2, 3, 4, 6, 8, 12, 20))


@dataclass(frozen=True, slots=True)
class Placed:
    """Spans in offsets of the gold's visible text, quotations in parts made whole; a note says where it stands ("at").

    matched: characters of the gold that are in the document; added: those of the document that are not in the gold.
    """

    spans: tuple[Span, ...]
    matched: int
    added: int
    names: Mapping[str, frozenset[str]]


def placed(flat: Flat, gold: Gold) -> Placed:
    """The document's tags on the gold's text."""
    maps = _maps(flat, gold.text)
    spans: list[Span] = []
    for number, stream in enumerate(flat.streams):
        for span in stream.spans:
            found = [place for place in maps[number][span.start : span.end] if place is not None]
            extra = {"at": str(_point(maps[stream.at[0]], stream.at[1]))} if span.label == "note" else {}
            if found:
                spans.append(replace(span, start=found[0], end=found[-1] + 1, attributes={**span.attributes, **extra}))
            elif span.label == "noteref":
                point = _point(maps[number], span.start)
                spans.append(replace(span, start=point, end=point))
    matched = len({place for row in maps for place in row if place is not None})
    ordered = sorted(spans, key=lambda s: (s.start, -s.end))
    return Placed(tuple(whole(ordered)), matched, flat.length - matched, flat.names)


def _maps(flat: Flat, text: str) -> list[list[int | None]]:
    """For each stream the place in the gold's text of each of its characters, or None."""
    characters = [""] * flat.length
    for stream in flat.streams:
        for character, place in zip(stream.characters, stream.order, strict=True):
            characters[place] = character
    if "".join(characters) == text:
        return [list(stream.order) for stream in flat.streams]
    maps = [_mapped(flat.streams[0].text, text, 0)]
    used = {place for place in maps[0] if place is not None}
    for stream in flat.streams[1:]:
        maps.append(_mapped_note(stream, text, used))
        used.update(place for place in maps[-1] if place is not None)
    return maps


def _mapped(part: str, text: str, base: int) -> list[int | None]:
    places: list[int | None] = [None] * len(part)
    for i, j, length in align(part, text):
        places[i : i + length] = range(base + j, base + j + length)
    return places


def _mapped_note(stream: Stream, text: str, used: set[int]) -> list[int | None]:
    """The places of a note that may stand elsewhere: the first stretch not yet taken that begins like it."""
    note = stream.text
    for offset, length in PROBES:
        probe = note[offset : offset + length]
        if len(probe) < 4:
            continue
        at = text.find(probe)
        while at in used:
            at = text.find(probe, at + 1)
        if at >= 0:
            begin = max(0, at - offset - 6)
            return _mapped(note, text[begin : at + len(note) + 40], begin)
    return [None] * len(note)


def _point(places: Sequence[int | None], offset: int) -> int:
    """The place just after the last character before `offset` that is in the gold."""
    for index in range(min(offset, len(places)) - 1, max(-1, offset - 60), -1):
        place = places[index]
        if place is not None:
            return place + 1
    return 0
