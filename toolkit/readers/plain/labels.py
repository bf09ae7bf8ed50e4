"""Labels: what stands before a note's body, "1.", "[12]", "*", "[Footnote 3:", and what may be one."""

from __future__ import annotations

import re
from dataclasses import dataclass

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ", "0123456789abcdefghijklmnop")
SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SUPERSCRIPT_LETTER = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖ"
SYMBOLS = "*†‡§‖¶"
VALUE = rf"\d{{1,4}}|[A-Za-z]|[{SYMBOLS}]{{1,4}}|\|\|"
WORDS = "foot ?-?note|end ?-?note|note|fn|n|fußnote|fussnote|anmerkung|anm|note de bas de page|voetnoot|noot|nota"
EXPLICIT = re.compile(
    rf"^(?:\[(?P<open>\*?)(?:{WORDS})\.?\s*(?P<value>{VALUE})?\s*(?P<end>[:.]|\])|"
    rf"(?:foot ?-?note|end ?-?note|fußnote|fussnote|anmerkung|voetnoot)\s+(?P<bare>\d{{1,4}}|[A-Z]|"
    rf"[{SYMBOLS}]+)\s*[:.)]|"
    rf"(?:note)\s+(?P<bare2>\d{{1,4}})\s*[:.)])\s*",
    re.IGNORECASE,
)
ENCLOSED = re.compile(
    rf"^(?:\[\^?(?P<square>{VALUE})\]:?|\[(?P<named>\^[\w-]{{2,40}})\]:|"
    rf"\((?P<round>{VALUE})\)|\{{(?P<curly>{VALUE})\}}|<(?P<angle>\d{{1,4}})>|"
    rf"\^\{{?(?P<caret>\d{{1,4}})\}}?[.):]?|(?P<super>[{SUPERSCRIPT}]+|[{SUPERSCRIPT_LETTER}])[.)]?)\s*(?:[-–—]\s*)?"
)
DOTTED = re.compile(r"^(?P<value>\d{1,4})(?P<end>\. ?[-–—]|[.):\]/])\s*(?=\D)")
PLAIN = re.compile(
    r"^(?P<value>\d{1,4})(?:\s+(?=[^\d\s])|(?=[^\W\d_]{2}|[AIOÀ] |[\"“‘«(_]))|^(?P<before>\d{1,3}) +(?=\d+ [^\W\d_])"
)
ALONE = re.compile(rf"^[\[({{]?(?P<value>{VALUE}|[{SUPERSCRIPT}]+)[\])}}.:]?$")
SYMBOL = re.compile(rf"^(?P<value>[{SYMBOLS}]{{1,4}}|\|\|)[.):]?\s*(?=[^\s{SYMBOLS}\-=_])")
BOLD = re.compile(r"\*\*[^\s*][^*]*(?<=\S)\*\*")
LETTERED = re.compile(r"^(?P<value>[a-z])(?P<end>[.)\]])?\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a line.

    value: "12", "*", "a", or "" (a note without one). family: "number", "symbol", "letter", "name" or "none".
    style: how it is printed; the notes of a series share it. length: characters of the label with the space after it.
    strong: hardly anything but a note begins so. explicit: it says that it is a note.
    """

    value: str
    family: str
    style: str
    length: int
    strong: bool = False
    explicit: bool = False


def label_at(text: str) -> Label | None:
    """The label with which a line begins, or None; a list's number looks the same, so the rest decides."""
    first = text[0]
    if first.isdigit() and first.isascii():
        return _number(text)
    if first in "[({<^" or first in SUPERSCRIPT or first in SUPERSCRIPT_LETTER:
        return _explicit(text) or _enclosed(text)
    if first in SYMBOLS or first == "|":
        match = SYMBOL.match(text)
        # "*** END OF THE BOOK ***", "*in italics*", "**in bold:** and so on".
        framed = match is not None and (text.endswith(match["value"]) or BOLD.match(text) is not None)
        return Label(match["value"], "symbol", "symbol", match.end(), True) if match and not framed else None
    if first in "fFeEnNaAvV":
        explicit = _explicit(text)
        if explicit:
            return explicit
    if first.isalpha() and first.islower():
        match = LETTERED.match(text)
        return Label(first, "letter", f"letter{match['end'] or ''}", match.end()) if match else None
    return None


def label_alone(text: str) -> Label | None:
    """A label with a line to itself, its note on the next: only where notes are expected."""
    match = ALONE.match(text) if len(text) <= 8 else None
    if not match:
        return None
    value = match["value"].translate(SUPERSCRIPTS)
    return Label(value.lower() if value.isalpha() else value, family_of(value), "alone", len(text))


def _number(text: str) -> Label | None:
    match = DOTTED.match(text)
    if match:
        return Label(match["value"], "number", f"number{match['end'].strip()}", match.end())
    match = PLAIN.match(text)
    if match:
        return Label(match["value"] or match["before"], "number", "number", match.end())
    return None


def _explicit(text: str) -> Label | None:
    match = EXPLICIT.match(text[:80])
    if not match:
        return None
    value = match["value"] or match["bare"] or match["bare2"] or match["open"] or ""
    if not value and match["end"] == "]":
        return None
    return Label(value.lower() if value.isalpha() else value, family_of(value), "explicit", match.end(), True, True)


def _enclosed(text: str) -> Label | None:
    match = ENCLOSED.match(text[:40])
    if not match or match.end() == len(text):
        return None
    style = match.lastgroup or ""
    value = match[style].translate(SUPERSCRIPTS)
    strong = style != "round"
    return Label(value if family_of(value) == "symbol" else value.lower(), family_of(value), style, match.end(), strong)


def family_of(value: str) -> str:
    """ "number", "letter", "symbol", "name" (Markdown's "^road"), or "none" for an empty value."""
    if not value:
        return "none"
    if value[0] == "^":
        return "name"
    return "number" if value.isdigit() else "letter" if value.isalpha() else "symbol"
