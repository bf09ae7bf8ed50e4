"""Spanish and Italian dates: what the text says, and the dates in it."""

import pytest

from tests.taggers.dates.tables import Row, found

SPANISH: list[Row] = [
    ("el 5 de junio de 1936", [("el 5 de junio de 1936", "1936-06-05")]),
    ("el 1º de mayo de 1890", [("el 1º de mayo de 1890", "1890-05-01")]),
    ("del 5 al 7 de junio de 1936", [("del 5", "1936-06-05"), ("7 de junio de 1936", "1936-06-07")]),
    ("en junio de 1936", [("junio de 1936", "1936-06")]),
    ("en 1848", [("1848", "1848")]),
    ("de 1914 a 1918", [("de 1914 a 1918", "1914/1918")]),
    ("entre 1830 y 1848", [("entre 1830 y 1848", "1830..1848")]),
    ("desde 1918", [("desde 1918", "1918/")]),
    ("hasta 1923", [("hasta 1923", "/1923")]),
    ("antes de 1914", [("antes de 1914", "..1914")]),
    ("en el siglo XVIII", [("el siglo XVIII", "1701..1800")]),
    ("los años 1920", [("los años 1920", "1920/1929")]),
    ("a fines de 1935", [("fines de 1935", "1935")]),
    (
        "El 5 de junio de 1936 vino. Dos días después",
        [("El 5 de junio de 1936", "1936-06-05"), ("Dos días después", "1936-06-07")],
    ),
    ("1500 hombres, p. 1848, art. 1983", []),
]
ITALIAN: list[Row] = [
    ("il 5 giugno 1936", [("il 5 giugno 1936", "1936-06-05")]),
    ("il 1° maggio 1890", [("il 1° maggio 1890", "1890-05-01")]),
    ("dal 5 al 7 giugno 1936", [("5", "1936-06-05"), ("7 giugno 1936", "1936-06-07")]),
    ("nel giugno 1936", [("giugno 1936", "1936-06")]),
    ("nel 1848", [("1848", "1848")]),
    ("nel milleottocentoquarantotto.", [("milleottocentoquarantotto", "1848")]),
    ("il 5 maggio milleottocentoventuno", [("il 5 maggio milleottocentoventuno", "1821-05-05")]),
    ("dal 1914 al 1918", [("dal 1914 al 1918", "1914/1918")]),
    ("tra il 1830 e il 1848", [("tra il 1830 e il 1848", "1830..1848")]),
    ("nel XVIII secolo", [("XVIII secolo", "1701..1800")]),
    ("nel secolo XVIII", [("secolo XVIII", "1701..1800")]),
    ("gli anni venti. Nel 1925 gli anni venti", [("1925", "1925"), ("gli anni venti", "1920/1929")]),
    ("alla fine del 1935", [("fine del 1935", "1935")]),
    (
        "Il 5 giugno 1936 venne. Due giorni dopo",
        [("Il 5 giugno 1936", "1936-06-05"), ("Due giorni dopo", "1936-06-07")],
    ),
    ("1500 uomini, p. 1848, art. 1983", []),
]


@pytest.mark.parametrize(("text", "expected"), SPANISH)
def test_spanish_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "es") == expected


@pytest.mark.parametrize(("text", "expected"), ITALIAN)
def test_italian_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "it") == expected
