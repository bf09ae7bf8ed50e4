"""Plain text: the stylesheet's blocks, broken into lines."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.renderers.lines import broken
from toolkit.renderers.sheets import SheetRenderer


@dataclass(frozen=True)
class TextRenderer(SheetRenderer):
    """Plain text in lines of `options.width` columns, or with each block on one line where it is 0."""

    def finish(self, text: str) -> str:
        """The blocks as lines."""
        return broken(text, self.options.width)
