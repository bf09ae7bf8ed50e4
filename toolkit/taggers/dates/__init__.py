"""Dates: tagged and normalised by a grammar that knows no language, with a file of words for each that it reads."""

from toolkit.taggers.dates.tagger import DateTagger

__all__ = ["DateTagger"]
