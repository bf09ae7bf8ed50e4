"""Names that rules vouch for where the language's model, which has read one kind of text, is blind to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.taggers.persons.lexicon import everyday_names, given_names, other_names, word_list
from toolkit.taggers.persons.mention import Mention
from toolkit.taggers.persons.rules import Candidate, Naming
from toolkit.taggers.persons.words import Shape

LIKELIHOOD = 0.6  # measured: two in three, by editors who leave many persons unmarked
ALONE = 0.5
NAMED = frozenset({Shape.CAPITAL, Shape.UPPER})
TITLED_ONLY = 2  # words after a title, where case does not tell where the name ends


def vouched(naming: Naming, candidates: Sequence[Candidate]) -> Iterator[Mention]:
    """Titled names, full names, and single names that the text treats as a person's; outside English, left to right."""
    if naming.code == "en":
        return
    for candidate in candidates:
        first, end, core, _ = candidate
        if core > first:
            if last := _titled_end(naming, first, core, end):
                yield Mention(first, last, core, LIKELIHOOD)
        elif naming.words.shapes[core] in NAMED:
            if _is_full(naming, core, end):
                yield Mention(first, end, core, LIKELIHOOD)
            elif end == core + 1 and _is_given(naming, core) and _treated_as_person(naming, core):
                yield Mention(first, end, core, ALONE)
    yield from _speakers(naming)


def _titled_end(naming: Naming, first: int, core: int, end: int) -> int:
    """The index after the name that a title announces; 0 where it announces none: "président du Conseil"."""
    words, tongue = naming.words, naming.language
    form = words.low[core]
    if form in tongue.titles or form in other_names() or form in tongue.function:
        return 0
    noble = words.low[first] in word_list("noble_titles") or words.low[first] in tongue.address
    if form in tongue.particles and not noble:
        return 0
    if words.shapes[core] == Shape.NONE:
        told = words.low[first] not in tongue.weak_titles and naming.kind(form) in "gshu"
        return min(end, core + TITLED_ONLY - (form not in given_names())) if told and core + 1 <= end else 0
    return end if len(form) > 1 or (words.shapes[core] == Shape.INITIAL and end > core + 2) else 0


def _is_full(naming: Naming, core: int, end: int) -> bool:
    """Whether a given name, or an initial, and a surname stand there: "Louis Carpentier"."""
    words, tongue = naming.words, naming.language
    last = words.low[end - 1]
    if end - core < 2 or len(last) < 3 or words.shapes[end - 1] not in NAMED or last in other_names():
        return False
    if last in tongue.function or last in tongue.titles:
        return False
    return _is_given(naming, core) and naming.kind(last) != "w"


def _is_given(naming: Naming, index: int) -> bool:
    """Whether the word is a given name and nothing else; one that ends in -s may be a genitive's."""
    form = naming.words.low[index]
    return form in given_names() and form not in everyday_names() and form not in other_names()


def _treated_as_person(naming: Naming, index: int) -> bool:
    """Whether the text has the name beside verbs of saying or persons' doing, or after what stands before persons."""
    evidence, form = naming.evidence, naming.words.low[index]
    if naming.words.shapes[index] != Shape.CAPITAL or evidence.lower[form] or evidence.determined[form]:
        return False
    before = naming.words.before(index)
    told = before in naming.language.before_person and before not in naming.language.before_place
    return told or bool(evidence.speaking[form] or evidence.acting[form])


def _speakers(naming: Naming) -> Iterator[Mention]:
    """Words with a capital after a verb of saying, behind the end of what is said: "« Venez », dit Rodolphe."."""
    words = naming.words
    for index in words.places(naming.language.say):
        name = index + 1
        inside = 0 < index < len(words) - 1 and words.block_starts.isdisjoint((index, name))
        if inside and words.low[index - 1] in word_list("ends_of_speech") and _is_sole_name(naming, name):
            yield Mention(name, name + 1, name, LIKELIHOOD)


def _is_sole_name(naming: Naming, index: int) -> bool:
    """Whether a word with a capital, no title or place, stands there, and no other word with a capital after it."""
    words, tongue, form = naming.words, naming.language, naming.words.low[index]
    if words.shapes[index] != Shape.CAPITAL or len(form) < 3 or naming.kind(form) in "wc" or form in tongue.titles:
        return False
    after = index + 1
    return after >= len(words) or after in words.block_starts or words.shapes[after] in (Shape.MARK, Shape.LOWER)
