"""Stage directions: "[Exit.]", "(Er geht ab.)", "Enter HAMLET.", alone or within what is said (TEI P5, 7.2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toolkit.readers.plain.lines import Line

MOST_LINES = 8
LONGEST = 600
CLOSING = {"[": "]", "(": ")", "{": "}"}
NO_DIRECTION = r"(?:\d|\^|[*†‡]|sic\b|illustration|footnote|note\b|fn\b|\.\.\.|…)"
BRACKETED = re.compile(rf"^_?(?P<open>[\[({{])_?(?!{NO_DIRECTION})(?=.*[^\W\d_])", re.IGNORECASE | re.DOTALL)
# What is done on the stage, without brackets: only at the beginning of a line.
COMINGS = re.compile(
    r"^(?:(?:Re-?)?[Ee]nter (?:[^\W\da-z_]|the |an? |two |three |four |several |both |all |from |some |at |with )|"
    r"(?:Exit|Exeunt|Manent|Manet|Flourish|Alarums?|Sennet)\b|"
    r"(?:The )?[Cc]urtain(?: (?:falls|rises|drops|down))?\b[.! ]*$|"
    r"(?:Der )?Vorhang(?: (?:fällt|hebt|geht)[^.]*)?[.! ]*$|Verwandlung[. ]*$|"
    r"(?:Ab|Beide ab|Alle ab|Geht ab|Gehen ab)[. ]*$|Rideau[. ]*$|(?:Ils?|Elles?) (?:sort|entre)(?:nt)?\b|"
    r"(?:Le rideau|La toile) tombe|(?i:blackout|tableau|act drop|lights (?:up|down|fade)|fade(?: out| in)?)[. ]*$|"
    r"Sipario[. ]*$|Cala (?:la tela|il sipario)|Tel[óo]n[. ]*$|"
    r"(?:CURTAIN|VORHANG|RIDEAU|SIPARIO|TEL[OÓ]N)[.! ]*$)"
)
LOW_COMINGS = re.compile(r"^(?:(?:re-?)?enter [^\W\d_]+|exit|exeunt)\b[^.!?]{0,70}\.*$")
SAID_OF_PERSONS = re.compile(
    r"^(?:[^\W\d_][\w'’]*,? ){1,5}(?:geht|gehen|tritt|treten|kommt|kommen) (?:\w+ ){0,3}"
    r"(?:ab|auf|ein|herein|hinaus)\.*$"
)
INLINE = re.compile(
    rf"_?\[_?(?!{NO_DIRECTION})[^\[\]]{{0,{LONGEST}}}?[^\W\d_][^\[\]]{{0,{LONGEST}}}\]_?|"
    r"\[_?(?:[Ee]xit|[Ee]xeunt|(?:Re-?)?[Ee]nter|[Aa]side|Ab|Sort|Going|Dies)\b[^\[\]\n]{0,80}$|"
    r"_?\(_?(?=[^\W\d_])[^()]{2,300}\)_?\.?|"
    r"_(?:Exit|Exeunt|(?:Re-?)?[Ee]nter|Aside|Ab|Sort|Dies)\b[^_\n]{0,80}_",
    re.IGNORECASE | re.MULTILINE,
)
# What a transcript puts in brackets of what is heard: no more than a few words.
HEARD = re.compile(
    r"\W*(?:laugh|laughter|laughs|pause|pauses|silence|crosstalk|inaudible|unintelligible|applause|coughs|sighs|crying|"
    r"nods|shakes|whispers|lach|beifall|heiterkeit|zuruf|zwischenruf|unverständlich|schweigt|rires?|silence|applaudissements|"
    r"inaudible)",
    re.IGNORECASE,
)


def end_of_direction(lines: Sequence[Line], index: int, stop: int, *, apart: bool) -> int:
    """The line after a stage direction that begins with line `index` and has its lines to itself; `index` if none.

    apart: whether a blank line parts it from what stands before.
    """
    text = lines[index].text
    if BRACKETED.match(text):
        return _closed(lines, index, stop)
    plain = text.replace("_", "")
    if COMINGS.match(plain) or LOW_COMINGS.match(plain) or (apart and SAID_OF_PERSONS.match(plain)):
        end = index + 1
        while end < min(stop, index + 4) and not lines[end].gap and not lines[end - 1].finished:
            end += 1
        return end
    if apart and text[0] == "_" and text.rstrip(".")[-1] == "_" and "_" not in text[1:].rstrip("._") and len(text) > 4:
        return index + 1
    return index


def _closed(lines: Sequence[Line], index: int, stop: int) -> int:
    """The line after the one that ends with the closing bracket; an old edition may leave it out ("[_Exit._")."""
    opening = lines[index].text.lstrip("_")[0]
    closing = CLOSING[opening]
    depth = 0
    for end in range(index, min(stop, index + MOST_LINES)):
        if end > index and lines[end].gap:
            break
        text = lines[end].text
        for place, sign in enumerate(text):
            depth += (sign == opening) - (sign == closing)
            if depth == 0 and sign == closing:
                return end + 1 if not text[place + 1 :].strip(" ._") else index
    unclosed = opening == "[" and len(lines[index].text) <= 80
    return index + 1 if unclosed else index


def directions_in(text: str, start: int, end: int, begun: int, *, acted: bool) -> Iterator[tuple[int, int]]:
    """The stretches of stage directions from `start` to `end`, in a speech begun at `begun`; acted: on a stage."""
    for match in INLINE.finditer(text, start, end):
        first, last = match.span()
        if first == start and last == end:
            continue
        words = match.group()
        if words.lstrip("_")[0] == "(" and not (_heard(words) if not acted else _apart(text, begun, first)):
            continue
        yield first, last


def _apart(text: str, begun: int, first: int) -> bool:
    """Whether brackets begin what is said, or stand between two sentences."""
    before = text[max(begun, first - 40) : first].strip(" _\n\t")
    return not before or ends_sentence(before)


def ends_sentence(text: str) -> bool:
    """Whether words end as a sentence does, or with a direction in square brackets."""
    return text[-1] == "]" or text.rstrip(")»”\"’'_")[-1:] in (*".!?…:;—–-",)


def _heard(words: str) -> bool:
    return len(words.split()) <= 6 and HEARD.match(words) is not None
