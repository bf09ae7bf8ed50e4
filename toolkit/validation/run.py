"""Many documents: in this process, or in several where that pays; findings come in the order of the files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import EngineError, ToolkitError
from toolkit.model.finding import Finding
from toolkit.validation.judge import MEGABYTE, Judge, Options, Report
from toolkit.validation.select import documents

# A process takes some 0.4 s to start and load its schema; one process judges about 10 MB in that time.
WORTHWHILE = 40 * MEGABYTE
BATCH = 20


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a worker found in a batch of files. failure: what ended its work, None where nothing did."""

    findings: tuple[Finding, ...]
    failure: Finding | None = None


def validate(paths: Iterable[Path], options: Options | None = None) -> Report:
    """Validate files and folders of them. Raises ToolkitError where there are none or a schema cannot be used."""
    return validate_files(documents(paths), options or Options())


def validate_files(files: Sequence[Path], options: Options) -> Report:
    """Validate these files."""
    judge = Judge(options)
    judge.prepare()
    jobs = min(options.jobs or _jobs(files), max(1, len(files) // 2))
    if jobs > 1:
        findings = tuple(_in_processes(files, options, jobs))
    else:
        findings = tuple(finding for file in files for finding in judge.check(file))
    return Report(tuple(str(file) for file in files), findings)


def _jobs(files: Sequence[Path]) -> int:
    """As many processes as there are processors where the files are large enough together, else one."""
    if Path("-") in files:
        return 1
    total = sum(file.stat().st_size for file in files)
    return (os.cpu_count() or 1) if total >= WORTHWHILE else 1


def _in_processes(files: Sequence[Path], options: Options, jobs: int) -> Iterator[Finding]:
    """Paths go out in batches, findings come back; every process is started afresh and loads the schema once."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    size = max(1, min(BATCH, len(files) // (4 * jobs)))
    batches = [tuple(files[start : start + size]) for start in range(0, len(files), size)]
    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, context, initializer=_start, initargs=(options,)) as pool:
        try:
            for outcome in pool.map(_check, batches):
                yield from outcome.findings
                if outcome.failure is not None:
                    raise EngineError(outcome.failure)
        finally:
            pool.shutdown(cancel_futures=True)


_JUDGES: list[Judge] = []  # a worker's one judge: its schemas are loaded once and serve all its batches


def _start(options: Options) -> None:
    _JUDGES[:] = [Judge(options)]


def _check(files: Sequence[Path]) -> Outcome:
    findings: list[Finding] = []
    try:
        for file in files:
            findings += _JUDGES[0].check(file)
    except ToolkitError as error:
        return Outcome(tuple(findings), error.finding)
    return Outcome(tuple(findings))
