"""Names in text without case that the sentence introduces: "victor hugo, who ...", "edwin marsh walked ..."."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.taggers.persons.figures import folded, name_words
from toolkit.taggers.persons.lexicon import everyday_names, given_names, other_names
from toolkit.taggers.persons.mention import Mention
from toolkit.taggers.persons.rules import Naming
from toolkit.taggers.persons.words import Shape

LIKELIHOOD = 0.8
LONGEST = 3
SPOKEN = "gshf"


def introduced(naming: Naming) -> Iterator[Mention]:
    """Two or three names in a row after a mark, before a verb of persons or an apposition; left to right."""
    shapes = naming.words.shapes
    names = (given_names().keys() | everyday_names()) - naming.language.titles.keys()
    done = 0
    for index in naming.words.places(names):
        if (
            index >= done
            and shapes[index] == Shape.NONE
            and _after_mark(naming, index)
            and (end := _end(naming, index))
        ):
            done = end
            yield Mention(index, end, index, LIKELIHOOD)


def _after_mark(naming: Naming, index: int) -> bool:
    return bool(naming.words.opens[index]) or naming.words.low[index - 1] in (",", ")")


def _end(naming: Naming, first: int) -> int:
    """The index after the name's last word; 0 where none is introduced."""
    form = naming.words.low[first]
    if naming.kind(form) == "w" or form in other_names():
        return 0
    limit = min(len(naming.words), first + LONGEST)
    end = first + 1
    while end < limit and end not in naming.words.block_starts and _names(naming, end):
        end += 1
    return end if end > first + 1 and _acts(naming, end) else 0


def _names(naming: Naming, index: int) -> bool:
    """Whether a word is a given name or a surname that some bear, though it may be a common word, too."""
    form = naming.words.low[index]
    if form in other_names() or not form[0].isalpha():
        return False
    kind = naming.kind(form)
    return kind in SPOKEN or (kind != "w" and (form in everyday_names() or name_words().get(folded(form)) == "surname"))


def _acts(naming: Naming, index: int) -> bool:
    """Whether what follows is said of a person: a verb, or, after a comma, "who" or an apposition."""
    words, tongue = naming.words, naming.language
    if index + 1 >= len(words) or index in words.block_starts:
        return False
    after = words.low[index]
    return after in tongue.acts or after in tongue.say or (after == "," and words.low[index + 1] in tongue.apposition)
