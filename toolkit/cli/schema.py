"""tei schema: customisations of TEI (ODD) compiled, and the facts of a new TEI release taken in."""

from __future__ import annotations

from pathlib import Path

import typer

app = typer.Typer(help="Compile a TEI customisation (ODD); take in a new TEI release.", no_args_is_help=True)


@app.command("compile")
def compile_(
    source: Path = typer.Argument(..., metavar="FILE.odd", help="The customisation; tei_all stands for all of TEI P5."),
    output: list[Path] = typer.Option(
        ...,
        "-o",
        "--output",
        metavar="FILE",
        help="The schema to write: .rng, .rnc, .xsd, .sch or .html. May be given several times.",
    ),
    flat: bool = typer.Option(False, "--flat", help="RELAX NG with classes and macros written out (.rng only)."),
    lists: str = typer.Option(
        "kept", "--lists", metavar="HOW", help="kept; or lost: closed lists that the TEI Stylesheets lose."
    ),
) -> None:
    """Compile a customisation to RELAX NG, XML Schema, Schematron or a reference page."""
    from toolkit.errors import ConfigError
    from toolkit.files import write_file
    from toolkit.model.finding import Finding
    from toolkit.report import render_findings
    from toolkit.schema.compile import compile_files
    from toolkit.schema.odd.lists import Lists

    if lists not in tuple(Lists):
        choices = ", ".join(Lists)
        raise ConfigError(Finding("tei", 0, 0, "C009", {"option": "--lists", "value": lists, "choices": choices}))
    compiled = compile_files(source, output, flat=flat, lists=Lists(lists))
    for path, data in compiled.files.items():
        write_file(path, data)
    if compiled.findings:
        typer.echo(render_findings(compiled.findings, "text").rstrip("\n"), err=True)


@app.command("update")
def update(
    source: Path = typer.Argument(..., metavar="P5SUBSET", help="The p5subset.xml of a TEI release."),
    release: str = typer.Option(
        "", "--release", metavar="N.N.N", help="The number of the release, where the file does not say it."
    ),
    output: Path | None = typer.Option(
        None, "-o", "--output", metavar="FILE", help="Where to write the facts; else those in use."
    ),
) -> None:
    """Take in a TEI release: restate the facts of its p5subset.xml."""
    from toolkit.files import read_file, write_file
    from toolkit.resources import resource
    from toolkit.schema.update import facts_of

    new = facts_of(read_file(source), str(source), release)
    write_file(output or resource("schemas") / "p5.facts", new.text.encode())
    typer.echo(f"TEI P5 {new.release}: {len(new.came)} elements came, {len(new.went)} went.", err=True)
    for sign, names in (("+", new.came), ("-", new.went)):
        if names:
            typer.echo(f"{sign} {' '.join(names)}", err=True)
