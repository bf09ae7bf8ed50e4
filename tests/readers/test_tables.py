"""Tables: rows whose cells tabs, bars or blank columns part; nothing else that has gaps is one."""

from __future__ import annotations

import pytest

from tests.readers.outline import outline, read, texts

BEFORE = "The road to the village ran along the river for a mile or more, and\nthen turned up the hill.\n\n"
AFTER = "\n\nIt goes on with another paragraph of the same kind, which is as long\nas the one before it.\n"


COLUMNS = """\
the road ran along the old river     and the widow who kept the inn
and turned up the hill to the inn    had two sons, who sold the bread
which had been built by the king     and the wine to those who passed
"""


@pytest.mark.parametrize(
    "rows",
    [
        "Year     Men     Cost\n1848      12     300 crowns\n1849     120     9 crowns",
        "Year\tMen\tCost\n1848\t12\t300 crowns\n1849\t120\t9 crowns",
        "Year | Men | Cost\n1848 | 12 | 300 crowns\n1849 | 120 | 9 crowns",
        "| Year | Men | Cost |\n|------|----:|------|\n| 1848 | 12 | 300 crowns |\n| 1849 | 120 | 9 crowns |",
        "Year     Men     Cost\n----     ---     ----\n1848      12     300 crowns\n1849     120     9 crowns",
    ],
    ids=["blanks", "tabs", "bars", "markdown", "ruled"],
)
def test_lines_of_as_many_cells_are_rows(rows: str) -> None:
    document = read(BEFORE + rows + AFTER)
    cells = [cell.strip("|-: ") for cell in texts(document, "cell")]
    assert cells == ["Year", "Men", "Cost", "1848", "12", "300 crowns", "1849", "120", "9 crowns"]
    assert [line.split(":")[0].strip() for line in outline(document, "p", "table", "row")] == [
        "p",
        "table",
        "row",
        "row",
        "row",
        "p",
    ]


def test_a_table_may_adjoin_the_lines_about_it() -> None:
    text = "It was as follows in the year:\nElbe     3 feet\nOder     12 feet\nMain     4 feet\nSo it was told."
    document = read(text)
    assert texts(document, "row") == ["Elbe 3 feet", "Oder 12 feet", "Main 4 feet"]
    assert texts(document, "p") == ["It was as follows in the year:", "So it was told."]


@pytest.mark.parametrize(
    "text",
    [
        "The road was long.  It ran on.\nThe inn was old.  It had two doors.\nThe mill was lost.  It burnt down.\n",
        COLUMNS,
        "Elbe     3 feet\nOder     12 feet\n",
        "Elbe     3 feet\nOder   a river of the east     12 feet\nMain     4 feet\n",
    ],
    ids=["two spaces after full stops", "prose in two columns", "two rows", "no columns"],
)
def test_lines_with_gaps_are_no_table(text: str) -> None:
    assert read(BEFORE + text + AFTER).of_kind("table") == ()
