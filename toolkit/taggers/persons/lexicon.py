"""What the tagger knows of names beforehand: given names, titles, other proper names, common words. Data, read once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

DATA = files("toolkit.taggers.persons") / "data"
LANGUAGES = ("en", "de", "fr")
ENDINGS = (
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "er",
    "est",
    "ly",
    "n",
    "en",
    "ness",
    "less",
    "like",
    "ies",
    "ied",
    "ier",
    "iest",
)

# what words of every day may end in, and what their dictionary form has in its place
GERMAN = "e en er es em n s t te ten st end ens ste ere eren"
FRENCH = (
    "s x e es é ée és ées a ai as ait ais aient ent ant ons ez era erait eraient èrent it is issait issent t aux elle "
    "ements ement"
)
INFLECTIONS = {code: tuple(endings.split()) for code, endings in (("de", GERMAN), ("fr", FRENCH))}
INFINITIVES = {"de": ("", "e", "en", "n"), "fr": ("", "e", "er", "ir", "re", "al")}


@dataclass(frozen=True)
class Language:
    """The words of one language that stand about names. titles: each with the sex it tells, "" where it tells none."""

    titles: Mapping[str, str]
    weak_titles: frozenset[str]
    adjectives: frozenset[str]
    kinship: frozenset[str]
    pet_kinship: frozenset[str]
    particles: frozenset[str]
    say: frozenset[str]
    acts: frozenset[str]
    apposition: frozenset[str]
    address: frozenset[str]
    before_person: frozenset[str]
    before_place: frozenset[str]
    determiners: frozenset[str]
    generation: frozenset[str]
    function: frozenset[str]


@cache
def word_list(name: str) -> frozenset[str]:
    """A list of lists.toml."""
    return frozenset(tomllib.loads((DATA / "lists.toml").read_text("utf-8"))[name].split())


@cache
def language(tag: str) -> Language:
    """The words of the language of a BCP 47 tag; English where the tagger knows no better."""
    code = code_of(tag)
    table = {
        key: frozenset(value.split())
        for key, value in tomllib.loads((DATA / f"{code}.toml").read_text("utf-8")).items()
    }
    sexes = (("U", ""), ("M", "M"), ("F", "F"))
    titles = {title: sex for key, sex in sexes for title in table.pop(f"titles_{key.lower()}")}
    return Language(titles=titles, **table)


def code_of(tag: str) -> str:
    """The language code that the tagger works with: one of LANGUAGES."""
    code = tag.split("-")[0].lower()
    return code if code in LANGUAGES else "en"


@cache
def given_names() -> Mapping[str, str]:
    """Given names, lower case, with the sex that bears them: "M", "F", or "" for both."""
    names: dict[str, str] = {}
    for sex, name in _listed("given-names.txt"):
        if sex == "U" or names.get(name, sex) != sex:
            names[name] = ""
        elif sex != "?":
            names[name] = sex
    return names


@cache
def everyday_names() -> frozenset[str]:
    """Given names that are everyday words, too: alone, in text without case, they prove nothing."""
    return frozenset(name for sex, name in _listed("given-names.txt") if sex == "?")


def _listed(file: str) -> Iterator[tuple[str, str]]:
    for line in (DATA / file).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            label, *names = line.split()
            for name in names:
                yield label, name.lower()


@cache
def other_names() -> Mapping[str, str]:
    """Proper names that are no persons, lower case, with their kind ("places", "calendar", "heads" ...)."""
    names = dict.fromkeys((DATA / "wordnet-names.txt").read_text("utf-8").split(), "other")
    kind = ""
    for line in (DATA / "not-persons.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif not line.startswith("#"):
            for name in line.split():
                names.setdefault(name.replace("_", " "), kind)
                if names[name.replace("_", " ")] == "other":
                    names[name.replace("_", " ")] = kind
    return names


@cache
def heads() -> frozenset[str]:
    """Words that make the name before them a place's, a body's, a work's: where case tells names."""
    return strong_heads() | {name for name, kind in other_names().items() if kind == "heads"}


@cache
def strong_heads() -> frozenset[str]:
    """Those of them that do so in text without case, too."""
    return frozenset(name for name, kind in other_names().items() if kind == "strong heads")


@cache
def commonness() -> Mapping[str, int]:
    """English words that are no names, with how common they are: 0 (rare) to 4."""
    words = {}
    for line in (DATA / "wordnet-words.txt").read_text("utf-8").splitlines():
        shelf, *members = line.split()
        words.update(dict.fromkeys(members, int(shelf)))
    words.update(dict.fromkeys(word_list("small"), 4))
    return words


def is_calendar(form: str) -> bool:
    """Whether a word is a day or month and no given name: "On Tuesday Gov. Tilbury signed"."""
    return other_names().get(form) == "calendar" and form not in given_names()


@cache
def surnames() -> frozenset[str]:
    """Surnames of the English-speaking countries, lower case."""
    return _plain("surnames.txt")


@cache
def _everyday_words(code: str) -> frozenset[str]:
    return _plain(f"everyday-{code}.txt")


def _plain(file: str) -> frozenset[str]:
    """The words of a list without labels."""
    lines = (DATA / file).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def everyday(word: str, code: str) -> bool:
    """Whether a word of German or French is one of every day, or inflected from one: for English, see `common`."""
    words = _everyday_words(code)
    if word in words:
        return True
    return any(
        word.endswith(ending) and any(word[: -len(ending)] + full in words for full in INFINITIVES[code])
        for ending in INFLECTIONS[code]
        if len(word) > len(ending) + 2
    )


@lru_cache(maxsize=200_000)
def common(word: str) -> int:
    """How common the word, or the word it is a form of, is; -1 where no dictionary knows it."""
    words = commonness()
    best = words.get(word, -1)
    if word.endswith(ENDINGS):
        best = max(best, *(words.get(stem, -1) for stem in _stems(word)))
    if "-" in word:
        parts = [part for part in word.split("-") if part and part not in word_list("prefixes")]
        best = max(best, min((common(part) for part in parts), default=-1))
    return best


def _stems(word: str) -> Iterator[str]:
    """What the word may be an inflected form of, by its ending."""
    yield word
    for ending in ENDINGS:
        stem = word[: -len(ending)]
        if len(stem) >= (2 if ending[0] in "ie" and ending[-1] in "sd" else 3) and word.endswith(ending):
            yield stem
            if ending != "s":
                yield stem + "e"
                yield stem + "y"
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]
