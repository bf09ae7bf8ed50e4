"""Whatever the text: no exception, quotations nest, none crosses a block, and the same text gives the same tags."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.taggers.quotations.conftest import document
from toolkit.codes import hint, message
from toolkit.taggers.quotations import QuotationTagger

PIECES = st.sampled_from(
    [
        *"“”\"'‘’«»„‚‹›「」—-.,!?;: ",
        "``",
        "''",
        ",,",
        "\n\n",
        "\n",
        " said ",
        "Ann",
        "he",
        "word",
        "'tis",
        "workers’ ",
        "1936",
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=80)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["en", "de", "fr", "es", "sv", ""]), st.sampled_from(["p", "l", "note", "head"]))
def test_any_text_is_tagged_in_nested_stretches_inside_blocks(text, language, block):
    source = document(text, language, {"Ann": "ann"}, block)
    tagging = QuotationTagger().tag(source)
    blocks = [(a.start, a.end) for a in source.of_kind(block)]
    spans = [(a.start, a.end) for a in tagging.annotations]
    for start, end in spans:
        assert start < end
        assert any(first <= start and end <= last for first, last in blocks)
    for start, end in spans:
        for first, last in spans:
            assert not start < first < end < last
    ids = {a.id for a in tagging.annotations if a.id}
    pointers = {a.attributes["corresp"] for a in tagging.annotations if "corresp" in a.attributes}
    assert pointers <= {f"#{each}" for each in ids}
    assert tagging == QuotationTagger().tag(document(text, language, {"Ann": "ann"}, block))
    for finding in tagging.findings:
        assert message(finding) and hint(finding)
