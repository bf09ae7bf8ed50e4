"""The outer form of a package (a bag, an object with versions, a zip file of either) and its renaming into place."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from toolkit.errors import InputError
from toolkit.files import read_file
from toolkit.model.finding import Finding
from toolkit.packagers.assemble import add_tags, payload_of
from toolkit.packagers.fixity import Digests, digest_file
from toolkit.packagers.journal import Workshop, put_in_place
from toolkit.packagers.ocfl import (
    INVENTORY,
    NAMASTE,
    SIDECAR,
    Inventory,
    add_version,
    next_version,
    parse_inventory,
    sidecar,
    write_version,
)
from toolkit.packagers.payload import Package
from toolkit.packagers.zipping import ZipMember, write_zip


def prune(root: Path, package: Package) -> None:
    """Remove what a stopped run for other files left in the payload."""
    listed = {packed.path for packed in package.files}
    for path in root.rglob("*"):
        if path.is_file() and path.relative_to(root).as_posix() not in listed:
            path.unlink()


def finish(output: Path, work: Workshop, root: Path, package: Package) -> str:
    """Give the payload its outer form and rename it to its place; the version, where there are versions."""
    zipped = output.suffix.lower() == ".zip"
    if package.layout == "ocfl":
        before = None if zipped else _inventory(output)
        inventory = next_version(package, before)
        if inventory is None:
            return f"v{before.head}" if before else ""
        write_version(root, work.content, inventory)
        head = f"v{inventory.head}"
        if before is not None:
            add_version(work.content, output, inventory.head)
            return head
    else:
        head = ""
        shutil.rmtree(payload_of(work.content), ignore_errors=True)
        root.rename(payload_of(work.content))
        add_tags(work.content, package)
    if zipped:
        made = work.folder / "package.zip"
        _zip(work.content, made, output.stem, package)
        put_in_place(made, output)
    else:
        put_in_place(work.content, output)
    return head


def _inventory(path: Path) -> Inventory | None:
    """The inventory of the object that stands at the path; None where none does.

    Raises InputError where it is damaged (P101, P113): no version is built on that.
    """
    if not (path / NAMASTE).is_file():
        return None
    data = read_file(path / INVENTORY)
    try:
        found = parse_inventory(data)
        found.state(found.head)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise InputError(Finding(str(path / INVENTORY), 0, 0, "P113", {"why": str(error)})) from None
    if read_file(path / SIDECAR) != sidecar(data):
        why = f"its digest is not that of {SIDECAR}"
        raise InputError(Finding(str(path / INVENTORY), 0, 0, "P101", {"why": why}))
    return found


def _zip(content: Path, made: Path, top: str, package: Package) -> None:
    """Zip a folder; digests that are known are not computed again."""
    known: dict[str, Digests] = {f"data/{packed.path}": packed.digests for packed in package.files}
    names = sorted(path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file())
    with made.open("wb") as target, ExitStack() as opened:

        def members() -> Iterator[tuple[ZipMember, Any]]:
            for name in names:
                opened.close()
                digests = known.get(name) or digest_file(content / name)
                stream = opened.enter_context((content / name).open("rb"))
                yield ZipMember(f"{top}/{name}", digests), stream

        write_zip(target, package.when, members())
