"""What the tests of rendering share: a view of a snippet, a rendering of one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from toolkit.renderers import renderer
from toolkit.renderers.options import Options
from toolkit.renderers.sheets import SheetRenderer, view_of
from toolkit.resources import resource

DATA = Path(__file__).parent / "data"
DOCUMENTS = sorted(DATA.glob("*.xml"))
TEI = "http://www.tei-c.org/ns/1.0"

View = Callable[..., str]
Render = Callable[..., str]


def document(body: str, header: str = "") -> bytes:
    """A TEI document around the content of a body."""
    return f'<TEI xmlns="{TEI}">{header}<text><body>{body}</body></text></TEI>'.encode()


def view_tree(tei: bytes, **options: str) -> etree._Element:
    """The view of a document; it keeps the contract of xslt/view.rng."""
    chosen = Options.of(**options)
    view, _ = view_of(tei, "test.xml", chosen)
    text = SheetRenderer("json", ".xml", chosen).output(view, "test.xml")
    tree = etree.fromstring(text.encode(), etree.XMLParser(huge_tree=True, collect_ids=False))
    grammar = etree.RelaxNG(etree.parse(resource("xslt") / "view.rng"))
    grammar.assertValid(tree)
    return tree


@pytest.fixture(scope="session")
def view() -> View:
    """The view of what stands in a body, as a string, without namespace declarations."""

    def make(body: str, header: str = "", **options: str) -> str:
        tree = view_tree(document(body, header), **options)
        inner = tree.find("{*}body/{*}section/{*}section")
        assert inner is not None
        content = "".join(etree.tostring(child, encoding="unicode") for child in inner)
        return re.sub(r' xmlns(:\w+)?="[^"]*"', "", content)

    return make


@pytest.fixture(scope="session")
def render() -> Render:
    """The rendering of what stands in a body; of HTML, what stands in main."""

    def make(to: str, body: str, header: str = "", **options: str | int) -> str:
        data, _ = renderer(to, **options).render(document(body, header), "test.xml")
        text = data.decode()
        if to != "html":
            return text
        start, end = text.index('<main id="top:text">'), text.index("</main>")
        return text[start + len('<main id="top:text">') : end]

    return make
