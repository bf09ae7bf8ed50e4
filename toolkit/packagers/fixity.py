"""Fixity: size and digests of a stream, read once and never held whole."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

CHUNK = 1 << 20
ALGORITHMS = ("sha256", "sha512")


class Readable(Protocol):
    """A stream of bytes, as open files and zip entries are."""

    def read(self, size: int = ..., /) -> bytes:
        """The next bytes, at most `size`; none at the end."""
        ...


@dataclass(frozen=True, slots=True)
class Digests:
    """What fixes a file's bytes. size: in bytes. sha256, sha512: in lower-case hexadecimal. crc32: as zip states it."""

    size: int
    sha256: str
    sha512: str
    crc32: int


def digest(stream: Readable) -> Digests:
    """The digests of what is left in the stream."""
    return _digest(chunks(stream))


def digest_file(path: Path) -> Digests:
    """The digests of a file."""
    with path.open("rb") as file:
        return digest(file)


def digest_bytes(data: bytes) -> Digests:
    """The digests of bytes that are in memory already."""
    return _digest(iter((data,)))


def copy(source: Readable, target: BinaryIO) -> Digests:
    """Copy a stream in pieces; the digests are of what was written."""

    def written() -> Iterator[bytes]:
        for piece in chunks(source):
            target.write(piece)
            yield piece

    return _digest(written())


def chunks(stream: Readable) -> Iterator[bytes]:
    """The stream in pieces of at most a mebibyte."""
    while piece := stream.read(CHUNK):
        yield piece


def _digest(pieces: Iterator[bytes]) -> Digests:
    sha256, sha512, crc, size = hashlib.sha256(), hashlib.sha512(), 0, 0
    for piece in pieces:
        sha256.update(piece)
        sha512.update(piece)
        crc = zlib.crc32(piece, crc)
        size += len(piece)
    return Digests(size, sha256.hexdigest(), sha512.hexdigest(), crc)
