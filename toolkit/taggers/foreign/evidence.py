"""Evidence: in which language a few words are, by its function words, and phrases that are known as they stand."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
LETTERS = re.compile(r"[^\W_]+")
ELIDED = re.compile(r"['’]")
FEWEST = 3
DISTINCT = 2
SHARE = 0.5
OWN = 0.2
DOTTED = "\u0130"


def language_of(text: str, main: str) -> str:
    """The language of a phrase, if it is surely another than `main` (a primary language subtag); "" otherwise.

    At least half of its words, and two different ones, must be function words of that language and not of `main`.
    """
    words = _words(text)
    if len(words) < FEWEST:
        return ""
    known = function_words()
    own = known.get(main, frozenset())
    if len([word for word in words if word in own]) > OWN * len(words):
        return ""
    hits = {
        language: {word for word in words if word in listed and word not in own}
        for language, listed in known.items()
        if language != main
    }
    shares = sorted(
        ((sum(word in found for word in words), language) for language, found in hits.items()), reverse=True
    )
    (most, best), (second, _) = shares[0], shares[1]
    telling = sum(len(word) > 1 for word in hits[best])
    sure = most >= SHARE * len(words) and telling >= DISTINCT and most > second
    return best if sure else ""


def known_phrases(text: str, main: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of a text that are a known phrase of another language than `main`, and that language.

    A phrase is looked for only where all its words are among the distinct words of the text.
    """
    forms = _distinct(text)
    words = {part for form in forms for part in LETTERS.findall(folded(form))}
    likely = [(phrase, language) for phrase, language, parts in _phrases() if language != main and words >= parts]
    plain = _lowered(text, frozenset().union(*forms)) if likely else ""
    for phrase, language in likely:
        start = plain.find(phrase)
        while start >= 0:
            end = start + len(phrase)
            if not (plain[start - 1 : start].isalnum() or plain[end : end + 1].isalnum()):
                yield start, end, language
            start = plain.find(phrase, end)


def folded(text: str) -> str:
    """The text in lower case without accents and with straight apostrophes, character for character."""
    return _lowered(text, frozenset(text))


def _lowered(text: str, characters: frozenset[str]) -> str:
    """The text folded; characters: all that occur in it, white space apart."""
    letters = _folding()
    if DOTTED in characters:  # the one letter whose lower case is two characters
        text = text.replace(DOTTED, "i")
    text = text.lower()
    for character in sorted({character.lower()[0] for character in characters} | characters):
        if ord(character) in letters:
            text = text.replace(character, letters[ord(character)])
    return text


def _distinct(text: str) -> set[str]:
    """The distinct words of a text, with the signs that stand at them."""
    forms: set[str] = set()
    for line in text.split("\n"):
        forms.update(line.split())
    return forms


def _words(text: str) -> list[str]:
    """The words of a phrase in lower case; one with an apostrophe that is not listed whole in its parts (l'état)."""
    words = WORD.findall(text.lower())
    if "'" not in text and "’" not in text:
        return words
    return [part for word in words for part in _parts(word)]


def _parts(word: str) -> Iterator[str]:
    """A word whole, or where it is not listed whole, the parts about its apostrophe."""
    word = word.replace("’", "'")
    if "'" in word and not any(word in listed for listed in function_words().values()):
        yield from (part for part in ELIDED.split(word) if part)
    else:
        yield word


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """The function words of each language that is told apart."""
    return {language: frozenset(words.split()) for language, words in _data("function_words").items()}


@cache
def _phrases() -> Sequence[tuple[str, str, frozenset[str]]]:
    """The known phrases: each with its language and its distinct words."""
    return [
        (phrase, language, frozenset(LETTERS.findall(phrase)))
        for language, listed in _data("phrases").items()
        for phrase in listed
    ]


@cache
def _folding() -> Mapping[int, str]:
    """The Latin letters up to Latin Extended Additional whose lower case without accents is another letter."""
    codes = (*range(0x41, 0x250), *range(0x1E00, 0x1F00))
    letters = {code: unicodedata.normalize("NFD", chr(code))[0].lower()[0] for code in codes}
    return {0x2019: "'", **{code: letter for code, letter in letters.items() if letter != chr(code)}}


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "data" / f"{name}.toml").read_text("utf-8"))
