"""Reports: the same findings in each format, as the tools that read them expect."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import etree

from toolkit.model.finding import Finding
from toolkit.report import FORMATS, fingerprints, render_findings, summary

FAULT = Finding("a b/ä.xml", 3, 7, "V052", {"attribute": "ref", "target": "#x<&", "element": "q", "remedy": "1%,\n2:"})
WARNING = Finding("a b/ä.xml", 0, 0, "V057", {"id": "p"})


def test_text_is_a_line_and_an_indented_hint() -> None:
    assert render_findings([FAULT, WARNING], "text").splitlines() == [
        'a b/ä.xml:3:7: V052 @ref="#x<&" on <q> leads nowhere in this document',
        "    1%, 2:",
        "a b/ä.xml: V057 warning: nothing in this document points to the person p",
        '    Point to the person (ref="#p") where the text names them, or remove the person from the list.',
    ]


def test_json_holds_every_field_and_the_files_checked() -> None:
    said = json.loads(render_findings([FAULT], "json", ["a b/ä.xml", "good.xml"]))
    assert said["checked"] == ["a b/ä.xml", "good.xml"]
    [row] = said["findings"]
    assert (row["path"], row["line"], row["column"], row["code"], row["level"]) == ("a b/ä.xml", 3, 7, "V052", "error")
    assert row["message"].startswith('@ref="#x<&"')


def test_junit_has_a_case_a_file_and_warnings_do_not_fail() -> None:
    suite = etree.fromstring(render_findings([FAULT, WARNING], "junit", ["good.xml", "a b/ä.xml"]).encode())[0]
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert [case.get("name") for case in suite] == ["good.xml", "a b/ä.xml"]
    assert len(suite[0]) == 0
    assert suite[1].find("failure").get("type") == "V052"
    assert "V057" in suite[1].findtext("system-out")


def test_junit_survives_characters_that_xml_forbids() -> None:
    fault = replace(FAULT, values={**FAULT.values, "target": "\x00\x1b"})
    assert etree.fromstring(render_findings([fault], "junit").encode()) is not None


def test_sarif_names_rules_places_and_fingerprints() -> None:
    log = json.loads(render_findings([FAULT, WARNING], "sarif"))
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["V052", "V057"]
    first, second = run["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b/%C3%A4.xml"
    assert place["region"] == {"startLine": 3, "startColumn": 7}
    assert (second["level"], second["ruleIndex"]) == ("warning", 1)
    assert "region" not in second["locations"][0]["physicalLocation"]
    assert first["partialFingerprints"] != second["partialFingerprints"]


def test_sarif_writes_an_absolute_path_as_a_file_address() -> None:
    log = json.loads(render_findings([replace(FAULT, path="/a b/c.xml")], "sarif"))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "file:///a%20b/c.xml"


def test_github_escapes_what_its_commands_would_take_apart() -> None:
    [line] = render_findings([FAULT], "github").splitlines()
    assert line.startswith("::error file=a b/ä.xml,line=3,col=7,title=V052::")
    assert line.endswith("%0A1%25,%0A2:")


def test_a_finding_keeps_its_fingerprint_when_it_moves_and_equal_ones_differ() -> None:
    moved = replace(FAULT, line=30)
    assert fingerprints([FAULT]) == fingerprints([moved])
    assert len(set(fingerprints([FAULT, moved]))) == 2


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_found_is_said_in_every_format(format: str) -> None:
    assert render_findings([], format, ["a.xml"]) == "" or format in ("json", "junit", "sarif")


def test_an_unknown_format_is_no_text() -> None:
    with pytest.raises(KeyError):
        render_findings([], "yaml")


def test_a_summary_names_the_first_files_of_one_fault_and_counts_the_rest() -> None:
    found = [Finding(f"{number}.xml", 0, 0, "P008", {"name": f"{number}.txt"}) for number in range(7)]
    assert summary(found).splitlines() == [
        *(f"{n}.xml: P008 warning: the text it was encoded from ({n}.txt) is not in the package" for n in range(5)),
        "... 2 more of P008",
        "    Say where it lies with --source DIR.",
    ]


def test_a_summary_keeps_apart_what_asks_for_different_remedies() -> None:
    others = [replace(WARNING, values={"id": str(number)}) for number in range(7)]
    assert summary(others) == render_findings(others)


def test_a_summary_tells_each_finding_that_has_a_line() -> None:
    assert summary([WARNING, *[FAULT] * 7]) == render_findings([*[FAULT] * 7, WARNING])
