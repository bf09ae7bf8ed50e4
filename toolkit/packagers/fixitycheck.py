"""Is every byte as it was? Bags and OCFL objects against their manifests; zip files against how they were written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from toolkit.errors import InputError
from toolkit.model.finding import Finding
from toolkit.packagers.bag import DECLARATION, DECLARED, INFO, PAYLOAD, decoded, manifest
from toolkit.packagers.container import DAMAGE, Container, Zip
from toolkit.packagers.fixity import ALGORITHMS, Digests, Readable, digest
from toolkit.packagers.ocfl import INVENTORY, NAMASTE, SIDECAR, parse_inventory, sidecar
from toolkit.packagers.zipping import ZipMember, write_zip

OURS = b"Bag-Software-Agent: tei-toolkit "


@dataclass(frozen=True)
class View:
    """The payload of a package. at: path in the payload -> name in the container. digests: by the same path."""

    container: Container
    at: Mapping[str, str]
    digests: Mapping[str, Digests]
    layout: str

    def open(self, path: str) -> AbstractContextManager[IO[bytes]]:
        """The bytes of a file of the payload."""
        return self.container.open(self.at[path])

    def place(self, path: str) -> str:
        """How a finding names a file of the payload, be it there or missing."""
        missing = f"{PAYLOAD}/{path}" if self.layout == "bag" else path
        return f"{self.container.path}/{self.at.get(path, missing)}"


def check_fixity(container: Container) -> tuple[View, tuple[Finding, ...]]:
    """Hash every file and hold it against the manifests. Raises InputError where this is no package."""
    names = set(container.names)
    if DECLARATION not in names and INFO not in names and NAMASTE not in names and INVENTORY not in names:
        raise InputError(Finding(str(container.path), 0, 0, "P105"))
    findings = list(container.unsafe)
    digests: dict[str, Digests] = {}
    for name in container.names:
        try:
            with container.open(name) as stream:
                digests[name] = digest(stream)
        except DAMAGE as error:
            findings.append(_finding(container, name, "P101", why=f"it cannot be read: {str(error).lower()}"))
    if NAMASTE in names or (INVENTORY in names and DECLARATION not in names):
        view, found = _check_object(container, digests)
    else:
        view, found = _check_bag(container, digests)
    findings.extend(found)
    if isinstance(container, Zip):
        findings.extend(_check_zip(container, digests))
    return view, tuple(findings)


def _finding(container: Container, name: str, code: str, **values: str) -> Finding:
    return Finding(f"{container.path}/{name}", 0, 0, code, values)


def _check_bag(container: Container, digests: Mapping[str, Digests]) -> tuple[View, list[Finding]]:
    findings: list[Finding] = []
    if DECLARATION in digests and _read(container, DECLARATION) != DECLARED:
        findings.append(_finding(container, DECLARATION, "P104", why="it does not declare a BagIt 1.0 bag in UTF-8"))
    listed = {name: name for name in digests if not name.startswith(f"{PAYLOAD}/")}
    payload = {name: name for name in digests if name.startswith(f"{PAYLOAD}/")}
    tags = {name for name in listed if not name.startswith("tagmanifest-")}
    findings.extend(_against(container, "manifest", payload, digests))
    whole = not findings  # else the count is off for a reason that is told already
    findings.extend(_against(container, "tagmanifest", tags, digests))
    if INFO in digests and whole:
        findings.extend(_check_info(container, digests))
    at = {name.removeprefix(f"{PAYLOAD}/"): name for name in payload}
    return View(container, at, {path: digests[name] for path, name in at.items()}, "bag"), findings


def _against(container: Container, kind: str, files: Iterable[str], digests: Mapping[str, Digests]) -> list[Finding]:
    """Hold files against the manifests of a kind, one for each algorithm.

    A file that fits no manifest is damaged; where the manifests contradict each other, the manifest is.
    """
    findings: list[Finding] = []
    said: dict[str, dict[str, str]] = {}
    for algorithm in ALGORITHMS:
        name = f"{kind}-{algorithm}.txt"
        if name not in digests:
            findings.append(_finding(container, name, "P102", manifest="the bag"))
            continue
        data = _read(container, name)
        said[name] = dict(_lines(data))
        expected = manifest(((path, digests[path]) for path in sorted(files)), algorithm)
        if data != expected and _says_the_same(said[name], expected):
            findings.append(_finding(container, name, "P104", why="its letters or line ends were changed"))
    paths = sorted({path for rows in said.values() for path in rows} | set(files))
    for path in paths:
        findings.extend(_judged(container, path, said, digests))
    return findings


def _judged(
    container: Container, path: str, said: Mapping[str, Mapping[str, str]], digests: Mapping[str, Digests]
) -> Iterator[Finding]:
    """What is to be said of one path that the manifests or the bag name."""
    silent = [name for name, rows in said.items() if path not in rows]
    if path not in digests:
        if len(silent) == 0 or len(said) == 1:
            yield _finding(container, path, "P102", manifest=", ".join(said))
        for name in said.keys() - set(silent) if silent else ():
            yield _finding(container, name, "P104", why=f"it names {path}, which no other manifest knows")
        return
    if silent:
        if len(silent) == len(said):
            yield _finding(container, path, "P103", manifest=", ".join(said))
        else:
            for name in silent:
                yield _finding(container, name, "P104", why=f"it does not name {path}")
    wrong = [
        name
        for name, rows in said.items()
        if path in rows and rows[path].casefold() != getattr(digests[path], name.rpartition("-")[2][: -len(".txt")])
    ]
    if wrong and len(wrong) == len(said):
        yield _finding(container, path, "P101", why=f"its digests are not those of {' and '.join(wrong)}")
    else:
        for name in wrong:
            yield _finding(container, name, "P104", why=f"its digest of {path} contradicts the other manifest")


def _lines(data: bytes) -> Iterator[tuple[str, str]]:
    """Path and digest of each line of a manifest; a line that is none has no path of the bag."""
    for line in data.decode("utf-8", "replace").splitlines():
        value, _, path = line.partition(" ")
        yield decoded(path.lstrip(" *")), value


def _says_the_same(rows: Mapping[str, str], expected: bytes) -> bool:
    return {path: value.casefold() for path, value in rows.items()} == dict(_lines(expected))


def _check_info(container: Container, digests: Mapping[str, Digests]) -> Iterator[Finding]:
    sizes = [found.size for name, found in digests.items() if name.startswith(f"{PAYLOAD}/")]
    for line in _read(container, INFO).decode("utf-8", "replace").splitlines():
        label, _, value = line.partition(": ")
        if label == "Payload-Oxum" and value.strip() != f"{sum(sizes)}.{len(sizes)}":
            why = f"it counts {value.strip()} (bytes.files); the payload has {sum(sizes)}.{len(sizes)}"
            yield _finding(container, INFO, "P104", why=why)


def _check_object(container: Container, digests: Mapping[str, Digests]) -> tuple[View, list[Finding]]:
    """An OCFL object: its inventory against the sidecar, every file against the inventory."""
    findings: list[Finding] = []
    for name in (NAMASTE, INVENTORY, SIDECAR):
        if name not in digests:
            findings.append(_finding(container, name, "P102", manifest="the object"))
    if INVENTORY not in digests:
        return View(container, {}, {}, "ocfl"), findings
    data = _read(container, INVENTORY)
    if SIDECAR in digests and _read(container, SIDECAR) != sidecar(data):
        findings.append(_finding(container, INVENTORY, "P101", why=f"its digest is not that of {SIDECAR}"))
    try:
        inventory = parse_inventory(data)
        state = inventory.state(inventory.head)
        at = {path: inventory.manifest[value] for path, value in state.items() if inventory.manifest[value] in digests}
    except (*DAMAGE, KeyError, TypeError, AttributeError) as error:
        findings.append(_finding(container, INVENTORY, "P113", why=str(error)))
        return View(container, {}, {}, "ocfl"), findings
    listed = {path: value for value, path in inventory.manifest.items()}
    for path, value in listed.items():
        if path not in digests:
            findings.append(_finding(container, path, "P102", manifest=INVENTORY))
        elif digests[path].sha512 != value:
            findings.append(_finding(container, path, "P101", why=f"its digest is not that of {INVENTORY}"))
    known = {NAMASTE, INVENTORY, SIDECAR, *listed}
    for number in range(1, inventory.head + 1):
        findings.extend(_check_version(container, digests, f"v{number}", number == inventory.head, data))
        known |= {f"v{number}/{INVENTORY}", f"v{number}/{SIDECAR}"}
    findings.extend(_finding(container, name, "P103", manifest=INVENTORY) for name in sorted(digests.keys() - known))
    if NAMASTE in digests and _read(container, NAMASTE) != b"ocfl_object_1.1\n":
        findings.append(_finding(container, NAMASTE, "P101", why="it does not say ocfl_object_1.1"))
    return View(container, at, {path: digests[name] for path, name in at.items()}, "ocfl"), findings


def _check_version(
    container: Container, digests: Mapping[str, Digests], folder: str, is_head: bool, inventory: bytes
) -> Iterator[Finding]:
    """A version's own inventory: fixed by its sidecar; the newest is the object's, byte for byte."""
    name, fixed = f"{folder}/{INVENTORY}", f"{folder}/{SIDECAR}"
    if name not in digests or fixed not in digests:
        yield _finding(container, name if name not in digests else fixed, "P102", manifest="the object")
        return
    data = _read(container, name)
    if is_head and data != inventory:
        yield _finding(container, name, "P101", why=f"it differs from the object's {INVENTORY}")
    elif _read(container, fixed) != sidecar(data):
        yield _finding(container, name, "P101", why=f"its digest is not that of {SIDECAR}")


class _Compared:
    """A stream that compares what is written to it with a file, and remembers where they part."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.offset = 0
        self.parted = -1

    def write(self, data: bytes, /) -> None:
        """Compare the next bytes."""
        if self.parted < 0 and self.file.read(len(data)) != data:
            self.parted = self.offset
        self.offset += len(data)


def _check_zip(container: Zip, digests: Mapping[str, Digests]) -> Iterator[Finding]:
    """Write the zip file again, and compare: names, dates, sizes and index, none of which a manifest covers.

    Zip files of other programs, and those whose entries were refused already, are passed over.
    """
    if container.unsafe or not _is_ours(container) or any(name not in digests for name in container.names):
        return
    names = [name.removeprefix(container.top) for name in container.order]
    members = ((ZipMember(container.top + name, digests[name]), _Content(container, name)) for name in names)
    with Path(container.path).open("rb") as file:
        compared = _Compared(file)
        try:
            write_zip(compared, datetime(*container.date_time, tzinfo=UTC), members)
        except (*DAMAGE, KeyError) as error:
            yield Finding(str(container.path), 0, 0, "P110", {"where": "a file in it", "why": str(error)})
            return
        if compared.parted >= 0 or file.read(1):
            place = f"byte {compared.parted if compared.parted >= 0 else compared.offset} or just after it"
            yield Finding(str(container.path), 0, 0, "P110", {"where": place, "why": "it is not as it was written"})


class _Content:
    """A file of a zip, opened when it is read first."""

    def __init__(self, container: Zip, name: str) -> None:
        self._container, self._name = container, name
        self._stream: Readable | None = None

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        if self._stream is None:
            self._stream = self._container.open(self._name).__enter__()
        return self._stream.read(size)


def _is_ours(container: Zip) -> bool:
    if INFO in container.names:
        return OURS in _read(container, INFO)
    return INVENTORY in container.names and b"Packed by tei-toolkit" in _read(container, INVENTORY)


def _read(container: Container, name: str) -> bytes:
    try:
        with container.open(name) as stream:
            return stream.read()
    except DAMAGE:
        return b""
