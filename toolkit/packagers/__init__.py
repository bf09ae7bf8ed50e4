"""Packagers: files -> an archive package."""
