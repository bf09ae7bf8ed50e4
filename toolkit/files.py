"""Files: read whole, written beside and renamed, so that nothing half written is ever left at a final path."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from toolkit.errors import EngineError, InputError, ToolkitError
from toolkit.model.finding import Finding

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def read_file(path: Path) -> bytes:
    """The bytes of a file; "-" is standard input. Raises InputError where it is missing, a folder or unreadable."""
    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(Finding(str(path), 0, 0, "C002")) from None
    except IsADirectoryError:
        raise InputError(Finding(str(path), 0, 0, "C003", {"example": f"{path}/*"})) from None
    except OSError as error:
        raise InputError(Finding(str(path), 0, 0, "C004", {"reason": reason(error)})) from None


def write_file(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, then rename; "-" is standard output. Folders that are missing are made.

    Raises EngineError where the folder cannot be written or the disk is full; what stood at `path` then stands still.
    """
    if str(path) == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        raise cannot_write(path, error) from None


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", dir=path.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        beside.chmod(0o666 & ~_umask())
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


def address(reference: str) -> SplitResult:
    """A reference in its parts (RFC 3986); all of it is a path where it is no address, such as "http://[x"."""
    try:
        return urlsplit(reference)
    except ValueError:
        return SplitResult("unknown", "", reference, "", "")


def reason(error: OSError) -> str:
    """The system's words for an error, as a clause."""
    return (error.strerror or str(error)).lower()
