"""How annotations become elements: nesting, crossing, notes at their anchors, and the record of what is left out."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.encode.build import document
from toolkit.encode.body import write_body
from toolkit.model.annotation import Annotation
from toolkit.model.document import in_order

TAGGED = ' resp="#tagger" cert="high"'


def written(marked: str) -> str:
    """What stands in the body, without the ids of paragraphs."""
    xml = write_body(document(marked), "plain").xml
    inner = xml[xml.index("<body>") + 6 : xml.index("</body>")]
    return re.sub(r' xml:id="(p|div)-\d+"', "", inner).replace(TAGGED, "")


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("⟦p one & <two>⟧", "<p>one &amp; &lt;two&gt;</p>"),
        ("⟦head A⟧\n\n⟦p b⟧\n", "<head>A</head>\n\n<p>b</p>\n"),
        ("⟦div ⟦head A⟧\n⟦p b⟧⟧", "<div><head>A</head>\n<p>b</p></div>"),
        ("⟦p he ⟦said “⟦person Ann⟧ came”⟧.⟧", "<p>he <said>“<persName>Ann</persName> came”</said>.</p>"),
        (
            "⟦p ⟦emphasis ⟦omitted _⟧so⟦omitted _⟧⟧⟧",
            '<p><hi><metamark function="markup">_</metamark>so<metamark function="markup">_</metamark></hi></p>',
        ),
    ],
)
def test_the_text_stays_and_tags_stand_between(marked: str, expected: str) -> None:
    assert written(marked) == expected


def test_a_form_feed_which_xml_forbids_is_kept_on_record() -> None:
    assert written("⟦p a⟧\n⟦page-break \f⟧\n⟦p b⟧") == '<p>a</p>\n<pb/><?tei-toolkit omitted="\\f"?>\n<p>b</p>'


def test_a_form_feed_after_a_note_that_is_moved_is_kept_once() -> None:
    assert written("⟦p a⟦note-marker@n1 1⟧⟧\n⟦note#n1 why⟧⟦page-break \f⟧") == (
        '<p>a<ref type="noteAnchor" target="#n1">1</ref><note xml:id="n1" resp="#plain" cert="high">why</note></p>\n'
        '<?tei-toolkit moved="n1"?><pb/><?tei-toolkit omitted="\\f"?>'
    )


def test_text_outside_every_block_gets_a_block_of_its_own() -> None:
    assert written("stray\n\n⟦p b⟧") == "<ab>stray</ab>\n\n<p>b</p>"


def test_a_quotation_over_paragraphs_is_cut_at_their_borders_and_tied() -> None:
    assert written("⟦q ⟦p “a⟧\n\n⟦p “b”⟧⟧") == (
        '<p><q xml:id="q-1.1" next="#q-1.2">“a</q></p>\n\n<p><q xml:id="q-1.2" prev="#q-1.1">“b”</q></p>'
    )


def test_of_two_that_cross_the_lower_rank_is_cut() -> None:
    text = document("⟦p ⟦said one two⟧ three⟧")
    crossing = replace(text, annotations=in_order((*text.annotations, Annotation(4, 13, "date", "tagger"))))
    xml = write_body(crossing, "plain").xml.replace(TAGGED, "")
    assert '<said>one <date xml:id="date-2.1" next="#date-2.2">two</date></said>' in xml
    assert '<date xml:id="date-2.2" prev="#date-2.1">three</date>' in xml


def _with_quotation_that_goes_on(marked: str) -> str:
    """The body's XML where a quotation points back to the one that has the id s1."""
    text = document(marked)
    start = text.source.text.index("“go”")
    later = Annotation(start, start + 4, "said", "tagger", attributes={"corresp": "#s1"})
    return write_body(replace(text, annotations=in_order((*text.annotations, later))), "plain").xml


def test_a_quotation_points_to_the_one_that_it_goes_on_with() -> None:
    xml = _with_quotation_that_goes_on("⟦p ⟦said#s1 “I shall,”⟧ he said, “go”.⟧")
    assert 'xml:id="s1"' in xml
    assert 'corresp="#s1"' in xml


def test_a_quotation_does_not_point_to_one_that_is_cut_into_numbered_parts() -> None:
    xml = _with_quotation_that_goes_on("⟦said#s1 ⟦p “I⟧\n\n⟦p shall,”⟧⟧\n\n⟦p he said, “go”.⟧")
    assert 'xml:id="said-1.2"' in xml
    assert "corresp" not in xml


def test_a_quotation_does_not_point_to_one_that_is_dropped() -> None:
    xml = _with_quotation_that_goes_on("⟦p he said, “go”.⟧\n⟦closer ⟦signed ⟦said#s1 “I shall,”⟧⟧⟧")
    assert 'xml:id="s1"' not in xml
    assert "corresp" not in xml


def test_a_note_goes_to_its_anchor_and_its_place_is_kept_on_record() -> None:
    assert written("⟦p a⟦note-marker@n1 1⟧ b⟧\n\n⟦note#n1 ⟦note-label 1⟧ why⟧\n\n⟦p c⟧") == (
        '<p>a<ref type="noteAnchor" target="#n1">1</ref>'
        '<note xml:id="n1" resp="#plain" cert="high"><label>1</label> why</note> b</p>\n\n'
        '<?tei-toolkit moved="n1"?>\n\n<p>c</p>'
    )


def test_a_note_that_nothing_points_to_stays_where_it_stands() -> None:
    assert written("⟦p a⟧\n⟦note#n1 why⟧") == ('<p>a</p>\n<note xml:id="n1" resp="#plain" cert="high">why</note>')


def test_a_note_whose_only_marker_is_its_own_stays_where_it_stands() -> None:
    assert "omitted" not in written("⟦p a⟧\n⟦note#n1 why⟦note-marker@n1 1⟧⟧")
    assert "why" in written("⟦p a⟧\n⟦note#n1 why⟦note-marker@n1 1⟧⟧")


def test_a_divided_word_keeps_its_hyphen_and_gets_a_line_break_that_does_not_break() -> None:
    assert written("⟦p exam⟦hyphenation -\n⟧ple⟧") == '<p>exam-\n<lb break="no"/>ple</p>'


def test_a_head_after_paragraphs_keeps_its_text_and_loses_its_rank() -> None:
    assert written("⟦p a⟧\n⟦head B⟧\n⟦p c⟧") == '<p>a</p>\n<ab type="head">B</ab>\n<p>c</p>'


def test_a_paragraph_after_an_inner_division_gets_a_division() -> None:
    assert written("⟦div ⟦p a⟧⟧\n⟦p b⟧") == "<div><p>a</p></div>\n<div><p>b</p></div>"


def test_an_opener_amid_the_text_gives_up_its_wrapper() -> None:
    assert written("⟦p a⟧\n⟦opener ⟦dateline Rome⟧⟧\n⟦p b⟧") == "<p>a</p>\n<ab>Rome</ab>\n<p>b</p>"


def test_a_closer_at_the_end_stays_a_closer() -> None:
    assert written("⟦p a⟧\n⟦closer ⟦signed Ann⟧⟧\n") == "<p>a</p>\n<closer><signed>Ann</signed></closer>\n"


def test_so_called_words_that_hold_a_quotation_are_a_q() -> None:
    assert written("⟦p ⟦so-called “a ⟦quote ‘b’⟧”⟧⟧") == "<p><q>“a <quote>‘b’</quote>”</q></p>"


def test_no_quotation_stands_in_a_signature() -> None:
    assert written("⟦p a⟧\n⟦closer ⟦signed ⟦q “Ann”⟧⟧⟧") == "<p>a</p>\n<closer><signed>“Ann”</signed></closer>"


def test_a_text_that_is_but_a_title_has_a_block() -> None:
    assert written("⟦head Title⟧") == "<ab>Title</ab>"


def test_front_matter_stands_before_the_body() -> None:
    xml = write_body(document("⟦front ⟦title-page ⟦title T⟧⟧⟧\n\n⟦p a⟧"), "plain").xml
    assert "<front><titlePage><titlePart>T</titlePart></titlePage></front><body>" in xml
