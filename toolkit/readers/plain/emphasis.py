"""Emphasis: `_word_` in transcriptions, where underscores stand for italics."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from toolkit.model.annotation import Annotation

UNDERSCORED = re.compile(r"_(?<![\w_]_)(?=[^\s_])(?:[^_\n]|\n(?!\s*\n)){1,400}?(?<=[^\s_])_(?![\w_])")


def emphases(text: str, leaves: Sequence[tuple[int, int]], by: str) -> Iterator[Annotation]:
    """The words between underscores within one of the `leaves` (sorted stretches of text), and the marks, left out."""
    starts = [start for start, _ in leaves]
    for match in UNDERSCORED.finditer(text) if "_" in text else ():
        start, end = match.span()
        leaf = bisect_right(starts, start) - 1
        if leaf < 0 or end > leaves[leaf][1]:
            continue
        yield Annotation(start, start + 1, "omitted", by)
        yield Annotation(start + 1, end - 1, "emphasis", by, attributes={"rend": "italic"})
        yield Annotation(end - 1, end, "omitted", by)
