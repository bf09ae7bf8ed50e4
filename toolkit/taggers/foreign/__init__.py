"""Foreign words: phrases that are surely in another language than the text, and no others."""

from toolkit.taggers.foreign.tagger import ForeignTagger

__all__ = ["ForeignTagger"]
