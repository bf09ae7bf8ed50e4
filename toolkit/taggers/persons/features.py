"""What the statistical model sees of each word: classes and counts that travel from text to text, rather than names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log2

from toolkit.taggers.persons.evidence import Evidence
from toolkit.taggers.persons.lexicon import Language, common, everyday_names, given_names, other_names
from toolkit.taggers.persons.rules import Candidate, Naming
from toolkit.taggers.persons.words import Words

LONGEST_SENTENCE = 100
ENDERS = frozenset(".!?")
SCORES = (-1.0, 0.5, 2.0, 3.5)


def sentences(words: Words, language: Language) -> Iterator[tuple[int, int]]:
    """Stretches of words that the model reads in one go: sentences, inside blocks, none too long."""
    low = words.low
    for start, end in pairwise(words.breaks):
        begin = start
        for index in range(start, end):
            over = low[index] in ENDERS and not (index > start and _abbreviates(low[index - 1], language))
            if (over and index - begin > 3) or index - begin >= LONGEST_SENTENCE:
                yield begin, index + 1
                begin = index + 1
        if begin < end:
            yield begin, end


def _abbreviates(word: str, language: Language) -> bool:
    return len(word) == 1 or word in language.titles


class Features:
    """The features of one document's words; what is true of a form wherever it stands is found once."""

    def __init__(self, naming: Naming, candidates: Sequence[Candidate]) -> None:
        self._words = naming.words
        self._language = naming.language
        self._forms = {form: self._of_form(form, naming) for form in set(naming.words.low)}
        self._capitals = {form: _capitals(form, naming.evidence) for form in self._forms}
        self._ruled = self._of_rules(candidates)

    def around(self, start: int, end: int) -> list[list[str]]:
        """The features of each word from `start` to before `end`, a sentence."""
        none = ("#", "#", "#")
        brief = [none, none, *(self._brief(index) for index in range(start, end)), none, none]
        rows = []
        for place, index in enumerate(range(start, end)):
            before2, before, here, after, after2 = brief[place : place + 5]
            rows.append(
                [
                    *self._own(index),
                    "w=" + here[0],
                    "-w=" + before[0],
                    "-k=" + before[1],
                    "-s=" + before[2],
                    "+w=" + after[0],
                    "+k=" + after[1],
                    "+s=" + after[2],
                    "--w=" + before2[0],
                    "--k=" + before2[1],
                    "++w=" + after2[0],
                    "++k=" + after2[1],
                    "-k0=" + before[1] + here[1],
                    "0k+=" + here[1] + after[1],
                    "-k0k+=" + before[1] + here[1][0] + after[1],
                    "-w0=" + before[0] + here[1] + here[2][0],
                    "0+w=" + here[1] + here[2][0] + after[0],
                    "-s0s+=" + before[2] + here[2] + after[2],
                    "-w+w=" + before[0] + "|" + after[0] + here[2][0],
                ]
            )
        return rows

    def _own(self, index: int) -> Iterator[str]:
        """The features of a word by itself."""
        form = self._words.low[index]
        _, kind, _, rest = self._forms[form]
        shape = f"{self._words.shapes[index]:d}{'^' if self._words.opens[index] else ''}"
        rule = self._ruled.get(index, "-")
        case = f"C{shape}{self._capitals[form]}"
        yield from (*rest, f"S{shape}", f"K{kind}{shape}", f"R{rule}", f"R{rule[0]}{kind}", case, case + kind)

    def _brief(self, index: int) -> tuple[str, str, str]:
        """What neighbours see of a word: itself or its kind, its kind and flags, its case and what the rules say."""
        word, kind, flags, _ = self._forms[self._words.low[index]]
        return word, kind + flags, f"{self._words.shapes[index]:d}{self._ruled.get(index, '-')}"

    def _of_form(self, form: str, naming: Naming) -> tuple[str, str, str, tuple[str, ...]]:
        """A form's word feature, kind, flags, and the features that stand for it alone."""
        kind = naming.kind(form)
        given = given_names().get(form)
        other = other_names().get(form, "")
        flags = self._flags(form)
        level = common(form)
        word = form if kind in "wc" or form in self._language.titles else kind
        sex = "" if given is None else given or "U"
        rest = [
            "k=" + kind + flags,
            "c=" + str(level),
            "kc=" + kind + str(level) + sex + other[:2],
            "o=" + other[:3],
            "g=" + sex + ("e" if form in everyday_names() else ""),
            "s3=" + form[-3:],
            "s2=" + form[-2:],
            "p2=" + form[:2],
            "l=" + str(min(len(form), 9)),
            *_counts(form, naming.evidence, kind),
        ]
        return word, kind, flags, tuple(rest)

    def _flags(self, form: str) -> str:
        tongue = self._language
        groups = (
            ("T", tongue.titles),
            ("t", tongue.weak_titles),
            ("a", tongue.adjectives),
            ("f", tongue.kinship),
            ("p", tongue.particles),
            ("s", tongue.say),
            ("v", tongue.acts),
            ("b", tongue.before_person),
            ("i", tongue.before_place),
            ("d", tongue.determiners),
        )
        return "".join(letter for letter, group in groups if form in group)

    def _of_rules(self, candidates: Sequence[Candidate]) -> dict[int, str]:
        """What the rules say of each word: title, begin or inside of a candidate, and how much it scores."""
        said = {}
        for candidate in candidates:
            score = sum(candidate.score > step for step in SCORES)
            for index in range(candidate.first, candidate.end):
                place = "t" if index < candidate.core else "b" if index == candidate.core else "i"
                said[index] = f"{place}{score}{'T' if candidate.core > candidate.first else ''}"
        return said


def _capitals(form: str, e: Evidence) -> str:
    """How often, in steps, the document has the form with a capital where no sentence opens, and without."""
    return f"{min(e.capital[form], 3)}{min(e.lower[form], 2)}"


def _counts(form: str, e: Evidence, kind: str) -> Iterator[str]:
    """How often the whole document has the form where persons' names stand, in steps."""
    n = e.all[form]
    if not form[0].isalpha():
        return
    yield "n=" + str(min(int(log2(n)), 5)) + kind
    seen = e.capital[form] + e.lower[form]
    if seen:
        yield "cap=" + str(int(4 * e.capital[form] / seen)) + kind
    for label, counter, steps in (
        ("ti", e.titled, 3),
        ("ow", e.owning, 3),
        ("sa", e.speaking, 3),
        ("ac", e.acting, 3),
        ("pl", e.placed, 2),
        ("de", e.determined, 2),
        ("na", e.named, 3),
    ):
        count = counter[form]
        share = 0 if not count else 1 if count < 0.1 * n else 2 if count < 0.3 * n else 3
        yield f"{label}={min(count, steps)}{share}{kind if label != 'ti' else ''}"
