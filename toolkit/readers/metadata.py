"""Metadata files: TOML or JSON beside a text, key for key the fields of Metadata."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from toolkit.errors import ConfigError
from toolkit.files import read_file
from toolkit.markup import FORBIDDEN
from toolkit.model.dates import is_date
from toolkit.model.finding import Finding
from toolkit.model.metadata import LANGUAGE_TAG, Metadata

PLURAL = {
    "author": "authors",
    "translator": "translators",
    "editor": "editors",
    "language": "languages",
    "note": "notes",
}
LISTS = {"authors", "translators", "editors", "languages", "notes"}
DATES = {"written", "published", "date"}
KEYS = tuple(field.name for field in fields(Metadata))


def read_metadata(path: Path) -> Metadata:
    """The metadata of a file; raises ConfigError where it is no TOML or JSON, or says what Metadata does not know."""
    said = _parsed(path, read_file(path))
    known = {PLURAL.get(key, key): value for key, value in said.items()}
    for key in known:
        if key not in KEYS:
            near = get_close_matches(key, KEYS, n=1)
            raise _wrong(path, f"unknown key {key!r}" + (f", did you mean {near[0]!r}?" if near else ""))
    return Metadata(**{key: _value(path, key, value) for key, value in known.items()})


def beside(source: Path) -> Path | None:
    """The metadata file that stands beside a source under its name, or None; none stands beside standard input.

    Other JSON files of that name are common; metadata in JSON are recognised by their longer suffix.
    """
    if str(source) == "-":
        return None
    for suffix in (".toml", ".metadata.json"):
        path = source.with_suffix(suffix)
        if path != source and path.is_file():
            return path
    return None


def _parsed(path: Path, data: bytes) -> Mapping[str, Any]:
    try:
        text = data.decode("utf-8-sig")
        said = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except json.JSONDecodeError as error:
        raise ConfigError(_finding(path, f"not JSON: {error.msg}", error.lineno, error.colno)) from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (0, 0)
        raise ConfigError(_finding(path, f"not TOML: {error}", line, column)) from None
    if not isinstance(said, dict):
        raise _wrong(path, "the file must hold keys and values")
    return said


def _value(path: Path, key: str, value: Any) -> Any:
    for text in _texts(value):
        if bad := FORBIDDEN.search(text):
            raise _wrong(path, f"{key} holds a character that XML forbids, U+{ord(bad[0]):04X}")
    if key == "identifiers":
        if not isinstance(value, dict):
            raise _wrong(path, "identifiers must be a table of schemes and values")
        for scheme in value:
            if not re.fullmatch(r"\S+", scheme):
                raise _wrong(path, f"the scheme of an identifier is one word, such as DOI, not {scheme!r}")
        return tuple(sorted((str(scheme), str(number)) for scheme, number in value.items()))
    if key in LISTS:
        values = value if isinstance(value, list) else [value]
        if not all(isinstance(item, str) for item in values):
            raise _wrong(path, f"{key} must be a text or a list of texts")
        for item in values:
            if key == "languages" and not LANGUAGE_TAG.fullmatch(item):
                raise _wrong(path, f"a language is a tag such as en, de or grc, not {item!r}")
        return tuple(values)
    if isinstance(value, (dict, list, bool)):
        raise _wrong(path, f"{key} must be one text")
    text = str(value)
    if key in DATES and not is_date(text):
        raise _wrong(path, f"{key} must be a date like 1936, 1936-08 or 1936-08-04, not {text!r}")
    return text


def _texts(value: Any) -> Iterator[str]:
    """All texts in a value of TOML or JSON."""
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, str):
        yield value


def _wrong(path: Path, reason: str) -> ConfigError:
    return ConfigError(_finding(path, reason))


def _finding(path: Path, reason: str, line: int = 0, column: int = 0) -> Finding:
    return Finding(str(path), line, column, "C010", {"reason": reason, "keys": ", ".join(KEYS)})
