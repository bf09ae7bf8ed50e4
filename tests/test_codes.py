"""The catalogue: every code is whole, is used, and says what it promises."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from toolkit.codes import catalogue, hint, message
from toolkit.model.finding import Finding

ROOT = Path(__file__).resolve().parent.parent
CODE = re.compile(r"\"([CERTVSXP]\d{3})\"")


def test_every_code_that_is_raised_is_in_the_catalogue_and_every_entry_is_raised() -> None:
    raised = {code for path in (ROOT / "toolkit").rglob("*.py") for code in CODE.findall(path.read_text("utf-8"))}
    assert raised == set(catalogue())


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_an_entry_is_whole(code: str) -> None:
    entry = catalogue()[code]
    for text in (entry.title, entry.message, entry.hint, entry.why, entry.bad, entry.good, entry.since):
        assert text.strip()
    assert "\n" not in entry.message + entry.hint
    assert not entry.title.endswith(".")


def test_a_value_that_is_missing_raises_and_is_never_printed_blank() -> None:
    needing = next(entry.code for entry in catalogue().values() if "{" in entry.message)
    with pytest.raises(KeyError):
        message(Finding("x", 0, 0, needing))


def test_a_finding_says_its_values() -> None:
    finding = Finding("x", 0, 0, "C009", {"option": "--only", "value": "person", "choices": "persons, dates"})
    assert message(finding) == "--only: person is not known"
    assert hint(finding) == "Choose among persons, dates."
