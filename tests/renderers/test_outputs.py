"""What the outputs make of the view."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import pytest

from tests.renderers.conftest import DATA, Render, document
from toolkit.errors import ConfigError, InputError
from toolkit.renderers import renderer
from toolkit.renderers.lines import broken


def page(name: str) -> str:
    return renderer("html").render((DATA / name).read_bytes(), name)[0].decode()


def test_a_note_and_its_place_are_linked_both_ways(render: Render) -> None:
    made = render("html", "<p>x<note>Why.</note></p>")
    assert '<a href="#note:1" id="ref:1" class="noteref"' in made
    assert 'href="#ref:1"' in made
    assert '<div id="note:1"' in made


@pytest.mark.parametrize(("stated", "shown"), [("unknown", "letter.txt"), ("A Letter", "A Letter")])
def test_a_page_without_a_title_is_called_after_the_file_that_it_was_made_from(stated: str, shown: str) -> None:
    header = (
        f"<teiHeader><fileDesc><titleStmt><title>{stated}</title></titleStmt><publicationStmt><p/></publicationStmt>"
        '<sourceDesc><bibl type="digitalSource"><title>letter.txt</title></bibl></sourceDesc></fileDesc></teiHeader>'
    )
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{header}<text><body><p>He came.</p></body></text></TEI>'
    made = renderer("html").render(tei.encode(), "letter.xml")[0].decode()
    assert f"<title>{shown}</title>" in made


def test_every_id_of_a_page_is_its_only_one() -> None:
    for sample in DATA.glob("*.xml"):
        ids = re.findall(r' id="([^"]*)"', page(sample.name))
        assert len(ids) == len(set(ids)), sample.name


def test_every_link_inside_a_page_arrives() -> None:
    for sample in DATA.glob("*.xml"):
        text = page(sample.name)
        targets = set(map(unquote, re.findall(r' href="#([^"]*)"', text)))
        assert targets <= set(re.findall(r' id="([^"]*)"', text)), sample.name


def test_every_mention_of_a_person_is_in_the_register() -> None:
    text = page("chapter.xml")
    register = text[text.index('class="register"') :]
    for mention in re.findall(r'class="name persName[^"]*" id="([^"]*)"', text):
        assert f'href="#{mention}"' in register


def test_the_four_kinds_of_quotation_have_a_key() -> None:
    text = page("chapter.xml")
    legend = text[text.index('class="legend"') :]
    assert [kind for kind in ("said", "quote", "so-called", "q") if f'<span class="{kind}">' in legend] == [
        "said",
        "quote",
        "so-called",
        "q",
    ]


def test_metadata_are_said_in_dublin_core_and_json_ld() -> None:
    text = page("chapter.xml")
    assert '<meta name="DC.creator" content="Ada Fell">' in text
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert data is not None
    assert json.loads(data[1])["name"] == "The Harbour Papers"


def test_no_value_ends_the_script_element() -> None:
    header = "<teiHeader><fileDesc><titleStmt><title>&lt;/script>x</title></titleStmt></fileDesc></teiHeader>"
    text = renderer("html").render(document("<p>x</p>", header), "x")[0].decode()
    assert text.count("</script>") == 1


def test_a_link_holds_no_link(render: Render) -> None:
    made = render("html", '<p><ref target="http://a.org">to <ref target="http://b.org">b</ref></ref></p>')
    assert made.count('<a href="http') == 1


def test_a_paragraph_that_holds_a_list_is_no_html_paragraph(render: Render) -> None:
    made = render("html", "<p>one <list><item>two</item></list></p>")
    assert '<div class="p"' in made
    assert "<p" not in made


def test_the_words_around_the_text_are_in_the_reader_s_language() -> None:
    text = renderer("html", lang="de").render((DATA / "chapter.xml").read_bytes(), "x")[0].decode()
    assert ">Über dieses Dokument<" in text
    assert ">Personen<" in text


def test_notes_can_stand_in_their_place(render: Render) -> None:
    assert render("text", "<p>x<note>Why.</note> y</p>", notes="inline") == "x [Why.] y\n"


def test_notes_can_be_left_out(render: Render) -> None:
    assert render("text", "<p>x<note>Why.</note> y</p>", notes="none") == "x y\n"


def test_notes_of_a_plain_text_stand_at_its_end(render: Render) -> None:
    assert render("text", "<p>x<note>Why.</note> y</p>") == "x[1] y\n\n\n* * *\n\n[1] Why.\n"


def test_a_note_that_goes_on_elsewhere_is_shown_as_one(render: Render) -> None:
    parts = '<note xml:id="n.1" next="#n.2">He built</note> y</p><note xml:id="n.2" prev="#n.1">the mill.</note>'
    assert render("text", f"<p>x{parts}<p>z</p>") == "x[1] y\n\nz\n\n\n* * *\n\n[1] He built the mill.\n"


def test_a_note_that_only_its_rest_ties_loses_no_word(render: Render) -> None:
    rest = '<note prev="#n.1">the mill,</note><note prev="#n.1">and fled.</note>'
    made = render("text", f'<p>x<note xml:id="n.1">He built</note> y</p>{rest}<p>z</p>')
    assert made.endswith("[1] He built the mill, and fled.\n")


def test_notes_that_go_on_in_a_circle_are_all_shown(render: Render) -> None:
    parts = (
        '<note xml:id="n.1" next="#n.2" prev="#n.2">One</note> y<note xml:id="n.2" prev="#n.1" next="#n.1">two.</note>'
    )
    assert render("text", f"<p>x{parts}</p>").endswith("[1] One two.\n")


def test_the_lines_of_an_address_follow_one_another(render: Render) -> None:
    lines = "<address><addrLine>14 Mincing Lane</addrLine><addrLine>London</addrLine></address>"
    assert render("text", f"<opener>{lines}</opener><p>x</p>") == "14 Mincing Lane\nLondon\n\nx\n"


def test_a_marker_stands_behind_its_word(render: Render) -> None:
    assert render("text", "<p>wo<note>Why.</note>rd</p>").startswith("word[1]\n")


def test_plain_text_is_wrapped_at_the_width(render: Render) -> None:
    made = render("text", f"<p>{'word ' * 40}</p>", width=30)
    assert max(map(len, made.splitlines())) <= 30
    assert made.split() == ["word"] * 40


def test_width_nought_leaves_a_paragraph_on_one_line(render: Render) -> None:
    assert render("text", f"<p>{'word ' * 40}</p>", width=0).count("\n") == 1


def test_verse_that_is_too_long_hangs(render: Render) -> None:
    made = render("text", f"<lg><l>{'word ' * 8}</l></lg>", width=30)
    assert made == "  word word word word word\n      word word word\n"


def test_a_long_word_stays_whole() -> None:
    assert broken("\ufdd00,0;a " + "x" * 50 + " b\n", 20) == "a\n" + "x" * 50 + "\nb\n"


def test_markdown_escapes_what_would_be_markup(render: Render) -> None:
    assert render("markdown", "<p>1. not *a* list</p>") == "1\\. not \\*a\\* list\n\n"


def test_markdown_makes_footnotes(render: Render) -> None:
    assert render("markdown", "<p>x<note>Why.</note></p>") == "x[^note-1]\n\n[^note-1]: Why.\n\n"


def test_json_says_where_a_name_stands(render: Render) -> None:
    made = json.loads(render("json", "<p>Dear <persName>Ada</persName>,</p>"))
    name = next(item for item in made["annotations"] if item["type"] == "name")
    assert made["text"][name["start"] : name["end"]] == "Ada"


@pytest.mark.parametrize(("tei", "line"), [(b"<TEI>\n<p></TEI>", 2), (b"plain text", 1), (b"\xff\xfe\x00", 1)])
def test_what_is_not_xml_is_refused_with_its_place(tei: bytes, line: int) -> None:
    with pytest.raises(InputError) as caught:
        renderer("html").render(tei, "x.xml")
    assert (caught.value.finding.code, caught.value.finding.line) == ("X001", line)


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(InputError):
        renderer("html").render(b"", "x.xml")


def test_files_that_a_document_names_are_not_read() -> None:
    tei = (
        b'<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>[&x;]</p></body></text></TEI>'
    )
    with pytest.raises(InputError):
        renderer("text").render(tei, "x.xml")


def test_entities_that_unfold_without_end_are_refused() -> None:
    entities = b'<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 30) for letter in b"bcdefghij"
    )
    tei = b"<!DOCTYPE TEI [" + entities + b']><TEI xmlns="http://www.tei-c.org/ns/1.0"><text>&j;</text></TEI>'
    with pytest.raises(InputError):
        renderer("text").render(tei, "x.xml")


def test_a_document_of_three_hundred_levels_is_read(render: Render) -> None:
    deep = "<p>" + "<seg>" * 300 + "word" + "</seg>" * 300 + "</p>"
    assert render("text", deep) == "word\n"


def test_a_document_of_many_ampersands_is_read(render: Render) -> None:
    assert len(render("text", f"<p>{'&amp; ' * 120_000}</p>", width=0)) == 240_000


def test_controls_of_another_encoding_are_what_they_meant(render: Render) -> None:
    assert "don’t" in render("html", "<p>don\x92t</p>")


@pytest.mark.parametrize("option", [{"reading": "odd"}, {"lang": "xx"}, {"width": -1}, {"colour": "red"}])
def test_an_unknown_option_is_refused(option: dict[str, str]) -> None:
    with pytest.raises(ConfigError) as caught:
        renderer("html", **option)
    assert caught.value.finding.code == "X003"


def test_an_unknown_output_is_refused() -> None:
    with pytest.raises(ConfigError) as caught:
        renderer("htm")
    assert caught.value.finding.code == "X002"


def test_an_equation_that_the_text_refers_to_has_a_place(render: Render) -> None:
    made = render("html", '<p><formula xml:id="e1">E = mc²</formula>, see <ref target="#e1">equation 1</ref></p>')
    assert '<span id="e1" class="formula">E = mc²</span>' in made
    assert '<a href="#e1">equation 1</a>' in made


def test_what_the_page_does_not_hold_is_no_link(render: Render) -> None:
    made = render("html", '<p><link xml:id="l1" target="#a #b"/>see <ref target="#l1">there</ref></p>')
    assert "<a" not in made.replace('<a class="permalink"', "")
    assert "see <span>there</span>" in made
