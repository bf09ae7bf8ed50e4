"""Readers: bytes -> Source and structural annotations."""
