"""What archives ask for, one table an archive: the required and recommended fields and where TEI states each."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from toolkit.model.finding import Finding
from toolkit.packagers.description import Description, key_of
from toolkit.packagers.header import path_of

ARCHIVES = ("zenodo", "textgrid", "arche", "clarin")


@dataclass(frozen=True, slots=True)
class Requirement:
    """A field that an archive asks for. asks: as the archive calls it. field: a key of header.FIELDS."""

    archive: str
    asks: str
    field: str
    required: bool


def requirements(archive: str) -> tuple[Requirement, ...]:
    """What an archive (one of ARCHIVES) asks for, the required fields first."""
    table = tomllib.loads((files(__package__) / f"{archive}.toml").read_text("utf-8"))
    return tuple(
        Requirement(table["name"], row["asks"], row["field"], level == "required")
        for level in ("required", "recommended")
        for row in table[level]
    )


def missing(described: Description, archive: str, path: str) -> Iterator[Finding]:
    """What the archive asks for and nobody says: P006 where it is required, P007 where it is recommended."""
    for requirement in requirements(archive):
        if not described.says(requirement.field):
            values = {
                "archive": requirement.archive,
                "asks": requirement.asks,
                "where": path_of(requirement.field),
                "key": key_of(requirement.field),
            }
            yield Finding(path, 0, 0, "P006" if requirement.required else "P007", values)
