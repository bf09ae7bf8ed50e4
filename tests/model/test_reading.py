"""The reading: what taggers see of a text, and the way back to the source."""

from toolkit.model.annotation import Annotation
from toolkit.model.document import in_order
from toolkit.model.reading import reading_of


def mark(text: str, kind: str, part: str) -> Annotation:
    start = text.index(part)
    return Annotation(start, start + len(part), kind, "test")


def test_a_block_is_a_line_and_a_line_end_inside_it_is_a_space() -> None:
    text = "  Title\n\nOne line\n   and another.  \n"
    reading = reading_of(
        text, in_order([mark(text, "head", "  Title"), mark(text, "p", "One line\n   and another.  ")])
    )
    assert reading.text == "Title\nOne line and another."
    assert [(b.kind, b.start, b.end) for b in reading.blocks] == [("head", 0, 5), ("p", 6, 27)]
    start = reading.text.index("and")
    assert text[slice(*reading.to_source(start, start + 11))] == "and another"


def test_a_hyphen_that_only_divides_a_word_is_not_read() -> None:
    text = "an exam-\nple here"
    reading = reading_of(text, in_order([mark(text, "p", text), mark(text, "hyphenation", "-\n")]))
    assert reading.text == "an example here"
    start = reading.text.index("example")
    assert text[slice(*reading.to_source(start, start + 7))] == "exam-\nple"


def test_a_note_amid_a_paragraph_is_a_block_of_its_own_and_the_paragraph_reads_on() -> None:
    text = "John¹ went\n\n¹ A note.\n\n12\n\nhome."
    marks = [mark(text, "p", text), mark(text, "note-marker", "¹"), mark(text, "page-number", "12")]
    note = Annotation(text.index("¹ A"), text.index("¹ A") + 9, "note", "test")
    label = Annotation(note.start, note.start + 2, "note-label", "test")
    reading = reading_of(text, in_order([*marks, note, label]))
    assert reading.text == "John went home.\nA note."
    assert [block.kind for block in reading.blocks] == ["p", "note"]


def test_a_word_divided_by_a_page_is_read_whole() -> None:
    text = "an exam-\n\n12\n\nple"
    marks = [mark(text, "p", text), mark(text, "page-number", "12"), mark(text, "hyphenation", "-\n\n12\n\n")]
    assert reading_of(text, in_order(marks)).text == "an example"


def test_source_offsets_and_positions_are_each_others_inverse() -> None:
    text = "First\nline.\n\nSecond."
    reading = reading_of(text, in_order([mark(text, "p", "First\nline."), mark(text, "p", "Second.")]))
    for position, character in enumerate(reading.text):
        if character.isalpha():
            assert reading.from_source(reading.offset(position)) == position
    assert reading.from_source(11) is None
