"""French dates: what the text says, and the dates in it."""

import pytest

from tests.taggers.dates.tables import Row, found

EXPLICIT: list[Row] = [
    ("le 5 juin 1936", [("le 5 juin 1936", "1936-06-05")]),
    ("le 1er juin 1936", [("le 1er juin 1936", "1936-06-01")]),
    ("lundi 5 juin 1936", [("lundi 5 juin 1936", "1936-06-05")]),
    ("PARIS, 14 Novembre 1915.", [("14 Novembre 1915", "1915-11-14")]),
    ("14 Sept.1917", [("14 Sept.1917", "1917-09-14")]),
    ("du 5 au 7 juin 1936", [("du 5", "1936-06-05"), ("7 juin 1936", "1936-06-07")]),
    ("le 5/6/1936", [("5/6/1936", "1936-06-05")]),
    ("le 14 juillet", [("le 14 juillet", "--07-14")]),
    ("le 5 juin mil huit cent trente-six", [("le 5 juin mil huit cent trente-six", "1836-06-05")]),
    ("en mil sept cent quatre-vingt-treize", [("mil sept cent quatre-vingt-treize", "1793")]),
    ("en juin 1917", [("juin 1917", "1917-06")]),
    ("au mois de mai 1915", [("mai 1915", "1915-05")]),
    ("en 1848", [("1848", "1848")]),
    ("l'an 2000", [("2000", "2000")]),
    ("de 1914 à 1918", [("de 1914 à 1918", "1914/1918")]),
    ("entre 1830 et 1848", [("entre 1830 et 1848", "1830..1848")]),
    ("depuis 1918", [("depuis 1918", "1918/")]),
    ("jusqu'en 1923", [("jusqu'en 1923", "/1923")]),
    ("avant 1914", [("avant 1914", "..1914")]),
    ("après 1918", [("après 1918", "1918..")]),
    ("vers 1850", [("vers 1850", "1850")]),
    ("44 av. J.-C.", [("44 av. J.-C.", "-0044")]),
    ("les années 1920", [("les années 1920", "1920/1929")]),
    ("au XVIIIe siècle", [("XVIIIe siècle", "1701..1800")]),
    ("aux XVIIe et XVIIIe siècles", [("XVIIe", "1601..1700"), ("XVIIIe siècles", "1701..1800")]),
    ("fin juin 1917", [("fin juin 1917", "1917-06")]),
    ("à la fin de 1935", [("la fin de 1935", "1935")]),
    ("la première moitié de 1905", [("la première moitié de 1905", "1905-01/1905-06")]),
    ("au printemps 1917", [("printemps 1917", "1917-03..1917-05")]),
    ("le 9 thermidor an II", [("le 9 thermidor an II", "1794-07-27")]),
    ("18 brumaire an VIII", [("18 brumaire an VIII", "1799-11-09")]),
    ("le 18 fructidor an V", [("le 18 fructidor an V", "1797-09-04")]),
    ("En l'an VIII, Bonaparte", [("l'an VIII", "1799-09-23/1800-09-22")]),
    ("la constitution de l'an III", [("an III", "1794-09-22/1795-09-22")]),
    ("en l'an II de son règne, en l'an 5, trois fois l'an", []),
    ("en ventôse an II", [("ventôse an II", "1794-02-19/1794-03-20")]),
]
STORIES: list[Row] = [
    (
        "Le 5 juin 1936 il vint. Deux jours après, il partit.",
        [("Le 5 juin 1936", "1936-06-05"), ("Deux jours après", "1936-06-07")],
    ),
    (
        "Le 5 juin 1936 il vint. Le lendemain il partit.",
        [("Le 5 juin 1936", "1936-06-05"), ("Le lendemain", "1936-06-06")],
    ),
    ("En 1848 il vint. L'année suivante il partit.", [("1848", "1848"), ("L'année suivante", "1849")]),
    ("En 1848 il vint. En mai de la même année", [("1848", "1848"), ("mai de la même année", "1848-05")]),
]
LETTERS: list[Row] = [
    ("Hier et demain.", [("Hier", "1915-11-13"), ("demain", "1915-11-15")]),
    ("lundi dernier", [("lundi dernier", "1915-11-08")]),
    ("l'année dernière", [("l'année dernière", "1914")]),
    ("il y a deux ans", [("il y a deux ans", "1913")]),
    ("le 5 courant", [("le 5 courant", "1915-11-05")]),
    ("l'été dernier", [("l'été dernier", "1915-06..1915-08")]),
    ("cette année", [("cette année", "1915")]),
    ("mardi 16, je serai", [("mardi 16", "1915-11-16")]),
]
NO_DATES = [
    "1500 hommes, 1000 francs",
    "n° 1917, p. 1848, article 1983, chambre 1917, page 1500",
    "il a été malade cinq ans; il a été en ville; la planète Mars",
    "chaque lundi, le dimanche des Rameaux n'est pas dit",
]


@pytest.mark.parametrize(("text", "expected"), [*EXPLICIT, *STORIES])
def test_dates_that_the_text_itself_tells(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "fr") == expected


@pytest.mark.parametrize(("text", "expected"), LETTERS)
def test_dates_told_from_the_day_of_writing(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "fr", spoken="1915-11-14") == expected


@pytest.mark.parametrize("text", ["tous les lundis et jeudis", "chaque lundi et jeudi", "les mardi et vendredi soir"])
def test_days_of_every_week_are_no_dates(text: str) -> None:
    assert found(text, "fr", spoken="1915-11-14") == []


@pytest.mark.parametrize("text", NO_DATES)
def test_numbers_and_words_that_are_no_dates(text: str) -> None:
    assert found(text, "fr") == []


@pytest.mark.parametrize(("text", "expected"), EXPLICIT)
@pytest.mark.parametrize("change", [str.lower, str.upper])
def test_explicit_dates_do_not_need_capitals(text: str, expected: list[tuple[str, str]], change) -> None:
    assert [value for _, value in found(change(text), "fr")] == [value for _, value in expected]
