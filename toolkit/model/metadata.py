"""Metadata: what somebody says of the text as a whole. What is not said is empty, never invented."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A language's tag in outline (BCP 47, 2.1): no language of more than three letters is registered; x- is private.
LANGUAGE_TAG = re.compile(r"(?:[A-Za-z]{2,3}|[iIxX](?=-))(?:-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The facts for the teiHeader.

    authors, translators, editors: names in reading order. written, published: W3C dates or years of the work and of
    the edition that the file follows. container: the larger work (a book, a collection) and part: its place there
    ("chapter 11"). publisher, place: of that edition. source: whence the file comes. depositor: who publishes the TEI.
    languages: BCP 47 tags, the main one first. licence: a URL or a name. rights: a statement of rights.
    identifiers: pairs of scheme and value. date: the document's own date (a letter's), W3C. notes: free remarks.
    """

    title: str = ""
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    container: str = ""
    part: str = ""
    written: str = ""
    published: str = ""
    publisher: str = ""
    place: str = ""
    date: str = ""
    depositor: str = ""
    licence: str = ""
    rights: str = ""
    languages: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    source: str = ""
    notes: tuple[str, ...] = ()
