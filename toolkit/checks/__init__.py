"""Checks: TEI -> findings about links, ids, dates and persons: what a grammar cannot say."""
