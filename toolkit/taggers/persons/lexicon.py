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
PREFIXES = frozenset({"co", "re", "pre", "non", "anti", "ex", "semi", "self", "over", "under", "counter", "vice"})
IRREGULAR = frozenset(
    [
        "i",
        "me",
        "we",
        "us",
        "you",
        "he",
        "him",
        "she",
        "it",
        "they",
        "them",
        "who",
        "whom",
        "whose",
        "which",
        "what",
        "that",
        "this",
        "these",
        "those",
        "myself",
        "himself",
        "herself",
        "itself",
        "themselves",
        "yourself",
        "ourselves",
        "my",
        "mine",
        "our",
        "ours",
        "your",
        "yours",
        "his",
        "her",
        "hers",
        "its",
        "their",
        "theirs",
        "a",
        "an",
        "the",
        "and",
        "or",
        "nor",
        "but",
        "if",
        "then",
        "than",
        "as",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "without",
        "within",
        "into",
        "onto",
        "upon",
        "up",
        "down",
        "over",
        "under",
        "about",
        "above",
        "below",
        "between",
        "among",
        "through",
        "during",
        "before",
        "after",
        "since",
        "until",
        "against",
        "toward",
        "towards",
        "across",
        "along",
        "around",
        "behind",
        "beside",
        "besides",
        "beyond",
        "near",
        "off",
        "out",
        "not",
        "no",
        "yes",
        "never",
        "ever",
        "so",
        "too",
        "also",
        "only",
        "just",
        "even",
        "still",
        "yet",
        "again",
        "already",
        "always",
        "often",
        "sometimes",
        "perhaps",
        "maybe",
        "very",
        "quite",
        "rather",
        "almost",
        "there",
        "here",
        "where",
        "when",
        "while",
        "why",
        "how",
        "because",
        "though",
        "although",
        "unless",
        "whether",
        "either",
        "neither",
        "both",
        "each",
        "every",
        "all",
        "any",
        "some",
        "few",
        "many",
        "much",
        "more",
        "most",
        "other",
        "another",
        "such",
        "same",
        "own",
        "am",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "have",
        "has",
        "had",
        "having",
        "do",
        "does",
        "did",
        "done",
        "doing",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "ought",
        "cannot",
        "went",
        "gone",
        "came",
        "come",
        "got",
        "gotten",
        "gave",
        "given",
        "took",
        "taken",
        "made",
        "said",
        "saw",
        "seen",
        "knew",
        "known",
        "thought",
        "felt",
        "found",
        "told",
        "left",
        "kept",
        "held",
        "brought",
        "bought",
        "caught",
        "taught",
        "stood",
        "sat",
        "ran",
        "rose",
        "fell",
        "drew",
        "grew",
        "threw",
        "flew",
        "wore",
        "bore",
        "tore",
        "swore",
        "spoke",
        "broke",
        "woke",
        "chose",
        "froze",
        "wrote",
        "rode",
        "drove",
        "strove",
        "began",
        "sang",
        "rang",
        "drank",
        "sank",
        "swam",
        "lay",
        "lain",
        "laid",
        "paid",
        "led",
        "fed",
        "bred",
        "fled",
        "met",
        "sent",
        "spent",
        "lent",
        "bent",
        "built",
        "burnt",
        "lost",
        "meant",
        "slept",
        "wept",
        "crept",
        "swept",
        "dealt",
        "leapt",
        "heard",
        "hid",
        "bit",
        "lit",
        "shot",
        "shook",
        "sought",
        "fought",
        "men",
        "women",
        "children",
        "feet",
        "teeth",
        "mice",
        "geese",
        "wives",
        "lives",
        "leaves",
        "halves",
        "selves",
        "wolves",
        "thieves",
        "shelves",
        "better",
        "best",
        "worse",
        "worst",
        "less",
        "least",
        "thee",
        "thou",
        "thy",
        "thine",
        "ye",
        "hath",
        "doth",
        "didst",
        "hast",
        "art",
        "wilt",
        "shalt",
        "oh",
        "ah",
        "o'clock",
        "don't",
        "didn't",
        "won't",
        "can't",
        "couldn't",
        "wouldn't",
        "shouldn't",
        "isn't",
        "wasn't",
        "aren't",
        "weren't",
        "haven't",
        "hasn't",
        "hadn't",
        "i'm",
        "i'll",
        "i've",
        "i'd",
        "you're",
        "you'll",
        "you've",
        "you'd",
        "he's",
        "he'll",
        "he'd",
        "she's",
        "she'll",
        "she'd",
        "it's",
        "we're",
        "we'll",
        "we've",
        "we'd",
        "they're",
        "they'll",
        "they've",
        "they'd",
        "that's",
        "there's",
        "what's",
        "who's",
        "where's",
        "let's",
        "ain't",
        "tis",
        "'tis",
        "twas",
        "shan't",
        "mustn't",
        "needn't",
        "everybody",
        "anybody",
        "nobody",
        "somebody",
        "everyone",
        "anyone",
        "someone",
        "everything",
        "anything",
        "nothing",
        "something",
        "whoever",
        "whatever",
        "whichever",
        "whenever",
        "wherever",
        "however",
        "therefore",
        "moreover",
        "nevertheless",
        "meanwhile",
        "otherwise",
        "instead",
        "thus",
        "hence",
        "amongst",
        "amid",
        "amidst",
        "whilst",
        "till",
        "ere",
        "unto",
        "thereof",
        "therein",
        "thereby",
        "whereby",
        "wherein",
        "hitherto",
        "henceforth",
        "aye",
        "nay",
        "ha",
        "hullo",
        "hello",
        "hallo",
        "hi",
        "hey",
        "alas",
        "lo",
        "hurrah",
        "bravo",
        "pshaw",
        "hush",
        "ay",
        "amen",
        "etc",
        "vol",
        "viz",
    ]
)


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
    before_person: frozenset[str]
    before_place: frozenset[str]
    determiners: frozenset[str]
    generation: frozenset[str]
    function: frozenset[str]


@cache
def language(tag: str) -> Language:
    """The words of the language of a BCP 47 tag; English where the tagger knows no better."""
    code = code_of(tag)
    table = {key: frozenset(value.split()) for key, value in tomllib.loads((DATA / f"{code}.toml").read_text()).items()}
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
def commonness() -> Mapping[str, int]:
    """English words that are no names, with how common they are: 0 (rare) to 4."""
    words = {}
    for line in (DATA / "wordnet-words.txt").read_text("utf-8").splitlines():
        shelf, *members = line.split()
        words.update(dict.fromkeys(members, int(shelf)))
    words.update(dict.fromkeys(IRREGULAR, 4))
    return words


@lru_cache(maxsize=200_000)
def common(word: str) -> int:
    """How common the word, or the word it is a form of, is; -1 where no dictionary knows it."""
    words = commonness()
    best = words.get(word, -1)
    if word.endswith(ENDINGS):
        best = max(best, *(words.get(stem, -1) for stem in _stems(word)))
    if "-" in word:
        parts = [part for part in word.split("-") if part and part not in PREFIXES]
        best = max(best, min((common(part) for part in parts), default=-1))
    return best


def _stems(word: str) -> Iterator[str]:
    """What the word may be an inflected form of, by its ending."""
    yield word
    for ending in ENDINGS:
        stem = word[: -len(ending)]
        if len(stem) >= 3 and word.endswith(ending):
            yield stem
            if ending != "s":
                yield stem + "e"
                yield stem + "y"
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]
