"""tei render: TEI in; HTML, plain text, Markdown or JSON out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from toolkit.model.ports import Renderer


def render(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="TEI files; - is standard input.")],
    to: Annotated[str, typer.Option("--to", metavar="NAME", help="html, text, markdown or json.")] = "html",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE|DIR", help="Where it goes; beside each file if not given."),
    ] = None,
    width: Annotated[int, typer.Option(min=0, help="Columns of plain text; 0: a paragraph a line.")] = 72,
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
    from toolkit.cli.encode import planned
    from toolkit.renderers import renderer

    chosen = renderer(to, width=width, reading=reading, apparatus=apparatus, notes=notes, lang=lang)
    raise typer.Exit(_run(planned(files, output, chosen.suffix), chosen, strict=strict, quiet=quiet))


def _run(plan: list[tuple[Path, Path]], chosen: Renderer, *, strict: bool, quiet: bool) -> int:
    """Render all, one after the other; a document that fails does not stop the others. The worst exit status."""
    from toolkit.cli.encode import status
    from toolkit.cli.progress import progress
    from toolkit.errors import EngineError, ToolkitError
    from toolkit.files import read_file, write_file
    from toolkit.report import render_findings

    worst = 0
    for file, place in progress(plan, "rendering"):
        try:
            data, findings = chosen.render(read_file(file), str(file))
            write_file(place, data)
        except ToolkitError as error:
            typer.echo(render_findings([error.finding]).rstrip("\n"), err=True)
            worst = max(worst, error.status)
            if isinstance(error, EngineError):
                break
            continue
        worst = max(worst, status(findings, strict))
        if findings and not quiet:
            typer.echo(render_findings(findings).rstrip("\n"), err=True)
    return worst
