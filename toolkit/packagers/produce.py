"""Making a package, from the order to the renaming: gather, refuse or work, assemble, put in place."""

from __future__ import annotations

import multiprocessing
import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from toolkit.codes import catalogue, message
from toolkit.errors import ConfigError
from toolkit.model.finding import Finding
from toolkit.packagers import documentation as papers
from toolkit.packagers.archives import ARCHIVES, missing
from toolkit.packagers.assemble import add_metadata, add_papers
from toolkit.packagers.dates import UNDATED, package_date
from toolkit.packagers.description import KEYS, Description, describe, parse_added
from toolkit.packagers.finish import finish, prune
from toolkit.packagers.gather import Gathered, gather
from toolkit.packagers.header import Header
from toolkit.packagers.history import applications, events
from toolkit.packagers.journal import Workshop, refuse_to_replace, workshop
from toolkit.packagers.payload import ADDED, SCHEMAS, Package, in_order, package_id
from toolkit.packagers.stage import Stored, identified, store_bytes, store_file
from toolkit.packagers.work import (
    Outcome,
    Task,
    Tools,
    as_entry,
    carry_out,
    carry_out_apart,
    from_entry,
    raised,
    refuses,
)

LAYOUTS = ("bag", "ocfl", *ARCHIVES)
FEW = 4  # starting processes costs more than so few files
AHEAD = 4  # tasks a process that wait, so that a long list does not
SOFTWARE = "tei-toolkit"
Watch = Callable[[int, int], None]


@dataclass(frozen=True)
class Order:
    """What a depositor asks for. paths: TEI files and folders. output: a folder, or a file that ends in .zip.

    allow: codes of errors that do not forbid the package. added: a TOML file with what the headers do not say.
    jobs: processes, 0 for one a processor.
    """

    paths: tuple[Path, ...]
    output: Path
    layout: str = "bag"
    allow: frozenset[str] = frozenset()
    sources: tuple[Path, ...] = ()
    authority: tuple[Path, ...] = ()
    added: Path | None = None
    jobs: int = 0


@dataclass(frozen=True)
class Packed:
    """What came of an order. made: whether the package stands at its path. files, size: of the payload."""

    findings: tuple[Finding, ...]
    made: bool
    files: int = 0
    size: int = 0
    version: str = ""
    allowed: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class _Plan:
    """An order, looked into: what will be packed, how it is described, and what speaks against it before any work."""

    gathered: Gathered
    described: Description
    when: datetime
    added: str
    findings: tuple[Finding, ...]


def produce(order: Order, tools: Tools, version: str, watch: Watch = lambda done, total: None) -> Packed:
    """Make the package, or say why not; nothing stands at its path before it is whole.

    version: of the toolkit. watch: called with the number of files done and their total.
    Raises ConfigError, InputError and EngineError where the order cannot be carried out.
    """
    _refuse_wrong(order)
    plan = _planned(order)
    if refuses(plan.findings, order.allow):
        return Packed(plan.findings, made=False)
    with workshop(order.output, _key(order, tools, version, plan)) as work:
        root = work.folder / "payload"
        outcomes = _work(order, tools, plan.gathered.tasks, work, root, watch)
        findings = (*plan.findings, *(finding for outcome in outcomes for finding in outcome.findings))
        if refuses(findings, order.allow):
            return Packed(findings, made=False)
        package = Package(
            id=package_id(plan.described, (task.path for task in plan.gathered.tasks)),
            description=plan.described,
            when=plan.when,
            software=(SOFTWARE, version),
            files=(),
            applications=applications(plan.gathered.headers),
            layout=order.layout,
            allowed=Counter(finding.code for finding in findings if refuses([finding], ())),
        )
        package = _assembled(package, root, plan, outcomes, tools)
        head = finish(order.output, work, root, package)
    size = sum(packed.digests.size for packed in package.files)
    return Packed(findings, True, len(package.files), size, head, package.allowed)


def _refuse_wrong(order: Order) -> None:
    if order.layout not in LAYOUTS:
        values = {"option": "--layout", "value": order.layout, "choices": ", ".join(LAYOUTS)}
        raise ConfigError(Finding("tei", 0, 0, "C009", values))
    for code in sorted(order.allow - catalogue().keys()):
        raise ConfigError(Finding("tei", 0, 0, "C011", {"value": code, "example": "P001"}))
    refuse_to_replace(order.output, versions=order.layout == "ocfl")


def _planned(order: Order) -> _Plan:
    text, added = _added(order.added)
    gathered = gather(order.paths, order.sources, order.authority, apart=order.output)
    described = describe(gathered.headers, added)
    stated = {"licence", "rights"} & added.keys()
    findings = [finding for finding in gathered.findings if not (finding.code == "P001" and stated)]
    if order.layout in ARCHIVES:
        findings.extend(missing(described, order.layout, _subject(order, gathered)))
    when, undated = _date(gathered.headers)
    if undated:
        findings.append(Finding(_subject(order, gathered), 0, 0, "P013", {"date": f"{when:%Y-%m-%d}"}))
    return _Plan(gathered, described, when, text, tuple(findings))


def _assembled(package: Package, root: Path, plan: _Plan, outcomes: Sequence[Outcome], tools: Tools) -> Package:
    """The package with all its files, each written from what stands before it."""
    stored = [file for outcome in outcomes for file in outcome.stored]
    stored += _extras(root, plan.gathered, plan.added, tools)
    package = replace(package, files=identified(root, stored))
    package = replace(package, events=tuple(events(package, plan.gathered, outcomes, tools)))
    reports = _reports(package, plan.gathered, outcomes, tools)
    written = add_papers(root, package, _means(package, tools), reports)
    package = replace(package, files=in_order((*package.files, *identified(root, written))))
    package = add_metadata(root, package)
    prune(root, package)
    return package


def _added(path: Path | None) -> tuple[str, Mapping[str, object]]:
    if path is None:
        return "", {}
    try:
        text = path.read_text("utf-8")
        return text, parse_added(text)
    except FileNotFoundError:
        raise ConfigError(Finding(str(path), 0, 0, "C002")) from None
    except (OSError, ValueError) as error:
        raise ConfigError(Finding(str(path), 0, 0, "C010", {"reason": str(error), "keys": ", ".join(KEYS)})) from None


def _subject(order: Order, gathered: Gathered) -> str:
    """What a finding about the whole is about."""
    return str(gathered.tasks[0].origin if len(gathered.tasks) == 1 else order.paths[0])


def _date(headers: Sequence[Header]) -> tuple[datetime, bool]:
    try:
        when = package_date(change.when for header in headers for change in header.changes)
    except (ValueError, OverflowError, OSError):
        value = os.environ.get("SOURCE_DATE_EPOCH", "")
        values = {"option": "SOURCE_DATE_EPOCH", "value": value, "choices": "seconds since 1970"}
        raise ConfigError(Finding("tei", 0, 0, "C009", values)) from None
    return when, when == UNDATED and not os.environ.get("SOURCE_DATE_EPOCH")


def _key(order: Order, tools: Tools, version: str, plan: _Plan) -> Mapping[str, Any]:
    """What makes one order another: work done for one is not taken over for another."""
    return {
        "version": version,
        "layout": order.layout,
        "allow": sorted(order.allow),
        "renderings": [list(pair) for pair in tools.renderings],
        "schema": tools.schema,
        "when": plan.when.isoformat(),
        "added": plan.added,
    }


def _work(order: Order, tools: Tools, tasks: Sequence[Task], work: Workshop, root: Path, watch: Watch) -> list[Outcome]:
    """The outcome of every task, in their order: from the journal where it has one, else by working."""
    known = {task.name: from_entry(task, work.done.get(task.name), root) for task in tasks}
    outcomes: dict[str, Outcome] = {name: outcome for name, outcome in known.items() if outcome is not None}
    waiting = [task for task in tasks if task.name not in outcomes]
    watch(len(outcomes), len(tasks))
    for task, outcome in _done(order, tools, waiting, root):
        work.note(task.name, as_entry(task, outcome))
        outcomes[task.name] = outcome
        watch(len(outcomes), len(tasks))
    return [outcomes[task.name] for task in tasks]


def _done(order: Order, tools: Tools, tasks: Sequence[Task], root: Path) -> Iterator[tuple[Task, Outcome]]:
    """Each task with its outcome, as they are done."""
    jobs = order.jobs or os.cpu_count() or 1
    if len(tasks) < FEW or jobs == 1:
        for task in tasks:
            yield task, carry_out(task, root, tools, order.allow)
        return
    spawn = multiprocessing.get_context("spawn")
    queue = iter(tasks)
    with ProcessPoolExecutor(jobs, mp_context=spawn) as pool:
        running = {pool.submit(carry_out_apart, t, root, tools, order.allow): t for t in islice(queue, jobs * AHEAD)}
        try:
            while running:
                future = next(as_completed(running))
                task = running.pop(future)
                for following in islice(queue, 1):
                    running[pool.submit(carry_out_apart, following, root, tools, order.allow)] = following
                yield task, raised(future.result())
        finally:
            for future in running:
                future.cancel()


def _extras(root: Path, gathered: Gathered, added: str, tools: Tools) -> Iterator[Stored]:
    for path, origin in sorted(gathered.extras.items()):
        yield store_file(root, path, origin)
    for path, data in tools.means():
        yield store_bytes(root, path, data)
    if added:
        yield store_bytes(root, ADDED, added.encode())


def _means(package: Package, tools: Tools) -> papers.Means:
    """The schemas are those right in their folder; stylesheets below it may have schemas of their own."""
    suffixes = (".rng", ".sch", ".xsd", ".odd")
    paths = (packed.path for packed in package.under(SCHEMAS))
    schemas = tuple(path for path in paths if path.count("/") == 1 and path.endswith(suffixes))
    return papers.Means(schemas, tools.stylesheets())


def _reports(package: Package, gathered: Gathered, outcomes: Sequence[Outcome], tools: Tools) -> Mapping[str, str]:
    rows = [
        (task.path, [_told(finding) for finding in outcome.findings])
        for task, outcome in zip(gathered.tasks, outcomes, strict=True)
    ]
    tagged = (row for header in gathered.headers for row in header.tagged)
    return {
        papers.VALIDATION: papers.validation_report(tools.schema, rows, package.allowed),
        papers.ACCURACY: papers.accuracy_statement(tagged, package.applications),
    }


def _told(finding: Finding) -> str:
    place = f"line {finding.line}: " if finding.line else ""
    return f"{place}{finding.code} {message(finding)}"
