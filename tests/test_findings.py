"""A folder for every code of the catalogue: the smallest input that earns it, and what must be said of it.

tests/findings/CODE/ holds the input and `case.toml`:

    command  the words after `tei`; run in a copy of the folder
    status   the exit status
    says     how the line begins that carries the code: place, code, message
    base     another folder of tests/findings whose files are there too
    before   commands that are run first, and must succeed
    write    path -> text, for what cannot stand in a repository (control characters) or comes after `before`
    hex      path -> bytes, for what is no text
    change   [path, old, new]: edits after `before`
    remove   paths that are gone after `before`
    sealed   a bag whose manifests are made anew after all that
    also     other codes that the command may say
    leaves   files that it leaves, where it fails (none)

`around.py`, where there is one, makes what files cannot: a full disk, a signal, a broken installation, a huge file. Its
context manager `around()` is entered, in the folder, before the command runs.
"""

from __future__ import annotations

import hashlib
import re
import runpy
import shutil
import signal
import sys
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from toolkit.cli import main
from toolkit.codes import catalogue

FOLDERS = Path(__file__).parent / "findings"
SHARED = {"letter"}
CASE, AROUND = "case.toml", "around.py"
SAID = re.compile(r"^\S.*?: ([CERTVSXP]\d{3}) ", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """What case.toml says; see above."""

    folder: Path
    command: list[str]
    status: int
    says: str
    base: str = ""
    before: list[list[str]] = field(default_factory=list)
    write: Mapping[str, str] = field(default_factory=dict)
    hex: Mapping[str, str] = field(default_factory=dict)
    change: list[list[str]] = field(default_factory=list)
    remove: list[str] = field(default_factory=list)
    sealed: str = ""
    also: list[str] = field(default_factory=list)
    leaves: list[str] = field(default_factory=list)

    def lay_out(self, here: Path) -> None:
        """Put the inputs into a folder, as they are before any command."""
        for folder in (FOLDERS / self.base, self.folder) if self.base else (self.folder,):
            shutil.copytree(
                folder, here, dirs_exist_ok=True, ignore=shutil.ignore_patterns(CASE, AROUND, "__pycache__")
            )

    def alter(self) -> None:
        """Write, change and remove, in the folder where we are."""
        for name, text in self.write.items():
            _write(Path(name), text.encode())
        for name, digits in self.hex.items():
            _write(Path(name), bytes.fromhex(digits))
        for name, old, new in self.change:
            data = Path(name).read_bytes()
            assert old.encode() in data, f"{name} holds no {old}"
            Path(name).write_bytes(data.replace(old.encode(), new.encode(), 1))
        for name in self.remove:
            Path(name).unlink()
        if self.sealed:
            seal(Path(self.sealed))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def seal(bag: Path) -> None:
    """Make a bag's manifests anew, so that they fit its files; tag manifests, which list the others, come last."""
    for manifest in sorted(bag.glob("*manifest-*.txt")):
        algorithm = manifest.stem.rpartition("-")[2]
        paths = [line.split("  ", 1)[1] for line in manifest.read_text("utf-8").splitlines()]
        digests = [hashlib.new(algorithm, (bag / path).read_bytes()).hexdigest() for path in paths]
        rows = [f"{digest}  {path}\n" for digest, path in zip(digests, paths, strict=True)]
        manifest.write_text("".join(rows), "utf-8")


def case_of(code: str) -> Case:
    """The case of a code."""
    return Case(FOLDERS / code, **tomllib.loads((FOLDERS / code / CASE).read_text("utf-8")))


@contextmanager
def signals_kept() -> Iterator[None]:
    """The command sets handlers of its own; the tests' come back."""
    known = {sign: signal.getsignal(sign) for sign in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for sign, handler in known.items():
            signal.signal(sign, handler)


def run(command: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    """`tei` with these words, in this process; the exit status."""
    monkeypatch.setattr(sys, "argv", ["tei", *command])
    with signals_kept(), pytest.raises(SystemExit) as end:
        main()
    return int(end.value.code or 0)


def files_in(folder: Path) -> set[str]:
    """The files below a folder, by their paths from it."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}


def test_every_code_has_a_folder_and_every_folder_a_code() -> None:
    folders = {path.name for path in FOLDERS.iterdir() if path.is_dir()}
    assert folders - SHARED == set(catalogue())


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_the_input_earns_the_code(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case = case_of(code)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("COLUMNS", "200")
    here = tmp_path / "here"
    case.lay_out(here)
    monkeypatch.chdir(here)
    for command in case.before:
        assert run(command, monkeypatch) == 0, capsys.readouterr()
    case.alter()
    capsys.readouterr()

    with ExitStack() as stack:
        if (case.folder / AROUND).is_file():
            stack.enter_context(runpy.run_path(str(case.folder / AROUND))["around"]())
        present = files_in(here)
        status = run(case.command, monkeypatch)
    out, err = capsys.readouterr()
    said = (err + out).replace(f"{here}/", "")
    lines = said.splitlines()

    line = next((place for place, text in enumerate(lines) if text.startswith(case.says)), -1)
    assert f": {code} " in case.says, "`says` must name the code"
    assert line >= 0, f"not said: {case.says}\nbut:\n{said}"
    below = next(text for text in [*lines[line + 1 :], ""] if f": {code} " not in text)
    assert re.match(r"    \S", below), f"no remedy after: {lines[line]}"
    assert status == case.status, said
    assert set(SAID.findall(said)) == {code, *case.also}, said
    left = files_in(here) - present
    assert not [name for name in left if "/." in f"/{name}" and name not in case.leaves], left
    if status > 1:
        assert left == set(case.leaves), left
