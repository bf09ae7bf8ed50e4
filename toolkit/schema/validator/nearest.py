"""Which of many names to show: those that look like the one at hand first, then those that editors use most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches

from toolkit.markup import split_name

# The elements that TEI documents use most, so that "add <p>" comes before "add <camera>".
COMMON = (
    "teiHeader", "fileDesc", "titleStmt", "title", "publicationStmt", "publisher", "sourceDesc", "text",
    "body", "p", "div", "head", "ab", "lg", "l", "list", "item", "quote", "note", "bibl", "sp", "speaker",
    "row", "cell", "date", "persName", "placeName", "name", "ref", "hi", "person", "place", "desc", "label",
    "figure", "graphic", "pb", "lb",
    "opener", "closer", "front", "back", "standOff", "profileDesc", "encodingDesc", "TEI",
)  # fmt: skip
ALIKE = 0.72
RANK = {name: rank for rank, name in enumerate(COMMON)}


def by_likeness(name: str, others: Iterable[str]) -> list[str]:
    """The other names, the likest first; where nothing is alike, the commonest first, then by the alphabet."""
    local = split_name(name)[1].lower()

    def key(other: str) -> tuple[float, int, str]:
        plain = split_name(other)[1]
        likeness = SequenceMatcher(None, local, plain.lower()).ratio() if local else 0.0
        return (-likeness if likeness > ALIKE else 0.0, RANK.get(plain, len(RANK)), other)

    return sorted(set(others), key=key)


def close_match(name: str, others: Iterable[str]) -> str:
    """The name that this one is probably a slip for, "" where none is near."""
    known = sorted(set(others))
    folded = {other.lower(): other for other in reversed(known)}
    found = folded.get(name.lower()) or next(iter(get_close_matches(name.lower(), list(folded), 1, 0.75)), "")
    return folded.get(found.lower(), "") if found else ""


def phrase(items: Sequence[str], word: str, total: int = 0) -> str:
    """The items as a list in a sentence; total: how many there are, if more than these."""
    more = total - len(items)
    if more > 0:
        return f"{', '.join(items)} {word} {'one of ' if word == 'or' else ''}{more} others"
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"
