"""Files: read whole, written beside and renamed, so that nothing half written is ever left at a final path."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from toolkit.errors import EngineError, InputError, ToolkitError
from toolkit.model.finding import Finding

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def read_file(path: Path) -> bytes:
    """The bytes of a file; "-" is standard input. Raises InputError where it is missing, a folder or unreadable."""
    if str(path) == "-":
        if sys.stdin is None:
            raise InputError(Finding("-", 0, 0, "C004", {"reason": "standard input is closed"}))
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(Finding(str(path), 0, 0, "C002")) from None
    except IsADirectoryError:
        raise InputError(Finding(str(path), 0, 0, "C003", {"example": files_in(path)})) from None
    except OSError as error:
        raise InputError(Finding(str(path), 0, 0, "C004", {"reason": reason(error)})) from None


def files_in(folder: Path) -> str:
    """A pattern for the files of a folder, "letters/*.txt": those of which it holds most, no metadata or settings."""
    suffixes = Counter(path.suffix for path in folder.glob("*.*") if path.suffix not in (".toml", ".json"))
    return str(folder / f"*{next((suffix for suffix, _ in suffixes.most_common(1)), '')}")


def write_file(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, then rename; "-" is standard output. Folders that are missing are made.

    A file that stands there keeps its permissions; a link is followed; a device or a pipe is written into.
    Raises EngineError where the folder cannot be written or the disk is full; what stood at `path` then stands still.
    """
    if str(path) == "-":
        _to_standard_output(data)
        return
    try:
        place = Path(os.path.realpath(path))
        place.parent.mkdir(parents=True, exist_ok=True)
        before = place.stat().st_mode if place.exists() else None
        if before is None or stat.S_ISREG(before):
            _replace(place, data, before)
        else:
            place.write_bytes(data)
    except OSError as error:
        raise cannot_write(path, error) from None


def _to_standard_output(data: bytes) -> None:
    if sys.stdout is None:
        raise EngineError(Finding("-", 0, 0, "C005", {"reason": "standard output is closed"}))
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _replace(path: Path, data: bytes, before: int | None) -> None:
    """Put a new file in the place of the one whose mode is `before`; raises PermissionError where that is read-only."""
    if before is not None and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "the file that stands there is read-only")
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        beside.chmod(0o666 & ~_umask() if before is None else stat.S_IMODE(before))
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def cannot_write(path: Path, error: OSError) -> ToolkitError:
    """The exception for a file or folder that cannot be written."""
    if error.errno in FULL:
        return EngineError(Finding(str(path), 0, 0, "C006"))
    in_the_way = isinstance(error, FileExistsError | NotADirectoryError)
    said = "a file stands where a folder should be" if in_the_way else reason(error)
    return EngineError(Finding(str(path), 0, 0, "C005", {"reason": said}))


def identity(path: Path) -> tuple[object, ...]:
    """What tells a file from all others, through links and other spellings; a missing file is told by its path."""
    try:
        found = path.stat()
    except OSError:
        return (os.path.realpath(path),)
    return found.st_dev, found.st_ino


def address(reference: str) -> SplitResult:
    """A reference in its parts (RFC 3986); all of it is a path where it is no address, such as "http://[x"."""
    try:
        return urlsplit(reference)
    except ValueError:
        return SplitResult("unknown", "", reference, "", "")


def reason(error: OSError) -> str:
    """The system's words for an error, as a clause."""
    return (error.strerror or str(error)).lower()
