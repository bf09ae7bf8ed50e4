"""Convention: how one document uses each form of mark, learned from the places where the neighbours leave no doubt.

German „…“ closes with the mark that opens English “…”; »…« and «…» turn round; some printers set ” at both ends. The
custom of the languages is the expectation, the document's own clear cases outvote it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from toolkit.taggers.quotations.marks import DOUBTFUL, Mark

# Which marks may close what a mark has opened, and what the pair costs.
CLOSERS: Mapping[str, Mapping[str, float]] = {
    "“": {"”": 0.0, '"': 1.0, "“": 1.5, "''": 1.0, "„": 3.0, "‟": 0.5},
    "„": {"“": 0.0, "”": 0.1, '"': 0.6, "„": 2.5, "‟": 0.2, "''": 1.0, "«": 1.0, "»": 3.0},
    "”": {"”": 0.3, "“": 1.5, '"': 1.5},
    "‟": {"”": 0.2, "“": 0.5},
    '"': {'"': 0.0, "”": 1.0, "“": 1.5, "''": 1.5},
    "＂": {"＂": 0.0},
    "``": {"''": 0.0, '"': 0.5, "``": 2.0, "”": 1.0},
    "''": {"''": 0.3, '"': 1.0},
    ",,": {"''": 0.2, "“": 0.3, '"': 0.3, "”": 0.3, "``": 0.3, "‘‘": 0.3},
    "«": {"»": 0.0, "«": 2.5, ">>": 0.3, ">": 0.6},
    "»": {"«": 0.0, "»": 0.8, "<<": 0.3, "<": 0.6},
    "<<": {">>": 0.0, "»": 0.3},
    ">>": {"<<": 0.0, "«": 0.3},
    "‹": {"›": 0.0, ">": 0.6},
    "›": {"‹": 0.0, "›": 0.8, "<": 0.6},
    ">": {"<": 0.0, "«": 0.6, "‹": 0.6},
    "<": {"»": 0.6, "«": 0.8},
    "‘": {"’": 0.0, "'": 0.6, "‘": 2.0, "´": 1.0, "`": 1.5},
    "‚": {"‘": 0.0, "’": 0.1, "'": 0.6},
    "‛": {"’": 0.0, "'": 0.6},
    "’": {"’": 0.6, "‘": 1.0},
    "'": {"'": 0.0, "’": 0.8},
    "`": {"'": 0.0, "’": 0.3, "´": 0.3, "`": 0.8},
    "´": {"´": 0.8, "`": 0.8},
    "「": {"」": 0.0},
    "『": {"』": 0.0},
    "〝": {"〟": 0.0, "〞": 0.0},
}
# The share of openings to expect of each form: pseudo-counts (openings, closings) before the document is seen.
EXPECTED: Mapping[str, tuple[float, float]] = {
    "“": (6, 0.3), "”": (0.3, 6), "„": (6, 0.1), "‟": (1, 1), "«": (4, 0.6), "»": (0.6, 4), "‹": (4, 0.6),
    "›": (0.6, 4), "‘": (6, 0.2), "’": (0.1, 6), "‚": (6, 0.05), "‛": (4, 0.2), "`": (4, 0.4), "´": (0.4, 4),
    "``": (6, 0.1),
    "''": (0.5, 4), ",,": (6, 0.05), "「": (6, 0.02), "」": (0.02, 6), "『": (6, 0.02), "』": (0.02, 6),
    "<<": (4, 0.6), ">>": (0.6, 4), "<": (0.8, 4), ">": (4, 0.8), "〝": (6, 0.02), "〟": (0.1, 6), "〞": (0.1, 6),
}  # fmt: skip
# German (and Danish, Slovene, Czech ...) custom, where “ and ‘ close and »…« points inwards.
INWARD = frozenset(["de", "da", "sl", "cs", "sk", "hr", "sr", "hu", "pl"])
EXPECTED_INWARD: Mapping[str, tuple[float, float]] = {
    "“": (1, 5), "‘": (0.6, 4), "»": (4, 0.8), "«": (0.8, 4), "›": (4, 0.8), "‹": (0.8, 4),
}  # fmt: skip
CLEAR = 0.6


@dataclass(frozen=True, slots=True)
class Convention:
    """The document's costs of each form as an opening and as a closing mark, added to those of the place."""

    opens: Mapping[str, float]
    closes: Mapping[str, float]

    def opening(self, mark: Mark) -> bool:
        """Whether a mark is likelier an opening than a closing one in its place."""
        return mark.opens + self.opens.get(mark.form, 0.0) < mark.closes + self.closes.get(mark.form, 0.0)


def learn(marks: Iterable[Mark], language: str) -> Convention:
    """The convention of a document, from all its marks and its language."""
    opened: Counter[str] = Counter()
    closed: Counter[str] = Counter()
    for mark in marks:
        if mark.opens <= CLEAR and mark.closes >= DOUBTFUL and mark.apostrophe >= DOUBTFUL:
            opened[mark.form] += 1
        elif mark.closes <= 0.1 and mark.opens >= DOUBTFUL and mark.apostrophe >= DOUBTFUL:
            closed[mark.form] += 1
    expected = {**EXPECTED, **(EXPECTED_INWARD if language.split("-")[0] in INWARD else {})}
    opens: dict[str, float] = {}
    closes: dict[str, float] = {}
    for form, (before, after) in expected.items():
        total = before + after + opened[form] + closed[form]
        opens[form] = -log((before + opened[form]) / total)
        closes[form] = -log((after + closed[form]) / total)
    # Without a single clear closing, a straight single mark is likelier an apostrophe or a minute mark.
    opens["'"] = 0.0 if closed["'"] * 3 >= opened["'"] else 1.2
    return Convention(opens, closes)
