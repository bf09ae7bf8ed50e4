"""One document after the other: which schemas it follows, and what they and the checks of content find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from toolkit.checks.content import CHECKS, ContentChecker
from toolkit.checks.declared import Model, declared
from toolkit.checks.scan import Scanner
from toolkit.codes import level
from toolkit.errors import ConfigError, InputError
from toolkit.files import address, read_file
from toolkit.model.finding import Finding, Level
from toolkit.model.ports import Checker
from toolkit.schema.validator.choose import BUILT_IN, RULES, SUFFIXES, checker
from toolkit.schema.validator.engine import Validator

MEGABYTE = 1_000_000
MAX_SIZE = 200
ILL_FORMED = frozenset(("V001", "V002", "V003"))
CUT_SHORT = "V029"
BAD_VALUE = frozenset(("V023", "V055"))
SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
LEVELS = (Level.ERROR, Level.WARNING, Level.NOTE)


@dataclass(frozen=True)
class Options:
    """How to validate.

    schema: "toolkit", "tei_all", a file, or several of them; "" for what each document names itself. engine: "auto",
    "own" or "lxml". checks: which checks of content, None for all where the schema is the toolkit's or the document's
    own choice, and none where another one is given. fragment: any element may be the root. max_size: of a file, in
    megabytes. jobs: processes, 0 for as many as pay.
    """

    schema: str | tuple[str, ...] = ""
    engine: str = "auto"
    checks: tuple[str, ...] | None = None
    fragment: bool = False
    max_size: int = MAX_SIZE
    jobs: int = 0

    @property
    def schemas(self) -> tuple[str, ...]:
        """The schemas given, none for the document's own choice."""
        given = (self.schema,) if isinstance(self.schema, str) else self.schema
        return tuple(schema for schema in given if schema)

    @property
    def content_checks(self) -> tuple[str, ...]:
        """The checks of content to make."""
        if self.checks is not None:
            return self.checks
        return tuple(CHECKS) if not self.schemas or "toolkit" in self.schemas else ()


@dataclass(frozen=True)
class Report:
    """What was looked at and what was found, in the order of the paths."""

    checked: tuple[str, ...]
    findings: tuple[Finding, ...]

    def failed(self, *, strict: bool = False) -> bool:
        """Whether anything found counts for the exit status."""
        return any(strict or level(finding) is Level.ERROR for finding in self.findings)

    def summary(self) -> str:
        """One line for people: how many files, what was found in how many of them."""
        files = "1 file" if len(self.checked) == 1 else f"{len(self.checked)} files"
        counts = {one: sum(level(finding) is one for finding in self.findings) for one in LEVELS}
        said = [f"{count} {one.value}{'s' if count > 1 else ''}" for one, count in counts.items() if count]
        bad = len({finding.path for finding in self.findings if level(finding) is Level.ERROR})
        where = f" (errors in {bad} of them)" if bad and len(self.checked) > 1 else ""
        return f"{files} checked: {', '.join(said) or 'nothing found'}{where}"


@dataclass
class Judge:
    """Validates documents one after the other; a schema is loaded when the first document needs it, and kept."""

    options: Options
    _checkers: dict[str, Checker] = field(default_factory=dict)

    def prepare(self) -> None:
        """Load the schemas that are given, so that a broken one is told before any document is judged."""
        for schema in self.options.schemas:
            self._checker(schema)

    def check(self, path: Path) -> list[Finding]:
        """The findings about one file, in its order. Raises ToolkitError where a schema cannot be used."""
        try:
            tei = self._read(path)
        except InputError as error:
            return [error.finding]
        return self.check_bytes(tei, str(path))

    def check_bytes(self, tei: bytes, path: str) -> list[Finding]:
        """The findings about a document of the name `path`."""
        if not tei.strip():
            return [Finding(path, 0, 0, "V005")]
        schemas, findings = (self.options.schemas, []) if self.options.schemas else _own_schemas(tei, path)
        content = ContentChecker(self.options.content_checks)
        scanner = Scanner(tei, path) if content.checks else None
        for schema in schemas:
            checker = self._checker(schema)
            if scanner is not None and scanner.found.tags is None and isinstance(checker, Validator):
                findings += checker.check(tei, path, scanner.listen)
            else:
                findings += checker.check(tei, path)
            if any(finding.code in ILL_FORMED for finding in findings):
                return list(_once(findings))
        if scanner is not None:
            is_whole = scanner.found.tags is not None and all(finding.code != CUT_SHORT for finding in findings)
            findings += content.judge(scanner.found) if is_whole else content.check(tei, path)
        return list(_once(findings))

    def _read(self, path: Path) -> bytes:
        limit = self.options.max_size
        if str(path) != "-" and path.is_file() and (size := path.stat().st_size) > limit * MEGABYTE:
            values = {"size": str(size // MEGABYTE), "limit": str(limit)}
            raise InputError(Finding(str(path), 0, 0, "V004", values))
        return read_file(path)

    def _checker(self, schema: str) -> Checker:
        if schema not in self._checkers:
            self._checkers[schema] = checker(schema, self.options.engine, fragment=self.options.fragment)
        return self._checkers[schema]


def _own_schemas(tei: bytes, path: str) -> tuple[tuple[str, ...], list[Finding]]:
    """The schemas that a document names, and what is to be said of those that cannot be used.

    Where none can: the toolkit's for a document that it made, else the whole of TEI.
    """
    said = declared(tei, path)
    schemas: dict[str, None] = {}
    findings = []
    for model in said.models:
        schema = _schema_of(model, path)
        if schema:
            schemas[schema] = None
        else:
            findings.append(Finding(path, 1, 1, "V092", {"href": model.href}))
    return tuple(schemas) or ("toolkit" if said.by_toolkit else "tei_all",), findings


def _schema_of(model: Model, path: str) -> str:
    """The schema that an xml-model instruction means: a file beside the document, a built-in by its well-known name.

    "" where it lies elsewhere: nothing is fetched. A grammar named as Schematron means the rules inside it.
    """
    parts = address(model.href)
    name = Path(unquote(parts.path))
    is_rules = model.language == SCHEMATRON and name.suffix.lower() != ".sch"
    if parts.scheme in ("", "file") and name.suffix.lower() in SUFFIXES and (Path(path).parent / name).is_file():
        return f"{Path(path).parent / name}{RULES if is_rules else ''}"
    if name.stem not in BUILT_IN:
        return ""
    return f"{name.stem}.sch" if model.language == SCHEMATRON else name.stem


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Sorted, and what two checks say of one place and thing said once."""
    seen: set[object] = set()
    for finding in sorted(findings, key=lambda one: (one.line, one.column, one.code)):
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
