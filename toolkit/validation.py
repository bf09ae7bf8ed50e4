"""Validating: paths -> findings, each document by its schema and by the checks of content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from toolkit.checks.content import CHECKS, ContentChecker
from toolkit.checks.declared import Declared, declared
from toolkit.codes import level
from toolkit.errors import ConfigError, InputError
from toolkit.files import read_file
from toolkit.model.finding import Finding, Level
from toolkit.model.ports import Checker
from toolkit.schema.validator.choose import BUILT_IN, SUFFIXES, checker

MEGABYTE = 1_000_000
MAX_SIZE = 200
ILL_FORMED = frozenset(("V001", "V002", "V003"))
BAD_VALUE = frozenset(("V023", "V055"))


@dataclass(frozen=True)
class Options:
    """How to validate.

    schema: "toolkit", "tei_all" or a file; "" for what each document names itself. engine: "auto", "own" or "lxml".
    checks: which checks of content, None for all where the schema is the toolkit's or the document's own choice, and
    none where another one is given. fragment: any element may be the root. max_size: of a file, in megabytes.
    """

    schema: str = ""
    engine: str = "auto"
    checks: tuple[str, ...] | None = None
    fragment: bool = False
    max_size: int = MAX_SIZE

    @property
    def content_checks(self) -> tuple[str, ...]:
        if self.checks is not None:
            return self.checks
        return tuple(CHECKS) if self.schema in ("", "toolkit") else ()


@dataclass(frozen=True)
class Report:
    """What was looked at and what was found, in the order of the paths."""

    checked: tuple[str, ...]
    findings: tuple[Finding, ...]

    def failed(self, *, strict: bool = False) -> bool:
        """Whether anything found counts for the exit status."""
        return any(strict or level(finding) is Level.ERROR for finding in self.findings)

    def summary(self) -> str:
        """One line for people: how many files, how many of them with errors."""
        bad = {finding.path for finding in self.findings if level(finding) is Level.ERROR}
        files = "1 file" if len(self.checked) == 1 else f"{len(self.checked)} files"
        return f"{files} checked: {f'errors in {len(bad)}' if bad else 'no errors'}"


@dataclass
class Judge:
    """Validates documents one after the other; a schema is loaded when the first document needs it, and kept."""

    options: Options
    _checkers: dict[str, Checker] = field(default_factory=dict)

    def check(self, path: Path) -> list[Finding]:
        """The findings about one file, in its order. Raises ToolkitError where a schema cannot be used."""
        name = str(path)
        try:
            tei = self._read(path)
        except InputError as error:
            return [error.finding]
        return self.check_bytes(tei, name)

    def check_bytes(self, tei: bytes, path: str) -> list[Finding]:
        """The findings about a document of the name `path`."""
        if not tei.strip():
            return [Finding(path, 0, 0, "V005")]
        findings: list[Finding] = []
        for schema in self._schemas(tei, path):
            findings += self._checker(schema).check(tei, path)
        if self.options.content_checks and not any(finding.code in ILL_FORMED for finding in findings):
            findings += ContentChecker(self.options.content_checks).check(tei, path)
        return list(_once(findings))

    def _read(self, path: Path) -> bytes:
        limit = self.options.max_size
        if str(path) != "-" and path.is_file() and (size := path.stat().st_size) > limit * MEGABYTE:
            values = {"size": str(size // MEGABYTE), "limit": str(limit)}
            raise InputError(Finding(str(path), 0, 0, "V004", values))
        return read_file(path)

    def _schemas(self, tei: bytes, path: str) -> Sequence[str]:
        if self.options.schema:
            return [self.options.schema]
        said = declared(tei, path)
        return _named_by(said, path) or ["toolkit" if said.by_toolkit else "tei_all"]

    def _checker(self, schema: str) -> Checker:
        if schema not in self._checkers:
            self._checkers[schema] = checker(schema, self.options.engine, fragment=self.options.fragment)
        return self._checkers[schema]


def _named_by(said: Declared, path: str) -> list[str]:
    """The schemas that a document names and that lie beside it; a well-known address is the built-in of that name."""
    found: dict[str, None] = {}
    for href in said.schemas:
        parts = urlsplit(href)
        name = Path(unquote(parts.path))
        if parts.scheme in ("", "file") and (Path(path).parent / name).is_file():
            found[str(Path(path).parent / name)] = None
        elif name.stem in BUILT_IN and name.suffix in SUFFIXES:
            found[name.stem] = None
    return list(found)


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Sorted, and what two checks say of one place and thing said once."""
    seen: set[object] = set()
    for finding in sorted(findings, key=lambda f: (f.line, f.column, f.code)):
        what = "value" if finding.code in BAD_VALUE else (finding.code, tuple(sorted(finding.values.items())))
        key = (finding.line, finding.column, what)
        if key not in seen:
            seen.add(key)
            yield finding


def check_names(names: str) -> tuple[str, ...] | None:
    """The checks of content that a comma-separated list names; None for "", the default."""
    if not names:
        return None
    if names in ("all", "none"):
        return tuple(CHECKS) if names == "all" else ()
    wanted = tuple(name.strip() for name in names.split(","))
    for name in wanted:
        if name not in CHECKS:
            values = {"option": "--checks", "value": name, "choices": ", ".join(("all", "none", *CHECKS))}
            raise ConfigError(Finding("tei", 0, 0, "C009", values))
    return wanted


def validate(paths: Iterable[Path], options: Options = Options()) -> Report:
    """Validate files and folders of them. Raises ToolkitError where there are none or a schema cannot be used."""
    files = documents(paths)
    judge = Judge(options)
    return Report(tuple(map(str, files)), tuple(finding for file in files for finding in judge.check(file)))


def documents(paths: Iterable[Path]) -> list[Path]:
    """The files, folders walked for .xml, each once; raises ToolkitError for a missing path or an empty folder."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.rglob("*.xml") if not _hidden(one.relative_to(path)))
            if not inside:
                raise ConfigError(Finding(str(path), 0, 0, "C001", {"wanted": ".xml files"}))
            found.update(dict.fromkeys(inside))
        elif path.exists() or str(path) == "-":
            found[path] = None
        else:
            raise InputError(Finding(str(path), 0, 0, "C002"))
    if not found:
        raise ConfigError(Finding("tei", 0, 0, "C001", {"wanted": ".xml files"}))
    return list(found)


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
