"""Mentions: runs of words taken for a name, and what their words say (titles, given names, surname, number)."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from toolkit.taggers.persons.figures import folded, is_roman
from toolkit.taggers.persons.lexicon import Language, given_names, word_list
from toolkit.taggers.persons.words import Words

STYLES = ("mr", "mrs", "miss")
CALLINGS = ("church", "arms")
HUSBANDS = frozenset({"mrs", "mme", "madame", "frau"})


class Mention(NamedTuple):
    """A run of words taken for a person's name. certainty: the probability that it is one, 0 to 1."""

    first: int
    end: int
    core: int
    certainty: float


@dataclass(frozen=True, slots=True)
class Form:
    """What the words of a mention say, folded. style: "mr", "mrs", "miss" or ""; sex: as the title tells it, or "".

    given: names or initials before the surname. surname: "" where only given names stand.
    sole: one word that may be either.
    number: a regnal number. husband: the given name after "Mrs.", which is not hers.
    kinsman: whether the text says somewhere that this is another's nephew or son, who may have the same surname.
    """

    titles: tuple[str, ...] = ()
    style: str = ""
    sex: str = ""
    given: tuple[str, ...] = ()
    surname: str = ""
    sole: str = ""
    number: str = ""
    husband: str = ""
    kinsman: bool = False

    @property
    def calling(self) -> str:
        """The calling that the titles tell: "church", "arms" or ""."""
        return next((c for title in self.titles for c in CALLINGS if title in word_list(f"calling_{c}")), "")

    @property
    def ranked(self) -> bool:
        """Whether a title of rank or office stands before the name, one that tells no sex."""
        return (
            bool(self.titles) and not self.style and not self.sex and self.titles[-1] not in ("st", "saint", "cousin")
        )


def forms_of(words: Words, mentions: Sequence[Mention], language: Language, stems: Container[str] = ()) -> list[Form]:
    """Read the words of each mention. `stems`: forms that a genitive in -s may be of, as German writes it ("Hugos")."""
    names = [(tuple(words.low[m.first : m.end]), m.core - m.first) for m in mentions]
    kin = {name for name, mention in zip(names, mentions, strict=True) if _is_kinsman(words, mention)}
    known = {  # a book has the same name a hundred times
        name: replace(form, kinsman=True) if name in kin and form.given else form
        for name in set(names)
        for form in [_form(*name, language, stems)]
    }
    return [known[name] for name in names]


def _is_kinsman(words: Words, mention: Mention) -> bool:
    """Whether he is said to be somebody's son or the like: "Henry Dymond, his nephew", "her brother Tom Sayle"."""
    low, first, end = words.low, mention.first, mention.end
    behind = low[end : end + 3]
    if len(behind) == 3 and behind[0] == "," and behind[1] in word_list("whose") and behind[2] in word_list("kinsmen"):
        return True
    before = low[max(first - 3, 0) : first]
    if before and before[-1] == ",":
        before = before[:-1]
    return len(before) > 1 and before[-1] in word_list("kinsmen") and before[-2] in word_list("whose")


def _form(name: tuple[str, ...], core: int, language: Language, stems: Container[str]) -> Form:
    titles = [w for w in name[:core] if w in language.titles]
    inside = [w for w in name[core:] if w[0].isalpha()]
    if inside and len(inside[-1]) > 3 and inside[-1].endswith("s") and inside[-1][:-1] in stems:
        inside[-1] = inside[-1][:-1]
    return read_form(titles, inside, language)


def read_form(titles: Iterable[str], inside: Iterable[str], language: Language) -> Form:
    """The form of a name given as lower-case words; `titles` before it."""
    titles = tuple(titles)
    style = next((style for t in titles for style in STYLES if t in word_list(f"style_{style}")), "")
    sex = next((language.titles[t] for t in titles if language.titles.get(t)), "")
    parts = [w for w in inside if w not in language.generation and w not in language.titles] or list(inside)
    number = ""
    if len(parts) > 1 and is_roman(parts[-1]) and (len(parts[-1]) > 1 or parts[-1] in "ivx"):
        number = parts.pop()
    spoken = [folded(w) for w in parts if w not in language.particles] or [folded(w) for w in parts]
    names = [piece for word in spoken for piece in word.split()] or [""]
    if number:
        return Form(titles, style, sex, tuple(names), number=number)
    if len(names) > 1:
        *given, surname = names
        if titles and titles[-1] in HUSBANDS and given_names().get(given[0]) == "M":
            return Form(titles, style, "F", (), surname, husband=given[0])
        return Form(titles, style, sex, tuple(given), surname)
    sole = names[0]
    if titles and titles[-1] in word_list("before_given"):
        return Form(titles, style, sex, given=(sole,))
    if titles and not (
        sole in given_names() and titles[-1] in ("miss", "lord", "lady", "captain", "frau", "madame", "m")
    ):
        return Form(titles, style, sex, surname=sole)
    return Form(titles, style, sex, sole=sole)
