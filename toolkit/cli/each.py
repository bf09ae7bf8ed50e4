"""Many inputs, one after the other: what is found is told, what fails does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from toolkit.model.finding import Finding

NAMED = 10  # failures that the last line names
Work = Callable[[Path, Path], "Iterable[Finding]"]


@dataclass(frozen=True)
class Outcome:
    """What came of many inputs: the worst exit status, the inputs that failed, and how many were not tried."""

    status: int
    failures: tuple[tuple[Path, Finding], ...]
    untried: int


def each(plan: list[tuple[Path, Path]], what: str, work: Work, *, strict: bool, quiet: bool) -> Outcome:
    """Do `work` for each input and the place of its output; what holds of whole files is told last, together.

    Where the environment fails (a full disk, an interruption), the rest is not tried.
    """
    from toolkit.cli.progress import progress
    from toolkit.errors import EngineError, ToolkitError

    worst = 0
    tried = 0
    failures: list[tuple[Path, Finding]] = []
    whole: list[Finding] = []
    for source, place in progress(plan, what):
        tried += 1
        try:
            findings = list(work(source, place))
        except ToolkitError as error:
            tell([error.finding])
            failures.append((source, error.finding))
            worst = max(worst, error.status)
            if isinstance(error, EngineError):
                break
            continue
        worst = max(worst, status(findings, strict))
        if not quiet:
            tell(finding for finding in findings if finding.line)
            whole += [finding for finding in findings if not finding.line]
    tell(whole)
    return Outcome(worst, tuple(failures), len(plan) - tried)


def tell_failures(outcome: Outcome, count: int) -> None:
    """Say on standard error which of `count` files failed, where there were several: their messages lie far above."""
    if count > 1 and outcome.failures:
        names = [str(path) for path, _ in outcome.failures]
        more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
        rest = f"; {outcome.untried} not tried" if outcome.untried else ""
        typer.echo(f"{len(names)} of {count} files failed: {', '.join(names[:NAMED])}{more}{rest}", err=True)


def tell(findings: Iterable[Finding]) -> None:
    """Say findings on standard error, those of whole files with one fault together."""
    from toolkit.report import summary

    text = summary(list(findings)).rstrip("\n")
    if text:
        typer.echo(text, err=True)


def status(findings: Iterable[Finding], strict: bool) -> int:
    """The exit status that findings ask for: 1 where one is an error, or a warning where those count."""
    from toolkit.codes import level
    from toolkit.model.finding import Level

    grave = {Level.ERROR, Level.WARNING} if strict else {Level.ERROR}
    return int(any(level(finding) in grave for finding in findings))
