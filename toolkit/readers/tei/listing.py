"""The persons whom a TEI file lists itself: known persons, to whom new tags of its text lead."""

from __future__ import annotations

from toolkit.model.person import Person
from toolkit.trees import parse_tree

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def listed(tei: bytes, path: str) -> tuple[Person, ...]:
    """Every person of a listPerson that has an id and a name, in the order of the file at `path`.

    Raises InputError where its elements are nested more deeply than any parser follows.
    """
    found: dict[str, Person] = {}
    for person in parse_tree(tei, path).iter(f"{TEI}person"):
        names = (" ".join("".join(map(str, name.itertext())).split()) for name in person.findall(f"{TEI}persName"))
        known = tuple(dict.fromkeys(name for name in names if name))
        key = person.get(XML_ID)
        if key and known:
            found.setdefault(key, Person(key, known, "authority", sex=person.get("sex") or ""))
    return tuple(found.values())
