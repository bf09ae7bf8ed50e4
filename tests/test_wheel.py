"""The wheel carries all it needs: stylesheets, schemas, language data, models; and works far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and unpacked in a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    wheel = next(folder.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.mark.slow
def test_the_wheel_encodes_validates_and_renders_from_another_folder(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("On 5 June 1936 Mr. Smith said: “I come.”\n", "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(installed)}

    def tei(*words: str) -> str:
        command = [
            sys.executable,
            "-c",
            "import toolkit; from toolkit.cli import main; print(toolkit.__file__); main()",
        ]
        done = subprocess.run([*command, *words], cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert str(installed) in done.stdout
        return done.stdout

    tei("encode", "letter.txt", "-o", "letter.xml")
    for schema in ("toolkit", "tei_all"):
        tei("validate", "letter.xml", "--schema", schema)
    tei("render", "letter.xml", "--to", "html", "-o", "letter.html")
    tei("render", "letter.xml", "--to", "text", "-o", "read.txt")
    assert 'datetime="1936-06-05"' in (tmp_path / "letter.html").read_text("utf-8")
    assert "I come." in (tmp_path / "read.txt").read_text("utf-8")


@pytest.mark.slow
def test_nothing_of_the_checkout_alone_is_in_the_wheel(installed: Path) -> None:
    assert {path.name.partition("-")[0] for path in installed.iterdir()} == {"toolkit", "tei_toolkit"}
