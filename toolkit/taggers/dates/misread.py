"""Years in which a scanner took a digit for a letter that looks like it: "I862", "l862", "18S2", "186O"."""

from __future__ import annotations

from toolkit.taggers.dates.expression import Scanned
from toolkit.taggers.dates.numbers import Tokens

DIGITS = str.maketrans("ilosz", "11052")
YEARS = range(1500, 2051)
ENOUGH = 2  # of four characters


def misread_year(t: Tokens, i: int) -> tuple[Scanned, int] | None:
    """The year that stands after a month or its day, and the token after it; at least two of its digits are digits."""
    written = t[i].text
    end = i + 1
    while t[end].text.isalnum() and not t[end].spaced:
        written += t[end].text
        end += 1
    if len(written) != 4 or written.isdigit() or sum(map(str.isdigit, written)) < ENOUGH:
        return None
    read = written.translate(DIGITS)
    return (Scanned(int(read)), end) if read.isdecimal() and int(read) in YEARS else None
