"""Kinds: spoken words, quoted text, words held at a distance, words spoken about, or none of these for sure.

TEI P5, 3.3.3: said "passages thought or spoken aloud", quote "attributed to some agency external to the text",
soCalled "responsibility is not being taken for by the author", mentioned "a word mentioned, not used", q the rest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.model.annotation import Certainty
from toolkit.taggers.quotations.context import Context, Verb
from toolkit.taggers.quotations.language import Words

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
FIGURE = re.compile(r"\d")
SHORT = 4
NEAR = 20
NEARBY = 6
DASHES = frozenset(["—", "–", "--"])
ENDS = frozenset(".!?…")
POINTS = ENDS | frozenset(",;:—–-")


@dataclass(frozen=True, slots=True)
class Content:
    """What stands between the marks.

    count: the number of words. last, final: the last sign and word. asked: whether it asks or exclaims.
    key: the words, where they are few. figures: whether it has digits.
    """

    count: int
    last: str
    asked: bool
    final: str
    key: str
    figures: bool


@dataclass(frozen=True, slots=True)
class Manner:
    """What a text as a whole is like.

    dialogue: it has much dialogue. lexical: it often speaks of words. illustrated: it often shows words and sentences
    as examples.
    """

    dialogue: bool
    lexical: bool
    illustrated: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands: at the head of its block, in verse, after a dash, before a citation or a note."""

    head: bool
    verse: bool
    dash: bool
    cited: bool
    manner: Manner


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind, how sure it is, and whether the words were thought and not spoken."""

    kind: str
    cert: Certainty
    silent: bool = False


HIGH, MEDIUM, LOW = Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW


def content_of(text: str, start: int, end: int) -> Content:
    """The features of the words text[start:end]."""
    inner = text[start:end].strip()
    words = WORD.findall(inner)
    bare = inner.rstrip("'’”\"»“ ")
    last = bare[-1:] if bare else ""
    return Content(
        count=len(words),
        last=last,
        asked="?" in inner or "!" in inner,
        final=words[-1].lower() if words else "",
        key=" ".join(words) if len(words) <= SHORT else "",
        figures=FIGURE.search(inner) is not None,
    )


def kind_of(content: Content, context: Context, place: Place, words: Words) -> Verdict:
    """The kind of one quotation by its words, its sentence and its place."""
    if content.count == 0:
        return Verdict("mentioned", MEDIUM)
    if place.dash:
        return Verdict("said", HIGH)
    if not words.saying:
        return Verdict("q", LOW)
    return (
        _spoken(content, context, place, words)
        or _spoken_about(content, context, place, words)
        or _by_place(content, context, place, words)
    )


def _spoken(content: Content, context: Context, place: Place, words: Words) -> Verdict | None:
    """Speech, thought or writing by the verb that follows or introduces it."""
    introduced, followed = context.introduced, context.followed
    if _source_speaks(context, words) or (place.cited and not place.manner.dialogue and content.count > SHORT):
        return Verdict("quote", MEDIUM)
    part = (
        context.embedded and content.count <= SHORT and not content.asked and context.nearest not in words.conjunctions
    )
    spoken = not part and (content.last in POINTS or (followed is not None and followed.gap == 0))
    if followed and followed.role in ("saying", "thinking") and (spoken or followed.final):
        if not place.manner.dialogue and writes(followed, context.after.words, words):
            return Verdict("quote", MEDIUM)
        return Verdict("said", HIGH, followed.role == "thinking")
    if followed and followed.role == "writing" and content.last in POINTS:
        return Verdict("quote", MEDIUM)
    if introduced is None or introduced.role not in ("saying", "thinking"):
        return None
    if context.embedded and _within(content, introduced, context.nearest, words):
        return None
    if introduced.word in words.legible and not place.manner.dialogue:
        return None if place.manner.illustrated else Verdict("quote", MEDIUM)
    if not place.manner.dialogue and writes(introduced, context.before.words, words):
        return Verdict("quote", MEDIUM)
    return Verdict("said", HIGH if context.lead in ",:" else MEDIUM, introduced.role == "thinking")


def _within(content: Content, introduced: Verb, nearest: str, words: Words) -> bool:
    """Whether a quotation that the clause runs up to is a part of it: a name, a title, a predicate, an object."""
    short = content.count <= SHORT and not content.asked
    if introduced.word in words.naming or nearest in words.passive:
        return True
    if short and (introduced.gap or introduced.word in words.legible):
        return True
    if nearest in words.that:
        return False
    return nearest in words.determiners or (introduced.role == "thinking" and introduced.gap > 0)


def writes(verb: Verb, clause: Sequence[str], words: Words) -> bool:
    """Whether a verb of saying is in the present of what one reads ("As Locke remarks"), its subject no pronoun."""
    near = clause[max(0, verb.place - 1) : verb.place + 2]
    return verb.word in words.literary and not any(words.is_pronoun(word) for word in near)


def _source_speaks(context: Context, words: Words) -> bool:
    """Whether the subject of the verb is a text: "the constitution declares: ...", "..." says the report."""
    introduced, followed = context.introduced, context.followed
    if introduced and (context.lead in (",", ":") or context.nearest in words.that):
        if words.sources.isdisjoint(context.before.words):
            return False
        found = context.before.tokens
        start = found[introduced.place].start
        nouns = (token for token in found if token.word in words.sources)
        return any(start - NEAR < noun.end <= start for noun in nouns)
    if followed is None or followed.gap or words.sources.isdisjoint(context.after.words):
        return False
    found = context.after.tokens
    end = found[followed.place].end
    nouns = (token for token in found if token.word in words.sources)
    return any(end <= noun.start < end + NEAR for noun in nouns)


def _spoken_about(content: Content, context: Context, place: Place, words: Words) -> Verdict | None:
    """Words held at a distance, or mentioned as words, by what stands beside them within the clause."""
    introduced, nearest = context.introduced, context.nearest
    if context.embedded and nearest in words.hedges:
        return Verdict("so-called", HIGH)
    if context.embedded and _uttered(content, context, words):
        return Verdict("said", MEDIUM)
    if context.embedded and nearest in words.mentioning:
        return Verdict("mentioned", MEDIUM if content.count <= SHORT else LOW)
    if introduced and introduced.word in words.naming and content.count <= SHORT + 2:
        return Verdict("so-called", MEDIUM)
    if content.count > SHORT or content.asked:
        return None
    if context.first in words.predicates:
        return Verdict("mentioned", MEDIUM)
    if not context.embedded:
        subject = context.trail == "w" and content.last not in POINTS  # “Side-burns” were in fashion
        return Verdict("so-called", LOW) if subject else None
    if place.manner.illustrated and content.figures:
        return Verdict("q", LOW)
    if place.manner.lexical and not _used(content, context, words):
        return Verdict("mentioned", LOW)
    return Verdict("so-called", LOW if place.manner.illustrated else MEDIUM)


def _uttered(content: Content, context: Context, words: Words) -> bool:
    """Whether a noun of speaking leads to the words: "mit den Worten „Komm“", "at the cry “Fire!”"."""
    if context.nearest not in words.utterances:
        return False
    called = content.asked and context.nearest not in words.mentioning
    return called or not words.accompanying.isdisjoint(context.before.words[-SHORT:])


def _used(content: Content, context: Context, words: Words) -> bool:
    """Whether words in quotation marks are a part of the sentence: with an article, a noun after them, or inflected."""
    if context.nearest in words.determiners or context.nearest in words.adjectives:
        return True
    if context.first and context.first not in words.function:
        return True
    return content.final.endswith(words.inflected) and len(content.final) > SHORT and content.key.islower()


def _by_place(content: Content, context: Context, place: Place, words: Words) -> Verdict:
    """The kind by what introduces the quotation, by its place and its length, where nothing beside it decides."""
    introduced = context.introduced
    if place.verse or (introduced is not None and introduced.role == "writing"):
        return Verdict("quote", MEDIUM)
    if not place.manner.illustrated and (content.count > SHORT or context.lead == ":") and _cites(context, words):
        return Verdict("quote", MEDIUM)
    if place.manner.dialogue:
        pointed = content.last in POINTS or context.trail in DASHES or (place.head and context.trail == ",")
        if pointed and not context.embedded:
            return Verdict("said", HIGH if place.head else MEDIUM)
        if content.asked:
            return Verdict("said", LOW)
        return Verdict("quote" if context.embedded or content.last not in POINTS else "q", LOW)
    part = context.embedded or context.lead == ","
    if part and content.count > SHORT and not place.manner.illustrated and not content.asked:
        return Verdict("quote", LOW)
    return Verdict("q", LOW)


def _cites(context: Context, words: Words) -> bool:
    """Whether the sentence before names a text, or says that it cites: "as follows", "according to the report"."""
    if not words.citing.isdisjoint(context.before.words):
        return True
    near = [word for word in context.before.words if word[0].isalnum()][-NEARBY:]
    recast = not words.recasting.isdisjoint(near)  # "or, in other words: ..."
    return context.lead in (",", ":") and not recast and any(word in words.sources for word in near)
