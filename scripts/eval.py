"""make eval DATA=folder: encode annotated corpora and score the tags; writes docs/accuracy.md.

The folder holds a folder a corpus: NAME.txt with NAME.json, standoff annotations (see docs/evaluate.md). Each text is
encoded as it is and all lower case. The corpora are not part of the repository.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from toolkit.config import Settings
from toolkit.encode import Application, write_tei
from toolkit.evaluate import compare, read_gold
from toolkit.evaluate.flat import flatten
from toolkit.evaluate.measures import Counts
from toolkit.evaluate.places import placed
from toolkit.evaluate.report import rates
from toolkit.model.metadata import Metadata
from toolkit.pipeline import Road, road, tag
from toolkit.trees import parse_tree

CASES = ("as printed", "lower case")
HEAD = """# Accuracy

Measured on {day} by `make eval DATA=folder` on development halves of public, hand-annotated corpora: persons, dates,
quotations and notes, in per cent. The model for persons was trained on {trained};
their rows say how well it learnt, not how well it does on text it has not seen. The others were never trained on.

`overlap`: one to one, any shared character; `trimmed`: the same stretch without titles, possessives, quotation marks
and edge punctuation; `exact`: the same stretch. Calendar value: the same stretch of days. B-cubed: on matched names.
"""


def main(data: Path, out: Path) -> None:
    """Score every corpus below `data` and write the report to `out`."""
    parts = [HEAD.format(day=date.today().isoformat(), trained="litbank, pec and schnitzler")]
    total = Counts()
    for folder in sorted(path for path in data.iterdir() if path.is_dir()):
        results = {}
        for case in CASES:
            sys.stderr.write(f"{folder.name}, {case}\n")
            results[case] = scored(folder, case)
            total.update(results[case])
        parts.append(table(folder.name, results))
    parts.append(calibration(total))
    out.write_text("\n".join(parts), "utf-8")
    sys.stderr.write(f"{out}\n")


def scored(folder: Path, case: str) -> Counts:
    """The counts of all documents of a corpus."""
    counts = Counts()
    roads: dict[str, Road] = {}
    for path in sorted(folder.glob("*.json")):
        gold = read_gold(path)
        about = json.loads(path.read_text("utf-8")).get("meta", {})
        language = about.get("lang", "")
        way = roads.setdefault(language, road(Settings(language=language)))
        text = lowered(gold.shown) if case == "lower case" else gold.shown
        tei = encoded(text, path.stem, way, Metadata(date=about.get("dct") or ""))
        shown = replace(gold, text=lowered(gold.text), shown=text) if case == "lower case" else gold
        counts.update(compare(shown, placed(flatten(parse_tree(tei, str(path))), shown)).counts)
    return counts


def encoded(text: str, name: str, way: Road, metadata: Metadata) -> bytes:
    """The TEI of a text, without the check that it is valid."""
    document = way.reader.read(text.encode(), name, language=way.settings.language)
    document = tag(replace(document, metadata=metadata), way.taggers)
    parts = [Application(part.name, part.version, part.name) for part in (way.reader, *way.taggers)]
    return write_tei(document, parts, reader=way.reader.name, version="0").tei


def lowered(text: str) -> str:
    """The text in lower case, with as many characters."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def table(name: str, results: dict[str, Counts]) -> str:
    """A table of one corpus: a row a measure, its columns by case."""
    documents = results[CASES[0]]["documents"]
    lines = [f"## {name} ({documents} document{'s' * (documents != 1)})\n"]
    lines.append("| measure | " + " | ".join(f"P, R, F1 ({case})" for case in CASES) + " |")
    lines.append("|---|" + "---|" * len(CASES))
    by_case = [{str(row["measure"]): row for row in rates(results[case])} for case in CASES]
    for measure in by_case[0]:
        if " called " in measure:
            continue
        lines.append(f"| {measure} | " + " | ".join(cell(rows.get(measure)) for rows in by_case) + " |")
    return "\n".join(lines) + "\n"


def cell(row: dict[str, str | float] | None) -> str:
    if row is None:
        return ""
    return f"{row['share']}" if "share" in row else f"{row['precision']}, {row['recall']}, {row['f1']}"


def calibration(total: Counts) -> str:
    """What @cert is worth: of the tags of each degree, how many are right."""
    lines = ["## What @cert is worth\n", "| tags | right, in per cent | of |", "|---|---|---|"]
    rows: Iterator[dict[str, str | float]] = (row for row in rates(total) if " called " in str(row["measure"]))
    lines.extend(f"| {row['measure']} | {row['share']} | {row['of']} |" for row in rows)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: make eval DATA=folder  (a folder of annotated corpora)")
    main(Path(sys.argv[1]), Path("docs/accuracy.md"))
