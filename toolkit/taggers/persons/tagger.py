"""The tagger of persons: rules and evidence of the whole document, known persons, and a statistical model if wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from toolkit.model.annotation import Annotation, Certainty
from toolkit.model.document import Document, Tagging
from toolkit.model.person import Person
from toolkit.taggers.persons.decide import by_model, credible, supported
from toolkit.taggers.persons.edges import fellows, persons_only, shortened
from toolkit.taggers.persons.evidence import evidence_of
from toolkit.taggers.persons.figures import Figure
from toolkit.taggers.persons.introduced import introduced
from toolkit.taggers.persons.kinship import kin
from toolkit.taggers.persons.known import Known
from toolkit.taggers.persons.lexicon import Language, code_of, language
from toolkit.taggers.persons.listing import person_of
from toolkit.taggers.persons.mention import Form, Mention, forms_of
from toolkit.taggers.persons.notices import noticed
from toolkit.taggers.persons.public import figures_of
from toolkit.taggers.persons.recogniser import believe
from toolkit.taggers.persons.references import Entity, resolve
from toolkit.taggers.persons.rules import Naming
from toolkit.taggers.persons.spread import by_rules, merged
from toolkit.taggers.persons.voters import Voter, voted
from toolkit.taggers.persons.vouched import vouched
from toolkit.taggers.persons.words import Words, words_of

HIGH = 0.95
# the likelihoods from which a name is called highly and fairly certain: measured, so that 95 and 80 in 100 are right;
# those of "en" hold for all languages where the user has a list of persons
LEVELS = {"en": (HIGH, 0.75), "de": (HIGH, 0.85), "fr": (0.99, 0.75)}
UNLISTED = 0.7
COVERED = 1 / 3
TITLE = "names of persons, by rules, known names and the whole document's evidence"


@dataclass(frozen=True)
class PersonTagger:
    """Tags names of persons, and tells which of them name one person.

    authority: persons that the user knows; the names of their entries lead to them. model: "default", or "none" for
    rules alone. voters: other recognisers to be asked, too.
    """

    authority: tuple[Person, ...] = ()
    model: str = "default"
    voters: tuple[Voter, ...] = ()
    name: str = field(default="persons", init=False)
    version: str = field(default="0.1", init=False)
    title: str = field(default="", init=False)
    after: tuple[str, ...] = field(default=(), init=False)

    def __post_init__(self) -> None:
        others = "".join(f", with the vote of {voter.name}" for voter in self.voters)
        object.__setattr__(self, "title", TITLE + others)

    def tag(self, document: Document) -> Tagging:
        """Names of persons as annotations "person", and the persons they refer to."""
        code = code_of(document.language)
        words = words_of(document.reading, code)
        if not words.raw:
            return Tagging()
        tongue = language(code)
        naming = Naming(words, tongue, evidence_of(words, tongue), code)
        mentions = self._mentions(naming, document.reading.text)
        stems = naming.evidence.all.keys() if code == "de" else ()
        forms = forms_of(words, mentions, tongue, stems)
        entities = self._entities(forms, tongue, code)
        if self.authority:
            mentions, entities = _listed(mentions, entities)
        return self._tagging(document, words, mentions, entities)

    def _mentions(self, naming: Naming, text: str) -> list[Mention]:
        candidates = list(naming.candidates())
        mentions = by_rules(naming, candidates)
        known: Iterable[Mention] = self._known(naming.code).mentions(naming)
        belief = None
        if self.model != "none":
            belief = believe(naming, candidates)
            mentions = merged(by_model(naming, belief, candidates), supported(mentions, naming, belief))
            known = credible(known, naming, belief)
            if not self.authority:  # a list of persons vouches better
                mentions = merged(mentions, vouched(naming, candidates))
        if self.voters:
            mentions = merged(mentions, voted(self.voters, naming, text, belief))
        others = (*introduced(naming), *kin(naming), *shortened(naming), *fellows(naming), *noticed(naming))
        return merged(persons_only(naming, merged(mentions, others)), known)

    def _known(self, code: str) -> Known:
        cached: dict[str, Known] = self._known_by_language
        if code not in cached:
            cached[code] = Known.of(self.authority, language(code))
        return cached[code]

    @cached_property
    def _known_by_language(self) -> dict[str, Known]:
        return {}

    def _entities(self, forms: Sequence[Form], tongue: Language, code: str) -> list[tuple[Entity, bool]]:
        """For each form its entity, and whether no other could be meant."""
        distinct = list(dict.fromkeys(forms))
        answer = resolve(distinct, self._known(code).near(distinct), tongue).of_form
        latest: dict[int, int] = {}
        chosen = []
        for index, form in enumerate(forms):
            able = answer[form]
            entity = able[0] if len(able) == 1 else max(able, key=lambda e: latest.get(id(e), -1))
            latest[id(entity)] = index
            chosen.append((entity, len(able) == 1))
        return chosen

    def _tagging(
        self, document: Document, words: Words, mentions: Sequence[Mention], entities: Sequence[tuple[Entity, bool]]
    ) -> Tagging:
        reading = document.reading
        spans = [words.span(mention.first, mention.end) for mention in mentions]
        known: dict[int, tuple[Entity, Counter[str]]] = {id(entity): (entity, Counter()) for entity, _ in entities}
        for (start, end), (entity, _) in zip(spans, entities, strict=True):
            known[id(entity)][1][reading.text[start:end]] += 1
        persons = self._persons(known)
        levels = LEVELS["en" if self.authority else code_of(document.language)]
        annotations = []
        for mention, span, (entity, alone) in zip(mentions, spans, entities, strict=True):
            doubtful = not alone or (bool(self.authority) and not entity.person and mention.certainty < HIGH)
            cert = _cert(mention.certainty, levels, doubtful=doubtful)
            ref = {"ref": f"#{persons[id(entity)].id}"}
            annotations.append(Annotation(*reading.to_source(*span), "person", self.name, cert, ref))
        return Tagging(tuple(annotations), tuple({person.id: person for person in persons.values()}.values()))

    def _persons(self, known: Mapping[int, tuple[Entity, Counter[str]]]) -> dict[int, Person]:
        """The person for each entity, by its key; two that are one public figure are one person."""
        figures = figures_of({key: (entity, list(names)) for key, (entity, names) in known.items()})
        names_of: dict[Figure, Counter[str]] = {}
        for key, figure in figures.items():
            names_of.setdefault(figure, Counter()).update(known[key][1])
        persons: dict[int, Person] = {}
        by_figure: dict[Figure, Person] = {}
        taken = {person.id for person in self.authority}
        for key, (entity, names) in known.items():
            if key not in figures:
                persons[key] = person_of(entity, names, taken, None)
                continue
            public = figures[key]
            if public not in by_figure:
                by_figure[public] = person_of(entity, names_of[public], taken, public)
            persons[key] = by_figure[public]
        return persons


def _listed(
    mentions: Sequence[Mention], entities: Sequence[tuple[Entity, bool]]
) -> tuple[list[Mention], list[tuple[Entity, bool]]]:
    """The mentions and their entities; where the user's list covers the text, less the unlikely ones of nobody in it.

    Measured on letters and a diary: of these, one in three is a name, where without a list two in three are.
    """
    likely = [entity for mention, (entity, _) in zip(mentions, entities, strict=True) if mention.certainty >= HIGH]
    covered = bool(likely) and sum(entity.person is not None for entity in likely) >= COVERED * len(likely)
    kept = [
        (mention, entity)
        for mention, entity in zip(mentions, entities, strict=True)
        if not covered or entity[0].person or mention.certainty >= UNLISTED
    ]
    return [mention for mention, _ in kept], [entity for _, entity in kept]


def _cert(likelihood: float, levels: tuple[float, float], *, doubtful: bool) -> Certainty:
    """How certain a name is called; one that is doubtful who it names, never more than low."""
    high, medium = levels
    if doubtful or likelihood < medium:
        return Certainty.LOW
    return Certainty.HIGH if likelihood >= high else Certainty.MEDIUM
