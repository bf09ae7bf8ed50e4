"""After `make`: what was made, what was tagged, and where to look."""

from __future__ import annotations

import sys
from pathlib import Path

from lxml import etree

from toolkit.vocabulary import COUNTED, VOCABULARY

NAMED = {
    "persName": "persons",
    "date": "dates",
    "said": "speech",
    "quote": "quoted",
    "soCalled": "so-called",
    "q": "other marks",
    "note": "notes",
    "foreign": "foreign",
    "title": "titles",
}


def main(names: list[str]) -> None:
    """Print a table: a line a document, a column a kind of tag."""
    elements = [VOCABULARY[kind].element for kind in COUNTED]
    counts = {name: tagged(Path("tei") / f"{name}.xml") for name in names}
    shown = [element for element in elements if any(row.get(element) for row in counts.values())]
    width = max(map(len, names), default=0)
    sys.stdout.write(f"\n{'':{width}}  {'  '.join(NAMED[element] for element in shown)}\n")
    for name, row in counts.items():
        cells = "  ".join(f"{row.get(element, 0):>{len(NAMED[element])}}" for element in shown)
        sys.stdout.write(f"{name:{width}}  {cells}\n")
    sys.stdout.write("\nTEI: tei/*.xml    web page: build/html/*.html    plain text: build/text/*.txt\n")
    sys.stdout.write(f"Open build/html/{names[0]}.html in a browser.\n" if names else "No texts in tei/source/.\n")


def tagged(path: Path) -> dict[str, int]:
    """Element name -> occurrences, as the document's own header counts them."""
    usages = etree.parse(str(path)).iter("{http://www.tei-c.org/ns/1.0}tagUsage")
    return {str(usage.get("gi")): int(usage.get("occurs") or 0) for usage in usages}


if __name__ == "__main__":
    main(sys.argv[1:])
