"""Plays, interviews and hearings: speeches, speakers, stage directions, casts (TEI P5, 7)."""

from __future__ import annotations

from tests.readers.outline import outline, read, texts

PLAY = """THE MILLER'S DAUGHTER

DRAMATIS PERSONAE

ANSELM, a miller.
BEATRICE, his daughter.
TOBIAS, a clerk in love with Beatrice.

ACT I

SCENE I. Before the mill.

[Enter ANSELM and TOBIAS.]

ANSELM.
The wheel stands still, the river will not run,
And all my corn lies waiting for the stone;
My daughter walks the meadow with the sun
And leaves her father here to grind alone.

TOBIAS (aside).
I met her by the bridge. How shall I speak?
She laughed at me and would not take my hand.

ANSELM.
What say you, sir? [Exit.]

Enter BEATRICE.

BEATRICE.
Here, father.

Exeunt.
"""


def test_a_play_is_acts_and_scenes_of_speeches() -> None:
    assert outline(read(PLAY), "div", "head", "sp", "speaker", "stage", "l")[2:] == [
        "div (act I)",
        "  head: ACT I",
        "  div (scene I)",
        "    head: SCENE I. Before the mill.",
        "    stage: [Enter ANSELM and TOBIAS.]",
        "    sp",
        "      speaker: ANSELM.",
        "      l: The wheel stands still, the river will not run,",
        "      l: And all my corn lies waiting for the stone;",
        "      l: My daughter walks the meadow with the sun",
        "      l: And leaves her father here to grind alone.",
        "    sp",
        "      speaker: TOBIAS",
        "      stage: (aside).",
        "      l: I met her by the bridge. How shall I speak?",
        "      l: She laughed at me and would not take my hand.",
        "    sp",
        "      speaker: ANSELM.",
        "      l: What say you, sir? [Exit.]",
        "    stage: Enter BEATRICE.",
        "    sp",
        "      speaker: BEATRICE.",
        "      l: Here, father.",
        "    stage: Exeunt.",
    ]


def test_a_direction_within_a_speech_stands_in_it() -> None:
    assert texts(read(PLAY), "direction") == ["[Exit.]"]


def test_a_cast_is_roles_and_what_they_are_and_speeches_point_to_them() -> None:
    document = read(PLAY)
    assert texts(document, "role") == ["ANSELM", "BEATRICE", "TOBIAS"]
    assert texts(document, "role-description") == ["a miller", "his daughter", "a clerk in love with Beatrice"]
    assert [a.attributes["who"] for a in document.of_kind("sp")] == [
        "#role-anselm",
        "#role-tobias",
        "#role-anselm",
        "#role-beatrice",
    ]
