"""What is wrong with a value that should be a date (W3C: YYYY-MM-DD), and which date was probably meant."""

from __future__ import annotations

from calendar import isleap, month_name, monthrange

# English, German, French, Spanish and Italian names of the months by their first letters, enough to tell them apart.
MONTHS = {
    1: ("jan", "jän", "ene", "gen"), 2: ("feb", "fév", "fev"), 3: ("mar", "mär"), 4: ("apr", "avr", "abr"),
    5: ("may", "mai", "mag"), 6: ("jun", "juin", "giu"), 7: ("jul", "juil", "lug"), 8: ("aug", "aoû", "aou", "ago"),
    9: ("sep", "set"), 10: ("oct", "okt", "ott"), 11: ("nov",), 12: ("dec", "dez", "déc", "dic"),
}  # fmt: skip
LONGEST = 40


def why_no_date(value: str) -> str:
    """A reason in a clause, "" where there is no plain one."""
    meant = probable_date(value)
    if meant:
        return f"did you mean {meant}?"
    parts = value.removeprefix("-").split("T")[0].split("-")
    if value.startswith("--"):
        return ""
    if not all(_is_number(part) for part in parts):
        return "a date is written in digits, the year first"
    if len(parts[0]) < 4:
        return "a year has four digits"
    numbers = [int(part) for part in parts]
    if len(numbers) > 1 and not 1 <= numbers[1] <= 12:
        return f"there is no month {parts[1]}"
    if len(numbers) > 2 and numbers[2] > _days(numbers[0], numbers[1]):
        year = f" {parts[0]}" if numbers[1] == 2 else ""
        return f"{month_name[numbers[1]]}{year} has no day {numbers[2]}"
    return ""


def probable_date(value: str) -> str:
    """The date that a value means which is a date in words, in another order or without its zeros; "" for none."""
    if len(value) > LONGEST:
        return ""
    words = value.replace(",", " ").replace("/", " ").replace(".", " ").split()
    if len(words) == 1:
        words = value.split("-")
    numbers = [int(word) for word in words if _is_number(word)]
    months = [month for word in words for month in [_month(word)] if month]
    if len(numbers) + len(months) != len(words) or len(words) not in (2, 3):
        return ""
    if months:
        return _written(numbers, months[0]) if len(months) == 1 else ""
    if len(words) == 3 and len(words[0]) == 4:
        return _written([numbers[0], numbers[2]], numbers[1])
    if len(words) == 3 and len(words[2]) == 4 and numbers[0] > 12:
        return _written([numbers[2], numbers[0]], numbers[1])
    return ""


def _written(numbers: list[int], month: int) -> str:
    """A year and perhaps a day, in any order, with their month."""
    years = [number for number in numbers if number > 31]
    days = [number for number in numbers if number <= 31]
    if (
        len(years) != 1
        or years[0] > 9999
        or not 1 <= month <= 12
        or any(not 1 <= d <= _days(years[0], month) for d in days)
    ):
        return ""
    return "-".join([f"{years[0]:04d}", f"{month:02d}", *(f"{day:02d}" for day in days)])


def _month(word: str) -> int:
    plain = word.lower()
    return next((month for month, starts in MONTHS.items() if plain.startswith(starts) and plain.isalpha()), 0)


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit()


def _days(year: int, month: int) -> int:
    return 28 + isleap(year) if month == 2 else monthrange(2000, month)[1]
