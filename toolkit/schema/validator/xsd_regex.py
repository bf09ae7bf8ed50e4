"""XML Schema regular expressions (XSD 1.0 part 2, appendix F) on Python's `re`.

Python knows neither \\p{..} nor class subtraction, and spelling a category out over all of Unicode takes a third of a
second. So a class is made from what the values hold: ASCII at first, and every further block of 256 characters when a
value first uses it. A class is computed as a set of code points, then written as ranges.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

BLOCK = 256
QUANTIFIER = re.compile(r"[?*+]|\{[0-9]+(?:,[0-9]*)?\}")
ESCAPED = {"n": "\n", "r": "\r", "t": "\t"}
NAME_START = (
    (":", ":"), ("A", "Z"), ("_", "_"), ("a", "z"), ("\u00c0", "\u00d6"), ("\u00d8", "\u00f6"), ("\u00f8", "\u02ff"),
    ("\u0370", "\u037d"), ("\u037f", "\u1fff"), ("\u200c", "\u200d"), ("\u2070", "\u218f"), ("\u2c00", "\u2fef"),
    ("\u3001", "\ud7ff"), ("\uf900", "\ufdcf"), ("\ufdf0", "\ufffd"), ("\U00010000", "\U000effff"),
)  # fmt: skip
NAME_MORE = (("-", "."), ("0", "9"), ("\u00b7", "\u00b7"), ("\u0300", "\u036f"), ("\u203f", "\u2040"))

Test = Callable[[str], bool]


class BadPatternError(ValueError):
    """A pattern that is no regular expression of XML Schema."""


@dataclass(eq=False)
class XsdRegex:
    """A pattern, anchored at both ends. Raises BadPatternError where it is none."""

    pattern: str
    _blocks: set[int] = field(default_factory=lambda: {0})
    _compiled: re.Pattern[str] | None = None

    def __post_init__(self) -> None:
        self._compile()

    def matches(self, value: str) -> bool:
        """Whether the whole value matches."""
        if not value.isascii():
            blocks = {ord(character) // BLOCK for character in value}
            if not blocks <= self._blocks:
                self._blocks |= blocks
                self._compile()
        assert self._compiled is not None
        return self._compiled.fullmatch(value) is not None

    def _compile(self) -> None:
        alphabet = [chr(block * BLOCK + index) for block in sorted(self._blocks) for index in range(BLOCK)]
        try:
            self._compiled = re.compile("".join(_Translation(self.pattern, alphabet).run()))
        except re.error as error:
            raise BadPatternError(f"{self.pattern!r}: {error}") from None


class _Translation:
    """One pass over a pattern, writing Python's notation for the characters of an alphabet."""

    def __init__(self, pattern: str, alphabet: list[str]) -> None:
        self.pattern = pattern
        self.alphabet = alphabet
        self.at = 0

    def run(self) -> Iterator[str]:
        while self.at < len(self.pattern):
            character = self.pattern[self.at]
            if character == "[":
                self.at += 1
                yield self._written(self._class())
            elif character == "\\":
                yield self._written(self._escape())
            elif character == ".":
                self.at += 1
                yield r"[^\n\r]"
            elif character == "(":
                self.at += 1
                yield "(?:"
            elif character in "?*+{":
                yield self._quantifier()
            elif character in "}]":
                raise BadPatternError(f"{self.pattern!r}: {character} stands alone")
            else:
                self.at += 1
                yield character if character in "|)" else re.escape(character)

    def _quantifier(self) -> str:
        """What stands at a quantifier; another one must not follow it."""
        found = QUANTIFIER.match(self.pattern, self.at)
        if found is None or self.pattern[found.end() : found.end() + 1] in tuple("?*+{"):
            raise BadPatternError(f"{self.pattern!r}: a quantifier is no such thing as at {self.pattern[self.at :]!r}")
        self.at = found.end()
        return found[0]

    def _written(self, test: Test) -> str:
        """A class of Python's that holds the alphabet's characters that pass the test."""
        ranges: list[list[int]] = []
        for character in self.alphabet:
            if test(character):
                code = ord(character)
                if ranges and ranges[-1][1] == code - 1:
                    ranges[-1][1] = code
                else:
                    ranges.append([code, code])
        if not ranges:
            return r"(?!)"
        return "[" + "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges) + "]"

    def _class(self) -> Test:
        """What stands after "[", up to and with its "]"."""
        negated = self._take("^")
        tests: list[Test] = []
        while not self._take("]"):
            if self.at >= len(self.pattern):
                raise BadPatternError(f"{self.pattern!r}: a character class is not closed")
            if tests and self.pattern.startswith("-[", self.at):
                self.at += 2
                taken, away = _any(tests, negated), self._class()
                if not self._take("]"):
                    raise BadPatternError(f"{self.pattern!r}: a subtracted class must come last")
                return lambda c: taken(c) and not away(c)
            tests.append(self._member())
        return _any(tests, negated)

    def _member(self) -> Test:
        if self.pattern[self.at] == "\\":
            start_at = self.at
            test = self._escape()
            literal = self.pattern[start_at + 1 : self.at]
            start = ESCAPED.get(literal, literal)
            if len(start) != 1 or start in "sSiIcCdDwW":
                return test
        else:
            start = self.pattern[self.at]
            self.at += 1
        follows = self.pattern[self.at + 1 : self.at + 2]
        if self.pattern[self.at : self.at + 1] != "-" or follows in ("]", "[", ""):
            return lambda c: c == start
        self.at += 1
        end = follows
        self.at += 1
        if end == "\\":
            end = self.pattern[self.at : self.at + 1]
            end = ESCAPED.get(end, end)
            self.at += 1
        return lambda c: start <= c <= end

    def _escape(self) -> Test:
        """What stands after a backslash; \\p{..} and the multi-character escapes are classes."""
        letter = self.pattern[self.at + 1 : self.at + 2]
        if not letter:
            raise BadPatternError(f"{self.pattern!r}: nothing follows the last backslash")
        self.at += 2
        if letter in "pP":
            return self._property(letter == "P")
        if letter.lower() in CLASSES:
            test = CLASSES[letter.lower()]
            return test if letter.islower() else (lambda c: not test(c))
        meant = ESCAPED.get(letter, letter)
        return lambda c: c == meant

    def _property(self, negated: bool) -> Test:
        end = self.pattern.find("}", self.at)
        if end < 0 or self.pattern[self.at : self.at + 1] != "{":
            raise BadPatternError(f"{self.pattern!r}: \\p wants a name in braces")
        name = self.pattern[self.at + 1 : end]
        self.at = end + 1
        if name.startswith("Is"):
            raise BadPatternError(f"{self.pattern!r}: the block {name} is not known; write its range instead")
        return lambda c: unicodedata.category(c).startswith(name) is not negated

    def _take(self, character: str) -> bool:
        if self.pattern.startswith(character, self.at):
            self.at += 1
            return True
        return False


def _any(tests: list[Test], negated: bool) -> Test:
    return lambda c: any(test(c) for test in tests) is not negated


def _within(*ranges: tuple[str, str]) -> Test:
    return lambda c: any(first <= c <= last for first, last in ranges)


CLASSES: dict[str, Test] = {
    "s": lambda c: c in " \t\n\r",
    "i": _within(*NAME_START),
    "c": _within(*NAME_START, *NAME_MORE),
    "d": lambda c: unicodedata.category(c) == "Nd",
    "w": lambda c: unicodedata.category(c)[0] not in "PZC",
}
