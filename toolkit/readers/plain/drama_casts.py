"""Casts: the list of a play's persons, each with what he or she is (TEI P5, 7.1.4)."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.readers.plain.blocks import Span
from toolkit.readers.plain.drama_words import CAST_WORDS, COMMON_NAMES, SETTING_WORDS
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.signs import is_rule, keyword_head
from toolkit.readers.plain.stage import COMINGS

MOST_LINES = 150
MOST_BLANK = 3  # blank lines between groups of entries
LONGEST_ITEM = 240
LONGEST_ROLE = 44
CAST_HEAD = re.compile(rf"\n[ \t\f_*=#.-]*(?:{CAST_WORDS})[ \t_*=.:—–-]*(?=\n)", re.IGNORECASE)
SETTING = re.compile(rf"\W*(?:{SETTING_WORDS})\b(?:\W*$|[.:]|\W*[—–]| \w+s?\b)", re.IGNORECASE)
# What parts a role from what is said of it.
ROLE_END = re.compile(r"\s*(?:,|;|:|\s[-–—]+\s|[—–]|--|\s*\.(?: ?\.)+|\.{3,}|…+| {3,}|\t|\s(?=\())\s*")
# "Lords, Soldiers and Attendants": persons who have no names.
GROUPS = re.compile(
    r"[^\W\da-z_]\w+(?: \w+)?(?:,? (?:and|und|et|e|y) (?:an? )?[^\W\da-z_]\w+|, [^\W\da-z_]\w+(?: \w+)?)*?"
    r",? (?:and|und|et|e|y|&) (?:an? |\w+ )?[^\W\da-z_]\w+(?:, etc\.?| usw\.?)?"
)
SMALL = re.compile(r"[\s,.;:—–-]+")


@dataclass(frozen=True, slots=True)
class Cast:
    """head: the line that says that the persons follow. items: first line and line after the last of each entry."""

    head: int
    items: Sequence[tuple[int, int]]

    @property
    def first(self) -> int:
        """The line of the first entry."""
        return self.items[0][0]

    @property
    def last(self) -> int:
        """The line after the last entry."""
        return self.items[-1][1]

    def names(self, lines: Sequence[Line]) -> frozenset[str]:
        """The names with which the entries begin, in small letters without points."""
        texts = [lines[first].text for first, _ in self.items]
        return frozenset(" ".join(_words(text[: _role_end(text)])) for text in texts)


def cast_of(text: str, lines: Sequence[Line], skipped: Collection[int]) -> Cast | None:
    """The first list of persons with a head of its own."""
    starts = [line.start for line in lines]
    for match in CAST_HEAD.finditer(f"\n{text}"):
        head = bisect_left(starts, match.end() - 1) - 1
        items = _items(lines, head + 1, skipped)
        if len(items) > 1:
            return Cast(head, items)
    return None


def _items(lines: Sequence[Line], start: int, skipped: Collection[int]) -> list[tuple[int, int]]:
    """The entries from a line on: short, no head, no speech; a line set in, or in small letters, goes on."""
    items: list[tuple[int, int]] = []
    roles: set[str] = set()
    for index in range(start, min(len(lines), start + MOST_LINES)):
        line = lines[index]
        if index in skipped:
            continue
        if line.gap > MOST_BLANK or len(line.text) > LONGEST_ITEM or _ends_cast(line.text):
            break
        before = lines[items[-1][0]] if items else None
        goes_on = before and not line.gap and (line.indent > before.indent + 1 or line.starts_low)
        if items and goes_on:
            items[-1] = (items[-1][0], index + 1)
            continue
        length = _role_end(line.text)
        role = line.text[:length].casefold()
        if role and role in roles and line.text[length : length + 1] != ",":
            break  # the first speech
        roles.add(role)
        items.append((index, index + 1))
    return items


def _ends_cast(text: str) -> bool:
    if keyword_head(text) or is_rule(text) or text[0] in "[(" or COMINGS.match(text):
        return True
    return SETTING.match(text) is not None


def _role_end(text: str) -> int:
    """The length of the name with which an entry begins; 0 where none can be told."""
    match = ROLE_END.search(text)
    end = match.start() if match else len(text.rstrip(" .;_*"))
    name = text[:end].strip("_* ")
    words = name.split()
    if GROUPS.fullmatch(text.strip("_* .;")):
        return 0
    if not words or len(name) > LONGEST_ROLE or len(words) > 6 or not (name[0].isalpha() or name[0].isdigit()):
        return 0
    return end


def spans_of(text: str, lines: Sequence[Line], cast: Cast) -> Iterator[Span]:
    """The entries of a cast, with the role and its description in each."""
    taken: set[str] = set()
    for first, last in cast.items:
        start, end = lines[first].start, lines[last - 1].end
        yield Span(start, end, "cast-item")
        length = _role_end(lines[first].text)
        if not length:
            continue
        key = _fresh(slug(text[start : start + length]), taken)
        yield Span(start, start + length, "role", f"role-{key}" if key else "")
        parting = ROLE_END.match(lines[first].text, length)
        said = start + parting.end() if parting else end
        stop = start + len(text[start:end].rstrip(" .;"))
        if said < stop:
            yield Span(said, stop, "role-description")


def _fresh(key: str, taken: set[str]) -> str:
    """The key, with a number where another has it."""
    number, fresh = 1, key
    while fresh in taken:
        number += 1
        fresh = f"{key}-{number}"
    taken.add(fresh)
    return fresh


def slug(name: str) -> str:
    """A name as part of an xml:id: small letters without accents, hyphens between words."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "-".join(re.findall(r"[a-z0-9]+", "".join(sign for sign in plain if not unicodedata.combining(sign))))


class Roles:
    """The roles of a cast, by the names that labels give them."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        roles = [span for span in spans if span.kind == "role" and span.id]
        self.words: Mapping[str, tuple[str, ...]] = {span.id: _words(text[span.start : span.end]) for span in roles}

    def of(self, name: str) -> str:
        """The id of the role that a label's name surely means; "" where it may be none or several."""
        words = _words(name)
        if not words:
            return ""
        whole = [key for key, role in self.words.items() if role == words]
        if whole:
            return whole[0] if len(whole) == 1 else ""
        within = [key for key, role in self.words.items() if set(words) & set(role)]
        if within:
            sure = len(within) == 1 and set(words) <= set(self.words[within[0]]) and not _is_title(words)
            return within[0] if sure else ""
        short = [key for key, role in self.words.items() if len(words) == 1 and _shortens(words[0], role[0])]
        return short[0] if len(short) == 1 else ""


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in SMALL.split(name.casefold().strip("_* ")) if word)


def _is_title(words: Sequence[str]) -> bool:
    """Whether a name is nothing but what many are called."""
    return all(word in COMMON_NAMES.split() for word in words)


def _shortens(short: str, word: str) -> bool:
    """Whether a word is the beginning of another: "Ham." of Hamlet."""
    return len(short) >= 2 and word.startswith(short) and len(word) > len(short)
