"""The schemas in schemas/ are what their customisations compile to: `make schemas` renews them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from toolkit.resources import resource
from toolkit.schema.compile import WRITERS, compile_files, compile_odd, read_odd, tei_all


@pytest.mark.parametrize("ending", [".rng", ".xsd", ".sch"])
@pytest.mark.parametrize("name", ["toolkit", "tei_all"])
def test_a_schema_is_up_to_date(name, ending):
    odd = resource("schemas") / f"{name}.odd"
    compiled = compile_files(odd, [Path(f"x{ending}")])
    assert compiled.files[Path(f"x{ending}")] == odd.with_suffix(ending).read_bytes()
    assert compiled.findings == ()


def test_all_modules_together_are_all_of_tei():
    assert read_odd(resource("schemas") / "tei_all.odd").schema.specs == tei_all().specs


@pytest.mark.parametrize("name", ["toolkit", "tei_all"])
def test_the_schemas_load(name):
    assert etree.RelaxNG(etree.parse(resource("schemas") / f"{name}.rng"))


def test_the_same_customisation_gives_the_same_bytes():
    odd = resource("schemas") / "toolkit.odd"
    outputs = [Path(f"x{ending}") for ending in WRITERS]
    assert compile_files(odd, outputs).files == compile_files(odd, outputs).files


def test_a_fragment_may_start_with_any_element_that_another_may_hold():
    odd = resource("schemas") / "toolkit.odd"
    roots = [len(compile_odd(odd, any_root=fragment).start.items) for fragment in (False, True)]
    assert roots[0] == 2
    assert roots[1] > 200
