"""tei-toolkit: plain text in, a TEI P5 edition out.

The facade: one function for each command, with its names and defaults.

    import toolkit
    encoded = toolkit.encode("letter.txt", output="letter.xml")
    report = toolkit.validate(["letter.xml"])
    page = toolkit.render("letter.xml", to="html")

What a function needs is imported when it is called, so that `import toolkit` is quick.
"""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.version import __version__

if TYPE_CHECKING:
    from toolkit.encode import Difference, Encoded
    from toolkit.model.document import Document
    from toolkit.packagers.check import Checked
    from toolkit.packagers.produce import Packed
    from toolkit.validation import Report

__all__ = ["__version__", "check", "encode", "package", "read", "render", "validate", "verify"]

File = str | PathLike[str]


def read(source: File, *, lang: str = "", encoding: str = "") -> Document:
    """Read a source and find its structure, without tags; raises InputError where it cannot be read."""
    from toolkit import pipeline, plugins
    from toolkit.config import Settings

    settings = Settings(language=lang, encoding=encoding)
    return pipeline.read(Path(source), settings, reader=plugins.reader("plain"))


def encode(
    source: File,
    *,
    output: File | None = None,
    authority: Sequence[File] = (),
    metadata: File | None = None,
    lang: str = "",
    encoding: str = "",
    only: Sequence[str] = (),
    model: str = "default",
    voters: Sequence[str] = (),
    ranges: str = "by-form",
) -> Encoded:
    """Encode a source as TEI, proved whole and valid; written to `output` where that is given.

    authority: files of persons (TEI listPerson or CSV). metadata: a TOML or JSON file; else the one beside the source.
    only: the taggers to run, all where empty. voters: spaCy pipelines to ask for persons, too. ranges: a range of dates
    is one date or two, "by-form", "joined" or "apart". Raises InputError, ConfigError, EngineError or InternalError;
    nothing is written then.
    """
    from dataclasses import replace

    from toolkit import pipeline
    from toolkit.config import Settings
    from toolkit.files import write_file

    files = tuple(Path(file) for file in authority)
    settings = Settings(
        language=lang,
        encoding=encoding,
        only=tuple(only),
        authority=files,
        model=model,
        voters=tuple(voters),
        ranges=ranges,
    )
    way = pipeline.road(settings)
    encoded = pipeline.encode(Path(source), way, metadata=Path(metadata) if metadata else None)
    encoded = replace(encoded, findings=(*way.findings, *encoded.findings))
    if output is not None:
        write_file(Path(output), encoded.tei)
    return encoded


def verify(tei: File, source: File, *, encoding: str = "") -> Difference | None:
    """The first place where the text of a TEI file is not its source's; None where every character is there once."""
    from toolkit import pipeline, plugins
    from toolkit.config import Settings

    reader = plugins.reader("plain")
    return pipeline.verify(Path(tei), Path(source), Settings(encoding=encoding), reader)[0]


def validate(paths: Sequence[File], *, schema: Sequence[str] = (), engine: str = "auto") -> Report:
    """Validate TEI files and folders of them; raises ConfigError where there is no file or the schema is broken."""
    from toolkit.validation import Options, documents, validate_files

    return validate_files(documents([Path(path) for path in paths]), Options(tuple(schema), engine))


def render(tei: File, *, to: str = "html", output: File | None = None, **options: str | int) -> bytes:
    """Render a TEI file; written to `output` where that is given. options: those of `tei render` (width, notes ...)."""
    from toolkit.files import read_file, write_file
    from toolkit.renderers import renderer

    rendered, _ = renderer(to, **options).render(read_file(Path(tei)), str(tei))
    if output is not None:
        write_file(Path(output), rendered)
    return rendered


def package(
    paths: Sequence[File],
    output: File,
    *,
    layout: str = "bag",
    allow: Sequence[str] = (),
    source: Sequence[File] = (),
    authority: Sequence[File] = (),
    metadata: File | None = None,
    to: Sequence[str] = ("html", "text"),
    schema: str = "",
) -> Packed:
    """Pack TEI files for an archive; the package stands at `output` whole, or not at all (see `Packed.made`).

    source, authority: files and folders to enclose. metadata: a TOML file with what the headers do not say. to: the
    renderings to enclose. allow: codes of errors that do not forbid the package.
    """
    from toolkit import packaging
    from toolkit.packagers.produce import Order

    enclosed = tuple(map(Path, source)), tuple(map(Path, authority))
    added = Path(metadata) if metadata is not None else None
    order = Order(tuple(map(Path, paths)), Path(output), layout, frozenset(allow), *enclosed, added)
    return packaging.package(order, packaging.Toolbox(tuple(to), schema))


def check(package: File) -> Checked:
    """Check a package: fixity, completeness, agreement of its metadata, and its texts against their sources."""
    from toolkit import packaging

    return packaging.check(Path(package))
