"""Years, decades and centuries that stand alone, and the numbers that look like them and are something else."""

from __future__ import annotations

from toolkit.taggers.dates.completions import year
from toolkit.taggers.dates.expression import Century, Decade, Expression, Found, SeasonOf, Short, Span, YearOf
from toolkit.taggers.dates.language import Language
from toolkit.taggers.dates.numbers import DASHES, HYPHENS, Tokens, ordinal
from toolkit.taggers.dates.periods import possessed
from toolkit.taggers.dates.tokens import APOSTROPHES, Token

NO, PROBABLY, SURELY = range(3)
LEADING = frozenset(("in", "open", "early", "from", "between", "circa", "era", "season"))
LIKELY = range(1500, 2051)  # years that need no preposition to be read as years


def year_alone(t: Tokens, i: int, language: Language) -> Found:
    """A year, a range of years, or a year of two digits after an apostrophe."""
    token = t[i]
    if (
        token.digits in (2, 3)
        and i
        and t[i - 1].classes.get("unit") == "year"
        and not token.suffixed
        and not t[i + 1].text.isalpha()
        and not t[i + 1].value("era")
    ):
        return [Expression(i, i + 1, YearOf(token.number), sure=False)], i + 1  # "in the year 79"
    if token.digits in (3, 4) and not token.suffixed:
        return _era_range(t, i) or _range(t, i, language) or _plain(t, i, language)
    if 1 <= token.digits <= 2 and not token.suffixed:
        return _era_range(t, i) or _with_era(t, i)
    if token.value("era") == 1:
        return _with_era(t, i)
    if token.value("cardinal") or token.value("hundred") == 1000:
        return _in_words(t, i)
    return None


def _with_era(t: Tokens, i: int) -> Found:
    if t[i].number >= 0 and not t[i + 1].value("era"):
        return None
    found = year(t, i)
    if found is None or found[0] == 0:
        return None
    return [Expression(i, found[1], YearOf(found[0]))], found[1]


def _in_words(t: Tokens, i: int) -> Found:
    """Years in words need a preposition: "in eighteen hundred and sixty-two"; "fifteen hundred men" are no year."""
    found = year(t, i)
    before = t[i - 1] if i else None
    if found is None or before is None or not 1000 < found[0] < 2100:
        return None
    named = before.classes.get("unit") == "year" or "era" in before.classes
    if not named and not ({"in", "open"} & before.classes.keys() and found[0] % 100 and not t[found[1]].text.isalpha()):
        return None
    return [Expression(i, found[1], YearOf(found[0]), named)], found[1]


def _era_range(t: Tokens, i: int) -> Found:
    """ "499-493 B.C.", "264 to 241 BC", "496 and 495 BC": the era is said once."""
    ranged = t[i + 1].text in DASHES or "range" in t[i + 1].classes
    listed = "and" in t[i + 1].classes
    last = t[i + 2]
    era = t[i + 3].value("era")
    if (
        not (ranged or listed)
        or not era
        or not 1 <= last.digits <= 4
        or last.suffixed
        or not last.number
        or not t[i].number
    ):
        return None
    years = t[i].number * era, last.number * era
    if ranged:
        return _spanned(i, i + 4, *years, whole=False) if years[0] <= years[1] else None
    return [Expression(i, i + 1, YearOf(years[0])), Expression(i + 2, i + 4, YearOf(years[1]))], i + 4


def _spanned(start: int, end: int, first: int, last: int, *, whole: bool) -> Found:
    """A range of three tokens or more, the first of which is a year."""
    ends = Expression(start, start + 1, YearOf(first)), Expression(start + 2, end, YearOf(last))
    return [Expression(start, end, Span(YearOf(first), YearOf(last)), ends=ends, whole=whole)], end


def _range(t: Tokens, i: int, language: Language) -> Found:
    """ "1914-1918", "1923–28", "1917/18", "1917 to 1923"."""
    first, mark, last = t[i].number, t[i + 1], t[i + 2]
    dashed = mark.text in DASHES or mark.text == "/"
    if not (dashed or "range" in mark.classes) or last.suffixed or not 1000 <= first <= 2100:
        return None
    if dashed and mark.spaced != last.spaced and last.digits < 4:
        return None
    if last.digits == 4:
        until = last.number
    elif last.digits in (1, 2) and dashed and not mark.spaced:
        until = first - first % 10**last.digits + last.number
    else:
        return None
    if not first < until <= 2100 or (until - first > 400 and not dashed):
        return None
    if t[i + 3].text in DASHES and not t[i + 3].spaced and t[i + 4].number >= 0:
        return None
    if not _is_year(t, i, i + 3, language):
        return None
    return _spanned(i, i + 3, first, until, whole=last.digits < 4 or not dashed)


def _plain(t: Tokens, i: int, language: Language) -> Found:
    found = year(t, i)
    if found is None:
        return None
    if found[1] > i + 1:
        return [Expression(i, found[1], YearOf(found[0]))], found[1]
    if t[i + 1].value("season") and not t[i].suffixed:  # "their 1982 summer offensives"
        return [Expression(i, i + 2, SeasonOf(found[0], t[i + 1].value("season")))], i + 2
    part = possessed(t, i, i + 1, YearOf(found[0]))
    if part:
        return part
    sure = _is_year(t, i, i + 1, language)
    return ([Expression(i, i + 1, YearOf(found[0]), sure == SURELY)], i + 1) if sure else None


def _is_year(t: Tokens, i: int, end: int, language: Language) -> int:
    """Whether a number of four digits is a year: SURELY, PROBABLY or NO."""
    before = t[i - 1] if i else None
    follower = t[end]
    likely = t[i].number in LIKELY
    if follower.text in language.counted or _runs_on(t, end) or _counts(t, i, end, language):
        return NO
    if before is None:
        return PROBABLY if likely else NO
    if not t[i].spaced and _is_part_of_a_word(t, i, before, language):
        return NO
    plural = _is_plural(follower, language)
    another = i > 1 and t[i - 2].digits == 4 and ("and" in before.classes or before.text == ",")
    if likely and not plural and follower.text not in language.not_after and (before.text == "(" or another):
        return SURELY
    if "circa" in before.classes and not before.spaced and i > 1 and t[i - 2].text == ".":  # "Washington, D.C. 1919"
        return PROBABLY if likely else NO
    if before.classes.keys() & LEADING or "year" in (before.classes.get("unit"), before.classes.get("units")):
        return SURELY if likely or not plural else NO
    if before.text in language.introducing:
        if plural and not (likely and "article" in before.classes):
            return NO
        return SURELY if likely and follower.text not in language.not_after else PROBABLY
    word = t[i - 2] if before.text == "." and i > 1 else before
    compared = i > 1 and t[i - 2].text in language.shares and not plural and not follower.text.isalpha()
    if compared and likely:  # "up 3 percent over 1996"
        return PROBABLY
    if word.text in language.not_before or not likely or (before.number >= 0 and t[i].spaced):
        return NO
    return NO if plural or follower.text in language.not_after else PROBABLY


def _counts(t: Tokens, i: int, end: int, language: Language) -> bool:
    """Whether the words about a number make it a size or an address: "a 1600-ton ship", "the sum of 1500"."""
    before = t[i - 1] if i else None
    hyphen = t[end].text in HYPHENS and not t[end].spaced
    unit = t[end + hyphen].text
    if (hyphen or (before and "one" in before.classes)) and not language.counted.isdisjoint((unit, unit + "s")):
        return True
    if t[end + 1].text in language.streets and t[end].text.isalpha():  # "1917 Elm Street"
        return before is None or not before.classes.keys() & {"in", "of"}
    if "range" in t[end].classes and t[end + 1].digits == 4 and t[end + 2].text in language.counted:
        return True  # "2000 to 1800 men"
    if before is None:
        return False
    if "range" in before.classes and i > 1 and t[i - 2].text in language.counted:  # "by 1914 votes to 1802"
        return True
    if "circa" in before.classes and t[end].text in language.not_after:  # "about 1500 of them"
        return True
    if before.text in ("or", "to", "and") and i > 2 and t[i - 2].digits == 4:  # "some 1900 or 2000 horse"
        return t[i - 3].text in language.not_before
    return "of" in before.classes and i > 1 and t[i - 2].text in language.amounts


def _runs_on(t: Tokens, end: int) -> bool:
    """Whether a number goes on after its digits: "1917.5", "1917-1-2", "1,917'5", "19:30"."""
    mark, more = t[end], t[end + 1]
    if mark.spaced or more.spaced or not mark.text:
        return False
    return (mark.text in "-‑." and more.number >= 0) or (mark.text in ",':" and more.digits >= 2)


def _is_plural(token: Token, language: Language) -> bool:
    """Whether a word looks like the plural of what a number counts."""
    word = token.text
    plural = len(word) > 3 and word.endswith("s") and token.spaced
    return plural and word not in language.function and word not in language.dated


def _is_part_of_a_word(t: Tokens, i: int, before: Token, language: Language) -> bool:
    """Whether a number hangs on the token before it: "T-1000", "Relations/1694"; "mid-1936" and "(1936" do not."""
    if before.text in DASHES:
        return not (i > 1 and "early" in t[i - 2].classes)
    if before.text == "/":
        return i > 1 and t[i - 2].text.isalnum() and not t[i - 1].spaced
    return before.text in language.not_before or before.text in ".,:+@&_\\°" or before.text.isalpha()


def decade(t: Tokens, i: int, language: Language) -> Found:
    """ "The 1920s", "the '20s", "the twenties", "the nineteen-twenties"."""
    token = t[i]
    before = t[i - 1] if i else None
    if token.digits == 4 and token.number % 10 == 0 and 1000 <= token.number <= 2090:
        end = i + 1
        if not token.suffixed and t[i + 1].text in APOSTROPHES and t[i + 2].text == "s" and not t[i + 2].spaced:
            end = i + 3
        elif not (token.suffixed and token.text[-1] in "sr"):
            return None
        end += t[end].classes.get("units") == "year"
        return [Expression(i, end, Decade(token.number))], end
    if token.digits == 2 and token.suffixed and token.text[-1] == "r" and t[i + 1].classes.get("units") == "year":
        return [Expression(i, i + 2, Decade(token.number, short=True))], i + 2
    if language.decade_years and token.classes.get("units") == "year":
        return _decade_years(t, i)
    if token.text in APOSTROPHES and not t[i + 1].spaced and (token.spaced or i == 0):
        if t[i + 1].value("decade") and before is not None and before.classes.keys() & {"article", "early"}:
            return _of_century(t, i, i + 2, t[i + 1].value("decade"), language)  # "the late 'seventies"
        return _short(t, i, before) if t[i + 1].digits == 2 else None
    if token.digits == 3 and token.suffixed and token.text[-1] == "s" and t[i + 1].value("era") == -1:
        return [Expression(i, i + 2, Decade(-token.number))], i + 2
    end = i + 1 + (t[i + 1].classes.get("units") == "year")
    if token.value("decade") and (end > i + 1 or (before is not None and before.classes.keys() & {"article", "early"})):
        return _of_century(t, i, end, token.value("decade"), language)
    hundreds = token.value("cardinal")
    j = i + 2 if t[i + 1].text in DASHES else i + 1
    if 13 <= hundreds <= 20 and t[j].value("decade"):
        return [Expression(i, j + 1, Decade(hundreds * 100 + t[j].value("decade")))], j + 1
    return None


def _roman(t: Tokens, i: int) -> tuple[int, int] | None:
    """A century in Roman digits, with or without the ending of an ordinal: "XVIIIe", "XVIII."."""
    value = t[i].value("roman")
    if not value:
        return None
    return value, i + 2 if t[i + 1].text == "." and not t[i + 1].spaced else i + 1


def _of_century(t: Tokens, start: int, end: int, decade: int, language: Language) -> Found:
    """A decade by its tens, of the century that follows ("the thirties of the 19th century") or of the context's."""
    j = end
    while "of" in t[j].classes or "article" in t[j].classes:
        j += 1
    whole = century(t, j, language) if j > end else None
    if whole and isinstance(whole[0][0].meaning, Century) and whole[0][0].meaning.number > 0:
        return [Expression(start, whole[1], Decade(whole[0][0].meaning.number * 100 - 100 + decade))], whole[1]
    return [Expression(start, end, Decade(decade, short=True))], end


def year_named(t: Tokens, i: int, language: Language) -> Found:
    """ "The year 1848" as the whole of a part."""
    j = i + ("article" in t[i].classes)
    found = year(t, j + 1) if t[j].classes.get("unit") == "year" else None
    return ([Expression(i, found[1], YearOf(found[0]))], found[1]) if found else None


def _decade_years(t: Tokens, i: int) -> Found:
    """ "Les années 1920", "les années vingt", "les années 20"."""
    number = t[i + 1]
    value = number.value("cardinal") if number.number < 0 else number.number
    if value % 10 or value < 20 or number.suffixed or number.digits not in (0, 2, 4):
        return None
    return [Expression(i, i + 2, Decade(value, short=value < 100))], i + 2


def _short(t: Tokens, i: int, before: Token | None) -> Found:
    """An apostrophe and two digits: a decade ("the '20s") or a year ("in '62", "the men of '98")."""
    token = t[i + 1]
    if token.suffixed and token.text[-1] == "s" and token.number % 10 == 0:
        return [Expression(i, i + 2, Decade(token.number, short=True))], i + 2
    quoted = t[i + 2].text in APOSTROPHES and not t[i + 2].spaced
    if (
        token.suffixed
        or quoted
        or before is None
        or not before.classes.keys() & {"in", "of", "open", "range", "month", "season", "early"}
    ):
        return None
    return [Expression(i, i + 2, YearOf(Short(token.number)), sure=False)], i + 2


def century(t: Tokens, i: int, language: Language) -> Found:
    """ "The 18th century", "the eighteenth and nineteenth centuries", "the 4th century B.C."."""
    if t[i].classes.get("unit") == "century" and t[i + 1].value("roman"):  # "siglo XVIII"
        era = t[i + 2].value("era") or 1
        return [Expression(i, i + 2 + ("era" in t[i + 2].classes), Century(t[i + 1].value("roman") * era))], i + 2
    numbers: list[tuple[int, int, int]] = []
    j = i
    while True:
        found = ordinal(t, j) or _roman(t, j)
        if found is None:
            return None
        numbers.append((j, found[1], found[0]))
        j = found[1]
        if t[j].text in DASHES and ("unit" in t[j + 1].classes or "units" in t[j + 1].classes):
            j += 1
        if "century" in (t[j].classes.get("unit"), t[j].classes.get("units")):
            break
        if not ("and" in t[j].classes or "range" in t[j].classes or t[j].text in DASHES or t[j].text == ","):
            return None
        j += 1
        while "article" in t[j].classes or "of" in t[j].classes:
            j += 1
        while "early" in t[j].classes or t[j].text in DASHES:
            j += 1
    j += 1
    if t[j].text == "." and not t[j].spaced and "era" in t[j + 1].classes:
        j += 1
    era = t[j].value("era") or 1
    j += "era" in t[j].classes
    expressions = []
    for index, (start, end, number) in enumerate(numbers):
        if not 1 <= number <= 21:
            return None
        expressions.append(Expression(start, j if index == len(numbers) - 1 else end, Century(number * era)))
    return expressions, j
