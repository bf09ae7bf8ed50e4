"""The road: bytes -> Source -> Document -> TEI, proved and checked. What joins two rooms stands here.

read -> tag -> write (the ledger holds, or nothing is returned) -> check (valid, or nothing is returned)
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from toolkit import plugins
from toolkit.codes import message
from toolkit.config import Settings
from toolkit.encode import Application, Difference, Encoded, Ledger, difference, insert, ledger, write_tei
from toolkit.errors import ConfigError, InternalError
from toolkit.files import read_file
from toolkit.model.annotation import Annotation
from toolkit.model.document import Document, Tagging
from toolkit.model.finding import Finding
from toolkit.model.metadata import LANGUAGE_TAG, Metadata
from toolkit.model.person import Person
from toolkit.model.ports import Reader, Tagger
from toolkit.readers import tei as tei_reader
from toolkit.readers.metadata import beside, read_metadata
from toolkit.taggers.persons.authority import read_authority
from toolkit.taggers.persons.voters import SpacyVoter, Voter
from toolkit.validation import Judge, Options
from toolkit.version import __version__

NOTES = ("note", "note-marker", "note-label")
CHOICES = ("notes",)
MODELS = ("default", "none")


@dataclass(frozen=True, slots=True)
class Road:
    """What every document of a run goes through: the reader, the taggers in their order, and what they were given.

    findings: what is to be said once a run.
    """

    reader: Reader
    taggers: tuple[Tagger, ...]
    settings: Settings
    persons: tuple[Person, ...] = ()
    notes: bool = True
    voters: tuple[Voter, ...] = ()
    findings: tuple[Finding, ...] = ()


def road(settings: Settings) -> Road:
    """The road that the settings describe; models and authority files are loaded once.

    Raises ConfigError where the settings name a tagger, a model, a voter or a way with ranges that is not there, an
    authority file that cannot be used, or a language by something else than its tag.
    """
    known = plugins.names(plugins.TAGGERS)
    _check(settings, known)
    persons = _known(settings.authority) if settings.authority else ()
    wanted = [name for name in known if not settings.only or name in settings.only]
    voters, findings = _voters(settings.voters if "persons" in wanted else ())
    taggers = [_tagger(name, settings, persons, voters) for name in wanted]
    notes = not settings.only or "notes" in settings.only
    return Road(plugins.reader("plain"), in_turn(taggers), settings, persons, notes, voters, findings)


def _check(settings: Settings, taggers: Sequence[str]) -> None:
    """Raise ConfigError (C009) where a setting has a value that it cannot have."""
    if settings.language and not LANGUAGE_TAG.fullmatch(settings.language):
        raise _no_choice("--lang", settings.language, "tags of BCP 47, such as en, de or grc")
    if settings.model not in MODELS:
        raise _no_choice("--model", settings.model, ", ".join(MODELS))
    choices = sorted((*taggers, *CHOICES))
    for name in settings.only:
        if name not in choices:
            raise _no_choice("--only", name, ", ".join(choices))


def _no_choice(option: str, value: str, choices: str) -> ConfigError:
    return ConfigError(Finding("tei", 0, 0, "C009", {"option": option, "value": value, "choices": choices}))


def _tagger(name: str, settings: Settings, persons: tuple[Person, ...], voters: tuple[Voter, ...]) -> Tagger:
    return plugins.tagger(name, authority=persons, model=settings.model, voters=voters, ranges=settings.ranges)


def _voters(names: tuple[str, ...]) -> tuple[tuple[Voter, ...], tuple[Finding, ...]]:
    """The spaCy pipelines of these names; none, and a warning, where spaCy is not installed."""
    try:
        return tuple(SpacyVoter(name) for name in names), ()
    except ImportError:
        return (), (Finding("tei", 0, 0, "T308", {"names": ", ".join(names)}),)


def _known(files: Iterable[Path]) -> tuple[Person, ...]:
    return tuple(person for path in files for person in read_authority(path))


def in_turn(taggers: Iterable[Tagger]) -> tuple[Tagger, ...]:
    """The taggers, each after those whose tags it looks at, else by name."""
    waiting = sorted(taggers, key=lambda tagger: tagger.name)
    present = {tagger.name for tagger in waiting}
    ordered: list[Tagger] = []
    while waiting:
        done = {tagger.name for tagger in ordered}
        ready = next((t for t in waiting if set(t.after) & present <= done), waiting[0])
        waiting.remove(ready)
        ordered.append(ready)
    return tuple(ordered)


def read(
    path: Path, settings: Settings, *, reader: Reader, metadata: Path | None = None, data: bytes | None = None
) -> Document:
    """Read a source with its metadata: the file named, or the one that stands beside it. data: its bytes, if at hand.

    Raises InputError where the source, ConfigError where the metadata cannot be read.
    """
    facts = metadata or beside(path)
    said = read_metadata(facts) if facts else Metadata()
    language = settings.language or (said.languages[0] if said.languages else "")
    data = read_file(path) if data is None else data
    document = reader.read(data, str(path), encoding=settings.encoding, language=language)
    return replace(document, metadata=said)


def tag(document: Document, taggers: Sequence[Tagger]) -> Document:
    """The document with what each tagger says of it."""
    for tagger in taggers:
        document = document.with_tagging(_compatible(tagger.tag(document), document))
    return document


def _compatible(tagging: Tagging, document: Document) -> Tagging:
    """The tagging without names that are part of a date already found: June is a month there, and nobody's name."""
    dates = document.of_kind("date")
    if not dates or not any(a.kind == "person" for a in tagging.annotations):
        return tagging
    starts = [date.start for date in dates]

    def in_date(annotation: Annotation) -> bool:
        index = bisect_right(starts, annotation.start) - 1
        return annotation.kind == "person" and index >= 0 and annotation.end <= dates[index].end

    return replace(tagging, annotations=tuple(a for a in tagging.annotations if not in_date(a)))


def encode(path: Path, way: Road, *, metadata: Path | None = None) -> Encoded:
    """Encode one source: proved by the ledger and valid, or an exception and nothing.

    A source that is TEI already, by its suffix or by its root, is enriched (see `enrich`). Raises InputError for a
    source that cannot be read, InternalError where the toolkit breaks its own promise.
    """
    data = read_file(path)
    if path.suffix.lower() in (".xml", ".tei") or tei_reader.is_tei(data):
        return enrich(data, path, way)
    document = read(path, way.settings, reader=way.reader, metadata=metadata, data=data)
    if not way.notes:
        document = _without_notes(document)
    document = tag(document, way.taggers)
    applications = [_application(way.reader, "finds the structure of plain text"), *map(_application, way.taggers)]
    encoded = write_tei(document, applications, reader=way.reader.name, version=__version__, when=encoding_date())
    _prove_valid(encoded, document)
    return replace(encoded, findings=(*document.findings, *encoded.findings))


def enrich(data: bytes, path: Path, way: Road) -> Encoded:
    """Add what the settings ask for to the TEI file whose bytes these are; its own tags win, every other byte stays.

    Raises InputError where the file is no TEI, InternalError where a character of the text would change.
    """
    again = [tagger.name for tagger in way.taggers]
    document, marked = tei_reader.read(data, str(path), language=way.settings.language, again=again)
    if not way.settings.only:
        findings: tuple[Finding, ...] = (Finding(str(path), 0, 0, "E012"),)
        return Encoded(data, {}, Ledger(document.source.text, len(document.source.text), 0, 0), findings)
    tagged = tag(document, _knowing(document.persons, way))
    new = [a for a in tagged.annotations if a.by != tei_reader.NAME]
    inserted = insert(marked, new, tagged.persons, map(_application, way.taggers))
    after, _ = tei_reader.read(inserted.tei, str(path), language=document.language)
    wrong = difference(after.source.text, document.source.text)
    if wrong is not None:
        values = {"expected": repr(wrong.expected), "found": repr(wrong.found)}
        raise InternalError(Finding(str(path), 0, 0, "E001", values))
    length = len(document.source.text)
    findings = (*tagged.findings, *_left_out(str(path), len(inserted.left_out)))
    return Encoded(inserted.tei, inserted.counts, Ledger(document.source.text, length, 0, 0), findings)


def _knowing(persons: Sequence[Person], way: Road) -> Sequence[Tagger]:
    """The taggers of the road; made anew where a file has persons of its own, which are an authority for it."""
    if not persons:
        return way.taggers
    known = tuple({person.id: person for person in (*persons, *way.persons)}.values())
    return [_tagger(tagger.name, way.settings, known, way.voters) for tagger in way.taggers]


def _left_out(path: str, number: int) -> tuple[Finding, ...]:
    return (Finding(path, 0, 0, "E013", {"number": str(number)}),) if number else ()


def verify(tei: Path, source: Path, settings: Settings, reader: Reader) -> tuple[Difference | None, Document, str]:
    """Compare the text of a TEI file with its source: the first difference, the source read, the digest the TEI states.

    Raises InputError where either cannot be read.
    """
    proof = ledger(read_file(tei), str(tei))
    document = reader.read(read_file(source), str(source), encoding=settings.encoding, language="en")
    return difference(proof.text, document.source.text), document, proof.digest


def encoding_date() -> str:
    """The date of SOURCE_DATE_EPOCH (reproducible-builds.org), or "": no clock is read, lest the bytes change."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat() if epoch.isdecimal() else ""


def _application(part: Reader | Tagger, title: str = "") -> Application:
    return Application(part.name, part.version, title or getattr(part, "title", part.name))


def _without_notes(document: Document) -> Document:
    """The document with its notes as paragraphs where they stand."""
    kept = (replace(a, kind="p", attributes={}, id="") if a.kind == "note" else a for a in document.annotations)
    return replace(document, annotations=tuple(a for a in kept if a.kind not in NOTES))


def _prove_valid(encoded: Encoded, document: Document) -> None:
    wrong = next(iter(_judge().check_bytes(encoded.tei, document.source.name)), None)
    if wrong is not None:
        reason = f"{wrong.line}:{wrong.column} {wrong.code} {message(wrong)}"
        raise InternalError(Finding(document.source.name, 0, 0, "E007", {"reason": reason}))


@cache
def _judge() -> Judge:
    """One judge a process: the grammar of the toolkit's profile is loaded once."""
    return Judge(Options(("toolkit",), engine="own"))
