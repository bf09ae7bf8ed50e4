"""Packing: the packagers, joined with validation, rendering and the proof against the source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from saxonche import PyXdmNode

from toolkit.encode import difference, ledger
from toolkit.model.finding import Finding
from toolkit.packagers.check import Checked
from toolkit.packagers.check import check as check_package
from toolkit.packagers.documentation import Step
from toolkit.packagers.payload import SCHEMAS, STYLESHEETS
from toolkit.packagers.produce import Order, Packed, Watch, produce
from toolkit.readers.decode import decode
from toolkit.renderers import RENDERERS, renderer
from toolkit.renderers.sheets import SheetRenderer, view_of
from toolkit.resources import resource
from toolkit.validation import Judge, Options
from toolkit.version import __version__

SUFFIXES = {name: suffix for name, (_, suffix) in RENDERERS.items()}
RENDERINGS = ("html", "text")


@dataclass(frozen=True)
class Toolbox:
    """The other rooms' work for a package, as values that cross processes.

    names: of the renderings to make. wanted: the schema as `tei validate --schema` takes it, "" for each file's own.
    """

    names: tuple[str, ...] = RENDERINGS
    wanted: str = ""

    @property
    def renderings(self) -> tuple[tuple[str, str], ...]:
        """Name and suffix of each rendering."""
        return tuple((name, SUFFIXES[name]) for name in self.names)

    @property
    def schema(self) -> str:
        """What files are validated against, in words."""
        named = {"": "the schema that each file names, else tei-toolkit's own", "toolkit": "tei-toolkit's own schema"}
        return f"{named.get(self.wanted, Path(self.wanted).name)}, by tei-toolkit {__version__}"

    def validate(self, tei: bytes, path: str) -> Iterable[Finding]:
        """What is wrong with a TEI file."""
        return _judge(self.wanted).check_bytes(tei, path)

    def render(self, tei: bytes, path: str) -> Iterable[tuple[str, bytes, Iterable[Finding]]]:
        """Each rendering; what stylesheets make is made from one view of the document."""
        view: PyXdmNode | None = None
        for name in self.names:
            output = renderer(name)
            if isinstance(output, SheetRenderer):
                findings: Iterable[Finding] = ()
                if view is None:
                    view, findings = view_of(tei, path, output.options)
                yield name, output.finish(output.output(view, path)).encode(), findings
            else:
                yield name, *output.render(tei, path)

    def prove(self, tei: bytes, tei_path: str, source: bytes, source_path: str) -> Iterable[Finding]:
        """Where the text of the TEI is not that of its source."""
        return prove(tei, tei_path, source, source_path)

    def means(self) -> Iterable[tuple[str, bytes]]:
        """The schemas and stylesheets."""
        own = Path(self.wanted)
        if own.suffix and own.is_file():
            yield f"{SCHEMAS}/{own.name}", own.read_bytes()
        else:
            yield from _enclosed(resource("schemas"), SCHEMAS, (".rng", ".sch", ".odd"))
        yield from _enclosed(resource("xslt"), STYLESHEETS, (".xsl", ".xml", ".css", ".js", ".rng"))

    def stylesheets(self) -> Mapping[str, tuple[Step, ...]]:
        """How stylesheets alone make a web page: TEI to view, view to HTML."""
        view = Step(f"{STYLESHEETS}/view/main.xsl", "{urn:tei-toolkit:view}view")
        page = Step(f"{STYLESHEETS}/html/main.xsl", "{urn:tei-toolkit:html}page")
        return {"rendered.html": (view, page)} if "html" in self.names else {}


def package(order: Order, tools: Toolbox | None = None, watch: Watch = lambda done, total: None) -> Packed:
    """Make a package; see `produce`."""
    return produce(order, tools or Toolbox(), __version__, watch)


def check(path: Path) -> Checked:
    """Check a package; see `toolkit.packagers.check`."""
    return check_package(path, prove)


def prove(tei: bytes, tei_path: str, source: bytes, source_path: str) -> Iterable[Finding]:
    """Hold the text of a TEI file against its source, character for character; E001 at the first difference."""
    text, _ = decode(source, source_path)
    wrong = difference(ledger(tei, tei_path).text, text.text)
    if wrong is None:
        return ()
    values = {"expected": repr(wrong.expected), "found": repr(wrong.found)}
    return (Finding(source_path, *text.line_column(wrong.offset), "E001", values),)


@cache
def _judge(schema: str) -> Judge:
    """One judge a process: it keeps the schemas that it loaded."""
    return Judge(Options(schema=schema))


@cache
def _enclosed(folder: Path, place: str, suffixes: tuple[str, ...]) -> tuple[tuple[str, bytes], ...]:
    """The files of a resource folder, with their places in the payload."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix in suffixes)
    return tuple((f"{place}/{path.relative_to(folder).as_posix()}", path.read_bytes()) for path in found)
