"""Links: every xml:id is unique, every pointer into the document or to a file beside it leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote, urlsplit

from toolkit.checks.scan import PERSONS, Attributed, Scan
from toolkit.model.finding import Finding

# Looking for the id that was meant takes time for each pointer: past these, whoever reads has seen the pattern.
MAX_GUESSES = 50


def check_ids(scan: Scan) -> Iterator[Finding]:
    """A finding for each xml:id that was given before (XML 1.0, 3.3.1: validity constraint ID)."""
    first: dict[str, Attributed] = {}
    for one in scan.ids:
        before = first.setdefault(one.value, one)
        if before is not one:
            yield scan.finding(one, "V051", id=one.value, element=one.element, line=str(before.line))


def check_pointers(scan: Scan) -> Iterator[Finding]:
    """A finding for each pointer that leads nowhere; what has a scheme (https:, psn:) is not followed."""
    ids = {one.value for one in scan.ids}
    guesses: dict[str, str] = {}
    folder = Path(scan.path).parent
    exists: dict[str, bool] = {}
    for pointer in scan.pointers:
        for token in pointer.value.split():
            file, mark, fragment = token.partition("#")
            if not file and mark:
                if fragment not in ids and "(" not in fragment:
                    if fragment not in guesses and len(guesses) < MAX_GUESSES:
                        near = next(iter(get_close_matches(fragment, ids, 1)), "")
                        guesses[fragment] = f"Did you mean #{near}?" if near else ""
                    yield _dangling(scan, pointer, token, guesses.get(fragment, ""))
            elif file and not scan.based and scan.path != "-" and _is_beside(file):
                if file not in exists:
                    exists[file] = (folder / unquote(urlsplit(file).path)).exists()
                if not exists[file]:
                    yield scan.finding(
                        pointer, "V053", attribute=pointer.attribute, target=token, element=pointer.element
                    )


def _dangling(scan: Scan, pointer: Attributed, token: str, guess: str) -> Finding:
    remedy = guess or f'Give the element that is meant xml:id="{token[1:]}", or correct the pointer.'
    return scan.finding(
        pointer, "V052", attribute=pointer.attribute, target=token, element=pointer.element, remedy=remedy
    )


def _is_beside(target: str) -> bool:
    """Whether a pointer is the relative path of a file."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc and bool(parts.path) and not parts.path.startswith("/")


def check_persons(scan: Scan) -> Iterator[Finding]:
    """A finding for each person of a list to whom nothing in a document that points to persons points."""
    used = {token[1:] for value in scan.pointed for token in value.split() if token.startswith("#")}
    for one in scan.ids:
        if one.element in PERSONS and one.value not in used:
            yield scan.finding(one, "V057", id=one.value)


def check_instructions(scan: Scan) -> Iterator[Finding]:
    """A finding for each of the toolkit's processing instructions that does not say what it should."""
    ids = {one.value for one in scan.ids}
    for note in scan.notes:
        key, _, rest = note.value.partition("=")
        value = rest.strip()[1:-1]
        if key.strip() not in ("moved", "omitted") or not value:
            problem = 'it says neither moved="id" nor omitted="characters"'
        elif key.strip() == "moved" and value not in ids:
            problem = f"no element has the xml:id {value}"
        else:
            continue
        yield scan.finding(note, "V058", data=note.value, problem=problem)
