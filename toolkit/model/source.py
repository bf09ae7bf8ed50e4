"""The source: the decoded text of one input, immutable, with its digest and its lines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate


@dataclass(frozen=True)
class Source:
    """One input, decoded.

    name: the file's name as given ("-" for standard input).
    text: the decoded characters, without byte order mark; every line end (CRLF, CR or LF) is one "\\n".
    encoding: the IANA name of the encoding that decoded it.
    line_ends: "LF", "CRLF", "CR", "mixed", or "none".
    digest: the SHA-256 of the bytes, in hexadecimal.
    size: the number of bytes.
    detected: whether the encoding was guessed and not declared by a mark, an option or UTF-8 itself.
    media_type: the IANA media type of the bytes.
    """

    name: str
    text: str = field(repr=False)
    encoding: str = "UTF-8"
    line_ends: str = "LF"
    digest: str = ""
    size: int = 0
    detected: bool = False
    media_type: str = "text/plain"

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line's first character."""
        lines = self.text.split("\n")
        return [0, *accumulate(len(line) + 1 for line in lines[:-1])]

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of the character at `offset`."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1
