"""Packages as they lie: a folder or a zip file, read without extracting and without trusting their names.

Nothing of a package is written anywhere, so that a hostile name can lead nowhere; it is named all the same, since the
next program that opens the package may extract it.
"""

from __future__ import annotations

import lzma
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, Protocol

from toolkit.errors import InputError
from toolkit.files import reason
from toolkit.model.finding import Finding

MOST_FILES = 2_000_000
MOST_RATIO = 200  # deflate on XML reaches some 20; a bomb, 1000
SMALL = 10_000_000  # bytes that are harmless however well they compress


# What reading a damaged file or zip file may raise, with any method of compression that a flipped bit may name.
DAMAGE = (
    *(OSError, EOFError, ValueError, IndexError, NotImplementedError, RuntimeError),
    *(struct.error, zipfile.BadZipFile, zlib.error, lzma.LZMAError),
)


class Container(Protocol):
    """A package. names: its files, sorted, with "/"; unsafe: findings about entries that no program should extract."""

    @property
    def path(self) -> Path:
        """Where it lies."""
        ...

    @property
    def names(self) -> tuple[str, ...]:
        """Its files, from the package's own root."""
        ...

    @property
    def unsafe(self) -> tuple[Finding, ...]:
        """What was refused."""
        ...

    def open(self, name: str) -> AbstractContextManager[IO[bytes]]:
        """The bytes of one of its files."""
        ...


class Folder:
    """A package in a folder. Links are refused: what they point to is not part of the package."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.unsafe: tuple[Finding, ...] = ()
        refused: list[Finding] = []
        names: list[str] = []
        for found in _walk(path):
            name = found.relative_to(path).as_posix()
            kind = found.lstat().st_mode
            if stat.S_ISREG(kind):
                names.append(name)
            else:
                what = "a symbolic link" if stat.S_ISLNK(kind) else "a device, socket or pipe"
                refused.append(Finding(f"{path}/{name}", 0, 0, "P106", {"why": f"it is {what}"}))
        self.names = tuple(sorted(names))
        self.unsafe = tuple(refused)

    def open(self, name: str) -> AbstractContextManager[IO[bytes]]:
        """The bytes of one of its files."""
        return (self.path / name).open("rb")


class Zip:
    """A package in a zip file, with or without one folder around it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except DAMAGE as error:
            why = reason(error) if isinstance(error, OSError) else str(error).lower()
            raise InputError(Finding(str(path), 0, 0, "P110", {"where": "its index", "why": why})) from None
        self._refuse_bomb()
        refused: list[Finding] = []
        members: dict[str, zipfile.ZipInfo] = {}
        for info in self._zip.infolist():
            why = _refused(info, members)
            if why:
                refused.append(Finding(f"{path}/{info.orig_filename}", 0, 0, "P106", {"why": why}))
            elif not info.is_dir():
                members[info.filename] = info
        self.unsafe = tuple(refused)
        tops = {name.split("/")[0] for name in members if "/" in name}
        self.top = f"{tops.pop()}/" if len(tops) == 1 and all("/" in name for name in members) else ""
        self._members = {name.removeprefix(self.top): info for name, info in members.items()}
        self.names = tuple(sorted(self._members))
        self.order = tuple(info.filename for info in self._zip.infolist())
        first = next(iter(members.values()), None)
        self.date_time = first.date_time if first else (1980, 1, 1, 0, 0, 0)

    def open(self, name: str) -> AbstractContextManager[IO[bytes]]:
        """The bytes of one of its files; never more than its index states."""
        return self._zip.open(self._members[name])

    def _refuse_bomb(self) -> None:
        """Raise InputError where the whole would grow beyond all measure, as overlapping entries make it (P107)."""
        entries = self._zip.infolist()
        size = self.path.stat().st_size
        grown = sum(entry.file_size for entry in entries)
        if len(entries) > MOST_FILES:
            raise InputError(Finding(str(self.path), 0, 0, "P107", {"why": f"it holds {len(entries)} files"}))
        if grown > 10 * SMALL and grown > MOST_RATIO * size:
            why = f"it grows from {size} to {grown} bytes"
            raise InputError(Finding(str(self.path), 0, 0, "P107", {"why": why}))


def open_container(path: Path) -> Folder | Zip:
    """The package at a path. Raises InputError where nothing is there (C002), a file of another kind, a broken zip."""
    if path.is_dir():
        return Folder(path)
    if not path.exists():
        raise InputError(Finding(str(path), 0, 0, "C002"))
    if path.suffix.lower() != ".zip" and not zipfile.is_zipfile(path):
        raise InputError(Finding(str(path), 0, 0, "P105"))
    return Zip(path)


def _walk(folder: Path) -> Iterator[Path]:
    """Every entry under a folder that is not a folder itself; links are entries and are not followed."""
    for root, folders, files in os.walk(folder, followlinks=False):
        here = Path(root)
        yield from (here / name for name in files)
        yield from (here / name for name in folders if (here / name).is_symlink())


def _refused(info: zipfile.ZipInfo, members: dict[str, zipfile.ZipInfo]) -> str:
    """Why a zip's member may not be extracted, as a clause, or ""."""
    name = info.orig_filename
    mode = info.external_attr >> 16
    if name.startswith(("/", "\\")) or (len(name) > 1 and name[1] == ":"):
        return "its path is absolute"
    if ".." in name.replace("\\", "/").split("/"):
        return "its path leads out of the package"
    if "\\" in name or "\0" in name:
        return "its path holds a backslash or a null character"
    if mode and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode) and stat.S_IFMT(mode):
        return "it is a symbolic link or a device"
    if info.flag_bits & 0x1:
        return "it is encrypted"
    if info.filename in members:
        return "another file of the package has the same name"
    if info.file_size > SMALL and info.file_size > MOST_RATIO * max(info.compress_size, 1):
        return f"it grows from {info.compress_size} to {info.file_size} bytes"
    return ""
