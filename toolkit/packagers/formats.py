"""Formats: PRONOM identifiers (https://www.nationalarchives.gov.uk/PRONOM) by siegfried's signatures, offline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pygfried

BATCH = 500
LARGE = 1 << 25  # bytes
YOUNG = frozenset({"application/toml"})  # media types that validators of METS do not know yet
MEDIA_TYPES = {
    ".xml": "application/xml",
    ".txt": "text/plain",
    ".html": "text/html",
    ".css": "text/css",
    ".csv": "text/csv",
    ".md": "text/markdown",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".epub": "application/epub+zip",
    ".rng": "application/xml",
    ".rnc": "application/relax-ng-compact-syntax",
    ".sch": "application/xml",
    ".xsd": "application/xml",
    ".odd": "application/tei+xml",
    ".xsl": "application/xslt+xml",
    ".ttl": "text/turtle",
    ".toml": "text/plain",
    ".meta": "application/xml",
    ".py": "text/plain",  # IANA knows no type of its own
    ".js": "text/javascript",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
}


@dataclass(frozen=True, slots=True)
class Format:
    """A file's format. puid: PRONOM's identifier, "" where no signature fits. media_type: of IANA's list."""

    puid: str
    name: str
    version: str
    media_type: str


def identify(paths: Sequence[Path]) -> tuple[Format, ...]:
    """The format of each file, in the same order."""
    found: list[Format] = []
    with TemporaryDirectory() as folder:
        for batch in _batches(paths):
            read = {path: _read_instead(path, Path(folder)) for path in batch}
            report = pygfried.identify_many([str(path) for path in read.values()])
            matches = {entry["filename"]: entry["matches"] for entry in report["files"]}
            found.extend(_format(path, matches.get(str(read[path]), ())) for path in batch)
    return tuple(found)


def _read_instead(path: Path, folder: Path) -> Path:
    """The file; for a large one, which siegfried would hold whole, its two ends: that is where signatures look."""
    size = path.stat().st_size
    if size <= LARGE:
        return path
    ends = folder / f"{len(list(folder.iterdir()))}{path.suffix}"
    with path.open("rb") as whole, ends.open("wb") as kept:
        kept.write(whole.read(LARGE // 2))
        whole.seek(size - LARGE // 2)
        kept.write(whole.read())
    return ends


def signature() -> str:
    """What identified: siegfried's version, for the record."""
    return f"siegfried {pygfried.version()}"


def _batches(paths: Sequence[Path]) -> Iterable[Sequence[Path]]:
    return (paths[start : start + BATCH] for start in range(0, len(paths), BATCH))


def _format(path: Path, matches: Iterable[Any]) -> Format:
    media_type = MEDIA_TYPES.get(path.suffix.lower(), "application/octet-stream")
    for match in matches:
        # A guess that the extension contradicts ("plain text" for a grammar) is worse than none.
        if match["id"] == "UNKNOWN" or "extension mismatch" in match["warning"]:
            continue
        known = match["mime"] if match["mime"] not in YOUNG else ""
        return Format(match["id"], match["format"], match["version"], known or media_type)
    return Format("", "", "", media_type)
