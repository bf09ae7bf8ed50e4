"""A baseline: findings that an old corpus is let in with, each with the reason why it is accepted."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from toolkit.codes import message
from toolkit.errors import ConfigError
from toolkit.files import read_file
from toolkit.model.finding import Finding
from toolkit.report import fingerprints

KEYS = ("fingerprint", "path", "code", "message", "reason")
HEAD = """# Findings that are accepted for now. Give each a reason; `tei validate --baseline` then passes over it.
# A finding keeps its fingerprint when it moves to another line, and loses it when its file or message changes.
"""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that is accepted. reason: why, "" where nobody has said it yet."""

    fingerprint: str
    path: str
    code: str
    message: str
    reason: str = ""


def read_baseline(path: Path) -> tuple[Accepted, ...]:
    """The accepted findings of a baseline file; raises ConfigError (V007) where it is none."""
    try:
        rows = tomllib.loads(read_file(path).decode()).get("accepted", [])
        return tuple(Accepted(**{key: str(row[key]) for key in KEYS}) for row in rows)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, AttributeError) as error:
        raise ConfigError(Finding(str(path), 0, 0, "V007", {"reason": str(error).splitlines()[0]})) from None
    except KeyError as error:
        raise ConfigError(Finding(str(path), 0, 0, "V007", {"reason": f"an entry lacks its {error}"})) from None


def write_baseline(findings: Sequence[Finding], known: Sequence[Accepted] = ()) -> bytes:
    """A baseline that accepts these findings; the reasons already given are kept."""
    reasons = {one.fingerprint: one.reason for one in known}
    tables = [HEAD]
    for finding, print_of in zip(findings, fingerprints(findings), strict=True):
        row = Accepted(print_of, finding.path, finding.code, message(finding), reasons.get(print_of, ""))
        lines = [f"{key} = {json.dumps(getattr(row, key), ensure_ascii=False)}" for key in KEYS]
        tables.append("\n".join(("[[accepted]]", *lines)) + "\n")
    return "\n".join(tables).encode()


def apply_baseline(
    findings: Sequence[Finding], accepted: Sequence[Accepted], path: str, checked: Sequence[str]
) -> list[Finding]:
    """The findings that are not accepted, and what is to be said of the baseline itself.

    An entry without a reason (V008) or without its finding in a file that was checked (V009) is a warning.
    """
    entries = {one.fingerprint: one for one in accepted}
    marked = list(zip(findings, fingerprints(findings), strict=True))
    left = [finding for finding, print_of in marked if print_of not in entries]
    present = {print_of for _, print_of in marked}
    for one in accepted:
        values = {"path": one.path, "code": one.code, "message": one.message}
        if not one.reason.strip():
            left.append(Finding(path, 0, 0, "V008", values))
        if one.fingerprint not in present and one.path in checked:
            left.append(Finding(path, 0, 0, "V009", values))
    return left
