"""Paragraphs: a line each, between blank lines, hard-wrapped, with indents; block quotations, rules."""

from __future__ import annotations

from tests.readers.outline import outline, read, texts

WRAPPED = """\
The road to the village ran along the river for a mile or more, and then
turned up the hill between two walls of stone which had been built in
the time of the old king.

At the top of the hill there stood an inn. It was kept by a widow and
her two sons, who had come there from the coast after the war, and who
sold bread and wine to travellers.
"""
INDENTED = """\
   The road to the village ran along the river for a mile or more, and
then turned up the hill between two walls of stone which had been built
in the time of the old king.
   At the top of the hill there stood an inn. It was kept by a widow and
her two sons, who had come there from the coast after the war, and who
sold bread and wine to travellers.
   Nobody knew her name. She had been seen for the first time on a market
day, in the spring of a wet year, with a basket on her arm.
"""


def test_a_line_is_a_paragraph_where_lines_are_long() -> None:
    text = f"{'One sentence of the first paragraph. ' * 8}\n{'Another sentence stands here, of the second. ' * 6}\n"
    assert len(texts(read(text), "p")) == 2


def test_hard_wrapped_lines_are_joined_between_blank_lines() -> None:
    document = read(WRAPPED)
    assert [t[:8] for t in texts(document, "p")] == ["The road", "At the t"]
    assert "and then turned up the hill" in document.reading.text


def test_an_indent_begins_a_paragraph_where_no_blank_line_does() -> None:
    assert [t[:8] for t in texts(read(INDENTED), "p")] == ["The road", "At the t", "Nobody k"]


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph_where_nothing_else_does() -> None:
    text = INDENTED.replace("   ", "")
    assert [t[:8] for t in texts(read(text), "p")] == ["The road", "At the t", "Nobody k"]


def test_prose_that_is_set_in_is_a_block_quotation() -> None:
    text = WRAPPED + (
        "\nHer letter said:\n\n"
        "    I have sold the house and the land, and I do not mean to\n"
        "    come back. You will find the keys where they have always\n"
        "    been kept.\n\n"
        "That was all that she had written, and it was more than he had hoped\n"
        "for when he opened it with his knife.\n"
    )
    document = read(text)
    assert [t[:11] for t in texts(document, "block-quote")] == ["I have sold"]
    assert texts(document, "p")[3] == texts(document, "block-quote")[0]


def test_rules_and_asterisms_are_rules() -> None:
    text = (
        WRAPPED.replace("\n\n", "\n\n       *       *       *\n\n", 1)
        + "\n----------\n\n"
        + WRAPPED
        + "\n⁂\n\n"
        + WRAPPED
    )
    assert texts(read(text), "rule") == ["* * *", "----------", "⁂"]


def test_dialogue_stays_paragraphs() -> None:
    said = ('"Is it you?" she asked.', '"It is."', '"Come in, then, and shut the door."', "- Never!", "- Why not?")
    text = "\n\n".join(said)
    assert outline(read(text), "p", "head", "lg", "list", "title") == [f"p: {line}" for line in said]


def test_a_text_of_one_line_is_one_paragraph() -> None:
    assert outline(read("A single sentence, and no more.")) == ["p: A single sentence, and no more."]
