"""Fidelity: is every word of a document in its renderings exactly once, in order, whole, and apart from its neighbours?

Each word of text and sourceDoc is replaced by a token that stands nowhere else; the document is rendered; the
tokens of the rendering are counted. `make fidelity DOCS="letters/*.xml"` prints a line for each document and output:

    lost     tokens that are not in the rendering
    doubled  tokens that are there more than once
    moved    tokens out of order (notes and readings move to the end; nothing else may)
    glued    tokens of two blocks that run together
    torn     tokens of one word that came apart

The exit status is 1 where anything but notes and readings is not as it should be.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lxml import etree, html

from toolkit.renderers import renderer
from toolkit.renderers.options import CHOICES

ID = "{http://www.w3.org/XML/1998/namespace}id"
LETTERS = "abcdefghijklmnop"
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
TOKEN = re.compile(r"zq([a-p]{5})x")
# Elements of which each stands on its own line or in its own cell; two of them never share a word.
BLOCK_NAMES = """
    ab addrLine argument bibl biblStruct body byline castItem cell cit closer dateline div div1 div2 div3 div4 entry
    epigraph figDesc head item l label lb lg line list note opener org p pb person place postscript quote rdg lem row
    salute signed sp speaker stage surface titlePart trailer u zone
"""
BLOCKS = frozenset(BLOCK_NAMES.split())
# What may hold a part of a word.
INLINE_NAMES = "abbr add c corr damage del emph ex expan g hi m orig reg seg sic supplied unclear"
INLINES = frozenset(INLINE_NAMES.split())
# What is set apart from the place where it stands; what a transpose names is read in another order.
APART = frozenset({"note", "app", "choice", "index", "transpose"})
# What a choice of the reader leaves out.
LEFT_OUT = {
    ("reading", "clear"): frozenset({"del", "delSpan", "surplus", "secl"}),
    ("notes", "none"): frozenset({"note", "index"}),
    ("apparatus", "none"): frozenset({"app", "choice"}),
}
# What is not text to read.
SILENT = frozenset({"binaryObject"})


@dataclass
class Tokens:
    """A document's words as tokens: element path and block (by its number) of each, and which touch the word before."""

    blocks: list[int] = field(default_factory=list)
    paths: list[tuple[str, ...]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    joined: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Verdict:
    """What became of the tokens in one rendering."""

    tokens: int
    lost: list[int]
    doubled: list[int]
    moved: list[int]
    glued: list[int]
    torn: list[int]

    @property
    def faults(self) -> int:
        """How many tokens are not as they should be."""
        return len(self.lost) + len(self.doubled) + len(self.moved) + len(self.glued) + len(self.torn)


def token(number: int) -> str:
    """The token of this number: letters only, so that no renderer takes it for a number or a mark."""
    return "zq" + "".join(LETTERS[number >> shift & 15] for shift in (16, 12, 8, 4, 0)) + "x"


def number(letters: str) -> int:
    """The number of a token's letters."""
    value = 0
    for letter in letters:
        value = value << 4 | LETTERS.index(letter)
    return value


def tokenised(tree: etree._ElementTree) -> Tokens:
    """The document's tokens; its words are replaced in place."""
    found = Tokens()
    state = {"touching": False}
    transposed = pointed_at(tree, "transpose/ptr", "target")
    deleted: list[str] = []  # where the deletions end that are open

    def replace(text: str | None, path: tuple[str, ...]) -> str | None:
        if not text or SILENT & set(path):
            return text

        def one(match: re.Match[str]) -> str:
            index = len(found.words)
            found.words.append(match[0])
            found.paths.append(path)
            found.blocks.append(open_blocks[-1])
            if state["touching"] and match.start() == 0:
                found.joined.add(index)
            state["touching"] = match.end() == len(text)
            return token(index)

        replaced = WORD.sub(one, text)
        if not TOKEN.search(replaced) or not TOKEN.fullmatch(replaced[-8:]):
            state["touching"] = False
        return replaced

    def path_of(names: list[str]) -> tuple[str, ...]:
        return (*names, *["delSpan"][: len(deleted)])

    root = tree.getroot()
    names: list[str] = []
    open_blocks = [0]
    opened = 0
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            name = etree.QName(node).localname
            names.append("transpose" if node.get(ID) in transposed else name)
            if name == "delSpan" and node.get("spanTo"):
                deleted.append(node.get("spanTo"))
            if name in BLOCKS:
                opened += 1
                open_blocks.append(opened)
            if name not in INLINES or names[-2:-1] == ["choice"] or "egXML" in names:
                state["touching"] = False
            if {"text", "sourceDoc"} & set(names):
                node.text = replace(node.text, path_of(names))
        else:
            if event == "end":
                names.pop()
                name = etree.QName(node).localname
                deleted = [end for end in deleted if end != f"#{node.get(ID)}"]
                if name in BLOCKS:
                    open_blocks.pop()
                if name not in INLINES:
                    state["touching"] = False
            if {"text", "sourceDoc"} & set(names):
                node.tail = replace(node.tail, path_of(names))
    return found


def pointed_at(tree: etree._ElementTree, path: str, attribute: str) -> frozenset[str]:
    """The ids to which an attribute of these elements points."""
    steps = "/".join("{*}" + step for step in path.split("/"))
    return frozenset(element.get(attribute, "").removeprefix("#") for element in tree.iterfind(f".//{steps}"))


def visible(rendering: bytes, suffix: str) -> str:
    """The text that a rendering shows."""
    if suffix == ".json":
        return "\n".join(texts(json.loads(rendering)))
    if suffix != ".html":
        return rendering.decode("utf-8")
    page = html.fromstring(rendering.decode("utf-8"), parser=html.HTMLParser(huge_tree=True))
    body = page.find("body")
    for hidden in list(body.iter("script", "style", "template")):
        hidden.text = None
    return "".join(body.itertext())


def texts(part: dict[str, Any]) -> Iterator[str]:
    """The text of a rendering in JSON, and those of its notes and of theirs."""
    yield part["text"]
    for note in part["notes"]:
        yield from texts(note)


def judge(found: Tokens, text: str, options: Mapping[str, str] = MappingProxyType({})) -> Verdict:
    """What became of the tokens in a rendering's visible text; options: those of the rendering."""
    optional = SILENT.union(*(names for choice, names in LEFT_OUT.items() if choice in options.items()))
    matches = [(number(match[1]), match.start(), match.end()) for match in TOKEN.finditer(text)]
    counts = Counter(index for index, _, _ in matches)
    silent = [index for index, path in enumerate(found.paths) if optional & set(path)]
    lost = [index for index in range(len(found.words)) if not counts[index] and index not in silent]
    doubled = [index for index, count in counts.items() if count > 1]
    settled = [index for index, _, _ in matches if not APART & set(found.paths[index])]
    moved = out_of_order(list(dict.fromkeys(settled)))
    glued, torn = [], []
    for (one, _, end), (two, start, _) in pairwise(matches):
        if end == start and found.blocks[one] != found.blocks[two]:
            glued.append(two)
        if two == one + 1 and two in found.joined and re.search(r"\s", text[end:start]):
            torn.append(two)
    return Verdict(len(found.words), lost, doubled, moved, glued, torn)


def out_of_order(indices: list[int]) -> list[int]:
    """Those outside the longest increasing run."""
    tails: list[int] = []
    for index in indices:
        place = bisect_left(tails, index)
        tails[place : place + 1] = [index]
    return [0] * (len(indices) - len(tails))


def main() -> int:
    """Judge each document in each output; print a line for each, and where the faults are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", nargs="+", type=Path)
    parser.add_argument("--to", default="html,text", help="outputs, parted by commas")
    for name, values in CHOICES.items():
        parser.add_argument(f"--{name}", default=values[0], choices=values)
    parser.add_argument("--faults-only", action="store_true", help="name only documents with faults")
    given = parser.parse_args()
    options = {name: getattr(given, name) for name in CHOICES}
    worst = 0
    for path in (
        file for place in given.docs for file in (sorted(place.rglob("*.xml")) if place.is_dir() else [place])
    ):
        parsing = etree.XMLParser(huge_tree=True, collect_ids=False, resolve_entities=True, no_network=True)
        tree = etree.parse(str(path), parsing)
        found = tokenised(tree)
        tei = etree.tostring(tree.getroot(), encoding="utf-8")
        for name in given.to.split(","):
            output = renderer(name, **options)
            rendering, findings = output.render(tei, str(path))
            verdict = judge(found, visible(rendering, output.suffix), options)
            worst = max(worst, verdict.faults)
            if verdict.faults or not given.faults_only:
                sys.stdout.write(line(path, name, verdict, found) + f" unhandled={len(findings)}\n")
    return 1 if worst else 0


def line(path: Path, name: str, verdict: Verdict, found: Tokens) -> str:
    """One document's verdict, with the elements in which most faults lie."""
    kinds = {
        "lost": verdict.lost,
        "doubled": verdict.doubled,
        "moved": verdict.moved,
        "glued": verdict.glued,
        "torn": verdict.torn,
    }
    numbers = " ".join(f"{kind}={len(indices)}" for kind, indices in kinds.items())
    where = Counter(
        "/".join(found.paths[index][-3:]) for kind in ("lost", "doubled", "glued", "torn") for index in kinds[kind]
    )
    return f"{path.name} {name}: {verdict.tokens} words, {numbers} {dict(where.most_common(5)) or ''}"


if __name__ == "__main__":
    sys.exit(main())
