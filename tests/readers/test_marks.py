"""Marks of form within blocks: hyphens at line ends, underscores for italics."""

from __future__ import annotations

from tests.readers.outline import links, read, texts


def wrapped(first: str, second: str, more: str = "") -> str:
    """Two hard-wrapped lines of which the first ends as given."""
    return (
        f"The road to the village ran along the river for a mile or more, {first}\n"
        f"{second} and turned up the hill between two walls of stone which had been\n"
        f"built in the time of the old king, as everybody in the country knew.\n\n{more}\n"
    )


def test_a_hyphen_that_only_divides_a_word_is_recorded() -> None:
    document = read(wrapped("exam-", "ple"))
    assert document.source.text[slice(*_span(document))] == "-\n"
    assert "more, example and turned" in document.reading.text


def _span(document) -> tuple[int, int]:  # type: ignore[no-untyped-def]
    (found,) = document.of_kind("hyphenation")
    return found.start, found.end


def test_a_word_seen_whole_elsewhere_is_surely_divided() -> None:
    document = read(wrapped("exam-", "ple", "For example."))
    assert document.of_kind("hyphenation")[0].cert.value == "high"
    assert read(wrapped("exam-", "ple")).of_kind("hyphenation")[0].cert.value == "medium"


def test_a_word_written_with_its_hyphen_elsewhere_keeps_it() -> None:
    document = read(wrapped("twenty-", "five", "There were twenty-five of them."))
    assert document.of_kind("hyphenation") == ()
    assert "twenty- five" in document.reading.text


def test_a_compound_of_words_that_stand_alone_keeps_its_hyphen() -> None:
    assert read(wrapped("well-", "known", "It is known well.")).of_kind("hyphenation") == ()
    assert read(wrapped("self-", "denying")).of_kind("hyphenation") == ()


def test_dashes_and_capitals_after_a_hyphen_divide_no_word() -> None:
    assert read(wrapped("a thing--", "as it were")).of_kind("hyphenation") == ()
    assert read(wrapped("Anglo-", "Saxon")).of_kind("hyphenation") == ()


def test_a_soft_hyphen_at_a_line_end_divides_a_word() -> None:
    assert read(wrapped("ex\u00ad", "ample")).of_kind("hyphenation")[0].cert.value == "high"


def test_underscores_are_emphasis_and_left_out_on_record() -> None:
    document = read("He read _War and Peace_ twice, and _The Idiot_ never, in file_name_x.")
    assert texts(document, "emphasis") == ["War and Peace", "The Idiot"]
    assert texts(document, "omitted") == ["_"] * 4
    assert document.of_kind("emphasis")[0].attributes == {"rend": "italic"}
    assert document.reading.text == "He read War and Peace twice, and The Idiot never, in file_name_x."


def test_an_underscore_that_is_never_closed_stays() -> None:
    document = read("He read _War and Peace twice.\n\nAnd never_ again.")
    assert document.of_kind("emphasis", "omitted") == ()


def test_a_line_between_stars_is_no_note_and_its_stars_call_none() -> None:
    text = (
        "*** START OF THE BOOK THE LAME POST-BOY ***\n\nThe mail was late that night, and nobody slept at the inn."
        "\n\n*** END OF THE BOOK THE LAME POST-BOY ***\n"
    )
    assert links(read(text)) == []
