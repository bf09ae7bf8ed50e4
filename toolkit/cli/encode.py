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

    from toolkit.cli.each import status, tell
    from toolkit.cli.plan import keep_texts, planned
    from toolkit.config import settings_of
    from toolkit.errors import ConfigError
    from toolkit.model.finding import Finding
    from toolkit.pipeline import road

    settings = settings_of(Path.cwd())
    settings = replace(
        settings,
        language=lang or settings.language,
        encoding=encoding or settings.encoding,
        only=_names(only) or settings.only,
        authority=tuple(authority or settings.authority),
        model=model or settings.model,
        voters=tuple(voter or settings.voters),
        ranges=ranges or settings.ranges,
    )
    plan = planned(sources, output, read=(*settings.authority, *([metadata] if metadata else [])))
    keep_texts(plan)
    if as_json and any(str(place) == "-" for _, place in plan):
        raise ConfigError(Finding("-", 0, 0, "C018"))
    way = road(settings)
    if not quiet:
        tell(way.findings)
    raise typer.Exit(max(status(way.findings, strict), _run(plan, way, metadata, quiet, as_json, strict)))


def _names(only: str) -> tuple[str, ...]:
    """The names in a list with commas; the list itself where it names nothing, so that it is refused."""
    return tuple(filter(None, map(str.strip, only.split(",")))) or tuple(filter(None, [only]))


def _run(
    plan: list[tuple[Path, Path]], way: Road, metadata: Path | None, quiet: bool, as_json: bool, strict: bool
) -> int:
    """Encode all; the worst exit status."""
    from toolkit.cli.each import each, tell_failures
    from toolkit.files import write_file
    from toolkit.pipeline import encode as encode_one

    done: list[tuple[Path, Path, Encoded]] = []

    def work(source: Path, place: Path) -> Iterable[Finding]:
        encoded = encode_one(source, way, metadata=metadata)
        write_file(place, encoded.tei)
        done.append((source, place, encoded))
        return encoded.findings

    outcome = each(plan, "encoding", work, strict=strict, quiet=quiet)
    if as_json:
        typer.echo(_as_json(done, outcome.failures))
    elif not quiet:
        for _, place, encoded in done:
            typer.echo(_summary(place, encoded), err=True)
    tell_failures(outcome, len(plan))
    return outcome.status


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


def _as_json(done: list[tuple[Path, Path, Encoded]], failures: Iterable[tuple[Path, Finding]]) -> str:
    """A row for each source; of one that failed, why, and no TEI."""
    import json

    rows: list[dict[str, object]] = [
        {
            "source": str(source),
            "tei": str(place),
            "characters": len(encoded.ledger.text),
            "kept": encoded.ledger.kept,
            "moved": encoded.ledger.moved,
            "omitted": encoded.ledger.omitted,
            "tagged": _tagged(encoded),
            "findings": _rows(encoded.findings),
        }
        for source, place, encoded in done
    ]
    rows += [{"source": str(source), "tei": None, "findings": _rows([finding])} for source, finding in failures]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _rows(findings: Iterable[Finding]) -> object:
    import json

    from toolkit.report import render_findings

    return json.loads(render_findings(findings, "json"))["findings"]
