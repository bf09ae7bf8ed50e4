"""Labels: the name of a speaker before what is said, "HAMLET.", "Nora (hums).", "Q.", "Mr. SMITH:" (TEI P5, 7.2.2)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from toolkit.readers.plain.drama_words import (
    DIRECTING_WORDS,
    FIELD_WORDS,
    LOW_TITLES,
    NO_NAME_WORDS,
    SMALL_WORDS,
    TITLES,
)
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.signs import keyword_head

LONGEST_NAME = 44
MOST_WORDS = 6
HIGH = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪĮŁŃŇŐŒŘŚŠŤŪŮŰŸŹŻŽΑ-ΩА-ЯЁ"
# Where a name may stand before a sign or alone on its line: a coarse look at the whole text.
SCAN = re.compile(
    rf"\n[ \t\f]*+[_*]{{0,3}}+(?=[{HIGH}\d])(?:(?:M(?:rs?|s|me|lle)?|Dr|[B-PR-Z]|\d\d?)\. ?(?=[{HIGH}]))?+"
    rf"([^\n\f.:;!?(\[_*—–]{{1,{LONGEST_NAME}}}+)[_*]{{0,3}}+(?=[.:(\[—–\n])"
)
LOW_SCAN = re.compile(
    rf"\n[ \t\f]*+[_*]{{0,3}}+(?:(?:mrs?|dr|\d\d?)\. ?)?+"
    rf"([^\W_][^\n\f.:;!?(\[_*—–]{{0,{LONGEST_NAME}}}+)[_*]{{0,3}}+(?=[.:(\[])"
)
FORM_SCAN = {True: SCAN, False: LOW_SCAN}
BEFORE_NAME = rf"(?:{TITLES}|{TITLES.upper()}|{LOW_TITLES}|\d{{1,2}})\. ?(?:(?:{TITLES}|[A-Z])\. ?){{0,2}}"
ABBREVIATED = re.compile(rf"(?:{TITLES}|{TITLES.upper()})$(?<=..)")
DIRECTION = r"_?[(\[][^()\[\]]{1,300}[)\]]_?|_[^_\n]{1,120}_"
PLAIN_WORD = r"[^\s.:;!?()\[\]_*—–]++"
REST = (
    rf"(?P<name>{PLAIN_WORD}(?: (?!- )(?:(?:{TITLES})\. ?)?{PLAIN_WORD})*+)(?P<close>[_*]{{0,3}})"
    rf"(?: *+(?P<direction>{DIRECTION}))?"
    r"(?P<end> ?[.:](?: ?(?:—|–|--?))?| ?(?:—|–|--)| -(?= )|(?=\s*$)|(?<=[)\]_])(?=\s)|(?=\t| {2}))(?P<last>[_*]{0,3})"
    r"(?:(?<=[—–-])|(?=\s|$))\s*(?P<rest>.*)$"
)
TITLED = re.compile(rf"(?P<open>[_*]{{0,3}})(?P<before>{BEFORE_NAME}){REST}", re.DOTALL)
BARE = re.compile(rf"(?P<open>[_*]{{0,3}})(?P<before>){REST}", re.DOTALL)
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*[.'’]?")
WITHIN = frozenset(SMALL_WORDS.split())
FIELDS = frozenset(FIELD_WORDS.split())
DIRECTING = frozenset(DIRECTING_WORDS.split())
DASHES = ("—", "–", "--", "-")
# First words of lines that are said of persons, and by none.
COMINGS = frozenset(NO_NAME_WORDS.split())


class Label(NamedTuple):
    """The label of a speech that begins on line `line`.

    name: to be compared, in small letters without points. form: labels of one form ("caps.", "title:") are of one play.
    speaker, direction: offsets of the name with its point, and of a direction that stands before the point or None.
    body: where what is said begins. alone: nothing is said on this line. plain: only a name stands before the sign.
    weak: what follows does not look like speech, so that the line proves nothing.
    """

    line: int
    name: str
    form: str
    speaker: tuple[int, int]
    direction: tuple[int, int] | None
    body: int
    alone: bool
    plain: bool
    weak: bool


def with_parties(labels: Mapping[int, Label], text: str) -> dict[int, Label]:
    """The labels; what stands in brackets behind a name each time belongs to it: "Moser (Linke):"."""
    told = {index: text[slice(*label.direction)] for index, label in labels.items() if label.direction}
    often = Counter((labels[index].name, words) for index, words in told.items())
    found = dict(labels)
    for index, words in told.items():
        label = labels[index]
        if label.direction and words[1:2].isupper() and often[label.name, words] > 1:
            found[index] = label._replace(speaker=(label.speaker[0], label.direction[1]), direction=None)
    return found


def likely_names(raw: Mapping[str, int], *, cased: bool) -> frozenset[str]:
    """Of the words that stand before a sign at a line's beginning, with their number: those that may be names."""
    likely = (words for words, count in raw.items() if count > 1 and _may_speak(words, cased=cased))
    return frozenset(likely)


def _may_speak(words: str, *, cased: bool) -> bool:
    """Whether words may be a name: few, of which those of some weight begin with capitals."""
    found = words.split()
    if not found or len(found) > MOST_WORDS or found[0].casefold() in FIELDS:
        return False
    return not cased or all(word[0].isupper() or word[0].isdigit() or word in WITHIN for word in found)


def label_of(line: Line, index: int, *, cased: bool) -> Label | None:
    """The label with which a line may begin."""
    text = line.text
    if keyword_head(text[: LONGEST_NAME * 2]) or text[0] in "([{":
        return None
    for pattern in (TITLED, BARE):
        match = pattern.match(text)
        label = _label(line, index, match, cased=cased) if match else None
        if label:
            return label
    return None


def _label(line: Line, index: int, match: re.Match[str], *, cased: bool) -> Label | None:
    name = _name_of(match["name"].rstrip(","))
    if name is None or (name.tail and match["direction"]):
        return None
    rest, direction = match["rest"], match["direction"]
    case = _case(name.words, cased=cased)
    end = match["end"].strip()
    sign = "—" if end in DASHES else end[:1]
    if not case or not _signed(name, case, sign, match):
        return None
    key = " ".join(WORD.findall((match["before"] + name.text).casefold().replace(".", " ")))
    if _names_nobody(key, name.words[-1], titled=bool(match["before"])):
        return None
    told = None
    if name.tail:
        told = match.start("name") + match["name"].rindex(name.tail)
    elif direction and match.start("direction") < match.end("end"):
        told = match.start("direction")
    start, last = line.start, line.start + match.end("last")
    speaker = (start, last if told is None else start + len(line.text[:told].rstrip()))
    weak = bool(rest) and (rest[0].isdigit() or (sign != ":" and cased and rest[0].islower()))
    # "HIGGINS [rising] No." belongs with "HIGGINS. No."
    form = f"{'italic' if match['open'] and case == 'title' else case}{sign or '.' * bool(direction)}"
    plain = not name.tail and not direction
    stage = None if told is None else (start + told, last)
    return Label(index, key, form, speaker, stage, start + match.start("rest"), not rest, plain, weak)


class Name(NamedTuple):
    """The words before a sign. text, words: the name. tail: what its bearer does, behind a comma or not, or ""."""

    text: str
    words: list[str]
    tail: str = ""
    comma: bool = False


def _name_of(text: str) -> Name | None:
    """A name, as "HARPAGON", "HARPAGON, à part" or "FAUST allein"; only behind capitals may more be told."""
    if len(text) > LONGEST_NAME:
        return None
    words = text.split(" ")
    name = Name(text, WORD.findall(text))
    for place, word in enumerate(words[1:], 1):
        capitals = " ".join(words[:place])
        if not word[:1].islower() or not capitals.isupper() or sum(map(str.isalpha, capitals)) < 2:
            continue
        comma = capitals.endswith(",")
        if comma or not _goes_on(words[place:]):
            capitals = capitals.rstrip(",")
            name = Name(capitals, WORD.findall(capitals), " ".join(words[place:]), comma)
            break
    return name if 0 < len(name.words) <= MOST_WORDS else None


def _goes_on(words: list[str]) -> bool:
    """Whether a name in capitals goes on after a small word: "KING of FRANCE", "ANNA and PETER"."""
    return words[0].casefold() in WITHIN and any(word.isupper() and len(word) > 1 for word in words[1:])


def _names_nobody(key: str, last: str, *, titled: bool) -> bool:
    """Whether words are the name of a field, or say what somebody does."""
    if key in FIELDS or key.split()[0] in COMINGS:
        return True
    return not titled and (last.casefold() in FIELDS or ABBREVIATED.match(last) is not None)


def _case(words: list[str], *, cased: bool) -> str:
    """ "caps", "title" or, where capitals tell nothing, "low"; "" where the words are no name."""
    bare = [word.strip(".'’") for word in words]
    if not cased:
        return "low"
    small = [word.casefold() in WITHIN or word[0].isdigit() for word in bare]
    strong = [word for word, little in zip(bare, small, strict=True) if not little]
    if not strong:
        return "caps" if len(bare) == 1 and bare[0] in ("A", "Q") else ""
    if all(word.upper() == word for word in strong):
        return "caps"
    if not all(word[0].isupper() for word in strong) or bare[-1].casefold() in WITHIN:
        return ""
    return "caps" if strong[-1].isupper() and len(strong[-1]) > 1 else "title"


def _signed(name: Name, case: str, sign: str, match: re.Match[str]) -> bool:
    """Whether the sign after a name is one with which a label ends."""
    words, rest = name.words, match["rest"]
    if len(words) == 1 and len(words[0].strip(".")) == 1 and not (sign and sign in ".:"):
        return False
    if name.tail:
        directed = name.tail.split()[0].strip(",.") in DIRECTING and not rest
        return sign == ":" or (bool(sign) and name.comma) or (not rest and (name.comma or directed))
    if sign == ":":
        return True
    if case == "caps":
        return True  # a sign, a direction, the line's end or a blank column stands behind it
    if sign == ".":
        return len(words) <= (4 if rest else 5) and (bool(match["open"]) or case != "low" or len(words) <= 3)
    return sign == "" and not rest and bool(match["direction"])
