"""What the room offers: a customisation, or all of TEI, as a grammar or as a file of any schema language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import InputError
from toolkit.files import read_file
from toolkit.model.finding import Finding
from toolkit.schema.facts import load_facts
from toolkit.schema.flat import flatten
from toolkit.schema.grammar import Grammar
from toolkit.schema.odd.customise import Customisation, customise
from toolkit.schema.odd.lists import Lists
from toolkit.schema.patterns import compile_schema
from toolkit.schema.relaxng import write_relaxng
from toolkit.schema.specs import Schema

TEI_ALL = "tei_all"


@dataclass(frozen=True, slots=True)
class Compiled:
    """Schema files by their paths, and what is to be said of the customisation they were made from."""

    files: Mapping[Path, bytes]
    findings: tuple[Finding, ...]


def read_odd(path: Path, lists: Lists = Lists.KEPT) -> Customisation:
    """The customisation in the file at `path` ("-" is standard input), carried out. Raises InputError."""
    return customise(read_file(path), path, lists=lists)


def tei_all() -> Schema:
    """All of TEI P5."""
    return load_facts()


def compile_odd(path: Path, *, any_root: bool = False) -> Grammar:
    """The grammar of the customisation in the file at `path`; see patterns.compile_schema for any_root."""
    return compile_schema(read_odd(path).schema, any_root=any_root)


def compile_files(path: Path, outputs: Iterable[Path], *, flat: bool = False, lists: Lists = Lists.KEPT) -> Compiled:
    """The customisation at `path` as one file for each output, in the language that its name's ending says.

    The path tei_all stands for all of TEI. flat: RELAX NG flat. lists: see odd.lists. Raises InputError where the
    customisation or an ending is none.
    """
    writers = {output: _writer(output, flat) for output in outputs}
    customisation = Customisation(tei_all(), ()) if str(path) == TEI_ALL else read_odd(path, lists)
    return Compiled({output: write(customisation.schema) for output, write in writers.items()}, customisation.findings)


def _writer(output: Path, flat: bool) -> Callable[[Schema], bytes]:
    if flat and output.suffix == ".rng":
        return to_flat_relaxng
    if output.suffix not in WRITERS:
        raise InputError(Finding(str(output), 0, 0, "S010", {"name": output.name}))
    return WRITERS[output.suffix]


def to_relaxng(schema: Schema) -> bytes:
    """RELAX NG in XML syntax, one define a specification."""
    return write_relaxng(compile_schema(schema), namespace=schema.namespace, comment=_origin(schema))


def to_flat_relaxng(schema: Schema) -> bytes:
    """RELAX NG in XML syntax, flat: classes and macros written out."""
    return write_relaxng(flatten(compile_schema(schema)), namespace=schema.namespace, comment=_origin(schema))


def to_compact(schema: Schema) -> bytes:
    """RELAX NG in compact syntax."""
    from toolkit.schema.compact import write_compact

    return write_compact(compile_schema(schema), namespace=schema.namespace, comment=_origin(schema))


def to_xsd(schema: Schema) -> bytes:
    """W3C XML Schema 1.0, which accepts all that the grammar accepts, and says what it cannot say."""
    from toolkit.schema.xsd import write_xsd

    return write_xsd(compile_schema(schema), namespace=schema.namespace, comment=_origin(schema))


def to_schematron(schema: Schema) -> bytes:
    """ISO Schematron: the customisation's rules and TEI's own."""
    from toolkit.schema.schematron import write_schematron

    return write_schematron(schema)


def to_reference(schema: Schema) -> bytes:
    """The reference page in HTML."""
    from toolkit.schema.reference import write_reference

    return write_reference(schema)


WRITERS: Mapping[str, Callable[[Schema], bytes]] = {
    ".rng": to_relaxng,
    ".rnc": to_compact,
    ".xsd": to_xsd,
    ".sch": to_schematron,
    ".html": to_reference,
}


def _origin(schema: Schema) -> str:
    release = f", on TEI P5 {schema.release}" if schema.release else ""
    return (
        f"Compiled by tei-toolkit from the customisation {schema.ident}{release}. Change the customisation, not this."
    )
