"""The document's list of persons (TEI P5, 14.3.2), in standOff: one entry a person, names as the text spells them."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.encode.markup import element, empty_tag, start_tag
from toolkit.model.person import Person


def write_standoff(persons: Iterable[Person]) -> str:
    """The standOff element with a listPerson sorted by id; "" where there are no persons."""
    entries = [write_person(person) for person in sorted(persons, key=lambda person: person.id)]
    if not entries:
        return ""
    return "\n".join(["<standOff>", "<listPerson>", *entries, "</listPerson>", "</standOff>", ""])


def write_person(person: Person) -> str:
    """The entry of one person."""
    attributes = {"xml:id": person.id, "sex": person.sex}
    main, *variants = person.names
    parts = [
        element("persName", main, type="main"),
        *(element("persName", name, type="variant") for name in variants),
        empty_tag("birth", {"when": person.birth}) if person.birth else "",
        empty_tag("death", {"when": person.death}) if person.death else "",
        *(element("idno", value, type=scheme) for scheme, value in sorted(person.identifiers.items())),
        element("note", person.source, type="source"),
    ]
    return f"{start_tag('person', attributes)}{''.join(parts)}</person>"


def used(persons: Iterable[Person], references: Iterable[str]) -> tuple[Person, ...]:
    """The persons to whom a pointer of the text leads."""
    wanted = {pointer.removeprefix("#") for value in references for pointer in value.split()}
    return tuple(person for person in persons if person.id in wanted)
