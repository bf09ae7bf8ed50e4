"""A table of persons as spreadsheets save it: CSV (RFC 4180) with commas, semicolons or tabs, in UTF-8 or UTF-16."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from toolkit.errors import ConfigError
from toolkit.model.finding import Finding

COLUMNS = ("id", "name", "variants", "sex", "birth", "death")
NEEDED = ("id", "name")
IDNO = "idno:"
SEPARATORS = ",;\t"


def rows_of(data: bytes, path: Path) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows of a table, each with its line and its cells by column; cells that are missing are "".

    Raises ConfigError, with the line, where the table cannot be read: no known encoding, a column missing or misspelt,
    a row with more cells than columns, a quotation mark that is never closed.
    """
    text = _text(data, path)
    separator = max(SEPARATORS, key=text.partition("\n")[0].count)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1
    try:
        columns = [cell.strip() for cell in next(table, [])]
        _check(columns, path)
        line = table.line_num + 1
        for cells in table:
            if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
                reason = (
                    f"there are more cells than columns: a cell with a {separator!r} in it stands in quotation marks"
                )
                raise _wrong(path, line, reason)
            if any(cell.strip() for cell in cells):
                yield line, dict.fromkeys(columns, "") | dict(zip(columns, map(str.strip, cells), strict=False))
            line = table.line_num + 1
    except csv.Error as error:
        unclosed = "unexpected end of data" in str(error)
        raise _wrong(
            path, line, "a quotation mark opens here and is never closed" if unclosed else str(error)
        ) from None


def _text(data: bytes, path: Path) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _wrong(path, line, "it is not UTF-16" if wide else "it is not UTF-8") from None


def _check(columns: Sequence[str], path: Path) -> None:
    """Raise where a column that is needed is missing, or one has a name that is nearly a known one."""
    missing = [column for column in NEEDED if column not in columns]
    if missing:
        raise ConfigError(Finding(str(path), 1, 1, "T307", {"columns": ", ".join(missing)}))
    absent = [column for column in COLUMNS if column not in columns]
    for column in columns:
        near = get_close_matches(column.lower(), absent, 1, 0.8) if column not in COLUMNS else []
        if near:
            raise _wrong(path, 1, f"there is no column {column!r}, did you mean {near[0]!r}?")


def _wrong(path: Path, line: int, reason: str) -> ConfigError:
    return ConfigError(Finding(str(path), line, 1, "T301", {"reason": reason}))
