"""Strays: markers that look like those of the text's notes, and lead to none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from toolkit.readers.plain.markers import Marker, markers_of

# Brackets, braces and raised figures; a bare number that leads nowhere is most likely a number.
STRONG = frozenset({"square", "curly", "super", "caret"})
BEYOND = 5


def strays(
    text: str, markers: Sequence[Marker], bodies: Sequence[tuple[int, int]], labels: Sequence[int]
) -> Iterator[tuple[str, int, Mapping[str, str]]]:
    """Remarks on the numbered markers of the usual strong style that are not among `markers`, those that were paired.

    bodies: the stretches of the notes. labels: the starts of all labels.
    """
    styles = Counter(marker.style for marker in markers if marker.value.isdigit())
    usual = max(styles, key=lambda style: styles[style], default="")
    if usual not in STRONG or styles[usual] < 2:
        return
    highest = max(int(marker.value) for marker in markers if marker.style == usual and marker.value.isdigit())
    wanted = [str(number) for number in range(1, highest + BEYOND)]
    known = {marker.start for marker in markers} | set(labels)
    inside = sorted(bodies)
    place = 0
    for marker in markers_of(text, wanted):
        while place < len(inside) and inside[place][1] <= marker.start:
            place += 1
        in_note = place < len(inside) and inside[place][0] <= marker.start
        if marker.style == usual and marker.weight >= 3 and marker.start not in known and not in_note:
            yield "R012", marker.start, {"marker": text[marker.start : marker.end]}
