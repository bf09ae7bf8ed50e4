"""The main job: tei/source/*.txt -> tei/*.xml -> build/html, build/text; only what is out of date is made again."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from lxml import etree

from toolkit.cli import app, status_of
from toolkit.readers.metadata import beside
from toolkit.vocabulary import COUNTED, VOCABULARY

REPOSITORY = Path(__file__).resolve().parent.parent
SOURCES, AUTHORITY, TEI, BUILD = Path("tei/source"), Path("tei/authority"), Path("tei"), Path("build")
CODE = ("toolkit", "xslt", "schemas")
VALIDATED = BUILD / "validated"
SUFFIXES = {"html": ".html", "text": ".txt"}
NOTHING_TO_DO = 2  # the exit status
NAMED = {
    "persName": "persons",
    "date": "dates",
    "said": "speech",
    "quote": "quoted",
    "soCalled": "so-called",
    "q": "other marks",
    "note": "notes",
    "foreign": "foreign",
    "title": "titles",
}


def main() -> int:
    """Make what is missing or older than what it is made from; the worst exit status of the steps."""
    sources = sorted(SOURCES.glob("*.txt"))
    if not sources:
        sys.stderr.write("No texts to encode: put plain texts (*.txt) into tei/source/ and run make again.\n")
        return NOTHING_TO_DO
    code = newest(path for place in CODE for path in (REPOSITORY / place).rglob("*") if path.suffix != ".pyc")
    steps = 0
    for status in road(sources, code):
        steps += 1
        if status:
            return status
    names = [source.stem for source in sources]
    sys.stdout.write(summary(names) if steps else "Nothing to do: tei/, build/html/ and build/text/ are up to date.\n")
    return 0


def road(sources: Sequence[Path], code: float) -> Iterator[int]:
    """Encode and prove, validate, render what is out of date; the exit status of each step, in turn.

    A text that fails does not stop the others; nothing is rendered before all is valid.
    """
    yield from [encode(source) for source in sources if is_stale(stamp(source), ground(source, code))]
    documents = [TEI / f"{source.stem}.xml" for source in sources]
    if is_stale(VALIDATED, newest(TEI.glob("*.xml"), code)):
        status = tei("validate", *sorted(TEI.glob("*.xml")))
        if not status:
            touch(VALIDATED)
        yield status
    for form, suffix in SUFFIXES.items():
        folder = BUILD / form
        folder.mkdir(parents=True, exist_ok=True)
        stale = [path for path in documents if is_stale(folder / f"{path.stem}{suffix}", newest([path], code))]
        if stale:
            yield tei("render", *stale, "--to", form, "-o", folder)


def encode(source: Path) -> int:
    """Encode a source and prove it against the source; the exit status."""
    document = TEI / f"{source.stem}.xml"
    known = [word for path in authority() for word in ("--authority", path)]
    status = tei("encode", source, "-o", document, *known) or tei("verify", document, "--source", source)
    if not status:
        touch(stamp(source))
    return status


def ground(source: Path, code: float) -> float:
    """When the newest of what a document is made from was changed; a document that is missing is made at once."""
    if not (TEI / f"{source.stem}.xml").exists():
        return float("inf")
    facts = beside(source)
    return newest([source, *([facts] if facts else []), *authority()], code)


def authority() -> list[Path]:
    """The authority files of the edition."""
    return sorted(path for path in AUTHORITY.glob("*") if path.suffix in (".xml", ".csv"))


def stamp(source: Path) -> Path:
    """The file that tells when a source was last encoded; the time of its TEI does not, since git sets it anew."""
    return BUILD / "encoded" / f"{source.stem}.done"


def is_stale(path: Path, ground: float) -> bool:
    """Whether a file is missing or older than a moment, in seconds since the epoch."""
    return not path.exists() or path.stat().st_mtime < ground


def newest(paths: Iterable[Path], least: float = 0.0) -> float:
    """When the newest of the files that exist was changed, in seconds since the epoch; at least `least`."""
    return max((least, *(path.stat().st_mtime for path in paths if path.is_file())))


def touch(path: Path) -> None:
    """Set the time of a file to now."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


def tei(*words: object) -> int:
    """Run a command of `tei` in this process, so that models and schemas are loaded once; its exit status."""
    return status_of(lambda: app([str(word) for word in words]))


def summary(names: Sequence[str]) -> str:
    """What was tagged, a line a document, and where to look."""
    elements = [VOCABULARY[kind].element for kind in COUNTED]
    counts = {name: tagged(TEI / f"{name}.xml") for name in names}
    shown = [element for element in elements if any(row.get(element) for row in counts.values())]
    width = max(map(len, names))
    lines = ["", f"{'':{width}}  {'  '.join(NAMED[element] for element in shown)}"]
    for name, row in counts.items():
        lines.append(f"{name:{width}}  {'  '.join(f'{row.get(one, 0):>{len(NAMED[one])}}' for one in shown)}")
    lines += ["", "TEI: tei/*.xml    web page: build/html/*.html    plain text: build/text/*.txt"]
    return "\n".join([*lines, f"Open build/html/{names[0]}.html in a browser.", ""])


def tagged(path: Path) -> dict[str, int]:
    """Element name -> occurrences, as the document's own header counts them."""
    usages = etree.parse(str(path)).iter("{http://www.tei-c.org/ns/1.0}tagUsage")
    return {str(usage.get("gi")): int(usage.get("occurs") or 0) for usage in usages}


if __name__ == "__main__":
    sys.exit(main())
