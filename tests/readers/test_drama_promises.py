"""Whatever pieces of plays a text is put together from: nothing is lost, and the TEI is valid."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.readers.outline import read
from toolkit.encode import Application, ledger, write_tei
from toolkit.resources import resource

PIECES = [
    *(
        "ACT I\n",
        "SCENE II. A room.\n",
        "Epilogue\n",
        "CURTAIN\n",
        "Personen\n",
        "ANNA, a cook\n",
        "Lords and Ladies.\n",
    ),
    *(
        "ANNA. ",
        "BEN. ",
        "ANNA.\n",
        "BEN\n",
        "ANNA (aside). ",
        "Anna: ",
        "_Ben._ ",
        "CARL, à part. — ",
        "Q. ",
        "SOUND: ",
    ),
    *("[Enter ANNA.]\n", "[_Exit._\n", "(Er geht ab.)\n", "Enter ANNA.\n", "(", ")", "[", "]", "_it", "alics_ "),
    *(
        "Who is there?\n",
        "I am here, and you know it\n",
        "The line is bro-\nken off.\n",
        "                  ",
        "a\tb\tc\n",
    ),
    *(
        "\n",
        "\n\n",
        "\f",
        "12\n",
        "* * *\n",
        "[1] A note.\n",
        "text[1] here\n",
        "1. first\n",
        "2. second\n",
        "Dear Sir,\n",
    ),
]


@cache
def profile() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(str(resource("schemas") / "toolkit.rng")))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=8, max_size=60).map("".join).filter(str.strip))
def test_a_text_of_pieces_of_plays_is_whole_and_valid(text: str) -> None:
    document = read(text)
    tei = write_tei(document, [Application("plain", "1.0", "reads")], reader="plain", version="0.1").tei
    assert ledger(tei, "play.xml").text == document.source.text
    assert profile().validate(etree.fromstring(tei)), (profile().error_log, tei.decode())
