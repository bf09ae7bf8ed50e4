"""The reference page: what it says of elements, and that a reader can get about in it."""

from __future__ import annotations

import pytest
from lxml import html

from toolkit.schema.reference import write_reference


@pytest.fixture
def page(small):
    schema = small(
        '<elementSpec ident="hi" mode="change"><gloss>high &amp; low</gloss><desc>marks <gi>hi</gi> words.</desc>'
        '<attList><attDef ident="k" mode="add" usage="req"><desc>the kind.</desc><valList type="closed">'
        '<valItem ident="a"><desc>first</desc></valItem></valList></attDef></attList></elementSpec>'
    ).schema
    return html.fromstring(write_reference(schema).decode())


def text(page, path):
    return [" ".join(one.text_content().split()) for one in page.xpath(path)]


def facts(page, ident):
    """The terms that the page says of a specification."""
    terms = text(page, f'//section[@id="{ident}"]/dl/dt')
    return dict(zip(terms, text(page, f'//section[@id="{ident}"]/dl/dd'), strict=True))


def test_an_element_is_described(page):
    assert text(page, '//section[@id="hi"]/h3') == ["<hi> (high & low)"]
    assert text(page, '//section[@id="hi"]/p') == ["marks hi words."]


def test_parents_and_children_are_named(page):
    assert facts(page, "list")["May stand in"] == "core: hi item p title; header: sourceDesc; textstructure: body div"
    assert "core: item label" in facts(page, "list")["May hold"]
    assert facts(page, "TEI")["May stand in"] == "textstructure: TEI; a document starts with it"
    assert facts(page, "title")["May hold"].startswith("text; ")


def test_attributes_are_listed_with_values_and_origin(page):
    rows = {row.xpath("string(th/code)"): row for row in page.xpath('//section[@id="hi"]//tbody/tr')}
    assert " ".join(rows["k"].text_content().split()) == "k required" + "one of: a (first)the kind.itself"
    assert rows["rend"].xpath("string(td[2]/a)") == "att.global.rendition"


def test_every_link_leads_somewhere_and_no_place_is_doubled(page):
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in page.xpath("//a/@href")} <= set(ids)


def test_the_page_stands_alone_and_is_accessible(page):
    assert page.get("lang") == "en"
    assert page.xpath("//script | //link | //img") == []
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//table[not(caption)] | //th[not(@scope)]") == []
    assert page.xpath("//nav/@aria-label") == ["Contents"]
