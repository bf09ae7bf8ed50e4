"""The edges of names, once all are found: given names cut short ("Wm. Bradbury"), whole ranks, surnames like ranks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.taggers.persons.lexicon import given_names, heads, other_names, word_list
from toolkit.taggers.persons.mention import Mention
from toolkit.taggers.persons.rules import Naming
from toolkit.taggers.persons.things import is_thing
from toolkit.taggers.persons.words import Shape

LIKELIHOOD = 0.8
NAMED = (Shape.CAPITAL, Shape.UPPER, Shape.NONE)
LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
INITIALS = (Shape.INITIAL, Shape.NONE)
CASED = (Shape.CAPITAL, Shape.UPPER)
GENTLEMEN = frozenset({"messrs", "mefsrs", "meffrs"})
JOINTS = frozenset({",", "and", "&"})


def persons_only(naming: Naming, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions that name persons, each from its first word to its last."""
    english = naming.code == "en"
    for mention in mentions:
        if not is_thing(naming, mention):
            ranked = _with_whole_rank(naming, mention)
            yield (
                ranked._replace(end=ranked.end + 1) if english and _goes_on(naming, ranked.core, ranked.end) else ranked
            )


def _with_whole_rank(naming: Naming, mention: Mention) -> Mention:
    """The mention from the first word of its rank on: "Lance Corporal Webb", "Rear Admiral Foote"."""
    words, first = naming.words, mention.first
    if words.low[first] not in word_list("first_of_rank"):
        if first == mention.core or first == 0 or first in words.block_starts:
            return mention
        first -= 1
    if words.low[first] not in word_list("first_of_rank") or words.shapes[first] == Shape.LOWER:
        return mention
    ranked = words.low[first + 1] in word_list("calling_arms") and mention.end > first + 2
    return mention._replace(first=first, core=naming.titles_after(first + 1, mention.end - 1)) if ranked else mention


def _goes_on(naming: Naming, core: int, end: int) -> bool:
    """Whether a word of rank that follows a given name is a surname: "Anna Bishop sang", not "Anna, Bishop of"."""
    words, titles = naming.words, naming.language.titles
    if end >= len(words) or end in words.block_starts or words.shapes[end] != Shape.CAPITAL:
        return False
    named = words.low[end] in titles and words.low[end - 1] in given_names() and words.low[end - 1] not in titles
    if not named or end - core > 2:
        return False
    after = words.beyond(end + 1)
    return after not in ("of", ".") and (not after or words.shapes[end + 1] in (Shape.LOWER, Shape.MARK))


def shortened(naming: Naming) -> Iterator[Mention]:
    """Surnames after a given name cut short, or after two initials and more, left to right; in English only.

    In German and French the models, which have seen how their texts shorten names, do better alone.
    """
    if naming.code != "en":
        return
    words = naming.words
    low, shapes, names = words.low, words.shapes, word_list("given_short")
    done = 0
    for first in words.places(names | LETTERS):
        if first < done or low[first + 1 : first + 2] != ["."]:
            continue
        short = low[first] in names
        if shapes[first] not in (NAMED if short else INITIALS):
            continue
        told = short or len(low[naming.titles_before(first)]) > 1  # a title stands before it, and not "M."
        end = _end(naming, first, told=told)
        if end and (told or _signs(naming, first, end)):
            done = end
            yield Mention(naming.titles_before(first), end, first, LIKELIHOOD)


def fellows(naming: Naming) -> Iterator[Mention]:
    """The surnames after the first in "Messrs. Sumner, Wade and Fessenden", left to right."""
    words = naming.words
    for index in words.places(GENTLEMEN):
        at = index + 2 + (words.low[index + 1 : index + 2] == ["."])
        while at + 1 < len(words) and words.low[at] in JOINTS and words.shapes[at + 1] in CASED:
            if at + 1 in words.block_starts or not _is_surname(naming, at + 1, told=True):
                break
            yield Mention(at + 1, at + 2, at + 1, LIKELIHOOD)
            at += 2
            at += words.low[at : at + 1] == [","] and words.low[at + 1 : at + 2] == ["and"]


def _end(naming: Naming, first: int, *, told: bool) -> int:
    """The index after the surname that follows words with full stops from `first` on; 0 where none does.

    told: whether a given name says already that a person is meant.
    """
    low, shapes, starts = naming.words.low, naming.words.shapes, naming.words.block_starts
    index = first
    while index + 2 < len(low) and low[index + 1] == "." and starts.isdisjoint((index + 1, index + 2)):
        index += 2
        if (
            low[index] in given_names()
            and low[index + 1 : index + 2] != ["."]
            and _is_surname(naming, index + 1, told=told)
        ):
            return index + 2
        if len(low[index]) > 1 or shapes[index] not in INITIALS:
            break
    return index + 1 if index > first and _is_surname(naming, index, told=told) else 0


def _is_surname(naming: Naming, index: int, *, told: bool) -> bool:
    words = naming.words
    if (
        index >= len(words)
        or index in words.block_starts
        or words.shapes[index] not in NAMED
        or len(words.low[index]) < 3
    ):
        return False
    form = words.low[index]
    thing = form in other_names() or form in heads()
    if words.shapes[index] == Shape.NONE:
        return naming.kind(form) in "gshfur" or (told and naming.kind(form) != "w" and not _is_verb(naming, form))
    return naming.kind(form) != "w" and (told or not thing)


def _is_verb(naming: Naming, form: str) -> bool:
    """Whether the word looks like what a person does, or how: "jas. returned"."""
    return form.endswith(("ed", "ing", "ly")) or form in naming.language.acts or form in naming.language.say


def _signs(naming: Naming, first: int, end: int) -> bool:
    """Whether two initials or more, of a person, stand before the surname."""
    letters = [form for form in naming.words.low[first : end - 1] if form != "."]
    return len(letters) > 1 and max(map(len, letters)) == 1 and "".join(letters) not in word_list("initials_of_things")
