"""Numbers as dates spell them: digits, words, ordinals, years in words."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.taggers.dates.tokens import Token

Tokens = Sequence[Token]
HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–—―−~")
DITTO = frozenset('"″”')


def cardinal(t: Tokens, i: int) -> tuple[int, int] | None:
    """A number from 1 to 99 in words, or one in digits; and the token after it."""
    token = t[i]
    if token.number >= 0:
        return None if token.suffixed else (token.number, i + 1)
    tens = token.value("cardinal")
    if not tens:
        return None
    if tens >= 20 and tens % 10 == 0:
        j = i + 2 if t[i + 1].text in HYPHENS else i + 1
        if "and" in t[j].classes and t[j + 1].value("cardinal") in (1, 11):  # "vingt et un"
            j += 1
        ones = t[j].value("cardinal")
        if 0 < ones < (20 if tens in (60, 80) else 10):  # "soixante-dix", "quatre-vingt-treize"
            return tens + ones, j + 1
    return tens, i + 1


def ordinal(t: Tokens, i: int) -> tuple[int, int] | None:
    """An ordinal in words ("twenty-first") or with a suffix ("21st", also set off: "21 st")."""
    token = t[i]
    if token.number >= 0:
        if token.suffixed and token.text[-1] != "s" and token.digits <= 2:
            return token.number, i + 1
        if t[i + 1].text in ("st", "nd", "rd", "th"):
            return token.number, i + 2
        ditto = t[i + 1].text in DITTO and not t[i + 1].spaced and token.digits <= 2  # clerks wrote 25" for 25th
        return (token.number, i + 2) if ditto and ("unit" in t[i + 2].classes or "of" in t[i + 2].classes) else None
    found = token.value("ordinal")
    if found:
        return found, i + 1
    tens = token.value("cardinal")
    if tens in (20, 30):
        j = i + 2 if t[i + 1].text in HYPHENS else i + 1
        ones = t[j].value("ordinal")
        if 0 < ones < 10:
            return tens + ones, j + 1
    return None


def day(t: Tokens, i: int) -> tuple[int, int] | None:
    """A day of a month: digits, or an ordinal of any kind."""
    found = ordinal(t, i)
    if found is None and 1 <= t[i].digits <= 2 and not t[i].suffixed:
        found = t[i].number, i + 1
    return found if found and 1 <= found[0] <= 31 else None


def year_in_words(t: Tokens, i: int) -> tuple[int, int] | None:
    """ "Eighteen hundred and sixty-two", "one thousand eight hundred and sixty two", "nineteen thirty-six"."""
    if t[i].value("hundred") == 1000:  # "mil huit cent trente"
        return _thousand(t, 1, i + 1)
    first = t[i].value("cardinal")
    if not first or t[i].number >= 0:
        return None
    j = i + 2 if t[i + 1].text in HYPHENS else i + 1
    if first <= 2 and t[j].value("hundred") == 1000:
        return _thousand(t, first, j + 1)
    if not 10 <= first <= 20:
        return None
    if t[j].value("hundred") == 100:
        rest = _rest(t, j + 1)
        return (first * 100 + rest[0], rest[1]) if rest else (first * 100, j + 1)
    ones = cardinal(t, j)
    if first >= 13 and ones and ones[0] >= 10 and t[j].number < 0:
        return first * 100 + ones[0], ones[1]
    return None


def _thousand(t: Tokens, thousands: int, i: int) -> tuple[int, int] | None:
    j = i + 1 if t[i].text == "," else i
    hundreds = t[j].value("cardinal")
    if 1 <= hundreds <= 9 and t[j + 1].value("hundred") == 100:
        year = thousands * 1000 + hundreds * 100
        rest = _rest(t, j + 2)
        return (year + rest[0], rest[1]) if rest else (year, j + 2)
    rest = _rest(t, i)
    return (thousands * 1000 + rest[0], rest[1]) if rest else None


def _rest(t: Tokens, i: int) -> tuple[int, int] | None:
    """Tens and ones of a year, with or without "and"."""
    j = i + 1 if "and" in t[i].classes or t[i].text in HYPHENS else i
    found = cardinal(t, j)
    return found if found and found[0] < 100 and t[j].number < 0 else None
