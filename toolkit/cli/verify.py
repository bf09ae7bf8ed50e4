"""tei verify: the proof, from the TEI and the source alone, that no character was lost."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The TEI file.")],
    source: Annotated[Path, typer.Option(metavar="TEXT", help="The source that was encoded.")],
    encoding: Annotated[str, typer.Option(metavar="NAME", help="The source's encoding; detected if not given.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Report as JSON on standard output.")] = False,
) -> None:
    """Prove that every character of the source stands in the TEI once; exit 1 names the first differing place."""
    from dataclasses import replace

    from toolkit import plugins
    from toolkit.config import settings_of
    from toolkit.model.finding import Finding
    from toolkit.pipeline import verify as compare
    from toolkit.report import render_findings

    settings = settings_of(Path.cwd())
    settings = replace(settings, encoding=encoding or settings.encoding)
    wrong, document, digest = compare(file, source, settings, plugins.reader("plain"))
    findings = []
    if wrong is not None:
        values = {"expected": repr(wrong.expected), "found": repr(wrong.found)}
        findings.append(document.finding("E001", wrong.offset, **values))
    elif digest and digest != document.source.digest:
        findings.append(Finding(str(source), 0, 0, "E008"))
    if findings or as_json:
        typer.echo(render_findings(findings, "json" if as_json else "text").rstrip("\n"), err=not as_json)
    if wrong is None and not as_json:
        typer.echo(f"{file}: all {len(document.source.text)} characters of {source} are there, each once", err=True)
    raise typer.Exit(1 if wrong else 0)
