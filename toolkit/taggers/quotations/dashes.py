"""Dialogue dashes: a paragraph that opens with a dash is speech, broken where the narrator says who speaks.

Three customs: "—Thanks, old chap, he cried briskly. That will do." (Joyce, French), "—Sí —dijo Juan—. No vengo."
(Spanish: dashes about the narrator's words), "— Да, — сказал он. — Пойду." (Russian: a dash on either side).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from toolkit.model.annotation import Certainty
from toolkit.model.reading import Block
from toolkit.taggers.quotations.clauses import TOKEN
from toolkit.taggers.quotations.context import role_of
from toolkit.taggers.quotations.extent import Quotation
from toolkit.taggers.quotations.language import Words
from toolkit.taggers.quotations.marks import DASHES

DASH = re.compile(r"(?:—|–|―|--+|-(?=\s))\s*(?=[^\s\d—–-])")
BREAK = re.compile(r"([,;:!?.…])?(\s*(?:—|–|―|--)\s*|(?<=[,!?…])\s+)")
CLAUSE_END = re.compile(r"\s*(?:—|–|―|--)|[.,;:!?](?!\w)")
SPEAKING = frozenset({"p", "ab"})
WITHOUT_CUSTOM = 3
SUBJECT = 3


def dialogue(text: str, blocks: Sequence[Block], words: Words) -> Iterator[Quotation]:
    """The quotations of paragraphs that open with a dash, where the document or its language has that custom."""
    opening = [  # a line set between two dashes is a heading or a number
        (index, block, match)
        for index, block in enumerate(blocks)
        if block.kind in SPEAKING
        and (match := DASH.match(text, block.start, block.end))
        and text[block.end - 1] not in DASHES
    ]
    if len(opening) < (1 if words.dashes else WITHOUT_CUSTOM):
        return
    for index, block, match in opening:
        yield from _turns(text, index, block, match.end(), words)


def first_turn(text: str, quotation: Quotation, block: Block, words: Words) -> Iterator[Quotation]:
    """The speech before the first dash where one pair of marks holds a whole conversation, as in French books."""
    start, end = quotation.parts[0]
    yield from _turns(text, quotation.block, Block(block.kind, start, end), quotation.inner[0], words)


def _turns(text: str, index: int, block: Block, begin: int, words: Words) -> Iterator[Quotation]:
    """The parts of one turn; begin: where its words begin, after the dash or mark."""
    for part, (start, end) in enumerate(_speeches(text, block, begin, words)):
        yield Quotation(
            start=start,
            end=end,
            parts=((start, end),),
            block=index,
            cert=Certainty.HIGH if part == 0 else Certainty.MEDIUM,
            inner=(begin if part == 0 else start, end),
            dash=True,
        )


def _speeches(text: str, block: Block, begin: int, words: Words) -> Iterator[tuple[int, int]]:
    """The stretches of a dash paragraph that are speech."""
    start, search = block.start, begin
    while (found := _inquit(text, search, block.end, words)) is not None:
        stop, resume = found
        yield start, stop
        if resume is None:
            return
        start = search = resume
    if start < block.end:
        yield start, block.end


def _inquit(text: str, start: int, end: int, words: Words) -> tuple[int, int | None] | None:
    """Where the speech stops for the narrator's words about it, and where it goes on, if it does."""
    for match in BREAK.finditer(text, start, end):
        dashed = bool(match[2].strip())
        verb_end = _verb(text, match.end(), end, words, inverted=words.inverted and not dashed)
        if verb_end is None:
            continue
        stop = match.end(1) if match[1] else match.start()
        return stop, _resumption(text, verb_end, end, words, dashed=dashed)
    return None


def _verb(text: str, start: int, end: int, words: Words, *, inverted: bool) -> int | None:
    """The end of the verb of saying, if the clause at `start` is the narrator's: "said Ann", "he cried", "Ann said"."""
    subject: list[str] = []
    for token in TOKEN.finditer(text, start, min(end, start + 80)):
        word = token[0].lower()
        if not word[0].isalnum():
            return None
        if role_of(word, words) == "saying":
            return token.end() if _may_be_subject(subject, words, inverted=inverted) else None
        subject.append(word)
        if len(subject) > SUBJECT:
            return None
    return None


def _may_be_subject(subject: Sequence[str], words: Words, *, inverted: bool) -> bool:
    """Whether the words between the break and the verb can be its subject: none, a pronoun, a name.

    Where the language inverts the narrator's clause (dit Jean, me dit-il), nothing but an unstressed pronoun can.
    """
    if not subject or inverted:
        return words.clitics.issuperset(subject)
    if words.is_third(subject[0]):
        return len(subject) <= 2
    return not any(word in words.others or word in words.prepositions for word in subject)


def _resumption(text: str, verb_end: int, end: int, words: Words, *, dashed: bool) -> int | None:
    """Where speech goes on after the narrator's clause; None where the rest of the paragraph is the narrator's."""
    for match in CLAUSE_END.finditer(text, verb_end, end):
        sign = match[0].strip()
        is_dash = sign[0] in "—–―-"
        if dashed and not is_dash:
            continue
        rest = match.end()
        while rest < end and text[rest] in " .,;:!?—–―-\u00a0":
            rest += 1
        if rest >= end:
            return None
        following = TOKEN.match(text, rest, end)
        first = following[0].lower() if following else ""
        if sign == "." and (words.is_third(first) or _goes_on_telling(text, rest, end, words)):
            return None
        return rest
    return None


def _goes_on_telling(text: str, start: int, end: int, words: Words) -> bool:
    """Whether the sentence at `start` is the narrator's: "and he went out"."""
    first, second = ([match[0].lower() for match in islice(TOKEN.finditer(text, start, end), 2)] + ["", ""])[:2]
    return first in words.conjunctions and words.is_third(second)
