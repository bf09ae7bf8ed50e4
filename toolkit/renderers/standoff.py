"""JSON: the document's text once, as a string, and everything else as annotations with offsets into it (standoff).

    {"format": "tei-toolkit/1", "title": ..., "language": ..., "metadata": {...}, "text": "...",
     "annotations": [{"start": 0, "end": 7, "type": "heading", ...}], "notes": [{"id": ..., "at": 9, "text": ..., ...}]}

Offsets count characters (code points). Blocks are parted by one line feed, which stands nowhere else; white space
inside a block is single spaces. A note has a text and annotations of its own; `at` is its place in the text around it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from saxonche import PyXdmNode

from toolkit.renderers.sheets import SheetRenderer

V = "{urn:tei-toolkit:view}"
BLOCK_NAMES = """
    block caption cell entry fields field figure heading item line list paragraph preformatted record row rule section
    speaker speech stanza table
"""
APART = frozenset({"variant", "label", "furniture"})
BLOCKS = frozenset(V + name for name in BLOCK_NAMES.split())


@dataclass(frozen=True)
class JsonRenderer(SheetRenderer):
    """Text with standoff annotations; what it says is what the view says."""

    def output(self, view: PyXdmNode, path: str) -> str:
        """The view as JSON, in one line per annotation."""
        parser = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True, collect_ids=False)
        document = etree.fromstring(super().output(view, path).encode("utf-8"), parser)
        body = Standoff()
        root = document.find(f"{V}body")
        if root is not None:
            body.read(root)
        metadata: dict[str, list[str]] = {}
        for meta in document.findall(f"{V}meta"):
            metadata.setdefault(meta.get("name", ""), []).append(meta.get("value", ""))
        whole = {
            "format": "tei-toolkit/1",
            "title": document.get("title"),
            "language": document.get("lang"),
            "metadata": metadata,
            **body.value(),
        }
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


@dataclass
class Standoff:
    """A text that grows, and what is said of its stretches."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    gap: str = ""
    annotations: list[dict[str, Any]] = field(default_factory=list)
    notes: list[dict[str, Any]] = field(default_factory=list)

    def value(self) -> dict[str, Any]:
        """The text, its annotations in order of their start, the longer first, and its notes."""
        ordered = sorted(self.annotations, key=lambda a: (a["start"], -a["end"]))
        return {"text": "".join(self.parts), "annotations": ordered, "notes": self.notes}

    def read(self, element: etree._Element) -> None:
        """Add the content of an element of the view."""
        self.add(element.text or "")
        for child in element.iterchildren():
            if isinstance(child.tag, str):
                self.enter(child)
            self.add(child.tail or "")

    def enter(self, child: etree._Element) -> None:
        """Add an element of the view and what is said of it."""
        name = etree.QName(child).localname
        block = child.tag in BLOCKS or child.get("place") == "block"
        if name == "note":
            self.note(child)
            return
        if block:
            self.part("\n")
        apart = name in APART
        if apart or name == "space" or (name == "break" and not child.get("joined")):
            self.part(" ")
        start = self.start(child)
        self.read(child)
        if not (name == "inline" and not child.attrib):
            end = max(start, self.length)
            self.annotations.append({"start": start, "end": end, "type": name, **_attributes(child)})
        if block or apart:
            self.part("\n" if block else " ")

    def start(self, child: etree._Element) -> int:
        """Where the text of an element will begin: after the gap before it, if it has text."""
        filled = any(text.strip() for text in child.itertext())
        return self.length + (1 if filled and self.gap and self.length else 0)

    def note(self, note: etree._Element) -> None:
        """Keep a note apart, with its place."""
        inner = Standoff()
        inner.read(note)
        self.notes.append({**_attributes(note), "at": self.length, **inner.value()})

    def part(self, gap: str) -> None:
        """Remember that white space is due before the next word; a line feed outweighs a space."""
        self.gap = "\n" if "\n" in (gap, self.gap) else " "

    def add(self, text: str) -> None:
        """Add text, its white space folded."""
        words = text.split()
        if not words:
            if text:
                self.part(" ")
            return
        if text[0].isspace():
            self.part(" ")
        folded = (self.gap if self.length else "") + " ".join(words)
        self.parts.append(folded)
        self.length += len(folded)
        self.gap = " " if text[-1].isspace() else ""


def _attributes(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}
