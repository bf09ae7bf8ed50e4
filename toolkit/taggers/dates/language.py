"""A language's words of time, read from its data file once and frozen. Logic knows no language; data knows no logic."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from toolkit.taggers.dates.alternatives import any_of
from toolkit.taggers.dates.compounds import YearWords, year_words

Value = int | str
Classes = Mapping[str, Value]
Phrases = Mapping[str, list[tuple[list[str], Classes]]]

FOLDER = Path(__file__).parent
PIECE = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")

ROMAN = (
    *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    *("xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx", "xxi"),
)

# Tables of the data file whose words are classes of tokens, and the class.
TABLES = {
    "months": "month",
    "month-abbreviations": "month",
    "weekdays": "weekday",
    "weekday-abbreviations": "weekday",
    "seasons": "season",
    "cardinals": "cardinal",
    "hundreds": "hundred",
    "ordinals": "ordinal",
    "decades": "decade",
    "units": "unit",
    "units-plural": "units",
    "days": "days",
    "shifts": "shift",
    "text-shifts": "text-shift",
    "month-shifts": "month-shift",
    "after": "after",
    "early": "early",
    "ends": "end",
    "part-ordinals": "part-ordinal",
    "half": "half",
    "eras": "era",
    "styles": "style",
    "circa": "circa",
    "opens": "open",
    "onward": "onward",
    "feasts": "feast",
    "text-days": "text-day",
    "before-count": "before-count",
    "republican-months": "republican",
}
# Words that make a passage worth parsing; all others only matter beside them.
TRIGGERS = (
    *(
        "months",
        "month-abbreviations",
        "weekdays",
        "weekday-abbreviations",
        "seasons",
        "decades",
        "units",
        "units-plural",
    ),
    *("days", "month-shifts", "feasts", "text-days", "republican-months", "eras", "hundreds"),
)
# Marks and spaces of the scripts that are read, as a list: a search for "no letter" takes a quarter longer.
MARK = "[\x00-/:-@\\[-^`{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u206f\u3000-\u303f]"
# A bare 5 is no date; MDCCXCII is one.
DIGITS = r"""\d(?:\d\d|(?<=['’‘`ʼ].)\d|\d?(?:[^\W\d_]|[-./–—―−~‐‑'’‘"″”]))|m[mdc][mdclxvi]{2,}\b"""


@dataclass(frozen=True)
class Language:
    """Words of time of one language.

    words: single words and their classes.
    phrases: the first word of a phrase, the second -> its words and its classes, the longest phrase first.
    capitals: months begin with a capital letter, and the text at hand keeps to it.
    trigger: finds, in lower-cased text, the digits and words that a date may have and other text seldom, with the mark
    or space before. piece: cuts text into tokens, each with the gap before it.
    """

    code: str
    words: Mapping[str, Classes]
    phrases: Mapping[str, Phrases]
    trigger: re.Pattern[str]
    piece: re.Pattern[str]
    abbreviations: frozenset[str]
    weak: frozenset[str]
    unlikely: frozenset[str]
    introducing: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    counted: frozenset[str]
    dated: frozenset[str]
    amounts: frozenset[str]
    streets: frozenset[str]
    shares: frozenset[str]
    season_words: frozenset[str]
    season_company: frozenset[str]
    verbs: frozenset[str]
    after_verbs: frozenset[str]
    capitals: bool
    sets: frozenset[str]
    habits: frozenset[str]
    events: frozenset[str]
    titles: frozenset[str]
    never_days: frozenset[str]
    function: frozenset[str]
    future: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    helpers: frozenset[str]
    auxiliaries: frozenset[str]
    future_endings: tuple[str, ...]
    sentence_end: re.Pattern[str]
    remark: re.Pattern[str]
    numeric: str
    postposed: bool
    decade_years: bool
    bare_days: bool
    day_adverbs: bool
    noun_capitals: bool
    adjectives: tuple[str, ...]
    day_month: frozenset[str]
    long_years: YearWords | None


@cache
def language(code: str) -> Language | None:
    """The language of a BCP 47 tag, None where there is no data file for it."""
    path = FOLDER / f"{code.split('-')[0].lower()}.toml"
    return _read(path) if path.is_file() else None


def _read(path: Path) -> Language:
    data = tomllib.loads(path.read_text("utf-8"))
    _inflect(data)
    entries = _entries(data)
    phrases: dict[str, dict[str, list[tuple[list[str], Classes]]]] = {}
    for key, classes in sorted(entries.items(), key=lambda entry: -len(entry[0])):
        if len(key) > 1:
            phrases.setdefault(key[0], {}).setdefault(key[1], []).append((list(key), classes))
    long_years = year_words(data.get("year-words", ()))
    suffixes = "|".join(data["order"]["ordinal-suffixes"])
    marks = "|".join(data["order"].get("ordinal-marks", ("(?!)",)))
    return Language(
        code=path.stem,
        words={key[0]: classes for key, classes in entries.items() if len(key) == 1},
        phrases=phrases,
        trigger=_trigger(data, long_years),
        piece=re.compile(
            rf"[\s_]*(?:[^\W\d_]+|\d{{1,2}}(?!\d)(?:{marks})|\d+(?:(?i:{suffixes})(?![^\W\d_]))?|[^\w\s])"
        ),
        abbreviations=frozenset(
            " ".join(PIECE.findall(word)) for word in (*data["month-abbreviations"], *data["weekday-abbreviations"])
        ),
        weak=frozenset(data["weak"]["words"]),
        unlikely=frozenset(data["weak"]["unlikely"]),
        introducing=frozenset(data["introducing"]["words"]),
        not_before=frozenset(data["not-years"]["before"]),
        not_after=frozenset(data["not-years"]["after"]),
        counted=frozenset(data["not-years"]["counted"]),
        dated=frozenset(data["not-years"].get("dated", ())),
        amounts=frozenset(data["not-years"].get("amounts", ())),
        shares=frozenset(data["not-years"].get("shares", ())),
        streets=frozenset(data["not-years"].get("streets", ())),
        season_words=frozenset(data["lists"]["seasons"]),
        season_company=frozenset(data["lists"]["season-company"]),
        verbs=frozenset(data["weak"]["verbs"]),
        after_verbs=frozenset(data["weak"].get("after-verbs", ())),
        capitals=data["order"].get("capitals", False),
        sets=frozenset(data["lists"]["sets"]),
        habits=frozenset(data["lists"].get("habits", ())),
        future=frozenset(data["tense"]["future"]),
        past=frozenset(data["tense"]["past"]),
        past_endings=tuple(data["tense"]["past-endings"]),
        helpers=frozenset(data["tense"].get("helpers", ())),
        auxiliaries=frozenset(data["tense"].get("auxiliaries", ())),
        future_endings=tuple(data["tense"].get("future-endings", ())),
        sentence_end=_sentence_end(data["lists"].get("short-ends", ())),
        remark=_remark(data["lists"].get("relatives", ())),
        events=frozenset(data["lists"]["events"]),
        titles=frozenset(data["lists"].get("titles", ())),
        never_days=frozenset(data["lists"].get("never-days", ())),
        function=frozenset(data["lists"]["function"]),
        numeric=data["order"]["numeric"],
        postposed=data["order"].get("postposed", False),
        bare_days=data["order"].get("bare-days", False),
        day_adverbs=data["order"].get("day-adverbs", False),
        noun_capitals=data["order"].get("noun-capitals", False),
        adjectives=tuple(data["lists"].get("adjectives", ())),
        decade_years=data["order"].get("decade-years", False),
        day_month=frozenset(data["order"].get("day-month", ())),
        long_years=long_years,
    )


def _entries(data: Mapping[str, Mapping[str, Any]]) -> dict[tuple[str, ...], dict[str, Value]]:
    """What the data file says of each word and phrase, cut as texts are cut."""
    entries: dict[tuple[str, ...], dict[str, Value]] = {}
    for table, name in TABLES.items():
        for text, value in data.get(table, {}).items():
            entries.setdefault(tuple(PIECE.findall(text)), {})[name] = value
    for text, names in data["words"].items():
        for name in [names] if isinstance(names, str) else names:
            entries.setdefault(tuple(PIECE.findall(text)), {})[name] = 1
    for number, roman in enumerate(ROMAN, 1):
        for suffix in ("", *data["order"].get("roman-suffixes", ())):
            if len(roman + suffix) > 1:
                entries.setdefault((roman + suffix,), {})["roman"] = number
    return entries


def _sentence_end(short_ends: Sequence[str]) -> re.Pattern[str]:
    """The end of a sentence or line: a stop after a word of three letters or one of these, as "Mr." ends none."""
    short = rf"|\b{any_of(short_ends)}" if short_ends else ""
    return re.compile(rf"(?:\w{{3}}|\d[.,]\d\d?|%{short})[\"”’)\]]*[.!?…]+[\"”’)\]]*\s|\n")


def _remark(relatives: Sequence[str]) -> re.Pattern[str]:
    """The beginning of a remark aside, up to a date in it: an open bracket, or a relative clause."""
    clause = rf"[,—–]\s?(?:\w+\s)?{any_of(relatives)}\b[^,;:—–()\n]*"
    return re.compile(rf"(?:[(\[][^()\[\]\n]*|{clause})\Z")


def _inflect(data: dict[str, dict[str, Value]]) -> None:
    """Write out the words that a table gives as stems, with the endings that the table of inflections gives."""
    for table, endings in data.pop("inflections", {}).items():
        assert isinstance(endings, list)
        data[table] = {stem + ending: value for stem, value in data[table].items() for ending in endings}


def _trigger(data: Mapping[str, Mapping[str, Value]], long_years: YearWords | None) -> re.Pattern[str]:
    """A pattern for digits and words of time, each with the mark or space before it.

    It begins with what may stand before a word: the search passes over all letters without trying any alternative.
    """
    words = {word.rstrip(".") for table in TRIGGERS for word in data.get(table, {})}
    day_parts = [word for word, name in data["words"].items() if name == "day-part"]
    words |= {f"{shift} {part}" for shift in (*data["shifts"], *data["text-shifts"]) for part in day_parts}
    words |= {f"{part} {half}" for part in data["part-ordinals"] for half in data["half"]}
    short = data["month-abbreviations"].keys() | data["weekday-abbreviations"].keys()
    words |= {word + "s" for word in words - short}  # "Mondays"; not "thus"
    compounds = rf"{long_years.trigger}\b|" if long_years else ""
    by_letter = groupby(sorted(filter(None, words)), key=itemgetter(0))
    branches = "|".join(any_of(list(group)) + r"\b" for _, group in by_letter)  # one a letter: passed over the fastest
    return re.compile(rf"{MARK}(?:{compounds}{branches}|{DIGITS})")
