"""The grammar: expressions of time in a list of tokens, the longest reading first."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from toolkit.taggers.dates import bare_days, calendar_dates, months, periods, relatives, years
from toolkit.taggers.dates.expression import Expression, Found
from toolkit.taggers.dates.language import Language
from toolkit.taggers.dates.neighbours import opened, tied
from toolkit.taggers.dates.numbers import Tokens
from toolkit.taggers.dates.numeric import numeric
from toolkit.taggers.dates.republican import republican

Production = Callable[[Tokens, int, Language], Found]


def expressions(t: Tokens, language: Language) -> list[Expression]:
    """All expressions of time among the tokens, in order."""
    found: list[Expression] = []
    done = 0
    for i, token in enumerate(t):
        if not token.starts or i < done:
            continue
        for production in _starting(_kinds(t, i)):
            parsed = production(t, i, language)
            if parsed:
                found.extend(parsed[0])
                done = parsed[1]
                break
    return list(opened(t, tied(t, found))) if found else found


def _kinds(t: Tokens, i: int) -> frozenset[str]:
    """What kinds of token an expression that begins here begins with, past an article."""
    kinds = t[i].kinds
    if "article" not in kinds:
        return kinds
    following = _kinds(t, i + 1)
    return following | kinds if following else following


@cache
def _starting(kinds: frozenset[str]) -> tuple[Production, ...]:
    """The productions, in their order, whose expressions may begin with such a token."""
    return tuple(production for production, starts in PRODUCTIONS if not starts.isdisjoint(kinds))


def _core(t: Tokens, i: int, language: Language) -> Found:
    """What can be the whole of a part: "1935", "the 18th century", "May", "that year", "the summer of 1862"."""
    for production in CORE:
        found = production(t, i, language)
        if found:
            return found
    if "article" in t[i].classes and not {"unit", "units"} & t[i + 1].classes.keys():
        return _core(t, i + 1, language)
    return None


def _part(t: Tokens, i: int, language: Language) -> Found:
    return periods.part(t, i, language, _core)


def _portion(t: Tokens, i: int, language: Language) -> Found:
    return periods.portion(t, i, language, _core)


CORE: tuple[Production, ...] = (
    periods.season,
    months.month_alone,
    years.decade,
    years.century,
    years.year_alone,
    years.year_named,
    relatives.shifted,
)
PRODUCTIONS: tuple[tuple[Production, frozenset[str]], ...] = tuple(
    (production, frozenset(starts.split()))
    for production, starts in (
        (numeric, "number"),
        (calendar_dates.year_first, "number"),
        (republican, "number ordinal republican republican-year"),
        (calendar_dates.day_first, "number cardinal ordinal weekday shift said"),
        (calendar_dates.month_first, "month weekday"),
        (periods.quarter_code, "number quarter-code"),
        (_part, "number ordinal part-ordinal"),
        (_portion, "end early"),
        (periods.season, "season shift text-shift"),
        (months.month_alone, "month"),
        (periods.feast, "feast"),
        (years.decade, "number apostrophe decade cardinal units"),
        (years.century, "number ordinal cardinal roman unit"),
        (relatives.counted, "number cardinal one before-count"),
        (bare_days.day_alone, "number"),
        (bare_days.entry, "number"),
        (relatives.month_end, "unit"),
        (years.year_alone, "number era cardinal hundred"),
        (relatives.spoken_day, "days"),
        (relatives.shifted, "shift text-shift unit said text-day day-part"),
        (relatives.weekday, "shift text-shift weekday"),
    )
)
STARTERS = frozenset(("article",)).union(*(starts for _, starts in PRODUCTIONS))
