"""Context: the words about a quotation, as far as they belong to its sentence, and the verb that introduces it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from toolkit.taggers.quotations.clauses import Clause, sentence_after, sentence_before
from toolkit.taggers.quotations.language import Words

HYPHENS = re.compile(r"['’-]")
LOOSE = frozenset([",", "—", "–", "--"])
# How many words may stand between a verb and the quotation it introduces, by the sign before the mark.
REACH = {":": 26, ",": 9, "—": 9, "–": 9, "--": 9, "-": 9, "w": 2}
SUBJECT = 6
# Signs at a quotation's end after which the narrator may go on at length before the verb.
FREE = frozenset([",", "!", "?", "—", "–", "--", "-", "…", ";", ":"])


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb that introduces or follows a quotation.

    role: its word list. gap: the words between the two. place: its index among the words and signs of its side.
    final: whether it ends its clause, where the language puts it there.
    """

    role: str
    word: str
    gap: int
    place: int
    final: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What stands about a quotation in its sentence.

    before, after: its sentence on either side, within its block and up to the next quotation.
    lead, trail: the sign just before and after it, "" at the block's border, "w" for a word.
    introduced, followed: the verb of either side.
    """

    before: Clause
    after: Clause
    lead: str
    trail: str
    introduced: Verb | None
    followed: Verb | None

    @property
    def embedded(self) -> bool:
        """Whether the quotation stands in a clause that runs up to it without punctuation."""
        return self.lead == "w"

    @property
    def nearest(self) -> str:
        """The last word before the quotation in its sentence, "" where there is none."""
        return next((word for word in reversed(self.before.words) if word[0].isalnum()), "")

    @property
    def first(self) -> str:
        """The first word after the quotation in its sentence, "" where a sign stands first."""
        return self.after.words[0] if self.trail == "w" else ""


def context(text: str, bounds: tuple[int, int], start: int, end: int, inner_end: int, words: Words) -> Context:
    """The context of the quotation text[start:end] within `bounds` (its block, or the gaps to its neighbours)."""
    lower, upper = bounds
    before = sentence_before(text, lower, start)
    after = sentence_after(text, end, upper)
    lead = _sign(before.words[-1]) if before else ""
    if not before and start > lower and text[lower:start].strip():
        lead = "."
    trail = _sign(after.words[0]) if after else ""
    last = trail if trail in LOOSE else text[inner_end - 1]
    introduced = verb_before(before.words, REACH.get(lead, 0), words)
    return Context(before, after, lead, trail, introduced, _followed(after.words, last, lead, words))


def _sign(word: str) -> str:
    return "w" if word[0].isalnum() else word


def role_of(word: str, words: Words) -> str:
    """The list of verbs that holds a word, the strongest evidence of speech first; "" where none does."""
    role = words.roles.get(word)
    if role is None and ("-" in word or "'" in word or "’" in word):  # dit-il, s'écria-t-elle
        return next(filter(None, (role_of(part, words) for part in HYPHENS.split(word))), "")
    return role or ""


def _role_at(found: Sequence[str], index: int, words: Words) -> str:
    """The role of a word as a verb, a verb with its particle ("went on") included."""
    word = found[index]
    role = role_of(word, words)
    if not role:
        return "saying" if word in words.particled and _has_particle(found, index, words) else ""
    if word in words.inserted and index and not found[index - 1][0].isalnum():
        return ""
    if role == "naming" or word.endswith(words.active):
        return role
    before = index - 1
    while before > 0 and found[before] not in words.passive and found[before].endswith(words.adverbs):
        before -= 1
    return "" if before >= 0 and found[before] in words.passive else role


def _has_particle(found: Sequence[str], index: int, words: Words) -> bool:
    """Whether the particle follows that makes a verb one of saying: "went on", "fuhr er leise fort"."""
    reach = found[index + 1 : index + 2 + words.apart]
    return any(f"{found[index]} {word}" in words.phrasal for word in reach)


def verb_before(before: Sequence[str], reach: int, words: Words) -> Verb | None:
    """The nearest verb before a quotation, at most `reach` words away."""
    gap = 0
    for index in range(len(before) - 1, -1, -1):
        word = before[index]
        if not word[0].isalnum():
            continue
        role = _role_at(before, index, words)
        if role:
            return Verb(role, word, gap, index)
        gap += 1
        if gap > reach:
            return None
    return None


def verb_after(after: Sequence[str], words: Words) -> Verb | None:
    """The verb of the clause after a quotation that ascribes it: "said she", "the old man replied"."""
    gap = 0
    for index, word in enumerate(after):
        if not word[0].isalnum():
            if word == "." or (index == 0 and word in LOOSE):
                continue
            return None
        role = _role_at(after, index, words)
        if role:
            return Verb(role, word, gap, index)
        gap += 1
        if gap > SUBJECT:
            return None
    return None


def _followed(after: Sequence[str], last: str, before: str, words: Words) -> Verb | None:
    """The verb after the quotation, unless it belongs to a sentence of its own.

    last: the last sign of the quotation. before: the sign before it. Without punctuation between the two, after a full
    stop, and within a clause that runs on ("had “joined another choir,” as he said"), the verb must stand close.
    """
    verb = verb_after(after, words)
    if verb is None:
        return None
    if words.final and before == "w" and (verb.place + 1 == len(after) or not after[verb.place + 1][0].isalnum()):
        return replace(verb, final=True)
    if verb.gap == 0:
        return verb
    if last in FREE and before != "w":
        return verb
    close = verb.gap == 1 and words.is_pronoun(after[0])
    return verb if close and last != "." else None
