"""The main language of a text, by its most frequent small words: enough to choose rules by."""

from __future__ import annotations

import re
from collections import Counter

SAMPLE = 40_000
WORD = re.compile(r"[^\W\d_]+")
LANGUAGES = {
    "en": "the of and to in that is was he for it with as his on be at by had not but from or have she her which "
    "you this",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an er hat aus "
    "bei nach "
    "ich sie war",
    "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se il ce sont avec son "
    "je vous nous",
    "it": "di e che la il un a per è una in sono non mi si lo ho con ma ti ha le cosa dei come io del della nel "
    "gli alla",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ya o este sí "
    "porque",
    "la": "et in est non ad ut cum quod qui sed si ex quae ab nec esse per atque aut enim sunt hoc etiam autem "
    "eius quam",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit naar heeft "
    "hij ik ze",
}
WORDS = {language: frozenset(words.split()) for language, words in LANGUAGES.items()}
FALLBACK = "en"


def detect_language(text: str) -> str:
    """The language's tag; English where the small words do not decide."""
    return language_of(text)[0]


def language_of(text: str) -> tuple[str, bool]:
    """The language's tag, and whether the small words decide it; where they do not, it is English by default."""
    middle = max(0, len(text) // 2 - SAMPLE // 2)
    counts = Counter(WORD.findall(text[:SAMPLE].lower()) + WORD.findall(text[middle : middle + SAMPLE].lower()))
    total = sum(counts.values())
    scores = {language: sum(counts[word] for word in words) / max(1, total) for language, words in WORDS.items()}
    first, second = sorted(scores, key=lambda key: (-scores[key], key))[:2]
    sure = scores[first] >= 0.12 and scores[first] >= 1.25 * scores[second] and total >= 20
    return (first, True) if sure else (FALLBACK, False)
