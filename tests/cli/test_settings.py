"""Settings of a project: found above the folder, checked by name and type, used where the command line says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tei
from toolkit.config import Settings, settings_of
from toolkit.errors import ConfigError


def test_the_nearest_file_above_counts_and_its_paths_are_relative_to_it(tmp_path: Path) -> None:
    (tmp_path / "toolkit.toml").write_text('authority = ["persons.csv"]\nschema = "project.odd"\n')
    (tmp_path / "project.odd").touch()
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    found = settings_of(inner)
    assert found.authority == (tmp_path / "persons.csv",)
    assert found.schema == str(tmp_path / "project.odd")
    assert Settings().schema == ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('langauge = "en"', "unknown setting 'langauge', did you mean 'language'?"),
        ("width = true", "width must be a number"),
        ('only = "dates"', "only must be a list of texts"),
        ("schema = 3", "schema must be a text"),
        ("only = [", "not TOML: "),
    ],
)
def test_what_is_misspelt_or_of_another_type_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "toolkit.toml").write_text(text)
    with pytest.raises(ConfigError) as said:
        settings_of(tmp_path)
    assert said.value.finding.values["reason"].startswith(reason)


def test_verify_reads_the_source_in_the_encoding_of_the_settings(tei: Tei, tmp_path: Path) -> None:
    (tmp_path / "toolkit.toml").write_text('encoding = "macintosh"\n')
    (tmp_path / "letter.txt").write_bytes("On 5 June 1936 he saw Zürich, Genève.\n".encode("mac_roman"))
    assert tei("encode", "letter.txt", "-o", "letter.xml").returncode == 0
    assert "Zürich" in (tmp_path / "letter.xml").read_text("utf-8")
    run = tei("verify", "letter.xml", "--source", "letter.txt")
    assert run.returncode == 0, run.stderr


def test_render_wraps_at_the_width_of_the_settings_and_the_option_goes_before_it(tei: Tei, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("He came and saw and went away again.\n")
    assert tei("encode", "letter.txt", "-o", "letter.xml").returncode == 0
    (tmp_path / "toolkit.toml").write_text("width = 20\n")
    assert tei("render", "letter.xml", "--to", "text", "-o", "-").stdout == "He came and saw and\nwent away again.\n"
    wide = tei("render", "letter.xml", "--to", "text", "--width", "0", "-o", "-").stdout
    assert wide == "He came and saw and went away again.\n"


def test_validate_uses_the_schema_of_the_settings_where_none_is_given(tei: Tei, tmp_path: Path) -> None:
    (tmp_path / "project.rng").write_text(
        '<element name="note" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>'
    )
    (tmp_path / "note.xml").write_text("<note>Seen.</note>")
    assert tei("validate", "note.xml").returncode == 1
    (tmp_path / "toolkit.toml").write_text('schema = "project.rng"\n')
    assert tei("validate", "note.xml").returncode == 0
    assert tei("validate", "note.xml", "--schema", "tei_all").returncode == 1
