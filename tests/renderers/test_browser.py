"""Pages of the samples before outside judges: the Nu HTML checker, and axe-core in Chromium."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.renderers.conftest import DOCUMENTS
from toolkit.renderers import renderer

BROWSER = Path(__file__).parent / "browser"
MODULES = BROWSER / "node_modules"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The page of each sample."""
    folder = tmp_path_factory.mktemp("pages")
    made = []
    for document in DOCUMENTS:
        data, _ = renderer("html").render(document.read_bytes(), document.name)
        made.append(folder / f"{document.stem}.html")
        made[-1].write_bytes(data)
    return made


@pytest.mark.java
def test_pages_are_valid_html5(pages: list[Path]) -> None:
    jars = sorted(MODULES.glob("vnu-jar/**/vnu.jar"))
    if not jars or not shutil.which("java"):
        pytest.skip("needs Java and npm ci --prefix tests/renderers/browser")
    command = ["java", "-Xss8m", "-jar", str(jars[0]), "--errors-only", "--format", "json", *map(str, pages)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert json.loads(result.stderr or '{"messages": []}')["messages"] == []


@pytest.mark.chromium
def test_pages_have_no_violation_of_wcag(pages: list[Path]) -> None:
    if not CHROMIUM or not (MODULES / "axe-core").is_dir() or not shutil.which("node"):
        pytest.skip("needs Chromium, Node and npm ci --prefix tests/renderers/browser")
    command = ["node", str(BROWSER / "axe.js"), CHROMIUM, *map(str, pages)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=240, check=True)
    assert {page: found for page, found in json.loads(result.stdout).items() if found} == {}
