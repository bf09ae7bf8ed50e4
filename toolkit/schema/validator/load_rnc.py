"""RELAX NG in compact syntax (ISO/IEC 19757-2, annex C) -> its XML syntax, which `load_rng` reads.

Annotations and documentation are passed over: they do not count for validity.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

RNG = "http://relaxng.org/ns/structure/1.0"
XSD = "http://www.w3.org/2001/XMLSchema-datatypes"
TOKEN = re.compile(
    r"""(?P<space>[ \t\r\n\ufeff]+|\#[^\n]*)
    | (?P<literal>\"{3}.*?\"{3} | '{3}.*?'{3} | "[^"\n]*" | '[^'\n]*')
    | (?P<name>\\?[^\W\d][\w.\-]*(?::(?:\*|[^\W\d][\w.\-]*))?)
    | (?P<sign>\|=|&=|>>|[={}()\[\]|&,?*+~\-])""",
    re.VERBOSE | re.DOTALL,
)
ESCAPE = re.compile(r"\\x+\{([0-9a-fA-F]+)\}")
REPEATS = {"?": "optional", "*": "zeroOrMore", "+": "oneOrMore"}
JOINS = {",": "group", "|": "choice", "&": "interleave"}
COMBINES = {"|=": "choice", "&=": "interleave"}


class CompactSyntaxError(ValueError):
    """The text is no compact syntax. line: where, from 1."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line


class Token(NamedTuple):
    """A token. kind: "literal", "name", "sign" or "end"."""

    kind: str
    text: str
    line: int


def to_xml(data: bytes) -> etree._Element:
    """The schema's XML form; raises CompactSyntaxError. Nested patterns may exhaust the stack: RecursionError."""
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise CompactSyntaxError(1, "it is not UTF-8") from None
    return _Parser(list(_tokens(text))).top_level()


def _tokens(text: str) -> Iterator[Token]:
    at, line = 0, 1
    while at < len(text):
        match = TOKEN.match(text, at)
        if match is None:
            raise CompactSyntaxError(line, f"{text[at : at + 10]!r} is no compact syntax")
        if match.lastgroup != "space":
            yield Token(match.lastgroup or "", match[0], line)
        line += match[0].count("\n")
        at = match.end()
    yield Token("end", "", line)


@dataclass
class _Parser:
    """Reads tokens one after the other."""

    tokens: list[Token]
    at: int = 0
    prefixes: dict[str, str] = field(default_factory=lambda: {"xml": "http://www.w3.org/XML/1998/namespace"})
    libraries: dict[str, str] = field(default_factory=lambda: {"xsd": XSD})
    namespace: str = ""

    def top_level(self) -> etree._Element:
        self._declarations()
        if self._begins_grammar():
            root = self._made("grammar")
            self._grammar_content(root, "end")
            return root
        root = self._pattern()
        self._expect("end", "")
        return root

    def _declarations(self) -> None:
        while True:
            self._annotations()
            word = self._peek().text
            if word == "namespace" and self._peek(2).text == "=":
                self._next()
                name = self._next().text.removeprefix("\\")
                self._expect("sign", "=")
                self.prefixes[name] = self._namespace_literal()
            elif word == "default" and self._peek(1).text == "namespace":
                self.at += 2
                name = self._next().text if self._peek().text != "=" else ""
                self._expect("sign", "=")
                self.namespace = self._namespace_literal()
                if name:
                    self.prefixes[name] = self.namespace
            elif word == "datatypes" and self._peek(2).text == "=":
                self._next()
                name = self._next().text
                self._expect("sign", "=")
                self.libraries[name] = self._literal()
            else:
                return

    def _begins_grammar(self) -> bool:
        token, after = self._peek(), self._peek(1)
        if token.kind == "end" or token.text in ("start", "div", "include"):
            return True
        return token.kind == "name" and after.text in ("=", "|=", "&=", "[")

    def _grammar_content(self, parent: etree._Element, closing: str) -> None:
        """Definitions up to "}" or the end."""
        while True:
            self._annotations()
            token = self._next()
            if token.kind == "end" or token.text == "}":
                if (closing == "end") != (token.kind == "end"):
                    raise self._error(token, "a brace too many or too few")
                return
            if token.text == "div" and self._peek().text == "{":
                self._next()
                self._grammar_content(self._made("div", parent), "}")
            elif token.text == "include" and self._peek().kind == "literal":
                self._include(parent)
            elif token.kind == "name" and self._peek().text == "[":
                self._bracketed()
            elif token.kind == "name" and self._peek().text in ("=", "|=", "&="):
                self._definition(parent, token)
            else:
                raise self._error(token, f"a definition is expected, not {token.text!r}")

    def _definition(self, parent: etree._Element, name: Token) -> None:
        define = self._made("start" if name.text == "start" else "define", parent)
        if name.text != "start":
            define.set("name", name.text.removeprefix("\\"))
        sign = self._next().text
        if sign in COMBINES:
            define.set("combine", COMBINES[sign])
        define.append(self._pattern())

    def _include(self, parent: etree._Element) -> None:
        include = self._made("include", parent)
        include.set("href", self._literal())
        self._inherit(include)
        if self._peek().text == "{":
            self._next()
            self._grammar_content(include, "}")

    def _inherit(self, node: etree._Element) -> None:
        namespace = self.namespace
        if self._peek().text == "inherit" and self._peek(1).text == "=":
            self.at += 2
            namespace = self._prefix(self._next())
        node.set("ns", namespace)

    def _pattern(self) -> etree._Element:
        items = [self._repeated()]
        sign = self._peek().text if self._peek().kind == "sign" else ""
        if sign not in JOINS:
            return items[0]
        while self._peek().text == sign and self._peek().kind == "sign":
            self._next()
            items.append(self._repeated())
        if self._peek().kind == "sign" and self._peek().text in JOINS:
            raise self._error(self._peek(), f"{sign} and {self._peek().text} are mixed without parentheses")
        return self._wrapped(JOINS[sign], *items)

    def _repeated(self) -> etree._Element:
        self._annotations()
        pattern = self._primary()
        if self._peek().kind == "sign" and self._peek().text in REPEATS:
            pattern = self._wrapped(REPEATS[self._next().text], pattern)
        self._following_annotations()
        return pattern

    def _primary(self) -> etree._Element:
        token = self._next()
        word = token.text
        if word == "(" and token.kind == "sign":
            pattern = self._pattern()
            self._expect("sign", ")")
            return pattern
        if token.kind == "literal":
            self.at -= 1
            return self._value("", "token")
        if token.kind != "name":
            raise self._error(token, f"a pattern is expected, not {word or 'the end'!r}")
        if word in ("element", "attribute"):
            return self._named(word)
        if word in ("list", "mixed"):
            return self._wrapped(word, self._braced())
        if word in ("empty", "text", "notAllowed"):
            return self._made(word)
        if word == "grammar":
            self._expect("sign", "{")
            grammar = self._made("grammar")
            self._grammar_content(grammar, "}")
            return grammar
        if word == "external":
            external = self._made("externalRef")
            external.set("href", self._literal())
            self._inherit(external)
            return external
        if word == "parent":
            return self._reference("parentRef", self._next())
        if word in ("string", "token") or ":" in word:
            return self._datatype(token)
        return self._reference("ref", token)

    def _reference(self, kind: str, name: Token) -> etree._Element:
        node = self._made(kind)
        node.set("name", name.text.removeprefix("\\"))
        return node

    def _named(self, kind: str) -> etree._Element:
        node = self._made(kind)
        node.append(self._name_class(kind == "attribute"))
        node.append(self._braced())
        return node

    def _braced(self) -> etree._Element:
        self._expect("sign", "{")
        pattern = self._pattern()
        self._expect("sign", "}")
        return pattern

    def _datatype(self, token: Token) -> etree._Element:
        prefix, _, name = token.text.rpartition(":")
        if prefix and prefix not in self.libraries:
            raise self._error(token, f"no datatypes are declared for the prefix {prefix}")
        library = self.libraries[prefix] if prefix else ""
        if self._peek().kind == "literal":
            return self._value(library, name)
        data = self._made("data")
        data.set("datatypeLibrary", library)
        data.set("type", name)
        if self._peek().text == "{":
            self._next()
            while self._peek().text != "}":
                self._annotations()
                param = self._made("param", data)
                param.set("name", self._next().text.removeprefix("\\"))
                self._expect("sign", "=")
                param.text = self._literal()
            self._next()
        if self._peek().text == "-" and self._peek().kind == "sign":
            self._next()
            self._made("except", data).append(self._repeated())
        return data

    def _value(self, library: str, kind: str) -> etree._Element:
        value = self._made("value")
        value.set("datatypeLibrary", library)
        value.set("type", kind)
        value.text = self._literal()
        return value

    def _name_class(self, of_attribute: bool) -> etree._Element:
        self._annotations()
        items = [self._one_name_class(of_attribute)]
        while self._peek().text == "|" and self._peek().kind == "sign":
            self._next()
            items.append(self._one_name_class(of_attribute))
        return items[0] if len(items) == 1 else self._wrapped("choice", *items)

    def _one_name_class(self, of_attribute: bool) -> etree._Element:
        self._annotations()
        token = self._next()
        if token.text == "(":
            inner = self._name_class(of_attribute)
            self._expect("sign", ")")
            return inner
        if token.text == "*" or token.text.endswith(":*"):
            node = self._made("anyName" if token.text == "*" else "nsName")
            if token.text != "*":
                node.set("ns", self._prefix(Token("name", token.text[:-2], token.line)))
            if self._peek().text == "-":
                self._next()
                self._made("except", node).append(self._one_name_class(of_attribute))
            return node
        if token.kind != "name":
            raise self._error(token, f"a name is expected, not {token.text!r}")
        prefix, colon, local = token.text.removeprefix("\\").rpartition(":")
        node = self._made("name")
        node.text = local
        bare = "" if of_attribute else self.namespace
        node.set("ns", self._prefix(Token("name", prefix, token.line)) if colon else bare)
        return node

    def _prefix(self, token: Token) -> str:
        if token.text not in self.prefixes:
            raise self._error(token, f"the prefix {token.text} is not declared")
        return self.prefixes[token.text]

    def _namespace_literal(self) -> str:
        if self._peek().text == "inherit":
            self._next()
            return ""
        return self._literal()

    def _literal(self) -> str:
        """A literal, its segments joined by ~."""
        token = self._expect("literal")
        text = token.text[3:-3] if token.text[:3] in ('"""', "'''") else token.text[1:-1]
        text = ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
        if self._peek().text == "~":
            self._next()
            return text + self._literal()
        return text

    def _annotations(self) -> None:
        """Pass over [ ... ] before what it annotates."""
        while self._peek().text == "[" and self._peek().kind == "sign":
            self._bracketed()

    def _following_annotations(self) -> None:
        while self._peek().text == ">>":
            self.at += 2
            self._bracketed()

    def _bracketed(self) -> None:
        depth = 0
        while True:
            token = self._next()
            if token.kind == "end":
                raise self._error(token, "an annotation is not closed")
            depth += {"[": 1, "]": -1}.get(token.text, 0) if token.kind == "sign" else 0
            if depth == 0:
                return

    def _peek(self, ahead: int = 0) -> Token:
        return self.tokens[min(self.at + ahead, len(self.tokens) - 1)]

    def _next(self) -> Token:
        token = self._peek()
        self.at += 1
        return token

    def _expect(self, kind: str, text: str | None = None) -> Token:
        token = self._next()
        if token.kind != kind or (text is not None and token.text != text):
            raise self._error(token, f"{text or f'a {kind}'} is expected, not {token.text or 'the end'!r}")
        return token

    def _error(self, token: Token, reason: str) -> CompactSyntaxError:
        return CompactSyntaxError(token.line, reason)

    def _made(self, kind: str, parent: etree._Element | None = None) -> etree._Element:
        node = etree.Element(f"{{{RNG}}}{kind}") if parent is None else etree.SubElement(parent, f"{{{RNG}}}{kind}")
        node.sourceline = self._peek().line  # type: ignore[assignment]  # the stubs know no setter
        return node

    def _wrapped(self, kind: str, *items: etree._Element) -> etree._Element:
        node = self._made(kind)
        node.extend(items)
        return node
