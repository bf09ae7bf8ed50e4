"""After a fault the validation goes on: every independent fault is told, none is told twice."""

from __future__ import annotations

import pytest

DOCUMENTS = [
    # What a misspelt element holds is judged as what it was meant to be.
    ('<p><persname ref="#a" key1="b">x<foo/></persname></p>', ["V011", "V011", "V021"]),
    # An element out of place is judged by itself; its parent does not lack it as well.
    ('<div><p>x</p><head when="1936">h</head></div>', ["V013", "V021"]),
    ("<list><p>x</p></list>", ["V012"]),
    # Words and phrases beside each other that lack one paragraph are one fault.
    ("<div>Dear <hi>friend</hi>, how <hi>are</hi> you?</div>", ["V020"]),
    # The same again after something valid is another.
    ("<div>one<p>x</p>two</div>", ["V020", "V020"]),
    # What an element out of place lacks, or should not hold, is not told as well.
    ("<p><graphic/></p><row>x<graphic/></row>", ["V012", "V022", "V022"]),
    # What is inside the unknown is still looked at.
    ('<p><foo><date when="x">y</date><bar/></foo></p>', ["V011", "V011", "V023"]),
    ('<p><x:math xmlns:x="urn:x"><x:mi>a</x:mi></x:math></p>', ["V012"]),
    # Each attribute by itself.
    ('<p><date when="x" to="y" foo="z">a</date></p>', ["V021", "V023", "V023"]),
    # An empty element that had an unknown child is not incomplete as well.
    ("<table><foo/></table>", ["V011"]),
]


@pytest.mark.parametrize(("body", "codes"), DOCUMENTS, ids=[row[0] for row in DOCUMENTS])
def test_independent_faults_once_each(faults, body: str, codes: list[str]) -> None:
    assert sorted(one.code for one in faults(body)) == codes


def test_a_namespace_that_is_missing_throughout_is_one_fault(tei) -> None:
    from tests.schema_validator.conftest import document

    text = document("<div><p><hi>x</hi></p><foo/></div>").replace(' xmlns="http://www.tei-c.org/ns/1.0"', "")
    assert [one.code for one in tei.check(text.encode(), "d.xml")] == ["V019", "V011"]


def test_a_document_of_another_kind_stops_after_a_thousand_faults(faults) -> None:
    found = faults("<p>" + "<foo/>" * 3000 + "</p>")
    assert len(found) == 1001
    assert found[-1].code == "V029"
