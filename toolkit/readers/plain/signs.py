"""Signs: what a line says of itself, whatever stands around it: a rule, an underline, a head with its number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.readers.plain.headwords import (
    CARDINALS,
    CONTINUING,
    NUMBERED_WORDS,
    ORDINALS,
    RANKS,
    SPECIAL_WORDS,
    words_of,
)

RULE = re.compile(r"^(?:[-–—_=~⁓*•·.#+^<>§¶†❦☙⁂✻✽✦✶ ]{3,}|[⁂❦☙✻*•·]|o0o|oOo|-+ ?o[0Oo]o ?-+)$")
RULE_MARK = re.compile(r"[-–—_=~⁓*•·#+^<>§❦☙⁂✻✽✦✶oO]")
UNDERLINE = re.compile(r"^([-=~_*^#])\1{2,}$")
ROMAN = r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
ANY_ROMAN = rf"(?=[MDCLXVI])(?:{ROMAN})|(?=[mdclxvi])(?:{ROMAN.lower()})"
ROMAN_NUMBER = re.compile(rf"^(?:{ANY_ROMAN})$")
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
KEYWORDS = words_of(NUMBERED_WORDS)
SPECIALS = words_of(SPECIAL_WORDS)
ORDINAL = "|".join(sorted(set(ORDINALS.split()), key=len, reverse=True))
WORDED = "|".join(sorted({*CARDINALS.split(), *ORDINALS.split()}, key=len, reverse=True))
NUMBER = (
    rf"\d{{1,4}}(?:[.,]\d{{1,3}})*(?:st|nd|rd|th|er|e|º|°)?(?!\w)|(?:{ANY_ROMAN})(?!\w)|"
    rf"(?:twenty|thirty|forty|fifty)[- ][a-z]+|(?:the )?(?:{WORDED})\b|[A-Z](?![\w'’])"
)
WORD = "|".join(sorted(KEYWORDS, key=len, reverse=True))
KEYWORD_HEAD = re.compile(
    rf"^(?:the )?(?:(?P<word>{WORD})\b\.?[\s/]*(?:the |n[°ºo]\.? ?|[°º] ?|no\.? |nr\.? |#)?(?P<number>{NUMBER})|"
    rf"(?P<ordinal>(?:{ORDINAL})|\d{{1,2}}\.) (?P<after>{WORD})\b)(?P<end>\s*[.:)\]]?\s*(?:[-–—]+\s*)?)(?P<title>.*)$",
    re.IGNORECASE,
)
NUMBERED_HEAD = re.compile(
    rf"^(?P<open>[(\[]?)(?P<mark>§+ ?)?(?P<number>\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}|{ANY_ROMAN}|[A-Za-z])"
    r"(?P<end>[.):\]]|\s?[-–—]+|)(?P<space>\s+)(?P<title>\S.*)$"
)
BARE_NUMBER = re.compile(rf"^[(\[]?(?:§ ?)?(?P<number>\d{{1,3}}|{ANY_ROMAN})[.)\]:]?$")
LONGEST_HEAD = 120
# A cheap test before the dear one: what a head by words may begin with.
FIRST_WORDS = {word.split()[0] for word in (*KEYWORDS, *SPECIALS, *ORDINALS.split(), "the")}
FIRST_WORD = re.compile(rf"[\s_*=\[#.:—–-]*(?:(?:{'|'.join(sorted(FIRST_WORDS, key=len, reverse=True))})(?!\w)|\d)")


@dataclass(frozen=True, slots=True)
class Head:
    """What a line says if it is a head.

    style: heads of one style are of one level. kind: of division, or "". number: as printed. title: what follows the
    number, or "". rank: of the kind, 0 where unknown. strong: it can be nothing else.
    """

    style: str
    kind: str = ""
    number: str = ""
    title: str = ""
    rank: int = 0
    strong: bool = False


def is_rule(text: str) -> bool:
    """Whether a line is only an ornament or a drawn line."""
    if text[0].isalnum() and text[0] not in "oO":
        return False
    return len(text) <= 200 and RULE.match(text) is not None and RULE_MARK.search(text) is not None


def underlines(text: str, above: str) -> bool:
    """Whether a line of marks underlines the line above it."""
    if text[0] not in "-=~_*^#" or not UNDERLINE.match(text) or len(above) > LONGEST_HEAD or is_rule(above):
        return False
    return 0.5 * len(above) <= len(text) <= 1.6 * len(above) + 3


def keyword_head(text: str) -> Head | None:
    """ "CHAPTER IV", "Book the First: The Child", "Erstes Kapitel", "Preface"; None for anything else."""
    if len(text) > LONGEST_HEAD or not FIRST_WORD.match(text.lower()):
        return None
    bare = text.strip(" .:_*=—–-[]#").lower().replace("’", "'")
    if bare in SPECIALS:
        return Head("special", SPECIALS[bare], "", "", 20, True)
    match = KEYWORD_HEAD.match(text.lstrip("_*=[# "))
    if not match:
        return None
    kind = KEYWORDS[(match["word"] or match["after"]).lower()]
    title, parted = match["title"].strip().rstrip("_*=] "), bool(match["end"].strip())
    staged = kind in ("act", "scene") and parted  # "SCENE II. Rome. A room in the house of Lepidus."
    if title and not staged and not _names_a_division(text, title, parted=parted):
        return None
    if kind in ("article", "section") and title[-1:] == "." and 2 * sum(map(str.islower, title.split())) > 3:
        return None  # "Article 1. The parties shall keep the peace.": the article itself
    # "The first book I read", "Letter I wrote", "Part a of it": words of a sentence.
    if title and not parted and (match["ordinal"] or (title[0].islower() and match["number"] in tuple("IiAa"))):
        return None
    if match["ordinal"] and match["after"].islower() and text[-1] == "." and kind not in ("book", "chapter", "part"):
        return None  # "Second letter." is as well a sentence of a list
    return Head(f"word-{kind}", kind, match["number"] or match["ordinal"], title, RANKS.get(kind, 20), True)


def _names_a_division(text: str, title: str, *, parted: bool) -> bool:
    """Whether what follows "Chapter 4" is its title and not the rest of a sentence."""
    if not parted and title.split()[0].lower().strip(",.;") in CONTINUING:
        return False
    if not parted and title[0].islower() and (len(text) > 60 or text[-1] in ".,;"):
        return False
    return title[-1] not in ",;" and (len(title) <= 40 or title[-1] != "." or text.isupper())


def is_strong_head(text: str) -> bool:
    """Whether a line is a head by its words alone."""
    return keyword_head(text) is not None


def numbered_head(text: str) -> Head | None:
    """ "1. bonapartism as a regime of crisis", "II. The Plan", "2.3 Results": a number and a title, no sentence."""
    match = NUMBERED_HEAD.match(text) if len(text) <= LONGEST_HEAD else None
    if not match:
        return None
    number, title = match["number"], match["title"]
    if not (match["end"] or "." in number or match["mark"]):
        if not (number.isdigit() or (number.isupper() and (len(number) > 1 or len(match["space"]) > 1))):
            return None
        style = "plain"
    else:
        style = "§" if match["mark"] else match["open"] + (match["end"] or ".").strip()
    if title[-1] in ",;" or (len(title) > 60 and re.search(r"[.!?]['\"’”]? +\S", title)):
        return None
    if title[-1] == "." and not title.isupper() and len(title.split()) > 9:
        return None
    family = "arabic" if number[0].isdigit() else "roman" if ROMAN_NUMBER.match(number) else "letter"
    return Head(f"{family}{number.count('.')}{style}", "section", number, title)


def bare_number(text: str) -> Head | None:
    """ "IV", "12.", "§ 3": a number alone."""
    match = BARE_NUMBER.match(text.strip("_*=— -"))
    if not match:
        return None
    family = "arabic" if match["number"][0].isdigit() else "roman"
    return Head(f"bare-{family}", "section", match["number"])


def number_value(number: str) -> int:
    """The value of an arabic, roman or lettered number (its last part: 3 for "2.3"), 0 where it has none."""
    last = number.rsplit(".", 1)[-1]
    if last.isdecimal():
        return int(last)
    if last and ROMAN_NUMBER.match(last):
        values = [VALUES[letter] for letter in last.upper()]
        return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return ord(last.lower()) - ord("a") + 1 if len(last) == 1 and last.isascii() and last.isalpha() else 0
