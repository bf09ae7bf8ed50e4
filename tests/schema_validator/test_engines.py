"""The engines give one verdict, and it is the right one: on TEI, and on any small grammar."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.schema_validator.conftest import document
from toolkit.resources import resource
from toolkit.schema.validator.engine import Validator
from toolkit.schema.validator.fast import FastValidator
from toolkit.schema.validator.load_rng import load_rng

RNG = "http://relaxng.org/ns/structure/1.0"
BODIES = ["<p>x</p>", "<p/><head/>", '<p xml:id="1"/>', "<div><p/></div>", "<list><item/></list>", "<list/>", "<foo/>"]


def test_both_engines_agree_on_tei() -> None:
    path = resource("schemas") / "toolkit.rng"
    grammar = path.read_bytes()
    own = Validator(load_rng(grammar, path))
    fast = FastValidator(grammar, own, ours=True)
    for body in BODIES:
        assert fast.check(document(body).encode(), "d") == own.check(document(body).encode(), "d")


def test_a_grammar_that_takes_too_long_is_left_to_our_own_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("toolkit.schema.validator.fast.PATIENCE", 0.001)
    path = resource("schemas") / "toolkit.rng"
    grammar = path.read_bytes()
    fast = FastValidator(grammar, Validator(load_rng(grammar, path)), ours=False)
    assert fast.relaxng is None
    assert [one.code for one in fast.check(document("<foo/>").encode(), "d")] == ["V011"]


LEAVES = st.sampled_from(
    [("<empty/>", ""), ("<text/>", "x*"), *((f'<element name="{n}"><empty/></element>', f"<{n}/>") for n in "bcd")]
)
REPEATS = {"optional": "?", "zeroOrMore": "*", "oneOrMore": "+"}


def joined(kind: str, left: tuple[str, str], right: tuple[str, str]) -> tuple[str, str]:
    """Two patterns as a group or choice: in RELAX NG, and as a regular expression over the document's text."""
    bar = "|" if kind == "choice" else ""
    return f"<{kind}>{left[0]}{right[0]}</{kind}>", f"(?:{left[1]}{bar}{right[1]})"


def repeated(kind: str, inner: tuple[str, str]) -> tuple[str, str]:
    """A pattern repeated, both ways."""
    return f"<{kind}>{inner[0]}</{kind}>", f"(?:{inner[1]}){REPEATS[kind]}"


PATTERNS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(joined, st.sampled_from(["group", "choice"]), inner, inner),
        st.builds(repeated, st.sampled_from(sorted(REPEATS)), inner),
    ),
    max_leaves=7,
)
CHILDREN = st.lists(st.sampled_from(["<b/>", "<c/>", "<d/>", "x"]), max_size=5).map("".join)


@settings(max_examples=200, deadline=None)
@given(pattern=PATTERNS, documents=st.lists(CHILDREN, min_size=1, max_size=8))
def test_a_content_model_means_what_the_same_regular_expression_means(
    pattern: tuple[str, str], documents: list[str]
) -> None:
    grammar, expression = pattern
    own = Validator(load_rng(f'<element name="a" xmlns="{RNG}">{grammar}</element>'.encode(), Path("g.rng")))
    for children in documents:
        valid = re.fullmatch(expression, children) is not None
        assert (own.check(f"<a>{children}</a>".encode(), "d") == []) == valid, (grammar, children)
