"""Context: the words about a quotation, as far as they belong to its sentence, and the verb that introduces it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.taggers.quotations.language import Words

TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[.!?;:,…—–()\[\]]|--+|\S")
HYPHENS = re.compile(r"['’-]")
LOOSE = frozenset([",", "—", "–", "--"])
# How many words may stand between a verb and the quotation it introduces, by the sign before the mark.
REACH = {":": 26, ",": 9, "—": 9, "–": 9, "--": 9, "-": 9, "w": 2}
SUBJECT = 6
# Signs at a quotation's end after which the narrator may go on at length before the verb.
FREE = frozenset([",", "!", "?", "—", "–", "--", "-", "…", ";", ":"])
BEFORE, BEFORE_COLON = 100, 180
AFTER = 90
STOPS = frozenset(".!?;…")
AFTER_STOPS = frozenset(".!?;:…()")
ABBREVIATED = frozenset(
    {
        *(
            "mr",
            "mrs",
            "ms",
            "dr",
            "st",
            "messrs",
            "m",
            "mm",
            "mme",
            "mlle",
            "rev",
            "capt",
            "col",
            "gen",
            "prof",
            "hon",
        ),
        *("esq", "jr", "sr", "hr", "fr", "frl", "sra", "no", "vol", "art", "p", "pp", "ch", "cf", "viz", "nr", "bzw"),
    }
)


class Token(NamedTuple):
    """A word in lower case, or a sign, and its stretch of the reading."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb that introduces or follows a quotation.

    role: its word list. gap: the words between the two. place: its index among the tokens of its side.
    """

    role: str
    word: str
    start: int
    end: int
    gap: int
    place: int


@dataclass(frozen=True, slots=True)
class Context:
    """What stands about a quotation in its sentence.

    before, after: the tokens of its sentence on either side, within its block and up to the next quotation.
    lead, trail: the sign just before and after it, "" at the block's border, "w" for a word.
    introduced, followed: the verb of either side.
    """

    before: tuple[Token, ...]
    after: tuple[Token, ...]
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
        return next((token.word for token in reversed(self.before) if token.word[0].isalnum()), "")

    @property
    def first(self) -> str:
        """The first word after the quotation in its sentence, "" where a sign stands first."""
        return self.after[0].word if self.after and self.trail == "w" else ""


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and signs of a stretch of the reading."""
    return [Token(match[0].lower(), *match.span()) for match in TOKEN.finditer(text, start, end)]


def _is_stop(before: Token | None, token: Token, stops: frozenset[str]) -> bool:
    """Whether a sign ends a sentence: a full stop after a title or an initial does not."""
    if token.word not in stops:
        return False
    if token.word == "." and before is not None and before.end == token.start:
        return before.word not in ABBREVIATED and (len(before.word) > 1 or not before.word.isalpha())
    return True


def sentence_before(text: str, lower: int, start: int) -> tuple[Token, ...]:
    """The tokens of the sentence that runs up to `start`, none of them before `lower`."""
    window = BEFORE_COLON if ":" in text[max(lower, start - 3) : start] else BEFORE
    first = max(lower, start - window)
    stop = max(text.rfind(sign, first, start) for sign in STOPS)
    space = text.rfind(" ", first, stop) if stop > 0 else -1
    if space >= 0:  # no token reaches over a space, so those from here on tell whether the sentence begins here
        near = tokens(text, space + 1, start)
        place = next(index for index, token in enumerate(near) if token.start == stop)
        if _is_stop(near[place - 1] if place else None, near[place], STOPS):
            return tuple(near[place + 1 :])
    found = tokens(text, first, start)
    if start - window > lower and found:
        found = found[1:]  # the window may have cut the first word
    for index in range(len(found) - 1, -1, -1):
        if _is_stop(found[index - 1] if index else None, found[index], STOPS):
            return tuple(found[index + 1 :])
    return tuple(found)


def sentence_after(text: str, end: int, upper: int) -> tuple[Token, ...]:
    """The tokens from `end` on to the end of their sentence, none of them after `upper`."""
    found: list[Token] = []
    for match in TOKEN.finditer(text, end, min(upper, end + AFTER)):
        token = Token(match[0].lower(), *match.span())
        if token.word in AFTER_STOPS and _is_stop(found[-1] if found else None, token, AFTER_STOPS):
            break
        found.append(token)
    return tuple(found)


def context(text: str, bounds: tuple[int, int], start: int, end: int, inner_end: int, words: Words) -> Context:
    """The context of the quotation text[start:end] within `bounds` (its block, or the gaps to its neighbours)."""
    lower, upper = bounds
    before = sentence_before(text, lower, start)
    after = sentence_after(text, end, upper)
    lead = ""
    if before:
        lead = "w" if before[-1].word[0].isalnum() else before[-1].word
    elif start > lower and text[lower:start].strip():
        lead = "."
    trail = ""
    if after:
        trail = "w" if after[0].word[0].isalnum() else after[0].word
    last = trail if trail in LOOSE else text[inner_end - 1]
    introduced = verb_before(before, REACH.get(lead, 0), words)
    return Context(before, after, lead, trail, introduced, _followed(after, last, lead, words))


def role_of(word: str, words: Words) -> str:
    """The list of verbs that holds a word, the strongest evidence of speech first; "" where none does."""
    if word in words.saying:
        return "saying"
    if word in words.thinking:
        return "thinking"
    if word in words.writing:
        return "writing"
    if word in words.naming:
        return "naming"
    if "-" in word or "'" in word or "’" in word:  # dit-il, s'écria-t-elle
        return next(filter(None, (role_of(part, words) for part in HYPHENS.split(word))), "")
    return ""


def _role_at(found: Sequence[Token], index: int, words: Words) -> str:
    """The role of a token as a verb, a verb with its particle ("went on") included."""
    role = role_of(found[index].word, words)
    if (
        role
        and index
        and found[index - 1].word in words.passive
        and role != "naming"
        and not found[index].word.endswith(words.active)
    ):
        return ""
    if not role and index + 1 < len(found) and f"{found[index].word} {found[index + 1].word}" in words.phrasal:
        return "saying"
    return role


def verb_before(before: Sequence[Token], reach: int, words: Words) -> Verb | None:
    """The nearest verb before a quotation, at most `reach` words away."""
    gap = 0
    for index in range(len(before) - 1, -1, -1):
        token = before[index]
        if not token.word[0].isalnum():
            continue
        role = _role_at(before, index, words)
        if role:
            return Verb(role, token.word, token.start, token.end, gap, index)
        gap += 1
        if gap > reach:
            return None
    return None


def verb_after(after: Sequence[Token], words: Words) -> Verb | None:
    """The verb of the clause after a quotation that ascribes it: "said she", "the old man replied"."""
    gap = 0
    for index, token in enumerate(after):
        if not token.word[0].isalnum():
            if token.word == "." or (index == 0 and token.word in LOOSE):
                continue
            return None
        role = _role_at(after, index, words)
        if role:
            return Verb(role, token.word, token.start, token.end, gap, index)
        gap += 1
        if gap > SUBJECT:
            return None
    return None


def _followed(after: Sequence[Token], last: str, before: str, words: Words) -> Verb | None:
    """The verb after the quotation, unless it belongs to a sentence of its own.

    last: the last sign of the quotation. before: the sign before it. Without punctuation between the two, after a full
    stop, and within a clause that runs on ("had “joined another choir,” as he said"), the verb must stand close.
    """
    verb = verb_after(after, words)
    if verb is None or verb.gap == 0:
        return verb
    if last in FREE and before != "w":
        return verb
    close = verb.gap == 1 and words.is_pronoun(after[0].word)
    return verb if close and last != "." else None
