"""Passages: the stretches of a text that may hold a date; most of a text is passed over by one search."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.taggers.dates.language import Language

BEFORE = 35  # characters before a trigger that a date expression may reach over
AFTER = 45  # characters after it


def passages(lower: str, language: Language) -> Iterator[tuple[int, int]]:
    """The stretches of a lower-cased text that may hold dates; they do not meet, nor run over a line end.

    One at the head of a line begins with the line feed before it, so that it tells where it stands.
    """
    start = end = 0
    line_end = -1
    for match in language.trigger.finditer("\n" + lower):  # a word at the very beginning has something before it too
        place, after = match.start(), match.end() - 1
        if place < end - AFTER // 2:
            continue
        if place > line_end:
            line_start, line_end = line_end + 1, lower.find("\n", place)
            line_start = lower.rfind("\n", line_start, place) + 1 or line_start
            line_end = line_end if line_end >= 0 else len(lower)
        reach = min(after + AFTER, line_end)
        if place - BEFORE > end or line_start > end:
            stop = _word_end(lower, end)
            if start < end:
                yield start, stop
            start = max(stop, line_start, _word_start(lower, place - BEFORE))
            start -= start == line_start > stop
        end = reach
    if start < end:
        yield start, _word_end(lower, end)


def _word_end(text: str, position: int) -> int:
    while 0 < position < len(text) and text[position].isalnum() and text[position - 1].isalnum():
        position += 1
    return position


def _word_start(text: str, position: int) -> int:
    position = max(position, 0)
    while position > 0 and text[position].isalnum() and text[position - 1].isalnum():
        position -= 1
    return position
