"""Persons: names of persons in running text, and which of them name one person."""

from toolkit.taggers.persons.tagger import PersonTagger

__all__ = ["PersonTagger"]
