"""BagIt 1.0 (RFC 8493): tag files about a payload in the folder data/."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from toolkit.packagers.fixity import ALGORITHMS, Digests, digest_bytes
from toolkit.packagers.payload import Package, PackedFile

DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
PAYLOAD = "data"
DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def tag_files(package: Package) -> Mapping[str, bytes]:
    """The bag's tag files by name. package.files: the whole payload, in order."""
    tags = {DECLARATION: DECLARED, INFO: _info(package)}
    for algorithm in ALGORITHMS:
        rows = ((f"{PAYLOAD}/{packed.path}", packed.digests) for packed in package.files)
        tags[f"manifest-{algorithm}.txt"] = manifest(rows, algorithm)
    digests = {name: digest_bytes(data) for name, data in sorted(tags.items())}
    for algorithm in ALGORITHMS:
        tags[f"tagmanifest-{algorithm}.txt"] = manifest(digests.items(), algorithm)
    return tags


def manifest(rows: Iterable[tuple[str, Digests]], algorithm: str) -> bytes:
    """A manifest: a line for each file, its digest, two spaces and its path."""
    return "".join(f"{getattr(digests, algorithm)}  {encoded(path)}\n" for path, digests in rows).encode()


def encoded(path: str) -> str:
    """A path as manifests write it (RFC 8493, 2.1.3)."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def decoded(path: str) -> str:
    """The path that a manifest means."""
    for code, char in (("%0D", "\r"), ("%0d", "\r"), ("%0A", "\n"), ("%0a", "\n"), ("%25", "%")):
        path = path.replace(code, char)
    return path


def oxum(files: Iterable[PackedFile]) -> str:
    """The payload's size in bytes and number of files, as Payload-Oxum states them."""
    sizes = [packed.digests.size for packed in files]
    return f"{sum(sizes)}.{len(sizes)}"


def _info(package: Package) -> bytes:
    said = package.description
    rows = (
        ("Source-Organization", said.publisher),
        ("Contact-Email", said.contact),
        ("External-Description", said.description or said.title),
        ("External-Identifier", said.doi or f"urn:uuid:{package.id}"),
        ("Bagging-Date", f"{package.when:%Y-%m-%d}"),
        ("Bag-Software-Agent", " ".join(package.software)),
        ("Payload-Oxum", oxum(package.files)),
    )
    return "".join(f"{label}: {' '.join(value.split())}\n" for label, value in rows if value).encode("utf-8", "replace")
