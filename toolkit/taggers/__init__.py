"""Taggers: Document -> annotations, pure. Each knows a language; none knows a TEI element."""
