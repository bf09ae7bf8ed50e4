"""A generated book for benchmarks: chapters, dialogue, names, dates and notes, the same for the same size."""

from __future__ import annotations

import random
from textwrap import fill

FORENAMES = ["Anna", "Thomas", "Margaret", "William", "Clara", "Edmund", "Harriet", "George", "Louisa", "Henry"]
SURNAMES = ["Ashdown", "Pell", "Whitcombe", "Larkin", "Drury", "Fenwick", "Marlow", "Tindall", "Osgood", "Harcastle"]
PLACES = ["the harbour", "the mill", "Norwich", "the lane", "the assembly rooms", "the garden", "Bath", "the bridge"]
VERBS = ["said", "replied", "cried", "asked", "whispered", "answered"]
MONTHS = ["January", "March", "May", "July", "September", "November"]
SPEECH = [
    "I have seen nothing of the kind",
    "It cannot be helped",
    "You are late again",
    "The letter came this morning",
    "Nobody told me so",
    "We shall know by Thursday",
    "There is no more to be said",
]
PLAIN = [
    "The rain had not stopped since the morning and the road was deep in mud",
    "Nothing was heard but the clock",
    "The papers lay where they had been left and nobody had dared to touch them",
    "It was the custom of the house that the lamps were lit before supper",
    "A cart went by and the dogs barked at it until it was gone",
    "The old men of the village spoke of the winter and of the price of corn",
]


def book(characters: int) -> str:
    """A text of about so many characters, hard-wrapped at 72, with chapters and notes at their ends."""
    dice = random.Random(1936)
    parts = ["THE HOUSE BY THE MILL\n\n"]
    length = 0
    chapter = 0
    while length < characters:
        chapter += 1
        part = _chapter(dice, chapter)
        parts.append(part)
        length += len(part)
    return "".join(parts)[:characters].rstrip() + "\n"


def _chapter(dice: random.Random, number: int) -> str:
    cast = [f"{dice.choice(FORENAMES)} {dice.choice(SURNAMES)}" for _ in range(6)]
    paragraphs = [_paragraph(dice, cast) for _ in range(40)]
    paragraphs[7] += f"[{number}]"
    note = f"[{number}] See the parish register of {dice.randint(1790, 1890)}, where {cast[0]} is named."
    return f"CHAPTER {number}\n\n" + "\n\n".join(fill(p, 72) for p in [*paragraphs, note]) + "\n\n\n"


def _paragraph(dice: random.Random, cast: list[str]) -> str:
    sentences = [_sentence(dice, cast) for _ in range(dice.randint(2, 7))]
    return " ".join(sentences)


def _sentence(dice: random.Random, cast: list[str]) -> str:
    """One sentence: speech in a fifth of them, a title in a tenth, a full date in one of fifty."""
    who = dice.choice(cast)
    kind = dice.random()
    if kind < 0.2:
        return f"“{dice.choice(SPEECH)},” {dice.choice(VERBS)} {who}."
    if kind < 0.22:
        day = f"{dice.randint(1, 28)} {dice.choice(MONTHS)} {dice.randint(1800, 1899)}"
        return f"On {day} {who} went to {dice.choice(PLACES)}."
    if kind < 0.32:
        return f"Mr. {who.split()[1]} came from {dice.choice(PLACES)} and spoke to nobody."
    return dice.choice(PLAIN) + "."
