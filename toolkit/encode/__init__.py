"""Encode: Document -> TEI, and the proof that no character of the source was lost."""
