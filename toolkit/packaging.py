"""Packing: the packagers, joined with validation, rendering and the proof against the source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from toolkit import __version__, plugins
from toolkit.encode import difference, ledger
from toolkit.model.finding import Finding
from toolkit.packagers.check import Checked
from toolkit.packagers.check import check as check_package
from toolkit.packagers.payload import SCHEMAS, STYLESHEETS
from toolkit.packagers.produce import Order, Packed, Watch, produce
from toolkit.renderers import renderer
from toolkit.resources import resource

SUFFIXES = {"html": ".html", "text": ".txt", "markdown": ".md", "epub": ".epub", "pdf": ".pdf"}
RENDERINGS = ("html", "text")
GRAMMAR = "toolkit.rng"


@dataclass(frozen=True)
class Toolbox:
    """The other rooms' work for a package, as values that cross processes. names: of the renderings to make."""

    names: tuple[str, ...] = RENDERINGS

    @property
    def renderings(self) -> tuple[tuple[str, str], ...]:
        """Name and suffix of each rendering."""
        return tuple((name, SUFFIXES[name]) for name in self.names)

    @property
    def schema(self) -> str:
        """What files are validated against, in words."""
        return f"the schema of tei-toolkit {__version__} ({SCHEMAS}/{GRAMMAR})"

    def validate(self, tei: bytes, path: str) -> Iterable[Finding]:
        """What is wrong with a TEI file."""
        from toolkit.validation import validate

        return validate(tei, path)

    def render(self, name: str, tei: bytes, path: str) -> tuple[bytes, Iterable[Finding]]:
        """A rendering, and what could not be rendered well."""
        return renderer(name).render(tei, path)

    def prove(self, tei: bytes, tei_path: str, source: bytes, source_path: str) -> Iterable[Finding]:
        """Where the text of the TEI is not that of its source."""
        return prove(tei, tei_path, source, source_path)

    def means(self) -> Iterable[tuple[str, bytes]]:
        """The schemas and stylesheets."""
        yield from _enclosed(resource("schemas"), SCHEMAS, (".rng", ".sch", ".odd"))
        yield from _enclosed(resource("xslt"), STYLESHEETS, (".xsl", ".xml", ".css", ".js", ".rng"))

    def stylesheets(self) -> Mapping[str, tuple[str, ...]]:
        """The two halves of each rendering: TEI to view, view to output."""
        halves = {name: (f"{STYLESHEETS}/view/main.xsl", f"{STYLESHEETS}/{name}/main.xsl") for name in self.names}
        return {name: steps for name, steps in halves.items() if (resource("xslt") / name / "main.xsl").is_file()}


def package(order: Order, names: tuple[str, ...] = RENDERINGS, watch: Watch = lambda done, total: None) -> Packed:
    """Make a package; names: the renderings in it. See `produce`."""
    return produce(order, Toolbox(names), __version__, watch)


def check(path: Path) -> Checked:
    """Check a package; see `toolkit.packagers.check`."""
    return check_package(path, prove)


def prove(tei: bytes, tei_path: str, source: bytes, source_path: str) -> Iterable[Finding]:
    """Hold the text of a TEI file against its source, character for character; E001 at the first difference."""
    document = plugins.reader("plain").read(source, source_path)
    wrong = difference(ledger(tei, tei_path).text, document.source.text)
    if wrong is None:
        return ()
    return (document.finding("E001", wrong.offset, expected=repr(wrong.expected), found=repr(wrong.found)),)


@cache
def _enclosed(folder: Path, place: str, suffixes: tuple[str, ...]) -> tuple[tuple[str, bytes], ...]:
    """The files of a resource folder, with their places in the payload."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix in suffixes)
    return tuple((f"{place}/{path.relative_to(folder).as_posix()}", path.read_bytes()) for path in found)
