"""TEI -> HTML, plain text, Markdown, JSON through the stylesheets of xslt/: the view first, then the output.

renderer("html", reading="diplomatic").render(tei, "letters/12.xml") gives the page's bytes and the findings.
"""

from __future__ import annotations

from toolkit.errors import ConfigError
from toolkit.model.finding import Finding
from toolkit.model.ports import Renderer
from toolkit.renderers.options import Options
from toolkit.renderers.sheets import SheetRenderer
from toolkit.renderers.standoff import JsonRenderer
from toolkit.renderers.text import TextRenderer

__all__ = ["RENDERERS", "Options", "renderer"]

RENDERERS = {
    "html": (SheetRenderer, ".html"),
    "text": (TextRenderer, ".txt"),
    "markdown": (SheetRenderer, ".md"),
    "json": (JsonRenderer, ".json"),
}


def renderer(name: str, **options: str | int) -> Renderer:
    """The renderer of this name: "html", "text", "markdown" or "json".

    options: width (columns of plain text, 0 for no wrapping), reading, apparatus, notes, lang; see `Options`.
    Raises ConfigError (X002, X003) where the name or an option's value is not known.
    """
    if name not in RENDERERS:
        raise ConfigError(Finding("tei", 0, 0, "X002", {"name": name, "known": ", ".join(sorted(RENDERERS))}))
    kind, suffix = RENDERERS[name]
    return kind(name, suffix, Options.of(**options))
