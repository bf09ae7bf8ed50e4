"""Speech without marks, in a text that has no quotation marks at all: "Da sprach der Wirt: Kommt herein!"

Old prints and folk tales set off nothing. Two places tell: after a verb of saying and a colon, and where the narrator
breaks in with the verb first ("Komm herein, sagte der Alte, und setz dich"). How far such speech goes is a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from toolkit.model.annotation import Certainty
from toolkit.model.reading import Block
from toolkit.taggers.quotations.clauses import TOKEN, sentence_before
from toolkit.taggers.quotations.context import verb_before
from toolkit.taggers.quotations.extent import Quotation
from toolkit.taggers.quotations.language import Words

TELLING = frozenset({"p", "ab"})
COLON = re.compile(r":\s+(?=[^\W\d_a-zß-ÿ])")
SENTENCE = re.compile(r".+?(?:[.!?…]+(?=\s|$)|$)", re.DOTALL)
BREAKS_OFF = re.compile(r"[,.;!?](?=\s|$)")
NEVER = re.compile(r"(?!)")
NEAR = 4  # words between the verb and its colon: "said the old man to her:"
LONGEST = 600


def unmarked(text: str, blocks: Sequence[Block], words: Words) -> Iterator[Quotation]:
    """The speech of a text without quotation marks, never for sure."""
    if not words.addressing:
        return
    inquit = _inquits(words) if words.inverted else NEVER
    for index, block in enumerate(blocks):
        if block.kind not in TELLING:
            continue
        reached = block.start
        for start, end in sorted((*_announced(text, block, words), *_broken(text, block, inquit, words))):
            if start >= reached and end > start:
                reached = end
                yield Quotation(start, end, ((start, end),), index, Certainty.LOW, (start, end))


def _announced(text: str, block: Block, words: Words) -> Iterator[tuple[int, int]]:
    """What stands after "he said:", with the sentences after it in which somebody still speaks to another."""
    for match in COLON.finditer(text, block.start, block.end):
        before = sentence_before(text, block.start, match.start() + 1)
        verb = verb_before(before.words, NEAR, words)
        if verb is None or verb.role != "saying":
            continue
        sentences = SENTENCE.finditer(text, match.end(), min(block.end, match.end() + LONGEST))
        end = next(sentences).end()
        for sentence in sentences:
            if not _addresses(sentence[0], words) or _tells(sentence[0], words):
                break
            end = sentence.end()
        yield match.end(), end


def _broken(text: str, block: Block, inquit: re.Pattern[str], words: Words) -> Iterator[tuple[int, int]]:
    """The words before and after a clause with its verb first that breaks into a sentence of speech."""
    for match in inquit.finditer(text, block.start, block.end):
        speech = _sentence_start(text, block.start, match.start()), match.start() + 1
        rest = None
        off = BREAKS_OFF.search(text, match.end(), block.end)
        if off is not None and off[0] == ",":
            rest = SENTENCE.match(text, off.end() + 1, block.end)
        resumed = rest is not None and _addresses(rest[0], words)
        if resumed or _addresses(text[slice(*speech)], words):
            yield speech
            if rest is not None and resumed:
                yield rest.span()


def _sentence_start(text: str, first: int, stop: int) -> int:
    """Where the sentence begins that runs up to `stop`."""
    start = max((text.rfind(sign, first, stop) for sign in ".!?:;"), default=-1) + 1
    start = max(start, first)
    while start < stop and not text[start].isalnum():
        start += 1
    return start


def _addresses(sentence: str, words: Words) -> bool:
    """Whether a sentence asks or exclaims, or has a pronoun of the first or second person."""
    if sentence.rstrip().endswith(("!", "?")):
        return True
    return any(match[0].lower() in words.addressing for match in TOKEN.finditer(sentence))


def _tells(sentence: str, words: Words) -> bool:
    """Whether a sentence is the narrator's: about him or her, or with a verb of saying."""
    found = [match[0].lower() for match in TOKEN.finditer(sentence)]
    return words.is_third(found[0]) or not words.saying.isdisjoint(found)


@lru_cache(maxsize=8)
def _inquits(words: Words) -> re.Pattern[str]:
    """A sign and a verb of saying after it, with the start of its subject: ", sagte der", "? asked she"."""
    verbs = "|".join(sorted(map(re.escape, words.saying), key=lambda verb: (-len(verb), verb)))
    return re.compile(rf"[,!?]\s+(?:{verbs})(?:-t)?(?:-|\s+)(?=[^\W\d_])")
