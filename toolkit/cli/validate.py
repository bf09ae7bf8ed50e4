"""tei validate: documents against their schema, and the checks that no grammar makes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from toolkit.validation import Report


def validate(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="TEI files, and folders of them; - for stdin.")
    ],
    schema: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME|FILE",
            help="toolkit, tei_all or FILE.rng|.rnc|.xsd|.odd|.sch; else what the document names itself. Repeatable.",
        ),
    ] = None,
    format: Annotated[str, typer.Option(metavar="NAME", help="text, json, junit, sarif or github.")] = "text",
    engine: Annotated[
        str, typer.Option(metavar="NAME", help="auto, own or lxml: the same verdict, by another road.")
    ] = "auto",
    checks: Annotated[
        str,
        typer.Option(
            metavar="NAME,...", help="all, none, or some of ids,links,dates,persons,instructions.", show_default=False
        ),
    ] = "",
    strict: Annotated[bool, typer.Option("--strict", help="Warnings and notes count as errors.")] = False,
    fragment: Annotated[bool, typer.Option("--fragment", help="Any element may be the root.")] = False,
    changed: Annotated[
        str, typer.Option("--changed-since", metavar="REV", help="Only what differs from a revision of git.")
    ] = "",
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Pass over the findings accepted there.")
    ] = None,
    renew: Annotated[
        Path | None, typer.Option("--write-baseline", metavar="FILE", help="Accept all that is found now.")
    ] = None,
    jobs: Annotated[int, typer.Option(metavar="N", min=0, help="Processes; 0 for as many as pay.")] = 0,
    max_size: Annotated[int, typer.Option(metavar="MB", min=1, help="Megabytes: a larger file is refused.")] = 200,
) -> None:
    """Validate TEI: what is wrong, where, what could stand there, the usual remedy; exit status 1 for faults."""
    from toolkit.config import settings_of
    from toolkit.errors import ConfigError
    from toolkit.model.finding import Finding
    from toolkit.report import FORMATS, render_findings
    from toolkit.validation import Options, changed_since, check_names, documents, validate_files

    if format not in FORMATS:
        values = {"option": "--format", "value": format, "choices": ", ".join(FORMATS)}
        raise ConfigError(Finding("tei", 0, 0, "C009", values))
    wanted = tuple(schema or ()) or settings_of(Path.cwd()).schema
    options = Options(wanted, engine, check_names(checks), fragment, max_size, jobs)
    files = changed_since(paths, changed) if changed else documents(paths)
    report = validate_files(files, options)
    if renew:
        _accept(report, renew)
        return
    if baseline:
        report = _less_accepted(report, baseline)
    sys.stdout.write(render_findings(report.findings, format, report.checked))
    sys.stdout.flush()
    typer.echo(report.summary(), err=True)
    if report.failed(strict=strict):
        raise typer.Exit(1)


def _accept(report: Report, path: Path) -> None:
    """Write a baseline of all that was found; reasons that it already gives are kept."""
    from toolkit.baseline import read_baseline, write_baseline
    from toolkit.files import write_file

    known = read_baseline(path) if path.is_file() else ()
    write_file(path, write_baseline(report.findings, known))
    typer.echo(f"{path}: {len(report.findings)} findings accepted; give each its reason", err=True)


def _less_accepted(report: Report, path: Path) -> Report:
    """The report without what a baseline accepts."""
    from dataclasses import replace

    from toolkit.baseline import apply_baseline, read_baseline

    left = apply_baseline(report.findings, read_baseline(path), str(path), report.checked)
    return replace(report, findings=tuple(left))
