"""Authority files: what is read, what is refused and where, and that what is written reads back alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from toolkit.cli.authority import authority
from toolkit.errors import ConfigError
from toolkit.model.person import Person
from toolkit.taggers.persons.authority import merged_persons, read_authority, write_authority

LIST = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>{}</listPerson></standOff></TEI>"""
AUSTEN = Person(
    "ja",
    ("Jane Austen", "Miss Austen"),
    "authority",
    "F",
    "1775-12-16",
    "1817",
    {"VIAF": "102333412"},
    "list",
)


def read(tmp_path: Path, content: str) -> tuple[Person, ...]:
    path = tmp_path / "list"
    path.write_text(content, "utf-8")
    return read_authority(path)


def test_csv_columns_are_found_by_name(tmp_path: Path) -> None:
    table = "name,id,variants,sex,birth,death,idno:VIAF\nJane Austen,ja,Miss Austen,f,1775-12-16,1817,102333412\n"
    assert read(tmp_path, table) == (AUSTEN,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_as_any_spreadsheet_saves_it(tmp_path: Path, separator: str, encoding: str) -> None:
    path = tmp_path / "list.csv"
    cells = ["id", "name", "sex"], ["zs", '"Zo\u00eb, Lady Smith"', "f"], ["", "", ""]
    path.write_bytes("".join(separator.join(row) + "\r\n" for row in cells).encode(encoding))
    assert [(p.id, p.names, p.sex) for p in read_authority(path)] == [("zs", ("Zo\u00eb, Lady Smith",), "F")]


@pytest.mark.parametrize(
    ("table", "line", "said"),
    [
        ("id,name\na,Smith, John\n", 2, "there are more cells than columns"),
        ('id,name\na,"Smith\nb,Lee\n', 2, "a quotation mark opens here and is never closed"),
        ("id,name,variant\na,Smith,\n", 1, "there is no column 'variant', did you mean 'variants'?"),
        ("id,name\n,Smith\n", 2, "the person of this line has no id"),
    ],
)
def test_a_faulty_table_is_refused_with_the_remedy(tmp_path: Path, table: str, line: int, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, table)
    assert caught.value.finding.line == line
    assert caught.value.finding.values["reason"].startswith(said)


def test_tei_persons_are_read_with_names_in_natural_order(tmp_path: Path) -> None:
    person = """<person xml:id="ja" sex="F"><persName><surname>Austen</surname>, <forename>Jane</forename></persName>
      <persName>Miss Austen</persName><birth when="1775-12-16"/><death><date when="1817">1817</date></death>
      <idno type="VIAF">102333412</idno></person>"""
    assert read(tmp_path, LIST.format(person)) == (AUSTEN,)


@pytest.mark.parametrize("format", ["csv", "tei"])
def test_what_is_written_reads_back_alike(tmp_path: Path, format: str) -> None:
    path = tmp_path / "list"
    path.write_bytes(write_authority([AUSTEN], "csv" if format == "csv" else "tei"))
    assert read_authority(path) == (AUSTEN,)


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        ("id,name\n12,Jane Austen\n", "T302", 2),
        ("id,name\na,Jane Austen\na,Anne Elliot\n", "T303", 3),
        ("id,name\na,\n", "T304", 2),
        ("id,name,birth\na,Jane Austen,16 December 1775\n", "T305", 2),
        ("id,name\n", "T306", 0),
        ("Jane Austen,1775\n", "T307", 1),
        ("<listPerson>\n<person>", "T301", 2),
        (LIST.format("\n<person><persName>Jane Austen</persName></person>"), "T302", 2),
    ],
)
def test_a_faulty_entry_is_refused_with_its_place(tmp_path: Path, content: str, code: str, line: int) -> None:
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, content)
    assert (caught.value.finding.code, caught.value.finding.line) == (code, line)


def test_an_entity_is_refused_and_no_file_is_read_through_it(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret words")
    person = '<person xml:id="a"><persName>Jane &file;</persName></person>'
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, f'<!DOCTYPE TEI [<!ENTITY file SYSTEM "{secret}">]>' + LIST.format(person))
    assert "secret words" not in str(caught.value.finding.values)


def test_persons_of_one_name_are_merged_and_contradictions_left_out() -> None:
    one = Person("person-ja", ("Jane Austen",), birth="1775", sex="F", source="a.xml")
    other = Person("person-jane", ("Jane Austen", "Austen"), birth="1776", source="b.xml")
    expected = Person("person-ja", ("Jane Austen", "Austen"), sex="F", source="a.xml, b.xml")
    assert merged_persons([one, other]) == (expected,)


def test_namesakes_of_one_id_in_two_files_stay_two() -> None:
    persons = merged_persons([Person("person-x", ("Ann Lee",)), Person("person-x", ("Bob Lee",))])
    assert [person.id for person in persons] == ["person-x", "person-x-2"]


def test_tei_authority_collects_files_and_reports_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, person in (("a.xml", "Jane Austen"), ("b.xml", "Jane Austen"), ("c.xml", "Ann Lee")):
        content = LIST.format(f'<person xml:id="p"><persName>{person}</persName></person>')
        (tmp_path / name).write_text(content, "utf-8")
    draft = tmp_path / "draft.csv"
    authority([tmp_path / "a.xml", tmp_path / "b.xml", tmp_path / "c.xml"], draft)
    assert [(p.id, p.names) for p in read_authority(draft)] == [("p", ("Jane Austen",)), ("p-2", ("Ann Lee",))]
    printed = capsys.readouterr()
    assert (printed.out, "2 persons of 3 entries in 3 files" in printed.err) == ("", True)
