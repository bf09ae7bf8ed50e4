"""Insertion: new tags go into the bytes of a TEI file that exists already; every other byte stays as it is.

A new tag gives way to what is there: it never overlaps a tag of its own family, never crosses an element, and is left
out where the element around it has no place for it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from toolkit.encode.header import Application
from toolkit.encode.markup import element, start_tag
from toolkit.encode.standoff import used, write_person
from toolkit.model.annotation import Annotation
from toolkit.model.marked import Element, Marked
from toolkit.model.person import Person
from toolkit.vocabulary import QUOTATIONS, VOCABULARY

FAMILIES = (
    frozenset({"persName", "name", "rs", "person"}),
    frozenset({"date", "time"}),
    frozenset({"q", "said", "quote", "soCalled", "mentioned"}),
    frozenset({"foreign"}),
)
# Elements whose content may hold phrases; those in INTER may hold quotations as well (TEI P5, 1.4).
INTER = frozenset(
    {"p", "head", "l", "ab", "note", "item", "cell", "q", "said", "quote", "hi", "emph", "seg", "title", "salute", "u"}
    | {"titlePart", "add", "corr", "reg", "stage", "unclear", "supplied", "sic", "orig", "damage", "s"}
)
PHRASE = INTER | {
    "dateline",
    "signed",
    "closer",
    "opener",
    "byline",
    "foreign",
    "label",
    "speaker",
    "trailer",
    "soCalled",
}
BLOCKS = frozenset({"p", "div", "lg", "l", "list", "item", "table", "head", "ab", "sp", "body", "front", "back", "row"})


@dataclass(frozen=True, slots=True)
class Inserted:
    """The file with new tags. counts: element name -> new ones. left_out: annotations that found no place."""

    tei: bytes
    counts: Mapping[str, int]
    left_out: tuple[Annotation, ...]


def insert(
    marked: Marked, annotations: Iterable[Annotation], persons: Iterable[Person], applications: Iterable[Application]
) -> Inserted:
    """Put the annotations, the persons they refer to and the applications that made them into the file."""
    placing = _Placing(marked)
    kept: list[Annotation] = []
    left_out: list[Annotation] = []
    for annotation in sorted(annotations, key=lambda a: (a.start, -a.end, -VOCABULARY[a.kind].rank)):
        place = placing.place(annotation)
        if place is None:
            left_out.append(annotation)
        elif place:
            kept.append(annotation)
            placing.add(annotation, *place)
    references = [v for a in kept for k, v in a.attributes.items() if k in ("ref", "who")]
    additions = placing.additions(_linked(kept, marked.ids))
    additions += _persons(marked, used(persons, references)) + _applications(marked, kept, applications)
    counts = Counter(VOCABULARY[annotation.kind].element for annotation in kept)
    return Inserted(_with(marked, additions), counts, tuple(left_out))


@dataclass(slots=True)
class _Placing:
    """Where new tags may stand among the elements, and those placed so far (in order of their start)."""

    marked: Marked
    taken: list[tuple[Annotation, int, int]] = field(default_factory=list)
    open_until: list[Annotation] = field(default_factory=list)
    reach: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        farthest = 0
        for item in self.marked.elements:
            farthest = max(farthest, item.end)
            self.reach.append(farthest)

    def near(self, start: int, end: int) -> list[Element]:
        """The elements that share a character with the stretch, those around it first."""
        first = bisect_right(self.reach, start)
        last = bisect_left(self.marked.elements, end, key=lambda e: e.start)
        return [e for e in self.marked.elements[first:last] if e.end > start and e.start < e.end]

    def place(self, annotation: Annotation) -> tuple[int, int] | tuple[()] | None:
        """The bytes for the tags; () where such a tag is there already; None where the markup has no place for it."""
        start, end, kind = annotation.start, annotation.end, annotation.kind
        name = VOCABULARY[kind].element
        near = self.near(start, end)
        family = next((names for names in FAMILIES if name in names), frozenset({name}))
        if any(e.name in family and not _around(e, start, end, name) for e in near):
            return ()
        inside = [e for e in near if start <= e.start and e.end <= end and (e.start, e.end) != (start, end)]
        around = [e for e in near if e.start <= start and end <= e.end]
        crossing = len(inside) + len(around) < len(near)
        if crossing or not around or any(e.name in BLOCKS for e in inside) or self._crosses(annotation):
            return None
        parent = around[-1].name
        if parent not in (INTER if kind in QUOTATIONS and kind != "so-called" else PHRASE):
            return None
        first = min([self.marked.byte_at(start), *(e.before for e in inside if e.start == start)])
        last = max([self.marked.byte_after(end - 1), *(e.after for e in inside if e.end == end)])
        return first, last

    def _crosses(self, annotation: Annotation) -> bool:
        """Whether it crosses a new tag, or stands in one that may not hold it."""
        self.open_until = [a for a in self.open_until if a.end > annotation.start]
        if any(a.end < annotation.end for a in self.open_until):
            return True
        quotation = annotation.kind in QUOTATIONS and annotation.kind != "so-called"
        return quotation and any(VOCABULARY[a.kind].phrase for a in self.open_until)

    def add(self, annotation: Annotation, first: int, last: int) -> None:
        self.taken.append((annotation, first, last))
        self.open_until.append(annotation)

    def additions(self, links: Mapping[int, Mapping[str, str]]) -> list[tuple[int, int, str]]:
        """What to write at which byte, with a number that puts end-tags before start-tags, inner ends first."""
        written: list[tuple[int, int, str]] = []
        for number, (annotation, first, last) in enumerate(self.taken):
            row = VOCABULARY[annotation.kind]
            attributes = {**row.attributes, **links.get(id(annotation), {}), **annotation.attributes}
            attributes |= {"resp": f"#{annotation.by}", "cert": annotation.cert}
            written.append((first, number, start_tag(row.element, attributes)))
            written.append((last, -number - 1, f"</{row.element}>"))
        return written


def _around(element: Element, start: int, end: int, name: str) -> bool:
    """Whether an element of the same family holds the stretch as a larger whole: quotations nest, names do not."""
    holds = element.start <= start and end <= element.end and (element.start, element.end) != (start, end)
    return holds and name in FAMILIES[2]


def _linked(kept: Iterable[Annotation], ids: frozenset[str]) -> dict[int, dict[str, str]]:
    """@xml:id, @next and @prev for annotations of one group, by id()."""
    groups: dict[tuple[str, str], list[Annotation]] = {}
    for annotation in kept:
        if annotation.group:
            groups.setdefault((annotation.kind, annotation.group), []).append(annotation)
    links: dict[int, dict[str, str]] = {}
    number = 0
    for (kind, _), parts in groups.items():
        if len(parts) < 2:
            continue
        number += 1
        while f"{VOCABULARY[kind].element}-{number}.1" in ids:
            number += 1
        names = [f"{VOCABULARY[kind].element}-{number}.{place}" for place in range(1, len(parts) + 1)]
        for place, part in enumerate(parts):
            links[id(part)] = {
                "xml:id": names[place],
                "prev": f"#{names[place - 1]}" if place else "",
                "next": f"#{names[place + 1]}" if place + 1 < len(parts) else "",
            }
    return links


def _persons(marked: Marked, persons: Iterable[Person]) -> list[tuple[int, int, str]]:
    """The persons who are not listed yet, at the end of the list that there is, or in a standOff of their own."""
    entries = [f"{write_person(p)}\n" for p in sorted(persons, key=lambda p: p.id) if p.id not in marked.ids]
    if not entries:
        return []
    if "/listPerson" in marked.marks:
        return [(marked.marks["/listPerson"], 0, "".join(entries))]
    listing = f"<listPerson>\n{''.join(entries)}</listPerson>\n"
    if "/standOff" in marked.marks:
        return [(marked.marks["/standOff"], 0, listing)]
    return [(marked.marks["text"], 0, f"<standOff>\n{listing}</standOff>\n")]


def _applications(
    marked: Marked, kept: Iterable[Annotation], applications: Iterable[Application]
) -> list[tuple[int, int, str]]:
    """The applications that set a tag here and that the header does not name yet."""
    names = {annotation.by for annotation in kept}
    entries = ""
    for application in applications:
        if application.ident in names and application.ident not in marked.ids:
            key = {"ident": application.ident, "version": application.version, "xml:id": application.ident}
            entries += f"{start_tag('application', key)}{element('label', application.title)}</application>\n"
    if not entries:
        return []
    if "/appInfo" in marked.marks:
        return [(marked.marks["/appInfo"], 0, entries)]
    listing = f"<appInfo>\n{entries}</appInfo>\n"
    if "/encodingDesc" in marked.marks:
        return [(marked.marks["/encodingDesc"], 0, listing)]
    if "/fileDesc" in marked.marks:
        at = marked.data.index(">".encode(marked.encoding), marked.marks["/fileDesc"]) + len(
            ">".encode(marked.encoding)
        )
        return [(at, 0, f"\n<encodingDesc>\n{listing}</encodingDesc>")]
    return []


def _with(marked: Marked, additions: Iterable[tuple[int, int, str]]) -> bytes:
    """The bytes of the file with the additions; at one byte end-tags stand first."""
    parts: list[bytes] = []
    done = 0
    for place, _, text in sorted(additions, key=lambda addition: addition[:2]):
        parts.append(marked.data[done:place])
        parts.append(text.encode(marked.encoding, "xmlcharrefreplace"))
        done = place
    parts.append(marked.data[done:])
    return b"".join(parts)
