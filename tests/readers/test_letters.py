"""Letters: opener, closer and postscript, in any case and several languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.readers.outline import outline, read, texts

LETTER = """\
Bath, 3 March 1848

My dear Brother,

Your letter of the 12th came into my hands yesterday, and I read it with great pleasure. The weather is cold here, and \
the streets are full of soldiers.

I hope to see you before Easter.

Your affectionate brother,
Charles

P.S. I have paid the tailor.
"""
SHOWN = ("div", "opener", "dateline", "salute", "signed", "closer", "postscript", "address-line")


@pytest.mark.parametrize("case", [str, str.lower, str.upper])
def test_a_letter_has_opener_closer_and_postscript_in_any_case(case: type[str]) -> None:
    found = outline(read(case(LETTER)), *SHOWN)
    assert [line.lower() for line in found] == [
        "div (letter)",
        "  opener",
        "    dateline: bath, 3 march 1848",
        "    salute: my dear brother,",
        "  closer",
        "    salute: your affectionate brother,",
        "    signed: charles",
        "  postscript: p.s. i have paid the tailor.",
    ]


@pytest.mark.parametrize(
    ("date", "salute", "closing", "name"),
    [
        ("Wien, den 5. Mai 1901", "Sehr geehrter Herr Doktor!", "Mit herzlichen Grüßen", "Ihr Arthur"),
        ("Paris, le 29 mars 1915", "Mon cher ami,", "Votre affectueusement dévoué", "Paul d'Estrées"),
        ("Roma, 4 maggio 1870", "Caro amico,", "Con affetto", "Giovanni"),
        ("Thursday morning", "Dear Sir", "I remain, Sir, your obedient servant,", "J. Smith"),
    ],
)
def test_letters_in_other_languages(date: str, salute: str, closing: str, name: str) -> None:
    prose = "Ein langer Satz, der nichts sagt und doch seine Zeit braucht, bis er zu Ende kommt. " * 3
    document = read(f"{date}\n\n{salute}\n\n{prose}\n\n{closing}\n\n{name}\n")
    assert texts(document, "dateline") == [date]
    assert texts(document, "salute")[0] == salute
    assert [a.kind for a in document.of_kind("opener", "closer")] == ["opener", "closer"]
    assert name in texts(document, "signed") + texts(document, "salute")[1:]


def test_the_address_after_the_signature_is_an_address() -> None:
    text = LETTER.replace("P.S. I have paid the tailor.", "To Mr. Henry Smith\nLisson Grove\nLondon")
    assert texts(read(text), "address-line") == ["To Mr. Henry Smith", "Lisson Grove", "London"]


def test_letters_that_follow_one_another_are_divisions() -> None:
    document = read(LETTER + "\n" + LETTER.replace("3 March", "9 April"))
    assert [a.attributes for a in document.of_kind("div")] == [{"type": "letter"}] * 2
    assert texts(document, "dateline") == ["Bath, 3 March 1848", "Bath, 9 April 1848"]


def test_a_letter_under_its_own_head_takes_no_further_division() -> None:
    document = read(f"LETTER I\n\n{LETTER}\nLETTER II\n\n{LETTER}")
    assert outline(document, "div", "head") == [
        "div (letter I)",
        "  head: LETTER I",
        "div (letter II)",
        "  head: LETTER II",
    ]


def test_a_diary_entry_begins_with_its_date() -> None:
    prose = "Vormittags spazieren, dann im Theater. Abends mit Freunden am Graben gegessen und lange geredet.\n\n"
    document = read("15/9 Wien\n\n" + prose * 3, language="de")
    assert texts(document, "dateline") == ["15/9 Wien"]


def test_a_signature_and_place_end_a_preface() -> None:
    text = (
        "PREFACE\n\nThe writer of this book was for some years attached to the court, and was\n"
        "present at most of what he tells, though not at all of it, as will be\nseen.\n\n"
        "J.M. Smith.\nKing's College, Cambridge,\nNovember, 1819.\n"
    )
    document = read(text)
    assert [a.kind for a in document.of_kind("closer", "lg")] == ["closer"]


def test_an_address_to_somebody_in_a_story_is_no_letter() -> None:
    text = (
        "The old man looked up from his book and shook his head for a long time.\n\n"
        "“My dear Sir,” he said, “it is not to be had for money, and you know it as well as I do.”\n\n"
        "There was nothing more to be said, and they went out into the rain.\n"
    )
    assert read(text).of_kind("opener", "salute", "div") == ()


def test_a_sentence_with_a_date_is_no_dateline() -> None:
    text = "A Letter\n\nOn 5 June 1936 Mr. John Smith said, “I shall come.”\n\nSmith came.\n"
    document = read(text)
    assert document.of_kind("opener", "dateline") == ()
    assert texts(document, "title") == ["A Letter"]


def test_a_line_above_an_opener_is_the_letters_head() -> None:
    document = read("Letter of Mr. Smith to his brother\n\n" + LETTER)
    assert outline(document, "div", "head", "dateline")[:3] == [
        "div (letter)",
        "  head: Letter of Mr. Smith to his brother",
        "  dateline: Bath, 3 March 1848",
    ]


def test_short_letters_under_the_names_of_their_writers_are_divisions() -> None:
    text = "".join(
        f"{one} to {two}, {day} May 1848\n\nBath, {day} May 1848\n\nDear {two},\n\n"
        f"It is bad.\n\nYour friend,\n{one}\n\n"
        for one, two, day in (("John Brown", "Mary Smith", 4), ("Mary Smith", "John Brown", 9))
    )
    assert outline(read(text), "div", "head", "signed") == [
        "div (letter)",
        "  head: John Brown to Mary Smith, 4 May 1848",
        "  signed: John Brown",
        "div (letter)",
        "  head: Mary Smith to John Brown, 9 May 1848",
        "  signed: Mary Smith",
    ]


def test_a_sentence_about_what_is_yours_is_no_closing_formula() -> None:
    assert read("He came on Monday.\n\nYours is the fault.\n").of_kind("closer") == ()


BUSINESS = """\
                    HOLBROOK & TANNER, Ltd.
                    14 Mincing Lane
                    London, E.C.3

                    9th March, 1934

Messrs. Pringle Brothers,
22, The Shambles,
York.

Dear Sirs,

We beg to acknowledge receipt of your favour of the 6th inst., and note
with regret that eleven of the forty cases were found to be damaged.

                    Yours faithfully,
                    HOLBROOK & TANNER, Ltd.

                    A. J. Whitcombe
                    Secretary

AJW/KM
Encl. 2

P.S. Please quote our reference.
"""


def test_a_typed_letter_keeps_letterhead_addressee_office_and_enclosures_apart() -> None:
    shown = ("dateline", "address-line", "salute", "signed", "trailer", "postscript")
    assert outline(read(BUSINESS), *shown) == [
        "address-line: HOLBROOK & TANNER, Ltd.",
        "address-line: 14 Mincing Lane",
        "address-line: London, E.C.3",
        "dateline: 9th March, 1934",
        "address-line: Messrs. Pringle Brothers,",
        "address-line: 22, The Shambles,",
        "address-line: York.",
        "salute: Dear Sirs,",
        "salute: Yours faithfully,",
        "signed: HOLBROOK & TANNER, Ltd.",
        "signed: A. J. Whitcombe",
        "signed: Secretary",
        "trailer: AJW/KM",
        "trailer: Encl. 2",
        "postscript: P.S. Please quote our reference.",
    ]


def test_a_line_below_the_signature_that_begins_low_is_a_postscript() -> None:
    text = LETTER.replace("P.S. I have paid the tailor.", "xxxx for Nellie and the baby")
    assert outline(read(text), "postscript") == ["postscript: xxxx for Nellie and the baby"]


def test_a_dateline_without_capitals_may_name_place_weekday_and_hour() -> None:
    text = (
        "to miss harriet ponsonby.\n\nbath, tuesday evening, novr. 4th 1823.\n\n" + LETTER.partition("\n\n")[2].lower()
    )
    found = outline(read(text), "address-line", "dateline", "salute")
    assert found[:3] == [
        "address-line: to miss harriet ponsonby.",
        "dateline: bath, tuesday evening, novr. 4th 1823.",
        "salute: my dear brother,",
    ]


@pytest.mark.parametrize(
    "salute", ["Dear Mr. Hartley,", "My dear Mrs. J. Pole,", "Cher M. Dupont,", "Dear Dr. St. John:"]
)
def test_a_salute_may_hold_titles_and_initials_with_their_stops(salute: str) -> None:
    text = f"{salute}\n\nCapt. Innes called this morning, and said that the horse was lame.\n\nYours, J. Pole\n"
    assert outline(read(text), "opener", "closer", "salute", "signed") == [
        "opener",
        f"  salute: {salute}",
        "closer",
        "  signed: Yours, J. Pole",
    ]


def test_a_sentence_that_begins_as_a_salute_is_none() -> None:
    text = "Dear me. It was late.\n\nThe horse was lame, and nobody came to the inn that night.\n\nIt rained.\n"
    assert outline(read(text), "opener", "salute") == []


@pytest.mark.parametrize("case", [str, str.lower, str.upper])
def test_lines_far_to_the_right_above_the_date_are_the_senders_address(case: Callable[[str], str]) -> None:
    sender = ["Pte. A. Dobson 24118", "10th Lincolns", "B.E.F.", "France", "June 27th 1916"]
    block = "\n".join(" " * 45 + line for line in sender)
    body = (
        "Just a line hoping it finds you all in the pink as it leaves me. I got your parcel on Sunday and it was good."
    )
    document = read(case(f"{block}\n\nDear Mother & Dad\n\n{body}\n\n{body}\n\nYour loving son\nAlbert\n"))
    assert outline(document, "address-line", "dateline") == [
        *(f"address-line: {case(line)}" for line in sender[:4]),
        f"dateline: {case(sender[4])}",
    ]
