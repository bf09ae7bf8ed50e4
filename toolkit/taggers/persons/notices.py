"""Names that the wording of notices and heads announces: "Asenath, widow of", "aged 54", "By A. Crane"."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.taggers.persons.lexicon import common, given_names, heads, other_names, word_list
from toolkit.taggers.persons.mention import Mention
from toolkit.taggers.persons.rules import Naming
from toolkit.taggers.persons.words import Shape

LIKELIHOOD = 0.8
LONGEST = 5
LONGEST_BYLINE = 14
NAMED = frozenset({Shape.CAPITAL, Shape.UPPER, Shape.INITIAL, Shape.MIXED})


def noticed(naming: Naming) -> Iterator[Mention]:
    """Names before ", aged" or ", widow of", names with an initial inside, authors in bylines; in English only."""
    if naming.code == "en":
        yield from _in_notices(naming)
        yield from _with_initial(naming)
        yield from _bylines(naming)
        yield from _clans(naming)
        yield from _signatures(naming)


def _signatures(naming: Naming) -> Iterator[Mention]:
    """Initials alone at the end of a block, as letters are signed: "Ever yours, M. R. M."."""
    words = naming.words
    for end in words.breaks[1:]:
        first = end
        while first > 1 and words.low[first - 1] == "." and len(words.low[first - 2]) == 1:
            if first - 2 in words.block_starts or not words.low[first - 2].isalpha():
                first -= 2 * words.low[first - 2].isalpha()
                break
            first -= 2
        letters = "".join(words.low[first:end:2])
        if len(letters) < 2 or letters in word_list("initials_of_things"):
            continue
        if first in words.block_starts or words.low[first - 1] in word_list("before_signature"):
            yield Mention(first, end, first, LIKELIHOOD)


def _in_notices(naming: Naming) -> Iterator[Mention]:
    words = naming.words
    for index in words.places(word_list("relations_of") | {"aged"}):
        comma = index - 1
        while comma > 0 and words.low[comma] in word_list("degrees"):
            comma -= 1
        if comma < 1 or words.low[comma] != "," or not words.block_starts.isdisjoint(range(comma, index + 1)):
            continue
        if words.low[index] == "aged" or words.low[index + 1 : index + 2] == ["of"]:
            first = _run_before(naming, comma)
            if first < comma:
                yield Mention(naming.titles_before(first), comma, first, LIKELIHOOD)


def _run_before(naming: Naming, end: int) -> int:
    """Where the run of words with capitals, initials and their stops begins that ends before `end`."""
    words = naming.words
    first = end
    while first > 0 and end - first < LONGEST and first not in words.block_starts:
        before = first - 1
        if words.low[before] == "." and before and len(words.low[before - 1]) == 1:
            before -= 1
        if words.shapes[before] not in NAMED or naming.kind(words.low[before]) == "w":
            break
        if words.low[before] in naming.language.titles or words.low[before] in other_names():
            break
        first = before
    return first


def _with_initial(naming: Naming) -> Iterator[Mention]:
    """A given name, an initial, a surname: "Frank A. Sawyer"."""
    words = naming.words
    for first in words.places(given_names().keys()):
        index = first + 1
        while words.low[index + 1 : index + 2] == ["."] and len(words.low[index]) == 1 and words.low[index].isalpha():
            index += 2
        if index == first + 1 or index >= len(words) or not words.block_starts.isdisjoint(range(first + 1, index + 1)):
            continue
        cased = words.shapes[first] in NAMED and words.shapes[index] in NAMED
        if (cased or words.shapes[first] == Shape.NONE) and _is_surname(naming, index):
            yield Mention(naming.titles_before(first), index + 1, first, LIKELIHOOD)


def _is_surname(naming: Naming, index: int) -> bool:
    form = naming.words.low[index]
    if len(form) < 3 or naming.kind(form) == "w":
        return False
    return form not in other_names() if naming.words.shapes[index] == Shape.NONE else form not in naming.language.titles


def _bylines(naming: Naming) -> Iterator[Mention]:
    """The authors in a block that opens with "By" and has nothing but names: "By Priya Raman and Tom Ellery"."""
    words = naming.words
    for opening, end in zip(words.breaks, words.breaks[1:], strict=False):
        if words.low[opening] != "by" or not 2 < end - opening < LONGEST_BYLINE:
            continue
        runs, first = [], opening + 1
        for index in range(opening + 1, end + 1):
            if index == end or words.low[index] in (",", "and", "&"):
                runs.append((first, index))
                first = index + 1
        stop = words.low[end - 1] == "." and len(words.low[end - 2]) > 1
        runs[-1] = (runs[-1][0], runs[-1][1] - stop)
        if all(_is_author(naming, *run) for run in runs):
            yield from (Mention(first, last, naming.titles_after(first, last - 1), LIKELIHOOD) for first, last in runs)


def _is_author(naming: Naming, first: int, end: int) -> bool:
    """Whether the words are two or more names with capitals or initials."""
    words = naming.words
    names = [index for index in range(first, end) if words.low[index] != "."]
    return len(names) > 1 and all(
        words.shapes[index] in NAMED
        and words.low[index] not in heads()
        and (naming.kind(words.low[index]) in "gshfur" or len(words.low[index]) == 1 or index == names[-1])
        for index in names
    )


def _clans(naming: Naming) -> Iterator[Mention]:
    """Surnames in Mc- and O'-, with the given names before them: "McVey", "O'Hara"."""
    words = naming.words
    clans = frozenset(form for form in words.vocabulary if _is_clan(form))
    for index in words.places(clans):
        if words.shapes[index] == Shape.LOWER or words.low[index] in other_names():
            continue
        after = words.low[index + 1] if index + 1 < len(words) else ""
        if not (after in heads() and words.shapes[index + 1] in NAMED):
            first = naming.name_before(index)
            yield Mention(first, index + 1, naming.titles_after(first, index), LIKELIHOOD)


def _is_clan(form: str) -> bool:
    return len(form) > 4 and form.startswith(("mc", "o'")) and form.isascii() and common(form) < 0
