"""The cast: the persons that the document names, where it names them, and their sex as far as it shows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from toolkit.model.document import Document
from toolkit.taggers.quotations.clauses import tokens
from toolkit.taggers.quotations.language import Words

WORD = re.compile(r"[^\W\d_]+")
NEVER = r"(?!)"
NEAR = 90
TITLE = 20
TELLING = 2
ABBREVIATIONS = {"dr": "doctor", "capt": "captain", "col": "colonel", "gen": "general", "prof": "professor"}


@dataclass(frozen=True, order=True, slots=True)
class Mention:
    """A place of the reading where a person is named. owner: whether the name is a possessive ("Ann's")."""

    start: int
    end: int
    person: str
    owner: bool = False


@dataclass(frozen=True)
class Mentions:
    """Mentions in the order of the text, with their starts."""

    mentions: Sequence[Mention]
    starts: Sequence[int]

    @classmethod
    def of(cls, mentions: Sequence[Mention]) -> Mentions:
        """The mentions with their starts; they stand in the order of the text."""
        return cls(mentions, [mention.start for mention in mentions])

    def named(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that start within a stretch of the reading."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


@dataclass(frozen=True)
class Cast(Mentions):
    """The mentions in the order of the text; each person's sex ("M", "F") and titles, where they show."""

    sex: Mapping[str, str]
    titles: Mapping[str, frozenset[str]]

    def may_be(self, person: str, sex: str) -> bool:
        """Whether nothing speaks against this sex."""
        return self.sex.get(person, sex) == sex


def cast_of(document: Document, words: Words) -> Cast:
    """The cast of a document whose persons are tagged; empty where none is."""
    mentions = sorted(_mentions(document), key=attrgetter("start", "end", "person", "owner"))
    evidence: dict[str, Counter[str]] = {}
    pronoun = re.compile(rf"\b(?:{'|'.join(sorted(words.his | words.her)) or NEVER})\b", re.IGNORECASE)
    for index, mention in enumerate(mentions):
        following = mentions[index + 1].start if index + 1 < len(mentions) else len(document.reading.text)
        for sex, weight in _signs(document.reading.text, mention, following, pronoun, words):
            evidence.setdefault(mention.person, Counter())[sex] += weight
    sexes = {person: found for person, counts in evidence.items() if (found := _verdict(counts))}
    titles = {
        person.id: frozenset(word for name in person.names for word in _words(name)) & words.styles
        for person in document.persons
    }
    sexes.update({person.id: person.sex for person in document.persons if person.sex in ("M", "F")})
    return Cast(mentions, [mention.start for mention in mentions], sexes, titles)


def _mentions(document: Document) -> Iterator[Mention]:
    reading = document.reading
    for annotation in document.of_kind("person"):
        start = reading.from_source(annotation.start)
        last = reading.from_source(annotation.end - 1)
        person = annotation.attributes.get("ref", "").removeprefix("#")
        if start is not None and last is not None and person and start <= last:
            owner = reading.text[last + 1 : last + 3].lower() in ("'s", "’s") or reading.text[last] in "'’"
            yield Mention(start, last + 1, person, owner)


def _signs(
    text: str, mention: Mention, following: int, pronoun: re.Pattern[str], words: Words
) -> Iterator[tuple[str, int]]:
    """What the title in or before a name and the first pronoun after it say about the person's sex."""
    titles = WORD.findall(text[max(0, mention.start - 12) : mention.start].lower())[-1:]
    titles += WORD.findall(text[mention.start : mention.end].lower())[:-1]
    for word in titles:
        if word in words.male:
            yield "M", TITLE
        elif word in words.female:
            yield "F", TITLE
    found = pronoun.search(text, mention.end, min(following, mention.end + NEAR))
    if found:
        yield ("M" if found[0].lower() in words.his else "F"), 1


def _words(name: str) -> Iterator[str]:
    """The words of a name in lower case, an abbreviated title written out."""
    for token in tokens(name, 0, len(name)):
        yield ABBREVIATIONS.get(token.word, token.word)


def _verdict(counts: Counter[str]) -> str:
    """The sex for which the evidence is at least twice as strong, "" where there is too little."""
    male, female = counts["M"], counts["F"]
    if max(male, female) < TELLING or max(male, female) < 2 * min(male, female):
        return ""
    return "M" if male > female else "F"
