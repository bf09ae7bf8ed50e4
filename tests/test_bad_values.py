"""What a metadata or authority file says wrongly is told as a fault of that file, not of the toolkit."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.codes import message
from toolkit.config import Settings
from toolkit.errors import ConfigError, InputError
from toolkit.pipeline import encode, road
from toolkit.readers.metadata import read_metadata
from toolkit.taggers.persons.authority import read_authority
from toolkit.validation import Judge, Options


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('written = "0000"', "written must be a date like 1936, 1936-08 or 1936-08-04, not '0000'"),
        ('date = "2026-02-31"', "date must be a date like 1936, 1936-08 or 1936-08-04, not '2026-02-31'"),
        ('languages = ["plain English"]', "a language is a tag such as en, de or grc, not 'plain English'"),
        ('language = ""', "a language is a tag such as en, de or grc, not ''"),
        ('language = "English"', "a language is a tag such as en, de or grc, not 'English'"),
        ('title = "a\\u0001"', "title holds a character that XML forbids, U+0001"),
        ('identifiers = { doi = "a\\uFFFE" }', "identifiers holds a character that XML forbids, U+FFFE"),
        ('identifiers = { "call number" = "MS 12" }', "the scheme of an identifier is one word, such as DOI, not"),
    ],
)
def test_metadata_that_tei_cannot_hold_are_refused(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "letter.toml"
    path.write_text(line, "utf-8")
    with pytest.raises(ConfigError) as caught:
        read_metadata(path)
    assert message(caught.value.finding).startswith(said)


@pytest.mark.parametrize(
    ("columns", "values", "code"),
    [
        ("birth", "0000", "T305"),
        ("birth", "1775-13", "T305"),
        ("death", "1817-02-31", "T305"),
        ("idno:call number", "MS 12", "T301"),
    ],
)
def test_persons_whom_tei_cannot_hold_are_refused(tmp_path: Path, columns: str, values: str, code: str) -> None:
    path = tmp_path / "persons.csv"
    path.write_text(f"id,name,{columns}\na,Jane Austen,{values}\n", "utf-8")
    with pytest.raises(ConfigError) as caught:
        read_authority(path)
    assert (caught.value.finding.code, caught.value.finding.line) == (code, 2)


def test_a_language_that_is_no_tag_is_refused() -> None:
    with pytest.raises(ConfigError, match="C009"):
        road(Settings(language="plain English", only=("dates",)))


def test_a_model_that_is_not_there_is_refused() -> None:
    with pytest.raises(ConfigError, match="C009"):
        road(Settings(model="big"))


@pytest.mark.parametrize(
    ("licence", "target"),
    [
        ("https://example.org/by/4.0/", b'target="https://example.org/by/4.0/"'),
        ("https://example.org/by/4.0/, but ask first", b'target="https://example.org/by/4.0/"'),
        ("CC BY 4.0", b"<licence>"),
        ("http://[to be found]", b"<licence>"),
    ],
)
def test_a_licence_points_to_the_address_in_it_if_it_has_one(tmp_path: Path, licence: str, target: bytes) -> None:
    (tmp_path / "letter.txt").write_text("He came.\n", "utf-8")
    (tmp_path / "letter.toml").write_text(f'licence = "{licence}"\n', "utf-8")
    assert target in encode(tmp_path / "letter.txt", road(Settings(language="en", only=("dates",)))).tei


def test_an_address_that_is_none_is_told_as_a_schema_that_is_not_here(tmp_path: Path) -> None:
    path = tmp_path / "letter.xml"
    path.write_text(
        '<?xml-model href="http://[letters.rng"?><p xmlns="http://www.tei-c.org/ns/1.0">Dear Ada</p>', "utf-8"
    )
    told = Judge(Options(fragment=True)).check(path)
    assert [(finding.code, finding.values["href"]) for finding in told] == [("V092", "http://[letters.rng")]


def test_elements_nested_beyond_all_measure_are_told_as_bad_markup(tmp_path: Path) -> None:
    path = tmp_path / "letter.xml"
    deep = f"{'<hi>' * 3000}Ada{'</hi>' * 3000}"
    path.write_text(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>{deep}</p></body></text></TEI>', "utf-8")
    with pytest.raises(InputError, match="E002"):
        encode(path, road(Settings(only=("dates",))))
