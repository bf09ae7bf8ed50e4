"""Months: their names, with a year or alone, and the words that only look like them."""

from __future__ import annotations

from toolkit.taggers.dates.completions import double_year, occurrence, recurs, year_after
from toolkit.taggers.dates.expression import Expression, Found, MonthOf
from toolkit.taggers.dates.language import Language
from toolkit.taggers.dates.numbers import DASHES, Tokens


def month(t: Tokens, i: int, language: Language) -> tuple[int, int] | None:
    """A month's name or abbreviation with its full stop."""
    number = t[i].value("month")
    if not number:
        return None
    if t[i].text in language.abbreviations and t[i + 1].text in (".", ":") and not t[i + 1].spaced:
        return number, i + 2
    mark, after = t[i + 1], t[i + 2]
    if (
        t[i].text in language.abbreviations
        and mark.text == "-"
        and not mark.spaced
        and after.spaced
        and after.number > 0
    ):
        return number, i + 2  # "Sept- 5": a full stop that a scanner misread
    return number, i + 1


def month_alone(t: Tokens, i: int, language: Language) -> Found:
    """A month with its year, or alone where nothing else can be meant."""
    named = month(t, i, language)
    if named is None or _names_an_event(t, i, named[1], language) or _names_a_person(t, i, language):
        return None
    if recurs(t, named[1], language):
        return None
    term = named[1] + (t[named[1]].text in language.season_company)  # "the March term 1862"
    completed = year_after(t, term) or occurrence(t, named[1])
    if completed:
        when, end = double_year(t, *completed, named[0])
        return [Expression(i, end, MonthOf(when, named[0]))], end
    token = t[i]
    if token.text in language.weak and not _stands_as_month(t, i, language):
        return None
    return [Expression(i, named[1], MonthOf(None, named[0]))], named[1]


def _names_an_event(t: Tokens, i: int, end: int, language: Language) -> bool:
    """ "The October revolution", "la révolution de février": names of events, whose year the text need not tell."""
    if t[end].text in language.events:
        return True
    if i < 2 or "of" not in t[i - 1].classes or t[end].digits or "units" in t[i - 2].classes:  # "ten days of October"
        return False
    return t[i - 2].text in language.events


def _names_a_person(t: Tokens, i: int, language: Language) -> bool:
    """ "Dr. May", "Mrs March"."""
    before = i - 1 - (i > 1 and t[i - 1].text == "." and not t[i - 1].spaced)
    return before >= 0 and t[i].text in language.weak and t[before].text in language.titles


def _stands_as_month(t: Tokens, i: int, language: Language) -> bool:
    """Whether a word that is also another word stands where months stand."""
    if language.capitals and not t[i].capital:
        return False
    leads_on = t[i + 1].text in DASHES or t[i + 1].classes.keys() & {"range", "and"}
    if leads_on and t[i + 2].value("month") and year_after(t, i + 3):  # "April-June 1919"
        return True
    before = t[i - 1] if i else None
    if before is None or (t[i].text in language.verbs and t[i + 1].text in language.after_verbs):
        return False
    if t[i].text in language.abbreviations:
        return t[i].capital and before.text in language.introducing and "article" not in before.classes
    introduced = before.text in language.introducing and (
        t[i].text not in language.unlikely or "article" not in before.classes
    )
    if before.text in DASHES and i > 1:
        introduced = bool(t[i - 2].value("month")) or "early" in t[i - 2].classes
    if "and" in before.classes and i > 1:
        introduced = bool(t[i - 2].value("month"))
    if t[i].capital and t[i + 1].capital and t[i + 1].text.isalpha() and not introduced:
        return False
    if introduced or not t[i].capital or before.capital:
        return introduced
    # "the costly August battles"
    return t[i].text not in language.verbs and before.text.isalpha() and "article" not in before.classes
