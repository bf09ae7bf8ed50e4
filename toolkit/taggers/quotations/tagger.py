"""The quotation tagger: marks, pairs, kinds and speakers, as annotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from toolkit.model.annotation import Annotation, Certainty
from toolkit.model.document import Document, Tagging
from toolkit.model.finding import Finding
from toolkit.model.reading import Block, Reading
from toolkit.taggers.quotations.cast import cast_of
from toolkit.taggers.quotations.context import Context, context
from toolkit.taggers.quotations.convention import learn
from toolkit.taggers.quotations.dashes import dialogue
from toolkit.taggers.quotations.extent import Quotation, quotations_of
from toolkit.taggers.quotations.kinds import Content, Place, Verdict, content_of, kind_of
from toolkit.taggers.quotations.language import Words, words_of
from toolkit.taggers.quotations.marks import marks_in
from toolkit.taggers.quotations.pairing import pair
from toolkit.taggers.quotations.repair import Unbalanced, repair, shown
from toolkit.taggers.quotations.speakers import UNNAMED, assign
from toolkit.taggers.quotations.turns import turns_of

APART = frozenset(
    {"head", "title", "note", "cell", "stage", "speaker", "byline", "dateline", "salute", "signed", "address"}
)
ENDED = frozenset(".,!?…—-")
ORDER = (Certainty.LOW, Certainty.MEDIUM, Certainty.HIGH)


class QuotationTagger:
    """Tags quotations in four kinds, with their speakers where the text names them."""

    name = "quotations"
    version = "1.0"
    title = "quotations, told apart by kind, with their speakers"
    after = ("persons",)

    def tag(self, document: Document) -> Tagging:
        """The quotations of a document as annotations, and findings where marks are unbalanced."""
        reading = document.reading
        words = words_of(document.language)
        marks = [list(marks_in(reading.text, block.start, block.end, words)) for block in reading.blocks]
        convention = learn((mark for each in marks for mark in each), document.language)
        quotations: list[Quotation] = []
        unbalanced: list[Unbalanced] = []
        for run in _runs(reading.blocks):
            if any(marks[index] for index in run):
                blocks = [(index, reading.blocks[index]) for index in run]
                pairing = pair([(block, marks[index]) for index, block in blocks], convention)
                paired = quotations_of(pairing.pairs, blocks)
                quotations += paired
                alone = (pairing.unclosed, pairing.unopened)
                unbalanced += repair(reading.text, blocks, alone, paired, words)
        quotations += [each.guess for each in unbalanced if each.guess]
        spoken = list(dialogue(reading.text, reading.blocks, words))
        quotations = _outside(quotations, spoken) + spoken
        quotations.sort(key=lambda each: (each.start, -each.end))
        contexts = [_context(reading, quotations, index, words) for index in range(len(quotations))]
        verdicts = judge(reading, quotations, contexts, words)
        speakers = _speakers(document, quotations, contexts, verdicts, words)
        kinds = {quotation: verdict.kind for quotation, verdict in zip(quotations, verdicts, strict=True)}
        return Tagging(
            annotations=tuple(_annotations(reading, quotations, verdicts, speakers)),
            findings=tuple(_finding(document, each, kinds) for each in unbalanced),
        )


def _outside(quotations: Sequence[Quotation], spoken: Sequence[Quotation]) -> list[Quotation]:
    """The quotations between marks that cross no border of speech after a dash."""
    borders = sorted({border for speech in spoken for border in (speech.start, speech.end)})
    return [each for each in quotations if bisect_right(borders, each.start) == bisect_left(borders, each.end)]


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The indices of blocks that a quotation may run through: text; a head or a note stands alone."""
    run: list[int] = []
    for index, block in enumerate(blocks):
        if block.kind == "note":
            yield [index]
        elif block.kind in APART:
            if run:
                yield run
            run = []
            yield [index]
        else:
            run.append(index)
    if run:
        yield run


def judge(
    reading: Reading, quotations: Sequence[Quotation], contexts: Sequence[Context], words: Words
) -> list[Verdict]:
    """The kind of each quotation."""
    contents = [content_of(reading.text, *each.inner) for each in quotations]
    heads = {block.start for block in reading.blocks}
    spoken = sum(
        content.last in ENDED and (_speaks(*each) or each[0].start in heads)
        for *each, content in zip(quotations, contexts, contents, strict=True)
    )
    dialogue = spoken * 3 >= len(quotations)
    verdicts: list[Verdict] = []
    for quotation, around, content in zip(quotations, contexts, contents, strict=True):
        block = reading.blocks[quotation.block]
        place = Place(
            head=quotation.start == block.start,
            whole=quotation.start == block.start and quotation.end >= block.end - 1,
            depth=quotation.depth,
            dialogue=dialogue,
            verse=block.kind == "l",
            cited=False,
            runs_on=len(quotation.parts) > 1,
            dash=quotation.dash,
        )
        verdicts.append(kind_of(content, around, place, words))
    return verdicts


def _speaks(quotation: Quotation, around: Context) -> bool:
    verb = around.followed or around.introduced
    return quotation.depth == 0 and verb is not None and verb.role == "saying"


def _context(reading: Reading, quotations: Sequence[Quotation], index: int, words: Words) -> Context:
    quotation = quotations[index]
    block = reading.blocks[quotation.block]
    lower, upper = block.start, reading.block_at(quotation.end - 1).end
    for earlier in reversed(quotations[max(0, index - 6) : index]):
        if earlier.end <= quotation.start:
            lower = max(lower, earlier.end)
            break
        if earlier.end >= quotation.end:
            lower = max(lower, earlier.inner[0])
            upper = min(upper, earlier.inner[1])
            break
    for later in quotations[index + 1 : index + 12]:
        if later.start >= quotation.end:
            upper = min(upper, later.start)
            break
    return context(reading.text, (lower, upper), quotation.start, quotation.end, quotation.inner[1], words)


def _speakers(
    document: Document,
    quotations: Sequence[Quotation],
    contexts: Sequence[Context],
    verdicts: Sequence[Verdict],
    words: Words,
) -> Mapping[int, tuple[str, Certainty]]:
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
    assign(turns, cast)
    return {
        number: (turn.speaker, turn.cert)
        for turn in turns
        if turn.speaker not in ("", *UNNAMED)
        for number in turn.members
    }


def _annotations(
    reading: Reading,
    quotations: Sequence[Quotation],
    verdicts: Sequence[Verdict],
    speakers: Mapping[int, tuple[str, Certainty]],
) -> Iterator[Annotation]:
    for number, (quotation, verdict) in enumerate(zip(quotations, verdicts, strict=True)):
        cert = min(quotation.cert, verdict.cert, key=ORDER.index)
        attributes = {"aloud": "false"} if verdict.silent else {}
        if number in speakers:
            person, sure = speakers[number]
            attributes["who"] = f"#{person}"
            cert = min(cert, sure, key=ORDER.index)
        group = f"quotation-{number + 1}" if len(quotation.parts) > 1 else ""
        for start, end in quotation.parts:
            source = reading.to_source(start, end)
            yield Annotation(*source, verdict.kind, "quotations", cert, attributes, group=group)


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
