"""The work on one TEI file: copied, validated, proved against its source, rendered. Runs in any process."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from toolkit.codes import level
from toolkit.errors import ToolkitError
from toolkit.model.finding import Finding, Level
from toolkit.packagers.documentation import Step
from toolkit.packagers.fixity import Digests, digest_file
from toolkit.packagers.payload import TEI, data_path
from toolkit.packagers.stage import Stored, store_bytes


class Tools(Protocol):
    """What other rooms do for a package. Instances cross processes, so they hold values only.

    renderings: name and suffix of each rendering. schema: what validate holds files against, for the report.
    """

    @property
    def renderings(self) -> tuple[tuple[str, str], ...]:
        """Name and suffix of each rendering: ("html", ".html")."""
        ...

    @property
    def schema(self) -> str:
        """What files are validated against, in words."""
        ...

    def validate(self, tei: bytes, path: str) -> Iterable[Finding]:
        """What is wrong with a TEI file."""
        ...

    def render(self, tei: bytes, path: str) -> Iterable[tuple[str, bytes, Iterable[Finding]]]:
        """Each rendering: its name, its bytes, and what could not be rendered well."""
        ...

    def prove(self, tei: bytes, tei_path: str, source: bytes, source_path: str) -> Iterable[Finding]:
        """Where the text of the TEI is not that of its source; nothing where it is."""
        ...

    def means(self) -> Iterable[tuple[str, bytes]]:
        """Schemas and stylesheets to enclose: path in the payload, content."""
        ...

    def stylesheets(self) -> Mapping[str, tuple[Step, ...]]:
        """A file to make -> the enclosed stylesheets that make it from a TEI file, in their order."""
        ...


@dataclass(frozen=True, slots=True)
class Task:
    """One TEI file to work on. name: its path among the TEI files of the package.

    source: the text it was encoded from, where it can be proved against it. source_path: that text in the package.
    """

    origin: Path
    name: str
    source: Path | None = None
    source_path: str = ""

    @property
    def path(self) -> str:
        """Where the TEI stands in the payload."""
        return data_path(TEI, self.name)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task: the files stored, the TEI first, and all findings. proved: held against its source."""

    stored: tuple[Stored, ...]
    findings: tuple[Finding, ...]
    proved: bool = False


def refuses(findings: Iterable[Finding], allowed: Iterable[str]) -> bool:
    """Whether findings forbid a package: an error that the depositor does not allow is among them."""
    return any(level(finding) is Level.ERROR and finding.code not in allowed for finding in findings)


def carry_out(task: Task, root: Path, tools: Tools, allowed: frozenset[str]) -> Outcome:
    """Do the work on one file; where its findings forbid a package, nothing is rendered."""
    origin = str(task.origin)
    tei = task.origin.read_bytes()
    findings = list(tools.validate(tei, origin))
    proved = task.source is not None
    if task.source is not None:
        try:
            findings.extend(tools.prove(tei, origin, task.source.read_bytes(), str(task.source)))
        except ToolkitError as error:
            findings.append(error.finding)
    stored = [store_bytes(root, task.path, tei, (task.source_path,) if task.source_path else ())]
    if not refuses(findings, allowed):
        suffixes = dict(tools.renderings)
        try:
            for name, data, said in tools.render(tei, origin):
                target = data_path(name, str(PurePosixPath(task.name).with_suffix(suffixes[name])))
                stored.append(store_bytes(root, target, data, (task.path,)))
                findings.extend(said)
        except ToolkitError as error:
            findings.append(error.finding)
    return Outcome(tuple(stored), tuple(findings), proved)


@dataclass(frozen=True, slots=True)
class Failure:
    """An exception of the toolkit as a value: exceptions of more than one argument do not cross processes."""

    kind: type[ToolkitError]
    finding: Finding


def carry_out_apart(task: Task, root: Path, tools: Tools, allowed: frozenset[str]) -> Outcome | Failure:
    """`carry_out` in another process."""
    try:
        return carry_out(task, root, tools, allowed)
    except ToolkitError as error:
        return Failure(type(error), error.finding)


def raised(result: Outcome | Failure) -> Outcome:
    """The outcome, or the exception that the other process met, raised here."""
    if isinstance(result, Failure):
        raise result.kind(result.finding)
    return result


def as_entry(task: Task, outcome: Outcome) -> Mapping[str, Any]:
    """An outcome as a line of the journal, with what tells whether the inputs are still the same."""
    return {
        "inputs": _inputs(task),
        "stored": [asdict(stored) for stored in outcome.stored],
        "findings": [asdict(finding) for finding in outcome.findings],
        "proved": outcome.proved,
    }


def from_entry(task: Task, entry: Mapping[str, Any] | None, root: Path) -> Outcome | None:
    """The outcome that the journal has, if the inputs are the same and every stored file is whole; else None."""
    if entry is None or entry["inputs"] != _inputs(task):
        return None
    stored = tuple(Stored(row["path"], Digests(**row["digests"]), tuple(row["sources"])) for row in entry["stored"])
    if not all(_is_whole(root / file.path, file.digests) for file in stored):
        return None
    return Outcome(stored, tuple(Finding(**row) for row in entry["findings"]), entry["proved"])


def _is_whole(path: Path, digests: Digests) -> bool:
    return path.is_file() and path.stat().st_size == digests.size and digest_file(path) == digests


def _inputs(task: Task) -> Sequence[Sequence[Any]]:
    paths = [task.origin, *([task.source] if task.source else [])]
    return [[str(path), path.stat().st_size, path.stat().st_mtime_ns] for path in paths]
