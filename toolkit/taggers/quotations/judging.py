"""Judging: the context and the kind of every quotation of a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from toolkit.model.annotation import Certainty
from toolkit.model.reading import Reading
from toolkit.taggers.quotations.context import Context, context
from toolkit.taggers.quotations.extent import Quotation
from toolkit.taggers.quotations.kinds import Content, Manner, Place, Verdict, content_of, kind_of, writes
from toolkit.taggers.quotations.language import Words

CITATION = re.compile(
    r"\s*[(\[](?:[^()\[\]]{0,40}\W)?(?:pp?\.|vol\.|ibid|op\. cit|[ivxlc]+[.,:] ?\d|S\.\s?\d|\d)", re.IGNORECASE
)
# A dash and a name or title, nothing that ends a sentence: "—Henry IV, Part I", "-- St. Luke xi. 24."
CREDITED = re.compile(r"(?:—|–|―|--)\s*[^\W\d_a-zß-ÿ](?:[^.!?…;]|(?<=\b\w\w)\.|(?<=\b\w)\.|\.(?= [\divxlc]|$))*$")
CREDIT = 70
LEADING = frozenset(":,—-")
LISTED = frozenset({"q", "quote", "mentioned", "so-called"})
LEXICAL = 16
ILLUSTRATED = 10
CLOSE = 4
OFTEN = 3
FEW = 9
CLAUSE = 80
ATTRIBUTED = frozenset({"said", "quote"})
PLAIN = frozenset({"said", "q"})
ENDED = frozenset(".,!?…—-")
NEIGHBOURS = 12


def contexts_of(reading: Reading, quotations: Sequence[Quotation], words: Words) -> list[Context]:
    """The context of each quotation, bounded by its block, its holder and its neighbours."""
    return [
        context(reading.text, _bounds(reading, quotations, index), each.start, each.end, each.inner[1], words)
        for index, each in enumerate(quotations)
    ]


def verdicts_of(
    reading: Reading,
    quotations: Sequence[Quotation],
    contexts: Sequence[Context],
    anchors: Set[int],
    words: Words,
) -> list[Verdict]:
    """The kind of each quotation; anchors: the source offsets at which notes are called."""
    contents = [content_of(reading.text, *each.inner) for each in quotations]
    cited = [_cited(reading, each, anchors) for each in quotations]
    manner = _manner(reading, quotations, contexts, contents, cited, words)
    verdicts: list[Verdict] = []
    dashed = any(quotation.dash for quotation in quotations)
    for quotation, around, content, noted in zip(quotations, contexts, contents, cited, strict=True):
        block = reading.blocks[quotation.block]
        head = quotation.start == block.start
        place = Place(head=head, verse=block.kind == "l", dash=quotation.dash, cited=noted, manner=manner)
        verdict = kind_of(content, around, place, words)
        if not dashed and _credited(reading, quotation):
            verdict = Verdict("quote", Certainty.MEDIUM)
        elif verdicts:
            verdict = _beside(reading.text, quotations, contexts, verdicts, verdict, words)
        verdicts.append(verdict)
    return _one_sense(contents, verdicts) if manner.lexical else verdicts


def _credited(reading: Reading, quotation: Quotation) -> bool:
    """Whether a quotation is a block of its own and the next one says, after a dash, whose it is: an epigraph."""
    last = quotation.block + len(quotation.parts) - 1
    block = reading.blocks[last]
    if quotation.start != reading.blocks[quotation.block].start or quotation.end != block.end:
        return False
    if last + 1 >= len(reading.blocks):
        return False
    credit = reading.blocks[last + 1]
    words = reading.text[credit.start : credit.end]
    return len(words) <= CREDIT and CREDITED.match(words) is not None


def _manner(
    reading: Reading,
    quotations: Sequence[Quotation],
    contexts: Sequence[Context],
    contents: Sequence[Content],
    cited: Sequence[bool],
    words: Words,
) -> Manner:
    """What the text is like, by all its quotations together."""
    spoken = sum(
        not noted and _speaks(reading, quotation, around, content, words)
        for quotation, around, content, noted in zip(quotations, contexts, contents, cited, strict=True)
    )
    if spoken * 3 >= len(quotations):
        return Manner(dialogue=True, lexical=False, illustrated=False)
    about = sum(around.embedded and around.nearest in words.mentioning for around in contexts)
    shown = sum(_shown(around, words) for around in contexts)
    lexical = about >= OFTEN and about * LEXICAL >= len(quotations)
    illustrated = lexical or (shown >= OFTEN and shown * ILLUSTRATED >= len(quotations))
    return Manner(dialogue=False, lexical=lexical, illustrated=illustrated)


def _beside(
    text: str,
    quotations: Sequence[Quotation],
    contexts: Sequence[Context],
    earlier: Sequence[Verdict],
    verdict: Verdict,
    words: Words,
) -> Verdict:
    """The verdict on the quotation after the `earlier` ones, which may share the kind of the one just before it."""
    index = len(earlier)
    before, quotation, last = quotations[index - 1], quotations[index], earlier[-1]
    if verdict.kind in LISTED and _listed(text, before, quotation, words):
        return replace(last, cert=Certainty.LOW if last.cert is Certainty.LOW else Certainty.MEDIUM)
    bare = contexts[index].introduced is None and contexts[index].followed is None
    if (
        bare
        and verdict.kind in PLAIN
        and last.kind in ATTRIBUTED
        and _resumed(text, before, quotation, contexts[index - 1])
    ):
        return Verdict(last.kind, Certainty.MEDIUM)
    return verdict


def _one_sense(contents: Sequence[Content], verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts, where the same words are mentioned once for sure, or thrice at least, mentioned throughout."""
    seen = Counter(content.key for content in contents if content.key)
    sure = {
        c.key for c, v in zip(contents, verdicts, strict=True) if v.kind == "mentioned" and v.cert is Certainty.MEDIUM
    }
    return [
        replace(verdict, kind="mentioned")
        if verdict.kind in ("so-called", "q") and content.key and (content.key in sure or seen[content.key] >= OFTEN)
        else verdict
        for content, verdict in zip(contents, verdicts, strict=True)
    ]


def _resumed(text: str, before: Quotation, quotation: Quotation, around: Context) -> bool:
    """Whether nothing but the clause that ascribes the one before stands between two quotations."""
    between = text[before.end : quotation.start].strip()
    if around.followed is None or before.end > quotation.start or len(between) > CLAUSE:
        return False
    return "\n" not in between and between.rstrip(".").find(".") < 0


def _cited(reading: Reading, quotation: Quotation, anchors: Set[int]) -> bool:
    """Whether a note's number or a citation in brackets stands just after a quotation."""
    if CITATION.match(reading.text, quotation.end):
        return True
    if not anchors:
        return False
    end = reading.offset(quotation.end - 1) + 1
    return end in anchors or (end + 1 in anchors and reading.text[quotation.end : quotation.end + 1] in (".", ",", ";"))


def _shown(around: Context, words: Words) -> bool:
    """Whether a quotation is shown as an example, or a noun for what can be mentioned stands close before it."""
    found = around.before.words
    return not (words.exemplary.isdisjoint(found) and words.mentioning.isdisjoint(found[-CLOSE:]))


def _listed(text: str, before: Quotation, quotation: Quotation, words: Words) -> bool:
    """Whether a quotation is the next of a list: "the “books”, “cantos” and “stanzas”"."""
    between = text[before.end : quotation.start]
    return before.end <= quotation.start and len(between) <= FEW and between.strip(" ,;").lower() in words.listing


def _speaks(reading: Reading, quotation: Quotation, around: Context, content: Content, words: Words) -> bool:
    """Whether a quotation is speech to all appearance: at the head of its block, or with a verb of saying."""
    ended = content.last in ENDED or around.trail == ","
    verb = around.followed or around.introduced
    side = around.after if around.followed else around.before
    if verb is not None and (verb.role == "writing" or writes(verb, side.words, words)):
        return False
    stated = quotation.depth == 0 and verb is not None and verb.role == "saying"
    return (ended or around.lead == ":") and (stated or quotation.start == reading.blocks[quotation.block].start)


def _bounds(reading: Reading, quotations: Sequence[Quotation], index: int) -> tuple[int, int]:
    """How far the words about a quotation reach back and on."""
    quotation = quotations[index]
    block = reading.blocks[quotation.block]
    last = block if len(quotation.parts) == 1 else reading.block_at(quotation.end - 1)
    lower, upper = block.start, last.end
    if quotation.start == block.start and quotation.block and reading.text[block.start - 2] in LEADING:
        lower = reading.blocks[quotation.block - 1].start  # "Then he said:" stands in the block before
    for earlier in reversed(quotations[max(0, index - NEIGHBOURS) : index]):
        if earlier.end <= quotation.start:
            lower = max(lower, earlier.end)
            break
        if earlier.end >= quotation.end:
            lower, upper = max(lower, earlier.inner[0]), min(upper, earlier.inner[1])
            break
    for later in quotations[index + 1 : index + NEIGHBOURS]:
        if later.start >= quotation.end:
            upper = min(upper, later.start)
            break
    return lower, upper
