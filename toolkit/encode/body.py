"""The text: the source's characters in their order, with tags between them and notes at their anchors."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from toolkit.encode.markup import empty_tag, escaped, record, start_tag
from toolkit.encode.overlap import Piece
from toolkit.encode.placing import is_inline, place
from toolkit.encode.shape import shape
from toolkit.encode.tree import Node, grow
from toolkit.markup import FORBIDDEN
from toolkit.model.annotation import Annotation, Certainty
from toolkit.model.document import Document
from toolkit.vocabulary import VOCABULARY, Level

NUMBERED = {"div", "p"}
NAMED = {"note", "role"}


@dataclass(frozen=True, slots=True)
class Body:
    """The text element as it is written.

    xml: from the start-tag of text to its end-tag. counts: element name -> how often it stands there.
    dropped: annotations that could not be written (they cross others, or stand where TEI has no place for them).
    """

    xml: str
    counts: Mapping[str, int]
    dropped: tuple[Annotation, ...]


def write_body(document: Document, reader: str) -> Body:
    """The text element of the document; `reader` names who found the structure."""
    annotations = document.annotations
    structure = [a for a in annotations if VOCABULARY[a.kind].level >= Level.BLOCK]
    root, homeless = grow(document.source.text, structure)
    shape(root)
    pieces, lost = place(document.source.text, root, [a for a in annotations if is_inline(a)])
    points = _apart(a for a in annotations if VOCABULARY[a.kind].level == Level.POINT)
    ids = _ids(root)
    speakers = ids["role"] | {person.id for person in document.persons}
    writer = _Writer(document, reader, pieces, points, _moved(root, pieces), ids["note"], speakers)
    writer.write_text(root)
    return Body("".join(writer.out), Counter(dict(sorted(writer.counts.items()))), (*homeless, *lost))


def _ids(root: Node) -> Mapping[str, Set[str]]:
    """The ids of the nodes in the tree that keep theirs, by their kinds."""
    found: dict[str, set[str]] = {kind: set() for kind in NAMED}
    for node in root.walk():
        if node.kind in NAMED and node.annotation is not None:
            found[node.kind].add(node.annotation.id)
    return found


def _moved(root: Node, pieces: Mapping[int, Sequence[Piece]]) -> dict[str, Node]:
    """The notes that go to their anchors, by id: those whose marker stands in the text, or in another such note."""
    notes = {n.annotation.id: n for n in root.walk() if n.kind == "note" and n.annotation is not None}
    notes.pop("", None)
    anchored: dict[str, str] = {}
    for node in root.walk():
        for piece in pieces.get(id(node), ()):
            if piece.annotation.kind == "note-marker":
                target = piece.annotation.attributes.get("target", "").removeprefix("#")
                anchored.setdefault(target, _enclosing_note(node))
    return {key: note for key, note in notes.items() if key in anchored and _reachable(key, anchored)}


def _enclosing_note(node: Node | None) -> str:
    while node is not None:
        if node.kind == "note" and node.annotation is not None:
            return node.annotation.id
        node = node.parent
    return ""


def _reachable(key: str, anchored: Mapping[str, str]) -> bool:
    """Whether the way from note to enclosing note ends in the text and not in a circle."""
    seen: set[str] = set()
    while key in anchored and key not in seen:
        seen.add(key)
        key = anchored[key]
    return key not in seen


@dataclass(slots=True)
class _Writer:
    """Writes the tree from left to right; the state is where in the source it stands."""

    document: Document
    reader: str
    pieces: Mapping[int, Sequence[Piece]]
    points: Sequence[Annotation]
    moved: Mapping[str, Node]
    notes: Set[str]
    speakers: Set[str]
    out: list[str] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    numbers: Counter[str] = field(default_factory=Counter)
    placed: set[str] = field(default_factory=set)
    chains: Mapping[tuple[str, object], list[Piece]] = field(default_factory=dict)
    unwritten: frozenset[str] = frozenset()
    text: str = ""
    point: int = 0
    cursor: int = 0

    def write_text(self, root: Node) -> None:
        self.text = self.document.source.text
        self.chains = _chains(self.pieces)
        self.unwritten = _unwritten(self.document.annotations, self.pieces, self.chains)
        self.out.append(start_tag("text", {"xml:lang": self.document.language, "resp": f"#{self.reader}"}))
        before, within, after = _outer(root)
        self._all(before)
        root.start = before[-1].end if before else root.start
        root.end = after[0].start if after else root.end
        self._text_to(root.start)
        self._open("body", {})
        self._all(within)
        self._text_to(root.end)
        self.out.append("</body>")
        self._all(after)
        self._text_to(len(self.text))
        self.out.append("</text>\n")

    def _all(self, children: Iterable[Node]) -> None:
        for child in children:
            self._text_to(child.start)
            if child.holds_text:
                self._block(child)
            else:
                self._division(child)

    def _division(self, node: Node) -> None:
        self._text_to(node.start)
        name = VOCABULARY[node.kind].element
        self._open(name, self._attributes(node))
        self._all(node.children)
        self._text_to(node.end)
        self.out.append(f"</{name}>")

    def _block(self, node: Node) -> None:
        if node.annotation is not None and node.annotation.id in self.moved:
            self.out.append(record("moved", node.annotation.id))
            self._skip_to(node.end)
        else:
            self._content(node)

    def _content(self, node: Node) -> None:
        """A block and what is in it: text, inline elements, inner blocks."""
        name = VOCABULARY[node.kind].element
        self._open(name, self._attributes(node))
        open_pieces: list[Piece] = []
        items: Sequence[Piece | Node] = self.pieces.get(id(node), ())
        if node.children:
            items = sorted([*items, *node.children], key=lambda item: (item.start, -item.end))
        for item in items:
            self._close(open_pieces, item.start)
            self._text_to(item.start)
            if isinstance(item, Piece):
                self._open(VOCABULARY[item.annotation.kind].element, self._inline_attributes(item))
                open_pieces.append(item)
            elif item.holds_text:
                self._block(item)
            else:
                self._division(item)
        self._close(open_pieces, node.end)
        self._text_to(node.end)
        self.out.append(f"</{name}>")

    def _close(self, open_pieces: list[Piece], until: int) -> None:
        while open_pieces and open_pieces[-1].end <= until:
            piece = open_pieces.pop()
            self._text_to(piece.end)
            self.out.append(f"</{VOCABULARY[piece.annotation.kind].element}>")
            if piece.annotation.kind == "note-marker":
                self._note_at_anchor(piece.annotation.attributes.get("target", "").removeprefix("#"))

    def _note_at_anchor(self, key: str) -> None:
        """The note, written where its marker stands, while the place in the source is kept."""
        note = self.moved.get(key)
        if note is None or key in self.placed:
            return
        self.placed.add(key)
        place = self.cursor, self.point
        self.cursor = note.start
        self.point = bisect_left(self.points, note.start, key=_place)
        self._content(note)
        self.cursor, self.point = place

    def _open(self, name: str, attributes: Mapping[str, str]) -> None:
        self.counts[name] += 1
        self.out.append(start_tag(name, attributes))

    def _skip_to(self, offset: int) -> None:
        while self.point < len(self.points) and _place(self.points[self.point]) < offset:
            self.point += 1
        self.cursor = offset

    def _text_to(self, offset: int) -> None:
        """The source's characters up to `offset`, with the points among them."""
        text = self.text
        while self.point < len(self.points):
            point = self.points[self.point]
            place = _place(point)
            if place > offset or (place == offset and _has_text(point)):
                break
            self.out.append(escaped(text[self.cursor : place]))
            self.cursor = max(self.cursor, place)
            self._point(point)
            self.point += 1
        if self.cursor < offset:
            self.out.append(escaped(text[self.cursor : offset]))
            self.cursor = offset

    def _point(self, point: Annotation) -> None:
        row = VOCABULARY[point.kind]
        attributes = {**row.attributes, **point.attributes}
        text = self.text[point.start : point.end] if _has_text(point) else ""
        self.counts[row.element] += 1
        if point.kind == "omitted" and not FORBIDDEN.search(text):
            self.out.append(f"{start_tag(row.element, attributes)}{escaped(text)}</{row.element}>")
        else:
            self.out.append(empty_tag(row.element, attributes) + (record("omitted", text) if text else ""))
        self.cursor = point.end if text else self.cursor

    def _attributes(self, node: Node) -> dict[str, str]:
        """A structural element's attributes; a guess says who guessed, the rest is the reader's as text/@resp says."""
        attributes = dict(VOCABULARY[node.kind].attributes)
        if node.kind in NUMBERED:
            self.numbers[node.kind] += 1
            attributes["xml:id"] = f"{node.kind}-{self.numbers[node.kind]}"
        annotation = node.annotation
        if annotation is None:
            return attributes
        if annotation.kind in NAMED and annotation.id:
            attributes["xml:id"] = annotation.id
        attributes |= annotation.attributes
        if node.kind == "sp" and attributes.get("who", "#")[1:] not in self.speakers:
            attributes.pop("who", None)
        if annotation.cert is not Certainty.HIGH or annotation.kind == "note":
            attributes = {**attributes, "resp": attributes.get("resp", f"#{annotation.by}"), "cert": annotation.cert}
        return attributes

    def _inline_attributes(self, piece: Piece) -> dict[str, str]:
        annotation = piece.annotation
        attributes = {**VOCABULARY[annotation.kind].attributes, **self._links(piece), **annotation.attributes}
        if annotation.kind == "note-marker" and attributes.get("target", "#")[1:] not in self.notes:
            attributes.pop("target", None)
        if attributes.get("corresp", "#")[1:] in self.unwritten:
            attributes.pop("corresp")
        if annotation.by != self.reader or annotation.cert is not Certainty.HIGH:
            attributes |= {"resp": f"#{annotation.by}", "cert": annotation.cert}
        return attributes

    def _links(self, piece: Piece) -> dict[str, str]:
        """@xml:id, @next and @prev of the parts of one thing."""
        chain = self.chains.get(_chain_key(piece))
        if chain is None:
            return {"xml:id": piece.annotation.id}
        place = chain.index(piece)
        name = f"{VOCABULARY[piece.annotation.kind].element}-{chain[0].owner + 1}"
        links = {"xml:id": f"{name}.{place + 1}"}
        if place > 0:
            links["prev"] = f"#{name}.{place}"
        if place < len(chain) - 1:
            links["next"] = f"#{name}.{place + 2}"
        return links


def _outer(root: Node) -> tuple[list[Node], list[Node], list[Node]]:
    """What stands before the body (up to the front matter), in it, and from the back matter on."""
    kinds = [child.kind for child in root.children]
    first = kinds.index("front") + 1 if "front" in kinds else 0
    last = kinds.index("back") if "back" in kinds else len(kinds)
    return root.children[:first], root.children[first:last], root.children[last:]


def _place(point: Annotation) -> int:
    """Where a point's element stands: a divided word's line begins after its hyphen and line end."""
    return point.end if point.kind == "hyphenation" else point.start


def _apart(points: Iterable[Annotation]) -> list[Annotation]:
    """The points in the order of their elements; one that begins amid characters already omitted is left out."""
    kept: list[Annotation] = []
    omitted = 0
    for point in sorted(points, key=_place):
        if point.kind == "hyphenation":
            kept.append(point)
        elif point.start >= omitted:
            kept.append(point)
            omitted = max(omitted, point.end)
    return kept


def _has_text(point: Annotation) -> bool:
    """Whether a point stands for characters of its own, which belong to what begins where it begins."""
    return point.kind != "hyphenation" and point.start < point.end


def _chain_key(piece: Piece) -> tuple[str, object]:
    annotation = piece.annotation
    return annotation.kind, annotation.group or piece.owner


def _chains(pieces: Mapping[int, Iterable[Piece]]) -> Mapping[tuple[str, object], list[Piece]]:
    """The parts of one thing, in the order of the text: pieces of one annotation, or of annotations of one group."""
    placed = [piece for block in pieces.values() for piece in block]
    owners = Counter([piece.owner for piece in placed])
    chains: dict[tuple[str, object], list[Piece]] = defaultdict(list)
    for piece in placed:
        if piece.annotation.group or owners[piece.owner] > 1:
            chains[_chain_key(piece)].append(piece)
    parted = {key: chain for key, chain in chains.items() if len(chain) > 1}
    return {key: sorted(chain, key=lambda piece: (piece.start, piece.end)) for key, chain in parted.items()}


def _unwritten(
    annotations: Iterable[Annotation],
    pieces: Mapping[int, Iterable[Piece]],
    chains: Mapping[tuple[str, object], Sequence[Piece]],
) -> frozenset[str]:
    """The ids of inline annotations that are no @xml:id in the text: dropped, or cut into parts with numbers."""
    named = (piece for block in pieces.values() for piece in block if piece.annotation.id)
    whole = {piece.annotation.id for piece in named if _chain_key(piece) not in chains}
    return frozenset(a.id for a in annotations if a.id and is_inline(a)) - whole
