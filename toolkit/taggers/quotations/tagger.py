"""The quotation tagger: quotations, their kinds and speakers, as annotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from toolkit.model.annotation import Annotation, Certainty
from toolkit.model.document import Document, Tagging
from toolkit.model.finding import Finding
from toolkit.model.reading import Reading
from toolkit.taggers.quotations.cast import cast_of
from toolkit.taggers.quotations.context import Context
from toolkit.taggers.quotations.extent import Quotation
from toolkit.taggers.quotations.interruption import continued
from toolkit.taggers.quotations.judging import contexts_of, verdicts_of
from toolkit.taggers.quotations.kinds import Verdict
from toolkit.taggers.quotations.language import Words, words_of
from toolkit.taggers.quotations.repair import Unbalanced, shown
from toolkit.taggers.quotations.search import search
from toolkit.taggers.quotations.speakers import Speaker, speakers_of
from toolkit.taggers.quotations.turns import turns_of

ORDER = (Certainty.LOW, Certainty.MEDIUM, Certainty.HIGH)


class QuotationTagger:
    """Tags quotations in their kinds, with their speakers where the text names them."""

    name = "quotations"
    version = "1.0"
    title = "quotations, told apart by kind, with their speakers"
    after = ("persons",)

    def tag(self, document: Document) -> Tagging:
        """The quotations of a document as annotations, and findings where marks are unbalanced."""
        reading = document.reading
        words = words_of(document.language)
        quotations, unbalanced = search(reading, document.source.text, words, document.language)
        anchors = frozenset(each.start for each in document.of_kind("note-marker"))
        contexts = contexts_of(reading, quotations, words)
        verdicts = verdicts_of(reading, quotations, contexts, anchors, words)
        speakers = _speakers(document, quotations, contexts, verdicts, words)
        parts = continued(reading.text, quotations, contexts, verdicts)
        kinds = {quotation: verdict.kind for quotation, verdict in zip(quotations, verdicts, strict=True)}
        return Tagging(
            annotations=tuple(_annotations(reading, quotations, verdicts, speakers, parts)),
            findings=tuple(_finding(document, each, kinds) for each in unbalanced),
        )


def _speakers(
    document: Document,
    quotations: Sequence[Quotation],
    contexts: Sequence[Context],
    verdicts: Sequence[Verdict],
    words: Words,
) -> Mapping[int, Speaker]:
    """The speaker of each spoken quotation that has one among the persons, by its number."""
    cast = cast_of(document, words)
    if not cast.mentions:
        return {}
    spoken = [
        (number, quotation, around)
        for number, (quotation, around, verdict) in enumerate(zip(quotations, contexts, verdicts, strict=True))
        if verdict.kind == "said" and quotation.depth == 0
    ]
    covered = [part for quotation in quotations if quotation.depth == 0 for part in quotation.parts]
    turns = turns_of(document.reading, spoken, covered, cast, words)
    return {
        number: speaker
        for turn, speaker in zip(turns, speakers_of(turns, cast), strict=True)
        if speaker.named
        for number in turn.members
    }


def _annotations(
    reading: Reading,
    quotations: Sequence[Quotation],
    verdicts: Sequence[Verdict],
    speakers: Mapping[int, Speaker],
    continued: Mapping[int, int],
) -> Iterator[Annotation]:
    """One annotation for each part of each quotation.

    The parts of one that runs over blocks share a group. The parts of an interrupted one are quotations of their own,
    as readers and editors count them; each but the first points to the one before with @corresp.
    """
    interrupted = frozenset(continued.values())
    for number, (quotation, verdict) in enumerate(zip(quotations, verdicts, strict=True)):
        cert = min(quotation.cert, verdict.cert, key=ORDER.index)
        attributes = {"aloud": "false"} if verdict.silent else {}
        if number in speakers:
            attributes["who"] = f"#{speakers[number].person}"
            cert = min(cert, speakers[number].cert, key=ORDER.index)
        if number in continued:
            attributes["corresp"] = f"#quotation-{continued[number] + 1}"
        identity = f"quotation-{number + 1}" if number in interrupted else ""
        group = f"quotation-{number + 1}" if len(quotation.parts) > 1 else ""
        for start, end in quotation.parts:
            source = reading.to_source(start, end)
            yield Annotation(*source, verdict.kind, "quotations", cert, attributes, identity, group)


def _finding(document: Document, unbalanced: Unbalanced, kinds: Mapping[Quotation, str]) -> Finding:
    """What is to be said of a mark without a partner."""
    mark, guess = unbalanced.mark, unbalanced.guess
    offset = document.reading.offset(mark.start)
    if guess is None or guess not in kinds:
        return document.finding("T102" if unbalanced.opening else "T103", offset, mark=mark.form)
    return document.finding(
        "T101" if unbalanced.opening else "T104",
        offset,
        mark=mark.form,
        kind=kinds[guess],
        guess=shown(document.reading.text, guess),
    )
