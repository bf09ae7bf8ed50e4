"""The compact notation of content models in schemas/p5.facts: `(head?,(p|ab)+)`, and back.

An element stands by its name; `%pLike` is model.pLike (`:s` its members in sequence, `:so` each of them optional),
`&phraseSeq` is macro.phraseSeq, `$word` is teidata.word, `^token[pattern="a+"]` a datatype of XML Schema with facets,
`ANY["uri ..."]` any element (of these namespaces), `"x"` a literal value. `?`, `*`, `+` and `{2,5}` say how often.
"""

from __future__ import annotations

import re
from dataclasses import replace

from toolkit.schema.specs import (
    ONCE,
    Alternate,
    AnyElement,
    ClassRef,
    Content,
    DataRef,
    ElementRef,
    MacroRef,
    Nothing,
    Occurrence,
    RelaxNg,
    Sequence,
    TextNode,
    Values,
)

TOKEN = re.compile(
    r'"(?:[^"\\]|\\.)*"|[()|,?*+]|\{\d+,\d*\}|\[(?:[^\]"]|"(?:[^"\\]|\\.)*")*\]|[%&$^]?[A-Za-z_][\w.\-]*(?::so?\b)?'
)
FACET = re.compile(r'(\w+)=("(?:[^"\\]|\\.)*")')
TIMES = {"?": Occurrence(0, 1), "*": Occurrence(0, None), "+": Occurrence(1, None)}
EXPANSIONS = {"": "", "s": "sequence", "so": "sequenceOptional"}
SIGNS = {times: sign for sign, times in TIMES.items()}


def quote(value: str) -> str:
    """The value as a literal of the notation."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def unquote(literal: str) -> str:
    """The value of a literal."""
    return re.sub(r"\\(.)", r"\1", literal[1:-1])


def parse_content(text: str) -> Content:
    """A content model from its notation. Raises ValueError where the text is none."""
    tokens = TOKEN.findall(text)
    parser = _Parser(tokens)
    if "".join(tokens) != text:
        raise ValueError(f"no content model: {text!r}")
    content = parser.counted()
    if parser.rest():
        raise ValueError(f"content model {text!r} goes on after its end")
    return content


class _Parser:
    """Recursive descent over the tokens of one content model."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.at = 0

    def rest(self) -> list[str]:
        return self.tokens[self.at :]

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        if self.at == len(self.tokens):
            raise ValueError("a content model ends too soon")
        self.at += 1
        return self.tokens[self.at - 1]

    def counted(self) -> Content:
        content = self.atom()
        sign = self.peek()
        if sign and sign in TIMES:
            times = TIMES[self.take()]
        elif sign.startswith("{"):
            least, most = self.take()[1:-1].split(",")
            times = Occurrence(int(least), int(most) if most else None)
        else:
            return content
        if isinstance(content, TextNode | Nothing | Values | RelaxNg):
            raise ValueError(f"no count may stand after {content}")
        return replace(content, times=times)

    def atom(self) -> Content:
        token = self.take()
        if token == "(":
            return self.bracket()
        if token.startswith('"'):
            return Values((unquote(token),))
        if token == "TEXT":
            return TextNode()
        if token == "EMPTY":
            return Nothing()
        if token == "ANY":
            namespaces = unquote(self.take()[1:-1]).split() if self.peek().startswith("[") else []
            return AnyElement(tuple(namespaces))
        return self.reference(token)

    def reference(self, token: str) -> Content:
        match token[0]:
            case "%":
                key, _, expansion = token[1:].partition(":")
                return ClassRef(f"model.{key}", EXPANSIONS[expansion])
            case "&":
                return MacroRef(f"macro.{token[1:]}")
            case "$":
                return DataRef(key=f"teidata.{token[1:]}", facets=self.facets())
            case "^":
                return DataRef(name=token[1:], facets=self.facets())
            case _:
                return ElementRef(token)

    def facets(self) -> tuple[tuple[str, str], ...]:
        if not self.peek().startswith("["):
            return ()
        return tuple((name, unquote(value)) for name, value in FACET.findall(self.take()))

    def bracket(self) -> Content:
        if self.peek() == ")":
            self.take()
            return Nothing()
        items: list[Content] = []
        separator = ","
        while True:
            items.append(self.counted())
            sign = self.take()
            if sign == ")":
                break
            separator = sign
        if all(isinstance(item, Values) for item in items) and (separator == "|" or len(items) == 1):
            return Values(tuple(value for item in items if isinstance(item, Values) for value in item.values))
        return Alternate(tuple(items)) if separator == "|" else Sequence(tuple(items))


def write_content(content: Content) -> str:
    """A content model in the notation. Raises ValueError for what it has no sign for."""
    match content:
        case Sequence(items, times, True):
            return _bracketed(items, ",") + write_times(times)
        case Alternate(items, times):
            return _bracketed(items, "|") + write_times(times)
        case ElementRef(key, times):
            return key + write_times(times)
        case ClassRef(key, expand, (), (), times):
            ends = {"": "", "alternate": "", "sequence": ":s", "sequenceOptional": ":so"}
            return "%" + key.removeprefix("model.") + ends[expand] + write_times(times)
        case MacroRef(key, times):
            return "&" + key.removeprefix("macro.") + write_times(times)
        case DataRef(key, name, facets, times):
            said = "$" + key.removeprefix("teidata.") if key else "^" + name
            limits = " ".join(f"{facet}={quote(value)}" for facet, value in facets)
            return said + (f"[{limits}]" if limits else "") + write_times(times)
        case TextNode():
            return "TEXT"
        case Nothing():
            return "EMPTY"
        case Values(values):
            return "(" + "|".join(quote(value) for value in values) + ")"
        case AnyElement(require, (), times):
            return "ANY" + (f"[{quote(' '.join(require))}]" if require else "") + write_times(times)
        case _:
            raise ValueError(f"the notation has no sign for {content}")


def _bracketed(items: tuple[Content, ...], separator: str) -> str:
    return "(" + separator.join(write_content(item) for item in items) + ")"


def write_times(times: Occurrence) -> str:
    """How often, as a sign: "", `?`, `*`, `+` or `{2,5}`."""
    if times == ONCE:
        return ""
    return SIGNS.get(times) or f"{{{times.least},{'' if times.most is None else times.most}}}"
