"""Which input goes where: decided for all of them before the first is worked on."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

BEGINNING = 1 << 16  # bytes of a file that tell whether it is TEI
TEI = (".xml", ".tei")  # suffixes of files that hold nothing else


def planned(
    sources: list[Path], output: Path | None, suffix: str = ".xml", *, read: Iterable[Path] = ()
) -> list[tuple[Path, Path]]:
    """Each source and the place of its output; a path that has no suffix and is no file is a folder.

    read: other files that the work reads, and that no output may take the place of. Raises ConfigError where two
    outputs, or an output and any input, are one file, or one file is given for several.
    """
    from toolkit.errors import ConfigError, InputError
    from toolkit.files import files_in, identity
    from toolkit.model.finding import Finding

    if len(sources) > 1 and any(str(source) == "-" for source in sources):
        raise ConfigError(Finding("-", 0, 0, "C017"))
    target = output or (Path("-") if str(sources[0]) == "-" else None)
    folder = target is not None and (len(sources) > 1 or _is_folder(target))
    if len(sources) > 1 and target is not None and (target.is_file() or str(target) == "-"):
        raise ConfigError(Finding(str(target), 0, 0, "C008", {"count": str(len(sources))}))
    inputs = {identity(path) for path in (*sources, *read) if str(path) != "-"}
    plan: dict[tuple[object, ...], tuple[Path, Path]] = {}
    for source in sources:
        if not source.name:  # "." and "/": folders without a name that an output could take
            raise InputError(Finding(str(source), 0, 0, "C003", {"example": files_in(source)}))
        name = ("stdin" if str(source) == "-" else source.stem) + suffix
        place = source.with_suffix(suffix) if target is None else target / name if folder else target
        what = identity(place)
        if what in plan:
            raise ConfigError(Finding(str(source), 0, 0, "C012", {"other": str(plan[what][0])}))
        if str(place) != "-" and what in inputs:
            raise ConfigError(Finding(str(place), 0, 0, "C013"))
        plan[what] = source, place
    return list(plan.values())


def keep(inputs: Iterable[Path], output: Path) -> None:
    """Raise ConfigError (C013) where the output would take the place of a file that is read; "-" takes none."""
    from toolkit.errors import ConfigError
    from toolkit.files import identity
    from toolkit.model.finding import Finding

    if str(output) != "-" and identity(output) in {identity(path) for path in inputs if str(path) != "-"}:
        raise ConfigError(Finding(str(output), 0, 0, "C013"))


def keep_source(tei: bytes, output: Path, made: bytes) -> None:
    """Raise ConfigError (C019) where what was made would take the place of the text that the TEI was made from.

    The TEI's header states the SHA-256 of that text. A rendering of the very bytes that stand there loses nothing.
    """
    there = output.read_bytes() if output.is_file() else made
    if there != made and sha256(there).hexdigest().encode() in tei:
        raise _lost(output, "the text that the TEI was made from")


def keep_texts(plan: Iterable[tuple[Path, Path]]) -> None:
    """Raise ConfigError (C019) where TEI would take the place of a file that holds something else."""
    for _, place in plan:
        if place.suffix.lower() not in TEI and place.is_file():
            with place.open("rb") as file:
                head = file.read(BEGINNING).replace(b"\0", b"")  # zeros: UTF-16
            if head.strip() and b"TEI" not in head:
                raise _lost(place, "a file that is no TEI")


def _lost(output: Path, what: str) -> Exception:
    from toolkit.errors import ConfigError
    from toolkit.model.finding import Finding

    return ConfigError(Finding(str(output), 0, 0, "C019", {"what": what}))


def _is_folder(path: Path) -> bool:
    return path.is_dir() or (str(path) != "-" and not path.suffix and not path.exists())
