"""Attribution: what the narrator's words beside one quotation say about who speaks it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from toolkit.taggers.quotations.cast import Cast, Mention, Mentions
from toolkit.taggers.quotations.clauses import Clause, Token
from toolkit.taggers.quotations.context import Context, Verb
from toolkit.taggers.quotations.language import Words


class Strength(IntEnum):
    """How an attribution is worded, the weakest first."""

    NONE = 0
    BEAT = 1
    VERB = 2


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who speaks, by the words beside a quotation.

    person: the one named. sex: of the pronoun, where there is only that. narrator: the text's "I" speaks.
    described: the noun, where somebody is described only ("said the doctor"). spouse: whether "his wife" or "her
    husband" speaks.
    """

    strength: Strength
    person: str = ""
    sex: str = ""
    narrator: bool = False
    described: str = ""
    spouse: bool = False


NOTHING = Attribution(Strength.NONE)
FEW = 4


def attribution(around: Context, cast: Cast, words: Words) -> Attribution:
    """What the sentence about a quotation says about its speaker, the clause after it first.

    But a long one after words that are introduced leads to the next: When Ann asked, "Why?" the duke replied, "So."
    """
    sides = [(around.followed, around.after), (around.introduced, around.before)]
    if around.followed and around.introduced and around.followed.gap > 1 and around.lead in (",", ":"):
        sides.reverse()
    for verb, found in sides:
        if verb is not None and verb.role != "naming":
            subject = _subject(verb, found.tokens, cast.within(found), words)
            if subject.strength:
                return subject
    return NOTHING


def beat(clause: Clause, cast: Cast, words: Words) -> Attribution:
    """The subject of a sentence beside a quotation, which by custom is the speaker: "Ann laughed." """
    if not clause:
        return NOTHING
    sentence = clause.tokens
    first = sentence[0]
    if first.word in words.he:
        return Attribution(Strength.BEAT, sex="M")
    if first.word in words.she:
        return Attribution(Strength.BEAT, sex="F")
    if first.word in words.narrator:
        return Attribution(Strength.BEAT, narrator=True)
    limit = sentence[min(FEW, len(sentence) - 1)].start
    for mention in cast.within(clause).named(first.start, limit + 1):
        if not mention.owner and not _governed(mention, sentence, words):
            return Attribution(Strength.BEAT, mention.person)
    return NOTHING


def _subject(verb: Verb, found: Sequence[Token], persons: Mentions, words: Words) -> Attribution:
    """The subject of a verb of saying: after it ("said Ann"), else before it ("Ann said")."""
    place = verb.place
    after = _after_verb(found[place + 1 :], persons, words)
    before = _before_verb(found[:place], persons, words)
    first, second = (after, before) if _inverted(found, place, words) else (before, after)
    return first if first.strength else second


def _inverted(found: Sequence[Token], place: int, words: Words) -> bool:
    """Whether the subject stands after the verb: nothing, or no word that could be a subject, stands before it."""
    return not any(token.word[0].isalnum() for token in found[:place])


def _after_verb(found: Sequence[Token], persons: Mentions, words: Words) -> Attribution:
    if not found:
        return NOTHING
    first = found[0]
    pronoun = _pronoun(first.word, words)
    if pronoun is not None:
        return pronoun
    if not first.word[0].isalnum() or first.word in words.prepositions:
        return NOTHING
    limit = found[min(FEW, len(found) - 1)].start
    for mention in persons.named(first.start, limit + 1):
        between = [token.word for token in found[:FEW] if token.start < mention.start]
        if any(word in words.prepositions or not word[0].isalnum() for word in between):
            break
        if not mention.owner:
            return Attribution(Strength.VERB, mention.person)
    return _described(found, words)


def _before_verb(found: Sequence[Token], persons: Mentions, words: Words) -> Attribution:
    """The subject before a verb: the nearest name or pronoun that no preposition governs; after "and", the first."""
    if not found:
        return NOTHING
    if found[-1].word in words.his and found[-1].word not in words.he:  # "Mary heard her say"
        return Attribution(Strength.VERB, sex="M")
    if found[-1].word in words.her and found[-1].word not in words.she:
        return Attribution(Strength.VERB, sex="F")
    shared = found[-1].word in words.conjunctions or (len(found) > 1 and found[-2].word in words.conjunctions)
    candidates: list[tuple[int, Attribution]] = []
    for index, token in enumerate(found):
        pronoun = _pronoun(token.word, words)
        if pronoun is not None and not (index and found[index - 1].word in words.prepositions):
            candidates.append((token.start, pronoun))
    for mention in persons.named(found[0].start, found[-1].end):
        if not mention.owner and not _governed(mention, found, words):
            candidates.append((mention.start, Attribution(Strength.VERB, mention.person)))
    candidates.sort(key=lambda each: each[0])
    if candidates and not shared:
        return candidates[-1][1]
    if candidates:
        heads = [who for start, who in candidates if _heads_clause(start, found, words)]
        return heads[-1] if heads else candidates[0][1]
    described = _described(found, words)
    return described if described.strength else _unknown(found, words)


def _unknown(found: Sequence[Token], words: Words) -> Attribution:
    """A subject that is no known person, in the word before the verb: "the paper", "Pravda answers"."""
    word = found[-1].word
    adverb = word.endswith(words.adverbs) or word in words.conjunctions or word in words.passive
    if adverb or not word.isalpha() or len(word) < FEW or word in words.prepositions:
        return NOTHING
    return Attribution(Strength.VERB, described=word)


def _described(found: Sequence[Token], words: Words) -> Attribution:
    """A speaker who is described, by the noun that tells a sex or a trade: "said the old man quietly"."""
    start = next((index for index, token in enumerate(found) if token.word in words.determiners), None)
    if start is None:
        return NOTHING
    noun = ""
    if found[start].word in words.possessives and found[start + 1 : start + 2]:
        spouse = found[start + 1].word
        if spouse in words.spouses:  # "said his wife" tells as much as "said she", and not that she is unknown
            return Attribution(Strength.VERB, sex="M" if spouse in words.male else "F", spouse=True)
    for token in found[start + 1 : start + 1 + FEW]:
        if not token.word[0].isalnum() or token.word in words.prepositions:
            break
        if token.word in words.male:
            return Attribution(Strength.VERB, sex="M", described=token.word)
        if token.word in words.female:
            return Attribution(Strength.VERB, sex="F", described=token.word)
        noun = noun if noun and token.word.endswith("ly") else token.word
    return Attribution(Strength.VERB, described=noun) if noun else NOTHING


def _pronoun(word: str, words: Words) -> Attribution | None:
    if word in words.he:
        return Attribution(Strength.VERB, sex="M")
    if word in words.she:
        return Attribution(Strength.VERB, sex="F")
    if word in words.narrator:
        return Attribution(Strength.VERB, narrator=True)
    return Attribution(Strength.VERB, described=word) if word in words.others else None


def _heads_clause(start: int, found: Sequence[Token], words: Words) -> bool:
    """Whether a name or pronoun stands first in its clause: at the start, after a sign, or after a conjunction."""
    before = [token.word for token in found if token.end <= start]
    return not before or not before[-1][0].isalnum() or before[-1] in words.conjunctions


def _governed(mention: Mention, found: Sequence[Token], words: Words) -> bool:
    """Whether a preposition stands before the name, a title or adjective in between allowed."""
    before = [token.word for token in found if token.end <= mention.start][-2:]
    if before and before[-1] in words.prepositions:
        return True
    loose = (words.determiners, words.male, words.female, words.adjectives)
    return len(before) > 1 and before[-2] in words.prepositions and any(before[-1] in each for each in loose)
