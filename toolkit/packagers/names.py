"""File names that survive every file system: portable characters and lengths, no two that differ in case alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from toolkit.model.finding import Finding

FORBIDDEN = frozenset('<>:"|?*\\') | {chr(code) for code in (*range(32), 127)}
RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
LONGEST_NAME = 200
LONGEST_PATH = 220
PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-")


def check_names(paths: Iterable[str]) -> Iterator[Finding]:
    """What is wrong with paths inside the package ("/" between): P003 not portable, P004 a clash, P015 unusual."""
    seen: dict[str, str] = {}
    for path in paths:
        why = _not_portable(path)
        if why:
            yield Finding(path, 0, 0, "P003", {"why": why})
        elif odd := _unusual(path):
            yield Finding(path, 0, 0, "P015", {"why": odd})
        other = seen.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other is not path:
            yield Finding(path, 0, 0, "P004", {"other": other})


def _not_portable(path: str) -> str:
    """Why the path cannot be stored everywhere, as a clause, or ""."""
    if len(path) > LONGEST_PATH:
        return f"the path has {len(path)} characters, more than {LONGEST_PATH}"
    for name in PurePosixPath(path).parts:
        bad = sorted(FORBIDDEN.intersection(name))
        if bad:
            return f"it holds {' '.join(map(_shown, bad))}"
        if name.split(".")[0].casefold() in RESERVED:
            return f"{name} is a device on Windows"
        if name.endswith((".", " ")) or name.startswith(" "):
            return "a part of it begins or ends with a space or ends with a full stop"
        if len(name.encode("utf-8", "surrogatepass")) > LONGEST_NAME:
            return f"a part of it is longer than {LONGEST_NAME} bytes"
        if any("\ud800" <= char <= "\udfff" for char in name):
            return "it is not UTF-8"
    return ""


def _unusual(path: str) -> str:
    if unicodedata.normalize("NFC", path) != path:
        return "its accents are separate characters (not Unicode's composed form, NFC)"
    odd = sorted(set(path) - PLAIN - {"/"})
    return f"it holds {' '.join(map(_shown, odd))}" if odd else ""


def _shown(char: str) -> str:
    if char == " ":
        return "a space"
    return char if char.isprintable() else f"U+{ord(char):04X}"
