"""The comparison in words: rates made of counts, as a table, as JSON, and as a page that shows the misses."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from html import escape

from toolkit.evaluate import Compared, Miss
from toolkit.evaluate.measures import GRADES, Counts

TITLES = {"persName": "persons", "date": "dates", "q": "quotations"}
STYLE = (
    "body{font:1rem/1.5 Georgia,serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}"
    "table{border-collapse:collapse}th,td{padding:.2rem .8rem;text-align:right;border-bottom:1px solid #bbb}"
    "th:first-child,td:first-child{text-align:left}li{margin:.4rem 0}mark{background:#ffe28a;color:#222}"
    ".added mark{background:#bfe3ff}.wrong mark{background:#e3e3e3}ins{font-weight:bold;text-decoration:none}"
    "@media(prefers-color-scheme:dark){body{background:#1c1c1c;color:#eee}}"
)


def rates(counts: Counts) -> list[dict[str, str | float]]:
    """A row a measure: precision, recall and F1 in per cent, or one share in per cent."""
    rows: list[dict[str, str | float]] = [_share("text kept", counts["text kept"], counts["text"])]
    for label, title in TITLES.items():
        if counts[f"{label} gold"]:
            for closeness in ("exact", "trimmed", "overlap"):
                hits = counts[f"{label} {closeness}"]
                rows.append(_f1(f"{title}, {closeness}", hits, counts[f"{label} found"], counts[f"{label} gold"]))
    if counts["date valued gold"]:
        right = counts["date value right"]
        rows.append(_f1("dates, calendar value", right, counts["date valued found"], counts["date valued gold"]))
        rows.append(_share("dates, value right where found", right, counts["date valued matched"]))
    if counts["references"]:
        whole = 1e6 * counts["references"]
        precision, recall = counts["references precision"] / whole, counts["references recall"] / whole
        rows.append(_row("persons, clusters (B-cubed)", precision, recall))
    if counts["kinds"]:
        rows.append(_share("quotations, kind right where found", counts["kinds right"], counts["kinds"]))
    if counts["speakers gold"]:
        rows.append(_share("speakers, right where found", counts["speakers right"], counts["speakers matched"]))
        rows.append(_share("speakers, end to end", counts["speakers right"], counts["speakers gold"]))
    if counts["notes gold"]:
        rows.append(_f1("notes, bodies", counts["notes right"], counts["notes found"], counts["notes gold"]))
        rows.append(_f1("notes, anchors", counts["anchors right"], counts["anchors found"], counts["anchors gold"]))
        rows.append(_f1("notes, links", counts["links right"], counts["anchors found"], counts["anchors gold"]))
    for label, title in TITLES.items():
        for grade in GRADES:
            if counts[f"{label} {grade}"] and counts[f"{label} gold"]:
                right, of = counts[f"{label} {grade} right"], counts[f"{label} {grade}"]
                rows.append(_share(f"{title} called {grade} that are right", right, of))
    return rows


def _share(measure: str, part: int, whole: int) -> dict[str, str | float]:
    return {"measure": measure, "share": round(100 * part / whole, 1) if whole else 0.0, "of": whole}


def _f1(measure: str, hits: int, found: int, gold: int) -> dict[str, str | float]:
    return _row(measure, hits / found if found else 0.0, hits / gold if gold else 0.0) | {"found": found, "gold": gold}


def _row(measure: str, precision: float, recall: float) -> dict[str, str | float]:
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "measure": measure,
        "precision": round(100 * precision, 1),
        "recall": round(100 * recall, 1),
        "f1": round(100 * f1, 1),
    }


def as_text(compared: Compared) -> str:
    """A table for the terminal."""
    lines = [f"{'':38}{'precision':>10}{'recall':>8}{'F1':>7}{'found':>8}{'gold':>8}"]
    for row in rates(compared.counts):
        if "share" in row:
            lines.append(f"{row['measure']:38}{row['share']:>10} %{'of ' + str(row['of']):>29}")
        else:
            numbers = (row["precision"], row["recall"], row["f1"], row.get("found", ""), row.get("gold", ""))
            lines.append(
                f"{row['measure']:38}" + "".join(f"{n:>{w}}" for n, w in zip(numbers, (10, 8, 7, 8, 8), strict=True))
            )
    return "\n".join(lines) + "\n"


def as_json(compared: Compared) -> str:
    """Rates, counts and misses for a program."""
    misses = [asdict(miss) for miss in compared.misses]
    said: Mapping[str, object] = {"rates": rates(compared.counts), "counts": dict(compared.counts), "misses": misses}
    return json.dumps(said, ensure_ascii=False, indent=2) + "\n"


def as_html(compared: Compared, title: str) -> str:
    """A page with the table, and below it in its context what was missed, added or otherwise tagged."""
    rows = "".join(_table_row(row) for row in rates(compared.counts))
    columns = "".join(f'<th scope="col">{name}</th>' for name in ("Measure", "Precision", "Recall", "F1"))
    parts = [
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>',
        '<meta name="viewport" content="width=device-width">',
        f"<style>{STYLE}</style></head><body><main><h1>{escape(title)}</h1>",
        f"<table><thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>",
    ]
    for label, name in TITLES.items():
        for side in ("missed", "added", "wrong"):
            parts.append(
                _list(
                    f"{name.capitalize()} {side}",
                    side,
                    [m for m in compared.misses if (m.label, m.side) == (label, side)],
                )
            )
    return "".join([*parts, "</main></body></html>\n"])


def _table_row(row: Mapping[str, str | float]) -> str:
    cells = (f"{row['share']} %", "", "") if "share" in row else (row["precision"], row["recall"], row["f1"])
    return f"<tr><td>{escape(str(row['measure']))}</td>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _list(title: str, side: str, misses: Sequence[Miss]) -> str:
    if not misses:
        return ""
    items = "".join(
        f"<li>…{escape(m.before)}<mark>{escape(m.words)}</mark>{_correction(m)}{escape(m.after)}…</li>" for m in misses
    )
    return f'<h2>{escape(title)} ({len(misses)})</h2><ol class="{side}">{items}</ol>'


def _correction(miss: Miss) -> str:
    """What the machine said, struck out, and what the gold says."""
    if not miss.wanted:
        return ""
    return f" [<del>{escape(miss.said)}</del> <ins>{escape(miss.wanted)}</ins>]"
