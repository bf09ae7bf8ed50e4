"""tei encode: sources in, TEI out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from toolkit.encode import Encoded
    from toolkit.model.finding import Finding
    from toolkit.pipeline import Road


def encode(
    sources: Annotated[list[Path], typer.Argument(metavar="SOURCE...", help="Texts to encode; - is standard input.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE|DIR", help="Where the TEI goes; beside each source if not given."),
    ] = None,
    authority: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Persons that are known: TEI listPerson or CSV. May be repeated."),
    ] = None,
    metadata: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="TOML or JSON; else SOURCE.toml beside the source."),
    ] = None,
    lang: Annotated[str, typer.Option(metavar="TAG", help="The texts' language (BCP 47); detected if not given.")] = "",
    encoding: Annotated[str, typer.Option(metavar="NAME", help="The sources' encoding; detected if not given.")] = "",
    only: Annotated[
        str, typer.Option(metavar="TAGGER,...", help="Taggers to run: persons, dates, quotations, notes, foreign.")
    ] = "",
    model: Annotated[
        str, typer.Option(metavar="NAME", help="Model for persons: default, or none for rules only.")
    ] = "",
    voter: Annotated[
        list[str] | None,
        typer.Option(metavar="PIPELINE", help="A spaCy pipeline to ask for persons, too (extra spacy). Repeatable."),
    ] = None,
    ranges: Annotated[
        str, typer.Option(metavar="HOW", help="A range of dates is one date or two: by-form, joined, apart.")
    ] = "",
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count for the exit status.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Report as JSON on standard output.")] = False,
) -> None:
    """Encode texts as TEI: structure, persons, dates, quotations, notes; proved whole and valid before it is kept."""
    from dataclasses import replace

    from toolkit.config import settings_of
    from toolkit.pipeline import road
    from toolkit.report import render_findings

    settings = settings_of(Path.cwd())
    settings = replace(
        settings,
        language=lang or settings.language,
        encoding=encoding or settings.encoding,
        only=tuple(name.strip() for name in only.split(",") if name.strip()) or settings.only,
        authority=tuple(authority or settings.authority),
        model=model or settings.model,
        voters=tuple(voter or settings.voters),
        ranges=ranges or settings.ranges,
    )
    plan = planned(sources, output)
    way = road(settings)
    if way.findings and not quiet:
        typer.echo(render_findings(way.findings).rstrip("\n"), err=True)
    raise typer.Exit(max(status(way.findings, strict), _run(plan, way, metadata, quiet, as_json, strict)))


def planned(sources: list[Path], output: Path | None, suffix: str = ".xml") -> list[tuple[Path, Path]]:
    """Each source and the place of its output; a path that has no suffix and is no file is a folder.

    Raises ConfigError where two outputs, or an output and its input, are one file, or one file is given for several.
    """
    from toolkit.errors import ConfigError
    from toolkit.model.finding import Finding

    if len(sources) > 1 and any(str(source) == "-" for source in sources):
        raise ConfigError(Finding("-", 0, 0, "C017"))
    target = output or (Path("-") if str(sources[0]) == "-" else None)
    folder = target is not None and (len(sources) > 1 or _is_folder(target))
    if len(sources) > 1 and target is not None and (target.is_file() or str(target) == "-"):
        raise ConfigError(Finding(str(target), 0, 0, "C008", {"count": str(len(sources))}))
    plan: dict[Path, Path] = {}
    for source in sources:
        name = ("stdin" if str(source) == "-" else source.stem) + suffix
        place = source.with_suffix(suffix) if target is None else target / name if folder else target
        if place in plan:
            raise ConfigError(Finding(str(source), 0, 0, "C012", {"other": str(plan[place])}))
        if str(place) != "-" and place.absolute() == source.absolute():
            raise ConfigError(Finding(str(source), 0, 0, "C013"))
        plan[place] = source
    return [(source, place) for place, source in plan.items()]


def _is_folder(path: Path) -> bool:
    return path.is_dir() or (str(path) != "-" and not path.suffix and not path.exists())


def _run(
    plan: list[tuple[Path, Path]], way: Road, metadata: Path | None, quiet: bool, as_json: bool, strict: bool
) -> int:
    """Encode all, one after the other; a source that fails does not stop the others. The worst exit status."""
    from toolkit.cli.progress import progress
    from toolkit.errors import EngineError, ToolkitError
    from toolkit.files import write_file
    from toolkit.pipeline import encode as encode_one
    from toolkit.report import render_findings

    worst = 0
    done: list[tuple[Path, Path, Encoded]] = []
    for source, place in progress(plan, "encoding"):
        try:
            encoded = encode_one(source, way, metadata=metadata)
            write_file(place, encoded.tei)
        except ToolkitError as error:
            typer.echo(render_findings([error.finding]).rstrip("\n"), err=True)
            worst = max(worst, error.status)
            if isinstance(error, EngineError):
                break
            continue
        worst = max(worst, status(encoded.findings, strict))
        done.append((source, place, encoded))
        if encoded.findings and not quiet:
            typer.echo(render_findings(encoded.findings).rstrip("\n"), err=True)
    if as_json:
        typer.echo(_as_json(done))
    elif not quiet:
        for _, place, encoded in done:
            typer.echo(_summary(place, encoded), err=True)
    return worst


def status(findings: Iterable[Finding], strict: bool) -> int:
    """The exit status that findings ask for: 1 where one is an error, or a warning where those count."""
    from toolkit.codes import level
    from toolkit.model.finding import Level

    grave = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    return int(any(level(finding) in grave for finding in findings))


def _summary(place: Path, encoded: Encoded) -> str:
    tagged = ", ".join(f"{number} {name}" for name, number in _tagged(encoded).items()) or "nothing"
    proof = encoded.ledger
    where = "standard output" if str(place) == "-" else str(place)
    return (
        f"{where}: {len(encoded.ledger.text)} characters, none lost ({proof.kept} kept, {proof.moved} moved, "
        f"{proof.omitted} omitted on record); valid; tagged {tagged}"
    )


def _tagged(encoded: Encoded) -> dict[str, int]:
    from toolkit.vocabulary import COUNTED, VOCABULARY

    names = [VOCABULARY[kind].element for kind in COUNTED]
    return {name: encoded.counts[name] for name in names if encoded.counts.get(name)}


def _as_json(done: list[tuple[Path, Path, Encoded]]) -> str:
    import json

    from toolkit.report import render_findings

    rows = [
        {
            "source": str(source),
            "tei": str(place),
            "characters": len(encoded.ledger.text),
            "kept": encoded.ledger.kept,
            "moved": encoded.ledger.moved,
            "omitted": encoded.ledger.omitted,
            "tagged": _tagged(encoded),
            "findings": json.loads(render_findings(encoded.findings, "json"))["findings"],
        }
        for source, place, encoded in done
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)
