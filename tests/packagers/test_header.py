"""Reading headers, and describing a package by them."""

import pytest
from lxml import etree

from toolkit.packagers.description import describe, parse_added, spdx
from toolkit.packagers.header import Header, Tagged, read_header


def header(inside: str, body: str = "") -> Header:
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{inside}</teiHeader><text><body>{body}</body></text></TEI>'
    found = read_header(tei.encode())
    assert found is not None
    return found


def titled(title: str, licence: str = "") -> Header:
    rights = f'<availability><licence target="{licence}"/></availability>' if licence else ""
    return header(
        f"<fileDesc><titleStmt><title>{title}</title></titleStmt><publicationStmt>{rights}</publicationStmt></fileDesc>"
    )


def test_a_file_that_is_not_tei_has_no_header() -> None:
    assert read_header(b"<html/>") is None


def test_the_main_title_goes_before_others_and_unknown_is_no_value() -> None:
    said = header(
        "<fileDesc><titleStmt><title type='sub'>B</title><title type='main'>A</title>"
        "<author>unknown</author></titleStmt></fileDesc>"
    )
    assert said.first("title") == "A"
    assert said.first("authors") == ""


def test_rights_of_unknown_status_are_no_rights() -> None:
    said = header(
        "<fileDesc><publicationStmt><availability status='unknown'><p>The licence is unknown.</p></availability>"
        "</publicationStmt></fileDesc>"
    )
    assert said.first("rights") == ""


def test_an_orcid_in_the_name_becomes_its_identifier_and_leaves_the_name() -> None:
    said = header(
        "<fileDesc><titleStmt><author><persName>A. Author</persName>"
        "<idno type='ORCID'>0000-0002-1825-0097</idno></author></titleStmt></fileDesc>"
    )
    assert describe([said]).creators[0].name == "A. Author"
    assert describe([said]).creators[0].orcid == "0000-0002-1825-0097"


def test_tags_are_counted_by_responsible_element_and_certainty() -> None:
    body = '<p><date resp="#dates" cert="high"/><date resp="#dates" cert="high"/><persName resp="#a #b"/></p>'
    assert header("", body).tagged == (
        Tagged("a", "persName", "", 1),
        Tagged("b", "persName", "", 1),
        Tagged("dates", "date", "high", 2),
    )


def test_the_digital_source_is_known_by_name_and_digest() -> None:
    said = header(
        "<fileDesc><sourceDesc><bibl type='digitalSource'><title>a.txt</title><idno type='sha256'>ABC</idno></bibl>"
        "</sourceDesc></fileDesc>"
    )
    assert said.source_names == ("a.txt",)
    assert said.source_digests == ("abc",)


def test_entities_of_other_files_are_not_read() -> None:
    tei = (
        '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>'
    )
    tei += "<fileDesc><titleStmt><title>&x;</title></titleStmt></fileDesc></teiHeader></TEI>"
    with pytest.raises(etree.XMLSyntaxError, match="Entity 'x' not defined"):
        read_header(tei.encode())


def test_several_files_are_described_together() -> None:
    cc = "https://creativecommons.org/licenses/by/4.0/"
    said = describe([titled("A", cc), titled("B", cc), titled("C", ""), titled("D", "")])
    assert said.title == "A; B; C; and 1 more"
    assert [licence.spdx for licence in said.licences] == ["CC-BY-4.0"]


def test_what_the_depositor_adds_goes_before_the_headers() -> None:
    added = parse_added(
        'title = "Letters"\nauthors = [{name = "B. Author", id = "https://orcid.org/1"}, "C. Author"]\n'
    )
    said = describe([titled("A")], added)
    assert said.title == "Letters"
    assert [party.name for party in said.creators] == ["B. Author", "C. Author"]


def test_a_misspelt_key_is_refused() -> None:
    try:
        parse_added('autors = ["A"]')
    except ValueError as error:
        assert "autors" in str(error)
    else:
        raise AssertionError


def test_licences_are_known_by_their_address() -> None:
    assert spdx("https://creativecommons.org/licenses/by-nc-sa/3.0/de/") == "CC-BY-NC-SA-3.0"
    assert spdx("https://creativecommons.org/publicdomain/zero/1.0/") == "CC0-1.0"
    assert spdx("https://example.org/licenses/by/4.0/") == ""


def test_an_entity_in_the_title_is_part_of_it() -> None:
    title = "<teiHeader><fileDesc><titleStmt><title>Letters of &js;</title></titleStmt></fileDesc></teiHeader>"
    tei = f'<!DOCTYPE TEI [<!ENTITY js "John Smith">]><TEI xmlns="http://www.tei-c.org/ns/1.0">{title}</TEI>'
    header = read_header(tei.encode())
    assert header is not None
    assert [statement.text for statement in header.statements["title"]] == ["Letters of John Smith"]
