"""Plays, interviews and hearings: speeches, their speakers, what is done meanwhile (TEI P5, 7.2)."""

from __future__ import annotations

import pytest

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


LAYOUTS = [
    ("{a}. {first}\n\n{b}. {second}\n\n{a}. {third}\n\n{b}. {fourth}\n", "ANNA", "BEN", "ANNA."),
    ("{a}: {first}\n{b}: {second}\n{a}: {third}\n{b}: {fourth}\n", "Anna", "Ben", "Anna:"),
    ("{a}.\n{first}\n\n{b}.\n{second}\n\n{a}.\n{third}\n\n{b}.\n{fourth}\n", "Anna", "Ben", "Anna."),
    ("{a}\n{first}\n\n{b}\n{second}\n\n{a}\n{third}\n\n{b}\n{fourth}\n", "ANNA", "BEN", "ANNA"),
    ("{a}\n\n{first}\n\n{b}\n\n{second}\n\n{a}\n\n{third}\n\n{b}\n\n{fourth}\n", "ANNA", "BEN", "ANNA"),
    ("  {a}. {first}\n  {b}. {second}\n  {a}. {third}\n  {b}. {fourth}\n  {a}. Ay.\n", "Ann", "Ben", "Ann."),
    ("  _{a}._ {first}\n\n  _{b}._ {second}\n\n  _{a}._ {third}\n\n  _{b}._ {fourth}\n", "Anna", "Ben", "_Anna._"),
    ("**{a}:** {first}\n\n**{b}:** {second}\n\n**{a}:** {third}\n\n**{b}:** {fourth}\n", "Anna", "Ben", "**Anna:**"),
    ("{a}  {first}\n\n{b}  {second}\n\n{a}\n{third}\n\n{b}\n{fourth}\n\n{a}\nNo.\n\n{b}\nOh!\n", "ANNA", "BEN", "ANNA"),
    ("{a}:\t{first}\n\n{b}:\t{second}\n\n{a}:\t{third}\n\n{b}:\t{fourth}\n", "Dr. A. Moss", "Ben", "Dr. A. Moss:"),
    ("{a}.--{first}\n\n{b}.--{second}\n\n{a}.--{third}\n\n{b}.--{fourth}\n", "ANNA", "BEN", "ANNA.--"),
    ("{a} — {first}\n\n{b} — {second}\n\n{a} — {third}\n\n{b} — {fourth}\n", "ANNA", "BEN", "ANNA —"),
    (
        "      {a}\n  {first}\n\n      {b}\n  {second}\n\n      {a}\n  {third}\n\n      {b}\n  {fourth}\n",
        "ANNA",
        "BEN",
        "ANNA",
    ),
]
SAID = {
    "first": "Is this seat free?",
    "second": "It was, until you asked me.",
    "third": "Do you always talk so?",
    "fourth": "Only to you, madam.",
}


@pytest.mark.parametrize(("layout", "one", "other", "label"), LAYOUTS)
@pytest.mark.parametrize("scene", ["", "The Waiting Room\n\nACT ONE\n\n"])
def test_a_label_may_stand_in_many_ways(layout: str, one: str, other: str, label: str, scene: str) -> None:
    document = read(scene + layout.format(a=one, b=other, **SAID))
    assert len(document.of_kind("sp")) >= 4
    assert texts(document, "speaker")[0] == label
    assert [*texts(document, "p"), *texts(document, "l")][:4] == list(SAID.values())


@pytest.mark.parametrize("change", [str.lower, str.upper])
def test_a_text_without_capitals_or_of_nothing_else_is_a_play_too(change: str) -> None:
    lines = f"Anna: {SAID['first']}\nBen: {SAID['second']}\nAnna: {SAID['third']}\n(Pause.)\nBen: {SAID['fourth']}\n"
    document = read(change(f"scene 1\n\n{lines}"))
    assert texts(document, "speaker") == [change(name) for name in ("Anna:", "Ben:", "Anna:", "Ben:")]
    assert texts(document, "stage") == [change("(Pause.)")]


@pytest.mark.parametrize(
    ("label", "speaker", "stage"),
    [
        ("ANNA (aside).", "ANNA", "(aside)."),
        ("ANNA [aside]:", "ANNA", "[aside]:"),
        ("ANNA, à part. —", "ANNA,", "à part. —"),
        ("ANNA, _à part_.—", "ANNA,", "_à part_.—"),
        ("ANNA nach einer Pause:", "ANNA", "nach einer Pause:"),
        ("ANNA [quietly]", "ANNA", "[quietly]"),
        ("FIRST LORD OF THE ISLE.", "FIRST LORD OF THE ISLE.", None),
        ("ANNA and BEN.", "ANNA and BEN.", None),
        ("2. BÜRGER.", "2. BÜRGER.", None),
    ],
)
def test_a_label_is_a_name_and_what_is_done_meanwhile(label: str, speaker: str, stage: str | None) -> None:
    document = read(
        f"ACT I\n\nANNA. Who?\n\nBEN. I.\n\nANNA. You?\n\nBEN. You.\n\n{label} I never saw it.\n\nBEN. No.\n"
    )
    assert texts(document, "speaker")[4] == speaker
    assert texts(document, "stage") == ([stage] if stage else [])
    assert texts(document, "p")[4] == "I never saw it."


@pytest.mark.parametrize(
    ("text", "cert"),
    [
        (PLAY, "high"),
        ("ANNA: Who?\n\nBEN: I.\n\nANNA: You?\n\nBEN: You.\n\nANNA: Come in!\n\nBEN: No.\n", "high"),
        ("ANNA: Who?\n\nBEN: I.\n\nANNA: You?\n\nBEN: You.\n", "medium"),
        ("Anna. Who?\n\nBen. I.\n\nAnna. You?\n\nBen. You.\n\nAnna. Come in!\n\nBen. No.\n", "medium"),
    ],
)
def test_few_labels_or_labels_like_sentences_are_a_guess(text: str, cert: str) -> None:
    assert {a.cert for a in read(text).of_kind("sp")} == {cert}


COURT = """DIRECT EXAMINATION

BY MR. COLE:

Q. Where were you on the evening of the third?

A. I was at home. My wife was there, and her sister, who had come over from
Wimbledon by the six o'clock train.

Q. Did you go out?

A. No, sir.

MR. PRATT: I object. He has answered that.

THE COURT: You may go on, Mr. Cole.

(Whereupon, a short recess was taken.)

Q. You are certain of it?

A. I am certain.
"""


def test_a_hearing_is_questions_answers_and_who_else_speaks() -> None:
    document = read(COURT)
    assert texts(document, "speaker") == ["Q.", "A.", "Q.", "A.", "MR. PRATT:", "THE COURT:", "Q.", "A."]
    assert texts(document, "stage") == ["(Whereupon, a short recess was taken.)"]


def test_an_answer_may_have_several_paragraphs_and_what_follows_the_last_is_none_of_it() -> None:
    document = read(
        "SMITH: Do you remember the river?\n\nJONES: I do. We had bread and cheese.\n\nI have never forgotten it.\n\n"
        "SMITH: And now?\n\nJONES: Now I am old.\n\nThis talk was recorded in Merton in 1971.\n"
    )
    assert [line.strip() for line in outline(document, "sp", "p")] == [
        "sp",
        "p: Do you remember the river?",
        "sp",
        "p: I do. We had bread and cheese.",
        "p: I have never forgotten it.",
        "sp",
        "p: And now?",
        "sp",
        "p: Now I am old.",
        "p: This talk was recorded in Merton in 1971.",
    ]


def test_the_party_behind_a_name_belongs_to_it() -> None:
    document = read(
        "Präsident Dr. Lammers: Das Wort hat Krone.\n\n"
        "Krone (Zentrum): Meine Herren! (Beifall.) Wir stimmen dagegen.\n\n"
        "Präsident Dr. Lammers: Ich bitte um Ruhe.\n\nKrone (Zentrum): Ich komme zum Schluß.\n",
        language="de",
    )
    assert texts(document, "speaker") == ["Präsident Dr. Lammers:", "Krone (Zentrum):"] * 2
    assert texts(document, "stage") == []
    assert texts(document, "direction") == ["(Beifall.)"]


def test_what_is_heard_is_a_direction_in_a_talk_and_other_brackets_are_speech() -> None:
    document = read(
        "SMITH: Do you remember (it was 1920) the river?\n\n"
        "JONES: I do. (laughs) We had bread. (That was May.) Yes.\n\n"
        "SMITH: And now?\n\nJONES: Now I am old. [coughs] Are you not?\n"
    )
    assert texts(document, "direction") == ["(laughs)", "[coughs]"]


def test_a_short_sentence_below_a_name_is_said() -> None:
    document = read(f"{PLAY}\nANSELM.\nHe.\n\nTOBIAS.\nMr. Ernest Wendle.\n")
    assert texts(document, "l")[-2:] == ["He.", "Mr. Ernest Wendle."]


def test_a_direction_on_two_lines_is_one() -> None:
    document = read(f"{PLAY}\nEnter Claud the King, Gert the Queen, Halden,\n Polden and Lords.\n\nANSELM.\nNo!\n")
    assert texts(document, "stage")[-1] == "Enter Claud the King, Gert the Queen, Halden, Polden and Lords."


def test_lines_of_prose_beside_a_play_stay_paragraphs_of_their_own() -> None:
    document = read(f"{PLAY}\n\n\nThe end of the book.\nUpdated editions will follow.\n")
    assert texts(document, "p")[-2:] == ["The end of the book.", "Updated editions will follow."]


def test_brackets_in_prose_behind_a_play_are_no_directions() -> None:
    document = read(f"{PLAY}\n\n\nThe end of the book.\n\n(Printed in Norwich.)\n")
    assert texts(document, "stage")[-1] == "Exeunt."


def test_brackets_amid_a_sentence_of_a_play_are_said() -> None:
    said = "I met the man (as I am sure he knows)\n(Which pardon me) upon the way to town."
    document = read(f"{PLAY}\nANSELM.\n{said} (Aside.) Ha!\n")
    assert texts(document, "direction")[-1] == "(Aside.)"
    assert len(texts(document, "direction")) == 2


def test_verses_behind_a_direction_go_on_with_the_speech_that_its_label_begins_further_in() -> None:
    speech = (
        "  Ann. I will do so: till then, think of the world.\n[Exit Ben.]\n\nWell, Ben, thou art noble: yet I see\n"
    )
    document = read(f"ACT I\n\n  Ann. Who?\n\n  Ben. He.\n\n  Ann. Say.\n\n{speech}\n  Ben. Ay.\n")
    assert [line for line in outline(document, "sp", "stage", "p") if "[Exit" in line or "Well" in line] == [
        "  stage: [Exit Ben.]",
        "  p: Well, Ben, thou art noble: yet I see",
    ]


def test_a_list_of_acts_is_no_speech() -> None:
    acts = "ACT I. The garden at the manor house, which is on the river.\n\nACT II. The same.\n\n"
    assert "ACT I." not in texts(read(f"THE SCENES OF THE PLAY\n\n{acts}{PLAY}"), "speaker")


def test_sounds_of_a_radio_play_are_directions() -> None:
    document = read(
        "PELL: Who's there?\n\nSOUND: Wind.\n\nMAN: Only me.\n\nPELL: Come in, then.\n\nSOUND: A dog.\n\n"
        "MAN: I told you.\n"
    )
    assert texts(document, "stage") == ["SOUND: Wind.", "SOUND: A dog."]
    assert len(document.of_kind("sp")) == 4


def test_a_speaker_without_a_point_before_a_direction_is_one_with_a_point_elsewhere() -> None:
    document = read(
        "ACT I\n\nTHE MOTHER [on the right] We must have a cab.\n\nA MAN [on the left] There is none, missus.\n\n"
        "THE MOTHER. But we must!\n\nTHE MAN. Well, it ain't my fault.\n\nTHE MOTHER. Whose is it, then?\n"
    )
    assert texts(document, "speaker") == ["THE MOTHER", "A MAN", "THE MOTHER.", "THE MAN.", "THE MOTHER."]


def test_prose_in_a_wrapped_play_is_paragraphs() -> None:
    document = read(
        "MRS. DALE. Lucy is coming to breakfast. I wish you would put that away. She has\n"
        "had a letter from the young man with the bicycle, and she means to read it.\n\n"
        "MR. DALE. Is there no law against it?\n\n"
        "MRS. DALE. You are not listening to a word that I say, Henry, and you have not\n"
        "listened since the wedding.\n\n"
        "MR. DALE. I have heard every word, my dear.\n"
    )
    assert len(document.of_kind("p")) == 4
    assert document.of_kind("l") == ()


def test_a_verse_that_two_speakers_share_is_told_by_where_it_stands() -> None:
    document = read(
        "ACT I\n\nANNA. The night is long, my lords, the fire is low,\n  And still no rider comes across the sand.\n"
        "  Who set the watch?\n\nBEN.                I set it, sister.\n\nANNA.                                 Go,\n"
        "  And see what keeps them. Take a light with you,\n  And bring me word before the tide is in.\n\n"
        "BEN. I will.\n"
    )
    assert [a.attributes.get("part", "") for a in document.of_kind("l")] == ["", "", "I", "M", "F", "", "", ""]


def test_an_epilogue_stands_beside_the_acts() -> None:
    document = read(f"{PLAY}\nEPILOGUE\n\nBEATRICE.\nOur play is done, good people, go your way.\n")
    act, epilogue = (next(a for a in document.of_kind("div") if a.attributes["type"] == t) for t in ("act", "epilogue"))
    assert act.end <= epilogue.start


def test_a_note_and_a_page_number_within_a_speech_are_none_of_it() -> None:
    document = read(
        "ANTON. I told you that the shop was shut.[1] I told you yesterday, and I told\nyou again this morning.\n\n"
        "BELLA. You told me so.\n\n[1] It was shut on Mondays too.\n\nANTON. And who found me?\n\nBELLA. I did.\n"
    )
    assert len(document.of_kind("sp")) == 4
    assert texts(document, "note") == ["[1] It was shut on Mondays too."]


NO_PLAYS = {
    "a novel in which names stand before points": (
        "Nora. That was the name on the envelope, and Peter read it twice before he put it down. Who was she?\n\n"
        "Peter: that was how she began. He laughed. “Peter,” she wrote, “I am coming.”\n\n"
        "Nora. He said it aloud, and the cat looked up.\n\n“Who is it?” asked his aunt.\n\n"
        "Peter. She always said it so, like a door being shut. He gave her the letter.\n\n"
        "The rain came down all afternoon. Nobody spoke of the letter again.\n\n“I knew her mother,” she said.\n"
    ),
    "a glossary": (
        "Bin: a box for grain. You will find one under every chute.\nBolter: a machine for sifting. Do you know it?\n"
        "Damsel: the spindle.\nHopper: the box above the stones.\nHurst: the frame.\nTail: the water behind you.\n"
    ),
    "records": (
        "Singer: Anne Grey\nSong: Who is it?\nKey: You choose\n\nSinger: John Moss\nSong: What shall we do?\n"
        "Key: You choose\n\nSinger: Paul Lane\nSong: My bonny!\nKey: You choose\n"
    ),
    "letters with heads": (
        "From: Anna Pell\nTo: Henry Moss\nSubject: the boat\n\nHenry, are you coming? You must tell me.\n\n"
        "From: Henry Moss\nTo: Anna Pell\nSubject: re: the boat\n\nI am. Bring your own oars!\n"
    ),
    "recipes": (
        "Seed cake\n\nIngredients: flour, butter.\nMethod: beat it. You must not stop!\n\nPlain cake\n\n"
        "Ingredients: flour, water.\nMethod: mix. Do you need more?\n\nRich cake\n\nIngredients: all that you have.\n"
        "Method: mix. Eat it!\n"
    ),
    "news": (
        "LONDON. - The Minister said yesterday that he would not resign. He was asked three times.\n\n"
        "PARIS. - The new bridge was opened by the President in heavy rain.\n\nLONDON. - Wheat rose again.\n\n"
        "PARIS. - The strike of the cab drivers is over.\n\nLONDON. - The fog was thick at noon.\n"
    ),
    "chapters called after persons": "".join(
        f"{name}\n\n{name.title()} went up the hill at six in the morning and did not come down again before the bells "
        "had rung for supper, and nobody asked where the two of them had been.\n\nThe dog came back alone.\n\n"
        "The lamps were lit, and the door was shut, and still nobody said what all of us thought.\n\n"
        for name in ("ARTHUR", "EDITH", "ARTHUR", "EDITH")
    ),
    "a phrase book": (
        "English: Where are you?\nFrench: Où êtes-vous?\n\nEnglish: I am here.\nFrench: Je suis ici.\n\n"
        "English: Who is it?\nFrench: Qui est-ce?\n"
    ),
    "a log": "12th. — Wind S.W. We saw land. Who would have thought it?\n\n13th. — Calm.\n\n12th. — I was wrong.\n",
    "verses that are counted": (
        "Gen. 1. In the beginning there was a mill.\n\nPs. 3. My mill, my mill!\n\nGen. 4. Who shall grind for us?\n\n"
        "Ps. 9. You shall.\n\nGen. 5. I will.\n"
    ),
}


@pytest.mark.parametrize("text", NO_PLAYS.values(), ids=NO_PLAYS.keys())
def test_what_only_looks_like_a_play_stays_as_it_is(text: str) -> None:
    assert read(text).of_kind("sp", "speaker", "stage", "cast-list") == ()
