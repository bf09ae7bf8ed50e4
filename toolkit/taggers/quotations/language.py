"""What a language calls saying, writing and naming, and its conventions: one TOML file a language, in data/."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Words:
    """The word lists of a language, all in lower case.

    saying: verbs of speaking in every form that reports speech. beats: verbs of gesture that accompany it.
    thinking: verbs of silent speech. writing: verbs by which a document speaks. naming: verbs of calling.
    resuming: verbs by which the same speaker goes on. sources: nouns for what can be quoted.
    mentioning: nouns before a word spoken about. utterances: nouns for what is said; accompanying: the preposition that
    leads to them ("with the words").
    exemplary: words that announce an example. predicates: verbs of which a word is the subject ("means").
    adjectives: what names a word's bearer, not the word.
    inflected: endings of plurals and adjectives, which words mentioned rarely have. function: what may follow a noun.
    listing: what parts the members of a list, commas apart.
    hedges: words that keep a distance ("so-called").
    phrasal: verbs of speaking with their particle ("went on"); apart: how many words may part the two.
    recasting: words that say the same again ("in other words"). literary: forms of the verbs of saying by which one
    reports what somebody writes ("Locke says"). legible: verbs of which a text is the subject ("the stone reads").
    inserted: verbs that are none between commas ("include, say, ..."). that: conjunctions before reported words.
    determiners, prepositions: what may stand before a word or phrase in quotation marks.
    styles: nouns of trade or rank that stand for a person so styled ("the doctor").
    adverbs: endings of adverbs, which may stand where a subject would.
    passive: auxiliaries after which a verb of saying has no speaker ("was said"), unless it ends in `active`.
    conjunctions: what joins a second verb to its subject ("and").
    he, she, others: pronouns in the nominative; narrator: the first person's. his, her: all pronouns that show a sex.
    addressing: all forms of the pronouns of the first and second person, by which speech without marks is told.
    male, female: titles and nouns that tell a speaker's sex.
    possessives, spouses: pronouns that own, and the nouns among male and female for wife and husband ("his wife").
    clipped: words that end in an apostrophe; clipped_endings: their endings; aphaeresis: words after an initial one.
    final: whether the verb ends a subordinate clause by the language's custom.
    inverted: whether the clause that ascribes speech has its verb first by the language's custom; clitics: the pronouns
    that may still stand before it ("me dit-il").
    dashes: whether a paragraph that opens with a dash is speech by the language's custom.
    roles: the verbs of all lists, each with the strongest evidence of speech that it gives.
    particled: the verbs of `phrasal`.
    """

    saying: frozenset[str] = frozenset()
    beats: frozenset[str] = frozenset()
    thinking: frozenset[str] = frozenset()
    writing: frozenset[str] = frozenset()
    naming: frozenset[str] = frozenset()
    resuming: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    citing: frozenset[str] = frozenset()
    mentioning: frozenset[str] = frozenset()
    utterances: frozenset[str] = frozenset()
    accompanying: frozenset[str] = frozenset()
    exemplary: frozenset[str] = frozenset()
    predicates: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    inflected: tuple[str, ...] = ("\0",)
    function: frozenset[str] = frozenset()
    listing: frozenset[str] = frozenset({""})
    hedges: frozenset[str] = frozenset()
    phrasal: frozenset[str] = frozenset()
    recasting: frozenset[str] = frozenset()
    literary: frozenset[str] = frozenset()
    legible: frozenset[str] = frozenset()
    inserted: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    he: frozenset[str] = frozenset()
    she: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    narrator: frozenset[str] = frozenset()
    his: frozenset[str] = frozenset()
    her: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    active: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ("\0",)
    male: frozenset[str] = frozenset()
    female: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    spouses: frozenset[str] = frozenset()
    clipped: frozenset[str] = frozenset()
    clipped_endings: tuple[str, ...] = ()
    aphaeresis: frozenset[str] = frozenset()
    clitics: frozenset[str] = frozenset()
    inverted: bool = False
    dashes: bool = False
    final: bool = False
    apart: int = 0
    roles: Mapping[str, str] = field(default_factory=dict, compare=False)
    particled: frozenset[str] = field(default=frozenset(), compare=False)

    def is_pronoun(self, word: str) -> bool:
        """Whether a word is a personal pronoun in the nominative."""
        return self.is_third(word) or word in self.others or word in self.narrator

    def is_third(self, word: str) -> bool:
        """Whether a word is a pronoun of the third person singular that shows a sex."""
        return word in self.he or word in self.she


ROLES = ("naming", "writing", "thinking", "saying")
ENDINGS = frozenset({"clipped_endings", "active", "inflected", "adverbs"})


@cache
def words_of(language: str) -> Words:
    """The words of a BCP 47 language tag; none where the toolkit does not know the language."""
    primary = language.split("-")[0].casefold()
    folder = files(__package__) / "data"
    file = folder / f"{primary}.toml"
    if not file.is_file():
        return Words()
    data = tomllib.loads(file.read_text("utf-8"))
    values: dict[str, object] = {}
    for each in fields(Words):
        if each.name not in data:
            continue
        if each.name in ("dashes", "final", "inverted", "apart"):
            values[each.name] = data[each.name]
        elif each.name in ENDINGS:
            values[each.name] = tuple(data[each.name].split())
        elif each.name == "phrasal":
            values[each.name] = frozenset(" ".join(pair.split()) for pair in data[each.name].split(","))
        elif each.name == "listing":
            values[each.name] = frozenset(["", *data[each.name].split()])
        else:
            values[each.name] = frozenset(data[each.name].split())
    values["roles"] = {word: role for role in ROLES for word in data.get(role, "").split()}
    values["particled"] = frozenset(pair.split()[0] for pair in data.get("phrasal", "").split(",") if pair.strip())
    return Words(**values)  # type: ignore[arg-type]  # one field a word list, checked by the tests of the data
