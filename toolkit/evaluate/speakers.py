"""Speakers: whether the names that a file lists for a speaker mean the person whom the gold means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from toolkit.evaluate.spans import TITLES

WORD = re.compile(r"[^\W\d_]+")


def same_speaker(
    said: str, listed: Mapping[str, frozenset[str]], who: str, speakers: Mapping[str, Iterable[str]]
) -> bool:
    """Whether the person `said`, by the names the file lists, is `who` and nobody else among the gold's speakers."""
    names = listed.get(said) or {re.sub(r"[-_.]+", " ", said)}
    return _meant(names, speakers) == who


def _meant(names: Iterable[str], speakers: Mapping[str, Iterable[str]]) -> str | None:
    """The speaker of the same name, else the one who shares the most words; None where two share as many."""
    plain = {" ".join(name.lower().split()) for name in names}
    same = {key for key, known in speakers.items() if any(" ".join(k.lower().split()) in plain for k in known)}
    if len(same) == 1:
        return same.pop()
    words = {word for name in names for word in _words(name)}
    scores = {
        key: max((_likeness(words, set(_words(name))) for name in known), default=0.0)
        for key, known in speakers.items()
        if not same or key in same
    }
    best = max(scores.values(), default=0.0)
    winners = [key for key, score in scores.items() if score == best]
    return winners[0] if best and len(winners) == 1 else None


def _likeness(words: set[str], others: set[str]) -> float:
    return len(words & others) / (1 + 0.1 * abs(len(others) - len(words)))


def _words(name: str) -> list[str]:
    bare = TITLES.sub("", name.replace("_", " ")) or name
    return WORD.findall(bare.lower())
