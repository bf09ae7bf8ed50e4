"""RELAX NG patterns and their derivatives (J. Clark, "An algorithm for RELAX NG validation"), each pattern made once.

Content is followed by linear forms (Antimirov): `heads` lists every element that may come next together with what may
follow it, so that a state of a content model is worked out once and every next step is a look-up. Element patterns are
compiled when an element of that name is first met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol

from toolkit.schema.validator.names import NameClass

if TYPE_CHECKING:
    from toolkit.schema.validator.pool import Pool

WHITE = " \t\r\n"


def tokens(text: str) -> list[str]:
    """The words between XML's white space; a no-break space parts none."""
    if text.isascii() and "\x0b" not in text and "\x0c" not in text:
        return text.split()
    return [token for token in text.replace("\t", " ").replace("\n", " ").replace("\r", " ").split(" ") if token]


class Datatype(Protocol):
    """A datatype with its facets."""

    def allows(self, value: str) -> bool:
        """Whether the string is one of the type's."""
        ...

    def equal(self, left: str, right: str) -> bool:
        """Whether two strings are the same value."""
        ...

    def describe(self) -> str:
        """The type in words, with an example."""
        ...


class Pattern:
    """A pattern. nullable: matches nothing at all. attributed, valued: holds attributes, or values, at this level."""

    __slots__ = ("_heads", "attributed", "nullable", "valued")

    def __init__(self, nullable: bool, attributed: bool = False, valued: bool = False) -> None:
        self.nullable = nullable
        self.attributed = attributed
        self.valued = valued
        self._heads: list[tuple[Element, Pattern]] | None = None

    @property
    def parts(self) -> tuple[Pattern, ...]:
        """The patterns of this level inside this one."""
        return ()

    def heads(self, pool: Pool) -> list[tuple[Element, Pattern]]:
        """Every element that may come next, with the pattern of what follows it."""
        if self._heads is None:
            self._heads = self._find_heads(pool)
        return self._heads

    def _find_heads(self, pool: Pool) -> list[tuple[Element, Pattern]]:
        return []

    def after_text(self, pool: Pool) -> Pattern:
        """What is left when text has been read (RELAX NG data and values are not text: see `accepts`)."""
        return NOT_ALLOWED

    def after_attribute(self, accepting: frozenset[Attribute], pool: Pool) -> Pattern:
        """What is left when an attribute that exactly these patterns accept has been read."""
        return NOT_ALLOWED

    def closed(self, pool: Pool) -> Pattern:
        """What is left when the start tag ends: no attribute is to come."""
        return self

    def relaxed(self, pool: Pool) -> Pattern:
        """As `closed`, but as if every required attribute had been there."""
        return self

    def accepts(self, text: str, pool: Pool) -> bool:
        """Whether the whole content, or an attribute's value, may be this string."""
        after = self.after_text(pool)
        return after.nullable or (self.nullable and not text.strip(WHITE))

    def after_token(self, token: str, pool: Pool) -> Pattern:
        """Inside a list: what is left after one token."""
        return NOT_ALLOWED


class _Empty(Pattern):
    __slots__ = ()


class _NotAllowed(Pattern):
    __slots__ = ()


class _Text(Pattern):
    __slots__ = ()

    def after_text(self, pool: Pool) -> Pattern:
        return self


EMPTY: Pattern = _Empty(nullable=True)
NOT_ALLOWED: Pattern = _NotAllowed(nullable=False)
TEXT: Pattern = _Text(nullable=True)


class Data(Pattern):
    """A string of a datatype, less those that `exception` accepts."""

    __slots__ = ("datatype", "exception")

    def __init__(self, datatype: Datatype, exception: Pattern | None) -> None:
        super().__init__(nullable=False, valued=True)
        self.datatype = datatype
        self.exception = exception

    def accepts(self, text: str, pool: Pool) -> bool:
        return self.datatype.allows(text) and not (self.exception and self.exception.accepts(text, pool))

    def after_token(self, token: str, pool: Pool) -> Pattern:
        return EMPTY if self.accepts(token, pool) else NOT_ALLOWED


class Value(Pattern):
    """One value of a datatype."""

    __slots__ = ("datatype", "value")

    def __init__(self, datatype: Datatype, value: str) -> None:
        super().__init__(nullable=False, valued=True)
        self.datatype = datatype
        self.value = value

    def accepts(self, text: str, pool: Pool) -> bool:
        return self.datatype.equal(self.value, text)

    def after_token(self, token: str, pool: Pool) -> Pattern:
        return EMPTY if self.accepts(token, pool) else NOT_ALLOWED


class List(Pattern):
    """Tokens parted by white space."""

    __slots__ = ("inner",)

    def __init__(self, inner: Pattern) -> None:
        super().__init__(nullable=False, valued=True)
        self.inner = inner

    def accepts(self, text: str, pool: Pool) -> bool:
        left = self.inner
        for token in tokens(text):
            left = left.after_token(token, pool)
            if left is NOT_ALLOWED:
                return False
        return left.nullable


class Attribute(Pattern):
    """An attribute. value: the pattern of its value."""

    __slots__ = ("known", "names", "value")

    MEMORY = 500  # values remembered an attribute: most corpora repeat a few

    def __init__(self, names: NameClass, value: Pattern) -> None:
        super().__init__(nullable=False, attributed=True)
        self.names = names
        self.value = value
        self.known: set[str] = set()

    def after_attribute(self, accepting: frozenset[Attribute], pool: Pool) -> Pattern:
        return EMPTY if self in accepting else NOT_ALLOWED

    def closed(self, pool: Pool) -> Pattern:
        return NOT_ALLOWED

    def relaxed(self, pool: Pool) -> Pattern:
        return EMPTY

    def allows(self, value: str, pool: Pool) -> bool:
        """Whether the attribute may have this value."""
        if value in self.known:
            return True
        if not self.value.accepts(value, pool):
            return False
        if len(self.known) < self.MEMORY and len(value) < 200:
            self.known.add(value)
        return True


class Element(Pattern):
    """An element. content: its attributes and children, compiled on first use."""

    __slots__ = ("_content", "_load", "names")

    def __init__(self, names: NameClass, load: Callable[[], Pattern]) -> None:
        super().__init__(nullable=False)
        self.names = names
        self._load = load
        self._content: Pattern | None = None

    @property
    def content(self) -> Pattern:
        if self._content is None:
            self._content = self._load()
        return self._content

    def _find_heads(self, pool: Pool) -> list[tuple[Element, Pattern]]:
        return [(self, EMPTY)]


class _Compound(Pattern):
    """A pattern of patterns."""

    __slots__ = ("items",)

    def __init__(self, items: tuple[Pattern, ...], nullable: bool) -> None:
        attributed = any(item.attributed for item in items)
        super().__init__(nullable, attributed, any(item.valued for item in items))
        self.items = items

    @property
    def parts(self) -> tuple[Pattern, ...]:
        return self.items


class Choice(_Compound):
    """One of several patterns."""

    __slots__ = ()

    def _find_heads(self, pool: Pool) -> list[tuple[Element, Pattern]]:
        return [head for item in self.items for head in item.heads(pool)]

    def after_text(self, pool: Pool) -> Pattern:
        return pool.choice(item.after_text(pool) for item in self.items)

    def after_attribute(self, accepting: frozenset[Attribute], pool: Pool) -> Pattern:
        return pool.choice(item.after_attribute(accepting, pool) for item in self.items if item.attributed)

    def closed(self, pool: Pool) -> Pattern:
        return pool.choice(item.closed(pool) for item in self.items) if self.attributed else self

    def relaxed(self, pool: Pool) -> Pattern:
        return pool.choice(item.relaxed(pool) for item in self.items) if self.attributed else self

    def accepts(self, text: str, pool: Pool) -> bool:
        return any(item.accepts(text, pool) for item in self.items)

    def after_token(self, token: str, pool: Pool) -> Pattern:
        return pool.choice(item.after_token(token, pool) for item in self.items)


class _Joined(_Compound):
    """Patterns that must all match: the steps that groups and interleaves have in common."""

    __slots__ = ()

    def _join(self, items: Iterable[Pattern], pool: Pool) -> Pattern:
        """Such a pattern of other items."""
        raise NotImplementedError

    def _stepped(self, step: Callable[[Pattern], Pattern], pool: Pool) -> Pattern:
        """The derivative by `step`, which may be taken in any of several items."""
        raise NotImplementedError

    def after_text(self, pool: Pool) -> Pattern:
        return self._stepped(lambda item: item.after_text(pool), pool)

    def after_token(self, token: str, pool: Pool) -> Pattern:
        return self._stepped(lambda item: item.after_token(token, pool), pool)

    def after_attribute(self, accepting: frozenset[Attribute], pool: Pool) -> Pattern:
        options = []
        for index, item in enumerate(self.items):
            after = item.after_attribute(accepting, pool) if item.attributed else NOT_ALLOWED
            if after is not NOT_ALLOWED:
                options.append(self._join((*self.items[:index], after, *self.items[index + 1 :]), pool))
        return pool.choice(options)

    def closed(self, pool: Pool) -> Pattern:
        return self._join((item.closed(pool) for item in self.items), pool) if self.attributed else self

    def relaxed(self, pool: Pool) -> Pattern:
        return self._join((item.relaxed(pool) for item in self.items), pool) if self.attributed else self


class Group(_Joined):
    """Patterns one after the other; attributes among them in any order."""

    __slots__ = ()

    def _join(self, items: Iterable[Pattern], pool: Pool) -> Pattern:
        return pool.group(items)

    def _stepped(self, step: Callable[[Pattern], Pattern], pool: Pool) -> Pattern:
        """A step in the first item, or in a later one where all before it match nothing."""
        options = []
        for index, item in enumerate(self.items):
            after = step(item)
            if after is not NOT_ALLOWED:
                options.append(pool.group((after, *self.items[index + 1 :])))
            if not item.nullable:
                break
        return pool.choice(options)

    def _find_heads(self, pool: Pool) -> list[tuple[Element, Pattern]]:
        heads: list[tuple[Element, Pattern]] = []
        for index, item in enumerate(self.items):
            again: dict[Pattern, Pattern] = {}  # nearly all heads are followed by the same
            for element, after in item.heads(pool):
                if after not in again:
                    again[after] = pool.group((after, *self.items[index + 1 :]))
                heads.append((element, again[after]))
            if not item.nullable:
                break
        return heads


class Interleave(_Joined):
    """Patterns whose matches may be mixed."""

    __slots__ = ()

    def _join(self, items: Iterable[Pattern], pool: Pool) -> Pattern:
        return pool.interleave(items)

    def _stepped(self, step: Callable[[Pattern], Pattern], pool: Pool) -> Pattern:
        options = []
        for index, item in enumerate(self.items):
            after = step(item)
            if after is not NOT_ALLOWED:
                options.append(pool.interleave((*self.items[:index], after, *self.items[index + 1 :])))
        return pool.choice(options)

    def _find_heads(self, pool: Pool) -> list[tuple[Element, Pattern]]:
        return [
            (element, pool.interleave((*self.items[:index], after, *self.items[index + 1 :])))
            for index, item in enumerate(self.items)
            for element, after in item.heads(pool)
        ]


class OneOrMore(_Compound):
    """A pattern once or several times."""

    __slots__ = ()

    def _again(self, after: Pattern, pool: Pool) -> Pattern:
        return pool.group((after, pool.optional(self)))

    def _find_heads(self, pool: Pool) -> list[tuple[Element, Pattern]]:
        again: dict[Pattern, Pattern] = {}  # nearly all heads are followed by the same
        heads = []
        for element, after in self.items[0].heads(pool):
            if after not in again:
                again[after] = self._again(after, pool)
            heads.append((element, again[after]))
        return heads

    def after_text(self, pool: Pool) -> Pattern:
        return self._again(self.items[0].after_text(pool), pool)

    def after_token(self, token: str, pool: Pool) -> Pattern:
        return self._again(self.items[0].after_token(token, pool), pool)

    def after_attribute(self, accepting: frozenset[Attribute], pool: Pool) -> Pattern:
        return self._again(self.items[0].after_attribute(accepting, pool), pool)

    def closed(self, pool: Pool) -> Pattern:
        return pool.one_or_more(self.items[0].closed(pool)) if self.attributed else self

    def relaxed(self, pool: Pool) -> Pattern:
        return pool.one_or_more(self.items[0].relaxed(pool)) if self.attributed else self

    def accepts(self, text: str, pool: Pool) -> bool:
        return self.items[0].accepts(text, pool)
