"""Patterns for any of many words, built as a tree: what words begin with in common is tried once."""

from __future__ import annotations

import re
from collections.abc import Sequence


def any_of(words: Sequence[str]) -> str:
    """A pattern for any of some words, the longest that fits; an empty word makes it match nothing too."""
    by_letter: dict[str, list[str]] = {}
    for word in words:
        if word:
            by_letter.setdefault(word[0], []).append(word[1:])
    if not by_letter:
        return ""
    branches = "|".join(re.escape(letter) + any_of(rest) for letter, rest in by_letter.items())
    return f"(?:{branches})?" if "" in words else f"(?:{branches})"
