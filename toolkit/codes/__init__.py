"""The catalogue of codes: every finding's title, wording, hint, reason and examples, one file a room.

A code is a letter for the room (C settings and command line, R reading, T tagging, E encoding, V validating, S schemas,
X rendering, P packaging) and three digits. A message that names a value the finding does not carry raises: a catalogue
never prints a blank.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from toolkit.model.finding import Finding, Level


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry. message and hint name values in braces; bad and good are examples: what earns it, and the remedy."""

    code: str
    level: Level
    title: str
    message: str
    hint: str
    why: str
    bad: str
    good: str
    since: str


@cache
def catalogue() -> Mapping[str, Entry]:
    """Every entry by its code, sorted; raises ValueError where two files name one code."""
    entries: dict[str, Entry] = {}
    for file in sorted(files(__package__).iterdir(), key=lambda file: file.name):
        if not file.name.endswith(".toml"):
            continue
        for code, fields in tomllib.loads(file.read_text("utf-8")).items():
            if code in entries:
                raise ValueError(f"{file.name} names {code} a second time")
            entries[code] = Entry(code=code, level=Level(fields.pop("level")), **fields)
    return dict(sorted(entries.items()))


def message(finding: Finding) -> str:
    """What the finding says, in one line."""
    return catalogue()[finding.code].message.format_map(finding.values)


def hint(finding: Finding) -> str:
    """What the reader can do about it, in one line."""
    return catalogue()[finding.code].hint.format_map(finding.values)


def level(finding: Finding) -> Level:
    """How grave the finding is."""
    return catalogue()[finding.code].level
