"""tei package --check: is every byte as it was, is nothing missing, do the documents agree, is no character lost?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from toolkit.errors import ToolkitError
from toolkit.model.finding import Finding
from toolkit.packagers.agreement import UNREADABLE, check_agreement
from toolkit.packagers.container import open_container
from toolkit.packagers.fixitycheck import View, check_fixity
from toolkit.packagers.header import read_header

LISTED = ("P102", "P103")
Prove = Callable[[bytes, str, bytes, str], Iterable[Finding]]


@dataclass(frozen=True)
class Checked:
    """What a check found. files, size: of the payload. proved: TEI files that were held against an enclosed source."""

    findings: tuple[Finding, ...]
    files: int
    size: int
    proved: int


def check(path: Path, prove: Prove) -> Checked:
    """Check a package: a folder or a zip file. Raises InputError where there is none.

    prove: holds the bytes of a TEI file (with its path) against those of its source (with its path).
    """
    container = open_container(path)
    view, findings = check_fixity(container)
    sources: Mapping[str, tuple[str, ...]] = {}
    if view.at:
        disagreements, sources = check_agreement(view)
        findings = (*findings, *disagreements)
    proofs = list(_prove_all(view, sources, prove))
    findings = (*findings, *(finding for _, found in proofs for finding in found))
    damaged = {finding.path for finding in findings if finding.code == "P101"}
    findings = tuple(one for one in findings if one.code != "P108" or one.path not in damaged)  # P101 says why
    size = sum(digests.size for digests in view.digests.values())
    once = {(finding, tuple(sorted(finding.values.items()))): finding for finding in sorted(findings)}
    return Checked(tuple(sorted(_joined(once.values()))), len(view.at), size, len(proofs))


def _joined(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those of one file that is missing from or unknown to several lists told as one."""
    lists: dict[Finding, list[str]] = {}
    for finding in findings:
        lists.setdefault(finding, []).append(finding.values.get("manifest", ""))
        if finding.code not in LISTED:
            yield finding
    for finding, named in lists.items():
        if finding.code in LISTED:
            yield replace(finding, values={"manifest": ", ".join(named)})


def _prove_all(
    view: View, sources: Mapping[str, tuple[str, ...]], prove: Prove
) -> Iterator[tuple[str, tuple[Finding, ...]]]:
    """Each TEI file that states the digest of its source, held against that source."""
    for path, origins in sorted(sources.items()):
        present = [origin for origin in origins if origin in view.at]
        if path not in view.at or not present or not path.startswith("representations/tei/"):
            continue
        try:
            tei = _read(view, path)
            header = read_header(tei)
        except UNREADABLE:
            continue  # the agreement check has told it
        if header is None or not header.source_digests:
            continue
        place, origin = view.place(path), view.place(present[0])
        if view.digests[present[0]].sha256 not in header.source_digests:
            yield path, (Finding(place, 0, 0, "P009", {"source": origin}),)
            continue
        try:
            yield path, tuple(prove(tei, place, _read(view, present[0]), origin))
        except ToolkitError as error:
            yield path, (error.finding,)


def _read(view: View, path: str) -> bytes:
    with view.open(path) as stream:
        return stream.read()
