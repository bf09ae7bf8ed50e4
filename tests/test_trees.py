"""One safe parse: a document's own entities are its text; other files and bombs are refused."""

from __future__ import annotations

import pytest

from toolkit.errors import InputError
from toolkit.trees import parse_tree


def test_the_text_of_an_internal_entity_is_text() -> None:
    tree = parse_tree(b'<!DOCTYPE p [<!ENTITY smith "Mr. Smith">]><p>&smith; came</p>', "x.xml")
    assert "".join(tree.itertext()) == "Mr. Smith came"


def test_an_entity_in_another_file_is_refused() -> None:
    with pytest.raises(InputError) as said:
        parse_tree(b'<!DOCTYPE p [\n<!ENTITY a SYSTEM "/etc/hostname">]>\n<p>&a;</p>', "x.xml")
    assert (said.value.finding.code, said.value.finding.line) == ("E002", 3)


def test_entities_that_multiply_are_refused() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    with pytest.raises(InputError):
        parse_tree(f'<!DOCTYPE p [<!ENTITY e0 "{"x" * 10}">{levels}]><p>&e9;</p>'.encode(), "x.xml")
