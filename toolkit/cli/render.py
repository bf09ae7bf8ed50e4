"""tei render: TEI in; HTML, plain text, Markdown or JSON out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from toolkit.model.finding import Finding


def render(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="TEI files; - is standard input.")],
    to: Annotated[str, typer.Option("--to", metavar="NAME", help="html, text, markdown or json.")] = "html",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE|DIR", help="Where it goes; beside each file if not given."),
    ] = None,
    width: Annotated[
        int | None,
        typer.Option(min=0, metavar="N", help="Columns of plain text, 72 if not given; 0: a paragraph a line."),
    ] = None,
    reading: Annotated[
        str, typer.Option(metavar="NAME", help="Where the source offers several: normalised, diplomatic or clear.")
    ] = "normalised",
    apparatus: Annotated[
        str, typer.Option(metavar="PLACE", help="Readings that are not shown in the text: end, inline or none.")
    ] = "end",
    notes: Annotated[str, typer.Option(metavar="PLACE", help="Notes: foot, end, inline or none.")] = "foot",
    lang: Annotated[str, typer.Option(metavar="TAG", help="Language of the words around the text.")] = "en",
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count for the exit status.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
) -> None:
    """Render TEI documents as HTML, plain text, Markdown or JSON."""
    from toolkit.cli.each import each, tell_failures
    from toolkit.cli.plan import keep_source, planned
    from toolkit.config import settings_of
    from toolkit.files import read_file, write_file
    from toolkit.renderers import renderer

    columns = settings_of(Path.cwd()).width if width is None else width
    chosen = renderer(to, width=columns, reading=reading, apparatus=apparatus, notes=notes, lang=lang)

    def work(file: Path, place: Path) -> Iterable[Finding]:
        tei = read_file(file)
        data, findings = chosen.render(tei, str(file))
        if place != output:  # a file that the user names is the user's to replace
            keep_source(tei, place, data)
        write_file(place, data)
        return findings

    plan = planned(files, output, chosen.suffix)
    outcome = each(plan, "rendering", work, strict=strict, quiet=quiet)
    tell_failures(outcome, len(plan))
    raise typer.Exit(outcome.status)
