"""Train the models of the persons tagger on hand-annotated texts.

    python scripts/train_persons.py CORPORA toolkit/taggers/persons/models

CORPORA has a folder per collection, with TEXT.txt and TEXT.json ({"spans": [[start, end, "persName", {...}], ...]}, in
characters of the text). Each text is shown in its own case and without case. The same texts give the same model.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from toolkit.model.annotation import Annotation
from toolkit.model.reading import Reading, reading_of
from toolkit.taggers.persons.evidence import evidence_of
from toolkit.taggers.persons.features import Features, sentences
from toolkit.taggers.persons.lexicon import language
from toolkit.taggers.persons.rules import Naming
from toolkit.taggers.persons.words import words_of

COLLECTIONS = {"en": ("litbank",), "de": ("schnitzler",), "fr": ("pec",)}
SETTINGS = {"c1": 0.4, "c2": 0.05, "max_iterations": 110, "feature.minfreq": 4, "feature.possible_transitions": True}
NOT_PERSONS = frozenset({"God", "Lord", "Heaven", "Providence"})  # marked in novels; editors list no such persons
BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True)
class Example:
    """A text and the stretches of it that name persons, sorted."""

    name: str
    text: str
    persons: tuple[tuple[int, int], ...]

    def without_case(self) -> Example:
        """The same text in lower case, character for character."""
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)
        return Example(self.name, lower, self.persons)


def examples(folder: Path) -> list[Example]:
    """The texts of a collection, by name."""
    found = []
    for path in sorted(folder.glob("*.json")):
        spans = json.loads(path.read_text("utf-8"))["spans"]
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        stretches = ((start, end) for start, end, label, _ in spans if label == "persName")
        persons = sorted((start, end) for start, end in stretches if text[start:end] not in NOT_PERSONS)
        found.append(Example(path.stem, text, tuple(persons)))
    return found


def reading(text: str) -> Reading:
    """A text whose paragraphs are parted by blank lines, as taggers read it."""
    edges = [0, *(edge for match in BLANK_LINE.finditer(text) for edge in match.span()), len(text)]
    stretches = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if text[a:b].strip()]
    return reading_of(text, tuple(Annotation(a, b, "p", "train") for a, b in stretches))


def sequences(example: Example, code: str) -> Iterator[tuple[list[list[str]], list[str]]]:
    """Each sentence's features and labels: B and I for the first and the other words of a name, O for the rest."""
    read = reading(example.text)
    words = words_of(read, code)
    tongue = language(code)
    naming = Naming(words, tongue, evidence_of(words, tongue), code)
    features = Features(naming, list(naming.candidates()))
    labels = ["O"] * len(words)
    offsets = [read.offset(start) for start in words.starts]
    at = 0
    for start, end in example.persons:
        while at < len(offsets) and offsets[at] + len(words.raw[at]) <= start:
            at += 1
        first = at
        while at < len(offsets) and offsets[at] < end:
            labels[at] = "B" if at == first else "I"
            at += 1
    for begin, stop in sentences(words, tongue):
        yield features.around(begin, stop), labels[begin:stop]


def train(shown: Iterable[Example], code: str, path: Path) -> None:
    """Train on the examples, each with and without case, and write the model."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for example in shown:
        for version in (example, example.without_case()):
            for rows, labels in sequences(version, code):
                trainer.append(rows, labels)
    trainer.set_params(SETTINGS)
    trainer.train(str(path))


def main() -> None:
    """Train a model for each language."""
    corpora, target = Path(sys.argv[1]), Path(sys.argv[2])
    for code, collections in COLLECTIONS.items():
        shown = [example for collection in collections for example in examples(corpora / collection)]
        train(shown, code, target / f"{code}.crfsuite")


if __name__ == "__main__":
    main()
