"""The facts of TEI P5: schemas/p5.facts read into specifications, and written from them.

One line a fact. `#` comments, the first of which names the release; `M` a module; `E`, `A`, `C`, `X`, `D` an element,
attribute class, model class, macro and datatype; below them, indented, their attributes:
`@place! $enumerated+ =[top bottom] :="top"`. After the name: `!` required, `~` recommended; `-`, `=`, `#` deletes,
changes, replaces the attribute of a class (`=o`: and makes it optional). Value lists: `=[..]` closed, `~[..]`
semi-closed, `?[..]` open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from toolkit.resources import resource
from toolkit.schema.notation import parse_content, quote, unquote, write_content, write_times
from toolkit.schema.specs import (
    ONCE,
    AttributeDef,
    AttributeGroup,
    AttributeItem,
    AttributeRef,
    DataRef,
    Datatype,
    Kind,
    Memberships,
    Mode,
    Nothing,
    Place,
    Schema,
    Spec,
    ValueItem,
    ValueList,
)

LITERAL = r'"(?:[^"\\]|\\.)*"'
ATTRIBUTE = re.compile(
    r"@(?P<name>[\w:.\-]*\w)(?P<usage>[!~]?)(?P<mode>[\-=#]?)(?P<optional>o?)"
    r"(?: (?!:=)(?![=~?]\[)(?P<datatype>.+?))?"
    rf"(?: (?P<list>[=~?])\[(?P<values>(?:[^\]\"]|{LITERAL})*)\])?"
    rf"(?: :=(?P<default>{LITERAL}))?"
)
WORD = re.compile(rf'{LITERAL}|[^\s"]+')
USAGE = {"!": "req", "~": "rec", "": ""}
MODES = {"-": Mode.DELETE, "=": Mode.CHANGE, "#": Mode.REPLACE, "": Mode.ADD}
LISTS = {"=": "closed", "~": "semi", "?": "open"}
KINDS = {"E": Kind.ELEMENT, "A": Kind.ATTRIBUTES, "C": Kind.MODEL, "X": Kind.MACRO, "D": Kind.DATA}
PREFIXES = {Kind.MACRO: "macro.", Kind.DATA: "teidata."}
RELEASE = re.compile(r"TEI P5 (\w[\w.]*\w)")


@cache
def load_facts(path: Path | None = None) -> Schema:
    """All of TEI P5, from `path` or the facts shipped. Raises ValueError where a line is not in the notation."""
    path = path or resource("schemas") / "p5.facts"
    return parse_facts(path.read_text("utf-8"), str(path))


def parse_facts(text: str, path: str = "") -> Schema:
    """The specifications that a text of facts states, in its order. Raises ValueError naming the line that is wrong."""
    lines = text.splitlines()
    release = RELEASE.search(lines[0]) if lines else None
    specs: dict[str, Spec] = {}
    modules: list[str] = []
    at = 0
    while at < len(lines):
        line, first = lines[at], at + 1
        at += 1
        if not line or line.startswith("#"):
            continue
        below = at
        while at < len(lines) and lines[at].startswith(" "):
            at += 1
        try:
            if line.startswith("M "):
                modules.append(line[2:])
            else:
                spec = _parse_spec(line, lines[below:at], Place(path, first))
                specs[spec.ident] = spec
        except (ValueError, KeyError) as error:
            raise ValueError(f"{path}:{first}: {error}") from None
    roots = tuple(name for name in ("TEI", "teiCorpus") if name in specs)
    return Schema("tei_all", specs, roots, release=release[1] if release else "", modules=tuple(modules))


def _parse_spec(line: str, below: list[str], place: Place) -> Spec:
    kind = KINDS[line[0]]
    head, equals, model = line[2:].partition(" = ")
    head, _, classes = head.partition(" : ")
    name, _, module = head.strip(" :").partition(" ")
    name, _, namespace = name.partition("{")
    return Spec(
        kind,
        PREFIXES.get(kind, "") + name,
        module or "tei",
        namespace.rstrip("}") or None,
        memberships=Memberships(tuple(classes.split()))
        if kind in (Kind.ELEMENT, Kind.MODEL, Kind.ATTRIBUTES)
        else None,
        content=parse_content(model) if equals else None,
        attributes=tuple(_parse_attributes(iter(below))),
        name=name,
        place=place,
    )


def _parse_attributes(lines: Iterator[str]) -> Iterator[AttributeItem]:
    for line in lines:
        said = line.strip()
        if said == ">":
            return
        if said.startswith("<"):
            yield AttributeGroup(said[1:], tuple(_parse_attributes(lines)))
        elif said.startswith("@@"):
            class_, _, name = said[2:].partition("/")
            yield AttributeRef(class_, name)
        else:
            yield _parse_attribute(said)


def _parse_attribute(line: str) -> AttributeDef:
    match = ATTRIBUTE.fullmatch(line)
    if not match:
        raise ValueError(f"no attribute: {line!r}")
    values = None
    if match["values"] is not None:
        words = [unquote(word) if word.startswith('"') else word for word in WORD.findall(match["values"])]
        values = ValueList(LISTS[match["list"]], tuple(ValueItem(word, name=word) for word in words))
    return AttributeDef(
        match["name"],
        "opt" if match["optional"] else USAGE[match["usage"]],
        MODES[match["mode"]],
        _parse_datatype(match["datatype"]) if match["datatype"] else None,
        values,
        unquote(match["default"]) if match["default"] else None,
        match["name"],
    )


@cache
def _parse_datatype(text: str) -> Datatype:
    content = parse_content(text)
    if isinstance(content, DataRef):
        return Datatype(replace(content, times=ONCE), content.times)
    return Datatype(content)


def write_facts(schema: Schema) -> str:
    """The schema's facts in the notation; parse_facts reads them back."""
    lines = [
        f"# TEI P5 {schema.release}: names and structure of the standard, one fact a line (notation: see README.md)"
    ]
    lines += [f"M {module}" for module in schema.modules]
    for spec in schema.specs.values():
        lines.append(_spec_line(spec))
        lines += _attribute_lines(spec.attributes)
    return "\n".join(lines) + "\n"


def _spec_line(spec: Spec) -> str:
    letter = next(letter for letter, kind in KINDS.items() if kind is spec.kind)
    name = spec.ident.removeprefix(PREFIXES.get(spec.kind, ""))
    namespace = f"{{{spec.namespace}}}" if spec.namespace else ""
    head = f"{letter} {name}{namespace}" + ("" if spec.kind is Kind.DATA else f" {spec.module}")
    model = write_content(spec.content or Nothing())
    match spec.kind:
        case Kind.ELEMENT:
            return f"{head} : {' '.join(spec.classes)} = {model}"
        case Kind.MACRO | Kind.DATA:
            return f"{head} = {model}"
        case _:
            return f"{head} : {' '.join(spec.classes)}"


def _attribute_lines(items: Iterable[AttributeItem]) -> Iterator[str]:
    for item in items:
        match item:
            case AttributeGroup(org, inner):
                yield f" <{org}"
                yield from _attribute_lines(inner)
                yield " >"
            case AttributeRef(class_, name):
                yield f" @@{class_}/{name}"
            case AttributeDef():
                yield " " + _attribute_line(item)


def _attribute_line(item: AttributeDef) -> str:
    sign = {"req": "!", "rec": "~"}.get(item.usage, "")
    mode = {Mode.DELETE: "-", Mode.CHANGE: "=", Mode.REPLACE: "#", Mode.ADD: ""}[item.mode]
    words = [f"@{item.ident}{sign}{mode}" + ("o" if item.mode is Mode.CHANGE and item.usage == "opt" else "")]
    if item.datatype:
        words.append(write_content(item.datatype.content) + write_times(item.datatype.times))
    if item.values and item.values.items:
        mark = next(mark for mark, kind in LISTS.items() if kind == (item.values.kind or "open"))
        words.append(f"{mark}[{' '.join(_word(value.ident) for value in item.values.items)}]")
    if item.default is not None:
        words.append(f":={quote(item.default)}")
    return " ".join(words)


def _word(value: str) -> str:
    return value if value and not re.search(r'[\s"\]]', value) else quote(value)
