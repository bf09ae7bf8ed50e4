"""The road as a whole: its promises hold for any text, and what was read once is encoded the same way always."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.config import Settings
from toolkit.encode import ledger
from toolkit.errors import ConfigError
from toolkit.pipeline import encode, in_turn, road

MARKS = ["“", "”", "'", '"', "‘so’", "[1]", "1", "*", "—", "«", "»", "I.", "* * *", "12"]
PHRASES = ["the", "Mr. Smith", "John", "said", "“Come,”", "5 June 1936", "1923-28", "CHAPTER IV", "1. Of heads"]
WORDS = st.sampled_from([*MARKS, *PHRASES, "Dear Ann,", "Yours,", "_word_", "exam-", "note"])
BREAKS = st.sampled_from([" ", " ", " ", "\n", "\n\n", "\n\n\n", "\n    ", "\f", "\t", "\u00a0"])
TEXTS = st.lists(st.tuples(WORDS, BREAKS), min_size=1, max_size=40).map(
    lambda pieces: "".join(part for piece in pieces for part in piece)
)


@pytest.fixture(scope="module")
def way():  # type: ignore[no-untyped-def]
    return road(Settings(model="none"))


@settings(max_examples=120, deadline=None)
@given(text=TEXTS)
def test_any_text_is_whole_and_valid_or_refused(text: str, way, tmp_path_factory: pytest.TempPathFactory) -> None:  # type: ignore[no-untyped-def]
    source = tmp_path_factory.getbasetemp() / "any.txt"
    source.write_bytes(text.encode())
    encoded = encode(source, way)
    assert ledger(encoded.tei, "any.xml").text == text
    assert encode(source, way).tei == encoded.tei


def test_line_ends_are_recorded_and_the_text_is_the_same(way, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    texts = []
    for name, end in (("LF", "\n"), ("CRLF", "\r\n"), ("CR", "\r")):
        path = tmp_path / f"{name}.txt"
        path.write_bytes(f"One line.{end}{end}Another line.{end}".encode())
        encoded = encode(path, way)
        assert f'<note type="lineEnds">{name}</note>'.encode() in encoded.tei
        texts.append(encoded.ledger.text)
    assert texts == ["One line.\n\nAnother line.\n"] * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_tells_the_encoding(encoding: str, way, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "text.txt"
    path.write_bytes("Où est l’été ?\n".encode(encoding))
    assert encode(path, way).ledger.text == "Où est l’été ?\n"


class Fake:
    """A tagger that only has a name and its wishes."""

    def __init__(self, name: str, *after: str) -> None:
        self.name, self.after = name, after


def test_taggers_run_after_those_they_look_at() -> None:
    order = in_turn([Fake("a", "c"), Fake("b"), Fake("c", "b"), Fake("d", "absent")])  # type: ignore[list-item]
    assert [tagger.name for tagger in order] == ["b", "c", "a", "d"]


def test_an_unknown_tagger_is_refused_with_those_there_are() -> None:
    with pytest.raises(ConfigError) as error:
        road(Settings(only=("place",)))
    assert "persons" in error.value.finding.values["choices"]
