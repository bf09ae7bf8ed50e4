"""The command line: tei schema compile, tei schema update."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from tests.schema.conftest import MINIMUM, odd_text
from toolkit import codes
from toolkit.cli import app
from toolkit.errors import InputError
from toolkit.resources import resource

STARTS = {".rng": b"<?xml", ".rnc": b"# Compiled", ".xsd": b"<?xml", ".sch": b"<?xml", ".html": b"<!DOCTYPE"}


@pytest.fixture
def odd(tmp_path):
    path = tmp_path / "small.odd"
    path.write_text(odd_text(MINIMUM), "utf-8")
    return path


@pytest.mark.parametrize(("ending", "start"), STARTS.items())
def test_the_ending_says_what_is_made(odd, ending, start):
    output = odd.with_suffix(ending)
    result = CliRunner().invoke(app, ["schema", "compile", str(odd), "-o", str(output)])
    assert result.exit_code == 0, result.output
    assert output.read_bytes().startswith(start)


def test_findings_are_told_and_do_not_stop_the_work(odd):
    odd.write_text(odd_text(MINIMUM + '<specGrpRef target="#nowhere"/>'), "utf-8")
    result = CliRunner().invoke(app, ["schema", "compile", str(odd), "-o", str(odd.with_suffix(".rng"))])
    assert result.exit_code == 0
    assert "S107" in result.stderr


def test_an_unknown_ending_is_refused_and_nothing_written(odd):
    output = odd.with_suffix(".dtd")
    result = CliRunner().invoke(app, ["schema", "compile", str(odd), "-o", str(output)])
    assert isinstance(result.exception, InputError)
    assert codes.message(result.exception.finding) == "cannot tell from the name small.dtd what to make"
    assert not output.exists()


def test_a_bad_customisation_leaves_what_was_there(odd):
    output = odd.with_suffix(".rng")
    output.write_bytes(b"before")
    odd.write_text(odd_text('<moduleRef key="nowhere"/>'), "utf-8")
    assert CliRunner().invoke(app, ["schema", "compile", str(odd), "-o", str(output)]).exit_code != 0
    assert output.read_bytes() == b"before"


def test_a_file_that_is_no_release_changes_nothing(odd):
    before = (resource("schemas") / "p5.facts").read_bytes()
    result = CliRunner().invoke(app, ["schema", "update", str(odd)])
    assert isinstance(result.exception, InputError)
    assert (resource("schemas") / "p5.facts").read_bytes() == before
