"""What happened to the files, from their encoding to their packing, as events for PREMIS and RO-Crate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from toolkit.packagers.dates import w3c_date
from toolkit.packagers.formats import signature
from toolkit.packagers.gather import Gathered
from toolkit.packagers.header import Application, Header
from toolkit.packagers.payload import ENCODING, Event, Package
from toolkit.packagers.premis import agent_id
from toolkit.packagers.work import Outcome, Task, Tools, refuses


def applications(headers: Iterable[Header]) -> tuple[Application, ...]:
    """Every program that worked on the files, each version once."""
    known = {(program.id, program.version): program for header in headers for program in header.applications}
    return tuple(program for _, program in sorted(known.items()))


def events(package: Package, gathered: Gathered, outcomes: Sequence[Outcome], tools: Tools) -> Iterator[Event]:
    """What happened, from the encoding to the packing."""
    packer = (f"{package.software[0]}-{package.software[1]}",)
    for task, header, outcome in zip(gathered.tasks, gathered.headers, outcomes, strict=True):
        if header.applications:
            yield _encoding(package, task, header)
        faults = Counter(finding.code for finding in outcome.findings)
        note = ", ".join(f"{code} ({count} times)" for code, count in sorted(faults.items()))
        verdict = "fail" if refuses(outcome.findings, ()) else "pass"
        detail = f"against {tools.schema}"
        if outcome.proved:
            detail += "; every character held against the source"
        yield Event("validation", "validation", package.when, detail, verdict, note, packer, (task.path,))
    for name, _ in tools.renderings:
        paths = tuple(file.path for outcome in outcomes for file in outcome.stored if file.path.split("/")[1] == name)
        if paths:
            yield Event("creation", f"rendering {name}", package.when, "from the TEI", "success", "", packer, paths)
    for kind, detail in (
        ("format identification", f"{signature()}, PRONOM"),
        ("message digest calculation", "SHA-256 and SHA-512 of every file"),
    ):
        yield Event(kind, kind, package.when, detail, "success", "", packer)
    allowed = ", ".join(f"{code} ({count} times)" for code, count in sorted(package.allowed.items()))
    note = f"errors that the depositor allowed: {allowed}" if allowed else ""
    detail = f"layout {package.layout}, E-ARK SIP 2.2, RO-Crate 1.2"
    yield Event("information package creation", "packing", package.when, detail, "success", note, packer)


def _encoding(package: Package, task: Task, header: Header) -> Event:
    """The encoding run, as the header tells it: each program, its version, and what it tagged."""
    moments = [moment for change in header.changes if (moment := w3c_date(change.when))]
    told = []
    for program in header.applications:
        rows = [row for row in header.tagged if row.responsible == program.id]
        counts = ", ".join(f"{row.count} {row.element}{f' ({row.certainty})' if row.certainty else ''}" for row in rows)
        told.append(f"{program.name} {program.version}".strip() + (f": {counts}" if counts else ""))
    agents = tuple(agent_id(program.id, program.version) for program in header.applications)
    when = max(moments, default=package.when)
    return Event("creation", ENCODING, when, "; ".join(told), "success", "", agents, (task.path,))
