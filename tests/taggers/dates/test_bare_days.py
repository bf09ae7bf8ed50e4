"""Days that say no month, years that say no century, and days that come back every year."""

import pytest

from tests.taggers.dates.tables import Row, found

ENGLISH: list[Row] = [
    (
        "May 1870. On the 24th or 25th we left.",
        [("May 1870", "1870-05"), ("the 24th", "1870-05-24"), ("25th", "1870-05-25")],
    ),
    (
        "On 3 May 1863 they met; on the night of the 4th he left.",
        [("3 May 1863", "1863-05-03"), ("the 4th", "1863-05-04")],
    ),
    (
        "May 1870.\n12th. — Sighted land.\n14th -- Rain.",
        [("May 1870", "1870-05"), ("12th", "1870-05-12"), ("14th", "1870-05-14")],
    ),
    ("The reasons of May 1870:\n1st. The man.\n2nd. The woman.", [("May 1870", "1870-05")]),
    ("From 1884, in the autumn of ’84", [("1884", "1884"), ("the autumn of ’84", "1884-09..1884-11")]),
    ("In 1884: the late 'seventies", [("1884", "1884"), ("the late 'seventies", "1870/1879")]),
    ("This spring. In 1974 it took years.", [("1974", "1974")]),
]
GERMAN: list[Row] = [
    (
        "Oktober 1806.\nDen 15ten Octbr. Regen.\nDen 16ten. Sonne.",
        [("Oktober 1806", "1806-10"), ("Den 15ten Octbr.", "1806-10-15"), ("Den 16ten", "1806-10-16")],
    ),
    ("Am 17. Mai 1815 kam er; am 20. ging er.", [("17. Mai 1815", "1815-05-17"), ("20.", "1815-05-20")]),
    ("Am 17. Mai 1815, am 3. Band, am 5. preußischen Regiment", [("17. Mai 1815", "1815-05-17")]),
    ("Am 17. Mai 1815 kam er. Tags darauf ging er.", [("17. Mai 1815", "1815-05-17"), ("Tags darauf", "1815-05-18")]),
]
FRENCH: list[Row] = [
    ("Août 1914.\nLe 10. Pluie.", [("Août 1914", "1914-08"), ("Le 10", "1914-08-10")]),
    ("le vingt et un mai 1840, à neuf heures", [("le vingt et un mai 1840", "1840-05-21")]),
    ("Le 12 avril 1796 à Montenotte, le 21 à Mondovi", [("Le 12 avril 1796", "1796-04-12"), ("le 21", "1796-04-21")]),
]
LETTERS: list[Row] = [
    ("this day week, and to-day fortnight", [("this day week", "1862-05-08"), ("to-day fortnight", "1862-05-15")]),
    ("this day twelvemonth, early this day month", []),
    ("on the 4th of last March", [("the 4th of last March", "1862-03-04")]),
    ("on the 25th of December of each year, in August of every year", []),
    ("He came on Sunday. The 5th of May is next.", [("Sunday", "1862-04-27"), ("The 5th of May", "1862-05-05")]),
    ("In the first half, sales fell", [("the first half", "1862-01/1862-06")]),
    ("from the year-earlier quarter", [("year-earlier quarter", "1861-01/1861-03")]),
    ("Since March 1876. On Thursday June 26th", [("March 1876", "1876-03"), ("Thursday June 26th", "1862-06-26")]),
]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [(code, *row) for code, rows in (("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH)) for row in rows],
)
def test_what_is_not_said_is_that_of_the_date_last_spoken_of(
    code: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text, code) == expected


@pytest.mark.parametrize(("text", "expected"), LETTERS)
def test_what_is_not_said_is_told_by_the_day_of_writing(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "en", spoken="1862-05-01") == expected


def test_a_day_is_also_a_number_in_words() -> None:
    assert found("le quatorze du présent mois", "fr", spoken="1862-04-17") == [
        ("le quatorze du présent mois", "1862-04-14")
    ]
    assert found("el catorce de abril de 1931", "es") == [("el catorce de abril de 1931", "1931-04-14")]
