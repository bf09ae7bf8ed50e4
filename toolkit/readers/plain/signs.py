"""Signs: what a line says of itself, whatever stands around it: a rule, an underline, a head with its number."""

from __future__ import annotations

import re
from dataclasses import dataclass

RULE = re.compile(r"^(?:[-–—_=~⁓*•·.#+^<>§¶†❦☙⁂✻✽✦✶ ]{3,}|[⁂❦☙✻]|[*•·]|(?:o0o|oOo|-+ ?oOo ?-+))$")
RULE_MARK = re.compile(r"[-–—_=~⁓*•·#+^<>§❦☙⁂✻✽✦✶]")
UNDERLINE = re.compile(r"^([-=~_*^#])\1{2,}$|^(?:- ?){3,}$")
ROMAN = r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
ROMAN_NUMBER = re.compile(rf"^(?=[MDCLXVI]){ROMAN}$", re.IGNORECASE)
ORDINALS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "last", "premier", "première", "deuxième", "second", "seconde", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième", "neuvième", "dixième", "erstes", "zweites", "drittes", "viertes", "fünftes", "sechstes", "siebentes", "siebtes", "achtes", "neuntes", "zehntes", "erster", "zweiter", "dritter", "vierter", "fünfter", "sechster", "erste", "zweite", "dritte", "vierte", "fünfte", "primo", "secondo", "terzo", "quarto", "quinto", "sesto", "settimo", "ottavo", "nono", "decimo", "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "primus", "secundus", "tertius", "quartus", "quintus", "prima", "secunda", "tertia", "liber"]
NUMBER = rf"(?:\d{{1,3}}(?:st|nd|rd|th|er|e|º|°)?|(?=[MDCLXVI]){ROMAN}(?![\w])|(?:twenty|thirty|forty|fifty)[- ][a-z]+|(?:the )?(?:{'|'.join(ORDINALS)})\b)"
# Word -> kind of division. The rank orders kinds that hold one another: the lower holds the higher.
KEYWORDS = {
    "volume": "volume", "vol": "volume", "band": "volume", "tome": "volume", "tomo": "volume", "deel": "volume",
    "book": "book", "buch": "book", "livre": "book", "libro": "book", "liber": "book", "boek": "book",
    "part": "part", "teil": "part", "theil": "part", "partie": "part", "parte": "part", "pars": "part", "abtheilung": "part",
    "act": "act", "akt": "act", "acte": "act", "atto": "act", "acto": "act", "aufzug": "act", "bedrijf": "act",
    "chapter": "chapter", "chap": "chapter", "kapitel": "chapter", "capitel": "chapter", "chapitre": "chapter",
    "capitolo": "chapter", "capítulo": "chapter", "capitulo": "chapter", "caput": "chapter", "hoofdstuk": "chapter",
    "canto": "canto", "gesang": "canto", "chant": "canto", "adventure": "chapter", "stave": "chapter",
    "lecture": "chapter", "vorlesung": "chapter", "essay": "essay", "sermon": "chapter", "article": "article",
    "artikel": "article", "letter": "letter", "brief": "letter", "lettre": "letter", "lettera": "letter", "carta": "letter",
    "epistola": "letter", "scene": "scene", "szene": "scene", "scène": "scene", "scena": "scene", "escena": "scene",
    "auftritt": "scene", "tooneel": "scene", "section": "section", "sect": "section", "abschnitt": "section",
    "sezione": "section", "sección": "section", "paragraph": "section", "appendix": "appendix", "anhang": "appendix",
    "appendice": "appendix", "annexe": "appendix", "bijlage": "appendix", "sonnet": "poem", "fable": "chapter",
    "stanza": "poem", "ode": "poem", "elegy": "poem",
}  # fmt: skip
SPECIALS = {
    "preface": "preface", "foreword": "preface", "vorwort": "preface", "vorrede": "preface", "préface": "preface",
    "prefazione": "preface", "prefacio": "preface", "prólogo": "prologue", "prologo": "prologue", "voorwoord": "preface",
    "praefatio": "preface", "author's preface": "preface", "translator's preface": "preface", "preface to the first edition": "preface",
    "preface to the second edition": "preface", "advertisement": "preface", "avant-propos": "preface",
    "to the reader": "preface", "au lecteur": "preface",
    "introduction": "introduction", "introductory": "introduction", "einleitung": "introduction", "introduzione": "introduction",
    "introducción": "introduction", "inleiding": "introduction", "introductory note": "introduction",
    "prologue": "prologue", "prolog": "prologue", "proem": "prologue", "epilogue": "epilogue", "epilog": "epilogue",
    "épilogue": "epilogue", "epilogo": "epilogue", "conclusion": "conclusion", "schluss": "conclusion", "schluß": "conclusion",
    "conclusione": "conclusion", "conclusión": "conclusion", "slot": "conclusion", "afterword": "afterword",
    "nachwort": "afterword", "postface": "afterword", "postscript": "afterword",
    "contents": "contents", "table of contents": "contents", "inhalt": "contents", "inhaltsverzeichnis": "contents",
    "table des matières": "contents", "indice": "contents", "índice": "contents", "inhoud": "contents",
    "list of illustrations": "contents", "illustrations": "contents",
    "dedication": "dedication", "widmung": "dedication", "dédicace": "dedication",
    "appendix": "appendix", "appendices": "appendix", "anhang": "appendix", "appendice": "appendix",
    "acknowledgments": "acknowledgments", "acknowledgements": "acknowledgments", "danksagung": "acknowledgments",
    "bibliography": "bibliography", "bibliographie": "bibliography", "literatur": "bibliography", "works cited": "bibliography",
    "references": "bibliography", "bibliografia": "bibliography", "glossary": "glossary", "glossar": "glossary",
    "index": "index", "register": "index", "errata": "errata", "summary": "summary", "abstract": "abstract",
    "zusammenfassung": "summary", "résumé": "summary", "dramatis personae": "castlist",
    "notes": "notes", "footnotes": "notes", "endnotes": "notes", "note": "notes", "anmerkungen": "notes", "fußnoten": "notes",
    "fussnoten": "notes", "anmerkung": "notes", "endnoten": "notes", "notes de bas de page": "notes", "notes de fin": "notes",
    "noten": "notes", "voetnoten": "notes", "aantekeningen": "notes", "eindnoten": "notes", "notas": "notes",
    "notas al pie": "notes", "note a piè di pagina": "notes", "adnotationes": "notes", "notae": "notes",
    "footnote": "notes", "fußnote": "notes", "explanatory notes": "notes", "translator's notes": "notes", "editor's notes": "notes",
    "notes and references": "notes", "references and notes": "notes", "author's notes": "notes", "notes to the text": "notes",
    "foot notes": "notes", "foot-notes": "notes", "end notes": "notes", "notes et références": "notes", "remarques": "notes",
}  # fmt: skip
RANKS = {
    "volume": 8, "book": 10, "part": 12, "act": 14, "canto": 20, "chapter": 20, "essay": 20, "letter": 20, "article": 24,
    "scene": 26, "section": 30, "poem": 30,
}  # fmt: skip
KEYWORD_HEAD = re.compile(
    rf"^(?:the )?(?:(?P<word>{'|'.join(sorted(KEYWORDS, key=len, reverse=True))})\b\.?\s*(?:the |n[°ºo]\.? ?|no\.? |nr\.? |#)?"
    rf"(?P<number>{NUMBER}|[A-Z](?![\w'’]))|(?P<ordinal>(?:{'|'.join(ORDINALS)}|\d{{1,2}}\.)) (?P<after>{'|'.join(KEYWORDS)}))"
    rf"(?P<end>\s*[.:)\]]?\s*(?:[-–—]+\s*)?)(?P<title>.*)$",
    re.IGNORECASE,
)
NUMBERED_HEAD = re.compile(
    rf"^(?P<open>[(\[]?)(?P<mark>§+ ?)?(?P<number>\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}|(?=[MDCLXVImdclxvi])(?:{ROMAN}|{ROMAN.lower()})|[A-Za-z])"
    rf"(?P<end>[.):\]]|\s?[-–—]+|)(?P<space>\s+)(?P<title>\S.*)$"
)
BARE_NUMBER = re.compile(rf"^[(\[]?§? ?(?P<number>\d{{1,3}}|(?=[MDCLXVImdclxvi])(?:{ROMAN}|{ROMAN.lower()}))[.)\]:]?$")
LONGEST_HEAD = 120


@dataclass(frozen=True, slots=True)
class Head:
    """What a line says if it is a head.

    style: heads of one style are of one level. kind: of division, or "". number: as printed. title: what follows the
    number, or "". rank: of the kind, 0 where unknown. strong: it can be nothing else.
    """

    style: str
    kind: str
    number: str
    title: str
    rank: int = 0
    strong: bool = False


def is_rule(text: str) -> bool:
    """Whether a line is only an ornament or a drawn line."""
    return len(text) <= 200 and RULE.match(text) is not None and RULE_MARK.search(text) is not None


def underlines(text: str, above: str) -> bool:
    """Whether a line of marks underlines the line above it."""
    if not UNDERLINE.match(text) or is_rule(above) or len(above) > LONGEST_HEAD:
        return False
    return 0.5 * len(above) <= len(text) <= 1.6 * len(above) + 3


def keyword_head(text: str) -> Head | None:
    """ "CHAPTER IV", "Book the First: The Child", "Erstes Kapitel", "Preface"; None for anything else."""
    if len(text) > LONGEST_HEAD:
        return None
    bare = text.strip(" .:_*=—–-[]").lower().replace("’", "'")
    special = SPECIALS.get(bare)
    if special:
        return Head("special", special, "", "", 20, True)
    match = KEYWORD_HEAD.match(text.lstrip("_*=[ "))
    if not match:
        return None
    word = (match["word"] or match["after"]).lower()
    kind = KEYWORDS[word]
    title = match["title"].strip().rstrip("_*=] ")
    parted = not title or match["end"].strip() != "" or title[:1].isupper() or text.isupper()
    if not parted and (len(text) > 60 or (text[:1].islower() and text[-1] in ".,;")):
        return None
    if title and not match["end"].strip() and title.split()[0].lower() in CONTINUING:
        return None
    if (title and title[-1] in ",;") or (len(title) > 40 and title[-1] == "." and not text.isupper()):
        return None
    return Head(f"word-{kind}", kind, match["number"] or match["ordinal"], title, RANKS.get(kind, 20), True)


CONTINUING = frozenset(
    ["of", "is", "was", "are", "were", "and", "or", "has", "had", "have", "in", "to", "the", "which", "that", "contains", "begins", "at", "on", "gives", "shows"]
)


def is_strong_head(text: str) -> bool:
    """Whether a line is a head by its words alone."""
    return keyword_head(text) is not None


def numbered_head(text: str) -> Head | None:
    """ "1. bonapartism as a regime of crisis", "II. The Plan", "2.3 Results": a number and a title without a full stop."""
    if len(text) > LONGEST_HEAD:
        return None
    match = NUMBERED_HEAD.match(text)
    if not match:
        return None
    number, title = match["number"], match["title"]
    if not (match["end"] or "." in number or match["mark"]):
        if not (number.isdigit() or (number.isupper() and len(number) > 1)) or len(match["space"]) < 1:
            return None
        style = "plain"
    else:
        style = (match["open"] + (match["end"] or ".").strip()) if not match["mark"] else "§"
    if title[-1] in ",;" or (re.search(r"[.!?]['\"’”]? +\S", title) and len(title) > 60):
        return None
    if title[-1] == "." and not title.isupper() and len(title.split()) > 9:
        return None
    depth = number.count(".")
    family = "arabic" if number[0].isdigit() else "roman" if ROMAN_NUMBER.match(number) else "letter"
    return Head(f"{family}{depth}{style}", "section", number, title)


def bare_number(text: str) -> Head | None:
    """ "IV", "12.", "§ 3": a number alone."""
    match = BARE_NUMBER.match(text.strip("_*=— -"))
    if not match:
        return None
    family = "arabic" if match["number"][0].isdigit() else "roman"
    return Head(f"bare-{family}", "section", match["number"], "")


def roman_value(number: str) -> int:
    """The value of a roman or arabic number, 0 where it is neither."""
    if number.isdigit():
        return int(number)
    if not number or not ROMAN_NUMBER.match(number):
        return 0
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}[letter] for letter in number.upper()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
