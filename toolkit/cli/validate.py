"""tei validate: documents against their schema, and the checks that no grammar makes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def validate(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="TEI files, and folders of them; - for stdin.")
    ],
    schema: Annotated[
        str, typer.Option(help="toolkit, tei_all or FILE.rng|.rnc|.xsd|.odd|.sch; else what the document names itself.")
    ] = "",
    format: Annotated[str, typer.Option(help="text, json, junit, sarif or github.")] = "text",
    engine: Annotated[str, typer.Option(help="auto, own or lxml: the same verdict, by another road.")] = "auto",
    checks: Annotated[
        str, typer.Option(help="all, none, or some of ids,links,dates,persons,instructions.", show_default=False)
    ] = "",
    strict: Annotated[bool, typer.Option("--strict", help="Warnings and notes count as errors.")] = False,
    fragment: Annotated[bool, typer.Option("--fragment", help="Any element may be the root.")] = False,
    max_size: Annotated[int, typer.Option(help="Megabytes: a larger file is refused.")] = 200,
) -> None:
    """Validate TEI: what is wrong, where, what could stand there, the usual remedy; exit status 1 for faults."""
    from toolkit.errors import ConfigError
    from toolkit.model.finding import Finding
    from toolkit.report import FORMATS, render_findings
    from toolkit.validation import Options, check_names, validate

    if format not in FORMATS:
        values = {"option": "--format", "value": format, "choices": ", ".join(FORMATS)}
        raise ConfigError(Finding("tei", 0, 0, "C009", values))
    report = validate(paths, Options(schema, engine, check_names(checks), fragment, max_size))
    sys.stdout.write(render_findings(report.findings, format, report.checked))
    sys.stdout.flush()
    if format == "text":
        typer.echo(report.summary(), err=True)
    if report.failed(strict=strict):
        raise typer.Exit(1)
