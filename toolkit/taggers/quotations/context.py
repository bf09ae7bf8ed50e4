"""Context: the words about a quotation, as far as they belong to its sentence, and the verb that introduces it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.taggers.quotations.language import Words

TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[.!?;:,…—–()\[\]]|--+|\S")
BEFORE = 170
AFTER = 110
STOPS = frozenset(".!?;…")
AFTER_STOPS = frozenset(".!?;:…()")
ABBREVIATED = frozenset(
    "mr mrs ms dr st messrs m mme mlle rev capt col gen prof hon esq jr sr hr fr sra no vol art p pp ch cf".split()
)


class Token(NamedTuple):
    """A word in lower case, or a sign, and its stretch of the reading."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb that introduces or follows a quotation. role: the word list that holds it. gap: words between the two."""

    role: str
    word: str
    start: int
    end: int
    gap: int


@dataclass(frozen=True, slots=True)
class Context:
    """What stands about a quotation in its sentence.

    before, after: the tokens of its sentence on either side, within its block and up to the next quotation.
    lead: the sign just before it, "" at the block's head, "w" for a word. introduced, followed: the verb of either side.
    """

    before: tuple[Token, ...]
    after: tuple[Token, ...]
    lead: str
    trail: str
    introduced: Verb | None
    followed: Verb | None


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words and signs of a stretch of the reading."""
    return [Token(match[0].lower(), match.start(), match.end()) for match in TOKEN.finditer(text, start, end)]


def _is_stop(before: Token | None, token: Token, stops: frozenset[str]) -> bool:
    """Whether a sign ends a sentence: a full stop after a title or an initial does not."""
    if token.word not in stops:
        return False
    if token.word == "." and before is not None and before.end == token.start:
        return before.word not in ABBREVIATED and (len(before.word) > 1 or not before.word.isalpha())
    return True


def sentence_before(text: str, lower: int, start: int) -> tuple[Token, ...]:
    """The tokens of the sentence that runs up to `start`, none of them before `lower`."""
    found = tokens(text, max(lower, start - BEFORE), start)
    if start - BEFORE > lower and found:
        found = found[1:]  # the window may have cut the first word
    for index in range(len(found) - 1, -1, -1):
        if _is_stop(found[index - 1] if index else None, found[index], STOPS):
            return tuple(found[index + 1 :])
    return tuple(found)


def sentence_after(text: str, end: int, upper: int) -> tuple[Token, ...]:
    """The tokens from `end` on to the end of their sentence, none of them after `upper`."""
    found = tokens(text, end, min(upper, end + AFTER))
    for index, token in enumerate(found):
        if _is_stop(found[index - 1] if index else None, token, AFTER_STOPS):
            return tuple(found[:index])
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
    pointed = text[inner_end - 1] in ",.!?—–-…;:" or trail in (",", "—", "–", "--")
    return Context(before, after, lead, trail, _introducing(before, lead, words), _following(after, pointed, words))


def _role(word: str, words: Words) -> str:
    """The list of verbs that holds a word, the strongest evidence of speech first."""
    if word in words.saying:
        return "saying"
    if word in words.thinking:
        return "thinking"
    if word in words.writing:
        return "writing"
    if word in words.naming:
        return "naming"
    return ""


def _introducing(before: tuple[Token, ...], lead: str, words: Words) -> Verb | None:
    """The nearest verb before the quotation that introduces it: a colon reaches further back than a comma."""
    reach = {":": 26, ",": 9, "—": 9, "–": 9, "--": 9, "-": 9}.get(lead, 2 if lead == "w" else 0)
    gap = 0
    for token in reversed(before):
        if not token.word[0].isalnum():
            continue
        role = _role(token.word, words)
        if role:
            return Verb(role, token.word, token.start, token.end, gap)
        gap += 1
        if gap > reach:
            return None
    return None


def _following(after: tuple[Token, ...], pointed: bool, words: Words) -> Verb | None:
    """The verb of the clause after the quotation that ascribes it: "said she", "the old man replied"."""
    gap = 0
    for index, token in enumerate(after):
        if not token.word[0].isalnum():
            if token.word == "." or (index == 0 and token.word in ",—–--"):
                continue
            return None
        role = _role(token.word, words)
        if role:
            close = gap == 0 or (gap == 1 and after[index - 1].word in words.he | words.she | words.others)
            return Verb(role, token.word, token.start, token.end, gap) if pointed or close else None
        gap += 1
        if gap > (6 if pointed else 1):
            return None
    return None
