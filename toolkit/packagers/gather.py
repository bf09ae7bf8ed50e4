"""Gathering: which files go into a package, under which names, and what speaks against it before any work is done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from lxml import etree

from toolkit.errors import InputError
from toolkit.files import read_file
from toolkit.model.finding import Finding
from toolkit.packagers.bag import DECLARATION
from toolkit.packagers.fixity import digest_file
from toolkit.packagers.header import Header, path_of, read_header
from toolkit.packagers.names import check_names
from toolkit.packagers.ocfl import NAMASTE
from toolkit.packagers.payload import SCHEMAS, SOURCE, TEI, data_path
from toolkit.packagers.work import Task

MARKS = (DECLARATION, NAMASTE)
SOURCE_SUFFIXES = (".txt", ".md", ".docx", ".odt", ".html", ".htm", ".epub")


@dataclass(frozen=True, slots=True)
class Gathered:
    """What goes into a package. tasks and headers: one a TEI file, in the same order.

    extras: path in the payload -> the file that goes there (sources, authority files, figures).
    """

    tasks: tuple[Task, ...]
    headers: tuple[Header, ...]
    extras: dict[str, Path] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def gather(paths: Sequence[Path], sources: Sequence[Path], authority: Sequence[Path], apart: Path) -> Gathered:
    """Find the TEI files at the paths, and for each its source and figures.

    sources: files, or folders in and below which sources are looked for, besides those of the TEI files themselves.
    apart: the package to be made, which may lie in one of the folders and is not packed itself.
    Raises InputError where a path is missing, is no TEI file, or nothing is found.
    """
    for path in sources:
        if not path.exists():
            raise InputError(Finding(str(path), 0, 0, "C002"))
    below = _by_name(path for path in sources if path.is_dir())
    named = [path for path in sources if path.is_file()]
    findings: list[Finding] = []
    tasks: list[Task] = []
    headers: list[Header] = []
    extras: dict[str, Path] = {}
    origins: dict[str, Path] = {}
    for origin, name in _tei_files(paths, apart.absolute()):
        header = _header(origin, findings, named=origin in paths)
        if header is None:
            continue
        stem = str(PurePosixPath(name).with_suffix(""))  # renderings differ from the TEI file in the suffix alone
        if stem in origins:
            findings.append(Finding(str(origin), 0, 0, "P005", {"other": str(origins[stem]), "name": name}))
            continue
        origins[stem] = origin
        task, faults = _with_source(origin, name, _find_source(origin, header, named, below), header, extras)
        findings.extend(faults)
        findings.extend(_figures(origin, name, header, extras))
        findings.extend(_rights(origin, header))
        extras.update(_schemas(origin, header))
        tasks.append(task)
        headers.append(header)
    if not tasks:
        raise InputError(Finding(str(paths[0]) if paths else "tei", 0, 0, "C001", {"wanted": "TEI files (.xml)"}))
    for path in authority:
        extras[data_path(SOURCE, f"authority/{path.name}")] = _existing(path)
    findings.extend(check_names([*(task.path for task in tasks), *sorted(extras)]))
    return Gathered(tuple(tasks), tuple(headers), extras, tuple(findings))


def _tei_files(paths: Sequence[Path], apart: Path) -> Iterator[tuple[Path, str]]:
    """Each file and its name in the package: below a folder that was named, its path from there.

    Packages that lie in the folder are not packed again.
    """
    for path in paths:
        if path.is_dir():
            packages = (apart, *(mark.parent.absolute() for name in MARKS for mark in path.rglob(name)))
            for found in sorted(path.rglob("*.xml")):
                hidden = any(part.startswith(".") for part in found.relative_to(path).parts)
                if found.is_file() and not hidden and not any(map(found.absolute().is_relative_to, packages)):
                    yield found, found.relative_to(path).as_posix()
        else:
            yield _existing(path), path.name


def _existing(path: Path) -> Path:
    if not path.is_file():
        raise InputError(Finding(str(path), 0, 0, "C002" if not path.exists() else "C004", {"reason": "it is no file"}))
    return path


def _header(origin: Path, findings: list[Finding], *, named: bool) -> Header | None:
    """What the file says of itself; a file that is no TEI is passed over with a note, unless it was named itself."""
    try:
        header = read_header(read_file(origin))
    except etree.XMLSyntaxError as error:
        line, column = error.position
        why = f"it is not XML: {(error.msg or '').partition(', line')[0]}"
        raise InputError(Finding(str(origin), line, column, "P002", {"why": why})) from None
    if header is None and named:
        raise InputError(Finding(str(origin), 0, 0, "P002", {"why": "its root element is not TEI or teiCorpus"}))
    if header is None:
        findings.append(Finding(str(origin), 0, 0, "P016"))
    return header


def _by_name(folders: Iterable[Path]) -> dict[str, list[Path]]:
    """The files in and below the folders, by their names; those of an upper folder first."""
    found: dict[str, list[Path]] = defaultdict(list)
    for folder in folders:
        files = (path for path in folder.rglob("*") if path.is_file())
        for path in sorted(files, key=lambda path: (len(path.parts), path)):
            found[path.name].append(path)
    return found


def _with_source(
    origin: Path, name: str, found: Path | None, header: Header, extras: dict[str, Path]
) -> tuple[Task, list[Finding]]:
    """The task with the source text, where it was found."""
    if found is None:
        asked = header.source_names[0] if header.source_names else f"{origin.stem}.txt"
        return Task(origin, name), [Finding(str(origin), 0, 0, "P008", {"name": asked})]
    place = data_path(SOURCE, str(PurePosixPath(name).with_name(found.name)))
    if extras.setdefault(place, found) != found:
        values = {"other": str(extras[place]), "name": place}
        return Task(origin, name), [Finding(str(found), 0, 0, "P005", values)]
    stated = header.source_digests
    if stated and digest_file(found).sha256 not in stated:
        return Task(origin, name, None, place), [Finding(str(origin), 0, 0, "P009", {"source": str(found)})]
    return Task(origin, name, found if stated else None, place), []


def _find_source(
    origin: Path, header: Header, named: Sequence[Path], below: Mapping[str, Sequence[Path]]
) -> Path | None:
    """The source, by the name in sourceDesc or the TEI file's own: a file that the user names, one beside, one below.

    Of several, the one whose digest the header states.
    """
    names = [PurePosixPath(name.replace("\\", "/")).name for name in header.source_names]
    names += [origin.stem + suffix for suffix in SOURCE_SUFFIXES]
    beside = [origin.parent / name for name in names if (origin.parent / name).is_file()]
    candidates = [path for path in named if path.name in names]
    candidates += [*beside, *(path for name in names for path in below.get(name, ()))]
    stated = (path for path in candidates if digest_file(path).sha256 in header.source_digests)
    return (next(stated, None) if len(candidates) > 1 else None) or next(iter(candidates), None)


def _figures(origin: Path, name: str, header: Header, extras: dict[str, Path]) -> Iterator[Finding]:
    """Files that graphic elements point to go where the pointer leads; a pointer out of the package is reported."""
    for url in header.figures:
        place = PurePosixPath(data_path(TEI, name)).parent
        for step in PurePosixPath(url).parts:
            place = place.parent if step == ".." else place / step
        found = origin.parent / url
        if found.is_file() and not PurePosixPath(url).is_absolute() and str(place).startswith(data_path(TEI, "")):
            extras[str(place)] = found
        else:
            yield Finding(str(origin), 0, 0, "P010", {"url": url})


def _schemas(origin: Path, header: Header) -> Iterator[tuple[str, Path]]:
    """The schemas that the document names and that lie beside it: it may have been validated with them."""
    for href in header.schemas:
        found = origin.parent / href
        if found.is_file():
            yield f"{SCHEMAS}/{found.name}", found


def _rights(origin: Path, header: Header) -> Iterable[Finding]:
    if not header.first("licence") and not header.first("rights"):
        yield Finding(str(origin), 0, 0, "P001", {"where": path_of("licence")})
