"""The reader's choices, the same for every output."""

from __future__ import annotations

from dataclasses import dataclass, fields

from toolkit.errors import ConfigError
from toolkit.model.finding import Finding
from toolkit.resources import resource

CHOICES = {
    "reading": ("normalised", "diplomatic", "clear"),
    "apparatus": ("end", "inline", "none"),
    "notes": ("foot", "end", "inline", "none"),
}


@dataclass(frozen=True, slots=True)
class Options:
    """How a document is to be read.

    width: columns of plain text; 0 leaves each paragraph on one line.
    reading: which reading is shown where the source offers several: "normalised" (corrections, regular spellings,
        expansions), "diplomatic" (the source's own, with its line ends), "clear" (the same without deletions).
    apparatus: where the readings not shown stand: "end", "inline", "none". notes: "foot", "end", "inline", "none".
    lang: the language of the words around the text, one of the files of xslt/i18n.
    """

    width: int = 72
    reading: str = "normalised"
    apparatus: str = "end"
    notes: str = "foot"
    lang: str = "en"

    @classmethod
    def of(cls, **values: str | int) -> Options:
        """Options from what a caller gave; raises ConfigError (X003) where a name or value is not known."""
        languages = tuple(sorted(file.stem for file in (resource("xslt") / "i18n").glob("*.xml")))
        choices = CHOICES | {"lang": languages}
        known = {field.name for field in fields(cls)}
        for name, value in values.items():
            if name not in known:
                raise _unknown(name, str(value), sorted(known))
            if name == "width" and not (isinstance(value, int) and value >= 0):
                raise _unknown(name, str(value), ["0", "72"])
            if name in choices and value not in choices[name]:
                raise _unknown(name, str(value), choices[name])
        return cls(**values)  # type: ignore[arg-type]


def _unknown(name: str, value: str, known: tuple[str, ...] | list[str]) -> ConfigError:
    return ConfigError(Finding("tei", 0, 0, "X003", {"option": name, "value": value, "known": ", ".join(known)}))
