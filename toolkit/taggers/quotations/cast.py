"""The cast: the persons that the document names, where it names them, and their sex as far as it shows."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.model.annotation import Annotation
from toolkit.model.document import Document
from toolkit.model.reading import Reading
from toolkit.taggers.persons.lexicon import given_names
from toolkit.taggers.quotations.clauses import Clause, tokens
from toolkit.taggers.quotations.language import Words

WORD = re.compile(r"[^\W\d_]+")
BEFORE_NAME = re.compile(r"([^\W\d_]+)\.? $")  # "mother! Ann said" calls nobody a mother
NEVER = r"(?!)"
NEAR = 90
TITLE = 20
TELLING = 2
FIRST_NAME, ONLY_NAME = 6, 3
HUSBANDS = frozenset({"mr", "herr", "herrn", "m", "monsieur", "señor", "signor", "sir"})
WIVES = frozenset({"mrs", "frau", "mme", "madame", "señora", "signora", "lady"})
ABBREVIATIONS = {"dr": "doctor", "capt": "captain", "col": "colonel", "gen": "general", "prof": "professor"}


class Mention(NamedTuple):
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

    def within(self, clause: Clause) -> Mentions:
        """The mentions that start within a clause, placed as its tokens are: counted from its start."""
        start = clause.start
        found = self.named(start, clause.end)
        if not found:
            return NOBODY
        return Mentions.of([Mention(first - start, last - start, who, owner) for first, last, who, owner in found])


NOBODY = Mentions((), ())


@dataclass(frozen=True)
class Cast(Mentions):
    """The mentions in the order of the text; each person's sex ("M", "F") and titles, where they show.

    titled: the persons whose sex a title shows or an authority gives. spouses: the one Mrs. Allen of the one Mr. Allen,
    and the other way round.
    """

    sex: Mapping[str, str]
    titled: frozenset[str]
    titles: Mapping[str, frozenset[str]]
    spouses: Mapping[str, str]

    def may_be(self, person: str, sex: str) -> bool:
        """Whether nothing speaks against this sex."""
        return self.sex.get(person, sex) == sex


def cast_of(document: Document, words: Words) -> Cast:
    """The cast of a document whose persons are tagged; empty where none is."""
    mentions = sorted(_mentions(document))
    text = document.reading.text
    pronoun = _pronouns(words)
    known: dict[str, Sequence[tuple[str, int]]] = {}
    evidence: dict[str, Counter[str]] = {}
    ends = [*(mention.start for mention in mentions[1:]), len(text)]
    for mention, following in zip(mentions, ends, strict=False):
        called = text[max(0, mention.start - 12) : mention.end]
        signs = known.get(called)
        if signs is None:
            signs = known[called] = list(_titled(called, mention.end - mention.start, words))
        found = pronoun.search(text, mention.end, min(following, mention.end + NEAR))
        counts = evidence.setdefault(mention.person, Counter())
        for sex, weight in signs:
            counts[sex] += weight
        if found:
            counts["M" if found[0].lower() in words.his else "F"] += 1
    for person in document.persons:
        if person.id in evidence:
            evidence[person.id].update(_christened(person.names))
    sexes = {person: sex for person, counts in evidence.items() if (sex := _verdict(counts))}
    titles = {
        person.id: frozenset(word for name in person.names for word in _words(name)) & words.styles
        for person in document.persons
    }
    given = {person.id: person.sex for person in document.persons if person.sex in ("M", "F")}
    sure = {person for person in sexes if max(evidence[person].values()) >= TITLE}
    starts = [mention.start for mention in mentions]
    return Cast(mentions, starts, {**sexes, **given}, frozenset(sure | given.keys()), titles, _spouses(document))


def _spouses(document: Document) -> Mapping[str, str]:
    """Each person's wife or husband, as far as "Mr." and "Mrs." before one surname tell."""
    styled: dict[tuple[bool, str], set[str]] = {}
    for person in document.persons:
        for name in person.names:
            words = WORD.findall(name.lower())
            if len(words) > 1 and (words[0] in HUSBANDS or words[0] in WIVES):
                styled.setdefault((words[0] in WIVES, words[-1]), set()).add(person.id)
    found: dict[str, str] = {}
    for (wife, surname), persons in styled.items():
        others = styled.get((not wife, surname), set())
        if len(persons) == len(others) == 1 and persons != others:
            found.update(zip(persons, others, strict=True))
    return found


def _mentions(document: Document) -> Iterator[Mention]:
    reading, source = document.reading, document.source.text
    for annotation in document.of_kind("person"):
        start, last = _placed(reading, source, annotation)
        person = annotation.attributes.get("ref", "").removeprefix("#")
        if start is not None and last is not None and person and start <= last:
            owner = reading.text[last + 1 : last + 3].lower() in ("'s", "’s") or reading.text[last] in "'’"
            yield Mention(start, last + 1, person, owner)


def _placed(reading: Reading, source: str, annotation: Annotation) -> tuple[int | None, int | None]:
    """Where an annotation's first and last characters stand in the reading."""
    start = reading.from_source(annotation.start)
    length = annotation.end - annotation.start
    if start is not None and reading.text.startswith(source[annotation.start : annotation.end], start):
        return start, start + length - 1
    return start, reading.from_source(annotation.end - 1)


def _titled(called: str, length: int, words: Words) -> Iterator[tuple[str, int]]:
    """What the titles before and in a name say about the person's sex; called: the last `length` signs are the name."""
    before = BEFORE_NAME.search(called[:-length])
    titles = [before[1].lower()] if before else []
    titles += WORD.findall(called[-length:].lower())[:-1]
    for word in titles:
        if word in words.male:
            yield "M", TITLE
        elif word in words.female:
            yield "F", TITLE


def _christened(names: Sequence[str]) -> Counter[str]:
    """What a person's Christian name says about the sex, told more surely where a surname follows it."""
    known = given_names()
    counts: Counter[str] = Counter()
    for name in names:
        words = WORD.findall(name.lower())
        sex = next((known[word] for word in words if known.get(word)), "")
        if sex:
            counts[sex] = max(counts[sex], FIRST_NAME if len(words) > 1 else ONLY_NAME)
    return counts


def _pronouns(words: Words) -> re.Pattern[str]:
    """The pronouns that show a sex; the first letter alone comes first, which is what a search skips to."""
    endings: dict[str, list[str]] = {}
    for word in sorted(words.his | words.her):
        endings.setdefault(word[0], []).append(re.escape(word[1:]))
    if not endings:
        return re.compile(NEVER)
    each = "|".join(f"(?<={letter})(?:{'|'.join(rest)})" for letter, rest in sorted(endings.items()))
    return re.compile(rf"[{''.join(sorted(endings))}](?<!\w.)(?:{each})\b", re.IGNORECASE)


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
