"""The view of single constructs: TEI on the left, the behaviour on the right."""

from __future__ import annotations

from tests.renderers.conftest import View


def test_an_open_interval_keeps_its_open_end(view: View) -> None:
    assert '<v:time value="1918/">since 1918</v:time>' in view('<p><date from="1918">since 1918</date></p>')


def test_a_word_divided_at_a_line_end_is_whole_again(view: View) -> None:
    source = '<p>an exam-\n<lb break="no"/>ple</p>'
    assert view(source) == '<v:paragraph>an exam<v:break kind="space" joined="true"/>ple</v:paragraph>'


def test_the_diplomatic_reading_keeps_the_hyphen_and_the_line_end(view: View) -> None:
    source = '<p>an exam-\n<lb break="no"/>ple</p>'
    expected = '<v:paragraph>an exam-<v:break kind="line" joined="true"/>ple</v:paragraph>'
    assert view(source, reading="diplomatic") == expected


def test_of_a_choice_the_correction_is_shown_and_the_source_called(view: View) -> None:
    made = view("<p><choice><sic>wel</sic><corr>well</corr></choice></p>")
    assert '<v:noteref kind="reading" note="app:1" id="reading:1" label="1">well</v:noteref>' in made
    assert '<v:variant kind="sic">wel</v:variant>' in made


def test_the_diplomatic_reading_shows_the_source(view: View) -> None:
    made = view("<p><choice><abbr>dr</abbr><expan>doctor</expan></choice></p>", reading="diplomatic")
    assert 'label="1">dr</v:noteref>' in made


def test_without_an_apparatus_only_one_reading_is_left(view: View) -> None:
    made = view("<p><app><lem>drew</lem><rdg>drue</rdg></app></p>", apparatus="none")
    assert "drew" in made
    assert "drue" not in made


def test_the_clear_reading_leaves_deletions_out(view: View) -> None:
    source = "<p>a <del>black</del> stone</p>"
    assert "black" in view(source)
    assert view(source, reading="clear") == "<v:paragraph>a  stone</v:paragraph>"


def test_a_marker_of_the_source_calls_its_note(view: View) -> None:
    made = view('<p>x<ref target="#n">1</ref><note xml:id="n"><label>1.</label> Why.</note></p>')
    assert '<v:noteref note="n" label="1" id="ref:1">1</v:noteref>' in made
    assert '<v:note id="n" number="1" back="ref:1">' in made


def test_a_note_whose_first_paragraph_holds_its_label_gets_no_second_one(view: View) -> None:
    made = view(
        '<p>x<ref target="#n">4</ref><note xml:id="n"><p><label>[4]</label> Why.</p> <p>And how.</p></note></p>'
    )
    assert '<v:note id="n" number="1" back="ref:1">' in made


def test_a_label_later_in_a_note_is_not_the_notes_own(view: View) -> None:
    made = view('<p>x<note xml:id="n"><p>Why:</p><p><label>1.</label> so.</p></note></p>')
    assert '<v:note id="n" number="1" back="ref:1" label="1">' in made


def test_items_that_bring_their_own_roman_numbers_get_no_bullets(view: View) -> None:
    made = view("<list><item>CHAPTER PAGE</item><item>I. The Mail 1</item><item>II. The Letter 17</item></list>")
    assert '<v:list kind="plain">' in made


def test_a_note_without_a_marker_gets_a_number(view: View) -> None:
    made = view("<p>x<note>Why.</note></p>")
    assert '<v:noteref note="note:1" label="1" id="ref:1"/>' in made


def test_see_note_three_is_a_link_and_no_marker(view: View) -> None:
    made = view('<p>x<note xml:id="n">Why.</note> as said in <ref target="#n">the note above</ref></p>')
    assert '<v:link href="#n">the note above</v:link>' in made


def test_the_first_of_two_equal_ids_keeps_it(view: View) -> None:
    made = view('<p xml:id="x">one</p><p xml:id="x">two</p>')
    assert made == '<v:paragraph id="x">one</v:paragraph><v:paragraph>two</v:paragraph>'


def test_a_pointer_that_leads_nowhere_is_no_link(view: View) -> None:
    assert view('<p><ref target="#none">there</ref></p>') == "<v:paragraph>there</v:paragraph>"


def test_a_pointer_that_a_browser_would_execute_is_no_link(view: View) -> None:
    assert "javascript" not in view('<p><ref target="javascript:alert(1)">there</ref></p>')


def test_a_private_prefix_is_expanded(view: View) -> None:
    header = (
        "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc><encodingDesc><listPrefixDef>"
        '<prefixDef ident="wd" matchPattern="(Q[0-9]+)" replacementPattern="https://www.wikidata.org/wiki/$1"/>'
        "</listPrefixDef></encodingDesc></teiHeader>"
    )
    made = view('<p><name ref="wd:Q42">Adams</name></p>', header)
    assert 'target="https://www.wikidata.org/wiki/Q42"' in made


def test_a_base_resolves_a_relative_pointer(view: View) -> None:
    made = view('<p xml:base="https://example.org/a/"><ref target="b.html">b</ref></p>')
    assert 'href="https://example.org/a/b.html"' in made


def test_style_keeps_what_is_of_type_and_drops_what_hides_or_fetches(view: View) -> None:
    style = "font-style: italic; display: none; background: url(http://x); position: fixed; color: red"
    made = view(f'<p style="{style}">x</p>')
    assert made == '<v:paragraph style="font-style:italic">x</v:paragraph>'


def test_many_words_for_italics_are_one(view: View) -> None:
    made = [view(f'<p><hi rend="{word}">x</hi></p>') for word in ("italic", "i", "Italics", "it")]
    assert set(made) == {'<v:paragraph><v:inline kind="hi" rend="italic">x</v:inline></v:paragraph>'}


def test_punctuation_stands_at_its_word(view: View) -> None:
    source = "<p><s>\n<w>Dogs</w>\n<w>bark</w>\n<pc>!</pc>\n</s></p>"
    assert "".join(view(source).split("\n")).count("bark!") == 1


def test_words_that_touch_in_the_file_are_parted(view: View) -> None:
    assert "The cat, it slept." in view(
        '<p><w>The</w><w>cat</w><pc>,</pc><w>it</w><w>sl</w><w join="left">ept</w><pc>.</pc></p>'
    )


def test_names_of_three_letters_for_languages_are_made_short(view: View) -> None:
    assert '<v:inline kind="foreign" lang="la">' in view('<p><foreign xml:lang="lat">ergo</foreign></p>')


def test_a_glyph_is_what_its_declaration_maps_it_to(view: View) -> None:
    header = (
        "<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc><encodingDesc><charDecl>"
        '<glyph xml:id="st"><mapping type="standard">st</mapping></glyph></charDecl></encodingDesc></teiHeader>'
    )
    assert "fast" in view('<p>fa<g ref="#st"/></p>', header)


def test_parts_of_a_name_that_touch_are_parted(view: View) -> None:
    source = "<p><persName><forename>Ada</forename><surname>Fell</surname></persName></p>"
    assert '<v:name kind="persName">Ada Fell</v:name>' in view(source)
