"""Voters: other recognisers that may be asked. One voice is heard where rules or model half agree; two are believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol

from toolkit.errors import ConfigError
from toolkit.model.finding import Finding
from toolkit.taggers.persons.mention import Mention
from toolkit.taggers.persons.recogniser import Belief
from toolkit.taggers.persons.rules import Naming

HALF_AGREED = 0.1
LABELS = frozenset({"PERSON", "PER"})
CHUNK = 100_000


class Voter(Protocol):
    """Another recogniser of persons. name: as the header shall call it."""

    name: str

    def persons(self, text: str, language: str) -> Iterable[tuple[int, int]]:
        """The stretches of `text` (blocks parted by line feeds) that name persons; `language`: "en", "de" or "fr"."""
        ...


class SpacyVoter:
    """A spaCy pipeline as a voter (the extra "spacy"); `pipeline`: the name of an installed one.

    Raises ConfigError (T309) where no pipeline of that name is installed, ImportError where spaCy is not.
    """

    def __init__(self, pipeline: str) -> None:
        import spacy

        self.name = pipeline
        try:
            self._read: Any = spacy.load(pipeline)
        except OSError:
            installed = ", ".join(sorted(spacy.util.get_installed_models())) or "none"
            raise ConfigError(Finding("tei", 0, 0, "T309", {"name": pipeline, "installed": installed})) from None

    def persons(self, text: str, language: str) -> Iterator[tuple[int, int]]:
        """The persons the pipeline finds, read block by block, so that no memory limit is met.

        None in a text that is in another language than the pipeline's.
        """
        if self._read.lang != language:
            return
        start = 0
        for block in text.splitlines(keepends=True):
            for piece in range(0, len(block), CHUNK):
                for entity in self._read(block[piece : piece + CHUNK]).ents:
                    if entity.label_ in LABELS:
                        yield start + piece + entity.start_char, start + piece + entity.end_char
            start += len(block)


def voted(voters: Sequence[Voter], naming: Naming, text: str, belief: Belief | None) -> list[Mention]:
    """The mentions that voters name and the model does not rule out, or two of them agree on; left to right."""
    votes: Counter[tuple[int, int]] = Counter()
    place = {start: index for index, start in enumerate(naming.words.starts)}
    for voter in voters:
        for start, end in set(voter.persons(text, naming.code)):
            words = [index for index in (place.get(at) for at in range(start, end)) if index is not None]
            if words:
                votes[words[0], words[-1] + 1] += 1
    mentions = []
    for (first, end), count in sorted(votes.items()):
        model = max(belief.name[first:end]) if belief else 0.0
        if count > 1 or model >= HALF_AGREED:
            core = naming.titles_after(first, end - 1) if end - first > 1 else first
            mentions.append(Mention(first, end, core, max(model, 0.5 + 0.1 * (count > 1))))
    return mentions
