"""tei evaluate: how good the tags are, against tags set by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    predicted: Annotated[Path, typer.Argument(metavar="PREDICTED", help="TEI that was tagged by a machine.")],
    gold: Annotated[
        Path, typer.Option(metavar="GOLD", help="The same text tagged by hand: TEI, or standoff JSON beside its text.")
    ],
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a page that shows every miss.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Rates, counts and misses as JSON.")] = False,
) -> None:
    """Score persons, dates, quotations and notes of a TEI file against the same text tagged by hand."""
    from toolkit.cli.plan import keep
    from toolkit.evaluate import evaluate as compare
    from toolkit.evaluate import report
    from toolkit.files import write_file

    if html is not None:
        keep((gold, predicted), html)
    compared = compare(gold, predicted)
    if html is not None:
        write_file(html, report.as_html(compared, f"{predicted.name} against {gold.name}").encode())
    typer.echo(report.as_json(compared) if as_json else report.as_text(compared), nl=False)
