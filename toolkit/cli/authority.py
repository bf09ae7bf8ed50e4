"""tei authority: the persons of encoded files as one draft, to be corrected and used with --authority."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def authority(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="TEI files that list persons.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help="The draft: .csv, or else TEI.")],
) -> None:
    """Collect the persons of TEI files in a draft authority file; the same name in several files is one person."""
    from toolkit.cli.plan import keep
    from toolkit.files import write_file
    from toolkit.taggers.persons.authority import merged_persons, read_authority, write_authority

    keep(files, output)
    found = [person for path in files for person in read_authority(path)]
    persons = merged_persons(found)
    write_file(output, write_authority(persons, "csv" if output.suffix.lower() == ".csv" else "tei"))
    many = "s" if len(files) > 1 else ""
    typer.echo(f"{output}: {len(persons)} persons of {len(found)} entries in {len(files)} file{many}", err=True)
