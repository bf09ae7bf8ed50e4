"""Plug-ins: readers and taggers by name, through entry points; the built-in ones come in by the same door."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from toolkit.errors import ConfigError
from toolkit.model.finding import Finding
from toolkit.model.ports import Reader, Tagger

READERS = "tei_toolkit.readers"
TAGGERS = "tei_toolkit.taggers"


@cache
def _doors(group: str) -> Mapping[str, EntryPoint]:
    return {door.name: door for door in sorted(entry_points(group=group), key=lambda door: door.name)}


def names(group: str) -> tuple[str, ...]:
    """The names of a group's plug-ins, sorted."""
    return tuple(_doors(group))


def reader(name: str) -> Reader:
    """The reader of this name; raises ConfigError where there is none."""
    made: Reader = _factory(READERS, name, "reader")()
    return made


def tagger(name: str, **options: Any) -> Tagger:
    """The tagger of this name, made with those of the options that its factory has a parameter for.

    Raises ConfigError where there is none.
    """
    factory = _factory(TAGGERS, name, "--only")
    wanted = inspect.signature(factory).parameters
    made: Tagger = factory(**{key: value for key, value in options.items() if key in wanted})
    return made


def _factory(group: str, name: str, option: str) -> Callable[..., Any]:
    doors = _doors(group)
    if name not in doors:
        values = {"option": option, "value": name, "choices": ", ".join(doors)}
        raise ConfigError(Finding("tei", 0, 0, "C009", values))
    factory: Callable[..., Any] = doors[name].load()
    return factory
