"""Marked text: a TEI file as it stands, byte for byte, with the way from its text's characters to its bytes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that stand together in the file: text offset, their string, the byte where they begin and end.

    A run of one character may be many bytes: a reference (&amp;) or a line end of two.
    """

    start: int
    text: str
    first_byte: int
    last_byte: int


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the text: its local name, text offsets, and the bytes of its tags.

    before, after: the bytes where its start-tag begins and its end-tag ends. parent: the local name of its parent.
    by: the id of whoever is responsible for it (@resp), or "".
    """

    name: str
    start: int
    end: int
    before: int
    after: int
    parent: str = ""
    by: str = ""


@dataclass(frozen=True)
class Marked:
    """A TEI file. data: its bytes. runs, elements: of the text, in order. ids: every @xml:id. encoding: of the bytes.

    marks: name of a place in the file outside the text -> its byte ("text", "/listPerson", "/appInfo" ...).
    """

    data: bytes = field(repr=False)
    runs: tuple[Run, ...] = field(repr=False)
    elements: tuple[Element, ...] = field(repr=False)
    ids: frozenset[str]
    marks: Mapping[str, int]
    encoding: str = "utf-8"

    def byte_at(self, offset: int) -> int:
        """The byte at which a character of the text begins."""
        run = self._run(offset)
        if run.last_byte - run.first_byte == len(run.text.encode(self.encoding)):
            return run.first_byte + len(run.text[: offset - run.start].encode(self.encoding))
        return run.first_byte

    def byte_after(self, offset: int) -> int:
        """The byte after a character of the text."""
        run = self._run(offset)
        if offset + 1 < run.start + len(run.text):
            return self.byte_at(offset + 1)
        return run.last_byte

    def _run(self, offset: int) -> Run:
        return self.runs[bisect_right(self.runs, offset, key=lambda run: run.start) - 1]
