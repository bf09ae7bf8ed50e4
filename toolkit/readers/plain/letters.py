"""Letters: the dateline, salutation, closing, signature and postscript (TEI P5, 4.2.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence

MONTHS = (
    "jan(?:uary|y)?|feb(?:ruary|y)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember|r)?|oct(?:ober|r)?|"
    "nov(?:ember|r)?|dec(?:ember|r)?|januar|jänner|feber|februar|märz|mai|juni|juli|oktober|dezember|janvier|"
    "février|mars|"
    "avril|juin|juillet|août|aout|septembre|octobre|novembre|décembre|gennaio|febbraio|marzo|aprile|maggio|giugno|"
    "luglio|"
    "agosto|settembre|ottobre|novembre|dicembre|enero|febrero|abril|mayo|junio|julio|septiembre|octubre|noviembre|"
    "diciembre|januari|februari|maart|mei|augustus|7ber|8ber|9ber|xber"
)
DAYS = (
    "sunday|monday|tuesday|wednesday|thursday|friday|saturday|sonntag|montag|dienstag|mittwoch|donnerstag|freitag|"
    "samstag|"
    "sonnabend|dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi|domenica|lunedì|martedì|mercoledì|giovedì|"
    "venerdì|sabato|"
    "domingo|lunes|martes|miércoles|jueves|viernes|sábado|zondag|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag"
)
DAY = (
    rf"\b(?:{MONTHS})(?:\b|(?=\d))\.?,? ?(?:the )?\d{{1,4}}|\d{{1,2}}(?:st|nd|rd|th|er|\.)? ?(?:of |de "
    rf")?(?:{MONTHS})\b|"
    rf"\b(?:{DAYS})\b|^\d{{1,2}}[./]\s?\d{{1,2}}(?:[./]\s?\d{{2,4}})?\b(?!\.\d)|\b(?:christmas|easter|new year)"
)
DAY_NAMES = frozenset({*DAYS.split("|"), "christmas", "easter"})
DATED = re.compile(DAY, re.IGNORECASE)
DATE = re.compile(rf"{DAY}|\b(?:1[4-9]|20)\d\d\b", re.IGNORECASE)
# "Dear Mr. Hartley,": a stop that ends no sentence.
TITLES = "mr mrs ms dr drs prof st rev revd capt col gen lt lieut maj sgt hon messrs m mm mme mlle hr fr"
ABBREVIATED = "|".join(rf"(?<=\b{title})\." for title in TITLES.split())
SALUTE = re.compile(
    r"^(?:(?:(?:my|our|ma|mon|mes|mein|meine|meinem|mio|mia|mi|mijn|to)\s+)?(?:(?:very|most|own|ever|sehr|très|"
    r"bien|molto|muy|"
    r"zeer)\s+)?(?:dear(?:est)?|beloved|darling|honou?red|respected|esteemed|reverend|cher|chère|chers|chères|"
    r"lieb(?:e|er|es|ste|ster|stes)|geliebte[rs]?|teure[rs]?|geehrte[rs]?|verehrte[rs]?|hochverehrte[rs]?|"
    r"hochgeehrte[rs]?|"
    r"car[oaie]|carissim[oa]|egregi[oa]|gentil[ei]?|querid[oa]s?|estimad[oa]s?|beste|lieve|geachte|waarde|"
    r"hochwohlgeboren\w*)"
    rf"\b(?:[^.!?;:]|{ABBREVIATED}|(?<=\b[^\W\d_])\.){{0,70}}|"
    r"(?:my (?:lord|lady)|sirs?|madame?|gentlemen|ladies(?: and gentlemen)?|monsieur|messieurs|"
    r"mademoiselle|"
    r"mesdames|messieurs|euer \w+|eure \w+))[,.:;!—–\s-]*$",
    re.IGNORECASE,
)
VALEDICTION = re.compile(
    r"^(?:(?:and )?(?:i|we) (?:am|remain|are|have the honou?r|beg to)\b|believe me\b|yours?['’]?s?\b|ever\b|always\b|"
    r"(?:most |very |ever )?(?:sincerely|faithfully|truly|respectfully|affectionately|cordially|gratefully)\b|your "
    r"(?:\w+ )"
    r"{0,4}(?:servant|friend|son|daughter|brother|sister|cousin|nephew|niece|father|mother|husband|wife|obedient|"
    r"affectionate|"
    r"loving|humble)\b|with (?:much |all |my |our |the |very |kind|best|warm|many|every|great|love)|(?:kind|best|"
    r"warm)(?:est)? "
    r"(?:regards|wishes)|love\b|god bless\b|adieu\b|farewell\b|good-?bye\b|in haste\b|votre\b|vôtre\b|bien (?:à|"
    r"affectueus|cordial)|"
    r"(?:très |bien )?(?:affectueusement|cordialement|respectueusement|amicalement|sincèrement)|veuillez\b|"
    r"agréez\b|recevez\b|"
    r"tout à vous|je (?:vous|suis|reste)\b|ihr\b|ihre\b|dein\b|deine\b|euer\b|hochachtungsvoll|mit (?:\w+ "
    r"){0,4}(?:gr[uü](?:ß|ss)|"
    r"hochachtung|empfehlung)|(?:viele |herzliche |beste |schöne |tausend )?gr[uü](?:ß|ss)e?\b|herzlichst\b|es "
    r"grüßt|in (?:alter|"
    r"treuer|inniger|aufrichtiger|vorzüglicher)|vostro\b|suo\b|tuo\b|con (?:affetto|stima)|su (?:\w+ )?(?:servidor|"
    r"amigo)|"
    r"suyo\b|atentamente|vale\b|hoogachtend|met (?:\w+ )*groet)",
    re.IGNORECASE,
)
NAMED_AT_END = re.compile(r",\s*(?P<name>(?:[A-ZÀ-Ý][\w'’-]*\.? ?){1,4})$")
ADDRESSED = frozenset({"sir", "sirs", "madam", "gentlemen", "ladies", "monsieur", "madame", "messieurs"})
POSTSCRIPT = re.compile(
    r"^(?:p\.? ?(?:p\.? ?)?s\b\.?|post ?-?script(?:um)?\b|n\.b\.|nachschrift\b)\s*[:.—–-]*", re.IGNORECASE
)
ADDRESSEE = re.compile(
    r"^(?:to|à|an (?:herrn|frau|fräulein|den|die|seine)|al signor|alla signora|a la señora|al señor|aan (?:de|den|"
    r"mevrouw)|"
    r"monsieur|madame|messieurs|herrn|messrs|mr|mrs|miss|sir|dr|rev|the (?:editor|manager|secretary|director))\b\.?,?"
    r"\s+\S|.{4,40}, esq(?:uire)?\b\.?,?$",
    re.IGNORECASE,
)
# The lines of a letterhead: a firm, a house in a street.
LETTERHEAD = re.compile(
    r"\b(?:ltd|limited|inc|corp|gmbh|s\.a\.r\.l)\b\.?,?$|(?:&|and|und|et) (?:co|cie|sons?|bros|söhne|fils)\b\.?,?$|"
    r"^\d{1,4}[a-z]?,? (?:the |rue |boulevard |avenue |place )?[^\W\d_][\w'’ .-]{1,40}[\w'’],?$|"
    r"\b(?:street|road|lane|avenue|terrace|buildings?|stra(?:ß|ss)e|gasse)\b[\w .]*,?$",
    re.IGNORECASE,
)
# What a typist sets below the signature: initials, enclosures, who has a copy.
REFERENCE = re.compile(
    r"^(?:[A-Z]{2,4}[/:] ?[A-Za-z]{2,4}\b.{0,12}|(?:encls?|enclosures?|c\. ?c|copy to|copies to|anlagen?|annexes?|"
    r"pi[eè]ces? jointes?)\b.{0,60}|cc:? .{2,60})$",
    re.IGNORECASE,
)
FOR_FIRM = re.compile(r"(?:p\. ?p\.|per pro|for (?:the )?[A-ZÀ-Ý])", re.IGNORECASE)
OFFICE = re.compile(
    r"^(?:hon\.? |general |managing |acting |assistant |private )*(?:secretary|"
    r"director|manager|chairman|president|treasurer|editor|clerk|registrar|librarian|curator|archivist|"
    r"superintendent|commissioner|solicitor|agent|professor|direktor|sekretär|directeur|secrétaire|président)\b"
    r"[\w .,&-]{0,40}$",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[a-zà-ÿ]{3,}[.!?]\s+[\"“‘«]?[A-ZÀ-Ý]?[a-zà-ÿ]+\s+[a-zà-ÿ]+")
LONGEST_LINE = 100
# What is written small in a dateline, months and days apart.
# "Yours is the fault.": a verb that no closing formula has.
TELLING = re.compile(r"\b(?:is|was|were|has|had|said|says|came|went)\b", re.IGNORECASE)
SMALL_WORDS = (
    "the of at in on near and to a le la les de du den der dem am um im zu bei à au en il di da del el van te th "
    "st nd rd morning evening night noon afternoon midnight o'clock clock past half after before day week early "
    "late inst ult o matin soir midi heures heure früh abends morgens mittags nachts uhr nachmittags vormittags "
    "abend morgen mittag nachmittag sera mattina notte winter spring summer autumn one two three four five six "
    "seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
    "thirty first second third "
)
SMALL = frozenset(SMALL_WORDS.split())
NAMED = re.compile(rf"(?:{MONTHS}|{DAYS}|[ivxlc]+|house|street|hall|college|place|road|square|hotel)", re.IGNORECASE)
CORRESPONDENTS = re.compile(r"[A-ZÀ-Ý][^,;:.]{2,40} (?:to|à|an) (?:the )?[A-ZÀ-Ý]")
QUOTED = re.compile(r"[\"“”„«»]")
ARTICLE = re.compile(r"(?:an?|the|on|in|by|from|eine?|der|die|das|une?|les?|la|il|el) ", re.IGNORECASE)
# "On 5 June 1936 Mr. Smith came", "In May 1840 I was": dates that begin sentences.
OPENS_SENTENCE = re.compile(
    r"(?:on|in|by|since|until|till|after|before|during|am|im|seit|bis|nach|en|depuis|après|avant)\b.*?"
    r"(?:\d\d|\d(?:st|nd|rd|th)?|[a-zäéû])\b,? +(?!(?:at|in|near|zu|à)\b)[^\W\d_]",
    re.IGNORECASE,
)


def is_dateline(text: str) -> bool:
    """ "Paris, 29 Mars 1915", "Bertram House Feby 13th", "15/9 Wien": a date, perhaps a place, and no sentence."""
    if len(text) > 80 or not DATE.search(text) or text[-1] in "?!;―—" or SENTENCE.search(text):
        return False
    if (QUOTED.search(text, 1) and text[0] not in '"“„«') or (len(text.split()) > 5 and OPENS_SENTENCE.match(text)):
        return False
    words = re.findall(r"[^\W\d_]{2,}", text)
    low = sum(word[0].islower() for word in words)
    strange = [word for word in words if word[0].islower() and word not in SMALL and not NAMED.fullmatch(word)]
    if len(strange) > 0 and low < len(words):
        return False
    # Where no word has a capital, those that are neither small words nor days and months are names.
    few = len(strange) <= 3 if low == len(words) else low <= max(3, len(words) // 2)
    return len(words) <= 10 and (text[-1] != "." or len(words) <= 7) and few


def is_dated(text: str) -> bool:
    """Whether a line names a day, a month with a number, or a weekday."""
    if any(map(str.isdigit, text)):
        return DATED.search(text) is not None
    return any(word.strip(".,;:()[]") in DAY_NAMES for word in text.lower().split())


def is_date_alone(text: str) -> bool:
    """ "Monday, 3 March 1848", "15. März": a line that begins with a date and says little else, as diaries have it."""
    return len(text) <= 45 and DATED.match(text) is not None and ":" not in text and is_dateline(text)


def is_salute(text: str) -> bool:
    """ "My dear Sir,", "Mon cher Butler", "Sehr geehrter Herr Doktor!"."""
    return len(text) <= 80 and len(text.split()) <= 9 and SALUTE.match(text) is not None


def is_signed_valediction(text: str) -> bool:
    """ "Yours ever, Tom": a closing formula with the name on its line."""
    match = NAMED_AT_END.search(text)
    return match is not None and is_valediction(text) and match["name"].lower() not in ADDRESSED


def is_valediction(text: str) -> bool:
    """ "Yours truly,", "I remain, Sir, your obedient servant", "Votre affectueusement dévoué"."""
    if len(text) > LONGEST_LINE or not VALEDICTION.match(text):
        return False
    return TELLING.search(text.partition(". ")[0]) is None


def is_postscript(text: str) -> bool:
    """ "P.S.", "PS: ...", "Nachschrift"."""
    return POSTSCRIPT.match(text) is not None


def is_signature(text: str, *, cased: bool) -> bool:
    """ "M. R. Mitford", "d'Estournelles de Constant": a few words, each with a capital, no sentence."""
    words = re.findall(r"[^\W\d_]+", text)
    if not words or len(text) > 50 or len(words) > 7 or text[-1] in "?!:;" or any(map(str.isdigit, text)):
        return False
    if not cased:
        return len(words) <= 5
    capitals = sum(word[0].isupper() for word in words)
    return bool(capitals >= max(1, len(words) - 2))


def is_addressee(text: str) -> bool:
    """ "To Sir W. Elford", "à Monsieur le Président N. Murray Butler"."""
    return len(text) <= 90 and bool(ADDRESSEE.match(text)) and not SENTENCE.search(text)


def _is_place(text: str, *, cased: bool) -> bool:
    """ "Bertram House", "THE JOHN GRIER HOME,": a few words, most with a capital, no sentence."""
    words = re.findall(r"[^\W\d_]+", text)
    if len(text) > 40 or is_dated(text) or ":" in text or text[-1] in "?!;" or text[0] in '"“„«‘':
        return False
    if not cased:
        return len(words) <= 4
    return len(words) <= 6 and sum(word[0].isupper() for word in words) >= len(words) - 1


def is_letterhead(text: str) -> bool:
    """ "HOLBROOK & TANNER, Ltd.", "14 Mincing Lane": a firm or a house, and no sentence."""
    return len(text) <= 60 and bool(LETTERHEAD.search(text)) and not SENTENCE.search(text) and not is_dated(text)


def is_reference(text: str) -> bool:
    """ "AJW/KM", "Encl. 2", "cc: Mr. Pell": what stands below a typed letter's signature."""
    return REFERENCE.match(text) is not None


def signs_again(text: str, before: str, *, cased: bool) -> bool:
    """Whether a line below a signature belongs to it: the writer's office, or who signs for the firm named before."""
    firm = LETTERHEAD.search(before) or FOR_FIRM.match(before)
    return bool(OFFICE.match(text) or (firm and is_signature(text, cased=cased)))


def _is_title(text: str) -> bool:
    """ "A Letter", "The Affair of the Bridge": no place begins so, unless a comma follows ("The Grange,")."""
    if not ARTICLE.match(text) or "," in text or text[-1] in ";:?!" or QUOTED.search(text):
        return False
    return text[-1] != "." or sum(map(str.isupper, text)) > sum(map(str.islower, text))


def kinds_of_opener(texts: Sequence[str], *, cased: bool) -> list[str]:
    """The kinds of the short units with which a letter begins, up to its salute; [] where it is none."""
    kinds = _opener(texts, cased=cased)
    if kinds or len(texts) < 2 or not _is_headline(texts[0], cased=cased):
        return kinds
    # "A Letter", "Lettre de M. Dupont à Mme de Sévigné": a head above a whole opener.
    rest = _opener(texts[1:], cased=cased)
    return ["head", *rest] if "salute" in rest else []


def _is_headline(text: str, *, cased: bool) -> bool:
    """Whether a line above an opener may be its head: short, and not a sentence."""
    if not text or len(text) > 80 or text[-1] in ".,;:?!—–-" or QUOTED.search(text):
        return False
    return not cased or text[0].isupper()


def _opener(texts: Sequence[str], *, cased: bool) -> list[str]:
    """The kinds of an opener's lines, from the first on."""
    kinds: list[str] = []
    for text in texts[:8]:
        if not text or len(text) > LONGEST_LINE:
            break
        if is_salute(text):
            return [*_senders(kinds, texts), "salute"]
        kind = _kind_at_start(text, kinds[-1] if kinds else "", cased=cased)
        if not kind:
            break
        kinds.append(kind)
    dated = [index for index, kind in enumerate(kinds) if kind == "dateline" and is_dated(texts[index])]
    return _senders(kinds[: dated[-1] + 1], texts) if dated else []


def _senders(kinds: Sequence[str], texts: Sequence[str]) -> list[str]:
    """The kinds, with two lines or more without a date above the date made the sender's address."""
    dated = next((index for index, kind in enumerate(kinds) if kind == "dateline" and is_dated(texts[index])), 0)
    places = [index for index in range(dated) if kinds[index] == "dateline"]
    return ["address" if len(places) > 1 and index in places else kind for index, kind in enumerate(kinds)]


def _kind_at_start(text: str, before: str, *, cased: bool) -> str:
    """What a line before a salute is: "dateline", "address", "head", or "" for what cannot stand there.

    before: what the line above it is; a place below a name or a house is part of the address.
    """
    if cased and CORRESPONDENTS.match(text):
        return "head"
    if is_dateline(text):
        return "dateline"
    if is_addressee(text) or is_letterhead(text):
        return "address"
    if before == "address" and _is_place(text, cased=cased):
        return "address"
    if cased and ((text.isupper() and len(text) > 12 and text[-1] != ",") or _is_title(text)):
        return "head"
    return "dateline" if _is_place(text, cased=cased) else ""
