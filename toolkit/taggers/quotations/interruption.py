"""Interruption: "I shall," he said, "go at once." is one utterance in two parts, with the narrator's words between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toolkit.taggers.quotations.context import Context
from toolkit.taggers.quotations.extent import Quotation
from toolkit.taggers.quotations.kinds import Verdict

LONGEST = 160
JOINING = frozenset(",;:—–-")
PENDING = frozenset(",;:—–-")


def continued(
    text: str, quotations: Sequence[Quotation], contexts: Sequence[Context], verdicts: Sequence[Verdict]
) -> Mapping[int, int]:
    """The number of the part before, for each quotation that goes on with an interrupted one."""
    found: dict[int, int] = {}
    last = -1
    for number, (quotation, verdict) in enumerate(zip(quotations, verdicts, strict=True)):
        if quotation.depth or len(quotation.parts) > 1:
            continue
        before, last = last, number
        if before < 0 or verdict.kind != verdicts[before].kind or verdict.kind not in ("said", "quote"):
            continue
        earlier = quotations[before]
        if earlier.block == quotation.block and _goes_on(text, earlier, quotation, contexts[before]):
            found[number] = before
    return found


def _goes_on(text: str, earlier: Quotation, quotation: Quotation, around: Context) -> bool:
    """Whether a clause that ascribes the first part, and does not end a sentence, stands between the two."""
    between = text[earlier.end : quotation.start].strip()
    if around.followed is None or not between or len(between) > LONGEST:
        return False
    if quotation.dash:
        return text[earlier.end - 1] in PENDING and between[-1] in JOINING
    return between[-1] in JOINING
