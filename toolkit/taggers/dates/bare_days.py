"""Days that say no month, of the month last spoken of: "on the 20th", "the 24th or 25th", "Le 10." in a diary."""

from __future__ import annotations

from toolkit.taggers.dates.day_lists import days_in_row, listed
from toolkit.taggers.dates.expression import Found, Shift
from toolkit.taggers.dates.language import Language
from toolkit.taggers.dates.numbers import DASHES, Tokens
from toolkit.taggers.dates.tokens import APOSTROPHES

STOPS = frozenset((".", ",", ":", ";", ""))


def day_alone(t: Tokens, i: int, language: Language) -> Found:
    """ "On the 20th", "until the 5th", "the night of the 4th", "am 15.": where no noun follows."""
    start = i
    i += "article" in t[i].classes
    if not _led_to(t, start, i, language) or t[i].text[-1:] == "s" or not 1 <= t[i].number <= 31:
        return None
    if not t[i].suffixed and not (language.bare_days and t[i].digits <= 2):
        return None
    items, end = days_in_row(t, i)
    if len(items) > 1 and not all(t[item.end - 1].suffixed for item in items):
        items, end = items[:1], i + 1
    if not items or _goes_on(t, end, language):
        return None
    return listed(t, items, start, end, None, Shift("month", 0), None, True)


def _led_to(t: Tokens, start: int, i: int, language: Language) -> bool:
    """Whether the words before a number lead to a day: its article and what stands before that."""
    before = t[start - 1] if start else None
    if i == start:
        return before is not None and "fused" in before.classes
    if before is None:
        return False
    if before.classes.keys() & {"on", "open", "from", "range"} or (language.bare_days and before.text in (",", ";")):
        return True
    return start > 1 and "of" in before.classes and "day-part" in t[start - 2].classes


def _goes_on(t: Tokens, i: int, language: Language) -> bool:
    """Whether a noun may follow, of which the number is the number: "the 20th century", "am 3. Band"."""
    follower = t[i]
    if follower.text in APOSTROPHES or follower.text in ("-", "/") or follower.number >= 0:
        return True
    if "of" in follower.classes and t[i + 1].value("month"):
        return True  # read as a day of that month, and found to be none
    if not follower.text.isalpha() or follower.text in language.function:
        return False
    return not (language.noun_capitals and not follower.capital and not follower.text.endswith(language.adjectives))


def entry(t: Tokens, i: int, language: Language) -> Found:
    """ "12th. — Sighted land", "Den 15ten. Regen", "Le 10. Pluie": a day at the head of a line, as diaries have it."""
    if not t[i].heads:
        return None
    article = "article" in t[i].classes
    items, end = days_in_row(t, i + article)
    if len(items) != 1 or not (t[items[0].start].suffixed or (article and language.bare_days)):
        return None
    stop = end + (t[end].text == ".")
    dashed = t[stop].text in DASHES and (t[stop].text not in "-~" or t[stop].spaced)
    if not dashed and not (article and t[end].text in STOPS):
        return None
    return listed(t, items, i, end, None, Shift("month", 0), None, True)
