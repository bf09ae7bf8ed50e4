"""tei authority: the persons of encoded files as one draft, to be corrected and used with --authority."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from toolkit.model.person import Person


def authority(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="TEI files that list persons.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The draft: .csv, or else TEI.")],
) -> None:
    """Collect the persons of TEI files in a draft authority file; the same name in several files is one person."""
    from toolkit.cli.plan import keep
    from toolkit.files import write_file
    from toolkit.taggers.persons.authority import merged_persons, write_authority

    keep(files, output)
    found, without = _listed(files)
    persons = merged_persons(found)
    write_file(output, write_authority(persons, "csv" if output.suffix.lower() == ".csv" else "tei"))
    many = "s" if len(files) > 1 else ""
    gap = f"; no person in {len(without)} of them: {', '.join(map(str, without))}" if without else ""
    typer.echo(f"{output}: {len(persons)} persons of {len(found)} entries in {len(files)} file{many}{gap}", err=True)


def _listed(files: list[Path]) -> tuple[list[Person], list[Path]]:
    """The persons of all files, and the files that list none; raises ConfigError (T306) where none lists any."""
    from toolkit.errors import ConfigError
    from toolkit.taggers.persons.authority import read_authority

    found: list[Person] = []
    without: list[Path] = []
    for path in files:
        try:
            found.extend(read_authority(path))
        except ConfigError as error:
            if error.finding.code != "T306" or len(without) + 1 == len(files):
                raise
            without.append(path)
    return found, without
