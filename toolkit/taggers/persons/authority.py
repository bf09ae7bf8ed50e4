"""Authority files: persons whom an editor knows, as TEI (listPerson: TEI P5, 14.3.2) or CSV, read and written."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from lxml import etree

from toolkit.errors import ConfigError
from toolkit.files import reason
from toolkit.model.dates import is_date
from toolkit.model.finding import Finding
from toolkit.model.person import Person
from toolkit.taggers.persons.figures import folded
from toolkit.taggers.persons.table import COLUMNS, IDNO, rows_of

TEI = "http://www.tei-c.org/ns/1.0"
NAMESPACES: Any = {None: TEI}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
NAME = re.compile(r"[^\W\d][\w.\-]*")
SEXES = {"m": "M", "male": "M", "1": "M", "f": "F", "female": "F", "2": "F", "w": "F"}
NAME_PARTS = ("roleName", "forename", "genName", "nameLink", "surname")


def read_authority(path: Path) -> tuple[Person, ...]:
    """The persons of a TEI or CSV file, in its order; by its first character, not its suffix.

    Raises ConfigError, with the place, where the file cannot be read, an entry has no id or name, two share an id, or a
    date is none. Entities and external files that an XML file names are never read.
    """
    data = _bytes(path)
    entries = _tei(data, path) if _is_markup(data) else _csv(data, path)
    persons: dict[str, Person] = {}
    for line, person in entries:
        problem = _problem(person, persons)
        if problem:
            code, values = problem
            raise ConfigError(Finding(str(path), line, 1, code, values))
        persons[person.id] = person
    if not persons:
        raise ConfigError(Finding(str(path), 0, 0, "T306", {}))
    return tuple(persons.values())


def write_authority(persons: Iterable[Person], format: Literal["csv", "tei"]) -> bytes:
    """An authority file to correct and to use: UTF-8, in the order given; CSV by RFC 4180 with LF, or TEI."""
    return _as_csv(tuple(persons)) if format == "csv" else _as_tei(tuple(persons))


def merged_persons(persons: Iterable[Person]) -> tuple[Person, ...]:
    """Persons of the same fullest name as one, sorted by id; what two of them contradict each other in is left out.

    Two persons of different names who share an id are told apart by a number.
    """
    groups: dict[str, Person] = {}
    for person in persons:
        key = folded(person.names[0])
        groups[key] = _joined(groups[key], person) if key in groups else person
    taken: dict[str, Person] = {}
    for person in groups.values():
        identity, number = person.id, 1
        while identity in taken:
            number += 1
            identity = f"{person.id}-{number}"
        taken[identity] = replace(person, id=identity)
    return tuple(taken[identity] for identity in sorted(taken))


def _joined(one: Person, other: Person) -> Person:
    def agreed(first: str, second: str) -> str:
        return first if first == second or not second else second if not first else ""

    clashing = {k for k, v in other.identifiers.items() if one.identifiers.get(k, v) != v}
    identifiers = {k: v for k, v in {**one.identifiers, **other.identifiers}.items() if k not in clashing}
    return Person(
        one.id,
        tuple(dict.fromkeys((*one.names, *other.names))),
        one.origin,
        agreed(one.sex, other.sex),
        agreed(one.birth, other.birth),
        agreed(one.death, other.death),
        identifiers,
        ", ".join(dict.fromkeys(filter(None, (*one.source.split(", "), *other.source.split(", "))))),
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(Finding(str(path), 0, 0, "T301", {"reason": reason(error)})) from None


def _is_markup(data: bytes) -> bool:
    """Whether the first character, after any mark of byte order and white space, begins a tag, in UTF-8 or UTF-16."""
    return data[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


def _problem(person: Person, known: Mapping[str, Person]) -> tuple[str, dict[str, str]] | None:
    if not NAME.fullmatch(person.id):
        return "T302", {"id": person.id}
    if person.id in known:
        return "T303", {"id": person.id}
    if not person.names:
        return "T304", {"id": person.id}
    for date in (person.birth, person.death):
        if date and not is_date(date):
            return "T305", {"id": person.id, "date": date}
    for scheme in person.identifiers:
        if not re.fullmatch(r"\S+", scheme):
            return "T301", {"reason": f"{scheme!r}, the scheme of an identifier, is not one word"}
    return None


def _csv(data: bytes, path: Path) -> Iterator[tuple[int, Person]]:
    for line, cells in rows_of(data, path):
        if not cells["id"]:
            raise ConfigError(Finding(str(path), line, 1, "T301", {"reason": "the person of this line has no id"}))
        names = (cells["name"], *cells.get("variants", "").split("|"))
        schemes = {column: value for column, value in cells.items() if column.startswith(IDNO) and value}
        sex = cells.get("sex", "")
        yield (
            line,
            Person(
                cells["id"],
                tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip())),
                "authority",
                SEXES.get(sex.lower(), sex),
                cells.get("birth", ""),
                cells.get("death", ""),
                {column.removeprefix(IDNO): value for column, value in schemes.items()},
                path.name,
            ),
        )


def _tei(data: bytes, path: Path) -> Iterator[tuple[int, Person]]:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise ConfigError(
            Finding(
                str(path), line, max(1, column), "T301", {"reason": (error.msg or "not XML").partition(", line")[0]}
            )
        ) from None
    for entity in root.iter(etree.Entity):
        reason = f"it uses {entity.text}, an entity, and entities are not read: write its text out"
        raise ConfigError(Finding(str(path), _line(entity), 1, "T301", {"reason": reason}))
    for element in root.iter(f"{{{TEI}}}person"):
        yield _line(element), _person(element, path)


def _line(element: Any) -> int:
    return int(element.sourceline or 0)


def _person(element: etree._Element, path: Path) -> Person:
    names = [name for child in element.findall(f"{{{TEI}}}persName") for name in _names(child)]
    sex = element.get("sex") or next((s.get("value") or _text(s) for s in element.iter(f"{{{TEI}}}sex")), "")
    identifiers = {i.get("type", "id"): _text(i) for i in element.findall(f"{{{TEI}}}idno") if _text(i)}
    return Person(
        element.get(XML_ID, ""),
        tuple(dict.fromkeys(names)),
        "authority",
        SEXES.get(sex.lower(), sex),
        _date(element, "birth"),
        _date(element, "death"),
        identifiers,
        path.name,
    )


def _names(name: etree._Element) -> Iterator[str]:
    """The name in its natural order where its parts are marked, and as it is written."""
    parts = {part: [_text(e) for e in name.iter(f"{{{TEI}}}{part}")] for part in NAME_PARTS}
    if parts["surname"] and parts["forename"]:
        yield " ".join(word for part in NAME_PARTS[1:] for word in parts[part] if word)
    elif written := _text(name):
        yield written


def _text(element: etree._Element) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


def _date(person: etree._Element, event: str) -> str:
    """The date of birth or death: on the element itself, or on the date in it; "" where neither has @when."""
    for element in person.iter(f"{{{TEI}}}{event}"):
        for place in (element, *element.iter(f"{{{TEI}}}date")):
            if place.get("when"):
                return str(place.get("when")).partition("T")[0]
    return ""


def _as_csv(persons: tuple[Person, ...]) -> bytes:
    schemes = sorted({scheme for person in persons for scheme in person.identifiers})
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow((*COLUMNS, *(IDNO + scheme for scheme in schemes)))
    for p in persons:
        numbers = [p.identifiers.get(scheme, "") for scheme in schemes]
        writer.writerow((p.id, p.names[0], "|".join(p.names[1:]), p.sex, p.birth, p.death, *numbers))
    return table.getvalue().encode("utf-8")


def _as_tei(persons: tuple[Person, ...]) -> bytes:
    root = etree.Element(f"{{{TEI}}}TEI", nsmap=NAMESPACES)
    header = etree.SubElement(etree.SubElement(root, f"{{{TEI}}}teiHeader"), f"{{{TEI}}}fileDesc")
    title = etree.SubElement(etree.SubElement(header, f"{{{TEI}}}titleStmt"), f"{{{TEI}}}title")
    title.text = "Persons"
    publication = etree.SubElement(etree.SubElement(header, f"{{{TEI}}}publicationStmt"), f"{{{TEI}}}p")
    publication.text = "A draft to be corrected by an editor."
    source = etree.SubElement(etree.SubElement(header, f"{{{TEI}}}sourceDesc"), f"{{{TEI}}}p")
    source.text = "Collected from the persons' lists of TEI files."
    stand_off = etree.SubElement(root, f"{{{TEI}}}standOff")
    listed = etree.SubElement(stand_off, f"{{{TEI}}}listPerson")
    for person in persons:
        _person_element(listed, person)
    etree.indent(root)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"


def _person_element(parent: etree._Element, person: Person) -> None:
    element = etree.SubElement(parent, f"{{{TEI}}}person", {XML_ID: person.id})
    if person.sex:
        element.set("sex", person.sex)
    for name in person.names:
        etree.SubElement(element, f"{{{TEI}}}persName").text = name
    for event, date in (("birth", person.birth), ("death", person.death)):
        if date:
            etree.SubElement(element, f"{{{TEI}}}{event}", {"when": date})
    for scheme, number in sorted(person.identifiers.items()):
        etree.SubElement(element, f"{{{TEI}}}idno", {"type": scheme}).text = number
    if person.source:
        etree.SubElement(element, f"{{{TEI}}}note").text = f"in {person.source}"
