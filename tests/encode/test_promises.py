"""The promises, for any text and any annotations: nothing lost, always valid, same input same bytes."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from toolkit.encode import Application, ledger, write_tei
from toolkit.model.annotation import Annotation, Certainty
from toolkit.model.document import Document, in_order
from toolkit.model.source import Source
from toolkit.resources import resource
from toolkit.vocabulary import VOCABULARY

TEXT = st.text(alphabet=st.sampled_from("ab1 \n\t&<>\"'“”—_\u00a0é\u2028𝒳"), min_size=1, max_size=60)
KINDS = sorted(VOCABULARY)


@cache
def profile() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(resource("schemas") / "toolkit.rng")))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Any text with any annotations on it, nested or crossing, in every kind of the vocabulary."""
    text = draw(TEXT)
    annotations = []
    for number in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        kind = draw(st.sampled_from(KINDS))
        attributes = {"target": f"#note-{draw(st.integers(0, 8))}"} if kind == "note-marker" else {}
        key = f"note-{number}" if kind == "note" else ""
        group = draw(st.sampled_from(["", "g"])) if kind == "said" else ""
        cert = draw(st.sampled_from(list(Certainty)))
        annotations.append(Annotation(start, end, kind, "plain", cert, attributes, key, group))
    return Document(Source("any.txt", text), annotations=in_order(annotations))


def encoded(document: Document) -> bytes:
    return write_tei(document, [Application("plain", "1.0", "reads")], reader="plain", version="0.1").tei


@settings(max_examples=300, deadline=None, derandomize=True)
@given(documents())
def test_whatever_is_annotated_the_text_is_whole_and_the_tei_valid(document: Document) -> None:
    tei = encoded(document)
    assert ledger(tei, "any.xml").text == document.source.text
    root = etree.fromstring(tei, etree.XMLParser(collect_ids=False))
    assert profile().validate(root), (profile().error_log, tei.decode())
    ids = [element.get("{http://www.w3.org/XML/1998/namespace}id") for element in root.iter("*")]
    assert len([key for key in ids if key]) == len({key for key in ids if key})
    assert encoded(document) == tei
