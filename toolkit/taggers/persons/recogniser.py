"""The statistical model: a conditional random field per language, loaded when it is first wanted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import pycrfsuite

from toolkit.taggers.persons.features import Features, sentences
from toolkit.taggers.persons.rules import Candidate, Naming

MODELS = files("toolkit.taggers.persons") / "models"


@dataclass(frozen=True)
class Belief:
    """What the model believes of each word: name, how likely it is part of a name; begins, that one begins there."""

    name: list[float]
    begins: list[float]


@cache
def _tagger(code: str) -> Any:
    with as_file(MODELS / f"{code}.crfsuite") as path:
        tagger = pycrfsuite.Tagger()
        tagger.open(str(path))
    return tagger


def believe(naming: Naming, candidates: list[Candidate], tagger: Any = None) -> Belief:
    """Ask the model of the document's language about every word; `tagger`: another model than the package's."""
    model = tagger or _tagger(naming.code)
    features = Features(naming, candidates)
    name, begins = [0.0] * len(naming.words), [0.0] * len(naming.words)
    for start, end in sentences(naming.words, naming.language):
        model.set(features.around(start, end))
        for place in range(end - start):
            begin = model.marginal("B", place)
            begins[start + place] = begin
            name[start + place] = begin + model.marginal("I", place)
    return Belief(name, begins)
