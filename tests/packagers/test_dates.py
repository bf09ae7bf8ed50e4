"""The date of a package: stated, never the clock's."""

import pytest

from toolkit.packagers.dates import UNDATED, iso, package_date


def test_the_epoch_goes_before_documented_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert iso(package_date(["2026-01-01"])) == "1970-01-01T00:00:00Z"


def test_without_it_the_newest_change_counts_in_utc() -> None:
    assert iso(package_date(["2024", "2025-03", "2025-03-01T01:00:00+02:00", "soon"])) == "2025-03-01T00:00:00Z"


def test_nothing_documented_is_not_the_clock() -> None:
    assert package_date(["", "unknown"]) == UNDATED


def test_an_epoch_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    with pytest.raises(ValueError):
        package_date([])
