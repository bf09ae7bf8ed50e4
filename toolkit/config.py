"""Settings: what a project wants every time, from toolkit.toml or pyproject.toml; the command line goes before them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from toolkit.errors import ConfigError
from toolkit.files import read_file
from toolkit.model.finding import Finding

FILES = (("toolkit.toml", ()), ("pyproject.toml", ("tool", "tei-toolkit")))


@dataclass(frozen=True, slots=True)
class Settings:
    """A project's wishes.

    language: BCP 47 tag of the texts, "" to detect. encoding: of the sources, "" to detect. only: taggers that run,
    all where empty. authority: files of persons. model: the persons' statistical model, or "none". voters: spaCy
    pipelines that are asked for persons, too. ranges: whether a range of dates is one date or two: "by-form", "joined"
    or "apart". schema: what documents are validated against, "" for what each names itself. width: of plain text, in
    characters, 0 for none. Files are relative to the folder of the settings.
    """

    language: str = ""
    encoding: str = ""
    only: tuple[str, ...] = ()
    authority: tuple[Path, ...] = ()
    model: str = "default"
    voters: tuple[str, ...] = ()
    ranges: str = "by-form"
    schema: str = ""
    width: int = 72


def settings_of(folder: Path) -> Settings:
    """The settings of the nearest toolkit.toml or pyproject.toml table [tool.tei-toolkit] at or above `folder`.

    Raises ConfigError where the file is no TOML or names an unknown setting.
    """
    for place in (folder.absolute(), *folder.absolute().parents):
        for name, keys in FILES:
            path = place / name
            if path.is_file():
                table = _table(path, keys)
                if table is not None:
                    return _settings(path, table)
    return Settings()


def _table(path: Path, keys: tuple[str, ...]) -> Mapping[str, Any] | None:
    try:
        table: Any = tomllib.loads(read_file(path).decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _wrong(path, f"not TOML: {error}") from None
    for key in keys:
        table = table.get(key) if isinstance(table, dict) else None
    return table if isinstance(table, dict) else None


def _settings(path: Path, table: Mapping[str, Any]) -> Settings:
    known = {field.name: field for field in fields(Settings)}
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in known:
            near = get_close_matches(key, known, n=1)
            raise _wrong(path, f"unknown setting {key!r}" + (f", did you mean {near[0]!r}?" if near else ""))
        default = known[key].default
        if isinstance(default, tuple):
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise _wrong(path, f"{key} must be a list of texts")
            values[key] = tuple(path.parent / item for item in value) if key == "authority" else tuple(value)
        elif type(value) is not type(default):
            raise _wrong(path, f"{key} must be {'a number' if isinstance(default, int) else 'a text'}")
        elif key == "schema" and (path.parent / str(value)).is_file():
            values[key] = str(path.parent / str(value))
        else:
            values[key] = value
    return Settings(**values)


def _wrong(path: Path, reason: str) -> ConfigError:
    keys = ", ".join(field.name for field in fields(Settings))
    return ConfigError(Finding(str(path), 0, 0, "C016", {"reason": reason, "keys": keys}))
