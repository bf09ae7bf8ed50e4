"""Opening marks that older printers repeat at the head of each line of a quotation."""

import pytest


@pytest.mark.parametrize(
    ("language", "quoted"),
    [
        ("en", "“I give to my son\n“all my lands, and to my\n“daughter ten pounds.”"),
        ("en", '"I give to my son\n"all my lands, and to my\n"daughter ten pounds."'),
        ("en", "‘I give to my son\n‘all my lands, and to my\n‘daughter ten pounds.’"),
        ("de", "„Ich gebe meinem Sohne\n„alle Güter und meiner\n„Tochter zehn Gulden.“"),
        ("fr", "« Il était une fois un roi\n« qui vivait seul dans un\n« château. »"),
        ("fr", "« Il était une fois un roi\n» qui vivait seul dans un\n» château. »"),
    ],
)
def test_a_mark_repeated_at_the_head_of_each_line_opens_nothing(quotations, language, quoted):
    assert quotations(f"A. {quoted} B.", language) == [quoted]


def test_quotations_of_their_own_may_begin_lines_that_follow_one_another(quotations):
    text = '"Yes," said he. "I go."\n"No!" cried she.\n"Let me go," he said.'
    assert quotations(text) == ['"Yes,"', '"I go."', '"No!"', '"Let me go,"']


def test_a_closing_mark_that_a_wrapped_line_begins_with_closes(quotations):
    assert quotations('"Yes, I go,\n" said he.\n"And I?" she asked.') == ['"Yes, I go,\n"', '"And I?"']
