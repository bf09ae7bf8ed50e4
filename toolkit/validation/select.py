"""Which files to validate: those named, those in folders, those that git says have changed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path

from toolkit.errors import ConfigError, EngineError, InputError
from toolkit.model.finding import Finding

WANTED = ".xml files"


def documents(paths: Iterable[Path]) -> list[Path]:
    """The files, folders walked for .xml, each once; raises ToolkitError for a missing path or an empty folder."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.rglob("*.xml") if one.is_file() and not _hidden(one.relative_to(path)))
            if not inside:
                raise ConfigError(Finding(str(path), 0, 0, "C001", {"wanted": WANTED}))
            found.update(dict.fromkeys(inside))
        elif path.exists() or str(path) == "-":
            found[path] = None
        else:
            raise InputError(Finding(str(path), 0, 0, "C002"))
    if not found:
        raise ConfigError(Finding("tei", 0, 0, "C001", {"wanted": WANTED}))
    return list(found)


def changed_since(paths: Iterable[Path], revision: str) -> list[Path]:
    """Those of `documents(paths)` that differ from a revision of git, or that git does not know yet; perhaps none.

    Raises EngineError (V006) where git is missing, the folder is no repository or the revision is unknown.
    """
    files = documents(paths)
    changed: set[Path] = set()
    for folder in dict.fromkeys(file.parent for file in files):
        changed |= _changed_in(folder, revision)
    return [file for file in files if file.resolve() in changed]


def _changed_in(folder: Path, revision: str) -> set[Path]:
    top = Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n"))
    commit = _git(folder, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip()
    names = _git(folder, "diff", "--name-only", "--no-renames", "--diff-filter=d", "-z", commit, "--", ".").split("\0")
    new = _git(folder, "ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--", ".").split("\0")
    return {(top / name).resolve() for name in (*names, *new) if name}


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise EngineError(Finding(str(folder), 0, 0, "V006", {"reason": "git is not installed"})) from None
    if done.returncode:
        reason = " ".join(done.stderr.decode("utf-8", "replace").split()).removeprefix("fatal: ") or "git failed"
        raise EngineError(Finding(str(folder), 0, 0, "V006", {"reason": reason}))
    return done.stdout.decode("utf-8", "surrogateescape")


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
