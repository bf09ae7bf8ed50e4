"""Golden files: what each sample becomes in each output, byte for byte. RENEW_GOLDEN=1 writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.renderers.conftest import DOCUMENTS, view_tree
from toolkit.renderers import renderer

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("to", ["html", "text", "markdown", "json"])
def test_the_rendering_is_the_golden_one(path: Path, to: str) -> None:
    output = renderer(to)
    data, _ = output.render(path.read_bytes(), path.name)
    if to == "html":  # the style is not what these files are about
        start, end = data.index(b"<style>"), data.index(b"<body>")
        data = data[:start] + data[end:]
    golden = GOLDEN / (path.stem + output.suffix)
    if os.environ.get("RENEW_GOLDEN"):
        golden.write_bytes(data)
    assert data.decode() == golden.read_text("utf-8")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("reading", ["normalised", "diplomatic", "clear"])
def test_the_view_keeps_its_contract(path: Path, reading: str) -> None:
    assert view_tree(path.read_bytes(), reading=reading) is not None


def test_the_same_document_gives_the_same_bytes_after_another_one() -> None:
    one, other = DOCUMENTS[0].read_bytes(), DOCUMENTS[1].read_bytes()
    output = renderer("html")
    first = output.render(one, "a.xml")
    output.render(other, "b.xml")
    assert output.render(one, "a.xml") == first
