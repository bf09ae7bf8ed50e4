"""What has a person's name and is none: ships, streets, firms, towns, addresses, works, verses of Scripture."""

from __future__ import annotations

from toolkit.taggers.persons.figures import is_roman
from toolkit.taggers.persons.lexicon import given_names, is_calendar, word_list
from toolkit.taggers.persons.mention import Mention
from toolkit.taggers.persons.rules import Naming
from toolkit.taggers.persons.scores import SAINTS

HOLY = frozenset({"san", "santa", "santo", "são"})
ORDINALS = frozenset({"st", "nd", "rd", "th"})
COUNTED = frozenset({"bart", "baron", "earl", "viscount", "duke", "marquess", "marquis", "lord"})
AND = frozenset({"&", "and", "und", "et"})


def is_thing(naming: Naming, mention: Mention) -> bool:
    """Whether a mention names no person, by the words beside it and by how it is written."""
    first, end, core, _ = mention
    untitled = core == first
    return (
        _is_saints_town(naming, first, end)
        or _is_vessel(naming, first, untitled=untitled)
        or (untitled and (_is_street(naming, first, end) or _is_place(naming, first, end)))
        or _is_ordinal(naming, first, end)
        or _is_inside_address(naming, first, end)
        or _is_firm(naming, end)
        or _is_citation(naming, first, end)
        or _is_part_of_play(naming, end)
        or (end == first + 1 and (_is_days(naming.words.low[first]) or _is_rank_after_name(naming, first)))
        or (end == core + 1 and not untitled and _is_office(naming, first, core))
    )


def _touches(naming: Naming, index: int) -> bool:
    """Whether no white space parts the word at `index` from the one before it."""
    words = naming.words
    return 0 < index < len(words) and words.starts[index] == words.starts[index - 1] + len(words.raw[index - 1])


def _is_saints_town(naming: Naming, first: int, end: int) -> bool:
    low = naming.words.low
    if low[first] in SAINTS:
        return end > first + 1 and low[end - 1] in word_list("saint_places")
    return naming.words.before(first) in HOLY  # "San Donato": the English write Saint of a person


def _is_ordinal(naming: Naming, first: int, end: int) -> bool:
    """Whether what seems a name begins with the ending of a number, or is the title it counts: "the 1st Bart."."""
    low = naming.words.low
    if first > 0 and low[first - 1].isdigit() and _touches(naming, first):
        return True
    counted = end == first + 1 and low[first] in COUNTED and naming.words.before(first) in ORDINALS
    return counted and first > 1 and low[first - 2].isdigit()


def _is_street(naming: Naming, first: int, end: int) -> bool:
    """Whether a number stands before the name, and what streets are called by after it: "100 Fulton street"."""
    return naming.words.before(first).isdigit() and naming.words.beyond(end) in word_list("ways")


def _is_place(naming: Naming, first: int, end: int) -> bool:
    """Whether a head that newspapers print small, or a place's date, follows: "Jefferson county", "TROY, Aug. 3"."""
    low, after = naming.words.low, naming.words.beyond(end)
    if after in word_list("small_heads") or (after == "'s" and naming.words.beyond(end + 1) == "hotel"):
        return True
    if end == first + 1 and low[first] in word_list("vessels"):
        return True
    if first in naming.words.block_starts and after in (",", "."):
        return naming.words.beyond(end + 1) in word_list("months") and end - first < 3
    placed = naming.evidence.placed[low[first]] * 2 >= naming.evidence.all[low[first]]
    alone = end == first + 1 and naming.kind(low[first]) != "h" and (placed or low[first] not in given_names())
    return alone and naming.words.before(first) in ("at", "in") and after in (",", ".", ";")


def _is_vessel(naming: Naming, first: int, *, untitled: bool) -> bool:
    """Whether a vessel is said before the name, perhaps shortened: "schr. John Randolph", but "Brig. Gen. Custer"."""
    if naming.words.before(first) != ".":
        return naming.words.before(first) in word_list("vessels")
    return untitled and naming.words.before(first - 1) in word_list("vessels")


def _is_inside_address(naming: Naming, first: int, end: int) -> bool:
    """Whether the name is part of an address of the net: "www.gutenberg.org", "pole@mill.com"."""
    low = naming.words.low
    if _touches(naming, first) and (low[first - 1] in ("@", "/") or low[max(first - 2, 0) : first] == ["www", "."]):
        return True
    if not _touches(naming, end):
        return False
    domain = low[end] == "." and _touches(naming, end + 1) and low[end + 1] in word_list("net_domains")
    return domain or low[end] == "@"


def _is_firm(naming: Naming, end: int) -> bool:
    """Whether the name goes on as a firm's: "Smith & Co.", "Tanner Bros."."""
    after = naming.words.beyond(end)
    if after in AND:
        return naming.words.beyond(end + 1) in word_list("companies")
    return after in ("bros", "cie") or (after == "," and naming.words.beyond(end + 1) in ("ltd", "limited"))


def _is_citation(naming: Naming, first: int, end: int) -> bool:
    """Whether a book of Scripture is cited, by chapter and verse: "St. Luke xi. 24"."""
    low = naming.words.low
    last = end - 1 if end - first > 1 and is_roman(low[end - 1]) else end
    if low[last - 1] not in word_list("books_of_scripture"):
        return False
    chapter, mark, verse = (naming.words.beyond(index) for index in range(last, last + 3))
    return (is_roman(chapter) or chapter.isdigit()) and mark in (".", ":", ",") and verse.isdigit()


def _is_part_of_play(naming: Naming, end: int) -> bool:
    """Whether a part of a play is named after it: "Henry IV, Part I"."""
    at = end + 1 if naming.words.beyond(end) in (",", ".") else end
    number = naming.words.beyond(at + 2) if naming.words.beyond(at + 1) == "." else naming.words.beyond(at + 1)
    numbered = bool(number) and (is_roman(number) or number.isdigit() or number in word_list("by_names"))
    return naming.words.beyond(at) in ("part", "pt", "act", "scene", "teil", "acte", "partie") and numbered


def _is_days(form: str) -> bool:
    """Whether a word is the plural of a day's name: "on Mondays"."""
    return form.endswith("days") and is_calendar(form[:-1]) and form not in given_names()


def _is_rank_after_name(naming: Naming, first: int) -> bool:
    """Whether a rank follows a name: "Sir Joseph Hawley, Bart."."""
    return naming.words.before(first) == "," and naming.words.low[first] in ("bart", "knt", "kt", "esq")


def _is_office(naming: Naming, first: int, core: int) -> bool:
    """Whether a title of honour stands before an office, not a name: "Hon. Treasurer"."""
    return naming.words.low[first] in ("hon", "honorary") and naming.words.low[core] in word_list("offices")
