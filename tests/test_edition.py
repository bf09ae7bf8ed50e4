"""The edition that the repository holds: each text of tei/source/ encodes to the file beside it, byte for byte.

RENEW_GOLDEN=1 writes the files anew; read what changed before you keep it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from toolkit.config import Settings
from toolkit.pipeline import encode, road
from toolkit.validation import Options, validate

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "tei" / "source").glob("*.txt"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_a_source_encodes_to_the_document_that_is_kept(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    kept = ROOT / "tei" / f"{source.stem}.xml"
    encoded = encode(source.relative_to(ROOT), road(Settings()))
    if os.environ.get("RENEW_GOLDEN"):
        kept.write_bytes(encoded.tei)
    assert encoded.tei == kept.read_bytes()


@pytest.mark.parametrize("schema", ["toolkit", "tei_all"])
def test_the_documents_that_are_kept_are_valid(schema: str) -> None:
    report = validate([ROOT / "tei"], Options((schema,)))
    assert len(report.checked) == len(SOURCES)
    assert not report.findings
