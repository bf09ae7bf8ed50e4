"""The workshop of a package: a hidden folder beside its place, with a journal of what is done, renamed when whole.

A run that was stopped is taken up where it ended, if it was asked for the same thing; a file that is in the journal is
hashed again before it is trusted. Nothing stands at the package's own path before the last step.
"""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from toolkit.errors import InputError
from toolkit.files import cannot_write
from toolkit.model.finding import Finding
from toolkit.packagers.bag import DECLARATION
from toolkit.packagers.ocfl import NAMASTE

JOURNAL = "journal.jsonl"
ORDER = "order.json"
LOCK = "lock"
CONTENT = "package"
SUFFIX = ".tei-package"


class Workshop:
    """A folder in which a package grows. content: what will be renamed. done: the journal's entries by their key."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / CONTENT
        self.done: dict[str, Mapping[str, Any]] = {}

    def note(self, key: str, entry: Mapping[str, Any]) -> None:
        """Write an entry to the journal at once."""
        self.done[key] = entry
        with (self.folder / JOURNAL).open("a", encoding="utf-8") as journal:
            journal.write(json.dumps({"key": key, **entry}, ensure_ascii=True) + "\n")


@contextmanager
def workshop(package: Path, order: Mapping[str, Any]) -> Iterator[Workshop]:
    """The workshop of the package at a path; removed at the end of a run that ended well, kept for the next otherwise.

    order: what was asked for; a journal for another order is thrown away.
    Raises InputError where another process is packing to the same path, EngineError where the disk refuses.
    """
    folder = workshop_of(package)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder, package):
            work = Workshop(folder)
            text = json.dumps(order, sort_keys=True, ensure_ascii=True)
            if _read(folder / ORDER) == text:
                work.done = dict(_entries(folder / JOURNAL))
            else:
                _empty(folder)
                (folder / ORDER).write_text(text, "utf-8")
            work.content.mkdir(exist_ok=True)
            yield work
        shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise cannot_write(package, error) from None


def workshop_of(package: Path) -> Path:
    """Where the package at a path grows."""
    return package.parent / f".{package.name}{SUFFIX}"


def put_in_place(made: Path, package: Path) -> None:
    """Rename what was made to the package's path. What stood there is moved aside, and put back if that fails."""
    _sync(made)
    if made.is_file():
        made.replace(package)
        return
    aside = package.parent / f".{package.name}{SUFFIX}.old"
    if aside.exists():
        shutil.rmtree(aside)
    if package.exists():
        package.rename(aside)
    try:
        made.rename(package)
    except OSError:
        if aside.exists():
            aside.rename(package)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _sync(made: Path) -> None:
    """Have the system write what it still holds, so that a power cut after the renaming finds whole files."""
    if hasattr(os, "sync"):
        os.sync()


@contextmanager
def _locked(folder: Path, package: Path) -> Iterator[None]:
    """Hold the folder's lock, which the system frees even when the process is killed."""
    with (folder / LOCK).open("w") as lock:
        try:
            import fcntl
        except ImportError:  # Windows has no such lock; two runs at once are then the user's care
            yield
            return
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise InputError(Finding(str(package), 0, 0, "P012")) from None
        yield


def _entries(journal: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The journal's whole lines; the last may be cut short where the run was killed."""
    for line in _read(journal).splitlines():
        try:
            entry = json.loads(line)
        except ValueError:
            return
        yield entry.pop("key"), entry


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return ""


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.name == LOCK:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def refuse_to_replace(path: Path, *, versions: bool) -> None:
    """Raise InputError where something stands at the path that must not be lost: a new package replaces an older bag.

    versions: whether the new package is a version of an object, whose older versions stay.
    """
    if path.is_dir():
        is_object = (path / NAMASTE).exists()
        keeps = not any(path.iterdir()) or (is_object if versions else (path / DECLARATION).exists() and not is_object)
    else:
        keeps = not path.exists() or (path.suffix.lower() == ".zip" and _is_zipped_package(path))
    if not keeps:
        raise InputError(Finding(str(path), 0, 0, "P011"))


def _is_zipped_package(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            return any(PurePosixPath(name).name in (DECLARATION, NAMASTE) for name in archive.namelist())
    except (OSError, ValueError, zipfile.BadZipFile):
        return False
