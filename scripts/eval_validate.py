"""Validation measured against verdicts of another validator (jing): python -m scripts.eval_validate FOLDER

FOLDER holds corpus.zip and verdicts.tsv (documents and their verdicts under the whole of TEI), datatypes.tsv (attribute
values), odds/ (customisations and their verdicts) and faults/ (single faults with line and column). Where `jing` is
installed, --speed sets the two side by side. The exit status is 1 where any verdict or place differs.
"""

from __future__ import annotations

import argparse
import ast
import csv
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from toolkit.markup import XML
from toolkit.resources import resource
from toolkit.schema.odd.customise import customise
from toolkit.schema.odd.lists import Lists
from toolkit.schema.patterns import compile_schema
from toolkit.schema.relaxng import write_relaxng
from toolkit.schema.validator.engine import Validator
from toolkit.schema.validator.load_rng import load_rng
from toolkit.schema.validator.names import expanded
from toolkit.schema.validator.schema import Schema
from toolkit.schema.validator.states import Machine

TEI = "http://www.tei-c.org/ns/1.0"
SIZE = 50_000
MANY = 200


def whole() -> Schema:
    """The whole of TEI, as this project writes it."""
    path = resource("schemas") / "tei_all.rng"
    return load_rng(path.read_bytes(), path)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table with a head."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def corpus(folder: Path, documents: zipfile.ZipFile) -> Iterator[str]:
    """The documents whose verdict differs under the whole of TEI."""
    schema = whole()
    strict, any_root = Validator(schema), Validator(schema.any_root())
    for row in rows(folder / "verdicts.tsv"):
        judge = strict if row["start"] == "TEI" else any_root
        found = judge.check(documents.read(row["file"]), row["file"])
        if bool(found) != (row["verdict"] == "invalid"):
            yield f"{row['file']}: {row['verdict']} {row['first_message_of_jing']}"


def customisations(folder: Path, documents: zipfile.ZipFile) -> Iterator[str]:
    """The documents whose verdict differs under a customisation (lists lost as the TEI Stylesheets lose them)."""
    table = list(rows(folder / "odds" / "verdicts.tsv"))
    for name in list(table[0])[1:]:
        path = folder / "odds" / f"{name}.odd"
        grammar = write_relaxng(
            compile_schema(customise(path.read_bytes(), path, lists=Lists.LOST).schema, any_root=True)
        )
        judge = Validator(load_rng(grammar, path.with_suffix(".rng")).any_root(foreign=True))
        for row in table:
            if (not judge.check(documents.read(row["file"]), row["file"])) != (row[name] == "1"):
                yield f"{name}: {row['file']}: valid is {row[name]}"


def datatypes(folder: Path) -> Iterator[str]:
    """The attribute values whose verdict differs."""
    schema = whole()
    machine = Machine(schema.start, schema.pool)
    for row in rows(folder / "datatypes.tsv"):
        where, _, literal = row["attribute_and_value"].partition("=")
        element, _, attribute = where.partition("/@")
        name = expanded(XML, attribute[4:]) if attribute.startswith("xml:") else attribute
        states = [machine.state([one.content]) for one in schema.find(expanded(TEI, element))]
        patterns = [pattern for state in states if state for pattern in state.attributes(name)]
        valid = any(pattern.allows(ast.literal_eval(literal), schema.pool) for pattern in patterns)
        if valid != (row["verdict"] == "valid"):
            yield f"{row['attribute_and_value']}: {row['verdict']}"


def faults(folder: Path) -> Iterator[str]:
    """The faults that are not told once, in their line, and at or before the column where the other's tag ends."""
    judge = Validator(whole())
    for row in rows(folder / "faults" / "faults.tsv"):
        found = judge.check((folder / "faults" / row["file"]).read_bytes(), row["file"])
        places = [(one.line, one.column) for one in found]
        if row["verdict"] == "valid":
            if places:
                yield f"{row['file']} {row['fault']}: valid, but {places}"
        elif len(places) != 1 or places[0][0] != int(row["line"]) or places[0][1] > int(row["column"]):
            yield f"{row['file']} {row['fault']}: {row['line']}:{row['column']}, but {places}"


def seconds(command: Sequence[str], runs: int = 3) -> float:
    """The wall clock of a whole process, the best of some runs."""
    best = float("inf")
    for _ in range(runs):
        begin = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)
        best = min(best, time.perf_counter() - begin)
    return best


def speed() -> Iterator[str]:
    """This toolkit and jing side by side: one document of 50 KB, many of them, one of 3 MB."""
    grammar = str(resource("schemas") / "tei_all.rng")
    ours = [str(Path(sys.executable).with_name("tei")), "validate", "--schema", grammar]
    theirs = [shutil.which("jing") or "jing", "-i", grammar]
    paragraph = (
        '<p n="1">Dear <persName ref="#a">friend</persName>, on <date when="1936-06-05">5 June</date> I wrote.</p>\n'
    )
    header = "<titleStmt><title>t</title></titleStmt><publicationStmt><p>p</p></publicationStmt>"
    header = f"<teiHeader><fileDesc>{header}<sourceDesc><p>s</p></sourceDesc></fileDesc></teiHeader>"
    with tempfile.TemporaryDirectory() as name:
        for label, size, count in (
            ("one of 50 KB", SIZE, 1),
            (f"{MANY} of 50 KB", SIZE, MANY),
            ("one of 3 MB", 3_000_000, 1),
        ):
            body = paragraph * (size // len(paragraph))
            text = f'<TEI xmlns="{TEI}">{header}<text><body>{body}</body></text></TEI>'
            files = [Path(name) / f"{size}-{number}.xml" for number in range(count)]
            for file in files:
                file.write_text(text, "utf-8")
            runs = 1 if count > 1 else 3
            mine, other = (seconds([*command, *map(str, files)], runs) for command in (ours, theirs))
            yield f"{label}: {mine:.2f} s, jing {other:.2f} s"


def main() -> int:
    """Print what differs and the sums; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--speed", action="store_true", help="set jing beside it, where it is installed")
    options = parser.parse_args()
    differing = 0
    with zipfile.ZipFile(options.folder / "corpus.zip") as documents:
        parts = {
            "corpus": corpus(options.folder, documents),
            "customisations": customisations(options.folder, documents),
            "datatypes": datatypes(options.folder),
            "faults": faults(options.folder),
        }
        for name, part in parts.items():
            begin = time.perf_counter()
            told = list(part)
            differing += len(told)
            sys.stdout.writelines(f"  {line}\n" for line in told[:20])
            sys.stdout.write(f"{name}: {len(told)} differ ({time.perf_counter() - begin:.1f} s)\n")
    if options.speed and shutil.which("jing"):
        sys.stdout.writelines(f"{line}\n" for line in speed())
    return 1 if differing else 0


if __name__ == "__main__":
    raise SystemExit(main())
