"""tei render, as it is typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.renderers.conftest import DATA, document
from toolkit.cli import app

CLI = CliRunner()


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CLI.invoke(app, ["render", *map(str, arguments)])
    code = getattr(result.exception, "status", None) or getattr(
        getattr(result.exception, "finding", None), "code", None
    )
    return result.exit_code, str(code or result.output)


def test_several_documents_are_rendered_into_a_folder(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    status, _ = run(DATA / "play.xml", DATA / "chapter.xml", "--to", "text", "-o", tmp_path / "pages")
    assert status == 0
    assert sorted(file.name for file in (tmp_path / "pages").iterdir()) == ["chapter.txt", "play.txt"]


def test_options_reach_the_output(tmp_path: Path) -> None:
    run(DATA / "chapter.xml", "--to", "html", "--lang", "fr", "-o", tmp_path / "page.html")
    assert "À propos de ce document" in (tmp_path / "page.html").read_text("utf-8")


def test_an_unknown_element_is_a_warning(tmp_path: Path) -> None:
    source = tmp_path / "odd.xml"
    source.write_bytes(document("<p><frob>x</frob></p>"))
    assert run(source, "-o", tmp_path / "odd.html")[0] == 0
    assert run(source, "-o", tmp_path / "odd.html", "--strict")[0] == 1


@pytest.mark.parametrize("content", [b"", b"plain", b"<TEI/>"])
def test_what_is_not_tei_leaves_nothing_behind(tmp_path: Path, content: bytes) -> None:
    source = tmp_path / "not.xml"
    source.write_bytes(content)
    status, _ = run(source, "-o", tmp_path / "page.html")
    assert status == 2
    assert not (tmp_path / "page.html").exists()
