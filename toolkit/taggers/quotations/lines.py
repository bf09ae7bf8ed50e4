"""Line marks: older printers repeat the opening mark at the head of every line that a quotation runs on to.

Such a mark opens nothing. Left in, each would be taken for a quotation within the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.model.reading import Reading
from toolkit.taggers.quotations.convention import CLOSERS
from toolkit.taggers.quotations.marks import SPACES, Mark

# One mark at a line's head may be chance; two lines running that begin with one, with none closed between, are not.
LINES = 2
BLANKS = " \t"
GUILLEMETS = frozenset("«»‹›")  # which French books set off from the words on either side


def without_line_marks(marks: Sequence[Mark], reading: Reading, source: str) -> Sequence[Mark]:
    """The marks of a block without those that only repeat an opening mark on its next lines."""
    if len(marks) <= LINES:
        return marks
    repeats: set[Mark] = set()
    run: list[Mark] = []
    for mark in marks:
        if run and _repeats(mark, run[0]) and _on_next_line(run[-1], mark, reading, source):
            run.append(mark)
        elif not run or mark.form in CLOSERS[run[0].form] or mark.form == run[0].form:
            if len(run) > LINES:
                repeats.update(run[1:])
            run = [mark] if mark.form in CLOSERS else []
    if len(run) > LINES:
        repeats.update(run[1:])
    return [mark for mark in marks if mark not in repeats] if repeats else marks


def _repeats(mark: Mark, opening: Mark) -> bool:
    """Whether a mark has a form in which an opening one is repeated: its own, or, in French books, its closing one."""
    return mark.form == opening.form or (opening.form in "«‹" and mark.form in CLOSERS[opening.form])


def _on_next_line(earlier: Mark, mark: Mark, reading: Reading, source: str) -> bool:
    """Whether a mark stands at the head of the line after that of the earlier one, with a word beside it."""
    text = reading.text
    if text[mark.start - 1] != " " or (mark.form not in GUILLEMETS and text[mark.end : mark.end + 1] in SPACES):
        return False
    place = reading.offset(mark.start)
    between = source[reading.offset(earlier.start) : place]
    return between.count("\n") == 1 and between.rstrip(BLANKS).endswith("\n")
