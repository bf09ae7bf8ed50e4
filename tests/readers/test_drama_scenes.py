"""What frames the speeches of a play: acts and scenes with their settings, its kind, its cast (TEI P5, 7.1)."""

from __future__ import annotations

import pytest

from tests.readers.outline import outline, read, texts

SETTING = "ACT I\n\n{setting}\n\nANNA. Is it you?\n\nBEN. It is I.\n\nANNA. Come in!\n\nBEN. I cannot.\n"


@pytest.mark.parametrize(
    "setting",
    [
        "A kitchen. Evening.",
        "JOAN is peeling potatoes. A clock ticks.",
        "ANNA. BEN.",
        "Anna. Later Ben.",
        "ANNA, BEN",
        "BEN. The same.",
    ],
)
def test_what_stands_between_a_head_and_the_first_speech_is_a_direction(setting: str) -> None:
    document = read(SETTING.format(setting=setting))
    assert texts(document, "stage") == [setting]
    assert document.of_kind("stage")[0].cert == "medium"


@pytest.mark.parametrize("genre", ["A Comedy in Two Acts", "Ein Lustspiel in drei Aufzügen", "Comédie en un acte"])
def test_what_kind_of_play_it_is_stands_on_its_title_page(genre: str) -> None:
    document = read(f"The Lamp\n\n{genre}\n\n{SETTING.format(setting='(Night.)')}")
    assert texts(document, "title") == ["The Lamp", genre]


@pytest.mark.parametrize("title", ["The Letter", "THE LETTER"])
def test_a_title_under_an_act_is_a_head(title: str) -> None:
    document = read(SETTING.format(setting=title))
    assert title in texts(document, "head")


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("ACT THE FIRST", "act"),
        ("ERSTER AKT", "act"),
        ("Zweiter Aufzug", "act"),
        ("ACTE PREMIER", "act"),
        ("Scene 2", "scene"),
        ("Erster Auftritt", "scene"),
        ("SCÈNE II", "scene"),
        ("ESCENA PRIMERA", "scene"),
        ("Actus Secundus.", "act"),
        ("SCENE II. Alexandria. Another Room in the Palace of the Queen.", "scene"),
        ("PROLOGUE", "prologue"),
        ("Epilog", "epilogue"),
    ],
)
def test_heads_of_plays_in_three_languages(head: str, kind: str) -> None:
    document = read(SETTING.replace("ACT I", head).format(setting="(Night.)"))
    assert [a.attributes["type"] for a in document.of_kind("div")] == [kind]


def test_a_play_without_acts_begins_behind_its_cast() -> None:
    document = read(
        "THE LETTER\n\nCHARACTERS\n\nANNA, a cook\nBEN, a boy\n\nScene: a kitchen.\n\n"
        "ANNA. Is it you?\n\nBEN. It is I.\n\nANNA. Come in!\n\nBEN. I cannot.\n"
    )
    assert outline(document, "front", "div", "cast-list", "stage", "sp") == [
        "front",
        "  div (castlist)",
        "    cast-list: ANNA, a cook BEN, a boy",
        "div",
        "  stage: Scene: a kitchen.",
        "  sp: ANNA. Is it you?",
        "  sp: BEN. It is I.",
        "  sp: ANNA. Come in!",
        "  sp: BEN. I cannot.",
    ]


CAST = "Personen\n\n{entries}\n\nERSTER AKT\n\nANNA. Bist du es?\n\nKARL. Ich bin es.\n\nANNA. Komm!\n\nKARL. Nein.\n"


@pytest.mark.parametrize(
    ("entries", "roles", "descriptions"),
    [
        ("ANNA, eine Köchin\nKARL, ihr Sohn", ["ANNA", "KARL"], ["eine Köchin", "ihr Sohn"]),
        ("Anna . . . . eine Köchin\nKarl . . . . ihr Sohn", ["Anna", "Karl"], ["eine Köchin", "ihr Sohn"]),
        ("Anna – eine Köchin\nKarl – ihr Sohn", ["Anna", "Karl"], ["eine Köchin", "ihr Sohn"]),
        ("Anna (eine Köchin)\nKarl (ihr Sohn)", ["Anna", "Karl"], ["(eine Köchin)", "(ihr Sohn)"]),
        ("ANNA, eine Köchin\n\nKARL, ihr Sohn", ["ANNA", "KARL"], ["eine Köchin", "ihr Sohn"]),
        ("ANNA\nKARL\nKöche, Mägde und Knechte.", ["ANNA", "KARL"], []),
    ],
)
def test_entries_of_a_cast(entries: str, roles: list[str], descriptions: list[str]) -> None:
    document = read(CAST.format(entries=entries), language="de")
    assert texts(document, "role") == roles
    assert texts(document, "role-description") == descriptions
    assert [a.attributes["who"] for a in document.of_kind("sp")] == ["#role-anna", "#role-karl"] * 2


@pytest.mark.parametrize(
    ("entries", "who"),
    [
        ("ANNA KRULL, eine Köchin\nKARL, ihr Sohn", "#role-anna-krull"),
        ("ANNA KRULL, eine Köchin\nANNA WOLF, eine Magd\nKARL, ihr Sohn", None),
        ("ELSE, eine Köchin\nKARL, ihr Sohn", None),
    ],
)
def test_a_speech_points_to_a_role_only_where_no_other_may_be_meant(entries: str, who: str | None) -> None:
    document = read(CAST.format(entries=entries), language="de")
    assert document.of_kind("sp")[0].attributes.get("who") == who
