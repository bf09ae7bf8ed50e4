"""From stored files to a whole package: documentation, metadata, lists, each from what stands before it.

The order is that of what lists what: PREMIS lists the content; the RO-Crate lists content and metadata; METS lists all,
the crate included; the bag's manifests list the payload, METS included.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import BinaryIO

from toolkit.packagers import documentation as papers
from toolkit.packagers.bag import PAYLOAD, tag_files
from toolkit.packagers.datacite import write_datacite, write_dublin_core
from toolkit.packagers.forarchives import Writer, records
from toolkit.packagers.mets import representation_mets, write_representation_mets, write_root_mets
from toolkit.packagers.payload import CRATE, DATACITE, DUBLIN_CORE, METS, PREMIS, Package, PackedFile, in_order
from toolkit.packagers.premis import write_premis
from toolkit.packagers.rocrate import write_crate
from toolkit.packagers.stage import Stored, identified, store_bytes, store_written

SCRIPTS = {papers.VALIDATE: "validate.py", papers.RENDER: "render.py"}


def add_papers(root: Path, package: Package, means: papers.Means, reports: Mapping[str, str]) -> tuple[Stored, ...]:
    """Write what people read; package.files: the content so far. reports: path in the payload -> text."""
    texts = {
        papers.README: papers.readme(package),
        papers.HOWTO: papers.howto(package, means),
        papers.LICENCE: papers.licence_text(package),
        **reports,
        **{path: (files("toolkit.packagers.scripts") / name).read_text("utf-8") for path, name in SCRIPTS.items()},
    }
    return tuple(store_bytes(root, path, text.encode("utf-8", "replace")) for path, text in sorted(texts.items()))


def add_metadata(root: Path, package: Package) -> Package:
    """Write all metadata about the content, which is package.files, and return the package with them as files."""
    written: dict[str, Writer] = {
        PREMIS: write_premis,
        DATACITE: write_datacite,
        DUBLIN_CORE: write_dublin_core,
        **records(package),
    }
    package = _with(root, package, written)
    for name in package.representations:
        lists = {representation_mets(name): partial(_representation, name)}
        package = _with(root, package, lists)
    package = _with(root, package, {CRATE: write_crate})
    return _with(root, package, {METS: write_root_mets})


def add_tags(bag: Path, package: Package) -> tuple[str, ...]:
    """Write the tag files of a bag whose payload is package.files; their names, sorted."""
    tags = tag_files(package)
    for name, data in tags.items():
        (bag / name).write_bytes(data)
    return tuple(sorted(tags))


def payload_of(bag: Path) -> Path:
    """The payload's folder in a bag."""
    return bag / PAYLOAD


def _representation(name: str, package: Package, target: BinaryIO) -> None:
    write_representation_mets(package, name, target)


def _with(root: Path, package: Package, written: Mapping[str, Writer]) -> Package:
    """The package with the files that functions write about it as it is now."""
    stored = [store_written(root, path, partial(_write, write, package)) for path, write in written.items()]
    added: tuple[PackedFile, ...] = identified(root, stored)
    return replace(package, files=in_order((*package.files, *added)))


def _write(write: Writer, package: Package, target: BinaryIO) -> None:
    write(package, target)
