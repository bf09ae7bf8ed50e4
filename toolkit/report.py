"""Findings as text, JSON, JUnit, SARIF 2.1.0 and GitHub annotations: the same findings, worded by the catalogue."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from toolkit.codes import catalogue, hint, level, message
from toolkit.model.finding import Finding, Level
from toolkit.version import __version__

INDENT = "    "
SHOWN = 5  # files that a summary names for one code


def render_findings(findings: Iterable[Finding], format: str = "text", checked: Sequence[str] = ()) -> str:
    """The findings in one of FORMATS; raises KeyError for another one.

    checked: the paths of all files that were looked at, so that JUnit can name those without a finding.
    """
    return FORMATS[format](list(findings), list(checked))


def summary(findings: Sequence[Finding]) -> str:
    """The findings as text for a reader: those of whole files with one remedy are together, the first few named.

    Findings with a line stand first, each with its remedy, as `render_findings` tells them.
    """
    alike: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        if not finding.line:
            alike[finding.code, _line(hint(finding))].append(finding)
    text = _text([finding for finding in findings if finding.line], ())
    for (code, remedy), found in alike.items():
        text += "".join(map(_headline, found[:SHOWN]))
        if len(found) > SHOWN:
            text += f"... {len(found) - SHOWN} more of {code}\n"
        text += f"{INDENT}{remedy}\n"
    return text


def place(finding: Finding) -> str:
    """`path:line:column`, without what is not known."""
    parts = [finding.path, *(str(number) for number in (finding.line, finding.column) if number)]
    return ":".join(parts)


def _text(findings: Sequence[Finding], checked: Sequence[str]) -> str:
    return "".join(f"{_headline(finding)}{INDENT}{_line(hint(finding))}\n" for finding in findings)


def _headline(finding: Finding) -> str:
    word = "" if level(finding) is Level.ERROR else f"{level(finding).value}: "
    return f"{place(finding)}: {finding.code} {word}{_line(message(finding))}\n"


def _json(findings: Sequence[Finding], checked: Sequence[str]) -> str:
    rows = [
        {
            "path": finding.path,
            "line": finding.line,
            "column": finding.column,
            "code": finding.code,
            "level": level(finding).value,
            "message": message(finding),
            "hint": hint(finding),
            "fingerprint": print_of,
        }
        for finding, print_of in zip(findings, fingerprints(findings), strict=True)
    ]
    return json.dumps({"checked": list(checked), "findings": rows}, ensure_ascii=False, indent=2) + "\n"


def _junit(findings: Sequence[Finding], checked: Sequence[str]) -> str:
    """One test case a file; errors are failures, the rest is printed in system-out."""
    by_path: dict[str, list[Finding]] = {path: [] for path in checked}
    for finding in findings:
        by_path.setdefault(finding.path, []).append(finding)
    cases = []
    failures = 0
    for path, found in by_path.items():
        errors = [finding for finding in found if level(finding) is Level.ERROR]
        failures += bool(errors)
        body = ""
        if errors:
            body += f"<failure message={_attribute(message(errors[0]))} type={_attribute(errors[0].code)}>"
            body += f"{_xml(_text(errors, ()))}</failure>"
        others = [finding for finding in found if level(finding) is not Level.ERROR]
        if others:
            body += f"<system-out>{_xml(_text(others, ()))}</system-out>"
        cases.append(f'  <testcase classname="tei.validate" name={_attribute(path)}>{body}</testcase>\n')
    head = f'<testsuite name="tei validate" tests="{len(cases)}" failures="{failures}" errors="0">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>{head}\n{"".join(cases)}</testsuite></testsuites>\n'


def _sarif(findings: Sequence[Finding], checked: Sequence[str]) -> str:
    codes = sorted({finding.code for finding in findings})
    results = [
        {
            "ruleId": finding.code,
            "ruleIndex": codes.index(finding.code),
            "level": level(finding).value,
            "message": {"text": f"{message(finding)} {hint(finding)}"},
            "locations": [_sarif_location(finding)],
            "partialFingerprints": {"teiToolkit/v1": print_of},
        }
        for finding, print_of in zip(findings, fingerprints(findings), strict=True)
    ]
    driver = {"name": "tei-toolkit", "version": __version__, "rules": [_sarif_rule(code) for code in codes]}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _sarif_location(finding: Finding) -> dict[str, Any]:
    path = Path(finding.path)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix())
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if finding.line:
        physical["region"] = {"startLine": finding.line, "startColumn": max(finding.column, 1)}
    return {"physicalLocation": physical}


def _sarif_rule(code: str) -> dict[str, Any]:
    entry = catalogue()[code]
    return {
        "id": code,
        "shortDescription": {"text": entry.title},
        "fullDescription": {"text": entry.why},
        "defaultConfiguration": {"level": entry.level.value},
    }


def _github(findings: Sequence[Finding], checked: Sequence[str]) -> str:
    """Workflow commands; GitHub wants percent-encoded data, and commas and colons too inside properties."""
    lines = []
    for finding in findings:
        command = "notice" if level(finding) is Level.NOTE else level(finding).value
        properties = [f"file={_property(finding.path)}"]
        if finding.line:
            properties += [f"line={finding.line}", f"col={max(finding.column, 1)}"]
        properties.append(f"title={_property(finding.code)}")
        text = _data(f"{message(finding)}\n{hint(finding)}")
        lines.append(f"::{command} {','.join(properties)}::{text}\n")
    return "".join(lines)


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """A name for each finding that stays when lines above it come or go: path, code, message, and which of equals."""
    seen: defaultdict[str, int] = defaultdict(int)
    prints = []
    for finding in findings:
        key = "\0".join((finding.path, finding.code, message(finding)))
        seen[key] += 1
        prints.append(hashlib.sha256(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return prints


def _line(text: str) -> str:
    return " ".join(text.split())


def _xml(text: str) -> str:
    return escape(_printable(text), quote=False)


def _attribute(text: str) -> str:
    return f'"{escape(_printable(text))}"'


def _printable(text: str) -> str:
    """Without the control characters that XML forbids."""
    return "".join(c if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") else "\ufffd" for c in text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Sequence[Finding], Sequence[str]], str]] = {
    "text": _text,
    "json": _json,
    "junit": _junit,
    "sarif": _sarif,
    "github": _github,
}
