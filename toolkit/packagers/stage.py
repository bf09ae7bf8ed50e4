"""Storing: files written under a payload's root, digested as they are written, identified together at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from toolkit.packagers.fixity import Digests, copy, digest_bytes, digest_file
from toolkit.packagers.formats import identify
from toolkit.packagers.payload import PackedFile, in_order


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that was written: its path in the payload, its digests, the paths of what it was made from."""

    path: str
    digests: Digests
    sources: tuple[str, ...] = ()


def store_bytes(root: Path, path: str, data: bytes, sources: Sequence[str] = ()) -> Stored:
    """Write bytes to a path of the payload."""
    target = _place(root, path)
    target.write_bytes(data)
    return Stored(path, digest_bytes(data), tuple(sources))


def store_file(root: Path, path: str, source: Path, sources: Sequence[str] = ()) -> Stored:
    """Copy a file to a path of the payload, piece by piece."""
    with source.open("rb") as content, _place(root, path).open("wb") as target:
        return Stored(path, copy(content, target), tuple(sources))


def store_written(root: Path, path: str, write: Callable[[BinaryIO], None]) -> Stored:
    """Let a function write a path of the payload."""
    target = _place(root, path)
    with target.open("wb") as file:
        write(file)
    return Stored(path, digest_file(target))


def identified(root: Path, stored: Iterable[Stored]) -> tuple[PackedFile, ...]:
    """The stored files with their formats, in order of their paths."""
    files = list(stored)
    formats = identify([root / file.path for file in files])
    pairs = zip(files, formats, strict=True)
    return in_order(PackedFile(file.path, file.digests, form, file.sources) for file, form in pairs)


def _place(root: Path, path: str) -> Path:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    return target
