"""tei package: TEI files in, an archive package out; and a package in, what is wrong with it out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from toolkit.packagers.produce import Order, Packed


def package(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH...", help="TEI files, or folders of them.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="PACKAGE", help="A folder, or a file that ends in .zip.")
    ] = None,
    check: Annotated[
        Path | None, typer.Option("--check", metavar="PACKAGE", help="Check a package instead of making one.")
    ] = None,
    layout: Annotated[
        str, typer.Option(metavar="NAME", help="bag, ocfl (versions), zenodo, textgrid, arche or clarin.")
    ] = "bag",
    metadata: Annotated[
        Path | None, typer.Option(metavar="FILE", help="TOML with what the TEI headers do not say.")
    ] = None,
    source: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR|FILE", help="Where the texts lie that the TEI was made from. May be repeated."),
    ] = None,
    authority: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="Authority files to enclose. May be repeated.")
    ] = None,
    to: Annotated[str, typer.Option(metavar="NAME,...", help="Renderings to enclose; none for none.")] = "html,text",
    schema: Annotated[
        str, typer.Option(metavar="NAME|FILE", help="What the TEI must be valid against; each file's own if not given.")
    ] = "",
    allow: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Pack in spite of errors of this code; PREMIS tells. May be repeated."),
    ] = None,
    jobs: Annotated[int, typer.Option(metavar="N", help="Processes; one a processor if not given.", min=0)] = 0,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count for the exit status.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
) -> None:
    """Pack TEI files for an archive: a BagIt bag that is an E-ARK SIP and an RO-Crate; or --check such a package."""
    from toolkit.packagers.produce import Order

    if check is not None:
        raise typer.Exit(_check(check, strict, quiet))
    if not paths or output is None:
        missing = "-o PACKAGE" if paths else "PATH..."
        raise typer.BadParameter(f"{missing} is missing (or --check PACKAGE)")
    inputs = (tuple(paths), output, layout, frozenset(allow or ()), tuple(source or ()), tuple(authority or ()))
    raise typer.Exit(_make(Order(*inputs, metadata, jobs), to, schema, strict, quiet))


def _make(order: Order, to: str, schema: str, strict: bool, quiet: bool) -> int:
    from toolkit.cli.each import status, tell
    from toolkit.cli.progress import Bar
    from toolkit.codes import level
    from toolkit.config import settings_of
    from toolkit.errors import ConfigError, EngineError
    from toolkit.model.finding import Finding, Level
    from toolkit.packagers.journal import workshop_of
    from toolkit.packaging import SUFFIXES, Toolbox
    from toolkit.packaging import package as make

    names = tuple(name for name in to.split(",") if name and name != "none")
    for name in names:
        if name not in SUFFIXES:
            values = {"option": "--to", "value": name, "choices": ", ".join((*SUFFIXES, "none"))}
            raise ConfigError(Finding("tei", 0, 0, "C009", values))
    tools = Toolbox(names, schema or settings_of(Path.cwd()).schema)
    try:
        with Bar("packing") as bar:
            packed = make(order, tools, bar.watch)
    except EngineError:
        _tell_left(workshop_of(order.output))
        raise
    shown = [f for f in packed.findings if not quiet or level(f) is Level.ERROR]
    tell(shown)
    if not packed.made:
        _say(f"{order.output}: not packed; --allow CODE packs in spite of an error", quiet)
        return 1
    _say(_summary(order, packed), quiet)
    grave = [finding for finding in packed.findings if finding.code not in order.allow]
    return status(grave, strict)


def _tell_left(folder: Path) -> None:
    """Say what a run that was stopped leaves behind, where it leaves anything."""
    if folder.exists():
        typer.echo(f"{folder}: what was packed so far; the same command goes on from there", err=True)


def _summary(order: Order, packed: Packed) -> str:
    head = f", version {packed.version}" if packed.version else ""
    allowed = f"; allowed: {', '.join(packed.allowed)}" if packed.allowed else ""
    return f"{order.output}: packed {packed.files} files, {packed.size} bytes{head}{allowed}"


def _check(path: Path, strict: bool, quiet: bool) -> int:
    from toolkit.cli.each import status, tell
    from toolkit.packaging import check

    checked = check(path)
    tell(checked.findings)
    failed = status(checked.findings, strict)
    if not failed:
        _say(
            f"{path}: whole and in agreement; {checked.files} files, {checked.size} bytes; "
            f"TEI files proved against their sources: {checked.proved}",
            quiet,
        )
    return failed


def _say(text: str, quiet: bool) -> None:
    if not quiet:
        typer.echo(text, err=True)
