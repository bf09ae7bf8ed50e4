"""German dates: what the text says, and the dates in it."""

import pytest

from tests.taggers.dates.tables import Row, found

EXPLICIT: list[Row] = [
    ("am 5. Juni 1936", [("5. Juni 1936", "1936-06-05")]),
    ("am 10. Februar 1823 an Zelter", [("10. Februar 1823", "1823-02-10")]),
    ("von 1848 an war", [("von 1848 an", "1848/")]),
    ("am 5.6.1936", [("5.6.1936", "1936-06-05")]),
    ("am 5. 6. 1936", [("5. 6. 1936", "1936-06-05")]),
    ("am 5. VI. 1936", [("5. VI. 1936", "1936-06-05")]),
    ("am 5. VI. 36", [("5. VI. 36", "1936-06-05")]),
    ("am zweiten Weihnachtstage 1822", [("zweiten Weihnachtstage 1822", "1822-12-26")]),
    ("Freitag, den 5. Juni 1936", [("Freitag, den 5. Juni 1936", "1936-06-05")]),
    ("den 3ten Juni 1813", [("den 3ten Juni 1813", "1813-06-03")]),
    ("im Jahre achtzehnhundertsiebzig war", [("achtzehnhundertsiebzig", "1870")]),
    ("seit neunzehnhundertvierzehn.", [("seit neunzehnhundertvierzehn", "1914/")]),
    ("am 5. Mai achtzehnhunderteinundzwanzig", [("5. Mai achtzehnhunderteinundzwanzig", "1821-05-05")]),
    ("Anno eintausendachthundertachtundvierzig", [("Anno eintausendachthundertachtundvierzig", "1848")]),
    ("3.5.2 Abschnitt", []),
    ("achtzehnhundert Thaler, fünfzehnhundertfünfzig Mann, tausend", []),
    ("Johannis 1520", [("Johannis 1520", "1520-06-24")]),
    ("am ersten Mai 1890", [("ersten Mai 1890", "1890-05-01")]),
    ("den 5. Juni", [("den 5. Juni", "--06-05")]),
    ("vom 5. bis 7. Juni 1936", [("5.", "1936-06-05"), ("7. Juni 1936", "1936-06-07")]),
    ("5.–7. Juni 1936", [("5.", "1936-06-05"), ("7. Juni 1936", "1936-06-07")]),
    ("5./18. Februar 1917", [("5./18. Februar 1917", "1917-02-18")]),
    ("im Juni 1936", [("Juni 1936", "1936-06")]),
    ("im Jahre 1848", [("1848", "1848")]),
    ("von 1914 bis 1918", [("von 1914 bis 1918", "1914/1918")]),
    ("1914/18", [("1914/18", "1914/1918")]),
    ("zwischen 1830 und 1848", [("zwischen 1830 und 1848", "1830..1848")]),
    ("seit 1918", [("seit 1918", "1918/")]),
    ("bis 1923", [("bis 1923", "/1923")]),
    ("vor 1914", [("vor 1914", "..1914")]),
    ("nach 1918", [("nach 1918", "1918..")]),
    ("um 1850", [("um 1850", "1850")]),
    ("44 v. Chr.", [("44 v. Chr.", "-0044")]),
    ("Anfang 1936", [("Anfang 1936", "1936")]),
    ("Ende Mai 1936", [("Ende Mai 1936", "1936-05")]),
    ("die 1920er Jahre", [("die 1920er Jahre", "1920/1929")]),
    ("die zwanziger Jahre des 19. Jahrhunderts", [("die zwanziger Jahre des 19. Jahrhunderts", "1820/1829")]),
    ("im 18. und 19. Jahrhundert", [("18.", "1701..1800"), ("19. Jahrhundert", "1801..1900")]),
    ("in der ersten Hälfte des Jahres 1938", [("der ersten Hälfte des Jahres 1938", "1938-01/1938-06")]),
    ("im zweiten Quartal 1938", [("zweiten Quartal 1938", "1938-04/1938-06")]),
    ("im Winter 1916/17", [("Winter 1916/17", "1916-12..1917-02")]),
    ("Weihnachten 1914", [("Weihnachten 1914", "1914-12-25")]),
]
STORIES: list[Row] = [
    (
        "Am 5. Juni 1936 kam er. Zwei Tage später ging er.",
        [("5. Juni 1936", "1936-06-05"), ("Zwei Tage später", "1936-06-07")],
    ),
    (
        "Am 5. Juni 1936 kam er. Am nächsten Tag ging er.",
        [("5. Juni 1936", "1936-06-05"), ("nächsten Tag", "1936-06-06")],
    ),
    ("Im Mai 1848 war es. Im selben Monat", [("Mai 1848", "1848-05"), ("selben Monat", "1848-05")]),
    ("Im Jahre 1848 war es. Im Mai desselben Jahres", [("1848", "1848"), ("Mai desselben Jahres", "1848-05")]),
    ("Im Mai 1848 war es. Im folgenden Jahr", [("Mai 1848", "1848-05"), ("folgenden Jahr", "1849")]),
]
LETTERS: list[Row] = [
    ("Gestern war ich dort.", [("Gestern", "1912-05-02")]),
    ("Morgen komme ich.", [("Morgen", "1912-05-04")]),
    ("am Morgen und jeden Morgen", []),
    ("letzten Freitag", [("letzten Freitag", "1912-04-26")]),
    ("vor zwei Jahren", [("vor zwei Jahren", "1910")]),
    ("voriges Jahr", [("voriges Jahr", "1911")]),
    ("nächste Woche", [("nächste Woche", "1912-05-06/1912-05-12")]),
    ("am 5. d. M.", [("5. d. M.", "1912-05-05")]),
    ("vom 2. dieses Monats", [("2. dieses Monats", "1912-05-02")]),
    ("den 10. des vorigen Monats", [("den 10. des vorigen Monats", "1912-04-10")]),
    ("am 14. huj.", [("14. huj.", "1912-05-14")]),
    ("5/4 91", [("5/4 91", "1891-04-05")]),
]
NO_DATES = [
    "1500 Mann, 1000 Mark, 1800 Meter",
    "Nr. 1917, S. 1848, § 1983, Zimmer 1917, Bd. 12",
    "er wird mittags so, im Jahr, jeden Montag, zwei Jahre",
    "das 5. Kapitel, der 3. Band, im 2. Stock",
]


@pytest.mark.parametrize(("text", "expected"), [*EXPLICIT, *STORIES])
def test_dates_that_the_text_itself_tells(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), LETTERS)
def test_dates_told_from_the_day_of_writing(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "de", spoken="1912-05-03") == expected


@pytest.mark.parametrize(
    "text",
    ["jeden Montag und Donnerstag", "jeden Montag, jeden Mittwoch oder Freitag", "geöffnet montags und freitags"],
)
def test_days_of_every_week_are_no_dates(text: str) -> None:
    assert found(text, "de", spoken="1912-05-03") == []


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_and_words_that_are_no_dates(text: str) -> None:
    assert found(text, "de") == []


@pytest.mark.parametrize(("text", "expected"), EXPLICIT)
def test_explicit_dates_do_not_need_capitals(text: str, expected: list[tuple[str, str]]) -> None:
    assert [value for _, value in found(text.lower(), "de")] == [value for _, value in expected]


def test_a_diary_writes_its_days_without_years() -> None:
    expected = [("15/9", "1879-09-15"), ("16. 9.", "1879-09-16"), ("Gestern", "1879-09-15")]
    assert found("15/9 Wien\n16. 9. Gestern im Theater.", "de", spoken="1879-09-15") == expected
