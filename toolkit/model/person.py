"""Persons: whom names in the text refer to. One value per person, from the document or an authority file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the document's list.

    id: the @xml:id, unique in the document ("person-stalin"), or the authority file's own.
    names: forms of the name, the fullest first; forms of the text are as the text spells them.
    origin: "document", "authority" (a file the user gave) or "gazetteer" (public figures that the toolkit knows).
    sex: a value of TEI's @sex ("M", "F"), or "". birth, death: W3C dates or years, or "".
    identifiers: scheme -> identifier, only as an authority file states them.
    source: where the person's facts come from (a file's name), or "".
    """

    id: str
    names: tuple[str, ...]
    origin: str = "document"
    sex: str = ""
    birth: str = ""
    death: str = ""
    identifiers: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
