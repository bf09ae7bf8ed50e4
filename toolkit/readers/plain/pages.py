"""Page furniture: page numbers and running heads, which interrupt the text and are no part of it (TEI P5, 11.6)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.readers.plain.layout import Layout
from toolkit.readers.plain.lines import Line

PAGE_NUMBER = re.compile(
    r"^(?:[-–—~·.*]+ ?)?(?:\[|\(|\{)?(?:(?:p|pg|page|seite|s|pag)\.? ?)?(\d{1,4})(?:\]|\)|\})?(?: ?[-–—~·.*]+)?$",
    re.IGNORECASE,
)


def furniture_of(lines: Sequence[Line], layout: Layout) -> dict[int, str]:
    """Line index -> "page-number" or "running-head"."""
    return {}
