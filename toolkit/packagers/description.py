"""The description of a deposit: what the headers of its TEI files say together, and what the depositor adds."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from toolkit.files import address
from toolkit.packagers.header import ROLES, Header

TITLES_SHOWN = 3
# The keys of the file that the depositor adds: those of `tei encode --metadata`, and what catalogues ask for besides.
PLURAL = ("authors", "translators", "editors", "contributors", "funders", "languages", "keywords", "licence")
SINGLE = (
    *("title", "depositor", "written", "issued", "rights", "source", "description", "contact"),
    *("edition", "extent", "genre", "discipline"),
)
OTHER = ("subtitle", "container", "part", "published", "publisher", "place", "date", "notes")  # of the printed edition
KEYS = tuple(sorted((*PLURAL, *SINGLE, "identifiers")))
SINGULAR = {"author": "authors", "translator": "translators", "editor": "editors", "language": "languages"}
SINGLE_FIELDS = (
    *("title", "publisher", "created", "issued", "rights", "source", "description", "contact"),
    *("edition", "extent", "genre", "discipline"),
)
# Fields of the description, and of header.FIELDS, whose key is another word.
KEY_OF = {"publisher": "depositor", "created": "written", "licence name": "licence"}


@dataclass(frozen=True, slots=True)
class Party:
    """A person or body. role: "author", "editor", "translator", "contributor", "funder". identifier: a URL, or ""."""

    name: str
    role: str
    identifier: str = ""
    corporate: bool = False

    @property
    def orcid(self) -> str:
        """The ORCID without its resolver, or ""."""
        _, found, number = self.identifier.partition("//orcid.org/")
        return number if found else ""


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence. url: where its text stands, or "". name: as the header or the depositor calls it."""

    name: str
    url: str = ""

    @property
    def spdx(self) -> str:
        """The SPDX identifier of a Creative Commons or public domain licence, else ""."""
        return spdx(self.url)


@dataclass(frozen=True, slots=True)
class Description:
    """What the package says of itself, in DataCite, Dublin Core, METS and RO-Crate alike. Empty where nobody says.

    issued, created: W3C dates. languages: BCP 47. identifiers: scheme and value pairs.
    """

    title: str = ""
    parties: tuple[Party, ...] = ()
    publisher: str = ""
    issued: str = ""
    created: str = ""
    languages: tuple[str, ...] = ()
    licences: tuple[Licence, ...] = ()
    rights: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    description: str = ""
    keywords: tuple[str, ...] = ()
    source: str = ""
    contact: str = ""
    edition: str = ""
    extent: str = ""
    genre: str = ""
    discipline: str = ""

    def of_role(self, *roles: str) -> tuple[Party, ...]:
        """The parties with one of these roles, in order."""
        return tuple(party for party in self.parties if party.role in roles)

    @property
    def creators(self) -> tuple[Party, ...]:
        """Authors; where none is named, editors."""
        return self.of_role("author") or self.of_role("editor")

    @property
    def doi(self) -> str:
        """The DOI without its resolver, or ""."""
        return next((value for scheme, value in self.identifiers if scheme.upper() == "DOI"), "")

    def says(self, name: str) -> bool:
        """Whether a field (a key of header.FIELDS) has a value."""
        if name in ROLES:
            return bool(self.of_role(ROLES[name]))
        return bool(getattr(self, {"licence": "licences", "licence name": "licences"}.get(name, name)))


def describe(headers: Sequence[Header], added: Mapping[str, object] | None = None) -> Description:
    """The description of a package with these TEI files; what the depositor adds goes before what headers say."""
    described = Description(
        title=_title(headers),
        parties=_parties(headers),
        publisher=_shared(headers, "publisher"),
        issued=max((header.first("issued") for header in headers), default=""),
        created=_shared(headers, "created"),
        languages=_all(headers, "languages"),
        licences=_licences(headers),
        rights="\n".join(_all(headers, "rights")),
        identifiers=_identifiers(headers) if len(headers) == 1 else (),
        description=_shared(headers, "description"),
        keywords=_all(headers, "keywords"),
        source="\n".join(_all(headers, "source")) if len(headers) == 1 else "",
        contact=_shared(headers, "contact"),
        edition=_shared(headers, "edition"),
        extent=_shared(headers, "extent"),
        genre=_shared(headers, "genre"),
        discipline=_shared(headers, "discipline"),
    )
    return _with(described, added or {})


def parse_added(text: str) -> Mapping[str, object]:
    """What the depositor adds, from TOML or JSON. Raises ValueError with a clause for the user where it is wrong."""
    said = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    added = {SINGULAR.get(key, key): value for key, value in said.items()}
    for key, value in added.items():
        if key in OTHER:
            continue
        if key not in KEYS:
            near = get_close_matches(key, KEYS, n=1)
            raise ValueError(f"unknown key {key!r}" + (f", did you mean {near[0]!r}?" if near else ""))
        if key == "identifiers" and not isinstance(value, dict):
            raise ValueError("identifiers must be a table of schemes and values")
        if key in SINGLE and isinstance(value, (dict, list, bool)):
            raise ValueError(f"{key} must be one text")
        if key in PLURAL and not all(isinstance(entry, (str, dict)) for entry in _entries(value)):
            raise ValueError(f"{key} must be a text or a list of texts")
    return added


def key_of(name: str) -> str:
    """The key in the depositor's file that fills a field of header.FIELDS."""
    return KEY_OF.get(name, name)


def spdx(url: str) -> str:
    """The SPDX identifier of a Creative Commons URL, else ""."""
    parts = address(url)
    steps = [step for step in parts.path.split("/") if step]
    if parts.hostname not in {"creativecommons.org", "www.creativecommons.org"} or len(steps) < 3:
        return ""
    kind, code, version = steps[:3]
    if kind == "licenses":
        return f"CC-{code.upper()}-{version}"
    return {"zero": f"CC0-{version}", "mark": ""}.get(code, "")


def _title(headers: Sequence[Header]) -> str:
    titles = _all(headers, "title")
    if len(titles) <= TITLES_SHOWN:
        return "; ".join(titles)
    return f"{'; '.join(titles[:TITLES_SHOWN])}; and {len(titles) - TITLES_SHOWN} more"


def _parties(headers: Iterable[Header]) -> tuple[Party, ...]:
    found: dict[tuple[str, str], Party] = {}
    for header in headers:
        for name, role in ROLES.items():
            for said in header.statements.get(name, ()):
                reference = said.reference if said.reference.startswith("http") else ""
                party = Party(said.text, role, reference, said.corporate)
                known = found.setdefault((party.name, role), party)
                if not known.identifier and reference:
                    found[party.name, role] = party
    return tuple(found.values())


def _licences(headers: Iterable[Header]) -> tuple[Licence, ...]:
    found: dict[str, Licence] = {}
    for header in headers:
        for said in header.statements.get("licence", ()):
            url = said.text if "://" in said.text else ""
            name = spdx(url) or (header.first("licence name") or said.text)
            found.setdefault(said.text, Licence(name, url))
    return tuple(found.values())


def _identifiers(headers: Iterable[Header]) -> tuple[tuple[str, str], ...]:
    return tuple(
        _identifier(said.scheme, said.text) for header in headers for said in header.statements.get("identifiers", ())
    )


def _identifier(scheme: str, value: str) -> tuple[str, str]:
    for prefix in ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"):
        if value.startswith(prefix):
            return "DOI", value.removeprefix(prefix)
    return ("DOI", value) if scheme.upper() == "DOI" else (scheme or "other", value)


def _all(headers: Iterable[Header], name: str) -> tuple[str, ...]:
    """Every value of a field, each once, in order."""
    said = (value.text for header in headers for value in header.statements.get(name, ()))
    return tuple(dict.fromkeys(said))


def _shared(headers: Sequence[Header], name: str) -> str:
    """The value on which all files that speak agree, or ""."""
    values = {header.first(name) for header in headers} - {""}
    return values.pop() if len(values) == 1 else ""


def _with(described: Description, added: Mapping[str, object]) -> Description:
    names = [name for name in SINGLE_FIELDS if key_of(name) in added]
    changes: dict[str, object] = {name: str(added[key_of(name)]) for name in names}
    parties = described.parties
    for name, role in ROLES.items():
        if name in added:
            named = tuple(_party(entry, role) for entry in _entries(added[name]))
            parties = (*named, *(party for party in parties if party.role != role))
    changes["parties"] = parties
    for name in ("languages", "keywords"):
        if name in added:
            changes[name] = tuple(map(str, _entries(added[name])))
    if "licence" in added:
        urls = tuple(map(str, _entries(added["licence"])))
        changes["licences"] = tuple(Licence(spdx(url) or url, url if "://" in url else "") for url in urls)
    identifiers = added.get("identifiers")
    if isinstance(identifiers, dict):
        changes["identifiers"] = tuple(_identifier(scheme, str(value)) for scheme, value in sorted(identifiers.items()))
    return replace(described, **changes)  # type: ignore[arg-type]


def _entries(value: object) -> Iterable[object]:
    return value if isinstance(value, list) else [value]


def _party(entry: object, role: str) -> Party:
    if isinstance(entry, dict):
        return Party(str(entry.get("name", "")), role, str(entry.get("id", "")), bool(entry.get("corporate", False)))
    return Party(str(entry), role)
