"""Tools that stand for the other rooms: quick, and the same every time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from toolkit.model.finding import Finding
from toolkit.packagers.documentation import Step

PAGE = b"<!DOCTYPE html><html lang='en'><head><title>A letter</title></head><body><p>A letter.</p></body></html>\n"


@dataclass(frozen=True)
class PlainTools:
    """Finds nothing wrong. faults: code -> the end of the paths that it finds fault with."""

    faults: Mapping[str, str] = field(default_factory=dict)
    renderings: tuple[tuple[str, str], ...] = (("html", ".html"), ("text", ".txt"))
    schema: str = "the schema of a test"

    def validate(self, tei: bytes, path: str) -> Iterable[Finding]:
        """The faults asked for."""
        return [Finding(path, 3, 7, code, {"where": "x"}) for code, end in self.faults.items() if path.endswith(end)]

    def render(self, tei: bytes, path: str) -> Iterable[tuple[str, bytes, Iterable[Finding]]]:
        """A page and a line, whatever the TEI."""
        yield "html", PAGE, ()
        yield "text", b"A letter.\n", ()

    def prove(self, tei: bytes, tei_path: str, source: bytes, source_path: str) -> Iterable[Finding]:
        """Nothing is ever lost."""
        return ()

    def means(self) -> Iterable[tuple[str, bytes]]:
        """A grammar that allows anything."""
        yield "schemas/any.rng", b'<grammar xmlns="http://relaxng.org/ns/structure/1.0"/>\n'

    def stylesheets(self) -> Mapping[str, tuple[Step, ...]]:
        """None."""
        return {}
