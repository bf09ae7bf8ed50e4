"""Every word once, in order, whole, in each output; and the harness that says so can say otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from scripts.fidelity import Verdict, judge, tokenised, visible
from tests.renderers.conftest import DOCUMENTS, TEI
from toolkit.renderers import renderer


def verdict_of(root: etree._Element, to: str, **options: str) -> Verdict:
    found = tokenised(root.getroottree())
    output = renderer(to, **options)
    data, _ = output.render(etree.tostring(root, encoding="utf-8"), "test.xml")
    return judge(found, visible(data, output.suffix), options)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("to", ["html", "text", "markdown", "json"])
def test_every_word_of_a_sample_is_there_once(path: Path, to: str) -> None:
    root = etree.parse(path, etree.XMLParser(collect_ids=False)).getroot()
    assert verdict_of(root, to).faults == 0


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "options",
    [
        {"reading": "diplomatic", "notes": "inline", "apparatus": "inline"},
        {"reading": "clear", "notes": "end"},
        {"notes": "none", "apparatus": "none"},
    ],
    ids=lambda options: "-".join(options.values()),
)
def test_every_word_that_a_reader_asks_for_is_there_once(path: Path, options: dict[str, str]) -> None:
    for to in ("html", "text", "markdown", "json"):
        root = etree.parse(path, etree.XMLParser(collect_ids=False)).getroot()
        assert verdict_of(root, to, **options).faults == 0, to


INLINE = st.sampled_from(
    ["hi", "persName", "q", "quote", "add", "del", "note", "ref", "seg", "foreign", "name", "date"]
)
BLOCK = st.sampled_from(
    ["p", "ab", "div", "list/item", "lg/l", "quote", "head", "table/row/cell", "figure/p", "sp/p", "note", "app/rdg"]
)


@st.composite
def blocks(draw: st.DrawFn, depth: int = 0) -> str:
    names = draw(BLOCK).split("/")
    if names == ["div"] and depth < 3:
        content = "".join(draw(st.lists(blocks(depth=depth + 1), max_size=3)))
    else:
        content = draw(inlines())
    for name in reversed(names):
        content = f"<{name}>{content}</{name}>"
    return content


@st.composite
def inlines(draw: st.DrawFn, depth: int = 0) -> str:
    parts = []
    for _ in range(draw(st.integers(0, 3))):
        parts.append(draw(st.sampled_from(["word ", "two words ", "x. ", "", "— "])))
        if depth < 3 and draw(st.booleans()):
            name = draw(INLINE)
            parts.append(f"<{name}>{draw(inlines(depth=depth + 1))}</{name}> ")
    return "".join(parts)


@settings(max_examples=60, deadline=None)
@given(st.lists(blocks(), max_size=4))
@pytest.mark.parametrize("to", ["html", "text"])
def test_every_word_of_any_document_is_there_once(to: str, content: list[str]) -> None:
    root = etree.fromstring(f'<TEI xmlns="{TEI}"><text><body>{"".join(content)}</body></text></TEI>')
    assert verdict_of(root, to).faults == 0


def tokens(body: str) -> tuple[object, list[str]]:
    root = etree.fromstring(f'<TEI xmlns="{TEI}"><text><body>{body}</body></text></TEI>')
    found = tokenised(root.getroottree())
    return found, "".join(root.itertext()).split()


def test_a_lost_word_is_found_out() -> None:
    found, (one, _) = tokens("<p>one two</p>")
    assert judge(found, one).lost == [1]


def test_a_doubled_word_is_found_out() -> None:
    found, (one, two) = tokens("<p>one two</p>")
    assert judge(found, f"{one} {two} {one}").doubled == [0]


def test_words_of_two_blocks_that_run_together_are_found_out() -> None:
    found, (both,) = tokens("<p>one</p><p>two</p>")
    assert judge(found, both).glued == [1]


def test_a_torn_word_is_found_out() -> None:
    found, (word,) = tokens("<p>w<hi>or</hi>d</p>")
    assert judge(found, word).torn == []
    assert judge(found, word[:8] + " " + word[8:]).torn == [1]


def test_words_out_of_order_are_found_out() -> None:
    found, (one, two) = tokens("<p>one two</p>")
    assert len(judge(found, f"{two} {one}").moved) == 1
