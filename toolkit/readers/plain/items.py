"""Items: the bullets, numbers and letters with which the items of a list begin."""

from __future__ import annotations

import re
from typing import NamedTuple

from toolkit.readers.plain.signs import ROMAN_NUMBER, number_value

BULLET = re.compile(r"^([•‣▪◦·*+-]|—|–)\s+(?=\S)")
COUNTED = re.compile(
    r"^(?P<open>[(\[]?)(?P<number>\d{1,3}|[ivxlcIVXLC]{1,6}|[A-Za-z])(?P<end>[.)\]]|\.\)|:)(?:\s+|(?=[\"“_]))(?=\S)"
)
PLAIN = re.compile(r"^(?P<number>\d{1,3})\s+(?=[^\W\d_]|[\"“‘«(])")


class Item(NamedTuple):
    """style: of the label; items of a list share it. values: what it may count as ("i." is 1 or 9); () for a bullet."""

    style: str
    values: tuple[int, ...]


def item_of(text: str) -> Item | None:
    """The item that a line may begin."""
    match = COUNTED.match(text[:40])
    if match:
        number, style = match["number"], match["open"] + match["end"]
        if number.isdigit():
            return Item(f"1{style}", (int(number),))
        case = "I" if number.isupper() else "i" if number.islower() else ""
        roman = (number_value(number),) if case and ROMAN_NUMBER.match(number) else ()
        letter = (ord(number.lower()) - 96,) if len(number) == 1 else ()
        return Item(f"{case}{style}", (*roman, *letter)) if roman or letter else None
    match = BULLET.match(text)
    if match:
        return Item(match.group(1), ())
    match = PLAIN.match(text[:40])
    return Item("1", (int(match["number"]),)) if match else None
