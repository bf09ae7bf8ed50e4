"""A zip file whose bytes depend on names, contents and one date alone (APPNOTE 6.3.10): stored, not compressed.

Compressed bytes differ between versions of the compressor, and an archive that is not compressed can be read in part
when a part of it is lost. Sizes and checksums stand before each file, so that readers of streams need no index.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from toolkit.packagers.fixity import Digests, Readable, chunks

VERSION = 45  # 4.5 knows files beyond 4 GiB
UNIX = 3
MODE = 0o100644 << 16
UTF8 = 0x800
LIMIT = 0xFFFFFFFF
MANY = 0xFFFF


class Writable(Protocol):
    """A stream that takes bytes."""

    def write(self, data: bytes, /) -> object:
        """Take the bytes."""
        ...


@dataclass(frozen=True, slots=True)
class ZipMember:
    """A file of the zip: its name with "/", its digests."""

    name: str
    digests: Digests


class ZipWriter:
    """Writes members one after the other, then the index; needs no seeking."""

    def __init__(self, target: Writable, when: datetime) -> None:
        self._target = target
        self._offset = 0
        self._index: list[bytes] = []
        year = min(max(when.year, 1980), 2107)
        self._date = (year - 1980) << 9 | when.month << 5 | when.day
        self._time = when.hour << 11 | when.minute << 5 | when.second // 2

    def add(self, member: ZipMember, content: Readable) -> None:
        """Write one file; raises ValueError where its content is not what the digests say."""
        start = self._offset
        size = member.digests.size
        self._write(self._local(member))
        written = 0
        for piece in chunks(content):
            self._write(piece)
            written += len(piece)
        if written != size:
            raise ValueError(f"{member.name} has {written} bytes, not {size}")
        self._index.append(self._central(member, start))

    def finish(self) -> None:
        """Write the index and the end."""
        start = self._offset
        for entry in self._index:
            self._write(entry)
        size, count = self._offset - start, len(self._index)
        if count >= MANY or start >= LIMIT or size >= LIMIT:
            end = self._offset
            self._write(struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, VERSION, VERSION, 0, 0, count, count, size, start))
            self._write(struct.pack("<IIQI", 0x07064B50, 0, end, 1))
        counted = min(count, MANY)
        self._write(
            struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, counted, counted, min(size, LIMIT), min(start, LIMIT), 0)
        )

    def _write(self, data: bytes) -> None:
        self._target.write(data)
        self._offset += len(data)

    def _common(self, member: ZipMember, extra: bytes, big: bool) -> bytes:
        size = LIMIT if big else member.digests.size
        name = member.name.encode()
        flags = 0 if member.name.isascii() else UTF8
        return struct.pack(
            "<HHHHHIIIHH",
            VERSION if big else 20,
            flags,
            0,
            self._time,
            self._date,
            member.digests.crc32,
            size,
            size,
            len(name),
            len(extra),
        )

    def _local(self, member: ZipMember) -> bytes:
        size = member.digests.size
        big = size >= LIMIT
        extra = struct.pack("<HHQQ", 1, 16, size, size) if big else b""
        return struct.pack("<I", 0x04034B50) + self._common(member, extra, big) + member.name.encode() + extra

    def _central(self, member: ZipMember, start: int) -> bytes:
        size = member.digests.size
        big = size >= LIMIT
        longs = [size, size] if big else []
        longs += [start] if start >= LIMIT else []
        extra = struct.pack(f"<HH{len(longs)}Q", 1, 8 * len(longs), *longs) if longs else b""
        head = struct.pack("<IH", 0x02014B50, UNIX << 8 | VERSION)
        tail = struct.pack("<HHHII", 0, 0, 0, MODE, min(start, LIMIT))
        return head + self._common(member, extra, big) + tail + member.name.encode() + extra


def write_zip(target: Writable, when: datetime, members: Iterable[tuple[ZipMember, Readable]]) -> None:
    """Write a whole zip file."""
    writer = ZipWriter(target, when)
    for member, content in members:
        writer.add(member, content)
    writer.finish()
