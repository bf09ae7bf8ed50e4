"""The title page: what stands before the first head or the first paragraph of prose."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from toolkit.model.annotation import Certainty
from toolkit.readers.plain.blocks import Block
from toolkit.readers.plain.layout import Layout
from toolkit.readers.plain.lines import Line
from toolkit.readers.plain.signs import LONGEST_HEAD
from toolkit.readers.plain.units import Unit

BYLINE = re.compile(r"^(?:by|von|par|di|por|door|translated|edited|übersetzt|traduit|herausgegeben)\b", re.IGNORECASE)


def title_page(lines: Sequence[Line], units: Sequence[Unit], heads: Mapping[int, Block], layout: Layout) -> list[Block]:
    """The blocks of the title page, one for each of the first units; none where the text begins at once."""
    if len(units) < 2 or not _title(lines, units[0], heads.get(0)):
        return []
    blocks = [Block("title", units[0].first, units[0].last, Certainty.MEDIUM)]
    for index, unit in enumerate(units[1:], 1):
        first = lines[unit.first].text
        if index in heads or unit.last - unit.first > 4 or not BYLINE.match(first) or len(first) > LONGEST_HEAD:
            break
        blocks.append(Block("byline", unit.first, unit.last))
    return blocks if len(blocks) < len(units) else blocks[:-1]


def _title(lines: Sequence[Line], unit: Unit, head: Block | None) -> bool:
    """Whether the first unit is a title: short, and no head of a division."""
    if head and head.head and (head.head.number or head.head.rank):
        return False
    text = " ".join(line.text for line in lines[unit.first : unit.last][:5])
    if unit.last - unit.first > 4 or len(text) > LONGEST_HEAD:
        return False
    return head is not None or not re.search(r"[.,;:]$", text) or text.isupper()
