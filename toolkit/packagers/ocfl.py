"""OCFL 1.1: a package as an object with versions; what does not change between versions is stored once.

https://ocfl.io/1.1/spec/
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.packagers.dates import iso
from toolkit.packagers.payload import Package

NAMASTE = "0=ocfl_object_1.1"
NAMASTE_TEXT = b"ocfl_object_1.1\n"
INVENTORY = "inventory.json"
SIDECAR = "inventory.json.sha512"
TYPE = "https://ocfl.io/1.1/spec/#inventory"


@dataclass(frozen=True, slots=True)
class Inventory:
    """An object's inventory. manifest: SHA-512 -> the path in the object. versions: as the inventory has them."""

    id: str
    head: int
    manifest: Mapping[str, str]
    versions: Mapping[str, Any]
    fixity: Mapping[str, Sequence[str]]

    def state(self, version: int) -> Mapping[str, str]:
        """The files of a version: path -> SHA-512."""
        state = self.versions[f"v{version}"]["state"]
        return {path: digest for digest, paths in state.items() for path in paths}


def parse_inventory(data: bytes) -> Inventory:
    """Read an inventory. Raises ValueError, KeyError or TypeError where it is none."""
    found = json.loads(data)
    return Inventory(
        found["id"],
        int(found["head"].removeprefix("v")),
        {digest: paths[0] for digest, paths in found["manifest"].items()},
        found["versions"],
        found.get("fixity", {}).get("sha256", {}),
    )


def next_version(package: Package, before: Inventory | None) -> Inventory | None:
    """The inventory with the package as its newest version; None where the newest version is the same already."""
    state: dict[str, list[str]] = {}
    for packed in package.files:
        state.setdefault(packed.digests.sha512, []).append(packed.path)
    if before and before.state(before.head) == {path: digest for digest, paths in state.items() for path in paths}:
        return None
    number = before.head + 1 if before else 1
    manifest = dict(before.manifest) if before else {}
    fixity = {digest: list(paths) for digest, paths in before.fixity.items()} if before else {}
    for packed in package.files:
        if packed.digests.sha512 not in manifest:
            path = f"v{number}/content/{packed.path}"
            manifest[packed.digests.sha512] = path
            fixity.setdefault(packed.digests.sha256, []).append(path)
    name, version = package.software
    entry = {
        "created": iso(package.when),
        "message": f"Packed by {name} {version}",
        "state": state,
        "user": {"name": package.description.publisher or name, "address": _address(package)},
    }
    versions = {**(before.versions if before else {}), f"v{number}": entry}
    return Inventory(before.id if before else f"urn:uuid:{package.id}", number, manifest, versions, fixity)


def write_version(payload: Path, content: Path, inventory: Inventory) -> None:
    """Move what is new from the payload into the version's folder under `content`, and write the inventories.

    Files that an older version holds already are left where they are in the payload.
    """
    prefix = f"v{inventory.head}/content/"
    for path in inventory.manifest.values():
        if path.startswith(prefix):
            target = content / path
            target.parent.mkdir(parents=True, exist_ok=True)
            (payload / path.removeprefix(prefix)).rename(target)
    (content / f"v{inventory.head}").mkdir(parents=True, exist_ok=True)
    data = serialised(inventory)
    for folder in (content / f"v{inventory.head}", content):
        (folder / INVENTORY).write_bytes(data)
        (folder / SIDECAR).write_bytes(sidecar(data))
    (content / NAMASTE).write_bytes(NAMASTE_TEXT)


def add_version(content: Path, made: Path, version: int) -> None:
    """Put a new version into an object: its folder first, the inventory last, so that no reader sees half of it."""
    folder = made / f"v{version}"
    if folder.exists():  # left by a run that was stopped between the two steps; the inventory does not know it
        shutil.rmtree(folder)
    (content / f"v{version}").rename(folder)
    for name in (INVENTORY, SIDECAR):
        (content / name).replace(made / name)


def serialised(inventory: Inventory) -> bytes:
    """The inventory as JSON."""
    document = {
        "id": inventory.id,
        "type": TYPE,
        "digestAlgorithm": "sha512",
        "head": f"v{inventory.head}",
        "manifest": {digest: [path] for digest, path in inventory.manifest.items()},
        "fixity": {"sha256": inventory.fixity},
        "versions": inventory.versions,
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def sidecar(inventory: bytes) -> bytes:
    """The file that fixes an inventory."""
    return f"{hashlib.sha512(inventory).hexdigest()} {INVENTORY}\n".encode()


def _address(package: Package) -> str:
    contact = package.description.contact
    return f"mailto:{contact}" if contact else f"urn:uuid:{package.id}"
